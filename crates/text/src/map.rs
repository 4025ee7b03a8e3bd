//! Where the bytes of a made text come from.

use crate::Span;

/// Says for each byte of a made text where it comes from in the text that it was made of.
///
/// A made text is a row of pieces. A *written* piece was copied from the source byte for byte; a *made* piece was
/// brought by something there (a Liquid tag, say) and has that thing's place. Maps compose with [`SourceMap::then`].
///
/// ```
/// use handbill_text::{SourceMap, Span};
///
/// // "See {{ url }}." became "See /event/."
/// let mut map = SourceMap::default();
/// map.written(4, 0);
/// map.made(7, Span::new(4..13));
/// map.written(1, 13);
/// assert_eq!(map.origin(Span::new(0..3)).span, Span::new(0..3));
/// let url = map.origin(Span::new(5..10));
/// assert_eq!((url.span, url.written), (Span::new(4..13), false));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// The first pieces: most maps of a page are of one or two, and take no memory of their own.
    few: [Piece; FEW],
    /// How many of the `few` there are.
    filled: usize,
    /// All pieces where there are more, else none.
    several: Vec<Piece>,
    len: usize,
}

/// How many pieces a map holds without memory of its own.
const FEW: usize = 2;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Piece {
    at: u32,
    origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Written(u32),
    Made(Span),
}

impl Default for Origin {
    fn default() -> Self {
        Self::Written(0)
    }
}

/// A place in the source, and whether its bytes are the author's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// The place in the source.
    pub span: Span,
    /// Whether every byte stands in the source as it is in the made text; only then may a fix touch it.
    pub written: bool,
}

impl SourceMap {
    /// The map of a text onto itself.
    #[must_use]
    pub fn identity(len: usize) -> Self {
        let mut map = Self::default();
        map.written(len, 0);
        map
    }

    /// The next `len` bytes were copied from `source`.
    pub fn written(&mut self, len: usize, source: usize) {
        if len == 0 {
            return;
        }
        if let Some(Piece { at, origin: Origin::Written(start) }) = self.pieces().last()
            && *start as usize + (self.len - *at as usize) == source
        {
            self.len += len;
            return;
        }
        self.push(Origin::Written(Span::at(source).start() as u32));
        self.len += len;
    }

    /// The next `len` bytes were brought by what stands at `source`.
    pub fn made(&mut self, len: usize, source: Span) {
        if len == 0 {
            return;
        }
        if let Some(Piece { origin: Origin::Made(last), .. }) = self.pieces().last()
            && *last == source
        {
            self.len += len;
            return;
        }
        self.push(Origin::Made(source));
        self.len += len;
    }

    /// How many bytes of the made text have been described.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing has been described yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The place in the source of a span of the made text.
    ///
    /// A span over several pieces covers all they come from, from the first byte to the last.
    #[must_use]
    pub fn origin(&self, span: Span) -> Mapped {
        let pieces = self.pieces();
        if pieces.is_empty() {
            return Mapped { span: Span::at(0), written: span.is_empty() };
        }
        // Most spans lie in one piece.
        if let Some(start) = self.copied_from(span) {
            return Mapped { span: Span::new(start..start + span.len()), written: true };
        }
        let first = self.index(span.start());
        let last = if span.end() <= self.piece_end(first) { first } else { self.index(span.end() - 1) };
        let (start, mut written) = match pieces[first].origin {
            Origin::Written(source) => (source as usize + span.start().min(self.len) - pieces[first].at as usize, true),
            Origin::Made(source) => (source.start(), false),
        };
        let end = match pieces[last].origin {
            Origin::Written(source) => source as usize + span.end().min(self.len) - pieces[last].at as usize,
            Origin::Made(source) => source.end(),
        };
        let mut place = Span::new(start..end.max(start));
        for piece in &pieces[first..=last] {
            if let Origin::Made(source) = piece.origin {
                written = false;
                place = place.cover(source);
            }
        }
        // Several written pieces are the author's bytes, but what lies between them in the source is not in the text.
        written &= place.len() == span.len();
        Mapped { span: place, written }
    }

