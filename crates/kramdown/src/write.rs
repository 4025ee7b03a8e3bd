//! The HTML writer.

mod attributes;
mod block;
mod code;
mod escape;
mod footnotes;
mod inline;
mod languages;
mod toc;

use std::collections::BTreeMap;

use crate::tree::{Data, Document, NONE, Record, Str};

/// Writes the HTML of `document` as kramdown does.
pub(crate) fn html(document: &Document) -> String {
    let mut writer = Writer {
        document,
        out: String::with_capacity(document.texts[0].len() * 5 / 4 + 64),
        headings: Vec::new(),
        numbers: BTreeMap::new(),
        toc_at: None,
        footnotes_at: None,
        backlink: None,
        in_toc: false,
        figure: false,
    };
    writer.children(0, 0);
    // Places in the page are out of reach while the footnotes are written.
    let toc_at = writer.toc_at;
    let asked_for = writer.footnotes_at;
    let footnotes_at = asked_for.unwrap_or(writer.out.len());
    writer.toc_at = toc_at.and(Some(ELSEWHERE));
    writer.footnotes_at = Some(ELSEWHERE);
    let mut footnotes = writer.footnotes();
    if let Some(place) = writer.toc_at.filter(|place| *place != ELSEWHERE) {
        let toc = writer.toc();
        footnotes.insert_str(place, &toc);
    }
    writer.out.insert_str(footnotes_at, &footnotes);
    if let Some(place) = toc_at {
        // A table of contents at the end of the page stands before footnotes that nobody placed.
        let after = asked_for.is_some() && place >= footnotes_at;
        let place = if after { place + footnotes.len() } else { place };
        let toc = writer.toc();
        writer.out.insert_str(place, &toc);
    }
    writer.out
}

/// The place of what is written in another text.
const ELSEWHERE: usize = usize::MAX;

/// What has been written.
struct Writer<'d> {
    document: &'d Document,
    out: String,
    /// The headings for the table of contents: level and node.
    headings: Vec<(u8, u32)>,
    /// For each footnote referred to, how often it was referred to again.
    numbers: BTreeMap<u32, usize>,
    toc_at: Option<usize>,
    footnotes_at: Option<usize>,
    /// What is added to the end of this paragraph.
    backlink: Option<(u32, String)>,
    /// Whether a heading's text is written for the table of contents: links and footnotes are left out.
    in_toc: bool,
    figure: bool,
}

impl<'d> Writer<'d> {
    fn record(&self, node: u32) -> &'d Record {
        &self.document.nodes[node as usize]
    }

    fn str(&self, str: Str) -> &'d str {
        self.document.str(str)
    }

    fn indent(&mut self, indent: usize) {
        const BLANKS: &str = "                                                                ";
        let mut left = indent;
        while left > 0 {
            let now = left.min(BLANKS.len());
            self.out.push_str(&BLANKS[..now]);
            left -= now;
        }
    }

    /// Whether something has been written since `start`, if only the place of the table of contents or the footnotes.
    fn wrote_since(&self, start: usize) -> bool {
        let here = |place: Option<usize>| place.is_some_and(|place| (start..=self.out.len()).contains(&place));
        self.out.len() > start || here(self.toc_at) || here(self.footnotes_at)
    }

    /// Whether what has been written since `start` ends in a line end.
    fn ends_line(&self, start: usize) -> bool {
        let here = |place: Option<usize>| place == Some(self.out.len());
        self.out.len() > start && self.out.ends_with('\n') && !here(self.toc_at) && !here(self.footnotes_at)
    }

    /// Writes the text nodes from `first` on that follow each other: an entity may be made of two of them.
    fn texts(&mut self, first: u32) {
        let mut text = String::new();
        let mut node = first;
        while node != NONE
            && let Data::Text(part) = self.record(node).data
        {
            text.push_str(self.str(part));
            node = self.record(node).next;
        }
        escape::text(&text, &mut self.out);
    }

    fn is_text(&self, node: u32) -> bool {
        node != NONE && matches!(self.record(node).data, Data::Text(_))
    }

    /// Writes the children of a node; `indent` is their own.
    fn children(&mut self, node: u32, indent: usize) {
        let mut child = self.record(node).first;
        let mut after_blank = false;
        while child != NONE {
            let record = self.record(child);
            match record.data {
                Data::Blank { .. } => {
                    if !after_blank {
                        self.out.push('\n');
                    }
                    after_blank = true;
                }
                Data::Boundary(_) | Data::Footnote { .. } => {}
                Data::Text(_) if self.is_text(record.next) || self.is_text(record.previous) => {
                    if !self.is_text(record.previous) {
                        self.texts(child);
                    }
                }
                _ => {
                    after_blank = false;
                    self.node(child, record, indent);
                }
            }
            child = record.next;
        }
    }
}
