//! Sections, grids and links.

use handbill_kramdown::{Document, Grid, Input, Options};

fn parse(text: &str) -> Document {
    Document::parse(text, &Options::default())
}

fn texts(grid: &Grid<'_>) -> Vec<Vec<String>> {
    let text =
        |index: &Option<usize>| index.map_or(String::from("-"), |index| grid.cells[index].text().trim().to_owned());
    grid.rows.iter().map(|row| row.iter().map(text).collect()).collect()
}

fn grid_of(document: &Document) -> Vec<Vec<String>> {
    let grid = document.root().children().find_map(handbill_kramdown::Node::grid).expect("there is a table");
    texts(&grid)
}

#[test]
fn a_pipe_table_and_an_html_table_give_the_same_grid() {
    let pipes = parse("| Time | Talk |\n|---|---|\n| 9:00 | *Hello* |\n");
    let html =
        parse("<table>\n<tr><th>Time</th><th>Talk</th></tr>\n<tr><td>9:00</td><td><i>Hello</i></td></tr>\n</table>\n");
    assert_eq!(grid_of(&pipes), grid_of(&html));
    assert_eq!(grid_of(&pipes), [["Time", "Talk"], ["9:00", "Hello"]]);
}

#[test]
fn spans_cover_their_places() {
    let document = parse(
        "<table><tr><td rowspan=\"2\">a</td><td colspan=\"2\">b</td></tr><tr><td>c</td><td>d</td></tr></table>\n",
    );
    assert_eq!(grid_of(&document), [["a", "b", "b"], ["a", "c", "d"]]);
}

#[test]
fn hostile_spans_are_bounded() {
    let document =
        parse("<table><tr><td rowspan=\"4000000000\" colspan=\"4000000000\">a</td></tr><tr><td>b</td></tr></table>\n");
    let grid = document.root().children().find_map(handbill_kramdown::Node::grid).expect("there is a table");
    assert!(grid.rows.iter().all(|row| row.len() <= 1000) && grid.rows.len() == 2);
}

#[test]
fn missing_end_tags_are_implied() {
    let document = parse("<table>\n<tr><td>a<td>b\n<tr><td>c</td><td>d</tr></table>\n\nafter\n");
    assert_eq!(grid_of(&document), [["a", "b"], ["c", "d"]]);
}

#[test]
fn a_table_in_a_cell_is_its_content() {
    let document = parse("<table><tr><td><table><tr><td>in</td></tr></table></td><td>out</td></tr></table>\n");
    let grid = document.root().children().find_map(handbill_kramdown::Node::grid).expect("there is a table");
    assert_eq!(texts(&grid), [["in", "out"]]);
    assert_eq!(grid.cells[0].content.iter().find_map(|node| node.grid()).expect("there is one inside").rows.len(), 1);
}

#[test]
fn a_definition_counts_its_links() {
    let document = parse("[a] and [b][a], not [c][d]\n\n[a]: /a\n[e]: /e\n");
    let used: Vec<usize> = document.definitions().iter().map(|definition| definition.used).collect();
    assert_eq!(used, [2, 0]);
    assert_eq!(document.undefined_references()[0].label, "d");
}

#[test]
fn a_comment_keeps_the_place_of_its_inside() {
    let text = "a\n\n<!-- * b\n* c -->\n";
    let document = parse(text);
    let inside = document.root().children().find_map(|node| match node.kind() {
        handbill_kramdown::Kind::Comment { inside, .. } => Some(inside.of(text)),
        _ => None,
    });
    assert_eq!(inside, Some(" * b\n* c "));
}

#[test]
fn an_attribute_list_without_a_block_is_stray() {
    let text = "{: .a}\n\nb\n\n{: .c}\nd\n";
    let document = parse(text);
    let stray: Vec<&str> = document.stray_attribute_lists().iter().map(|span| span.of(text)).collect();
    assert_eq!(stray, ["{: .a}\n"]);
}

#[test]
fn options_change_what_is_written() {
    let with = |text: &str, change: fn(&mut Options)| {
        let mut options = Options::default();
        change(&mut options);
        Document::parse(text, &options).to_html()
    };
    assert_eq!(with("# a\n", |options| options.auto_id_prefix = "x-".into()), "<h1 id=\"x-a\">a</h1>\n");
    assert_eq!(with("# a\n", |options| options.header_offset = 1), "<h2 id=\"a\">a</h2>\n");
    assert_eq!(with("a\nb\n", |options| options.hard_wrap = true), "<p>a<br />\nb</p>\n");
    assert_eq!(
        with("\"a\"\n", |options| options.smart_quotes = ["apos", "apos", "quot", "quot"].map(String::from)),
        "<p>\"a\"</p>\n"
    );
}

#[test]
fn a_heading_names_its_id_with_any_xml_name() {
    let html = |text: &str| Document::parse(text, &Options::default()).to_html();
    for id in ["day.1", "_x", ":x", "été", "a·b"] {
        assert_eq!(html(&format!("# a {{#{id}}}\n")), format!("<h1 id=\"{id}\">a</h1>\n"));
    }
    assert_eq!(html("# a {#1st}\n"), "<h1 id=\"a-1st\">a {#1st}</h1>\n");
}

#[test]
fn with_hard_wrap_the_marks_of_a_break_are_text() {
    let options = Options { hard_wrap: true, ..Options::default() };
    assert_eq!(Document::parse("a  \nb\\\\\nc\n", &options).to_html(), "<p>a  <br />\nb\\<br />\nc</p>\n");
}

#[test]
fn kramdown_input_reads_headings_fences_and_descriptions_its_own_way() {
    let options = Options { input: Input::Kramdown, ..Options::default() };
    let html = |text: &str| Document::parse(text, &options).to_html();
    assert_eq!(html("#a#\n"), "<h1 id=\"a\">a</h1>\n");
    assert_eq!(html("# #\n"), "<p># #</p>\n");
    assert_eq!(html("~~~\n ~~~\n"), "<p>~~~\n ~~~</p>\n");
    assert_eq!(html("a\n: b\n"), "<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n</dl>\n");
}

#[test]
fn a_table_of_contents_at_the_end_stands_before_the_footnotes() {
    let html = Document::parse("# a\n\nb[^1]\n\n* c\n{:toc}\n\n[^1]: d\n", &Options::default()).to_html();
    assert!(html.find("markdown-toc") < html.find("class=\"footnotes\""), "{html}");
}
