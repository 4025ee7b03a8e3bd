//! Where things stand that the parser places otherwise, and what it allows that libyaml does not.

use handbill_text::Span;

use super::{Builder, Frame, Open};
use crate::yaml::refusal;
use crate::{Problem, Style};

impl Builder<'_> {
    /// The place of a block scalar from its `|` or `>` to its last word: the parser's holds neither indicator nor end.
    pub(super) fn block_scalar(&self, content: Span) -> Span {
        let from = self.end.min(content.start());
        let mut at = from;
        let mut start = content.start();
        for line in self.text[from..content.start()].split_inclusive('\n') {
            let code = line.split(" #").next().unwrap_or(line);
            start = code.find(['|', '>']).map_or(start, |found| at + found);
            at += line.len();
        }
        let words = self.text[start..content.end()].trim_end();
        Span::new(start..start + words.len())
    }

    /// The first dash of a list: where lists are not indented, the parser's place starts behind it.
    pub(super) fn dash(&self, seen: usize) -> usize {
        let from = self.end.min(seen);
        let before = self.text[from..seen].trim_end_matches([' ', '\t', '\n', '\r']);
        let on_dash = self.text[seen..].starts_with('-') && self.text[seen + 1..].starts_with(char::is_whitespace);
        if before.ends_with('-') && !on_dash { from + before.len() - 1 } else { seen }
    }

    /// The place of a value of which nothing is written: behind its key's colon, its dash or its comma.
    pub(super) fn after_indicator(&self, seen: usize) -> usize {
        let from = match self.stack.last().map(|frame| &frame.open) {
            Some(Open::Map { key: Some((_, span, _)), .. }) => span.end(),
            Some(Open::Map { key: None, .. } | Open::List(_)) | None => return seen.max(self.end),
        };
        let rest = &self.text.as_bytes()[from..];
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        if rest.get(blanks) == Some(&b':') { from + blanks + 1 } else { from }
    }

    /// The parser knows YAML 1.2, which allows a colon without a key, and text that starts with `?` in brackets.
    pub(super) fn odd_in_libyaml(&self, span: Span) -> Option<Problem> {
        let frame = self.stack.last()?;
        let rest = &self.text[span.start()..];
        let for_key = matches!(frame.open, Open::Map { key: None, .. });
        let asked = || self.text[self.base..span.start()].trim_end().ends_with('?');
        if for_key && span.is_empty() && rest.starts_with(':') && !asked() {
            return Some(refusal::keyless(Span::new(span.start()..span.start() + 1)));
        }
        (frame.style == Style::Flow && span.of(self.text).starts_with('?')).then(|| refusal::question(span))
    }

    /// The parser lets a tab stand before a key where libyaml does not.
    pub(super) fn tab_before(&self, key: Span) -> Option<Problem> {
        let Some(Frame { open: Open::Map { key: None, .. }, style: Style::Block, .. }) = self.stack.last() else {
            return None;
        };
        let before = &self.text.as_bytes()[self.base..key.start()];
        let blank = before.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let indent = Span::new(key.start() - blank..key.start());
        let starts_line = before.len() == blank || before[before.len() - blank - 1] == b'\n';
        (starts_line && indent.of(self.text).contains('\t')).then(|| refusal::tab(indent))
    }
}
