//! The event that a page names in passing: `RSMC 2031`, where its title only says what the page is.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::sentences::{has_any, plain};
use super::title::EVENT_WORDS;
use super::view::{Sentence, View, lone_year, path_year};
use crate::passage::Passage;

/// The abbreviation with a year that names the page's event: the one in the page's address, else the one that it writes
/// most often. Where several are even, as in a call of several events, none is the page's own.
pub(crate) fn abbreviated(view: &View<'_>) -> Option<Cited<String>> {
    let named = all(view);
    let cited = |name: &Named<'_>, note: &str| {
        Cited::new(plain(name.text()), Cite::part(name.passage, name.span, SourceKind::Prose).noted(note))
    };
    if let Some(own) = named.iter().find(|name| is_in_address(view, name.text())) {
        return Some(cited(own, "the event that the page's address names"));
    }
    let most = named.iter().map(|name| name.count).max()?;
    let mut often = named.iter().filter(|name| name.count == most);
    let name = often.next()?;
    often.next().is_none().then(|| cited(name, "the event that the page names most"))
}

/// The event that a sentence at the top names with its year: `grants for the 2031 Rope Conference, which ...`.
pub(super) fn told(view: &View<'_>) -> Option<Cited<String>> {
    view.opening().filter(Sentence::is_numbered).find_map(|sentence| {
        let name = run_with_year(sentence.text())?.shift(sentence.span.start());
        let cite = Cite::part(sentence.passage, name, SourceKind::Prose).noted("the event that the page names");
        Some(Cited::new(plain(name.of(&sentence.passage.text)), cite))
    })
}

/// The first run of capitalised words that has a year and a word for an event.
fn run_with_year(text: &str) -> Option<Span> {
    let (mut run, mut at): (Option<usize>, usize) = (None, 0);
    for word in text.split(' ') {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let start = at;
        let end = at + bare.len();
        at += word.len() + 1;
        let joins = bare.starts_with(char::is_uppercase) || lone_year(bare).is_some() && bare.len() == 4;
        // `The` starts a sentence, and no name.
        run = if joins { run.or((!matches!(bare, "The" | "Our")).then_some(start)) } else { None };
        let Some(from) = run else { continue };
        let name = &text[from..end];
        let ends = bare.len() < word.len()
            || !text[at.min(text.len())..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if ends && has_any(name, EVENT_WORDS) && lone_year(name).is_some() && name.contains(' ') {
            return Some(Span::new(from..end));
        }
        // A mark behind a word ends the run.
        if bare.len() < word.len() {
            run = None;
        }
    }
    None
}

/// The sentences that start with the name of the event that the page's address names, and where the name ends.
pub(super) fn lines_of_own<'a>(view: &View<'a>) -> Vec<(Sentence<'a>, usize)> {
    if path_year(view.path).is_none() {
        return Vec::new();
    }
    let named = view.sentences().filter_map(|sentence| {
        // The name with its year stands right at the start: most sentences end here.
        let start = sentence.text().as_bytes();
        start.iter().take(LONGEST).any(u8::is_ascii_digit).then_some(())?;
        let start =
            sentence.text().char_indices().nth(LONGEST).map_or(sentence.text(), |(at, _)| &sentence.text()[..at]);
        let name = abbreviations(start).into_iter().next()?;
        let leads = start[..name.start()].split_whitespace().all(|word| word.eq_ignore_ascii_case("the"));
        (leads && is_in_address(view, name.of(start))).then_some((sentence, name.end()))
    });
    named.collect()
}

/// The longest name with its year, in characters.
const LONGEST: usize = 48;

/// An abbreviation with a year, where it first stands, and how often.
struct Named<'a> {
    passage: &'a Passage,
    span: Span,
    count: usize,
}

impl<'a> Named<'a> {
    fn text(&self) -> &'a str {
        self.span.of(&self.passage.text)
    }
}

fn all<'a>(view: &View<'a>) -> Vec<Named<'a>> {
    let mut found: Vec<Named<'a>> = Vec::new();
    for sentence in view.sentences() {
        for span in abbreviations(sentence.text()) {
            let span = span.shift(sentence.span.start());
            let name = span.of(&sentence.passage.text);
            if let Some(known) = found.iter_mut().find(|known| known.text() == name) {
                known.count += 1;
            } else if found.len() < MOST {
                found.push(Named { passage: sentence.passage, span, count: 1 });
            }
        }
    }
    found
}

/// Whether a step of the page's path is named after an event: `rsmc-2031` after `RSMC 2031` and `RSMC-East 2031`.
fn is_in_address(view: &View<'_>, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let name = words(name);
    let (Some(first), Some(year)) = (name.first(), name.last()) else { return false };
    let step = |step: &str| words(step).windows(2).any(|pair| pair[0] == *first && pair[1] == *year);
    view.path.split('/').any(step)
}

/// How many different names are counted.
const MOST: usize = 64;

/// Runs of capitals with a year behind: `SIG RSMC 2031`, `EuroRSMC 2031`.
fn abbreviations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    // Most sentences have no year at all.
    if !text.as_bytes().windows(4).any(|year| year.iter().all(u8::is_ascii_digit)) {
        return found;
    }
    let mut run: Option<usize> = None;
    let mut at = 0;
    for word in text.split(' ') {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let start = word.len() - word.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let year = bare.len() == start + 4
            && bare
                .get(start..)
                .and_then(|year| year.parse::<u16>().ok())
                .is_some_and(|year| (1990..=2099).contains(&year));
        let capitals = bare.chars().filter(|c| c.is_uppercase()).count() >= 2
            && bare.chars().all(|c| c.is_alphabetic() || "-–*&+".contains(c) || c == '(');
        match run {
            Some(from) if year => {
                found.push(Span::new(from..at + bare.len()));
                run = None;
            }
            // A mark behind a word ends the name.
            Some(_) if capitals && bare.len() == word.len() && start == 0 => {}
            Some(_) | None if capitals && bare.len() == word.len() => run = Some(at + start),
            Some(_) | None => run = None,
        }
        at += word.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_before_a_year_are_a_name() {
        let names =
            |text: &str| abbreviations(text).into_iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            names("The RSMC 2031 chairs of EuroRS 2030 (RSMC 2029)."),
            ["RSMC 2031", "EuroRS 2030", "RSMC 2029"]
        );
        assert_eq!(names("in SIG RSMC 2031, In June 2031, RSMC, 2031"), ["SIG RSMC 2031"]);
    }

    #[test]
    fn a_run_with_a_year_and_a_word_for_an_event_is_a_name() {
        let name = |text: &str| run_with_year(text).map(|span| span.of(text).to_owned());
        assert_eq!(name("Come to the 2031 Rope Conference, which is big.").as_deref(), Some("2031 Rope Conference"));
        assert_eq!(name("The Rope Summit 2031 is on.").as_deref(), Some("Rope Summit 2031"));
        assert_eq!(name("The Conference is in June 2031. A Rope Conference, 2031"), None);
    }
}
