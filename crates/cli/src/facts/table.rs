//! A table for people: columns that fit the terminal, values cut where they do not.

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::rows::Row;

const GAP: usize = 2;
const INDENT: usize = 2;
const FACT: Style = AnsiColor::Cyan.on_default();
const DIM: Style = Style::new().dimmed();
const HEAD: Style = Style::new().bold();

/// The lines of a table `width` columns wide, with a line break each and marks for colour that `anstream` removes
/// where they are not wanted.
pub(crate) fn table(rows: &[Row], width: usize) -> String {
    let longest = |cell: fn(&Row) -> usize, least: usize| rows.iter().map(cell).max().unwrap_or(0).max(least);
    let fact = longest(|row| INDENT * row.depth + columns(&row.fact), 4).min(width / 3);
    let line = longest(|row| columns(&row.line), 4).min(width / 4);
    let rest = width.saturating_sub(fact + line + 3 * GAP);
    let (value, words) = share(rest, longest(|row| columns(&row.value), 5), longest(|row| columns(&row.words), 14));

    let mut text = String::new();
    let mut print = |style: Style, depth: usize, row: [&str; 4]| {
        let indent = (INDENT * depth).min(fact / 2);
        let first = " ".repeat(indent) + &pad(row[0], fact - indent, false);
        let cells = [first, pad(row[1], value, false), pad(row[2], line, true), cut(row[3], words)];
        let styles = if style == FACT { [FACT, Style::new(), DIM, DIM] } else { [style; 4] };
        let last = cells.iter().rposition(|cell| !cell.trim().is_empty()).unwrap_or(0);
        for (index, (cell, style)) in cells.iter().zip(styles).enumerate().take(last + 1) {
            let cell = if index == last { cell.trim_end() } else { cell };
            let gap = if index == last { "" } else { "  " };
            text.push_str(&format!("{style}{cell}{style:#}{gap}"));
        }
        text.push('\n');
    };
    print(HEAD, 0, ["Fact", "Value", "Line", "In the author's words"]);
    let rule = |columns: usize| "─".repeat(columns);
    print(DIM, 0, [&rule(fact), &rule(value), &rule(line), &rule(words)]);
    for row in rows {
        print(FACT, row.depth, [&row.fact, &row.value, &row.line, &row.words]);
    }
    text
}

/// How wide values and words may be: what each needs where both fit, else the half, and what the other leaves.
fn share(rest: usize, value: usize, words: usize) -> (usize, usize) {
    let half = rest / 2;
    if value + words <= rest {
        (value, words)
    } else if value <= half {
        (value, rest - value)
    } else if words <= half {
        (rest - words, words)
    } else {
        (half, rest - half)
    }
}

/// The width of a text in columns of a terminal.
fn columns(text: &str) -> usize {
    one_line(text).width()
}

fn pad(text: &str, width: usize, right: bool) -> String {
    let cell = cut(text, width);
    let blanks = " ".repeat(width.saturating_sub(cell.width()));
    if right { blanks + &cell } else { cell + &blanks }
}

/// The text on one line, its end replaced by `…` where it is wider than `width`.
fn cut(text: &str, width: usize) -> String {
    let text = one_line(text);
    if text.width() <= width {
        return text;
    }
    let mut left = width.saturating_sub(1);
    let mut kept: String = text
        .chars()
        .take_while(|c| {
            let fits = c.width().unwrap_or(0) <= left;
            left = left.saturating_sub(c.width().unwrap_or(0));
            fits
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

/// White space is one blank; what could steer a terminal or turn the line around is a replacement character, since a
/// page is a stranger's text.
pub(crate) fn one_line(text: &str) -> String {
    let harmless = |c: char| {
        let steers =
            c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if steers { char::REPLACEMENT_CHARACTER } else { c }
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(harmless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(fact: &str, value: &str, words: &str) -> Row {
        Row { depth: 0, fact: fact.to_owned(), value: value.to_owned(), line: "7".to_owned(), words: words.to_owned() }
    }

    fn plain(rows: &[Row], width: usize) -> String {
        anstream::adapter::strip_str(&table(rows, width)).to_string()
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let rows = [row("name", &"long ".repeat(60), &"潮汐".repeat(60)), row(&"x".repeat(300), "", "")];
        for width in [40, 80, 100, 200] {
            assert!(plain(&rows, width).lines().all(|line| line.width() <= width), "at {width}");
        }
    }

    #[test]
    fn a_page_cannot_steer_the_terminal() {
        let text = plain(&[row("name", "red \u{1b}[31m\u{202e}", "\u{7}")], 80);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text:?}");
    }

    #[test]
    fn short_words_leave_their_room_to_long_values() {
        let text = plain(&[row("name", &"v".repeat(60), "short")], 100);
        assert!(text.contains(&"v".repeat(60)), "{text}");
    }
}
