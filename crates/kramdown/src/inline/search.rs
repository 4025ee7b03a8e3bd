//! Where the next mark is, and what is known to be in vain.

use std::collections::BTreeSet;

use crate::inline::Sees;

/// Bytes at which something else than text may start. A quotation mark is found one character before it.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let bytes = b"*_`<[]!\"'${&-.>\\~ ";
    let mut at = 0;
    while at < bytes.len() {
        marks[bytes[at] as usize] = true;
        at += 1;
    }
    marks
};

/// The next place from `at` on where something else than text may start.
pub(super) fn next_mark(text: &str, at: usize, sees: Sees) -> Option<usize> {
    let bytes = text.as_bytes();
    match sees {
        Sees::All => {}
        Sees::Tags => return memchr::memchr(b'<', &bytes[at..]).map(|length| at + length),
        Sees::TagsAndCode => return memchr::memchr2(b'<', b'`', &bytes[at..]).map(|length| at + length),
    }
    let mut place = at;
    loop {
        // Most blanks stand between words.
        let starts = |at: &usize| {
            MARKS[bytes[*at] as usize]
                && (bytes[*at] != b' ' || bytes.get(*at + 1).is_some_and(|next| MARKS[*next as usize]))
        };
        place = (place..bytes.len()).find(starts)?;
        let next = bytes.get(place + 1).copied();
        let found = match bytes[place] {
            b' ' => matches!(next, Some(b' ' | b'>' | b'"' | b'\'')),
            b'.' => next == Some(b'.') || is_quote(next),
            b'-' => next == Some(b'-') || is_quote(next),
            b'>' => next == Some(b'>') || is_quote(next),
            b'~' => next == Some(b'~') || is_quote(next),
            b'$' => next == Some(b'$') || is_quote(next),
            b'!' => next == Some(b'[') || is_quote(next),
            b'{' => next == Some(b':') || is_quote(next),
            b'"' | b'\'' => {
                if place > at {
                    let before = text[..place].chars().next_back().map_or(0, char::len_utf8);
                    if bytes[place - before] != b'\\' {
                        return Some(place - before);
                    }
                }
                true
            }
            _ => true,
        };
        if found {
            return Some(place);
        }
        place += 1;
    }
}

fn is_quote(byte: Option<u8>) -> bool {
    matches!(byte, Some(b'"' | b'\''))
}

/// What is known of the text that is read, so that nothing is tried twice in vain.
pub(crate) struct Search {
    failed: BTreeSet<(u8, usize, u8)>,
    allowance: Allowance,
    /// For each needle, from where it was looked for last, and where it was found.
    found: [(usize, Option<usize>); 5],
    runs: Option<Vec<Run>>,
}

/// How many more bytes may be read in vain. When they are used up, what opens an element is text; no text that a person
/// writes comes near it.
#[derive(Clone, Copy)]
pub(crate) struct Allowance {
    /// In the text that is read.
    text: usize,
    /// In the whole document, by texts that used up their own.
    document: usize,
}

impl Allowance {
    /// That of a document of so many bytes, of which nothing is read yet.
    pub(crate) fn of_document(length: usize) -> Self {
        Self { text: 0, document: (1 << 16) + 4 * length }
    }

    /// What a text of so many bytes may use.
    pub(super) fn with_text(self, length: usize) -> Self {
        Self { text: 8 * length, ..self }
    }

    fn spend(&mut self, bytes: usize) {
        let beyond = bytes.saturating_sub(self.text);
        self.text = self.text.saturating_sub(bytes);
        self.document = self.document.saturating_sub(beyond);
    }

    fn is_used_up(self) -> bool {
        self.text == 0 && self.document == 0
    }
}

/// A run of backticks.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) length: usize,
    /// The greatest length of a run here or further on.
    pub(super) longest: usize,
}

/// Marks that are looked for further on.
#[derive(Clone, Copy)]
pub(super) enum Needle {
    CommentEnd,
    Dollars,
    Greater,
    Brace,
    Tildes,
}

impl Search {
    pub(super) fn new(allowance: Allowance) -> Self {
        Self { failed: BTreeSet::new(), allowance, found: [(usize::MAX, None); 5], runs: None }
    }

    /// Takes over what is left of the allowance after a text within was read by itself.
    pub(super) fn settle(&mut self, within: &Self) {
        self.allowance = within.allowance;
    }

    /// What may still be read in vain.
    pub(super) fn allowance(&self) -> Allowance {
        self.allowance
    }

    /// Whether an element may be tried at `at`: it did not fail there before.
    pub(super) fn may_try(&self, kind: u8, at: usize, inside: u8) -> bool {
        !self.is_exhausted() && !self.failed.contains(&(kind, at, inside))
    }

    /// The element at `at` is none; reading went up to `end`.
    pub(super) fn fail(&mut self, kind: u8, at: usize, inside: u8, end: usize) {
        self.failed.insert((kind, at, inside));
        self.spend(end - at);
    }

    pub(super) fn spend(&mut self, bytes: usize) {
        self.allowance.spend(bytes);
    }

    /// Whether nothing may be read in vain any more.
    pub(super) fn is_exhausted(&self) -> bool {
        self.allowance.is_used_up()
    }

    /// The first place of `needle` from `at` on.
    pub(super) fn find(&mut self, needle: Needle, text: &str, at: usize) -> Option<usize> {
        let (slot, mark) = match needle {
            Needle::CommentEnd => (0, "-->"),
            Needle::Dollars => (1, "$$"),
            Needle::Greater => (2, ">"),
            Needle::Brace => (3, "}"),
            Needle::Tildes => (4, "~~"),
        };
        // What was found from an earlier place on still holds, unless it is passed.
        let (from, found) = self.found[slot];
        if from <= at && found.is_none_or(|found| found >= at) {
            return found;
        }
        let found =
            memchr::memmem::find(&text.as_bytes()[at.min(text.len())..], mark.as_bytes()).map(|length| at + length);
        self.found[slot] = (at, found);
        found
    }

    /// The place of the first run of at least `length` backticks from `at` on.
    pub(super) fn backticks(&mut self, text: &str, at: usize, length: usize) -> Option<usize> {
        let runs = self.runs.get_or_insert_with(|| runs(text, at));
        let mut next = runs.partition_point(|run| run.start + run.length <= at);
        while let Some(run) = runs.get(next) {
            let start = run.start.max(at);
            if run.start + run.length - start >= length {
                return Some(start);
            }
            if run.longest < length {
                return None;
            }
            next += 1;
        }
        None
    }
}

fn runs(text: &str, from: usize) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = from;
    while let Some(start) = memchr::memchr(b'`', &bytes[at..]).map(|length| at + length) {
        let length = bytes[start..].iter().take_while(|byte| **byte == b'`').count();
        runs.push(Run { start, length, longest: length });
        at = start + length;
    }
    let mut longest = 0;
    for run in runs.iter_mut().rev() {
        longest = run.length.max(longest);
        run.longest = longest;
    }
    runs
}
