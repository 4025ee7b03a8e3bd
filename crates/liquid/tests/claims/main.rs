//! What each construct says, one line a claim: the template and its text. Jekyll 4.3.1 with Liquid 5.4.0 was asked for all of
//! them that it does not stop at; `conformance/liquid` asks it about thousands more.

mod constructs;
mod filters;
mod lenient;

use handbill_liquid::{Context, IncludeSource, Includes, NotIncluded, Object, Value, expand};

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
