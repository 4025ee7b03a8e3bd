//! What kramdown knows of HTML's elements.

/// How the content of an element is read where it is read as kramdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// As blocks.
    Block,
    /// As the inside of a line.
    Span,
    /// Not at all: only tags are seen in it.
    Raw,
}

/// Elements that stand in a line. Sorted.
const SPAN: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "cite", "code", "del", "dfn", "em", "i", "img", "input",
    "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby", "samp", "select", "small",
    "span", "strong", "sub", "sup", "tt", "u", "var",
];

/// Elements without content. Sorted.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose content is made of blocks. Sorted.
const BLOCK_CONTENT: &[&str] = &[
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "iframe",
    "li",
    "main",
    "map",
    "menu",
    "nav",
    "noscript",
    "object",
    "section",
    "summary",
    "td",
];

/// Elements whose content is the inside of a line. Sorted.
const SPAN_CONTENT: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "caption", "cite", "del", "dfn", "dt", "em", "h1", "h2",
    "h3", "h4", "h5", "h6", "i", "img", "input", "ins", "label", "legend", "optgroup", "p", "q", "rb", "rbc", "rp",
    "rt", "rtc", "ruby", "select", "small", "span", "strong", "sub", "sup", "th", "tt",
];

/// Further elements whose names are written in lower case. Sorted.
const RAW_CONTENT: &[&str] = &[
    "code", "colgroup", "head", "html", "kbd", "mark", "math", "ol", "option", "pre", "samp", "script", "style",
    "table", "tbody", "textarea", "tfoot", "thead", "tr", "u", "ul", "var",
];

/// Whether the element stands in a line; `name` is in lower case.
pub(crate) fn is_span(name: &str) -> bool {
    SPAN.binary_search(&name).is_ok()
}

/// Whether the element has no content.
pub(crate) fn is_void(name: &str) -> bool {
    VOID.binary_search(&name).is_ok()
}

/// How the element's content is read by default.
pub(crate) fn content(name: &str) -> Content {
    if BLOCK_CONTENT.binary_search(&name).is_ok() {
        Content::Block
    } else if SPAN_CONTENT.binary_search(&name).is_ok() {
        Content::Span
    } else {
        Content::Raw
    }
}

/// Whether the element is known, so that its name is the same in upper and lower case; `name` is in lower case.
pub(crate) fn is_known(name: &str) -> bool {
    RAW_CONTENT.binary_search(&name).is_ok() || is_void(name) || content(name) != Content::Raw
}

/// Whether a name that starts with one of the span elements, or `script`, followed by the end of a word, begins at the
/// start of `text`. Such a tag does not end a paragraph. Case counts here.
pub(crate) fn starts_lazily(text: &str) -> bool {
    let word = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let word = &text[..word];
    is_span(word) || word == "script"
}

/// Elements that are text where they stand in a line. Sorted.
const ONLY_BLOCK: &[&str] = &[
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "col",
    "colgroup",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "main",
    "map",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Whether the tags of the element are text where they stand in a line.
pub(crate) fn is_only_block(name: &str) -> bool {
    ONLY_BLOCK.binary_search(&name).is_ok()
}
