//! Guards of the rules on front matter, Liquid and Markdown.

use crate::{fixes, is_silent, speaks};

/// Pages of nothing but a front matter with these lines.
fn keys(all: &[&str]) -> Vec<String> {
    all.iter().map(|lines| format!("---\n{lines}\n---\n\nWelcome.\n")).collect()
}

#[test]
fn a_key_is_unknown_only_by_a_slip() {
    speaks(
        "unknown-key",
        &keys(&[
            "tilte: Meeting", "title: Meeting\nstart_dte: 2031-03-04", "title: Meeting\npermalnik: /a/",
            "title: Meeting\nperma_link: /a/", "title: Meeting\nredirect-from: /a/",
        ]),
    );
    is_silent(
        "unknown-key",
        &keys(&[
            "title: Meeting\nlocations: [Lund]", "title: Meeting\nlayout2: page",
            "title: Meeting\nlocaton: Lund\nlocation: Lund", "title: Meeting\naltitude: 40",
            "title: Meeting\ncounty: Skåne", "title: Meeting\nperma_link: /a/\npermalink: /a/",
            "title: Meeting\nstart_date: 2031-03-04", "title: Meeting\nstartDate: 2031-03-04",
            "title: Meeting\nmy_own_key: 4",
        ]),
    );
}

#[test]
fn a_shape_is_wrong_only_where_every_site_means_the_same() {
    speaks(
        "shape-mismatch",
        &keys(&[
            "title: [Draft]", "title: {a: b}", "title: a\npublished: \"false\"", "title: a\ntags:\n  a: b",
            "title: a\ncategories: [[b]]",
        ]),
    );
    is_silent(
        "shape-mismatch",
        &keys(&[
            "title: 2031", "title: 2031-03-04", "title:", "title: a\nlayout: false", "title: a\npublished: true",
            "title: a\npublished: soon", "title: a\ntags: b c", "title: a\ntags: [b, 4]", "title: a\nsections: [b]",
        ]),
    );
}

#[test]
fn headings_may_start_anywhere_and_go_back_anyhow() {
    speaks(
        "heading-structure",
        &["## a\n\n#### b", "# a\n\nText.\n\n# b", "## **a b**", "## __a__", "<h2>a</h2>\n\n<h4>b</h4>", "**a**\n---"],
    );
    is_silent(
        "heading-structure",
        &[
            "#### a\n\n##### b", "# a\n\n## b\n\n### c\n\n## d", "## a **b**", "## **a** and **b**", "## *a*", "**a**",
            "# a",
        ],
    );
}

#[test]
fn a_function_may_be_in_a_script_of_the_site() {
    let with = |rests: &[&str]| -> Vec<String> {
        rests.iter().map(|rest| format!("<button onclick=\"go(1)\">a</button>\n\n{rest}")).collect()
    };
    speaks("unresolved-handler", &with(&["", "<script src=\"https://example.org/a.js\"></script>", "Then `go` it."]));
    is_silent(
        "unresolved-handler",
        &with(&[
            "<script>function go(n) {}</script>", "<script>\nconst go = n => n;\n</script>",
            "<script src=\"/js/a.js\"></script>", "{% include go.html %}",
        ]),
    );
    is_silent(
        "unresolved-handler",
        &[
            "<button onclick=\"alert('go()')\">a</button>", "<button onclick=\"history.back()\">a</button>",
            "<button onclick=\"if (this.open) { print() }\">a</button>", "`<button onclick=\"go()\">`",
        ],
    );
}

#[test]
fn values_surprise_only_where_ruby_reads_something_else() {
    speaks(
        "surprising-scalar",
        &keys(&["title: a\ndoors: 12:30", "title: a\nroom: 010", "title: a\nseats: 1,000", "title: a\nlang: no"]),
    );
    is_silent(
        "surprising-scalar",
        &keys(&[
            "title: a\ndoors: \"12:30\"", "title: a\nroom: 10", "title: a\nseats: 1000", "title: a\nonline: no",
            "title: a\nlang: \"no\"", "title: a\ndoors: 9:30 - 10:30",
        ]),
    );
}

