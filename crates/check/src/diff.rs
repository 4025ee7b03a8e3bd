//! What edits change, as a unified diff.

use std::ops::Range;

use handbill_text::{Edit, apply};

use crate::output::{Look, harmless, style};

/// How many lines are shown around a change.
const CONTEXT: usize = 3;

/// The unified diff (POSIX `diff -u`) that edits of the text `source` at `path` make; empty where they change nothing.
///
/// The edits lie in the text and do not overlap, as those of [`Fixed`](crate::Fixed).
///
/// ```
/// use handbill_check::{diff, output::Look};
/// use handbill_text::{Edit, Span};
///
/// let edit = Edit { span: Span::new(7..10), text: "3rd".to_owned() };
/// let shown = diff("a.md", "On the 3th.\n", &[edit], Look::plain(80));
/// assert_eq!(shown, "--- a.md\n+++ a.md\n@@ -1 +1 @@\n-On the 3th.\n+On the 3rd.\n");
/// ```
#[must_use]
pub fn diff(path: &str, source: &str, edits: &[Edit], look: Look) -> String {
    let lines = Lines::new(source);
    let changes = changes(source, &lines, edits);
    let mut text = String::new();
    let mut moved = 0_isize;
    let mut rest = changes.as_slice();
    while !rest.is_empty() {
        let near = |pair: &[Change]| pair[1].old.start <= pair[0].old.end + 2 * CONTEXT;
        let together = 1 + rest.windows(2).take_while(|pair| near(pair)).count();
        let (here, others) = rest.split_at(together);
        text.push_str(&hunk(source, &lines, here, &mut moved, look));
        rest = others;
    }
    if text.is_empty() {
        return text;
    }
    let header = |sign: &str| style("1", &format!("{sign} {}", harmless(path)), look);
    format!("{}\n{}\n{text}", header("---"), header("+++"))
}

/// Where the lines of a text start; only `\n` ends one, as `diff` and `patch` have it.
struct Lines {
    starts: Vec<usize>,
    end: usize,
}

impl Lines {
    fn new(text: &str) -> Self {
        let behind = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(behind).filter(|start| *start < text.len()).collect();
        Self { starts, end: text.len() }
    }

    /// The number of lines that start before an offset.
    fn before(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start < offset)
    }

    fn is_start(&self, offset: usize) -> bool {
        offset == self.end || self.starts.binary_search(&offset).is_ok()
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.end)
    }

    fn of<'a>(&self, text: &'a str, lines: Range<usize>) -> &'a str {
        &text[self.start(lines.start)..self.start(lines.end)]
    }
}

/// Whole lines and what becomes of them.
struct Change {
    old: Range<usize>,
    new: String,
}

fn changes(source: &str, lines: &Lines, edits: &[Edit]) -> Vec<Change> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut regions: Vec<(Range<usize>, Vec<Edit>)> = Vec::new();
    for edit in sorted {
        let region = region(lines, edit);
        match regions.last_mut().filter(|(last, _)| region.start < last.end) {
            Some((last, edits)) => {
                last.end = last.end.max(region.end);
                edits.push(edit.clone());
            }
            None => regions.push((region, vec![edit.clone()])),
        }
    }
    let changed = regions.into_iter().map(|(old, mut edits)| {
        let from = lines.start(old.start);
        for edit in &mut edits {
            edit.span = (edit.span.start() - from..edit.span.end() - from).into();
        }
        let before = lines.of(source, old.clone());
        let new = apply(before, &edits).unwrap_or_else(|_| before.to_owned());
        Change { old, new }
    });
    changed.filter(|change| change.new != lines.of(source, change.old.clone())).collect()
}

/// The lines that an edit changes: where it ends inside a line, or leaves one open, that line too.
fn region(lines: &Lines, edit: &Edit) -> Range<usize> {
    let (start, end) = (edit.span.start(), edit.span.end());
    let first = if lines.is_start(start) { lines.before(start) } else { lines.before(start) - 1 };
    let closed = if edit.text.is_empty() { lines.is_start(start) } else { edit.text.ends_with('\n') };
    let last = lines.before(end);
    first..if lines.is_start(end) && closed { last } else { last.max(lines.before(end + 1)).max(first) }
}

fn hunk(source: &str, lines: &Lines, changes: &[Change], moved: &mut isize, look: Look) -> String {
    let count = lines.starts.len();
    let first = changes[0].old.start.saturating_sub(CONTEXT);
    let last = (changes[changes.len() - 1].old.end + CONTEXT).min(count);
    let (mut text, mut at, mut new_lines) = (String::new(), first, 0);
    for change in changes {
        row(&mut text, " ", lines.of(source, at..change.old.start), look);
        row(&mut text, "-", lines.of(source, change.old.clone()), look);
        row(&mut text, "+", &change.new, look);
        new_lines += change.old.start - at + change.new.split_inclusive('\n').count();
        at = change.old.end;
    }
    row(&mut text, " ", lines.of(source, at..last), look);
    new_lines += last - at;
    let old = range(first, last - first);
    let new = range(first.saturating_add_signed(*moved), new_lines);
    *moved += new_lines as isize - (last - first) as isize;
    format!("{}\n{text}", style("1;96", &format!("@@ -{old} +{new} @@"), look))
}

/// Lines from `first` (from 0), as a hunk's head names them: where there is none, the one before.
fn range(first: usize, count: usize) -> String {
    match count {
        0 => format!("{first},0"),
        1 => format!("{}", first + 1),
        _ => format!("{},{count}", first + 1),
    }
}

fn row(text: &mut String, sign: &str, lines: &str, look: Look) {
    let code = match sign {
        "-" => "31",
        "+" => "32",
        _ => "0",
    };
    for line in lines.split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        if look.colors {
            // A terminal is shown what a program is given as it is.
            text.push_str(&style(code, &format!("{sign}{}", harmless(bare.trim_end_matches('\r'))), look));
        } else {
            text.push_str(sign);
            text.push_str(bare);
        }
        text.push_str(if bare.len() < line.len() { "\n" } else { "\n\\ No newline at end of file\n" });
    }
}

#[cfg(test)]
mod tests;
