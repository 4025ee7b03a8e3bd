//! From the events of the YAML parser to the tree. This file and `refusal` alone know the parser.

mod place;

use std::borrow::Cow;
use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle, Tag, options};
use handbill_text::Span;

use super::{refusal, scalar};
use crate::index::Index;
use crate::problem::{duplicate, problem};
use crate::value::key_text;
use crate::{Data, Entry, Kind, Mapping, Problem, Style, Value};

/// How many values (and eighths of their bytes) aliases may bring, all together: a page's own need is a handful, and a
/// 'billion laughs' ends here.
const ALIAS_BUDGET: usize = 100_000;

/// Whether an alias without its anchor is a problem: it is none in a piece of a broken front matter.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Aliases {
    Known,
    MaybeElsewhere,
}

/// The first document of a text, as far as it can be read.
pub(super) struct Built {
    pub(super) root: Option<Value>,
    pub(super) comments: Vec<Span>,
    pub(super) problems: Vec<Problem>,
    /// Why it ends early; everything that was open then is closed in `root`.
    pub(super) error: Option<Problem>,
    /// The key at the root whose value was being read when it ended early.
    pub(super) open_key: Option<Span>,
}

pub(super) fn build(text: &str, span: Span, aliases: Aliases) -> Built {
    let options = options! {
        emit_unresolved_aliases: true,
        // A commented-out list is as long as it is.
        max_buffered_comment_events: usize::MAX,
    };
    let source = span.of(text);
    let mut builder = Builder {
        text,
        base: span.start(),
        end: span.start(),
        stack: Vec::new(),
        root: None,
        anchors: BTreeMap::new(),
        // Copies are kept only where something asks for them.
        has_aliases: source.contains('*'),
        budget: ALIAS_BUDGET,
        aliases,
        comments: Vec::new(),
        problems: Vec::new(),
    };
    let mut error = None;
    for event in Parser::new_from_str_with_options(source, options) {
        match event {
            Ok((Event::DocumentEnd, place)) => {
                builder.second_document(span.end(), place.end.byte_offset().unwrap_or(source.len()));
                break;
            }
            Ok((event, place)) => builder.event(event, &place),
            Err(failure) => {
                error = Some(refusal::syntax(text, span, &failure));
                break;
            }
        }
    }
    let open_key = match builder.stack.first() {
        Some(Frame { open: Open::Map { key: Some((_, span, _)), .. }, .. }) => Some(*span),
        Some(_) | None => None,
    };
    builder.close_all();
    Built { root: builder.root, comments: builder.comments, problems: builder.problems, error, open_key }
}

struct Builder<'t> {
    text: &'t str,
    base: usize,
    /// Where the last thing that was read ended.
    end: usize,
    stack: Vec<Frame>,
    root: Option<Value>,
    anchors: BTreeMap<usize, Anchor>,
    has_aliases: bool,
    budget: usize,
    aliases: Aliases,
    comments: Vec<Span>,
    problems: Vec<Problem>,
}

/// A list or mapping that is being read.
struct Frame {
    open: Open,
    start: usize,
    style: Style,
    anchor: usize,
    omap: bool,
}

enum Open {
    List(Vec<Value>),
    Map { map: Mapping, index: Index, key: Option<(String, Span, bool)> },
}

