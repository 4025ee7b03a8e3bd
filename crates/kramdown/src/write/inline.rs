//! The inside of lines.

use super::{Writer, escape};
use crate::EntityOutput;
use crate::markup::elements;
use crate::markup::entities;
use crate::tree::{Data, ElementData, NONE, Record, Str};

impl Writer<'_> {
    pub(super) fn span(&mut self, node: u32, record: &Record, indent: usize) {
        match record.data {
            Data::Text(text) => escape::text(self.document.str(text), &mut self.out),
            Data::Emphasis => self.element(node, "em", indent),
            Data::Strong => self.element(node, "strong", indent),
            Data::Strikethrough => self.element(node, "del", indent),
            Data::CodeSpan { code } => self.code_span(node, code),
            Data::MathSpan { math } => self.math_span(node, math),
            Data::Link { .. } | Data::Autolink { .. } if self.in_toc => self.children(node, indent),
            Data::Link { .. } | Data::Autolink { .. } => self.element(node, "a", indent),
            Data::Image { .. } => {
                self.out.push_str("<img");
                self.attributes(node);
                self.out.push_str(" />");
            }
            Data::LineBreak { .. } => {
                self.out.push_str("<br");
                self.attributes(node);
                self.out.push_str(" />");
            }
            Data::Entity { character, written } => {
                let written = self.str(written);
                self.character(character, Some(written));
            }
            Data::SmartQuote { character } => self.character(character, None),
            Data::Typographic { text, written } if text == written => {
                escape::text(self.document.str(text), &mut self.out);
            }
            Data::Typographic { text, .. } => {
                for character in self.str(text).chars() {
                    self.character(character, None);
                }
            }
            Data::FootnoteReference { label } => self.footnote_reference(node, label),
            Data::Abbreviation { text, .. } => {
                self.out.push_str("<abbr");
                self.attributes(node);
                self.out.push('>');
                let text = self.str(text);
                self.out.push_str(text);
                self.out.push_str("</abbr>");
            }
            Data::Root
            | Data::Blank { .. }
            | Data::Boundary(_)
            | Data::Fragment
            | Data::Paragraph { .. }
            | Data::Heading { .. }
            | Data::Blockquote
            | Data::CodeBlock { .. }
            | Data::List { .. }
            | Data::ListItem { .. }
            | Data::DefinitionList
            | Data::DefinitionTerm
            | Data::DefinitionDescription
            | Data::Table
            | Data::TableHead
            | Data::TableBody
            | Data::TableFoot
            | Data::TableRow
            | Data::TableCell { .. }
            | Data::HorizontalRule
            | Data::MathBlock { .. }
            | Data::Html(_)
            | Data::Comment { .. }
            | Data::ProcessingInstruction { .. }
            | Data::Raw { .. }
            | Data::Footnote { .. } => {}
        }
    }

    fn element(&mut self, node: u32, name: &str, indent: usize) {
        self.out.push('<');
        self.out.push_str(name);
        self.attributes(node);
        self.out.push('>');
        self.children(node, indent);
        self.close(name);
    }

    pub(super) fn span_element(&mut self, node: u32, element: ElementData, indent: usize) {
        let name = self.str(element.name);
        self.out.push('<');
        self.out.push_str(name);
        self.attributes(node);
        let tag_end = self.out.len();
        self.out.push('>');
        self.children(node, indent);
        if self.out.len() == tag_end + 1 && elements::is_void(name) {
            self.out.truncate(tag_end);
            self.out.push_str(" />");
        } else {
            self.close(name);
        }
    }

    fn math_span(&mut self, node: u32, math: Str) {
        if self.record(node).attributes != NONE {
            self.out.push_str("<span");
            self.attributes(node);
            self.out.push_str(">$");
            let math = self.str(math);
            self.out.push_str(math);
            self.out.push_str("$</span>");
            return;
        }
        self.out.push_str("\\(");
        escape::all(self.document.str(math), &mut self.out);
        self.out.push_str("\\)");
    }

    /// Writes a character as [`entity_output`](crate::Options::entity_output) says.
    pub(super) fn character(&mut self, character: char, written: Option<&str>) {
        let special = matches!(character, '<' | '>' | '&');
        let named = special || character == '"' || self.document.options.entity_output == EntityOutput::Symbolic;
        match (self.document.options.entity_output, written) {
            (EntityOutput::AsChar, _) if !special => self.out.push(character),
            (EntityOutput::AsChar | EntityOutput::AsInput, Some(written)) => self.out.push_str(written),
            _ => match entities::name(character).filter(|_| named) {
                Some(name) => self.entity(name),
                None => self.code(character),
            },
        }
    }

    fn entity(&mut self, name: &str) {
        self.out.push('&');
        self.out.push_str(name);
        self.out.push(';');
    }

    fn code(&mut self, character: char) {
        let code = u32::from(character).to_string();
        self.out.push_str("&#");
        self.out.push_str(&code);
        self.out.push(';');
    }
}
