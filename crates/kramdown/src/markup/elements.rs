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

/// Where an element may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a line only: it begins no block.
    Line,
    /// Where a block stands only: in a line its tags are text.
    Block,
    /// Wherever it is.
    Both,
}

/// An element whose name is the same in upper and lower case.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    /// How its content is read by default.
    pub(crate) content: Content,
    /// Whether it has none.
    pub(crate) void: bool,
}

/// The element of this name, in any case. Others stand wherever they are, and their content is raw.
pub(crate) fn find(name: &str) -> Option<&'static Element> {
    let letter = name.as_bytes().first()?.to_ascii_lowercase().checked_sub(b'a')?;
    let (from, to) = (*FIRST.get(usize::from(letter))?, FIRST[usize::from(letter) + 1]);
    ELEMENTS[from..to].iter().find(|element| element.name.eq_ignore_ascii_case(name))
}

/// Whether the element stands in a line only.
pub(crate) fn is_span(name: &str) -> bool {
    find(name).is_some_and(|element| element.place == Place::Line)
}

/// Whether the element has no content.
pub(crate) fn is_void(name: &str) -> bool {
    find(name).is_some_and(|element| element.void && element.name == name)
}

/// How the element's content is read by default.
pub(crate) fn content(name: &str) -> Content {
    find(name).map_or(Content::Raw, |element| element.content)
}

/// Whether the name at the start of `text` begins with one of the span elements, or `script`, followed by the end of a
/// word. Such a tag does not end a paragraph. Case counts here.
pub(crate) fn starts_lazily(text: &str) -> bool {
    let word = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let word = &text[..word];
    word == "script" || find(word).is_some_and(|element| element.place == Place::Line && element.name == word)
}

/// For each letter, the index of the first element that starts with it or a later one.
const FIRST: [usize; 27] = {
    let mut first = [ELEMENTS.len(); 27];
    let mut index = ELEMENTS.len();
    while index > 0 {
        index -= 1;
        let mut letter = (ELEMENTS[index].name.as_bytes()[0] - b'a') as usize + 1;
        while letter > 0 && first[letter - 1] > index {
            letter -= 1;
            first[letter] = index;
        }
    }
    first
};

const fn element(name: &'static str, place: Place, content: Content, void: bool) -> Element {
    Element { name, place, content, void }
}

