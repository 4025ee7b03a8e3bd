//! Tags, outputs and the map.

use super::{INCLUDES, claims, globals};
use handbill_liquid::{Context, expand, tags};
use handbill_text::Span;

#[test]
fn outputs() {
    claims(&[
        ("{{ page.title }}", "Day"),
        ("{{ page.nothing.deep }}", ""),
        (
            "{{ page['title'] }}{{ page.tags[0] }}{{ page.tags[-1] }}{{ page.tags.size }}{{ page.tags.first }}",
            "Dayba2b",
        ),
        ("{{ page.tags }}|{{ site.data.hosts }}", "ba|{\"ann\"=>1, \"bob\"=>2}"),
        ("{{ (1..3) | join: '-' }} {{ 1.50 }} {{ true }} {{ nil }}", "1-2-3 1.5 true "),
        ("a {{- page.n -}} b", "a7b"),
        ("{{ page.title junk | upcase }}", "DAY"),
        ("{{}}{{ }}", ""),
        ("{{ 'a }} b' }}", " b' }}"),
    ]);
}

#[test]
fn conditions() {
    claims(&[
        ("{% if page.n == 7 and page.tags contains 'a' %}y{% else %}n{% endif %}", "y"),
        ("{% if true or false and false %}y{% endif %}", "y"),
        ("{% if page.none %}a{% elsif page.n > 6.5 %}b{% else %}c{% endif %}", "b"),
        ("{% unless page.none %}u{% endunless %}", "u"),
        ("{% if '' == empty %}e{% endif %}{% if page.none < 1 %}n{% endif %}", "e"),
        ("{% if page.n=='7' %}y{% else %}n{% endif %}", "n"),
        ("{% case page.title %} x {% when 'A', 'Day' %}1{% when 'Day' %}2{% else %}3{% endcase %}", "12"),
    ]);
}

#[test]
fn loops() {
    claims(&[
        (
            "{% for t in page.tags %}{{ forloop.index }}{{ t }}{% unless forloop.last %},{% endunless %}{% endfor %}",
            "1b,2a",
        ),
        ("{% for h in site.data.hosts %}{{ h[0] }}={{ h[1] }} {% endfor %}", "ann=1 bob=2 "),
        ("{% for i in (1..9) reversed limit:3 offset:2 %}{{ i }}{% endfor %}", "543"),
        (
            "{% for i in (1..9) limit:2 %}{{ i }}{% endfor %}{% for i in (1..9) limit:2 offset:continue %}{{ i }}{% endfor %}",
            "1234",
        ),
        (
            "{% for i in (1..9) %}{% if i == 2 %}{% continue %}{% elsif i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}",
            "13",
        ),
        ("{% for i in page.none %}x{% else %}none{% endfor %}", "none"),
        (
            "{% tablerow i in (1..3) cols:2 %}{{ i }}{% endtablerow %}",
            "<tr class=\"row1\">\n<td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n",
        ),
        ("{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}", "aba"),
    ]);
}

#[test]
fn variables() {
    claims(&[
        ("{% assign x = page.tags | join: '+' %}{{ x }}", "b+a"),
        ("{% capture x %}<{{ page.n }}>{% endcapture %}{{ x }}{{ x }}", "<7><7>"),
        ("{% increment c %}{% increment c %}{% decrement c %}{{ c }}", "0111"),
        ("{% for x in page.tags %}{% assign y = x %}{% endfor %}{{ y }}{{ x }}", "a"),
        ("{% liquid\n assign a = 1\n if a\n echo a\n endif\n%}", "1"),
    ]);
}

#[test]
fn white_space_in_blank_blocks_is_dropped() {
    claims(&[
        ("{% if true %}\n  {% assign a = 1 %}\n{% endif %}|", "|"),
        ("{% for i in (1..2) %} {% endfor %}|", "|"),
        ("{% if true %} {{ nil }} {% endif %}|", "  |"),
        ("a {%- if true -%} b {%- endif -%} c", "abc"),
    ]);
}

#[test]
fn raw_and_comments() {
    claims(&[
        ("{% raw %}{{ a }}{% if %}{% endraw %}", "{{ a }}{% if %}"),
        ("{% raw %}{{ a {% endraw %}b", "{{ a b"),
        ("{% raw %}{{%}{% endraw %}b", "{{%}b"),
        ("a{% comment %}{{ x }}{% nosuch %}{% comment %}{% endcomment %}{% endcomment %}b", "ab"),
        ("a{% # a note %}b", "ab"),
    ]);
}

#[test]
fn includes() {
    claims(&[
        ("{% include badge.html text=\"a \\\"b\\\"\" %}", "<b>a \"b\"</b>"),
        ("{% include outer.html a=page.title %}{{ seen }}{{ include.a }}", "[<b>Day</b>]Day"),
        ("{% include {{ page.none }}badge.html text='x' %}", "<b>x</b>"),
    ]);
}

#[test]
fn highlight_wraps_the_code() {
    let code = "<figure class=\"highlight\"><pre><code class=\"language-html\" data-lang=\"html\">&lt;b&gt;</code></pre></figure>";
    claims(&[("{% highlight html %}\n<b>\n{% endhighlight %}", code)]);
}

#[test]
fn literal_text_is_written_and_the_rest_is_made() {
    let globals = globals();
    let text =
        "At {{ page.title }}: {% for t in page.tags %}tag {{ t }};{% endfor %} {% include badge.html text='x' %}.";
    let expansion = expand(text, &Context::new(&globals, &INCLUDES));
    assert_eq!(expansion.text, "At Day: tag b;tag a; <b>x</b>.");
    let place = |part: &str| {
        let at = expansion.text.rfind(part).unwrap();
        let mapped = expansion.map.origin(Span::new(at..at + part.len()));
        (mapped.span.of(text), mapped.written)
    };
    assert_eq!(place("At "), ("At ", true));
    assert_eq!(place("Day"), ("{{ page.title }}", false));
    assert_eq!(place("tag "), ("tag ", true));
    assert_eq!(place("a;"), ("{{ t }};", false));
    assert_eq!(place("<b>"), ("{% include badge.html text='x' %}", false));
    assert_eq!(place("."), (".", true));
}

#[test]
fn tags_tell_what_they_read() {
    let text = "{% for t in site.data.talks limit: page.n %}{{ t.title | append: page['key'] }}{% raw %}{{ x }}{% endraw %}{% endfor %}";
    let found: Vec<(String, Vec<String>)> = tags(text).into_iter().map(|tag| (tag.name, tag.reads)).collect();
    let list = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<String>>();
    assert_eq!(
        found,
        [
            ("for".to_owned(), list(&["site.data.talks", "page.n"])),
            ("t.title".to_owned(), list(&["t.title", "page.key"])),
            ("raw".to_owned(), vec![]),
            ("endfor".to_owned(), vec![]),
        ]
    );
}
