//! Footnotes.

use super::{Writer, escape};
use crate::EntityOutput;
use crate::tree::{Data, NONE, Str};

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, node: u32, label: Str) {
        if self.in_toc {
            return;
        }
        let name = self.str(label);
        let Some(&footnote) = self.document.footnotes.get(name) else { return };
        let Ok(place) = self.document.footnote_numbers.binary_search_by_key(&footnote, |(node, _)| *node) else {
            return;
        };
        let index = self.document.footnote_numbers[place].1;
        let repeat = match self.numbers.get_mut(&footnote) {
            Some(count) => {
                *count += 1;
                format!(":{count}")
            }
            None => {
                self.numbers.insert(footnote, 0);
                String::new()
            }
        };
        let number = self.document.options.footnote_nr as usize + index;
        let prefix = &self.document.options.footnote_prefix;
        let _ = node;
        self.out.push_str(&format!(
            "<sup id=\"fnref:{prefix}{name}{repeat}\" role=\"doc-noteref\"><a href=\"#fn:{prefix}{name}\" class=\"footnote\" rel=\"footnote\">{number}</a></sup>"
        ));
    }

    /// The footnotes that were referred to.
    pub(super) fn footnotes(&mut self) -> String {
        if self.document.footnote_order.is_empty() {
            return String::new();
        }
        let outer = std::mem::take(&mut self.out);
        self.out.push_str("<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol");
        let start = self.document.options.footnote_nr;
        if start != 1 {
            self.attribute("start", &start.to_string());
        }
        self.out.push_str(">\n");
        for footnote in &self.document.footnote_order {
            self.footnote(*footnote);
        }
        self.out.push_str("  </ol>\n</div>\n");
        std::mem::replace(&mut self.out, outer)
    }

    fn footnote(&mut self, footnote: u32) {
        let Data::Footnote { label } = self.record(footnote).data else { return };
        let name = self.str(label);
        let prefix = self.document.options.footnote_prefix.as_str();
        self.out.push_str("    <li");
        self.attribute("id", &format!("fn:{prefix}{name}"));
        self.out.push_str(" role=\"doc-endnote\">\n");
        let paragraph = self.last_paragraph(footnote);
        let backlinks = self.backlinks(footnote, &format!("{prefix}{name}"), paragraph.is_some());
        let outer = self.backlink.take();
        if let Some(paragraph) = paragraph {
            self.backlink = Some((paragraph, backlinks));
            self.children(footnote, 6);
        } else {
            self.children(footnote, 6);
            self.out.push_str("      <p>");
            self.out.push_str(&backlinks);
            self.out.push_str("</p>\n");
        }
        self.backlink = outer;
        self.out.push_str("    </li>\n");
    }

    /// The paragraph that the links back are added to.
    fn last_paragraph(&self, footnote: u32) -> Option<u32> {
        let is_text = |node: u32| matches!(self.record(node).data, Data::Paragraph { .. } | Data::Heading { .. });
        let mut last = self.last_written(footnote);
        if last == NONE {
            return None;
        }
        if !self.document.options.footnote_backlink_inline {
            return matches!(self.record(last).data, Data::Paragraph { .. }).then_some(last);
        }
        while last != NONE && !is_text(last) {
            last = self.last_written(last);
        }
        (last != NONE).then_some(last)
    }

    fn last_written(&self, node: u32) -> u32 {
        let mut child = self.record(node).last;
        while child != NONE && matches!(self.record(child).data, Data::Boundary(_) | Data::Footnote { .. }) {
            child = self.record(child).previous;
        }
        child
    }

    fn backlinks(&self, footnote: u32, name: &str, space: bool) -> String {
        let mut html = String::new();
        let shown = &self.document.options.footnote_backlink;
        if shown.is_empty() {
            return html;
        }
        let mut text = String::new();
        escape::text(shown, &mut text);
        let blank = match self.document.options.entity_output {
            EntityOutput::AsChar => "\u{a0}",
            EntityOutput::Symbolic => "&nbsp;",
            EntityOutput::AsInput | EntityOutput::Numeric => "&#160;",
        };
        for repeat in 0..=self.numbers.get(&footnote).copied().unwrap_or(0) {
            if space || repeat > 0 {
                html.push_str(blank);
            }
            let (id, number) = match repeat {
                0 => (name.to_owned(), String::new()),
                _ => (format!("{name}:{repeat}"), format!("<sup>{}</sup>", repeat + 1)),
            };
            html.push_str(&format!(
                "<a href=\"#fnref:{id}\" class=\"reversefootnote\" role=\"doc-backlink\">{text}{number}</a>"
            ));
        }
        html
    }
}
