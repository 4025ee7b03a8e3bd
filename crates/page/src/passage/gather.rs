//! From nodes of the tree to passages.

use handbill_kramdown::{Kind, Node, unescape};
use handbill_text::{SourceMap, Span};

use super::bare::bare_links;
use super::{ImageMark, LinkMark, Mark, Passage, Struck, Style};

/// Whether a node strikes out what is in it.
pub(crate) fn is_struck(node: Node<'_>) -> bool {
    let element = || node.element().is_some_and(|html| matches!(html.name, "del" | "s" | "strike"));
    matches!(node.kind(), Kind::Strikethrough) || element()
}

/// Builds passages from nodes of one tree.
pub(crate) struct Gatherer<'a> {
    /// From the text of the tree to the file.
    places: &'a SourceMap,
    passage: Passage,
    /// Whether white space has been met since the last character.
    gap: Option<Span>,
    /// Whether the author's line has ended since.
    broken: bool,
    strike: Option<String>,
    link: Option<String>,
}

impl<'a> Gatherer<'a> {
    /// Starts a passage; `places` maps the tree's text to the file.
    pub(crate) fn new(places: &'a SourceMap) -> Self {
        Self { places, passage: Passage::default(), gap: None, broken: false, strike: None, link: None }
    }

    /// Whether nothing has been gathered.
    pub(crate) fn is_empty(&self) -> bool {
        self.passage.text.is_empty() && self.passage.images.is_empty() && self.passage.struck.is_empty()
    }

    /// What has been gathered.
    pub(crate) fn finish(&mut self) -> Passage {
        (self.gap, self.broken) = (None, false);
        let passage = &mut self.passage;
        let end = passage.text.trim_end_matches('\n').len();
        passage.text.truncate(end);
        // A mark or a link around blocks goes on over the ends of their lines.
        let inside = |span: Span| Span::new(span.start().min(end)..span.end().min(end));
        passage.marks.iter_mut().for_each(|mark| mark.span = inside(mark.span));
        passage.links.iter_mut().for_each(|link| link.span = inside(link.span));
        passage.images.iter_mut().for_each(|image| image.at = image.at.min(end));
        passage.struck.iter_mut().for_each(|struck| struck.at = struck.at.min(end));
        passage.links.sort_by_key(|link| link.span);
        passage.marks.sort_by_key(|mark| mark.span.start());
        bare_links(passage);
        std::mem::take(passage)
    }

    /// Adds a node with all below it.
    pub(crate) fn add(&mut self, node: Node<'_>) {
        if self.passage.text.capacity() == 0 {
            self.passage.text = String::with_capacity(node.span().len());
        }
        match node.kind() {
            // Text of raw HTML still has its entities.
            Kind::Text(text) | Kind::Raw { text, .. } => self.text(&unescape(text), node),
            Kind::Abbreviation { text, .. } | Kind::Typographic(text) => self.text(text, node),
            Kind::CodeBlock { code, .. } | Kind::CodeSpan { code } => {
                self.marked(Style::Code, |own| own.text(code, node));
            }
            Kind::MathBlock { math } | Kind::MathSpan { math } => self.text(math, node),
            Kind::Entity(c) | Kind::SmartQuote(c) => self.text(c.encode_utf8(&mut [0; 4]), node),
            Kind::LineBreak => self.line_end(node.span()),
            Kind::Emphasis => self.marked(Style::Emphasis, |own| own.children(node)),
            Kind::Strong => self.marked(Style::Strong, |own| own.children(node)),
            Kind::Strikethrough => self.struck(node),
            Kind::Link(target) => self.linked(target.url, target.url_span, target.definition.is_some(), node),
            Kind::Autolink { url } => self.autolink(url, node),
            Kind::Image { target, alt } => self.image(target.url, (alt, target.title), node),
            Kind::Html(html) => self.html(html.name, node),
            Kind::Root
            | Kind::Paragraph { .. }
            | Kind::Heading { .. }
            | Kind::Blockquote
            | Kind::List { .. }
            | Kind::ListItem { .. }
            | Kind::DefinitionList
            | Kind::DefinitionTerm
            | Kind::DefinitionDescription
            | Kind::Table
            | Kind::TableHead
            | Kind::TableBody
            | Kind::TableFoot
            | Kind::TableRow
            | Kind::TableCell { .. } => self.block(node),
            Kind::HorizontalRule => self.line_end(node.span()),
            Kind::Blank
            | Kind::Boundary
            | Kind::Comment { .. }
            | Kind::ProcessingInstruction { .. }
            | Kind::FootnoteReference { .. }
            | Kind::Footnote { .. } => {}
        }
    }

