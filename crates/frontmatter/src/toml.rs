//! TOML front matter, as Hugo and Zola have it (TOML 1.1).

use handbill_text::Span;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::problem::problem;
use crate::{Data, Entry, FrontMatter, Kind, Mapping, Style, Value, date};

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
    FrontMatter { root: at.table(table.into_inner()).0, problems, ..FrontMatter::default() }
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
