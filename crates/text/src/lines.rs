//! From byte offsets to lines and columns.

use crate::Span;

/// Where the lines of a text start. Lines end with `\n`, `\r\n` or a lone `\r`, as kramdown reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<u32>,
    /// How many characters start before each multiple of [`STRIDE`] bytes, so that a place on a line of megabytes is
    /// found as fast as on any other; none where each byte is a character.
    characters: Vec<u32>,
    /// Where the characters start that are two code units in UTF-16: most texts have none.
    wide: Vec<u32>,
}

const STRIDE: usize = 128;

/// A place as people and editors count it: line and column from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

impl Lines {
    /// Finds the lines of `text`, in one pass.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        // A line of prose is longer than this, one of a list or a table about as long.
        let mut starts = Vec::with_capacity(bytes.len() / 32 + 1);
        starts.push(0);
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(Span::at(at + 1).start() as u32);
            }
        }
        let mut wide = Vec::new();
        // Where each byte is a character, there is nothing to count.
        if text.is_ascii() {
            return Self { starts, characters: Vec::new(), wide };
        }
        let mut characters = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut count = 0;
        for (number, stride) in bytes.chunks(STRIDE).enumerate() {
            characters.push(count);
            let here = count_characters(stride);
            count += here as u32;
            // Where each byte is a character, none is wide.
            if here < stride.len() {
                let found = stride.iter().enumerate().filter(|(_, byte)| **byte >= 0xF0);
                wide.extend(found.map(|(at, _)| Span::at(number * STRIDE + at).start() as u32));
            }
        }
        Self { starts, characters, wide }
    }

    /// How many lines there are; a text that ends with a line break has an empty last one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line of `offset`, from 1.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset)
    }

    /// The offset at which `line` (from 1) starts; the last line's where there are fewer.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1).min(self.starts.len() - 1);
        self.starts[index] as usize
    }

    /// The whole of `line` (from 1) without its line break.
    #[must_use]
    pub fn span(&self, text: &str, line: usize) -> Span {
        let start = self.start(line);
        let end = if line < self.starts.len() { self.start(line + 1) } else { text.len() };
        let kept = text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r']).len();
        Span::new(start..start + kept)
    }

    /// Line and column, in characters, of `offset` in the `text` that the lines were made of.
    #[must_use]
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let line = self.line(offset);
        let start = self.start(line);
        // Most places are near the start of their line.
        let near = text.as_bytes().get(start..offset).and_then(|near| self.count_near(near));
        let before = near.unwrap_or_else(|| self.characters_before(text, offset) - self.characters_before(text, start));
        Place { line, column: before + 1 }
    }

    /// Where a span of the `text` that the lines were made of starts and ends.
    #[must_use]
    pub fn places(&self, text: &str, span: Span) -> (Place, Place) {
        let start = self.place(text, span.start());
        // Most spans end on their line.
        let ends_here = self.starts.get(start.line).is_none_or(|&next| next as usize > span.end());
        let inside = text.as_bytes().get(span.range()).filter(|_| ends_here);
        match inside.and_then(|inside| self.count_near(inside)) {
            Some(inside) => (start, Place { column: start.column + inside, ..start }),
            None => (start, self.place(text, span.end())),
        }
    }

    /// How many characters start in a part of the text, where that is quickly said.
    fn count_near(&self, part: &[u8]) -> Option<usize> {
        if self.characters.is_empty() {
            return Some(part.len());
        }
        (part.len() < STRIDE).then(|| count_characters(part))
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let last = self.characters.len().checked_sub(1);
        let Some(stride) = last.map(|last| last.min(offset / STRIDE)) else { return offset };
        let rest = &text.as_bytes()[stride * STRIDE..offset];
        self.characters[stride] as usize + count_characters(rest)
    }

    /// The column of `offset` in UTF-16 code units, from 1, as editors and SARIF count.
    #[must_use]
    pub fn utf16_column(&self, text: &str, offset: usize) -> usize {
        let before = |offset: usize| self.wide.partition_point(|&start| (start as usize) < offset);
        self.place(text, offset).column + before(offset) - before(self.start(self.line(offset)))
    }

    /// The offset of a line and a column in characters; the line's end where it is shorter.
    #[must_use]
    pub fn offset(&self, text: &str, place: Place) -> usize {
        let line = self.span(text, place.line);
        let inside = line.of(text).char_indices().nth(place.column.saturating_sub(1));
        inside.map_or(line.end(), |(i, _)| line.start() + i)
    }
}

/// How many characters start in a part of a text.
fn count_characters(part: &[u8]) -> usize {
    // As many bytes at a time as the machine can; of the rest eight, of which those that go on with a character have the
    // upper bit and not the one below.
    let (strides, rest) = part.as_chunks::<STRIDE>();
    let in_stride = |stride: &[u8; STRIDE]| stride.iter().fold(0, |n, byte| n + u8::from(*byte & 0xC0 == 0x80));
    let in_strides = strides.iter().map(|stride| usize::from(in_stride(stride))).sum::<usize>();
    let (eights, rest) = rest.as_chunks();
    let goes_on = |eight: &[u8; 8]| {
        let bits = u64::from_le_bytes(*eight);
        let marked = (bits & !(bits << 1) & 0x8080_8080_8080_8080) >> 7;
        // The product's upper byte is the sum of all eight.
        (marked.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize
    };
    let more = in_strides
        + eights.iter().map(goes_on).sum::<usize>()
        + rest.iter().filter(|byte| **byte & 0xC0 == 0x80).count();
    part.len() - more
}
