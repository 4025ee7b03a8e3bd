//! Labelled facts: `Dates: June 1-4`, in items, lines, terms, two-column tables and strong words.

use handbill_text::Span;

use super::sentences::is_short;
use crate::outline::{BlockKind, Outline};
use crate::passage::{Passage, Style};

/// A label with what it says.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    /// The label without its colon.
    pub(crate) label: String,
    /// What it says.
    pub(crate) value: Passage,
    /// The block that it stands in.
    pub(crate) block: usize,
}

/// How many words a term has at most to be the label of what describes it.
const LONGEST_TERM: usize = 30;

/// The longest label, in words.
const LONGEST_LABEL: usize = 8;

/// Every labelled fact of the page.
pub(crate) fn labelled(outline: &Outline) -> Vec<Labelled> {
    let (mut found, mut term) = (Vec::new(), None);
    for (index, block) in outline.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Item { .. }
            | BlockKind::Paragraph
            | BlockKind::Lead
            | BlockKind::Quote
            | BlockKind::Heading(_) => lines(&block.passage, index, &mut found),
            BlockKind::Term => term = Some(&block.passage),
            BlockKind::Description => {
                // Every description of a term has it: a long one is no label.
                if let Some(term) = term.filter(|term| is_short(&term.text, LONGEST_TERM)) {
                    let label = term.text.trim_end_matches(':').trim().to_owned();
                    found.push(Labelled { label, value: block.passage.clone(), block: index });
                }
            }
            BlockKind::Table(grid) if grid.width == 2 => {
                for row in 0..grid.rows.len() {
                    let (Some(label), Some(value)) = (grid.at(row, 0), grid.at(row, 1)) else { continue };
                    // `Date | What` are heads, not a label with what it says.
                    let heads = row < grid.heads && !value.passage.text.contains(|c: char| c.is_ascii_digit());
                    if !heads && label.colspan == 1 && is_label(label.passage.text.trim_end_matches(':')) {
                        found.push(Labelled {
                            label: label.passage.text.trim_end_matches(':').trim().to_owned(),
                            value: value.passage.clone(),
                            block: index,
                        });
                    }
                }
            }
            BlockKind::Table(_) | BlockKind::Code | BlockKind::Embed { .. } | BlockKind::Rule => {}
        }
    }
    found
}

fn lines(passage: &Passage, block: usize, found: &mut Vec<Labelled>) {
    // Signs, colons and strong words make labels: most texts have none of them.
    let text = passage.text.as_bytes();
    if passage.marks.is_empty() && memchr::memchr3(b':', SIGNS_START[0], SIGNS_START[1], text).is_none() {
        return;
    }
    for (span, line) in passage.lines() {
        let mut signs = signs(line).peekable();
        if signs.peek().is_some() {
            while let Some((label, at)) = signs.next() {
                let end = signs.peek().map_or(line.len(), |(_, next)| *next);
                found.extend(signed(passage, label, Span::new(span.start() + at..span.start() + end), block));
            }
            continue;
        }
        // Most lines hold nothing that ends a label.
        if passage.marks_in(span).next().is_some() || memchr::memchr(b':', line.as_bytes()).is_some() {
            found.extend(entries(passage, span).into_iter().filter_map(|entry| entry_of(passage, entry, block)));
        }
    }
}

/// The label of an entry with what it says.
fn entry_of(passage: &Passage, entry: Span, block: usize) -> Option<Labelled> {
    let line = entry.of(&passage.text);
    let (end, start) = colon(passage, entry, line)?;
    // An arrow or a picture in front of the label belongs to it.
    let label =
        line[..end].trim_start_matches(|c: char| c >= '\u{2190}' && !c.is_alphanumeric() || c == ' ').trim_end();
    is_label(label).then(|| {
        let value = passage.part(Span::new(entry.start() + start..entry.end()));
        Labelled { label: label.to_owned(), value, block }
    })
}

/// The entries of a line: `**When:** June 4 **Where:** Lund`, which its author wrote as two lines, is two.
fn entries(passage: &Passage, line: Span) -> Vec<Span> {
    let text = passage.text.as_str();
    let labels = passage.marks_in(line).filter(|mark| {
        let words = mark.span.of(text);
        mark.style == Style::Strong
            && line.contains(mark.span)
            && (words.ends_with(':') || text[mark.span.end()..].starts_with(':'))
            && is_label(words.trim_end_matches(':'))
    });
    let starts: Vec<usize> = labels.map(|mark| mark.span.start()).collect();
    // Only a line that starts with one is a row of them.
    if starts.len() < 2 || starts[0] != line.start() {
        return written_lines(passage, line);
    }
    let ends = starts[1..].iter().copied().chain([line.end()]);
    starts.iter().zip(ends).map(|(start, end)| Span::new(*start..end)).collect()
}

