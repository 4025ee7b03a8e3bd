//! Plain scalars that Ruby reads as something else than their author wrote.

use handbill_text::Span;

use crate::yaml::resolve;
use crate::{Data, Format, FrontMatter, Mapping, Style, Value};

/// A plain scalar that Ruby's YAML turns into something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surprise {
    /// The keys (and indices of lists) that lead there; the last one is the scalar itself where a key surprises.
    pub path: Vec<String>,
    /// Where it stands.
    pub span: Span,
    /// Whether it is a key.
    pub is_key: bool,
    /// What the author wrote: `12:30`.
    pub written: String,
    /// What Ruby (and so a Jekyll page) shows for it: `45000`.
    pub shown: String,
    /// How that comes about.
    pub kind: SurpriseKind,
}

/// How a plain scalar becomes something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SurpriseKind {
    /// `12:30` is a number to the base of 60: 45000.
    Sexagesimal,
    /// `010` is octal: 8.
    Octal,
    /// `0x1F` and `0b11` are numbers: 31 and 3.
    Radix,
    /// `1,000` and `1_000` lose what groups their digits.
    Grouped,
    /// `yes`, `no`, `on`, `off` are `true` and `false`.
    Truth,
    /// `1.10` is 1.1, `+5` is 5, `.5` is 0.5: the number stays, its writing does not.
    Digits,
    /// A time on a day that does not exist, or at second 60, moves on: `2020-02-30 10:00:00` is 1 March.
    Rollover,
}

impl FrontMatter {
    /// All surprises, in the order of the source. TOML and JSON have none; what is quoted has none.
    ///
    /// ```
    /// let text = "---\nopens: 12:30\nfee: 1,000\nroom: \"010\"\n---\n";
    /// let front = handbill_frontmatter::parse(text, &handbill_frontmatter::split(text));
    /// let found: Vec<_> = front.surprises(text).into_iter().map(|one| (one.written, one.shown)).collect();
    /// assert_eq!(found, [("12:30".into(), "45000".into()), ("1,000".into(), "1000".into())]);
    /// ```
    #[must_use]
    pub fn surprises(&self, text: &str) -> Vec<Surprise> {
        let mut found = Vec::new();
        if self.format == Some(Format::Yaml) {
            in_mapping(text, &self.root, &mut Vec::new(), &mut found);
        }
        found
    }
}

fn in_mapping(text: &str, map: &Mapping, path: &mut Vec<String>, found: &mut Vec<Surprise>) {
    for entry in map.entries.iter().filter(|entry| entry.merged.is_none()) {
        path.push(entry.key.clone());
        let written = entry.key_span.of(text);
        if let Some(kind) = kind(written, &resolve(written)) {
            let (written, shown) = (written.to_owned(), entry.key.clone());
            found.push(Surprise { path: path.clone(), span: entry.key_span, is_key: true, written, shown, kind });
        }
        in_value(text, &entry.value, path, found);
        path.pop();
    }
}

fn in_value(text: &str, value: &Value, path: &mut Vec<String>, found: &mut Vec<Surprise>) {
    match (&value.data, value.style) {
        (_, Style::Alias) => {}
        (Data::List(items), _) => {
            for (i, item) in items.iter().enumerate() {
                path.push(i.to_string());
                in_value(text, item, path, found);
                path.pop();
            }
        }
        (Data::Map(map), _) => in_mapping(text, map, path, found),
        (data, Style::Plain) => {
            let written = value.written().unwrap_or("");
            if let Some(kind) = kind(written, data) {
                let (written, shown) = (written.to_owned(), value.shown());
                found.push(Surprise { path: path.clone(), span: value.span, is_key: false, written, shown, kind });
            }
        }
        (
            Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_),
            Style::SingleQuoted | Style::DoubleQuoted | Style::Literal | Style::Folded | Style::Block | Style::Flow,
        ) => {}
    }
}