enum Anchor {
    /// Its node is still being read: an alias to it would be a circle.
    Open,
    Kept(Value, usize),
    TooLarge,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, place: &granit_parser::Span) {
        let mut span = self.span(place);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if let Some(tag) = &tag {
                    let place = place_of_tag(place, self.base).unwrap_or(span);
                    self.problems.extend(refusal::tag(tag, place));
                    // libyaml wants white space behind a tag, before a bracket too.
                    if self.text[place.end()..].starts_with([']', '}']) {
                        self.problems.push(refusal::tag_without_blank(place));
                    }
                }
                let value = if style == ScalarStyle::Plain && span.is_empty() {
                    span = Span::at(self.after_indicator(span.start()));
                    Value::new(span, if is_text(tag.as_deref()) { Data::Text(String::new()) } else { Data::Null })
                } else {
                    if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
                        span = self.block_scalar(span);
                    }
                    self.scalar(&text, style, tag.as_deref(), span)
                };
                let tagged = tag.is_some();
                if style == ScalarStyle::Plain && !tagged {
                    self.problems.extend(refusal::symbol(&text, span));
                }
                self.problems.extend(self.tab_before(span));
                if style == ScalarStyle::Plain {
                    self.problems.extend(self.odd_in_libyaml(span));
                }
                self.keep(anchor, &value);
                self.put(value, tagged);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.open(Open::List(Vec::new()), style, anchor, tag.as_deref(), span, place);
            }
            Event::MappingStart(style, anchor, tag) => {
                let map = Open::Map { map: Mapping::default(), index: Index::default(), key: None };
                self.open(map, style, anchor, tag.as_deref(), span, place);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.close(span.end());
                return;
            }
            Event::Alias(id) => self.alias(id, span),
            Event::UnresolvedAlias(name) => {
                if self.aliases == Aliases::Known {
                    let message = format!("the alias `*{name}` has no anchor `&{name}` before it");
                    let help = "text that starts with `*` needs quotes";
                    self.problems.push(problem(Kind::UnknownAlias, span, message, help));
                }
                let written = Some(span.of(self.text).into());
                self.put(Value { span, data: Data::Null, style: Style::Alias, written }, false);
            }
            Event::Comment(..) => {
                self.comments.push(span);
                return;
            }
            // Only frames and comments remain; the parser's list is open, and none of them is a value.
            _ => return,
        }
        self.end = self.end.max(span.end());
    }

    fn span(&self, place: &granit_parser::Span) -> Span {
        let at = |marker: &granit_parser::Marker| self.base + marker.byte_offset().unwrap_or(0);
        Span::new(at(&place.start)..at(&place.end))
    }

    fn scalar(&self, text: &str, style: ScalarStyle, tag: Option<&Tag>, span: Span) -> Value {
        let (style, plain) = match style {
            ScalarStyle::Plain => (Style::Plain, true),
            ScalarStyle::SingleQuoted => (Style::SingleQuoted, false),
            ScalarStyle::DoubleQuoted => (Style::DoubleQuoted, false),
            ScalarStyle::Literal => (Style::Literal, false),
            ScalarStyle::Folded => (Style::Folded, false),
        };
        let data = match tag.map(name) {
            Some(name) if refusal::means_text(&name) => Data::Text(text.to_owned()),
            Some(name) if name == "float" => match scalar::resolve(text) {
                Data::Int(number) => Data::Float(number as f64),
                other => text.parse().map_or(other, Data::Float),
            },
            Some(name) if name == "binary" => Data::Text(refusal::from_base64(text)),
            Some(name) if matches!(&*name, "int" | "bool" | "null" | "timestamp") => scalar::resolve(text),
            Some(_) | None if plain => scalar::resolve(text),
            Some(_) | None => Data::Text(text.to_owned()),
        };
        let same = matches!(&data, Data::Text(made) if *made == text);
        Value { span, data, style, written: (!same).then(|| text.into()) }
    }

    fn open(
        &mut self,
        open: Open,
        style: StructureStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
        place: &granit_parser::Span,
    ) {
        if let Some(tag) = tag {
            self.problems.extend(refusal::tag(tag, place_of_tag(place, self.base).unwrap_or(span)));
        }
        if anchor != 0 && self.has_aliases {
            self.anchors.insert(anchor, Anchor::Open);
        }
        let style = match style {
            StructureStyle::Block => Style::Block,
            StructureStyle::Flow => Style::Flow,
        };
        let omap = tag.is_some_and(|tag| name(tag) == "omap");
        let start = match &open {
            Open::List(_) if style == Style::Block => self.dash(span.start()),
            Open::List(_) | Open::Map { .. } => span.start(),
        };
        self.end = self.end.max(start);
        self.stack.push(Frame { open, start, style, anchor, omap });
    }

    fn close(&mut self, end: usize) {
        let Some(frame) = self.stack.pop() else { return };
        // What is written by lines ends with its last word, not where the parser saw that nothing follows.
        let end = if frame.style == Style::Flow { end } else { self.end };
        let data = match frame.open {
            Open::List(items) if frame.omap => ordered(items),
            Open::List(items) => Data::List(items),
            Open::Map { map, .. } => Data::Map(map),
        };
        let span = Span::new(frame.start.min(end)..end);
        let value = Value { span, data, style: frame.style, written: None };
        self.keep(frame.anchor, &value);
        self.put(value, false);
        self.end = self.end.max(end);
    }

    fn close_all(&mut self) {
        while let Some(frame) = self.stack.last_mut() {
            if let Open::Map { key: key @ Some(_), .. } = &mut frame.open {
                *key = None;
            }
            self.close(self.end);
        }
    }

    fn put(&mut self, value: Value, tagged: bool) {
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(value);
            return;
        };
        match &mut frame.open {
            Open::List(items) => items.push(value),
            Open::Map { map, index, key } => match key.take() {
                None => *key = Some((key_text(&value, self.text), value.span, tagged)),
                Some((name, span, tagged)) if name == "<<" && !tagged && mergeable(&value) => {
                    for source in mappings(value.data).into_iter().rev() {
                        for mut entry in source.entries {
                            entry.merged.get_or_insert(span.cover(value.span));
                            index.insert(map, entry);
                        }
                    }
                }
                Some((name, key_span, _)) => {
                    let entry = Entry { key: name, key_span, value, merged: None };
                    if let Some(first) = index.insert(map, entry).filter(|first| first.merged.is_none())
                        && self.problems.len() < super::MAX_PROBLEMS
                    {
                        self.problems.push(duplicate(&first.key, first.key_span, key_span));
                    }
                }
            },
        }
    }

    fn keep(&mut self, anchor: usize, value: &Value) {
        if anchor == 0 || !self.has_aliases {
            return;
        }
        let weight = value.weight(self.budget);
        let kept = if weight > self.budget {
            Anchor::TooLarge
        } else {
            self.budget -= weight;
            Anchor::Kept(value.clone(), weight)
        };
        self.anchors.insert(anchor, kept);
    }

    fn alias(&mut self, id: usize, span: Span) {
        let written = Some(span.of(self.text).into());
        let nothing = Value { span, data: Data::Null, style: Style::Alias, written };
        let value = match self.anchors.get(&id) {
            Some(Anchor::Kept(value, weight)) if *weight <= self.budget => {
                self.budget -= weight;
                Value { span, style: Style::Alias, ..value.clone() }
            }
            Some(Anchor::Kept(..) | Anchor::TooLarge) | None => {
                if !self.problems.iter().any(|problem| problem.kind == Kind::Limit) {
                    let message = "the aliases of this front matter bring too many values; this one is left out";
                    let help = "write the values out where they are needed";
                    self.problems.push(problem(Kind::Limit, span, message, help));
                }
                nothing
            }
            Some(Anchor::Open) => {
                let message = "the alias names the value that it is part of";
                self.problems.push(problem(Kind::Limit, span, message, "write the value out"));
                nothing
            }
        };
        self.put(value, false);
    }

    fn second_document(&mut self, end: usize, from: usize) {
        let from = self.base + from;
        let mut at = from;
        for line in Span::new(from..end).of(self.text).split_inclusive('\n') {
            let words = line.trim();
            if !(words.is_empty() || words.starts_with('#') || words == "---" || words == "...") {
                let span = Span::new(at..at + line.trim_end().len());
                let message = "a second document starts here; Jekyll reads the first one alone";
                self.problems.push(problem(Kind::SecondDocument, span, message, "remove the line of `---` or `...`"));
                return;
            }
            at += line.len();
        }
    }
}

