//! What is not known, what is wrong and what is too much: the text goes on.

use super::{INCLUDES, globals};
use handbill_liquid::{Context, Limits, NoIncludes, Object, Time, UnresolvedKind, expand};

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
            "{% include badge.html x %}y", "y", "the parameters of `include badge.html` cannot be read",
            "{% include badge.html x %}",
        ),
        (
            "{% include broken.html %}", "", "in _includes/broken.html: `if` is never closed",
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