fn kind(written: &str, data: &Data) -> Option<SurpriseKind> {
    let digits = written.trim_start_matches(['+', '-']);
    let differs = |shown: String| (shown != written).then_some(SurpriseKind::Digits);
    match data {
        Data::Null | Data::List(_) | Data::Map(_) => None,
        // A number of more than 64 bits is text here, and one in Ruby too large to lose a digit.
        Data::Text(_) => None,
        Data::Bool(_) => {
            let plain = written.eq_ignore_ascii_case("true") || written.eq_ignore_ascii_case("false");
            (!plain).then_some(SurpriseKind::Truth)
        }
        Data::Int(_) | Data::Float(_) if written.contains(':') => Some(SurpriseKind::Sexagesimal),
        Data::Int(_) if digits.starts_with("0x") || digits.starts_with("0b") => Some(SurpriseKind::Radix),
        Data::Int(_) if digits.len() > 1 && digits.starts_with('0') => Some(SurpriseKind::Octal),
        Data::Int(_) | Data::Float(_) if digits.contains([',', '_']) => Some(SurpriseKind::Grouped),
        Data::Int(number) => differs(number.to_string()),
        Data::Float(number) if !number.is_finite() => None,
        Data::Float(_) if digits.contains(['e', 'E']) => None,
        Data::Float(number) => differs(format!("{number:?}")),
        // Jekyll shows times its own way whatever was written; only another moment surprises.
        Data::Date(date) => {
            let time = date.time?;
            let day = written.split('-').nth(2)?.trim_start_matches('0');
            let same_day = day.split(|c: char| !c.is_ascii_digit()).next() == Some(date.day.to_string().as_str());
            (!same_day || written.contains(":60") && time.second == 0).then_some(SurpriseKind::Rollover)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parse, split};

    fn found(yaml: &str) -> Vec<(String, String, SurpriseKind)> {
        let text = format!("---\n{yaml}\n---\n");
        let front = parse(&text, &split(&text));
        let all = front.surprises(&text).into_iter();
        all.inspect(|one| assert_eq!(one.span.of(&text), one.written))
            .map(|one| (one.path.join("."), one.shown, one.kind))
            .collect()
    }

    #[test]
    fn each_kind_has_its_name() {
        let cases = [
            ("a: 12:30", "45000", SurpriseKind::Sexagesimal),
            ("a: 010", "8", SurpriseKind::Octal),
            ("a: 0x1F", "31", SurpriseKind::Radix),
            ("a: 1,000", "1000", SurpriseKind::Grouped),
            ("a: Yes", "true", SurpriseKind::Truth),
            ("a: off", "false", SurpriseKind::Truth),
            ("a: 1.10", "1.1", SurpriseKind::Digits),
            ("a: +49", "49", SurpriseKind::Digits),
            ("a: 2020-02-30 10:00:00", "2020-03-01T10:00:00", SurpriseKind::Rollover),
        ];
        for (yaml, shown, kind) in cases {
            assert_eq!(found(yaml), [("a".to_owned(), shown.to_owned(), kind)], "{yaml}");
        }
    }

    #[test]
    fn what_is_what_it_looks_like_does_not_surprise() {
        for yaml in
            ["12", "-3", "1.5", "true", "False", "2020-06-01", "2020-6-1", "2020-06-01 10:00:00", "~", "null", "x"]
        {
            assert_eq!(found(&format!("a: {yaml}")), [], "{yaml}");
        }
        assert_eq!(found("a: '12:30'\nb: \"yes\"\nc: |\n  010"), []);
    }

    #[test]
    fn keys_and_items_surprise_too() {
        let paths: Vec<_> = found("on: x\nlist: [{b: no}]").into_iter().map(|(path, ..)| path).collect();
        assert_eq!(paths, ["true", "list.0.b"]);
    }

    #[test]
    fn toml_does_not_surprise() {
        let text = "+++\na = 1_000\n+++\n";
        assert_eq!(parse(text, &split(text)).surprises(text), []);
    }
}
