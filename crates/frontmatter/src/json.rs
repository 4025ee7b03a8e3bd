//! JSON front matter (RFC 8259), as Hugo has it.

use handbill_text::Span;

use crate::index::Index;
use crate::problem::{duplicate, problem};
use crate::{Data, Entry, FrontMatter, Kind, Mapping, Style, Value};

/// Lists and objects inside one another.
const MAX_DEPTH: usize = 100;

pub(crate) fn parse(text: &str, span: Span) -> FrontMatter {
    let mut reader = Reader { text, at: span.start(), end: span.end(), depth: 0, problems: Vec::new() };
    let root = reader.value().data;
    let root = if let Data::Map(root) = root { root } else { Mapping::default() };
    FrontMatter { root, problems: reader.problems, ..FrontMatter::default() }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    depth: usize,
    problems: Vec<crate::Problem>,
}

impl Reader<'_> {
    /// The next value; after an error everything is skipped, so that what was read before it is kept.
    fn value(&mut self) -> Value {
        self.blanks();
        let start = self.at;
        let (data, style) = match self.peek() {
            Some(b'{' | b'[') if self.depth == MAX_DEPTH => {
                self.fail(Kind::Limit, "lists and objects are nested too deeply");
                (Data::Null, Style::Flow)
            }
            Some(b'{') => (self.object(), Style::Flow),
            Some(b'[') => (self.list(), Style::Flow),
            Some(b'"') => (Data::Text(self.string()), Style::DoubleQuoted),
            Some(_) => return self.word(),
            None => {
                self.fail(Kind::Syntax, "a value is missing");
                (Data::Null, Style::Plain)
            }
        };
        Value { span: Span::new(start..self.at.max(start)), data, style, written: None }
    }

    fn object(&mut self) -> Data {
        let (mut map, mut index) = (Mapping::default(), Index::default());
        self.inside(b'}', |reader| {
            let start = reader.at;
            if reader.peek() != Some(b'"') {
                return reader.fail(Kind::Syntax, "a key in quotes is missing");
            }
            let key = reader.string();
            let key_span = Span::new(start..reader.at);
            reader.blanks();
            if !reader.take(b':') {
                return reader.fail(Kind::Syntax, "a colon is missing after the key");
            }
            let value = reader.value();
            if let Some(first) = index.insert(&mut map, Entry { key, key_span, value, merged: None }) {
                reader.problems.push(duplicate(&first.key, first.key_span, key_span));
            }
        });
        Data::Map(map)
    }

    fn list(&mut self) -> Data {
        let mut items = Vec::new();
        self.inside(b']', |reader| items.push(reader.value()));
        Data::List(items)
    }

    fn inside(&mut self, close: u8, mut item: impl FnMut(&mut Self)) {
        self.at += 1;
        self.depth += 1;
        self.blanks();
        if !self.take(close) {
            loop {
                self.blanks();
                item(self);
                self.blanks();
                if self.take(close) || self.at >= self.end {
                    break;
                }
                if !self.take(b',') {
                    self.fail(Kind::Syntax, "a comma or a closing bracket is missing");
                    break;
                }
            }
        }
        self.depth -= 1;
    }

    fn string(&mut self) -> String {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..self.end];
            let Some(len) = rest.find(['"', '\\']) else {
                self.fail(Kind::Syntax, "a quotation mark opens text that is never closed");
                return out;
            };
            out.push_str(&rest[..len]);
            self.at += len + 1;
            if rest.as_bytes()[len] == b'"' {
                return out;
            }
            out.push(self.escaped());
        }
    }

    fn escaped(&mut self) -> char {
        let Some(c) = self.text[self.at..self.end].chars().next() else { return '\\' };
        self.at += c.len_utf8();
        match c {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let high = self.hex();
                let pair = (0xd800..0xdc00).contains(&high) && self.text[self.at..self.end].starts_with("\\u");
                if !pair {
                    return char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER);
                }
                self.at += 2;
                let low = self.hex();
                let code = 0x10000 + ((high - 0xd800) << 10) + low.wrapping_sub(0xdc00);
                Some(code).filter(|_| (0xdc00..0xe000).contains(&low)).and_then(char::from_u32).unwrap_or('\u{fffd}')
            }
            other => other,
        }
    }

    fn hex(&mut self) -> u32 {
        let digits = self.text.get(self.at..(self.at + 4).min(self.end)).unwrap_or("");
        match u32::from_str_radix(digits, 16) {
            Ok(code) if digits.len() == 4 && !digits.starts_with('+') => {
                self.at += 4;
                code
            }
            Ok(_) | Err(_) => u32::from(char::REPLACEMENT_CHARACTER),
        }
    }

    /// `true`, `false`, `null` or a number.
    fn word(&mut self) -> Value {
        let rest = &self.text[self.at..self.end];
        let len = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).unwrap_or(rest.len());
        let word = &rest[..len];
        let span = Span::new(self.at..self.at + len);
        let data = match word {
            "true" => Data::Bool(true),
            "false" => Data::Bool(false),
            "null" => Data::Null,
            _ if word.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => match word.parse() {
                Ok(number) => Data::Int(number),
                Err(_) => word.parse().map_or_else(|_| Data::Text(word.to_owned()), Data::Float),
            },
            _ => {
                self.fail(Kind::Syntax, "this is no JSON value");
                return Value::new(Span::at(span.start()), Data::Null);
            }
        };
        self.at += len;
        Value { span, data, style: Style::Plain, written: Some(word.into()) }
    }

    fn fail(&mut self, kind: Kind, message: &str) {
        // One mistake is one problem: what follows from it is not told.
        if self.at < self.end || self.problems.is_empty() {
            let place = self.text[self.at..self.end].chars().next().filter(|c| !c.is_control());
            let span = Span::new(self.at..self.at + place.map_or(0, char::len_utf8));
            self.problems.push(problem(kind, span, format!("the JSON cannot be read: {message}"), ""));
        }
        self.at = self.end;
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes()[..self.end].get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Data, Kind, parse, split};

    #[test]
    fn values_have_their_places_in_the_file() {
        let text = "{\n  \"a\": {\"b\": [1, -2.5e3, \"\\u00e9\\ud83d\\ude00\\n\"]},\n  \"c\": null\n}\nBody";
        let front = parse(text, &split(text));
        assert_eq!(front.problems, []);
        assert_eq!(front.root.get("a").unwrap().span.of(text), "{\"b\": [1, -2.5e3, \"\\u00e9\\ud83d\\ude00\\n\"]}");
        assert_eq!(front.root.get_path(&["a", "b", "1"]).unwrap().data, Data::Float(-2500.0));
        assert_eq!(front.root.get_path(&["a", "b", "2"]).unwrap().as_str(), Some("é😀\n"));
        assert!(front.root.get("c").unwrap().is_null());
    }

    #[test]
    fn what_stands_before_an_error_is_kept() {
        let text = "{\"a\": 1, \"b\": [2, oops], \"c\": 3}\n";
        let front = parse(text, &split(text));
        assert_eq!(front.problems.len(), 1);
        assert_eq!(front.problems[0].span.of(text), "o");
        assert_eq!(front.root.get_path(&["b", "0"]).unwrap().data, Data::Int(2));
    }

    #[test]
    fn the_last_of_two_equal_keys_counts() {
        let text = "{\"a\": 1, \"a\": 2}\n";
        let front = parse(text, &split(text));
        assert_eq!(front.problems[0].kind, Kind::DuplicateKey);
        assert_eq!(front.root.get("a").unwrap().data, Data::Int(2));
    }

    #[test]
    fn depth_is_bounded() {
        let text = format!("{{\"a\": {}{}}}\n", "[".repeat(500), "]".repeat(500));
        assert_eq!(parse(&text, &split(&text)).problems[0].kind, Kind::Limit);
    }
}
