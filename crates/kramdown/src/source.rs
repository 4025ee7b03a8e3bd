//! Texts that were made of other texts, and where their bytes come from.

use std::ops::Range;

use handbill_text::Span;

/// A text to parse: the document itself, or the content of a container without the container's marks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    pub(crate) text: String,
    /// Where a text of one run, which needs no pieces, stands in the document.
    base: usize,
    pieces: Vec<Piece>,
}

/// A run of bytes copied from the document, or made up for what stands at one place there.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: u32,
    origin: u32,
    made: bool,
}

impl Source {
    /// The document: line ends are `\n`, and the last line has one.
    pub(crate) fn document(text: &str) -> Self {
        if memchr::memchr(b'\r', text.as_bytes()).is_none() {
            let mut owned = String::with_capacity(text.len() + 1);
            owned.push_str(text);
            let mut source = Self { text: owned, ..Self::default() };
            if !text.ends_with('\n') {
                source.push_made("\n", text.len());
            }
            return source;
        }
        let mut source = Self { text: String::with_capacity(text.len() + 1), ..Self::default() };
        let mut rest = 0;
        for (at, _) in text.match_indices('\r') {
            if at < rest {
                continue;
            }
            source.push(&text[rest..at], rest);
            if text[at + 1..].starts_with('\n') {
                rest = at + 1;
            } else {
                source.push_made("\n", at);
                rest = at + 1;
            }
        }
        source.push(&text[rest..], rest);
        if !source.text.ends_with('\n') {
            source.push_made("\n", text.len());
        }
        source
    }

    /// Adds `text`, which stands at `origin` in the document.
    fn push(&mut self, text: &str, origin: usize) {
        let at = self.text.len();
        if at == 0 {
            self.base = origin;
        }
        let continues = match self.pieces.last() {
            Some(last) => !last.made && last.origin as usize + (at - last.at as usize) == origin,
            None => self.base + at == origin,
        };
        if !text.is_empty() && !continues {
            self.push_piece(origin, false);
        }
        self.text.push_str(text);
    }

    /// Adds `text`, which stands for what is at `origin` in the document.
    pub(crate) fn push_made(&mut self, text: &str, origin: usize) {
        if !text.is_empty() {
            self.push_piece(origin, true);
            self.text.push_str(text);
        }
    }

    /// What follows stands at `origin`, or was made up for what stands there.
    fn push_piece(&mut self, origin: usize, made: bool) {
        let at = self.text.len();
        if self.pieces.is_empty() && at > 0 {
            self.pieces.push(Piece { at: 0, origin: self.base as u32, made: false });
        }
        self.pieces.push(Piece { at: at as u32, origin: origin as u32, made });
    }

    /// Adds a range of another text.
    pub(crate) fn push_range(&mut self, from: &Self, range: Range<usize>) {
        if from.pieces.is_empty() {
            return self.push(&from.text[range.clone()], from.base + range.start);
        }
        let mut at = range.start;
        let mut index = from.index(at);
        while at < range.end {
            let piece = from.pieces[index];
            let end = from.pieces.get(index + 1).map_or(usize::MAX, |next| next.at as usize).min(range.end);
            if piece.made {
                self.push_made(&from.text[at..end], piece.origin as usize);
            } else {
                self.push(&from.text[at..end], piece.origin as usize + (at - piece.at as usize));
            }
            at = end;
            index += 1;
        }
    }

    /// The place in the document of a range of this text.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        if self.pieces.is_empty() {
            return Span::new(self.base + range.start..self.base + range.end);
        }
        let start = self.origin(range.start);
        if range.is_empty() {
            return Span::at(start);
        }
        let piece = self.pieces[self.index(range.end - 1)];
        let end = if piece.made { piece.origin } else { piece.origin + (range.end as u32 - piece.at) };
        Span::new(start..(end as usize).max(start))
    }

    /// The place in the document of one byte of this text.
    pub(crate) fn origin(&self, at: usize) -> usize {
        if self.pieces.is_empty() {
            return self.base + at;
        }
        let piece = self.pieces[self.index(at)];
        if piece.made { piece.origin as usize } else { piece.origin as usize + (at - piece.at as usize) }
    }

    fn index(&self, at: usize) -> usize {
        self.pieces.partition_point(|piece| piece.at as usize <= at).saturating_sub(1)
    }
}
