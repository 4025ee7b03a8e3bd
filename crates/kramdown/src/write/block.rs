//! Blocks.

use super::{Writer, escape};
use crate::Alignment;
use crate::markup::elements::{self, Content};
use crate::tree::{Data, ElementData, NONE, Record};

impl Writer<'_> {
    pub(super) fn node(&mut self, node: u32, record: &Record, indent: usize) {
        match record.data {
            Data::Root | Data::Fragment => self.children(node, indent),
            Data::Blank { .. } | Data::Boundary(_) | Data::Footnote { .. } => {}
            Data::Paragraph { tight } => self.paragraph(node, tight, indent),
            Data::Heading { level, .. } => self.heading(node, level, indent),
            Data::Blockquote => self.container(node, "blockquote", indent),
            Data::CodeBlock { language, code } => self.code_block(node, language, code, indent),
            Data::List { ordered } => self.list(node, ordered, indent),
            Data::ListItem { .. } => self.item(node, "li", indent),
            Data::DefinitionList => self.container(node, "dl", indent),
            Data::DefinitionTerm => self.term(node, indent),
            Data::DefinitionDescription => self.item(node, "dd", indent),
            Data::Table => self.container(node, "table", indent),
            Data::TableHead => self.container(node, "thead", indent),
            Data::TableBody => self.container(node, "tbody", indent),
            Data::TableFoot => self.container(node, "tfoot", indent),
            Data::TableRow => self.container(node, "tr", indent),
            Data::TableCell { header, alignment } => self.cell(node, header, alignment, indent),
            Data::HorizontalRule => {
                self.indent(indent);
                self.out.push_str("<hr");
                self.attributes(node);
                self.out.push_str(" />\n");
            }
            Data::MathBlock { math } => self.math_block(node, math, indent),
            Data::Html(element) if element.block => self.block_element(node, record, element, indent),
            Data::Html(element) => self.span_element(node, element, indent),
            Data::Comment { block, extension, text, .. } => self.comment(record, block, extension, text, indent),
            Data::ProcessingInstruction { text, .. } => {
                let text = self.str(text);
                self.out.push_str(text);
            }
            Data::Raw { block, html, text } => {
                if html {
                    let text = self.str(text);
                    self.out.push_str(text);
                    if block {
                        self.out.push('\n');
                    }
                }
            }
            Data::Text(_)
            | Data::Emphasis
            | Data::Strong
            | Data::Strikethrough
            | Data::CodeSpan { .. }
            | Data::MathSpan { .. }
            | Data::Link { .. }
            | Data::Autolink { .. }
            | Data::Image { .. }
            | Data::LineBreak { .. }
            | Data::Entity { .. }
            | Data::SmartQuote { .. }
            | Data::Typographic { .. }
            | Data::FootnoteReference { .. }
            | Data::Abbreviation { .. } => self.span(node, record, indent),
        }
    }

    fn open(&mut self, node: u32, name: &str, indent: usize) {
        self.indent(indent);
        self.out.push('<');
        self.out.push_str(name);
        self.attributes(node);
    }

    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn container(&mut self, node: u32, name: &str, indent: usize) {
        self.open(node, name, indent);
        self.out.push_str(">\n");
        self.children(node, indent + 2);
        self.indent(indent);
        self.close(name);
        self.out.push('\n');
    }

    fn paragraph(&mut self, node: u32, tight: bool, indent: usize) {
        if tight {
            self.children(node, indent + 2);
            self.backlink(node);
            return;
        }
        if let Some(image) = self.standalone_image(node) {
            return self.figure(node, image, indent);
        }
        self.open(node, "p", indent);
        self.out.push('>');
        self.children(node, indent + 2);
        self.backlink(node);
        self.out.push_str("</p>\n");
    }

    fn backlink(&mut self, node: u32) {
        if let Some((_, html)) = self.backlink.take_if(|(paragraph, _)| *paragraph == node) {
            self.out.push_str(&html);
        }
    }

    fn standalone_image(&self, node: u32) -> Option<u32> {
        let first = self.record(node).first;
        let has_backlink = self.backlink.as_ref().is_some_and(|(paragraph, _)| *paragraph == node);
        if first == NONE || self.record(first).next != NONE || has_backlink {
            return None;
        }
        matches!(self.record(first).data, Data::Image { standalone: true, .. }).then_some(first)
    }

    fn figure(&mut self, node: u32, image: u32, indent: usize) {
        self.open(node, "figure", indent);
        self.out.push_str(">\n");
        self.indent(indent + 2);
        self.figure = true;
        self.span(image, self.record(image), indent);
        self.figure = false;
        self.out.push('\n');
        self.indent(indent + 2);
        self.out.push_str("<figcaption>");
        if let Data::Image { alt, .. } = self.record(image).data {
            escape::text(self.document.str(alt), &mut self.out);
        }
        self.out.push_str("</figcaption>\n");
        self.indent(indent);
        self.out.push_str("</figure>\n");
    }

    fn heading(&mut self, node: u32, level: u8, indent: usize) {
        if self.value(node, "id").is_some() && self.is_listed(node, level) {
            self.headings.push((level, node));
        }
        let shown = (i16::from(level) + i16::from(self.document.options.header_offset)).clamp(1, 6);
        let name = ["h1", "h2", "h3", "h4", "h5", "h6"][(shown - 1) as usize];
        self.open(node, name, indent);
        self.out.push('>');
        self.children(node, indent + 2);
        self.backlink(node);
        self.close(name);
        self.out.push('\n');
    }

    fn is_listed(&self, node: u32, level: u8) -> bool {
        let class = self.value(node, "class").unwrap_or("");
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let hidden = class.split(|c: char| !is_word(c)).any(|word| word == "no_toc");
        self.document.options.toc_levels.contains(&level) && !hidden
    }

    fn list(&mut self, node: u32, ordered: bool, indent: usize) {
        if self.toc_at.is_none() && self.document.toc == Some(node) {
            self.toc_at = Some(self.out.len());
        } else if self.footnotes_at.is_none() && self.document.footnotes_here == Some(node) {
            self.footnotes_at = Some(self.out.len());
        } else {
            self.container(node, if ordered { "ol" } else { "ul" }, indent);
        }
    }

    /// A list item or a description: on one line if its first paragraph is tight.
    pub(super) fn item(&mut self, node: u32, name: &str, indent: usize) {
        self.open(node, name, indent);
        self.out.push('>');
        let first = self.first_written(node);
        let tight = first == NONE || matches!(self.record(first).data, Data::Paragraph { tight: true });
        if tight {
            let start = self.out.len();
            self.children(node, indent + 2);
            if self.ends_line(start) {
                self.indent(indent);
            }
        } else {
            self.out.push('\n');
            self.children(node, indent + 2);
            self.indent(indent);
        }
        self.close(name);
        self.out.push('\n');
    }

    /// The first child that is written at all.
    fn first_written(&self, node: u32) -> u32 {
        let mut child = self.record(node).first;
        while child != NONE && matches!(self.record(child).data, Data::Boundary(_) | Data::Footnote { .. }) {
            child = self.record(child).next;
        }
        child
    }

    fn term(&mut self, node: u32, indent: usize) {
        self.open(node, "dt", indent);
        self.out.push('>');
        self.children(node, indent + 2);
        self.out.push_str("</dt>\n");
    }

    fn cell(&mut self, node: u32, header: bool, alignment: Alignment, indent: usize) {
        let name = if header { "th" } else { "td" };
        let style = match alignment {
            Alignment::Default => None,
            Alignment::Left => Some("text-align: left"),
            Alignment::Center => Some("text-align: center"),
            Alignment::Right => Some("text-align: right"),
        };
        match style {
            None => self.open(node, name, indent),
            Some(style) => {
                self.indent(indent);
                self.out.push('<');
                self.out.push_str(name);
                self.attributes_with(node, "style", style);
            }
        }
        self.out.push('>');
        let start = self.out.len();
        self.children(node, indent + 2);
        if !self.wrote_since(start) {
            self.character('\u{a0}', None);
        }
        self.close(name);
        self.out.push('\n');
    }

    fn math_block(&mut self, node: u32, math: crate::tree::Str, indent: usize) {
        let attributes = self.record(node).attributes != NONE;
        if attributes {
            self.open(node, "div", indent);
            self.out.push('>');
        }
        self.out.push_str("\\[");
        escape::all(self.document.str(math), &mut self.out);
        self.out.push_str("\\]\n");
        if attributes {
            self.out.push_str("</div>\n");
        }
    }

    fn comment(&mut self, record: &Record, block: bool, extension: bool, text: crate::tree::Str, indent: usize) {
        let text = self.str(text);
        let alone = block && (extension || !self.is_in_raw_element(record));
        if alone {
            self.indent(indent);
        }
        if extension {
            self.out.push_str("<!-- ");
            self.out.push_str(text);
            self.out.push_str(" -->");
        } else {
            self.out.push_str(text);
        }
        if alone {
            self.out.push('\n');
        }
    }

    fn is_in_raw_element(&self, record: &Record) -> bool {
        record.parent != NONE
            && matches!(self.record(record.parent).data, Data::Html(element) if element.content == Content::Raw)
    }

    fn block_element(&mut self, node: u32, record: &Record, element: ElementData, indent: usize) {
        let name = self.str(element.name);
        let alone = !self.is_in_raw_element(record);
        self.open(node, name, if alone { indent } else { 0 });
        if element.closed && element.content == Content::Raw {
            self.out.push_str(" />");
        } else {
            let tag_end = self.out.len();
            self.out.push_str(if element.content == Content::Block { ">\n" } else { ">" });
            let start = self.out.len();
            self.children(node, indent + 2);
            if self.wrote_since(start) {
                if element.content == Content::Block {
                    if !self.ends_line(start) {
                        self.out.push('\n');
                    }
                    self.indent(indent);
                }
                self.close(name);
            } else {
                self.out.truncate(tag_end);
                if elements::is_void(name) {
                    self.out.push_str(" />");
                } else {
                    self.out.push('>');
                    self.close(name);
                }
            }
        }
        if alone {
            self.out.push('\n');
        }
    }
}
