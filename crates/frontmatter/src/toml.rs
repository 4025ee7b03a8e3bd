//! TOML front matter, as Hugo and Zola have it (TOML 1.1).

use handbill_text::Span;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::problem::problem;
use crate::{Data, Entry, FrontMatter, Kind, Mapping, Problem, Style, Value, date};

pub(crate) fn parse(text: &str, span: Span) -> FrontMatter {
    let (table, errors) = DeTable::parse_recoverable(span.of(text));
    let at = At { text, base: span.start() };
    let problems = errors
        .iter()
        .map(|error| {
            let place = error.span().map_or(Span::at(span.start()), |range| at.span(range));
            let message = error.message().lines().next().unwrap_or("").to_owned();
            let duplicate = message.starts_with("duplicate key");
            let kind = if duplicate { Kind::DuplicateKey } else { Kind::Syntax };
            problem(kind, place, format!("the TOML cannot be read: {message}"), "")
        })
        .collect();
    let root = at.table(table.into_inner()).0;
    let comments = comments(text, span, &root);
    FrontMatter { root, problems, comments, ..FrontMatter::default() }
}

/// The comments: from each `#` outside keys and scalars to the line's end.
fn comments(text: &str, within: Span, root: &Mapping) -> Vec<Span> {
    let mut written = Vec::new();
    scalars(root, &mut written);
    written.sort_unstable();
    let (mut found, mut at, mut next) = (Vec::new(), within.start(), 0);
    while let Some(mark) = text[at..within.end()].find('#').map(|length| at + length) {
        while written.get(next).is_some_and(|scalar: &Span| scalar.end() <= mark) {
            next += 1;
        }
        if let Some(scalar) = written.get(next).filter(|scalar| scalar.start() <= mark) {
            at = scalar.end();
            continue;
        }
        let line = text[mark..within.end()].find(['\r', '\n']).map_or(within.end(), |length| mark + length);
        found.push(Span::new(mark..line));
        at = line;
    }
    found
}

/// The places of keys and scalars; the nesting of a front matter is bounded by its reader.
fn scalars(mapping: &Mapping, found: &mut Vec<Span>) {
    for entry in &mapping.entries {
        found.push(entry.key_span);
        in_value(&entry.value, found);
    }
}

fn in_value(value: &Value, found: &mut Vec<Span>) {
    match &value.data {
        Data::Map(inner) => scalars(inner, found),
        Data::List(items) => items.iter().for_each(|item| in_value(item, found)),
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => {
            found.push(value.span);
        }
    }
}

/// Reads a whole file of TOML.
pub(crate) fn file(text: &str) -> Result<Mapping, Problem> {
    let read = parse(text, Span::new(0..text.len()));
    match read.problems.into_iter().min_by_key(|problem| problem.span) {
        Some(problem) => Err(problem),
        None => Ok(read.root),
    }
}

struct At<'t> {
    text: &'t str,
    base: usize,
}

impl At<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.base + range.start..self.base + range.end)
    }

    /// A mapping, and the place of all that it holds: a table may be written in several pieces.
    fn table(&self, table: DeTable<'_>) -> (Mapping, Option<Span>) {
        let mut entries: Vec<Entry> = table.into_iter().map(|(key, value)| self.entry(key, value)).collect();
        entries.sort_by_key(|entry| entry.key_span);
        let places = entries.iter().map(|entry| entry.key_span.cover(entry.value.span));
        let place = places.reduce(Span::cover);
        (Mapping { entries }, place)
    }

    fn entry(&self, key: Spanned<DeString<'_>>, value: Spanned<DeValue<'_>>) -> Entry {
        let key_span = self.span(key.span());
        Entry { key: key.into_inner().into_owned(), key_span, value: self.value(value), merged: None }
    }

    fn value(&self, value: Spanned<DeValue<'_>>) -> Value {
        let mut span = self.span(value.span());
        let source = span.of(self.text);
        let mut style = Style::Plain;
        let mut written = Some(source.into());
        let data = match value.into_inner() {
            DeValue::String(text) => {
                style = match source.as_bytes() {
                    [b'"', b'"', b'"', ..] | [b'\'', b'\'', b'\'', ..] => Style::Literal,
                    [b'\'', ..] => Style::SingleQuoted,
                    _ => Style::DoubleQuoted,
                };
                written = None;
                Data::Text(text.into_owned())
            }
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => Data::Int(number),
                Err(_) => Data::Text(source.to_owned()),
            },
            DeValue::Float(number) => {
                number.as_str().parse().map_or_else(|_| Data::Text(source.to_owned()), Data::Float)
            }
            DeValue::Boolean(truth) => Data::Bool(truth),
            // It prints as RFC 3339, which YAML's dates are too; a time of day alone is no date.
            DeValue::Datetime(moment) => {
                date::parse(&moment.to_string()).map_or_else(|| Data::Text(source.to_owned()), Data::Date)
            }
            DeValue::Array(items) => {
                style = Style::Flow;
                written = None;
                let items: Vec<Value> = items.into_iter().map(|item| self.value(item)).collect();
                // `[[sponsors]]` stands in pieces too.
                span = items.iter().fold(span, |span, item| span.cover(item.span));
                Data::List(items)
            }
            DeValue::Table(table) => {
                style = if source.starts_with('{') { Style::Flow } else { Style::Block };
                written = None;
                let (map, place) = self.table(table);
                span = place.map_or(span, |place| span.cover(place));
                Data::Map(map)
            }
        };
        Value { span, data, style, written }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Data, Kind, parse, split};

    #[test]
    fn values_have_their_places_in_the_file() {
        let text = "+++\ntitle = 'A'\ndate = 2020-06-01T10:00:00+02:00\n[extra]\nrooms = [\"b\", 2]\n+++\nBody\n";
        let front = parse(text, &split(text));
        assert_eq!(front.problems, []);
        assert_eq!(front.root.get("title").map(|value| value.span.of(text)), Some("'A'"));
        let date = front.root.get("date").and_then(crate::Value::as_date).unwrap();
        assert_eq!(date.to_string(), "2020-06-01T10:00:00+02:00");
        let room = front.root.get_path(&["extra", "rooms", "0"]).unwrap();
        assert_eq!((room.as_str(), room.span.of(text)), (Some("b"), "\"b\""));
        assert_eq!(front.root.get_path(&["extra", "rooms", "1"]).unwrap().data, Data::Int(2));
    }

    #[test]
    fn keys_are_in_the_order_of_the_source() {
        let text = "+++\nb = 1\na = 2\n+++\n";
        let keys: Vec<_> = parse(text, &split(text)).root.entries.into_iter().map(|entry| entry.key).collect();
        assert_eq!(keys, ["b", "a"]);
    }

    #[test]
    fn what_stands_around_an_error_is_kept() {
        let text = "+++\na = 1\nb = \nc = 3\n+++\n";
        let front = parse(text, &split(text));
        assert_eq!(front.problems[0].kind, Kind::Syntax);
        assert_eq!(front.root.get("a").unwrap().data, Data::Int(1));
        assert_eq!(front.root.get("c").unwrap().data, Data::Int(3));
    }
}
