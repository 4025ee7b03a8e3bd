//! `<https://example.org>` and `<me@example.org>`.

use crate::inline::search::{Needle, Search};
use crate::inline::{Cursor, Frame, Line};
use crate::parser::Parser;
use crate::tree::{Data, Str};

const SCHEMES: [&str; 5] = ["mailto:", "https:", "http:", "ftps:", "ftp:"];

impl Parser {
    pub(super) fn autolink(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
    ) -> bool {
        let text = line.text;
        let start = cursor.at + 1;
        let scheme = SCHEMES.iter().find(|scheme| text[start..].starts_with(**scheme));
        let end = match scheme {
            Some(scheme) => {
                let from = start + scheme.len();
                let first = text[from..].chars().next().map_or(1, char::len_utf8);
                let Some(end) = search.find(Needle::Greater, text, (from + first).min(text.len())) else {
                    return false;
                };
                if text.as_bytes()[start..end].contains(&b'\n') {
                    return false;
                }
                end
            }
            None => match address_end(text, start) {
                Some(end) => end,
                None => return false,
            },
        };
        let mail = scheme == Some(&"mailto:");
        let written = Str { text: line.id, start: start as u32, end: end as u32 };
        let url = if scheme.is_some() { written } else { self.intern(&format!("mailto:{}", &text[start..end])) };
        let shown = start + if mail { "mailto:".len() } else { 0 };
        let node = self.add_span(line, frame, cursor, Data::Autolink { url }, end + 1);
        let name = self.intern("href");
        self.tree.set_attribute(node, name, url);
        let label = Str { text: line.id, start: shown as u32, end: end as u32 };
        self.tree.add(node, Data::Text(label), line.source.span(shown..end));
        true
    }
}

/// The end of the mail address at `start`, before its `>`.
fn address_end(text: &str, start: usize) -> Option<usize> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let rest = &text[start..];
    let local = rest.find(|c: char| !(is_name(c) || c == '.'))?;
    if local == 0 || !rest[local..].starts_with('@') {
        return None;
    }
    let domain = &rest[local + 1..];
    let length = domain.find(|c: char| !(is_name(c) || c == '.'))?;
    let valid = length > 0 && domain[length..].starts_with('>');
    valid.then_some(start + local + 1 + length)
}
