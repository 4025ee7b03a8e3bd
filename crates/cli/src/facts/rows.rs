//! From a document to the rows of the table: one for every fact, in the order of Event JSON.

use handbill_model::{Document, Evidence, Pointer, Source};
use serde_json::{Map, Value};

/// A row: a fact, or the heading of those beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// How many headings it stands under.
    pub(crate) depth: usize,
    /// What it tells, as `registration`.
    pub(crate) fact: String,
    /// What it says; empty for a heading that only gathers.
    pub(crate) value: String,
    /// Where it stands: a line, or another file and its line.
    pub(crate) line: String,
    /// The author's words there, and what was concluded from them.
    pub(crate) words: String,
}

/// Every fact of the event, then what the page tells of itself.
pub(crate) fn rows(document: &Document) -> Vec<Row> {
    let mut table = Table { evidence: &document.evidence, rows: Vec::new() };
    let whole = serde_json::to_value(document).expect("a document has string keys only");
    for (part, left_out) in [("event", &["id"][..]), ("page", &["path", "role", "unresolved", "front_matter"])] {
        let Some(Value::Object(facts)) = whole.get(part) else { continue };
        table.keys(0, facts, left_out, &Pointer::root().key(part));
    }
    table.rows
}

struct Table<'a> {
    evidence: &'a Evidence,
    rows: Vec<Row>,
}

impl Table<'_> {
    fn keys(&mut self, depth: usize, record: &Map<String, Value>, left_out: &[&str], at: &Pointer) {
        for (key, value) in record.iter().filter(|(key, _)| !left_out.contains(&key.as_str())) {
            match value {
                // Logistics is a drawer of the model, and nothing that a reader of a page would look for.
                Value::Object(drawer) if key == "logistics" => self.keys(depth, drawer, &[], &at.key(key)),
                // There they are as the page words them, and the event has them, too.
                Value::String(_)
                    if matches!(key.as_str(), "dates" | "location") && at.as_str().ends_with("/logistics") =>
                {
                    self.value(depth, &format!("{key} in words"), value, &at.key(key));
                }
                _ => self.value(depth, &words(key), value, &at.key(key)),
            }
        }
    }

    fn value(&mut self, depth: usize, fact: &str, value: &Value, at: &Pointer) {
        match value {
            Value::Null => {}
            Value::Bool(yes) => self.row(depth, fact, if *yes { "yes" } else { "no" }.to_owned(), at),
            Value::Number(number) => self.row(depth, fact, number.to_string(), at),
            Value::String(text) => self.row(depth, fact, text.clone(), at),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(depth, one(fact), item, &at.index(index));
                }
            }
            Value::Object(record) => self.record(depth, fact, record, at),
        }
    }

    /// A record is one row where it reads as one value; else its name with the rest beneath.
    fn record(&mut self, depth: usize, fact: &str, record: &Map<String, Value>, at: &Pointer) {
        if let Some(value) = whole(record) {
            let fact = record.get("label").and_then(Value::as_str).unwrap_or(fact);
            return self.row(depth, fact, value, at);
        }
        let (fact, mut taken) = label(fact, record);
        let name = NAMES.iter().find(|name| !taken.contains(name) && record.get(**name).is_some_and(Value::is_string));
        match name.and_then(|name| Some((*name, record.get(*name)?.as_str()?))) {
            Some((name, value)) => {
                self.row(depth, &fact, value.to_owned(), &at.key(name));
                taken.push(name);
            }
            None => self.rows.push(Row::heading(depth, &fact)),
        }
        self.keys(depth + 1, record, &taken, at);
    }

    fn row(&mut self, depth: usize, fact: &str, value: String, at: &Pointer) {
        let place = self.place(at);
        self.rows.push(Row {
            depth,
            fact: fact.to_owned(),
            value,
            line: place.map(line).unwrap_or_default(),
            words: place.map(said).unwrap_or_default(),
        });
    }

    /// The first place of this fact, or of the first fact inside it.
    fn place(&self, at: &Pointer) -> Option<&Source> {
        let inside = || {
            let prefix = format!("{at}/");
            self.evidence.iter().find(|(pointer, _)| pointer.as_str().starts_with(&prefix)).map(|(_, places)| places)
        };
        self.evidence.get(at).or_else(inside)?.first()
    }
}