    fn children(&mut self, node: Node<'_>) {
        for child in node.children() {
            self.add(child);
        }
    }

    /// A block inside: it starts and ends a line.
    fn block(&mut self, node: Node<'_>) {
        self.line_end(Span::at(node.span().start()));
        self.children(node);
        self.line_end(Span::at(node.span().end()));
    }

    fn html(&mut self, name: &str, node: Node<'_>) {
        match name {
            "br" | "hr" => self.line_end(node.span()),
            "b" | "strong" => self.marked(Style::Strong, |own| own.children(node)),
            "i" | "em" | "cite" => self.marked(Style::Emphasis, |own| own.children(node)),
            "code" | "pre" => self.marked(Style::Code, |own| own.children(node)),
            "del" | "s" | "strike" => self.struck(node),
            "a" if node.attribute("href").is_some() => {
                self.linked(node.attribute("href").unwrap_or_default(), node.span(), true, node);
            }
            "img" => {
                let alt = node.attribute("alt").unwrap_or_default();
                self.image(node.attribute("src").unwrap_or_default(), (alt, node.attribute("title")), node);
            }
            "script" | "style" | "template" | "noscript" | "head" | "title" | "iframe" | "svg" | "math" | "object"
            | "select" | "textarea" | "video" | "audio" => {}
            _ if is_block(name) => self.block(node),
            _ => self.children(node),
        }
    }

    fn marked(&mut self, style: Style, inside: impl FnOnce(&mut Self)) {
        let start = self.next_at();
        inside(self);
        let end = self.passage.text.len();
        if start < end {
            self.passage.marks.push(Mark { span: Span::new(start..end), style });
        }
    }

    fn linked(&mut self, url: &str, url_span: Span, elsewhere: bool, node: Node<'_>) {
        let start = self.next_at();
        let images = self.passage.images.len();
        let outer = self.link.replace(url.to_owned());
        self.children(node);
        self.link = outer;
        if self.strike.is_some() {
            return;
        }
        let end = self.passage.text.len().max(start.min(self.passage.text.len()));
        let source = self.places.origin(if elsewhere { node.span() } else { url_span }).span;
        let span = Span::new(start.min(end)..end);
        if !span.is_empty() || self.passage.images.len() > images {
            self.passage.links.push(LinkMark { span, url: url.to_owned(), source, bare: false });
        }
    }

    fn autolink(&mut self, url: &str, node: Node<'_>) {
        let start = self.next_at();
        self.text(url.strip_prefix("mailto:").unwrap_or(url), node);
        if self.strike.is_none() {
            let source = self.places.origin(node.span()).span;
            let span = Span::new(start..self.passage.text.len());
            self.passage.links.push(LinkMark { span, url: url.to_owned(), source, bare: false });
        }
    }

    /// An image; where its text is left empty, its title names it, as in browsers.
    fn image(&mut self, url: &str, (alt, title): (&str, Option<&str>), node: Node<'_>) {
        let alt = if alt.trim().is_empty() { title.unwrap_or(alt) } else { alt };
        let source = self.places.origin(node.span()).span;
        let at = self.passage.text.len();
        let image = ImageMark { at, url: url.to_owned(), alt: alt.to_owned(), source, link: self.link.clone() };
        self.passage.images.push(image);
    }

    fn struck(&mut self, node: Node<'_>) {
        if self.strike.is_some() {
            return self.children(node);
        }
        self.strike = Some(String::new());
        self.children(node);
        let text = self.strike.take().unwrap_or_default();
        let source = self.places.origin(node.span()).span;
        self.passage.struck.push(Struck { at: self.passage.text.len(), text, source });
    }

    /// Where the next character will stand.
    fn next_at(&self) -> usize {
        self.passage.text.len() + usize::from(self.gap.is_some() && self.wants_blank())
    }

    fn wants_blank(&self) -> bool {
        !self.passage.text.is_empty() && !self.passage.text.ends_with('\n')
    }

