//! Dashes, ellipses and guillemets.

use crate::inline::{Cursor, Frame, Line};
use crate::parser::Parser;
use crate::tree::{Data, Str};

/// What is written and what it becomes, in the order in which they are tried.
const SYMBOLS: [(&str, &str); 9] = [
    ("---", "—"),
    ("--", "–"),
    ("...", "…"),
    ("\\<<", "<<"),
    ("\\>>", ">>"),
    ("<< ", "«\u{a0}"),
    (" >>", "\u{a0}»"),
    ("<<", "«"),
    (">>", "»"),
];

impl Parser {
    pub(super) fn typographic(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor) -> bool {
        let at = cursor.at;
        let Some((written, symbol)) = SYMBOLS.iter().find(|(written, _)| line.text[at..].starts_with(written)) else {
            return false;
        };
        let end = at + written.len();
        let instead =
            self.options.typographic_symbols.iter().find(|(name, _)| name == written).map(|(_, text)| text.clone());
        match instead {
            Some(text) => {
                let text = self.intern(&text);
                self.add_span(line, frame, cursor, Data::Typographic { text, written: text }, end);
            }
            None => {
                let text = self.intern(symbol);
                let written = Str { text: line.id, start: at as u32, end: end as u32 };
                self.add_span(line, frame, cursor, Data::Typographic { text, written }, end);
            }
        }
        true
    }
}
