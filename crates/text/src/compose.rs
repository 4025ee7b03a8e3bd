//! Several rounds of changes as one.

use crate::{Edit, EditError, Span};

/// A piece of a changed text.
#[derive(Clone, Debug)]
enum Piece {
    /// Bytes of the first text that were kept.
    Kept(Span),
    /// What was written instead of others.
    New(String),
}

/// The edits that do at once, to a text of `len` bytes, what `first` and then `second` do.
///
/// They come in the order of their places, and touching ones are one.
///
/// # Errors
/// Edits that overlap or lie outside of their text, as [`apply`](crate::apply) has it; whether they cut characters is
/// not looked at.
///
/// ```
/// use handbill_text::{Edit, Span, apply, compose};
///
/// let edit = |range, text: &str| Edit { span: Span::new(range), text: text.to_owned() };
/// let (first, second) = ([edit(1..3, "rd")], [edit(0..1, "2"), edit(1..3, "nd")]);
/// let both = compose(11, &first, &second)?;
/// assert_eq!(apply("3th of June", &both).as_deref(), Ok("2nd of June"));
/// # Ok::<(), handbill_text::EditError>(())
/// ```
pub fn compose(len: usize, first: &[Edit], second: &[Edit]) -> Result<Vec<Edit>, EditError> {
    let pieces = change(&[Piece::Kept(Span::new(0..len))], first)?;
    let pieces = change(&pieces, second)?;

    let mut edits = Vec::new();
    let (mut at, mut new) = (0, String::new());
    for piece in &pieces {
        match piece {
            Piece::New(text) => new.push_str(text),
            Piece::Kept(span) => {
                edits.extend(edit(at..span.start(), &mut new));
                at = span.end();
            }
        }
    }
    edits.extend(edit(at..len, &mut new));
    Ok(edits)
}

fn edit(range: std::ops::Range<usize>, new: &mut String) -> Option<Edit> {
    (!range.is_empty() || !new.is_empty()).then(|| Edit { span: Span::new(range), text: std::mem::take(new) })
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Kept(span) => span.len(),
            Self::New(text) => text.len(),
        }
    }

    /// The bytes `range` of this piece.
    fn part(&self, range: std::ops::Range<usize>) -> Self {
        match self {
            Self::Kept(span) => Self::Kept(Span::new(span.start() + range.start..span.start() + range.end)),
            Self::New(text) => Self::New(String::from_utf8_lossy(&text.as_bytes()[range]).into_owned()),
        }
    }
}

/// The pieces of a text after changes to the text that `pieces` are.
fn change(pieces: &[Piece], edits: &[Edit]) -> Result<Vec<Piece>, EditError> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut changed = Vec::with_capacity(pieces.len() + 2 * edits.len());
    let mut reader = Reader { pieces, used: 0, at: 0 };
    let mut last = Span::at(0);
    for edit in sorted {
        if edit.span.start() < last.end() {
            return Err(EditError::Overlap { first: last, second: edit.span });
        }
        let inside =
            reader.take(edit.span.start(), |piece| changed.push(piece)) && reader.take(edit.span.end(), |_| ());
        if !inside {
            return Err(EditError::OutOfRange { span: edit.span, len: pieces.iter().map(Piece::len).sum() });
        }
        if !edit.text.is_empty() {
            changed.push(Piece::New(edit.text.clone()));
        }
        last = edit.span;
    }
    reader.take(usize::MAX, |piece| changed.push(piece));
    Ok(changed)
}

struct Reader<'a> {
    pieces: &'a [Piece],
    /// How many bytes of the first piece are behind the reader.
    used: usize,
    /// Where the reader is in the whole text.
    at: usize,
}

impl Reader<'_> {
    /// Gives the pieces up to the offset `to`; whether the text goes so far.
    fn take(&mut self, to: usize, mut give: impl FnMut(Piece)) -> bool {
        while self.at < to {
            let Some((piece, rest)) = self.pieces.split_first() else { return false };
            let len = (piece.len() - self.used).min(to - self.at);
            if len > 0 {
                give(piece.part(self.used..self.used + len));
            }
            (self.used, self.at) = (self.used + len, self.at + len);
            if self.used == piece.len() {
                (self.pieces, self.used) = (rest, 0);
            }
        }
        true
    }
}
