//! Text that was written as a reference, made into a link.

use std::sync::OnceLock;

use handbill_text::{SourceMap, Span};

use super::{LinkMark, Passage};

/// A reference in a passage, of which only its text is kept.
pub(crate) struct Relinked<'a> {
    /// All of it.
    pub(crate) whole: Span,
    /// Its text, which lies inside.
    pub(crate) text: Span,
    /// Where it leads to; nowhere if empty.
    pub(crate) url: &'a str,
}

impl Passage {
    /// Makes links of references, given in the order of the text.
    pub(crate) fn relink(&mut self, references: &[Relinked<'_>]) {
        let mut map = SourceMap::default();
        let mut text = String::with_capacity(self.text.len());
        // What goes: where it starts, and how much went with it and before it.
        let mut cuts: Vec<(Span, usize)> = Vec::new();
        let mut gone = 0;
        let mut links = Vec::new();
        let mut reached = 0;
        let mut keep = |span: Span, text: &mut String| {
            map.splice(&self.map, span.start(), span.len());
            text.push_str(span.of(&self.text));
        };
        for reference in references {
            keep(Span::new(reached..reference.whole.start()), &mut text);
            let start = text.len();
            keep(reference.text, &mut text);
            for cut in [
                Span::new(reference.whole.start()..reference.text.start()),
                Span::new(reference.text.end()..reference.whole.end()),
            ] {
                gone += cut.len();
                cuts.push((cut, gone));
            }
            if !reference.url.is_empty() {
                let span = Span::new(start..text.len());
                let source = self.map.origin(reference.whole).span;
                links.push(LinkMark { span, url: reference.url.to_owned(), source, bare: false });
            }
            reached = reference.whole.end();
        }
        keep(Span::new(reached..self.text.len()), &mut text);
        let moved = |at: usize| {
            let before = cuts.partition_point(|(cut, _)| cut.start() < at);
            let Some((cut, gone)) = before.checked_sub(1).and_then(|last| cuts.get(last)) else { return at };
            at - gone + cut.end().saturating_sub(at)
        };
        let moved_span = |span: Span| Span::new(moved(span.start())..moved(span.end()));
        self.links.iter_mut().for_each(|link| link.span = moved_span(link.span));
        self.images.iter_mut().for_each(|image| image.at = moved(image.at));
        self.marks.iter_mut().for_each(|mark| mark.span = moved_span(mark.span));
        self.struck.iter_mut().for_each(|struck| struck.at = moved(struck.at));
        self.breaks.iter_mut().for_each(|at| *at = moved(*at));
        self.links.append(&mut links);
        self.links.sort_by_key(|link| link.span);
        self.text = text;
        self.map = map;
        self.phrases = OnceLock::new();
    }
}

#[cfg(test)]
impl Passage {
    /// A passage of text alone, as tests need it.
    pub(crate) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), map: SourceMap::identity(text.len()), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_reference_moves_with_it() {
        let text = "See [the rules][r] and [ours][] today";
        let mark = |part: &str| {
            let at = text.find(part).expect("a part of the text");
            super::super::Mark { span: Span::new(at..at + part.len()), style: super::super::Style::Strong }
        };
        let marks = vec![mark("rules"), mark("today"), mark("[ours][]")];
        let mut passage = Passage { marks, ..Passage::plain(text) };
        passage.relink(&[
            Relinked { whole: Span::new(4..18), text: Span::new(5..14), url: "/rules/" },
            Relinked { whole: Span::new(23..31), text: Span::new(24..28), url: "" },
        ]);
        assert_eq!(passage.text, "See the rules and ours today");
        let told: Vec<&str> = passage.marks.iter().map(|mark| mark.span.of(&passage.text)).collect();
        assert_eq!(told, ["rules", "today", "ours"]);
        assert_eq!(passage.links.len(), 1);
        assert_eq!(passage.links[0].span.of(&passage.text), "the rules");
        assert_eq!(passage.place(passage.links[0].span).span.of(text), "the rules");
    }
}
