//! From byte offsets to lines and columns.

use crate::Span;

/// Where the lines of a text start. Lines end with `\n`, `\r\n` or a lone `\r`, as kramdown reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<u32>,
    /// How many characters start before each multiple of [`STRIDE`] bytes, so that a place on a line of megabytes is
    /// found as fast as on any other.
    characters: Vec<u32>,
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
        let mut starts = vec![0];
        let mut characters = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut count = 0;
        for (i, &byte) in bytes.iter().enumerate() {
            if i % STRIDE == 0 {
                characters.push(count);
            }
            count += u32::from(starts_character(byte));
            if byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                starts.push(Span::at(i + 1).start() as u32);
            }
        }
        Self { starts, characters }
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
        let column = self.characters_before(text, offset) - self.characters_before(text, self.start(line)) + 1;
        Place { line, column }
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let Some(stride) = self.characters.len().checked_sub(1).map(|last| last.min(offset / STRIDE)) else { return 0 };
        let rest = &text.as_bytes()[stride * STRIDE..offset];
        self.characters[stride] as usize + rest.iter().filter(|&&byte| starts_character(byte)).count()
    }

    /// The column of `offset` in UTF-16 code units, from 1, as editors and SARIF count.
    #[must_use]
    pub fn utf16_column(&self, text: &str, offset: usize) -> usize {
        let before = text.get(self.start(self.line(offset))..offset).unwrap_or("");
        before.encode_utf16().count() + 1
    }

    /// The offset of a line and a column in characters; the line's end where it is shorter.
    #[must_use]
    pub fn offset(&self, text: &str, place: Place) -> usize {
        let line = self.span(text, place.line);
        let inside = line.of(text).char_indices().nth(place.column.saturating_sub(1));
        inside.map_or(line.end(), |(i, _)| line.start() + i)
    }
}

const fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}
