//! Expressions as Liquid reads what its grammar refuses: it takes the first thing that looks like a value, and what
//! looks like filters, and drops the rest.

use crate::Value;
use crate::expression::{Comparison, Condition, Expr, Filter, Joint, Key, Operator, Path, Piped};
use crate::strict::{LoopHead, identifier};

/// How deep brackets may nest in one expression.
const DEPTH: usize = 32;

/// An expression of one fragment: a literal, a range or a variable path. Never fails.
pub(crate) fn expression(text: &str) -> Expr {
    nested(text, 0)
}

fn nested(text: &str, depth: usize) -> Expr {
    let text = text.trim();
    if depth > DEPTH {
        return Expr::NIL;
    }
    if let Some(inner) = quoted(text) {
        return Expr::Literal(Value::from(inner));
    }
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && let Some((first, last)) = inner.split_once("..")
        && !first.is_empty()
        && !last.is_empty()
    {
        return Expr::Range(Box::new(nested(first, depth + 1)), Box::new(nested(last, depth + 1)));
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.starts_with(|c: char| c.is_ascii_digit()) {
        if digits.bytes().all(|b| b.is_ascii_digit()) {
            return Expr::Literal(
                text.parse::<i64>().map_or_else(|_| Value::Float(text.parse().unwrap_or(0.0)), Value::Int),
            );
        }
        if digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            // What follows a second point is no part of the number.
            let end = digits.match_indices('.').nth(1).map_or(text.len(), |(i, _)| i + text.len() - digits.len());
            return Expr::Literal(Value::Float(text[..end].trim_end_matches('.').parse().unwrap_or(0.0)));
        }
    }
    path(text, depth)
}

/// A single word: one of the named literals, or a variable.
pub(crate) fn word(text: &str) -> Expr {
    match text {
        "nil" | "null" | "" => Expr::NIL,
        "true" => Expr::Literal(Value::Bool(true)),
        "false" => Expr::Literal(Value::Bool(false)),
        "empty" => Expr::Literal(Value::Empty),
        "blank" => Expr::Literal(Value::Blank),
        name => Expr::Path(Path { name: Key::Name(name.to_owned()), keys: Vec::new() }),
    }
}

/// Every `[bracket]` and every name in `text` is a part of the path; what is neither does not count.
fn path(text: &str, depth: usize) -> Expr {
    let mut keys = Vec::new();
    let mut at = 0;
    // No bracket that opens after this one closes, so none of them need be followed to the end of the text.
    let last_close = text.rfind(']').unwrap_or(0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with('[')
            && at < last_close
            && let Some(len) = bracket(rest)
        {
            keys.push(Key::Computed(Box::new(nested(&rest[1..len - 1], depth + 1))));
            at += len;
        } else {
            let len = identifier(rest);
            if len > 0 {
                keys.push(Key::Name(rest[..len].to_owned()));
            }
            at += len.max(rest.chars().next().map_or(1, char::len_utf8));
        }
    }
    if keys.is_empty() {
        return Expr::NIL;
    }
    let name = keys.remove(0);
    match name {
        Key::Name(name) if keys.is_empty() => word(if name == text { text } else { &name }),
        name => Expr::Path(Path { name, keys }),
    }
}

/// The length of a bracket with something in it: up to the first that closes.
fn bracket(text: &str) -> Option<usize> {
    text.find(']').filter(|&end| end > 1).map(|end| end + 1)
}

fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text.get(1..)?.strip_suffix(quote)
}

/// The length of a fragment at the start: a quoted text, or characters without white space, comma, bar or lone quote.
pub(crate) fn fragment(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => match text[at + 1..].find(char::from(quote)) {
                Some(end) if at == 0 => return end + 2,
                Some(end) => at += end + 2,
                None => break,
            },
            b',' | b'|' => break,
            byte if byte.is_ascii_whitespace() || byte == 0x0b => break,
            _ => at += 1,
        }
    }
    at
}

/// The first fragment in `text` and what follows it.
pub(crate) fn first_fragment(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    while at < text.len() {
        let len = fragment(&text[at..]);
        if len > 0 {
            return Some((&text[at..at + len], &text[at + len..]));
        }
        at += 1;
    }
    None
}

/// An output's inside.
pub(crate) fn piped(text: &str) -> Piped {
    let Some((name, rest)) = first_fragment(text) else { return Piped { expr: Expr::NIL, filters: Vec::new() } };
    let mut filters = Vec::new();
    if let Some((_, rest)) = rest.split_once('|') {
        let mut rest = rest;
        while !rest.is_empty() {
            let len = filter_len(rest);
            if let Some(filter) = filter(&rest[..len]) {
                filters.push(filter);
            }
            let skip = rest[len..].chars().next().map_or(0, char::len_utf8);
            rest = &rest[len + skip..];
        }
    }
    Piped { expr: expression(name), filters }
}