/// A line cut where its author started new ones with a label: `Date: June 4`, and `Venue: Lund` on the next line.
pub(crate) fn written_lines(passage: &Passage, line: Span) -> Vec<Span> {
    // A label is short: no line is looked through to its end for each of the author's.
    const NEAR: usize = 120;
    let label = |from: usize| {
        let near = &passage.text.as_bytes()[from..line.end().min(from + NEAR)];
        let colon = memchr::memmem::find(near, b": ")?;
        Some(&passage.text[from..from + colon]).filter(|label| is_label(label))
    };
    if passage.breaks_in(line).next().is_none() || label(line.start()).is_none() {
        return vec![line];
    }
    let short = |label: &str| label.starts_with(char::is_uppercase) && label.split(' ').count() <= 3;
    passage.written_lines(line, |from| label(from).is_some_and(short))
}

/// Signs that people write for labels.
const SIGNS: &[(&[char], &str)] = &[
    (&['📅', '📆', '🗓'], "date"),
    (
        &[
            '⏰', '⏱', '⌚', '🕰', '🕐', '🕑', '🕒', '🕓', '🕔', '🕕', '🕖', '🕗', '🕘', '🕙', '🕚', '🕛', '🕜', '🕝',
            '🕞', '🕟', '🕠', '🕡', '🕢', '🕣', '🕤', '🕥', '🕦', '🕧',
        ],
        "time",
    ),
    (&['📍', '🏢', '🏛', '🏠'], "location"),
    (&['🎟', '🎫'], "tickets"),
];

/// The bytes that one of them starts with.
const SIGNS_START: [u8; 2] = [0xE2, 0xF0];

/// The labels that signs in a line stand for, and where the signs stand.
fn signs(line: &str) -> impl Iterator<Item = (&'static str, usize)> {
    // Most lines hold none.
    let wide = memchr::memchr2(SIGNS_START[0], SIGNS_START[1], line.as_bytes()).map_or("", |_| line);
    wide.char_indices().filter(|(_, c)| *c >= '\u{231A}').filter_map(|(at, c)| {
        let (_, label) = SIGNS.iter().find(|(signs, _)| signs.contains(&c))?;
        Some((*label, at))
    })
}

/// What a sign says up to the next; where a label of words follows it, what that says.
fn signed(passage: &Passage, label: &str, span: Span, block: usize) -> Option<Labelled> {
    let text = span.of(&passage.text);
    let lead = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let said = &text[lead..];
    let (label, skip) = match said.split_once(": ").filter(|(word, _)| is_label(word)) {
        Some((word, _)) => (word, lead + word.len() + 2),
        None => (label, lead),
    };
    let value = passage.part(Span::new(span.start() + skip..span.end()));
    (!value.is_empty()).then(|| Labelled { label: label.to_owned(), value, block })
}

/// Where in a line its label ends and its value starts: at a colon, or where the strong words at its start end.
fn colon(passage: &Passage, span: Span, line: &str) -> Option<(usize, usize)> {
    let ends_label = |at: &usize| !line[at + 1..].starts_with(|c: char| c.is_ascii_digit() || c == '/' || c == ':');
    if let Some(asked) = question(passage, span, line) {
        return Some((asked, asked + 1));
    }
    if let Some(at) = memchr::memchr_iter(b':', line.as_bytes()).find(ends_label) {
        return Some((at, at + 1));
    }
    // `**Dates** June 1-4`, `**Where** - Lund`.
    let strong =
        passage.marks_in(span).find(|mark| mark.style == Style::Strong && mark.span.start() == span.start())?;
    let end = strong.span.end().checked_sub(span.start()).filter(|end| *end < line.len())?;
    let rest = &line[end..];
    let dash = rest.trim_start().strip_prefix(['-', '–', '—']).map(|value| line.len() - value.len());
    dash.map(|start| (end, start))
}

/// Where the mark stands that ends the strong words at the start of a line: `**How much?** 30 €`.
fn question(passage: &Passage, span: Span, line: &str) -> Option<usize> {
    let strong = passage.marks_in(span).next().filter(|mark| mark.style == Style::Strong)?;
    let words = line.get(..strong.span.end().checked_sub(span.start())?)?.trim_end();
    let asked = words.strip_suffix('?')?.len();
    (strong.span.start() == span.start() && is_short(words, 2) && words.len() < line.trim_end().len()).then_some(asked)
}

fn is_label(label: &str) -> bool {
    label.starts_with(char::is_alphabetic)
        && is_short(label, LONGEST_LABEL)
        && !label.bytes().any(|byte| matches!(byte, b'.' | b'?' | b'!' | b';' | b'\n'))
        // The colon of `Ropes (chair: Ann Lee)` stands inside.
        && (label.contains(')') || !label.contains('('))
}
