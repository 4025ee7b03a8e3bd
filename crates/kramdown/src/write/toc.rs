//! The table of contents.

use super::{Writer, escape};
use crate::tree::Data;

impl Writer<'_> {
    /// The table of contents, nested by the levels of the headings.
    pub(super) fn toc(&mut self) -> String {
        let Some(list) = self.document.toc else { return String::new() };
        if self.headings.is_empty() {
            return String::new();
        }
        let name = if matches!(self.record(list).data, Data::List { ordered: true }) { "ol" } else { "ul" };
        let id = self.value(list, "id").unwrap_or("markdown-toc").to_owned();
        let outer = std::mem::take(&mut self.out);
        self.in_toc = true;
        self.out.push('<');
        self.out.push_str(name);
        self.attributes_with(list, "id", &id);
        self.out.push_str(">\n");
        let headings = std::mem::take(&mut self.headings);
        let mut open: Vec<u8> = Vec::new();
        for (level, node) in headings {
            while open.last().is_some_and(|last| *last >= level) {
                open.pop();
                let depth = open.len();
                self.end_item(depth);
                if open.last().is_some_and(|last| *last >= level) {
                    self.end_list(name, depth);
                }
            }
            if self.out.ends_with("</a>") {
                self.indent(open.len() * 4);
                self.out.push('<');
                self.out.push_str(name);
                self.out.push_str(">\n");
            }
            self.indent(open.len() * 4 + 2);
            self.entry(node, &id);
            open.push(level);
        }
        while open.pop().is_some() {
            let depth = open.len();
            self.end_item(depth);
            if depth > 0 {
                self.end_list(name, depth);
            }
        }
        self.close(name);
        self.out.push('\n');
        self.in_toc = false;
        std::mem::replace(&mut self.out, outer)
    }

    fn entry(&mut self, node: u32, list_id: &str) {
        let id = self.value(node, "id").unwrap_or("").to_owned();
        self.out.push_str("<li><a href=\"#");
        escape::attribute(&id, &mut self.out);
        self.out.push_str("\" id=\"");
        escape::attribute(&format!("{list_id}-{id}"), &mut self.out);
        self.out.push_str("\">");
        self.children(node, 0);
        self.out.push_str("</a>");
    }

    fn end_item(&mut self, depth: usize) {
        if self.out.ends_with('\n') {
            self.indent(depth * 4 + 2);
        }
        self.out.push_str("</li>\n");
    }

    fn end_list(&mut self, name: &str, depth: usize) {
        self.indent(depth * 4);
        self.close(name);
        self.out.push('\n');
    }
}
