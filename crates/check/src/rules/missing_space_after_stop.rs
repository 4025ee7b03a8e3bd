//! `in Lund.Registration is open`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// No blank stands between two sentences.
    ///
    /// ```page bad
    /// The meeting is in Lund and online.Registration opens in January.
    /// ```
    /// ```page good
    /// The meeting is in Lund and online. Registration opens in January.
    /// ```
    ///
    /// Only a stop between two words counts, not one in a URL, a file's name, an abbreviation or code.
    "missing-space-after-stop": Warning, Words, Page
}

/// What follows a stop in names of hosts, files and products.
const NAMES: &[&str] = &[
    "app", "com", "csv", "doc", "docx", "edu", "eu", "html", "io", "jpg", "js", "json", "md", "net", "org", "pdf",
    "png", "py", "rb", "tv", "txt", "uk", "us", "xml", "zip",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        // What begins behind a stop is a word.
        let befores = text.words().iter().filter_map(|(word, _)| word.start().checked_sub(1));
        let stops = befores.filter(|at| matches!(text.text.as_bytes()[*at], b'.' | b'!' | b'?'));
        for span in stops.map(|at| Span::new(at..at + 1)) {
            if !between_sentences(&text.text[..span.start()], &text.text[span.end()..])
                || text.is_quiet(span)
                || !subject.reads_english(text)
            {
                continue;
            }
            let place = text.place(span);
            if subject.is_brought(place.span) || subject.source(place.span) != span.of(text.text) {
                continue;
            }
            let finding =
                RULE.finding(place.span, "no blank follows this sentence").with_help("write a blank behind the stop");
            found.push(match gap(subject, text, span) {
                Some(gap) => finding.with_fix(
                    "write a blank",
                    Applicability::Safe,
                    vec![Edit { span: Span::at(gap), text: " ".to_owned() }],
                ),
                None => finding,
            });
        }
    }
}

/// Whether words end and begin on both sides of a stop as sentences do.
fn between_sentences(before: &str, after: &str) -> bool {
    if !after.starts_with(char::is_uppercase) {
        return false;
    }
    let last = &before[before.trim_end_matches(|c: char| c.is_alphanumeric()).len()..];
    let next = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())];
    let whole =
        before[..before.len() - last.len()].ends_with([' ', '\n', '(', '“', '"', ')']) || before.len() == last.len();
    let small = last.chars().count() >= 4 && last.chars().all(char::is_lowercase);
    let acronym = last.chars().count() >= 3 && last.chars().all(char::is_uppercase);
    let name = last.chars().count() >= 4
        && last.starts_with(char::is_uppercase)
        && last.chars().skip(1).all(char::is_lowercase);
    let sentence = next.chars().skip(1).all(char::is_lowercase)
        && next.chars().count() >= 2
        && after[next.len()..].starts_with([' ', ',', '\n', '’', '\''])
        && !NAMES.contains(&next.to_lowercase().as_str());
    whole && (small || acronym || name) && sentence
}

/// Where in the file the blank belongs: directly behind the stop, or behind the marks that end there.
fn gap(subject: &Subject<'_>, text: &Text<'_>, stop: Span) -> Option<usize> {
    let behind = text.place(stop).span.end();
    let next = text.place(Span::new(stop.end()..stop.end() + 1)).span.start();
    let between = subject.source(Span::new(behind..next));
    if !between.bytes().all(|b| b"*_".contains(&b)) || next < behind {
        return None;
    }
    let closing = text.marks().iter().any(|mark| mark.span.end() == stop.end());
    Some(if closing { next } else { behind })
}
