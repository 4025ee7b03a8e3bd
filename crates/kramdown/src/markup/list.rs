//! Attribute lists: what stands inside `{: .class #id key="value" reference}`.

use crate::markup::tag::is_space;

/// A list has no more keys than these.
const MAX_PAIRS: usize = 100;

/// An attribute list that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AttributeList {
    /// Names of definitions that it takes in.
    pub(crate) references: Vec<String>,
    /// In the order in which they were named first; classes are gathered in one value.
    pub(crate) pairs: Vec<(String, String)>,
}

impl AttributeList {
    /// Adds what `text`, the inside of a list, says. What is no item is passed over.
    pub(crate) fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut unclosed = [false; 2];
        let mut at = self.item(text, 0, &mut unclosed).unwrap_or(0);
        while at < bytes.len() {
            at += 1;
            if is_space(bytes[at - 1]) {
                at = self.item(text, at, &mut unclosed).unwrap_or(at);
            }
        }
    }

    /// Reads the item at `at` if one stands there and ends at a blank or the end.
    fn item(&mut self, text: &str, at: usize, unclosed: &mut [bool; 2]) -> Option<usize> {
        let bytes = text.as_bytes();
        let first = *bytes.get(at)?;
        if first == b'.' || first == b'#' {
            return self.marks(text, at);
        }
        let name_end = identifier(bytes, at)?;
        if bytes.get(name_end) == Some(&b'=')
            && let Some(quote @ (b'"' | b'\'')) = bytes.get(name_end + 1)
        {
            let unclosed = &mut unclosed[usize::from(*quote == b'"')];
            let end = if *unclosed { None } else { value_end(bytes, name_end + 2, *quote) };
            *unclosed |= end.is_none();
            let end = end?;
            self.set(&text[at..name_end], unescape(&text[name_end + 2..end]));
            return Some(end + 1);
        }
        if name_end == bytes.len() || is_space(bytes[name_end]) {
            self.references.push(text[at..name_end].to_owned());
            return Some(name_end);
        }
        None
    }

    /// Reads `.class#id.other`.
    fn marks(&mut self, text: &str, start: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        let mut at = start;
        while at < bytes.len() && !is_space(bytes[at]) {
            let mark = bytes[at];
            let from = at + 1;
            let mut end = from;
            let id = mark == b'#';
            if id {
                end = id_end(bytes, from)?;
            } else if mark == b'.' {
                while end < bytes.len() && !is_space(bytes[end]) && !matches!(bytes[end], b'.' | b'#') {
                    end += 1;
                }
            }
            if end == from {
                return None;
            }
            found.push((id, &text[from..end]));
            at = end;
        }
        for (id, name) in found {
            if id {
                self.set("id", name.to_owned());
            } else {
                self.add_class(name);
            }
        }
        Some(at)
    }

    fn add_class(&mut self, class: &str) {
        match self.pairs.iter_mut().find(|(key, _)| key == "class") {
            Some((_, value)) => {
                value.push(' ');
                value.push_str(class);
            }
            None => self.pairs.push((String::from("class"), class.to_owned())),
        }
    }

    fn set(&mut self, key: &str, value: String) {
        let full = self.pairs.len() >= MAX_PAIRS;
        match self.pairs.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = value,
            None if !full => self.pairs.push((key.to_owned(), value)),
            None => {}
        }
    }

    /// How many bytes it holds, with some for each of its items.
    pub(crate) fn size(&self) -> usize {
        let names = self.references.iter().map(|name| name.len() + 8);
        8 + names.chain(self.pairs.iter().map(|(key, value)| key.len() + value.len() + 8)).sum::<usize>()
    }
}

/// The end of a name of letters, digits, `_` and `-` that starts with a letter, digit or `_`.
pub(crate) fn identifier(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at).filter(|byte| is_word(**byte))?;
    Some(end_of(bytes, at + 1, |byte| is_word(byte) || byte == b'-'))
}

/// The end of an `id` after its `#`: it starts with a letter, and `:` may stand in it.
fn id_end(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at).filter(|byte| byte.is_ascii_alphabetic())?;
    Some(end_of(bytes, at + 1, |byte| is_word(byte) || matches!(byte, b'-' | b':')))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn end_of(bytes: &[u8], from: usize, goes_on: impl Fn(u8) -> bool) -> usize {
    from + bytes[from..].iter().take_while(|byte| goes_on(**byte)).count()
}

/// The place of the closing quote, the first that has white space or the end after it.
fn value_end(bytes: &[u8], at: usize, quote: u8) -> Option<usize> {
    let closes = |end: &usize| bytes.get(end + 1).is_none_or(|next| is_space(*next));
    memchr::memchr_iter(quote, &bytes[at.min(bytes.len())..]).map(|length| at + length).find(closes)
}

fn unescape(value: &str) -> String {
    let mut result = String::with_capacity(value.len());
    let mut rest = value.chars().peekable();
    while let Some(c) = rest.next() {
        match rest.peek() {
            Some(&next) if c == '\\' && matches!(next, '}' | '"' | '\'') => {
                result.push(next);
                rest.next();
            }
            _ => result.push(c),
        }
    }
    result
}

/// The end of a list's inside, where its `}` stands. `\}` ends it only if nothing else does. `None` if it is empty or
/// never ends.
pub(crate) fn inside_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    let mut escaped = None;
    loop {
        let Some(byte) = bytes.get(at) else { return escaped };
        match byte {
            b'}' => return (at > start).then_some(at),
            b'\\' if bytes.get(at + 1) == Some(&b'}') => {
                escaped = Some(at + 1);
                at += 2;
            }
            _ => at += 1,
        }
    }
}

/// What was found of the end of an attribute list that has the rest of its line to itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListEnd {
    /// Where its `}` stands, and where the line ends.
    pub(crate) found: Option<(usize, usize)>,
    /// The first `}` that is not escaped, or the end of the text: up to there every start finds the same.
    pub(crate) stop: usize,
}

/// As [`inside_end`], where nothing but white space may follow on the line.
pub(crate) fn list_end_alone(bytes: &[u8], start: usize) -> ListEnd {
    let mut at = start;
    let mut escaped = None;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'}' => {
                let alone = line_end(bytes, at + 1).map(|end| (at, end));
                return ListEnd { found: alone.or(escaped), stop: at };
            }
            b'\\' if bytes.get(at + 1) == Some(&b'}') => {
                escaped = line_end(bytes, at + 2).map(|end| (at + 1, end)).or(escaped);
                at += 2;
            }
            _ => at += 1,
        }
    }
    ListEnd { found: escaped, stop: bytes.len() }
}

/// The end of the line, if only white space is left on it.
fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    let end = at + bytes[at..].iter().position(|byte| *byte == b'\n' || !is_space(*byte))?;
    (bytes[end] == b'\n').then_some(end + 1)
}
