//! Escapes, line breaks and entities.

use crate::inline::{Cursor, Frame, Line};
use crate::markup::entities;
use crate::parser::Parser;
use crate::tree::{Data, NONE, Str};

impl Parser {
    pub(super) fn escape(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor) -> bool {
        let at = cursor.at;
        let Some(next) = line.text.as_bytes().get(at + 1).copied() else { return false };
        let tilde = next == b'~' && self.options.input == crate::Input::Gfm;
        if !is_escapable(next) && !tilde {
            return false;
        }
        self.flush(line, frame, cursor, at);
        let text = Str { text: line.id, start: (at + 1) as u32, end: (at + 2) as u32 };
        self.tree.add(frame.parent, Data::Text(text), line.source.span(at..at + 2));
        cursor.at = at + 2;
        cursor.plain = at + 2;
        true
    }

    pub(super) fn line_break(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor) -> bool {
        // With hard wrapping each line end is a break, and the marks of one are text.
        if self.options.input == crate::Input::Gfm && self.options.hard_wrap {
            return false;
        }
        let rest = &line.text[cursor.at..];
        let length = match () {
            () if rest.starts_with("  \n") || rest.starts_with("\\\\\n") => 2,
            () if rest.starts_with("\\\n") && line.breaks && !frame.in_html => 1,
            () => return false,
        };
        let end = cursor.at + length;
        self.add_span(line, frame, cursor, Data::LineBreak { github: length == 1 }, end);
        true
    }

    /// Takes GitHub's line break away from the end of a block: its backslash is gone all the same.
    pub(super) fn drop_last_break(&mut self, node: u32) {
        let record = self.tree.record(node);
        // Text in no block keeps it, if it stands in the document itself or other blocks follow it.
        if matches!(record.data, Data::Fragment) && (record.parent == 0 || record.next != NONE) {
            return;
        }
        let last = record.last;
        let line_break = self.tree.previous(last);
        if let (Some(Data::Text(text)), Some(Data::LineBreak { github: true })) =
            (self.tree.data_of(last), self.tree.data_of(line_break))
            && self.str(text) == "\n"
        {
            self.tree.unlink(line_break);
        }
    }

    pub(super) fn entity(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor) -> bool {
        let at = cursor.at;
        let Some((character, end)) = entity_at(line.text, at) else { return false };
        match character {
            Some(character) => {
                let written = Str { text: line.id, start: at as u32, end: end as u32 };
                self.add_span(line, frame, cursor, Data::Entity { character, written }, end);
            }
            None => {
                // The `&` alone is written as an entity, and the rest is text.
                let written = self.intern("&amp;");
                self.add_span(line, frame, cursor, Data::Entity { character: '&', written }, at + 1);
                cursor.at = end;
            }
        }
        true
    }
}

/// Whether a backslash takes the meaning of this character away.
pub(crate) fn is_escapable(byte: u8) -> bool {
    matches!(
        byte,
        b'\\'
            | b'.'
            | b'*'
            | b'_'
            | b'+'
            | b'`'
            | b'<'
            | b'>'
            | b'('
            | b')'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'#'
            | b'!'
            | b':'
            | b'|'
            | b'"'
            | b'\''
            | b'$'
            | b'-'
            | b'='
    )
}

/// The character of the entity at `at`, if it is known, and the entity's end.
pub(crate) fn entity_at(text: &str, at: usize) -> Option<(Option<char>, usize)> {
    let bytes = text.as_bytes();
    let start = at + 1;
    if bytes.get(start) == Some(&b'#') {
        let (digits_start, radix) = if bytes.get(start + 1) == Some(&b'x') { (start + 2, 16) } else { (start + 1, 10) };
        let digits = bytes[digits_start..].iter().take_while(|byte| (**byte as char).is_digit(radix)).count();
        let end = digits_start + digits;
        if digits == 0 || bytes.get(end) != Some(&b';') {
            return None;
        }
        let code = u32::from_str_radix(&text[digits_start..end], radix).ok();
        return Some((code.and_then(entities::numbered), end + 1));
    }
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':');
    if !bytes.get(start).is_some_and(|byte| is_word(*byte)) {
        return None;
    }
    let end = start + bytes[start..].iter().take_while(|byte| is_word(**byte) || matches!(**byte, b'-' | b'.')).count();
    (bytes.get(end) == Some(&b';')).then(|| (entities::named(&text[start..end]), end + 1))
}