fn place_of_tag(place: &granit_parser::Span, base: usize) -> Option<Span> {
    let range = place.tag_span()?.byte_range()?;
    Some(Span::new(base + range.start..base + range.end))
}

/// `str` for `!!str` and `!str`, `ruby/object` for `!ruby/object`.
pub(super) fn name(tag: &Tag) -> Cow<'_, str> {
    let (handle, suffix) = (tag.handle(), tag.suffix());
    match handle {
        "!" | "tag:yaml.org,2002:" => suffix.into(),
        "" if suffix.starts_with("tag:yaml.org,2002:") => suffix["tag:yaml.org,2002:".len()..].into(),
        _ => format!("{handle}{suffix}").into(),
    }
}

fn is_text(tag: Option<&Tag>) -> bool {
    tag.is_some_and(|tag| refusal::means_text(&name(tag)))
}

fn mergeable(value: &Value) -> bool {
    match &value.data {
        Data::Map(_) => true,
        Data::List(items) => items.iter().all(|item| matches!(item.data, Data::Map(_))),
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => false,
    }
}

fn mappings(data: Data) -> Vec<Mapping> {
    match data {
        Data::Map(map) => vec![map],
        Data::List(items) => items.into_iter().flat_map(|item| mappings(item.data)).collect(),
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => Vec::new(),
    }
}

/// `!!omap [a: 1, b: 2]` is a mapping.
fn ordered(items: Vec<Value>) -> Data {
    if items.iter().any(|item| !matches!(item.data, Data::Map(_))) {
        return Data::List(items);
    }
    let (mut map, mut index) = (Mapping::default(), Index::default());
    for entry in mappings(Data::List(items)).into_iter().flat_map(|map| map.entries) {
        index.insert(&mut map, entry);
    }
    Data::Map(map)
}
