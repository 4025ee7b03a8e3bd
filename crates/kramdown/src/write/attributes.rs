//! Attributes of elements.

use super::{Writer, escape};

impl Writer<'_> {
    /// Writes the attributes of a node. A blank `id` is left out.
    pub(super) fn attributes(&mut self, node: u32) {
        let document = self.document;
        for attribute in document.attributes_of(node) {
            self.attribute(document.str(attribute.name), document.str(attribute.value));
        }
    }

    /// Writes the attributes of a node with another value for `name`, which comes last if it is not among them.
    pub(super) fn attributes_with(&mut self, node: u32, name: &str, value: &str) {
        let document = self.document;
        let mut written = false;
        for attribute in document.attributes_of(node) {
            let key = document.str(attribute.name);
            let same = key == name;
            written |= same;
            self.attribute(key, if same { value } else { document.str(attribute.value) });
        }
        if !written {
            self.attribute(name, value);
        }
    }

    /// Writes the attributes of a node, all but `name`.
    pub(super) fn attributes_without(&mut self, node: u32, name: &str) {
        let document = self.document;
        for attribute in document.attributes_of(node).filter(|attribute| document.str(attribute.name) != name) {
            self.attribute(document.str(attribute.name), document.str(attribute.value));
        }
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        if name == "id" && value.trim().is_empty() {
            return;
        }
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape::attribute(value, &mut self.out);
        self.out.push('"');
    }

    /// The value of an attribute of a node.
    pub(super) fn value(&self, node: u32, name: &str) -> Option<&str> {
        let document = self.document;
        let found = document.attributes_of(node).find(|attribute| document.str(attribute.name) == name);
        found.map(|attribute| document.str(attribute.value))
    }
}
