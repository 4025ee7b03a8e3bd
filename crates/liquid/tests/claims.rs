//! What each construct says, one line a claim: the template and its text. Jekyll 4.3.1 with Liquid 5.4.0 was asked for all of
//! them that it does not stop at; `conformance/liquid` asks it about thousands more.

use handbill_liquid::{
    Context, IncludeSource, Includes, Limits, NoIncludes, NotIncluded, Object, Time, UnresolvedKind, Value, expand,
    tags,
};
use handbill_text::Span;

struct Table(&'static [(&'static str, &'static str)]);

impl Includes for Table {
    fn include(&self, name: &str) -> Result<IncludeSource, NotIncluded> {
        let path = format!("_includes/{name}");
        let found = self.0.iter().find(|(known, _)| *known == name);
        found
            .map(|(_, text)| IncludeSource { path: path.clone(), text: (*text).to_owned() })
            .ok_or(NotIncluded::Missing { path })
    }

    fn link(&self, path: &str) -> Result<String, NotIncluded> {
        path.strip_suffix(".md").map(|name| format!("/{name}/")).ok_or(NotIncluded::Unknown)
    }
}

const INCLUDES: Table = Table(&[
    ("badge.html", "<b>{{ include.text }}</b>{% assign seen = include.text %}"),
    ("outer.html", "[{% include badge.html text=include.a %}]"),
    ("again.html", "{% include again.html %}"),
    ("broken.html", "{% if %}x"),
]);

fn globals() -> Object {
    let talk = |title: &str, room: Option<&str>, order: i64| {
        let mut talk = Object::from_iter([("title", Value::from(title)), ("order", Value::from(order))]);
        if let Some(room) = room {
            talk.insert("room", room);
        }
        Value::from(talk)
    };
    let talks = Value::from(vec![talk("Maps", Some("A"), 3), talk("Atlas", None, 1), talk("Bells", Some("A"), 10)]);
    let hosts = Object::from_iter([("ann", Value::from(1)), ("bob", Value::from(2))]);
    let data = Object::from_iter([("talks", talks), ("hosts", Value::from(hosts))]);
    let site = Object::from_iter([
        ("url", Value::from("https://example.org")),
        ("baseurl", "/base".into()),
        ("data", data.into()),
    ]);
    let tags = Value::from(vec![Value::from("b"), Value::from("a")]);
    let page =
        Object::from_iter([("title", Value::from("Day")), ("n", 7.into()), ("tags", tags), ("none", Value::Nil)]);
    Object::from_iter([("site", site), ("page", page)])
}

fn says(template: &str) -> String {
    let globals = globals();
    let expansion = expand(template, &Context::new(&globals, &INCLUDES));
    assert_eq!(expansion.map.len(), expansion.text.len(), "{template}");
    expansion.text
}

fn claims(table: &[(&str, &str)]) {
    for (template, text) in table {
        assert_eq!(says(template), *text, "{template}");
    }
}

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
        ("a{% comment %}{{ x }}{% nosuch %}{% comment %}{% endcomment %}{% endcomment %}b", "ab"),
        ("a{% # a note %}b", "ab"),
    ]);
}

#[test]
fn text_filters() {
    claims(&[
        ("{{ 'a,b,,' | split: ',' | size }}{{ 'ab' | split: '' | join: '.' }}", "2a.b"),
        ("{{ 'hello big world' | truncate: 8 }} {{ 'hello big world' | truncatewords: 2 }}", "hello... hello big..."),
        ("{{ 'aXbX' | replace: 'X', '-' }} {{ 'aXbX' | remove_first: 'X' }} {{ 'abc' | slice: -2, 2 }}", "a-b- abX bc"),
        ("{{ 'hELLO' | capitalize }}{{ 'é' | upcase }}", "HelloÉ"),
        ("{{ '<a> & \"b\"' | escape }} {{ '&amp; &' | escape_once }}", "&lt;a&gt; &amp; &quot;b&quot; &amp; &amp;"),
        ("{{ '<p>a</p><!-- x --> b' | strip_html }}", "a b"),
        ("{{ nil | default: 'd' }}{{ '' | default: 'd' }}{{ false | default: 'd', allow_false: true }}", "ddfalse"),
        ("{{ 'Crème & co. 2020' | slugify }} {{ 'Crème' | slugify: 'latin' }}", "crème-co-2020 creme"),
        ("{{ page.tags | jsonify }} {{ 'a\"b' | jsonify }}", "[\"b\",\"a\"] \"a\\\"b\""),
        ("{{ 'a b' | url_encode }} {{ 'a b/é' | uri_escape }}", "a+b a%20b/%C3%A9"),
        ("{{ 'a b  c' | number_of_words }}{{ '日本 x' | number_of_words: 'cjk' }}", "33"),
    ]);
}