#[test]
fn zero_and_false_are_values() {
    speaks("empty-value", &keys(&["title: a\nimage: \"\"", "title: a\nsubtitle:", "title: a\nhero:\n  image: ''"]));
    is_silent("empty-value", &keys(&["title: a\nseats: 0", "title: a\nonline: false", "title: a\ntags: []"]));
}

#[test]
fn front_matter_that_ruby_reads_is_left_alone() {
    speaks(
        "front-matter-syntax",
        &["---\ntitle: a\n\nWelcome.\n", "---\ntitle: a\n\tb: c\n---\n", "---\ntitle: a: b\n---\n", "---\n- a\n---\n"],
    );
    is_silent("front-matter-syntax", &["---\ntitle: a\n---\n", "---\n---\n", "---\ntitle: \"a: b\"\n# c\n---\n"]);
}

#[test]
fn braces_in_code_that_liquid_does_not_read_are_left_alone() {
    speaks("stray-brace", &["{% assign a = 1 %}} b", "{{% assign a = 1 %}"]);
    is_silent(
        "stray-brace",
        &[
            "{% assign a = 1 %}{{ a }}", "{% raw %}{{% a %}}{% endraw %}", "{ a }",
            "{%- raw -%}{{% a %}}{%- endraw -%}", "a{ {% if b %}color: red{% endif %}}",
            "{% comment %}{{% a %}}{% endcomment %}",
        ],
    );
}

#[test]
fn asterisks_that_the_parser_reads_as_marks_are_left_alone() {
    speaks(
        "broken-emphasis",
        &[
            "** a b**", "**a b **", "Apply ** by Monday ** at noon.", "Apply by **Monday, noon.",
            "* **Anna Berg* (Lund)",
        ],
    );
    is_silent(
        "broken-emphasis",
        &[
            "**a b**", "`** a**`", "a ** b", "2 ** 3", "**a** and **b**", "a ** b ** c", "**Without tea",
            "Tea** and cake", "Tea ** 5\n\n**Without cake", "Tea **cake\n\nTea**", "***a***", "*a*", "*a* b\\*",
            "`**a*`",
        ],
    );
}

#[test]
fn an_attribute_list_that_something_takes_is_left_alone() {
    speaks("unused-attribute-list", &["a\n\n{: .b}"]);
    is_silent("unused-attribute-list", &["a\n{: .b}", "{: .b}\na", "*a*{: .b}", "| a |\n{: .b}", "`{: .b}`"]);
}

#[test]
fn rows_that_nobody_can_count_are_not_ragged() {
    let html = |rows: &str| format!("<table>\n<tr><th>a</th><th>b</th></tr>\n{rows}\n</table>\n");
    let all = |rows: &[&str]| rows.iter().map(|rows| html(rows)).collect::<Vec<_>>();
    speaks(
        "ragged-table",
        &all(&[
            "<tr><td>c</td></tr>",
            "<tr><td>c</td><td>d</td><td>e</td></tr>",
            "<tr><td>c</td></tr>\n{% include d.html %}",
            "<tr><th>a</th><th>b</th><th>c</th></tr>\n<tr><td>d</td><td>e</td></tr>",
        ]),
    );
    is_silent(
        "ragged-table",
        &all(&[
            "<tr><td>c</td><td>d</td></tr>",
            "<tr><td colspan=\"2\">c</td></tr>",
            "<tr><td rowspan=\"2\">c</td><td>d</td></tr>\n<tr><td>e</td></tr>",
            "<tr><th>a</th><th>b</th><th>c</th></tr>\n<tr><td>d</td><td>e</td><td>f</td></tr>",
            "<tr><th>Noon</th></tr>\n<tr><td>d</td><td>e</td></tr>",
            "{% include c.html %}\n<tr><td>d</td></tr>",
            "<tr>{% include c.html %}<td>d</td></tr>",
        ]),
    );
    let markdown = |row: &str| format!("| a | b |\n| --- | --- |\n{row}\n| c | d |\n");
    speaks("ragged-table", &[markdown("| c | d | e |"), markdown("c | d | e")]);
    is_silent("empty-table-header", &[markdown("| c | d | e |")]);
    is_silent(
        "ragged-table",
        &[
            "| a | b |\n| c |\n".to_owned(),
            markdown("| c |"),
            markdown("| c | |"),
            markdown("| c | d | |"),
            markdown("| c | d ||"),
            markdown("| c \\| d | e |"),
        ],
    );
}