    fn text(&mut self, text: &str, node: Node<'_>) {
        if let Some(strike) = &mut self.strike {
            strike.push_str(text);
            return;
        }
        let span = node.span();
        let source = span.of(node.document().text());
        if text == source && is_even(text) {
            return self.even(text, span);
        }
        if text == source
            && let Some(origin) = self.places.copied_from(span)
        {
            return self.copied(text, span, origin);
        }
        let mut reached = 0;
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if word > 0 {
                let found = find_near(source, reached, &rest[..word]);
                self.word(&rest[..word], found.map(|at| span.start() + at), span);
                reached = found.unwrap_or(reached) + word;
            }
            let blank = rest[word..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - word);
            self.blank(&rest[word..word + blank], span.start() + reached.min(source.len()));
            rest = &rest[word + blank..];
        }
    }

    /// Adds text that stands at `span` of the tree's text as it is, and in one piece at `origin` of the file.
    fn copied(&mut self, text: &str, span: Span, origin: usize) {
        let mut at = text.len() - text.trim_start().len();
        self.blank(&text[..at], span.start());
        if at == text.len() {
            return;
        }
        // Each blank is a piece, and so is the word behind it.
        self.passage.map.reserve(2 * text.bytes().filter(|byte| *byte <= b' ').count());
        let mut end = word_end(text, at);
        self.word(&text[at..end], Some(span.start() + at), span);
        let last = text.trim_end().len();
        while end < last {
            at = text.len() - text[end..].trim_start().len();
            self.passage.text.push(' ');
            self.passage.map.made(1, Span::at(origin + end));
            if text.as_bytes()[end..at].contains(&b'\n') {
                self.passage.breaks.push(self.passage.text.len());
            }
            end = word_end(text, at);
            self.passage.text.push_str(&text[at..end]);
            self.passage.map.written(end - at, origin + at);
        }
        self.blank(&text[last..], span.start() + last);
    }

    /// Notes white space that stands at `at` in the tree's text.
    fn blank(&mut self, blank: &str, at: usize) {
        if !blank.is_empty() {
            let gap = Span::at(at);
            self.gap = Some(self.gap.map_or(gap, |before| before.cover(gap)));
            self.broken |= blank.contains('\n');
        }
    }

    /// Adds text that stands at `span` of the tree's text as it is, with single blanks between its words.
    fn even(&mut self, text: &str, span: Span) {
        let words = text.strip_prefix(' ').unwrap_or(text);
        let start = span.end() - words.len();
        self.blank(&text[..text.len() - words.len()], span.start());
        let words = words.strip_suffix(' ').unwrap_or(words);
        if !words.is_empty() {
            self.word(words, Some(start), span);
            if start + words.len() < span.end() {
                self.gap = Some(Span::at(start + words.len()));
            }
        }
    }

    /// Adds a word that stands at `at` in the tree's text, or was made of what stands at `span`.
    fn word(&mut self, word: &str, at: Option<usize>, span: Span) {
        if let Some(gap) = self.gap.take().filter(|_| self.wants_blank()) {
            self.passage.text.push(' ');
            self.passage.map.made(1, self.places.origin(gap).span);
            if self.broken {
                self.passage.breaks.push(self.passage.text.len());
            }
        }
        self.broken = false;
        self.passage.text.push_str(word);
        match at {
            Some(at) => self.passage.map.splice(self.places, at, word.len()),
            None => self.passage.map.made(word.len(), self.places.origin(span).span),
        }
    }

    fn line_end(&mut self, at: Span) {
        self.gap = None;
        if self.strike.is_none() && self.wants_blank() {
            self.passage.text.push('\n');
            self.passage.map.made(1, self.places.origin(at).span);
        }
    }
}

/// Whether all white space of a text is single blanks.
pub(crate) fn is_even(text: &str) -> bool {
    // Without a way out of the loop, which lets the compiler take many bytes at once.
    let bytes = text.as_bytes();
    let other = |byte: &u8| u8::from(byte.wrapping_sub(b'\t') <= b'\r' - b'\t');
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let uneven = pairs.fold(bytes.last().map_or(0, other), |found, (one, next)| {
        found | other(one) | u8::from(*one == b' ') & u8::from(*next == b' ')
    });
    uneven == 0 && (text.is_ascii() || !text.contains(|c: char| !c.is_ascii() && c.is_whitespace()))
}

/// The end of the word at `at`.
fn word_end(text: &str, at: usize) -> usize {
    let plain = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
    let rest = &text[at + plain..];
    if rest.starts_with(' ') {
        return at + plain;
    }
    text.len() - rest.len() + rest.find(char::is_whitespace).unwrap_or(rest.len())
}

/// Where `word` stands in `source` at or shortly after `from`: the lines of an item go on behind marks and indentation.
fn find_near(source: &str, from: usize, word: &str) -> Option<usize> {
    const MARKS: usize = 256;
    let rest = source.get(from..)?;
    // Most lines go on behind nothing but blanks.
    let behind = rest.trim_ascii_start();
    if behind.starts_with(word) {
        return Some(from + rest.len() - behind.len());
    }
    let mut end = (MARKS + word.len()).min(rest.len());
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    rest[..end].find(word).map(|at| from + at)
}

/// Whether an HTML element starts and ends a line.
pub(crate) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