/// Sorted by name.
#[rustfmt::skip]
const ELEMENTS: &[Element] = &[
    element("a", Place::Line, Content::Span, false),
    element("abbr", Place::Line, Content::Span, false),
    element("acronym", Place::Line, Content::Span, false),
    element("address", Place::Block, Content::Block, false),
    element("applet", Place::Block, Content::Block, false),
    element("area", Place::Both, Content::Raw, true),
    element("article", Place::Block, Content::Block, false),
    element("aside", Place::Block, Content::Block, false),
    element("b", Place::Line, Content::Span, false),
    element("base", Place::Both, Content::Raw, true),
    element("bdo", Place::Line, Content::Span, false),
    element("big", Place::Line, Content::Span, false),
    element("blockquote", Place::Block, Content::Block, false),
    element("body", Place::Block, Content::Block, false),
    element("br", Place::Line, Content::Span, true),
    element("button", Place::Line, Content::Span, false),
    element("caption", Place::Block, Content::Span, false),
    element("cite", Place::Line, Content::Span, false),
    element("code", Place::Line, Content::Raw, false),
    element("col", Place::Block, Content::Raw, true),
    element("colgroup", Place::Block, Content::Raw, false),
    element("command", Place::Both, Content::Raw, true),
    element("dd", Place::Block, Content::Block, false),
    element("del", Place::Line, Content::Span, false),
    element("details", Place::Both, Content::Block, false),
    element("dfn", Place::Line, Content::Span, false),
    element("div", Place::Block, Content::Block, false),
    element("dl", Place::Block, Content::Block, false),
    element("dt", Place::Block, Content::Span, false),
    element("em", Place::Line, Content::Span, false),
    element("embed", Place::Both, Content::Raw, true),
    element("fieldset", Place::Block, Content::Block, false),
    element("figcaption", Place::Block, Content::Block, false),
    element("figure", Place::Both, Content::Block, false),
    element("footer", Place::Block, Content::Block, false),
    element("form", Place::Block, Content::Block, false),
    element("h1", Place::Block, Content::Span, false),
    element("h2", Place::Block, Content::Span, false),
    element("h3", Place::Block, Content::Span, false),
    element("h4", Place::Block, Content::Span, false),
    element("h5", Place::Block, Content::Span, false),
    element("h6", Place::Block, Content::Span, false),
    element("head", Place::Block, Content::Raw, false),
    element("header", Place::Block, Content::Block, false),
    element("hgroup", Place::Block, Content::Block, false),
    element("hr", Place::Block, Content::Raw, true),
    element("html", Place::Block, Content::Raw, false),
    element("i", Place::Line, Content::Span, false),
    element("iframe", Place::Block, Content::Block, false),
    element("img", Place::Line, Content::Span, true),
    element("input", Place::Line, Content::Span, true),
    element("ins", Place::Line, Content::Span, false),
    element("kbd", Place::Line, Content::Raw, false),
    element("keygen", Place::Both, Content::Raw, true),
    element("label", Place::Line, Content::Span, false),
    element("legend", Place::Block, Content::Span, false),
    element("li", Place::Block, Content::Block, false),
    element("link", Place::Both, Content::Raw, true),
    element("main", Place::Block, Content::Block, false),
    element("map", Place::Block, Content::Block, false),
    element("mark", Place::Line, Content::Raw, false),
    element("math", Place::Both, Content::Raw, false),
    element("menu", Place::Block, Content::Block, false),
    element("meta", Place::Both, Content::Raw, true),
    element("nav", Place::Block, Content::Block, false),
    element("noscript", Place::Both, Content::Block, false),
    element("object", Place::Both, Content::Block, false),
    element("ol", Place::Block, Content::Raw, false),
    element("optgroup", Place::Block, Content::Span, false),
    element("option", Place::Line, Content::Raw, false),
    element("p", Place::Block, Content::Span, false),
    element("param", Place::Both, Content::Raw, true),
    element("pre", Place::Block, Content::Raw, false),
    element("q", Place::Line, Content::Span, false),
    element("rb", Place::Line, Content::Span, false),
    element("rbc", Place::Line, Content::Span, false),
    element("rp", Place::Line, Content::Span, false),
    element("rt", Place::Line, Content::Span, false),
    element("rtc", Place::Line, Content::Span, false),
    element("ruby", Place::Line, Content::Span, false),
    element("samp", Place::Line, Content::Raw, false),
    element("script", Place::Both, Content::Raw, false),
    element("section", Place::Block, Content::Block, false),
    element("select", Place::Line, Content::Span, false),
    element("small", Place::Line, Content::Span, false),
    element("source", Place::Both, Content::Raw, true),
    element("span", Place::Line, Content::Span, false),
    element("strong", Place::Line, Content::Span, false),
    element("style", Place::Both, Content::Raw, false),
    element("sub", Place::Line, Content::Span, false),
    element("summary", Place::Block, Content::Block, false),
    element("sup", Place::Line, Content::Span, false),
    element("table", Place::Block, Content::Raw, false),
    element("tbody", Place::Block, Content::Raw, false),
    element("td", Place::Block, Content::Block, false),
    element("textarea", Place::Both, Content::Raw, false),
    element("tfoot", Place::Block, Content::Raw, false),
    element("th", Place::Block, Content::Span, false),
    element("thead", Place::Block, Content::Raw, false),
    element("tr", Place::Block, Content::Raw, false),
    element("track", Place::Both, Content::Raw, true),
    element("tt", Place::Line, Content::Span, false),
    element("u", Place::Line, Content::Raw, false),
    element("ul", Place::Block, Content::Raw, false),
    element("var", Place::Line, Content::Raw, false),
    element("wbr", Place::Both, Content::Raw, true),
];
