//! Components and their properties, written as lines.

use super::text;

/// A component that is being written; components inside it are written into the same text.
pub(crate) struct Component {
    out: String,
    names: Vec<&'static str>,
}

impl Component {
    /// Starts a text with a component.
    pub(crate) fn begin(name: &'static str) -> Self {
        let mut component = Self { out: String::new(), names: Vec::new() };
        component.open(name);
        component
    }

    /// Starts a component inside the innermost open one.
    pub(crate) fn open(&mut self, name: &'static str) {
        self.raw("BEGIN", name);
        self.names.push(name);
    }

    /// Ends the innermost open component.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.names.pop() {
            self.raw("END", name);
        }
    }

    /// Ends all that is open; the text of the whole.
    pub(crate) fn end(mut self) -> String {
        while !self.names.is_empty() {
            self.close();
        }
        self.out
    }

    /// A property of type TEXT; left out where the text is empty.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.raw(name, &text::escape(value));
        }
    }

    /// A property whose value needs no escapes: a date, a URI, a word of the standard.
    pub(crate) fn raw(&mut self, name: &str, value: &str) {
        text::fold(&format!("{name}:{value}"), &mut self.out);
    }
}