#[test]
fn number_filters() {
    claims(&[
        (
            "{{ 0.1 | plus: 0.2 }} {{ 7 | divided_by: 2 }} {{ -7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }}",
            "0.3 3 -4 3.5",
        ),
        ("{{ -7 | modulo: 3 }} {{ '12abc' | times: 2 }} {{ 3.456 | round: 2 }} {{ -3.5 | round }}", "2 24 3.46 -4"),
        ("{{ 5 | at_most: 3 }}{{ 2.2 | ceil }}{{ '2.9' | floor }}", "332"),
    ]);
}

#[test]
fn array_filters() {
    claims(&[
        ("{{ site.data.talks | map: 'title' | join: ' ' }}", "Maps Atlas Bells"),
        ("{{ site.data.talks | sort: 'order' | map: 'order' | join: ' ' }}", "1 3 10"),
        ("{{ site.data.talks | sort: 'room', 'last' | map: 'title' | join: ' ' }}", "Maps Bells Atlas"),
        ("{{ site.data.talks | where: 'room', 'A' | size }}{{ site.data.talks | where: 'room', nil | size }}", "21"),
        ("{{ site.data.talks | where_exp: 't', 't.order > 2 and t.room' | size }}", "2"),
        ("{% assign t = site.data.talks | find: 'order', 1 %}{{ t.title }}", "Atlas"),
        (
            "{% assign gs = site.data.talks | group_by: 'room' %}{% for g in gs %}{{ g.name }}:{{ g.size }} {% endfor %}",
            "A:2 :1 ",
        ),
        (
            "{{ page.tags | push: 'c' | reverse | join }} {{ page.tags | array_to_sentence_string: 'or' }}",
            "c a b b or a",
        ),
        ("{{ page.tags | sort | first }}{{ page.tags | concat: page.tags | uniq | size }}", "a2"),
    ]);
}

#[test]
fn date_filters() {
    claims(&[
        ("{{ '2020-06-01' | date: '%A %-d %B %Y' }}", "Monday 1 June 2020"),
        ("{{ '2020-06-01 15:05 +0200' | date: '%l:%M %p %z' }}", " 3:05 PM +0200"),
        (
            "{{ 'June 2nd, 2020' | date_to_string }} {{ '2020-06-02' | date_to_long_string: 'ordinal' }}",
            "02 Jun 2020 2nd June 2020",
        ),
        ("{{ '2020-06-01T10:00:00+02:00' | date_to_xmlschema }}", "2020-06-01T08:00:00+00:00"),
        ("{{ 'soon' | date: '%Y' }}{{ 0 | date: '%Y' }}", "soon1970"),
    ]);
}

