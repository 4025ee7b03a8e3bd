//! `Lorem ipsum`, `TODO: add the map`.

use handbill_kramdown::Kind;
use handbill_model::Diagnostic;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// A text that stood in for another is still there.
    ///
    /// A template's filling, or a note to oneself: visitors read it, and look for what it stands for in vain.
    ///
    /// ```page bad
    /// The speaker is [insert name].
    /// ```
    /// ```page good
    /// The speaker is Anna Berg.
    /// ```
    ///
    /// `Lorem ipsum`, `FIXME`, `TODO:`, `XXX` as all of a line, a cell or what follows a colon, brackets such as
    /// `[insert name]` or `[your town]`, and links whose URL is `URL`, `link`, `TODO`, `...` or `https://` count. Comments and code are
    /// left alone; so is what is not known yet and says so, `TBA`, and capitals that are words: `TODO EL MUNDO`, `the XXX
    /// Congress`.
    "placeholder-left": Warning, Words, Page
}

/// How brackets begin that somebody was to fill in.
const BRACKETS: &[&str] = &["fill in", "fixme", "insert", "placeholder", "replace", "todo", "your"];

/// What stands in for a URL.
const URLS: &[&str] =
    &["...", "fixme", "http://", "https://", "insert-link-here", "link", "link-here", "tbd", "todo", "url", "xxx"];

const HELP: &str = "write what it stands for, or take it away";

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts().iter().filter(|text| text.block.is_some()) {
        for span in placeholders(text) {
            let place = text.place(span).span;
            if !text.is_quiet(span) && !subject.is_brought(place) {
                let message = format!("`{}` stands in for something else", span.of(text.text));
                found.push(RULE.finding(place, message).with_help(HELP));
            }
        }
    }
    for (node, kind) in subject.nodes() {
        let Kind::Link(target) = kind else { continue };
        let place = subject.page.expansion.map.origin(node.span()).span;
        if URLS.iter().any(|known| known.eq_ignore_ascii_case(target.url)) && !subject.is_brought(place) {
            let message = format!("the link's URL `{}` stands in for another", target.url);
            found.push(RULE.finding(place, message).with_help("write the URL, or take the link away"));
        }
    }
}

fn placeholders(text: &Text<'_>) -> Vec<Span> {
    let whole = text.text;
    let mut found = Vec::new();
    for (at, (span, word)) in text.words().iter().enumerate() {
        // Nearly all words are let go here.
        if !matches!(word.as_bytes()[0], b'F' | b'L' | b'T' | b'X' | b'l') || !matches!(word.len(), 3..=9) {
            continue;
        }
        let behind = &whole[span.end()..];
        let mut next = behind.chars();
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '-' | '@');
        let glued = whole[..span.start()].ends_with(|c: char| goes_on(c) || c == '#')
            || next.next().is_some_and(|c| goes_on(c) || c == '.' && next.next().is_some_and(goes_on));
        match word.as_bytes() {
            _ if glued => {}
            [b'L' | b'l', ..] if word.eq_ignore_ascii_case("lorem") => {
                let next = text.words().get(at + 1).filter(|(_, next)| next.eq_ignore_ascii_case("ipsum"));
                found.extend(next.map(|(next, _)| span.cover(*next)));
            }
            b"FIXME" => found.push(*span),
            b"TODO" if behind.starts_with(':') || is_whole(whole, *span) => found.push(*span),
            [b'X', b'X', b'X', rest @ ..] if rest.iter().all(|b| *b == b'X') && is_whole(whole, *span) => {
                found.push(*span);
            }
            _ => {}
        }
    }
    found.extend(brackets(whole));
    found
}

/// Whether a word is all of a text, or all behind a colon in it.
fn is_whole(text: &str, word: Span) -> bool {
    let before = text[..word.start()].trim_end_matches([' ', '[', '(', '<']);
    let behind = text[word.end()..].trim_start_matches([' ', ']', ')', '>', '.', '!', '?']);
    (before.is_empty() || before.ends_with([':', '\n'])) && (behind.is_empty() || behind.starts_with('\n'))
}

/// `[insert name]`, `[YOUR TOWN]`.
fn brackets(text: &str) -> impl Iterator<Item = Span> + '_ {
    /// Longer brackets are a text of their own, in bytes.
    const LONGEST: usize = 60;
    text.match_indices('[').filter_map(|(at, _)| {
        let inside = &text[at + 1..];
        let len = inside.bytes().take(LONGEST).position(|b| b == b']')?;
        let inside = &inside.as_bytes()[..len];
        let begins = |word: &str| {
            inside.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
                && inside.get(word.len()).is_none_or(|next| matches!(next, b' ' | b':'))
        };
        BRACKETS.iter().any(|word| begins(word)).then(|| Span::new(at..at + len + 2))
    })
}
