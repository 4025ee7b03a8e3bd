//! In which languages the event is held.

use handbill_model::{Language, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::sentences::{find, has_any};
use super::view::{Sentence, View};
use crate::passage::Passage;

/// Languages by their English names, with BCP 47 tags.
const LANGUAGES: &[(&str, &str)] = &[
    ("Arabic", "ar"),
    ("Basque", "eu"),
    ("Bengali", "bn"),
    ("Bulgarian", "bg"),
    ("Catalan", "ca"),
    ("Chinese", "zh"),
    ("Croatian", "hr"),
    ("Czech", "cs"),
    ("Danish", "da"),
    ("Dutch", "nl"),
    ("English", "en"),
    ("Estonian", "et"),
    ("Finnish", "fi"),
    ("French", "fr"),
    ("German", "de"),
    ("Greek", "el"),
    ("Hebrew", "he"),
    ("Hindi", "hi"),
    ("Hungarian", "hu"),
    ("Icelandic", "is"),
    ("Indonesian", "id"),
    ("Irish", "ga"),
    ("Italian", "it"),
    ("Japanese", "ja"),
    ("Korean", "ko"),
    ("Latvian", "lv"),
    ("Lithuanian", "lt"),
    ("Mandarin", "zh"),
    ("Norwegian", "no"),
    ("Persian", "fa"),
    ("Polish", "pl"),
    ("Portuguese", "pt"),
    ("Romanian", "ro"),
    ("Russian", "ru"),
    ("Serbian", "sr"),
    ("Slovak", "sk"),
    ("Slovenian", "sl"),
    ("Spanish", "es"),
    ("Swedish", "sv"),
    ("Thai", "th"),
    ("Turkish", "tr"),
    ("Ukrainian", "uk"),
    ("Vietnamese", "vi"),
    ("Welsh", "cy"),
];

/// What a sentence speaks of whose language is the event's.
const SPOKEN: &[&str] = &[
    "proceedings", "sessions", "session", "talks", "presentations", "language", "languages", "event", "conference",
    "workshop", "workshops", "meeting", "webinar", "delivered", "presented", "conducted", "held", "given", "programme",
    "program",
];

/// What the language follows behind.
const STATED: &[&str] = &[
    "conference language is", "conference languages are", "working language is", "working languages are",
    "language of the conference is", "language of the event is", "language of the meeting is", "official language is",
    "official languages are",
];

const LABELS: &[&str] = &["language", "languages", "language of the event", "conference language"];

/// Whether a name is that of a language.
pub(crate) fn is_language(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase()) && LANGUAGES.iter().any(|(known, _)| *known == name)
}

/// The languages, from labels and from sentences such as 'all sessions will be in English'.
pub(crate) fn languages(view: &View<'_>) -> Vec<Cited<Language>> {
    let mut found = Vec::new();
    for fact in view.labelled(LABELS) {
        named(&fact.value, Span::new(0..fact.value.text.len()), &SourceKind::Label, &mut found);
    }
    if found.is_empty() {
        let stating = view.telling(STATED).next().is_some();
        // Many pages name no language at all.
        let names: Vec<&str> = LANGUAGES.iter().map(|(name, _)| *name).collect();
        let named_on_page = view.held(&names);
        for sentence in view.sentences().filter(|_| stating || !named_on_page.is_empty()) {
            let stated = if stating { sentence.find(STATED).map(Span::end) } else { None };
            // Few sentences name a language, most have one of the other words.
            let naming = sentence.may_have(&named_on_page);
            let spoken = || spoken_in(sentence).filter(|_| sentence.has(SPOKEN));
            let Some(spoken) = stated.or_else(|| naming.then(spoken).flatten()) else { continue };
            let span = Span::new(sentence.span.start() + spoken..sentence.span.end());
            named(sentence.passage, span, &SourceKind::Prose, &mut found);
        }
    }
    found
}

/// The languages in which one may submit.
pub(crate) fn of_submissions(sentences: &[Sentence<'_>]) -> Vec<Cited<Language>> {
    let mut found = Vec::new();
    for sentence in sentences {
        let to_send = sentence.has(&["submitted", "submit", "proposals", "submissions"]);
        if let Some(spoken) = to_send.then(|| spoken_in(*sentence)).flatten() {
            let span = Span::new(sentence.span.start() + spoken..sentence.span.end());
            named(sentence.passage, span, &SourceKind::Prose, &mut found);
        }
    }
    found
}

/// Where a sentence goes on behind its `in`, if a language follows directly.
fn spoken_in(sentence: Sentence<'_>) -> Option<usize> {
    let text = sentence.text();
    let mut hit = sentence.find(&["in"]);
    while let Some(after) = hit.map(Span::end) {
        let mut rest = text[after..].trim_start();
        while let Some(behind) = rest.strip_prefix("both ") {
            rest = behind;
        }
        // Hardly anything else that follows is a name.
        let named = rest.starts_with(|c: char| c.is_ascii_uppercase());
        if named && LANGUAGES.iter().any(|(name, _)| rest.starts_with(name)) {
            return Some(after);
        }
        hit = find(&text[after..], "in").map(|next| next.shift(after));
    }
    None
}

/// The languages of a list that starts the span: it ends where no language follows.
fn named(passage: &Passage, span: Span, kind: &SourceKind, found: &mut Vec<Cited<Language>>) {
    let text = span.of(&passage.text);
    let mut reached = false;
    for (at, word) in words(text) {
        let known = LANGUAGES.iter().find(|(name, _)| *name == word);
        if let Some((name, code)) = known {
            let place = Span::new(span.start() + at..span.start() + at + word.len());
            if !found.iter().any(|language: &Cited<Language>| language.value.code == *code) {
                found.push(Cited::new(Language::new(*code, *name), Cite::part(passage, place, kind.clone())));
            }
            reached = true;
        } else if reached && !has_any(word, &["and", "or", "both", "with"]) {
            break;
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    text.split(|c: char| !c.is_alphabetic()).filter_map(move |word| {
        let at = from;
        from += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((at, word))
    })
}