#[test]
fn urls() {
    claims(&[
        ("{{ '/a b' | relative_url }} {{ 'a' | absolute_url }}", "/base/a%20b https://example.org/base/a"),
        (
            "{{ 'https://a.b/c' | absolute_url }} {{ nil | absolute_url }}|{{ '#x' | relative_url }}",
            "https://a.b/c |/base/#x",
        ),
        ("{% link talks.md %}", "/base/talks/"),
    ]);
    let nowhere = Object::default();
    let absolute = |text| expand(text, &Context::new(&nowhere, &NoIncludes)).text;
    assert_eq!(absolute("{{ '/a' | absolute_url }}{{ 'b' | relative_url }}{{ '' | absolute_url }}"), "/a/b");
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
fn what_is_not_known_is_noted_and_empty() {
    let globals = globals();
    let text = "{% include gone.html %}{{ site.data.nothing.x }}{{ 'a' | wave }}{% wave %}{{ 'now' | date: '%Y' }}{{ page.gone }}";
    let expansion = expand(text, &Context::new(&globals, &INCLUDES));
    assert_eq!(expansion.text, "a");
    let noted: Vec<(UnresolvedKind, &str, &str)> =
        expansion.unresolved.iter().map(|it| (it.kind, it.name.as_str(), it.span.of(text))).collect();
    assert_eq!(
        noted,
        [
            (UnresolvedKind::Include, "gone.html", "{% include gone.html %}"),
            (UnresolvedKind::Data, "site.data.nothing.x", "{{ site.data.nothing.x }}"),
            (UnresolvedKind::Filter, "wave", "{{ 'a' | wave }}"),
            (UnresolvedKind::Tag, "wave", "{% wave %}"),
            (UnresolvedKind::Variable, "now", "{{ 'now' | date: '%Y' }}"),
        ]
    );
    assert_eq!(expansion.unresolved[0].reason, "there is no _includes/gone.html");
    assert_eq!(expansion.problems, []);
}

#[test]
fn now_is_what_the_caller_says() {
    let globals = globals();
    let mut context = Context::new(&globals, &NoIncludes);
    context.now = Some(Time::midnight(jiff::civil::date(2020, 6, 1)));
    assert_eq!(expand("{{ 'now' | date: '%F' }}", &context).text, "2020-06-01");
}

#[test]
fn markdown_is_the_callers() {
    let globals = globals();
    let mut context = Context::new(&globals, &NoIncludes);
    assert_eq!(expand("{{ 'a' | markdownify }}", &context).unresolved[0].name, "markdownify");
    let markdown = |text: &str| format!("<p>{text}</p>\n");
    context.markdown = Some(&markdown);
    assert_eq!(expand("{{ 'a' | markdownify }}", &context).text, "<p>a</p>\n");
}

#[test]
fn an_include_never_climbs_out_of_its_folder() {
    let globals = globals();
    for name in ["../secret", "a/../../b", "/../x", "./x", "c:\\x"] {
        let expansion = expand(&format!("{{% include {name} %}}"), &Context::new(&globals, &INCLUDES));
        assert_eq!((expansion.text.as_str(), expansion.unresolved.len()), ("", 1), "{name}");
        assert!(expansion.unresolved[0].reason.starts_with("its name leaves"), "{name}");
    }
}

#[test]
fn mistakes_are_problems_and_the_text_goes_on() {
    let globals = globals();
    for (template, text, message, place) in [
        ("a {{ b", "a {{ b", "this Liquid output is never closed", "{{"),
        ("a {{ b } c", "a {{ b } c", "this Liquid output is closed with one brace", "{{ b }"),
        ("a {% b", "a {% b", "this Liquid tag is never closed", "{%"),
        ("{% if page.n %}x", "x", "`if` is never closed", "{% if page.n %}"),
        ("{% endif %}x", "x", "`endif` without its `if`", "{% endif %}"),
        ("{% if %}a{% else %}b{% endif %}", "b", "`if` without a condition that can be read", "{% if %}"),
        ("{% for x %}a{% endfor %}b", "b", "`for` without a list that can be read", "{% for x %}"),
        ("{% for t in page.tags %}{% if t %}{{ t }}{% endfor %}!", "ba!", "`if` is never closed", "{% if t %}"),
        ("{{ 1 | divided_by: 0 }}x", "x", "filter `divided_by`: it divides by 0", "{{ 1 | divided_by: 0 }}"),
        ("{% if page.n = 7 %}a{% endif %}b", "b", "`=` is no comparison", "{% if page.n = 7 %}"),
        ("{% raw %}a", "a", "`raw` is never closed", "{% raw %}"),
        ("a{% comment %}b", "a", "`comment` is never closed", "{% comment %}"),
        (
            "{% include badge.html x %}y",
            "y",
            "the parameters of `include badge.html` cannot be read",
            "{% include badge.html x %}",
        ),
        (
            "{% include broken.html %}",
            "",
            "in _includes/broken.html: `if` is never closed",
            "{% include broken.html %}",
        ),
    ] {
        let expansion = expand(template, &Context::new(&globals, &INCLUDES));
        assert_eq!(expansion.text, text, "{template}");
        let found = expansion.problems.iter().find(|problem| problem.message == message);
        let found = found.unwrap_or_else(|| panic!("{template}: {:?}", expansion.problems));
        assert_eq!(found.span.of(template), place, "{template}");
    }
}

#[test]
fn limits_stop_with_a_message() {
    let globals = globals();
    let mut context = Context::new(&globals, &INCLUDES);
    context.limits = Limits::default();
    context.limits.steps = 1000;
    context.limits.bytes = 10_000;
    context.limits.includes = 5;
    context.limits.include_depth = 3;
    for (template, message) in [
        ("{% for i in (1..1000000000) %}{% endfor %}", "loops and filters take more than 1000 steps"),
        (
            "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..90) %}{% assign a = a | append: a %}{% endfor %}",
            "the text grows beyond 10000 bytes",
        ),
        ("{{ (1..1000000000) | join }}", "loops and filters take more than 1000 steps"),
        ("{% for i in (1..9) %}{% include badge.html %}{% endfor %}", "the template includes more than 5 files"),
        ("{% include again.html %}", "includes are nested more than 3 deep"),
    ] {
        let expansion = expand(template, &context);
        assert!(expansion.text.len() <= 10_000, "{template}");
        assert_eq!(expansion.problems.first().map(|it| it.message.as_str()), Some(message), "{template}");
    }
}

#[test]
fn deep_nesting_is_bounded() {
    let globals = Object::default();
    let deep = "{% if true %}".repeat(5000) + "x" + &"{% endif %}".repeat(5000);
    let expansion = expand(&deep, &Context::new(&globals, &NoIncludes));
    assert_eq!(expansion.text, "x");
    assert_eq!(expansion.problems.len(), 1);
    assert_eq!(expansion.problems[0].message, "blocks are nested more than 100 deep");
    let nested = "{% assign a = '' | split: ',' %}{% for i in (1..5000) %}{% assign b = '' | split: ',' | push: a %}{% assign a = b %}{% endfor %}{{ a | jsonify }}";
    assert!(!expand(nested, &Context::new(&globals, &NoIncludes)).problems.is_empty());
    let brackets = format!("{{{{ a{}1{} }}}}", "[".repeat(9999), "]".repeat(9999));
    assert_eq!(expand(&brackets, &Context::new(&globals, &NoIncludes)).text, "");
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