impl Row {
    fn heading(depth: usize, fact: &str) -> Self {
        Self { depth, fact: fact.to_owned(), value: String::new(), line: String::new(), words: String::new() }
    }
}

/// The keys that name a record, best first.
const NAMES: &[&str] = &["name", "title", "label", "text", "kind", "email", "start", "url"];

/// The value of a record that reads as one: a moment, a length, a price, a run of days, a language, a position.
fn whole(record: &Map<String, Value>) -> Option<String> {
    let text = |key: &str| record.get(key).and_then(Value::as_str);
    let only = |keys: &[&str]| record.keys().all(|key| keys.contains(&key.as_str()));
    if only(&["date", "time", "time_zone", "instant", "text", "label"])
        && (text("date").is_some() || text("text").is_some())
    {
        let civil: Vec<&str> = ["date", "time", "time_zone"].into_iter().filter_map(text).collect();
        return if civil.is_empty() { text("text").map(str::to_owned) } else { Some(civil.join(" ")) };
    }
    if only(&["min", "max"]) {
        let number = |key: &str| record.get(key).and_then(Value::as_u64);
        return match (number("min"), number("max")) {
            (Some(min), Some(max)) if min == max => Some(format!("{min}")),
            (Some(min), Some(max)) => Some(format!("{min} to {max}")),
            (Some(min), None) => Some(format!("{min} or more")),
            (None, Some(max)) => Some(format!("up to {max}")),
            (None, None) => None,
        };
    }
    if only(&["code", "name"]) {
        return Some(text("name").unwrap_or_else(|| text("code").unwrap_or_default()).to_owned());
    }
    if let (true, Some(amount), Some(words)) =
        (only(&["text", "label", "for", "amount", "currency", "symbol"]), text("amount"), text("text"))
    {
        return Some(text("currency").map_or(words.to_owned(), |currency| format!("{words} ({amount} {currency})")));
    }
    if let (true, Some(start), Some(end)) = (only(&["start", "end"]), text("start"), text("end")) {
        return Some(format!("{start} to {end}"));
    }
    if only(&["lat", "lon"]) {
        return Some(format!("{}, {}", record.get("lat")?, record.get("lon")?));
    }
    None
}

/// What a record's row is called, and the keys that say so: a session by its time, a day by its date.
fn label(fact: &str, record: &Map<String, Value>) -> (String, Vec<&'static str>) {
    let text = |key: &str| record.get(key).and_then(Value::as_str);
    match (fact, text("start"), text("end"), text("period"), text("date")) {
        ("session", Some(start), Some(end), _, _) => (format!("{start} to {end}"), vec!["start", "end"]),
        ("session", Some(start), None, _, _) => (start.to_owned(), vec!["start"]),
        ("session", None, _, Some(period), _) => (period.to_owned(), vec!["period"]),
        ("day", _, _, _, Some(date)) => (date.to_owned(), vec!["date"]),
        _ => (fact.to_owned(), Vec::new()),
    }
}

fn words(key: &str) -> String {
    key.replace('_', " ")
}

/// What one item of a list is called: the list's name without its plural `s`.
fn one(list: &str) -> &str {
    list.strip_suffix('s').filter(|word| !word.ends_with('s')).unwrap_or(list)
}

fn line(source: &Source) -> String {
    if source.path.is_empty() { source.line.to_string() } else { format!("{}:{}", source.path, source.line) }
}

fn said(source: &Source) -> String {
    if source.note.is_empty() { source.text.clone() } else { format!("{} ({})", source.text, source.note) }
}