/// Up to the next bar or lone quote.
fn filter_len(text: &str) -> usize {
    let mut at = 0;
    while at < text.len() {
        let len = fragment(&text[at..]);
        if len == 0 {
            let byte = text.as_bytes()[at];
            if !(byte == b',' || byte.is_ascii_whitespace() || byte == 0x0b) {
                break;
            }
            at += 1;
        }
        at += len;
    }
    at
}

fn filter(text: &str) -> Option<Filter> {
    let start = text.find(|c: char| c.is_ascii_alphanumeric() || c == '_')?;
    let len = word_len(&text[start..]);
    let mut filter = Filter { name: text[start..start + len].to_owned(), args: Vec::new(), named: Vec::new() };
    let mut at = start + len;
    while let Some(found) = text[at..].find([':', ',']) {
        at += found + 1;
        at += blanks(&text[at..]);
        let word = word_len(&text[at..]);
        let colon = at + word + blanks(&text[at + word..]);
        if word > 0 && text[colon..].starts_with(':') {
            let value = colon + 1 + blanks(&text[colon + 1..]);
            let len = fragment(&text[value..]);
            if len > 0 {
                filter.named.push((text[at..at + word].to_owned(), expression(&text[value..value + len])));
                at = value + len;
                continue;
            }
        }
        let len = fragment(&text[at..]);
        if len > 0 {
            filter.args.push(expression(&text[at..at + len]));
        }
        at += len;
    }
    Some(filter)
}

/// The condition of `if`: the comparisons between `and` and `or`.
pub(crate) fn condition(text: &str) -> Option<Condition> {
    let mut parts: Vec<(Joint, &str)> = Vec::new();
    let (mut joint, mut start, mut at) = (Joint::And, 0, 0);
    while at < text.len() {
        let len = fragment(&text[at..]);
        let next = match &text[at..at + len] {
            "and" => Some(Joint::And),
            "or" => Some(Joint::Or),
            _ => None,
        };
        if let Some(next) = next {
            parts.push((joint, &text[start..at]));
            (joint, start) = (next, at + len);
        }
        at += len.max(text[at..].chars().next().map_or(1, char::len_utf8).max(len));
    }
    parts.push((joint, &text[start..]));
    let mut comparisons = Vec::new();
    for (joint, part) in parts {
        comparisons.push((joint, comparison(part)?));
    }
    let (_, first) = comparisons.remove(0);
    Some(Condition { first, rest: comparisons })
}

fn comparison(text: &str) -> Option<Comparison> {
    let (left, rest) = first_fragment(text)?;
    let rest = rest.trim_start();
    let operator = rest.bytes().take_while(|b| matches!(b, b'=' | b'!' | b'<' | b'>' | b'_' | b'a'..=b'z')).count();
    if operator == 0 {
        return Some(Comparison { left: expression(left), right: None });
    }
    let after = rest[operator..].trim_start();
    let right = expression(&after[..fragment(after)]);
    Some(Comparison { left: expression(left), right: Some((Operator::read(&rest[..operator]), right)) })
}

/// The head of a loop.
pub(crate) fn loop_head(text: &str) -> Option<LoopHead> {
    let item = identifier_with_brackets(text);
    let rest = text[item..].trim_start();
    if item == 0 || rest.len() == text.len() - item {
        return None;
    }
    let rest = rest.strip_prefix("in")?;
    let list = rest.trim_start();
    let mut len = 0;
    while len < list.len() && fragment(&list[len..]) > 0 {
        len += fragment(&list[len..]);
    }
    if len == 0 || list.len() == rest.len() {
        return None;
    }
    let reversed = list[len..].trim_start().starts_with("reversed");
    Some(LoopHead {
        item: text[..item].to_owned(),
        list: expression(&list[..len]),
        list_text: list[..len].to_owned(),
        reversed,
        attributes: attributes(text),
    })
}

fn identifier_with_brackets(text: &str) -> usize {
    text.bytes().take_while(|&b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'[' | b']')).count()
}

/// Every `name: value` in `text`.
pub(crate) fn attributes(text: &str) -> Vec<(String, Expr)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let word = word_len(&text[at..]);
        if word == 0 {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let colon = at + word + blanks(&text[at + word..]);
        let (name, after) = (&text[at..at + word], colon + 1);
        at += word;
        if text[colon..].starts_with(':') {
            let value = after + blanks(&text[after..]);
            let len = fragment(&text[value..]);
            if len > 0 {
                found.push((name.to_owned(), expression(&text[value..value + len])));
                at = value + len;
            }
        }
    }
    found
}

fn word_len(text: &str) -> usize {
    text.bytes().take_while(|&b| b.is_ascii_alphanumeric() || b == b'_').count()
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
