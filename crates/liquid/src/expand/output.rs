//! The text that expansion makes, with its map.

use handbill_text::{SourceMap, Span};

/// The text so far and where it comes from.
pub(super) struct Output {
    text: String,
    /// None for what is taken aside (`capture`): its places would be lost with it.
    map: Option<SourceMap>,
}

impl Default for Output {
    fn default() -> Self {
        Self { text: String::new(), map: Some(SourceMap::default()) }
    }
}

impl Output {
    pub(super) const fn aside() -> Self {
        Self { text: String::new(), map: None }
    }

    /// Makes room for so many bytes.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Appends `text` as it stands in the source at `source`.
    pub(super) fn written(&mut self, text: &str, source: usize) {
        self.text.push_str(text);
        if let Some(map) = &mut self.map {
            map.written(text.len(), source);
        }
    }

    /// Appends `text`, which the tag or output at `place` brings.
    pub(super) fn made(&mut self, text: &str, place: Span) {
        self.text.push_str(text);
        if let Some(map) = &mut self.map {
            map.made(text.len(), place);
        }
    }

    pub(super) fn finish(self) -> (String, SourceMap) {
        (self.text, self.map.unwrap_or_default())
    }
}