#[test]
fn a_table_needs_an_empty_line_above_it() {
    let rows = "| a | b |\n|---|:-:|\n| 1 | 2 |";
    speaks(
        "printed-table",
        &[format!("## Fees\n{rows}"), format!("The fees are:\n{rows}"), format!("- The fees:\n{rows}")],
    );
    is_silent(
        "printed-table",
        &[
            format!("## Fees\n\n{rows}"),
            format!("{rows}\n\nText."),
            "a | b\nc | d".to_owned(),
            "a | b --\n\n---".to_owned(),
            format!("```\n{rows}\n```"),
            "Either | or\n--- and".to_owned(),
            "Text.\n| a |\n|---|".to_owned(),
            format!("<p>\n{rows}\n</p>"),
        ],
    );
}

#[test]
fn a_last_cell_is_fitted_to_the_head() {
    let html = |rows: &str| format!("<table>\n<tr><th>a</th><th>b</th><th>c</th></tr>\n{rows}\n</table>");
    let fitted = |rows: &str, fixed: &str| assert_eq!(fixes("ragged-table", &html(rows)), [html(fixed)]);
    fitted("<tr><td>9:00</td><td colspan=\"3\">d</td></tr>", "<tr><td>9:00</td><td colspan=\"2\">d</td></tr>");
    fitted("<tr><td class=x colspan=4>d</td></tr>", "<tr><td class=x colspan=3>d</td></tr>");
    fitted("<tr><td class=\"x\">d</td></tr>", "<tr><td colspan=\"3\" class=\"x\">d</td></tr>");
    fitted("<tr><td colspan='2'>d</td></tr>", "<tr><td colspan='3'>d</td></tr>");
    for open in [
        "<tr><td>d</td><td>e</td></tr>", "<tr><td>d</td><td>e</td><td>f</td><td>g</td></tr>",
        "<tr><td>d</td></tr>\n<tr><td>e</td><td>f</td></tr>",
    ] {
        assert_eq!(fixes("ragged-table", &html(open)), [""; 0], "{open}");
    }
}

#[test]
fn one_id_may_stand_twice_where_nobody_wrote_it() {
    speaks(
        "duplicate-id",
        &[
            "## Fees {#fees}\n\nTen.\n\n## Rooms {#fees}", "<div id=\"a\"></div>\n<div id=\"a\"></div>",
            "Fees\n{: #fees}\n\n<p id=\"fees\">Ten</p>", "<a id='b'></a> <b id='b'>c</b> <i id='b'>d</i>",
        ],
    );
    is_silent(
        "duplicate-id",
        &[
            "## Fees {#fees}\n\n## Rooms {#rooms}", "## Fees\n\nTen.\n\n## Fees", "`<a id=\"b\">` <a id=\"b\"></a>",
            "<svg><g id=\"a\"></g></svg>\n<svg><g id=\"a\"></g></svg>", "<a id=\"b\"></a>\n<!-- <a id=\"b\"></a> -->",
            "<a name=\"b\"></a> <a name=\"b\"></a>", "<p data-id=\"a\">b</p>\n<p data-id=\"a\">c</p>",
        ],
    );
}
