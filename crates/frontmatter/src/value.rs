//! The tree of a front matter.

use handbill_text::Span;

use crate::{Date, Format, Problem};

/// A front matter that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// How it is written; `None` where there is none.
    pub format: Option<Format>,
    /// Its keys and values, in the order of the source.
    pub root: Mapping,
    /// What is wrong with it, in the order of the source.
    pub problems: Vec<Problem>,
    /// The comments (`# ...`, without the line break), in the order of the source.
    pub comments: Vec<Span>,
}

/// Keys and values in the order of the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// The entries. A key that stands twice is here once, at its first place with its last value, as in Ruby.
    pub entries: Vec<Entry>,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key as text: Ruby's `true` for a plain `yes`.
    pub key: String,
    /// Where the key stands, with its quotes.
    pub key_span: Span,
    /// The value.
    pub value: Value,
    /// The place of the merge (`<<: *base`) that brought the entry from elsewhere.
    pub merged: Option<Span>,
}

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Where it stands in the file's text, quotes, brackets and block indicators included; empty where nothing is
    /// written. A value that came through an alias or a merge has the place of the alias.
    pub span: Span,
    /// What it is.
    pub data: Data,
    /// How it is written.
    pub style: Style,
    /// The scalar's text where [`Value::data`] is something else.
    pub(crate) written: Option<Box<str>>,
}

/// What a value is, as Ruby (and so Jekyll) reads it.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// Nothing: `~`, `null` or not a word.
    Null,
    /// `true` and `false`, and what YAML 1.1 takes for them: `yes`, `off`, ...
    Bool(bool),
    /// An integer; one that needs more than 64 bits is [`Data::Text`] with its digits.
    Int(i64),
    /// A number with a fraction or an exponent, infinite and NaN among them.
    Float(f64),
    /// Text.
    Text(String),
    /// A date, with or without a time.
    Date(Date),
    /// A list.
    List(Vec<Value>),
    /// A mapping.
    Map(Mapping),
}

/// How a value is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// A scalar without quotes, or nothing at all.
    #[default]
    Plain,
    /// `'...'`
    SingleQuoted,
    /// `"..."`
    DoubleQuoted,
    /// `|` and the lines below it; TOML's `"""` and `'''`.
    Literal,
    /// `>` and the lines below it.
    Folded,
    /// A list or mapping by lines and indentation.
    Block,
    /// A list or mapping in brackets.
    Flow,
    /// An alias: the value is written elsewhere.
    Alias,
}

impl Mapping {
    /// The value of `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry of `key`.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The value at the end of `path`: keys, and indices into lists.
    ///
    /// ```
    /// let text = "---\nhero:\n  images: [a.jpg, b.jpg]\n---\n";
    /// let front = handbill_frontmatter::parse(text, &handbill_frontmatter::split(text));
    /// let second = front.root.get_path(&["hero", "images", "1"]).expect("it stands there");
    /// assert_eq!(second.as_str(), Some("b.jpg"));
    /// ```
    #[must_use]
    pub fn get_path(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.get(first)?, |value, step| match &value.data {
            Data::Map(map) => map.get(step),
            Data::List(items) => items.get(step.parse::<usize>().ok()?),
            Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => None,
        })
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Value {
    /// A scalar's text as its author wrote it (quotes taken off, escapes resolved, lines folded), whatever Ruby makes
    /// of it: `12:30`, `yes`, `2020-06-01`. `None` for lists and mappings.
    #[must_use]
    pub fn written(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) => Some(self.written.as_deref().unwrap_or(text)),
            Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => {
                Some(self.written.as_deref().unwrap_or(""))
            }
            Data::List(_) | Data::Map(_) => None,
        }
    }

    /// A scalar as Liquid prints it, dates as in [`Date`]'s `Display`; empty for lists and mappings.
    #[must_use]
    pub fn shown(&self) -> String {
        key_text(self, "")
    }

    /// The text, where it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Data::Text(text) = &self.data { Some(text) } else { None }
    }

    /// The integer, where it is one.
    #[must_use]
    pub fn as_int(&self) -> Option<i64> {
        if let Data::Int(number) = self.data { Some(number) } else { None }
    }

    /// The truth value, where it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Data::Bool(truth) = self.data { Some(truth) } else { None }
    }

    /// The date, where it is one.
    #[must_use]
    pub fn as_date(&self) -> Option<Date> {
        if let Data::Date(date) = self.data { Some(date) } else { None }
    }

    /// The items; empty where it is no list.
    #[must_use]
    pub fn as_list(&self) -> &[Value] {
        if let Data::List(items) = &self.data { items } else { &[] }
    }

    /// The mapping, where it is one.
    #[must_use]
    pub fn as_map(&self) -> Option<&Mapping> {
        if let Data::Map(map) = &self.data { Some(map) } else { None }
    }

    /// Whether nothing is there.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.data, Data::Null)
    }
}

impl Value {
    /// A plain value of which nothing more is known.
    #[must_use]
    pub fn new(span: Span, data: Data) -> Self {
        Self { span, data, style: Style::Plain, written: None }
    }

    /// What a copy costs: one for each value, and its text in eighths. Counting stops beyond `limit`.
    pub(crate) fn weight(&self, limit: usize) -> usize {
        let mut weight = 1 + self.written.as_deref().map_or(0, |text| text.len() / 8);
        match &self.data {
            Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => {}
            Data::Text(text) => weight += text.len() / 8,
            Data::List(items) => {
                for item in items {
                    if weight > limit {
                        break;
                    }
                    weight += item.weight(limit - weight);
                }
            }
            Data::Map(map) => {
                for entry in &map.entries {
                    if weight > limit {
                        break;
                    }
                    weight += entry.key.len() / 8 + entry.value.weight(limit - weight);
                }
            }
        }
        weight
    }
}

/// A key as text, as Liquid would look it up: `true` for `yes`, `45000` for `12:30`; what is no scalar as it is written.
pub(crate) fn key_text(value: &Value, text: &str) -> String {
    match &value.data {
        Data::Null => String::new(),
        Data::Bool(truth) => truth.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => format!("{number:?}"),
        Data::Text(text) => text.clone(),
        Data::Date(date) => date.to_string(),
        Data::List(_) | Data::Map(_) => value.span.of(text).to_owned(),
    }
}
