//! Link reference definitions, and references without one.

use handbill_text::Span;

use crate::inline::is_escapable;
use crate::markup::tag::is_space;

/// Which of [`Document::definitions`](crate::Document::definitions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DefinitionId(pub usize);

/// A link reference definition: `[label]: url "title"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The label as written.
    pub label: String,
    /// The label as it is compared: lower case, any white space one blank.
    pub id: String,
    /// The URL.
    pub url: String,
    /// The title.
    pub title: Option<String>,
    /// The whole definition, to the end of its last line; empty for one of [`Options::link_defs`](crate::Options::link_defs).
    pub span: Span,
    /// The label, without its brackets.
    pub label_span: Span,
    /// The URL, without `<` and `>`.
    pub url_span: Span,
    /// How many links and images use it. Of several with one label the last is used.
    pub used: usize,
}

/// A reference for which there is no definition, left as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndefinedReference {
    /// The label as written.
    pub label: String,
    /// How it is written.
    pub form: ReferenceForm,
    /// The whole reference, its brackets included.
    pub span: Span,
}

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceForm {
    /// `[text][label]`.
    Full,
    /// `[label][]`.
    Collapsed,
    /// `[label]`. Most of these are no references at all but brackets.
    Shortcut,
}

/// A label as it is compared.
pub(crate) fn normalize(label: &str) -> String {
    let mut id = String::with_capacity(label.len());
    let mut in_space = false;
    for c in label.chars() {
        let space = c.is_ascii() && is_space(c as u8);
        if space {
            if !in_space {
                id.push(' ');
            }
        } else {
            push_lowercase(&mut id, c);
        }
        in_space = space;
    }
    id
}

fn push_lowercase(id: &mut String, c: char) {
    if c.is_ascii() {
        id.push(c.to_ascii_lowercase());
    } else {
        id.extend(c.to_lowercase());
    }
}

/// A label as it is compared, or `None` if it is longer than `longest` bytes. With `escapes`, those are taken out first.
pub(crate) fn normalize_within(label: &str, escapes: bool, longest: usize) -> Option<String> {
    let mut id = String::with_capacity(label.len().min(longest));
    let mut in_space = false;
    let mut rest = label.chars().peekable();
    while let Some(mut c) = rest.next() {
        if escapes
            && c == '\\'
            && let Some(next) = rest.next_if(|next| next.is_ascii() && is_escapable(*next as u8))
        {
            c = next;
        }
        let space = c.is_ascii() && is_space(c as u8);
        if !space {
            push_lowercase(&mut id, c);
        } else if !in_space {
            id.push(' ');
        }
        in_space = space;
        if id.len() > longest {
            return None;
        }
    }
    Some(id)
}