    /// Where a span of the made text was copied from, if all of it was in one piece.
    ///
    /// ```
    /// use handbill_text::{SourceMap, Span};
    ///
    /// let mut map = SourceMap::default();
    /// map.written(4, 10);
    /// map.made(7, Span::new(14..23));
    /// assert_eq!(map.copied_from(Span::new(1..4)), Some(11));
    /// assert_eq!(map.copied_from(Span::new(3..5)), None);
    /// ```
    #[must_use]
    pub fn copied_from(&self, span: Span) -> Option<usize> {
        let index = self.index(span.start());
        match *self.pieces().get(index)? {
            Piece { at, origin: Origin::Written(source) } if span.end() <= self.piece_end(index) => {
                Some(source as usize + span.start() - at as usize)
            }
            _ => None,
        }
    }

    /// The map from this made text to the source of `outer`, when `outer` describes what this one was made of.
    #[must_use]
    pub fn then(&self, outer: &Self) -> Self {
        let mut map = Self::default();
        let pieces = self.pieces();
        for (i, piece) in pieces.iter().enumerate() {
            let len = self.piece_end(i) - piece.at as usize;
            match piece.origin {
                Origin::Made(span) => map.made(len, outer.origin(span).span),
                Origin::Written(source) => map.splice(outer, source as usize, len),
            }
        }
        map
    }

    /// The next `len` bytes were copied from offset `from` of a text that `outer` describes.
    pub fn splice(&mut self, outer: &Self, from: usize, len: usize) {
        // Most runs lie in one piece.
        if let Some(source) = outer.copied_from(Span::new(from..from + len)) {
            return self.written(len, source);
        }
        let (pieces, start) = (outer.pieces(), self.len);
        let first = outer.index(from);
        let Some(piece) = pieces.get(first) else { return self.made(len, Span::at(0)) };
        let to = from + len;
        let end = |index: usize| pieces.get(index + 1).map_or(to, |next| to.min(next.at as usize));
        match piece.origin {
            Origin::Written(source) => self.written(end(first) - from, source as usize + from - piece.at as usize),
            Origin::Made(span) => self.made(end(first) - from, span),
        }
        // Pieces that are apart in the outer map are apart here.
        let more = &pieces[first + 1..];
        let more = &more[..more.partition_point(|piece| (piece.at as usize) < to)];
        self.reserve(more.len());
        for piece in more {
            self.len = start + (piece.at as usize - from);
            self.push(piece.origin);
        }
        self.len = start + len;
    }

    /// Makes room for as many pieces more.
    pub fn reserve(&mut self, pieces: usize) {
        if self.filled + pieces > FEW {
            self.several.reserve(FEW + pieces);
        }
    }

    /// The places that brought bytes, such as tags, in the order of what they brought; one may come several times.
    pub fn made_places(&self) -> impl Iterator<Item = Span> {
        self.pieces().iter().filter_map(|piece| match piece.origin {
            Origin::Made(span) => Some(span),
            Origin::Written(_) => None,
        })
    }

    /// What comes next has this origin.
    fn push(&mut self, origin: Origin) {
        let piece = Piece { at: Span::at(self.len).start() as u32, origin };
        if !self.several.is_empty() {
            self.several.push(piece);
        } else if let Some(next) = self.few.get_mut(self.filled) {
            *next = piece;
            self.filled += 1;
        } else {
            if self.several.capacity() == 0 {
                self.several.reserve(4 * FEW);
            }
            self.several.extend(self.few);
            self.several.push(piece);
        }
    }

    fn pieces(&self) -> &[Piece] {
        if self.several.is_empty() { &self.few[..self.filled] } else { &self.several }
    }

    /// Where a piece ends.
    fn piece_end(&self, index: usize) -> usize {
        self.pieces().get(index + 1).map_or(self.len, |next| next.at as usize)
    }

    fn index(&self, offset: usize) -> usize {
        self.pieces().partition_point(|piece| piece.at as usize <= offset).saturating_sub(1)
    }
}
