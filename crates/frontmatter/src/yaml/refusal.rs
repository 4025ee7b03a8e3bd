//! What Jekyll's Ruby refuses, in words that help its author.

use std::fmt::Write as _;

use granit_parser::{ErrorKind, ScanError, Tag};
use handbill_text::Span;

use crate::problem::problem;
use crate::{Data, Kind, Problem, Value};

/// The message for an error of the parser.
pub(super) fn syntax(text: &str, span: Span, error: &ScanError) -> Problem {
    let at = (span.start() + error.marker().byte_offset().unwrap_or(0)).min(span.end());
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let place = Span::new(at..at + text[at..].chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8));
    let of_tab = matches!(
        error.kind(),
        ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabNotAllowed
            | ErrorKind::TabAtBlockScalarStart
    );
    if of_tab || text[at..].starts_with('\t') {
        // The parser may name the start of the value that the tab interrupts.
        let tabs = text[at..span.end()].find("\n\t").map_or(at, |found| at + found + 1);
        let at = if text[at..].starts_with('\t') { at } else { tabs };
        return tab(Span::new(at..at + text[at..span.end()].chars().take_while(|c| *c == '\t').count()));
    }
    let (message, help): (&str, &str) = match error.kind() {
        ErrorKind::MappingValueNotAllowed => (
            "a second `: ` on the line looks like another key",
            "put the whole value in quotes, or check the indentation",
        ),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::UnexpectedEndOfPlainScalar => (
            "a quotation mark opens text that is never closed",
            "close it, or put the other kind of quotes around the text",
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("text follows the closing quotation mark", "put the whole value in quotes; double a `'` inside `'...'`")
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator => (
            "a bracket is opened and not closed, or a comma is missing",
            "close it; text that starts with `[` or `{` needs quotes",
        ),
        ErrorKind::UnexpectedCharacter { .. } => ("no value can start with this character", "put the value in quotes"),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            ("this line is no `key: value`", "add the colon, or indent it as part of the value above")
        }
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            ("this line does not fit the ones above it", "give keys of one mapping the same indentation")
        }
        ErrorKind::BlockSequenceEntryNotAllowed => {
            ("a list item cannot stand here", "start the list on the line below its key")
        }
        ErrorKind::UnknownQuotedScalarEscape => {
            ("this escape does not exist in a double-quoted value", "double the backslash, or use single quotes")
        }
        ErrorKind::RecursionLimitExceeded => {
            let message = "lists and mappings are nested too deeply";
            return problem(Kind::Limit, place, message, "text that starts with `[`, `{` or `- ` needs quotes");
        }
        other => return problem(Kind::Syntax, place, format!("the YAML cannot be read: {other}"), ""),
    };
    problem(Kind::Syntax, place, message, help)
}

pub(super) fn tab(place: Span) -> Problem {
    let help = "indent with blanks: YAML takes no tab there";
    problem(Kind::Tab, place, "a tab stands where YAML allows blanks only", help)
}

pub(super) fn tag_without_blank(place: Span) -> Problem {
    problem(Kind::Refused, place, "a bracket follows this tag at once", "put text that starts with `!` in quotes")
}

pub(super) fn keyless(place: Span) -> Problem {
    problem(Kind::Refused, place, "a colon stands without a key before it", "write the key, or put the text in quotes")
}

pub(super) fn question(place: Span) -> Problem {
    problem(Kind::Refused, place, "text in brackets starts with `?`", "put it in quotes")
}

/// Ruby reads `:a` as a symbol, and Jekyll refuses symbols.
pub(super) fn symbol(text: &str, span: Span) -> Option<Problem> {
    let is_symbol = text.starts_with(':') && text.len() > 1;
    let message = || format!("Ruby takes `{text}` for a symbol, which Jekyll refuses");
    is_symbol.then(|| problem(Kind::Refused, span, message(), "put it in quotes"))
}

/// libyaml refuses a text with a control character as a whole, wherever it stands.
pub(super) fn control_characters(text: &str, span: Span, problems: &mut Vec<Problem>) {
    let refused = |c: char| {
        matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    let before = span.of(text).bytes().take_while(|byte| plain(*byte)).count();
    let rest = Span::new(span.start() + before..span.end());
    if let Some((at, c)) = rest.of(text).char_indices().find(|(_, c)| refused(*c)) {
        let place = Span::new(rest.start() + at..rest.start() + at + c.len_utf8());
        let mut message = String::from("a control character, ");
        // Writing into a String cannot fail.
        let _ = write!(message, "U+{:04X}, makes the whole front matter unreadable", u32::from(c));
        problems.push(problem(Kind::Refused, place, message, "remove it"));
    }
}

/// Jekyll refuses a front matter with a tag that makes a Ruby object.
pub(super) fn tag(tag: &Tag, place: Span) -> Option<Problem> {
    let name = super::build::name(tag);
    let refused = match &*name {
        "set" | "ruby/sym" | "ruby/symbol" | "ruby/regexp" | "ruby/range" => true,
        name => ["ruby/object", "ruby/struct", "ruby/class", "ruby/hash:", "ruby/array:"]
            .iter()
            .any(|start| name.starts_with(start)),
    };
    refused.then(|| {
        problem(Kind::Tag, place, format!("Jekyll refuses a front matter with the tag `!{name}`"), "remove the tag")
    })
}

/// The tags that make text of anything.
pub(super) fn means_text(tag: &str) -> bool {
    matches!(tag, "str" | "ruby/string")
}

pub(super) fn not_a_mapping(text: &str, value: &Value) -> Problem {
    let line = value.span.of(text).lines().next().unwrap_or("");
    let span = Span::new(value.span.start()..value.span.start() + line.len());
    let (message, help) = match &value.data {
        Data::List(_) => ("the front matter is a list; Jekyll stops at such a page", "write `key: value` lines"),
        Data::Text(_) if line.contains(':') => {
            ("the front matter has no key; Jekyll stops at such a page", "put a blank after the colon")
        }
        Data::Text(_) | Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) | Data::Map(_) => {
            ("the front matter has no key; Jekyll stops at such a page", "write `key: value` lines")
        }
    };
    problem(Kind::NotAMapping, span, message, help)
}

/// The key, quotes included, of a line that starts with one: `title: A`, `"a b":`.
pub(super) fn key_of_line(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    if !(first.is_alphanumeric() || matches!(first, '_' | '"' | '\'')) {
        return None;
    }
    let colon = line
        .char_indices()
        .take(128)
        .find(|&(i, c)| c == ':' && line[i + 1..].chars().next().is_none_or(char::is_whitespace))?;
    Some(line[..colon.0].trim_end())
}

/// The bytes of a `!!binary`, read as UTF-8.
pub(super) fn from_base64(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
