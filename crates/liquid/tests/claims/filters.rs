//! Filters.

use super::claims;
use handbill_liquid::{Context, NoIncludes, Object, expand};

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
