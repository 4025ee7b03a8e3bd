//! Whether a title is the name of an event, where it has no word for one: `KnotCon 2031`, `Ropeland`.

use crate::facts::address;
use crate::facts::keys::Key;
use crate::facts::sentences::has_any;
use crate::facts::title::{EVENT_WORDS, EVENTS};
use crate::facts::view::{Sentence, View, lone_year};
use crate::facts::when;

/// What says that an event takes place on the day that follows.
const HELD: &[&str] = &[
    "held", "take place", "takes place", "taking place", "will be", "will run", "runs from", "returns", "is back",
    "findet", "finden", "aura lieu", "auront lieu", "se tiendra", "se tiendront", "se celebra", "se celebrará",
    "se celebrarán", "tendrá lugar", "terá lugar", "acontece", "si terrà", "si tiene", "si svolgerà",
];

/// What goes on behind the name of an event, and not behind that of a project: `Kelp 4.2 will be released on` is told by
/// its verb.
const GOES_ON: &[&str] = &[
    "will", "is", "takes", "take", "returns", "runs", "findet", "finden", "aura", "auront", "se", "tendrá", "terá",
    "acontece", "si",
];

/// What is done to something that is no event.
const OTHERWISE: &[&str] = &[
    "released", "release", "published", "available", "launched", "shipped", "deprecated", "removed", "supported",
    "presented", "announced", "closed", "open", "opened", "updated", "maintained", "ended",
];

/// Whether a word of a title is made of a name and what events are called: `KnotCon`, `RopeFest`, `MiniKnotConf`.
pub(crate) fn is_coined(title: &str) -> bool {
    const ENDINGS: &[&str] = &["Con", "Conf", "Camp", "Fest", "Days", "Day", "Hack", "Meet"];
    title.split(|c: char| !c.is_alphabetic()).any(|word| {
        let front = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
        front.is_some_and(|front| front.chars().count() > 1)
    })
}

/// Whether a sentence at the top says of what the title names that it takes place on the event's day.
pub(super) fn is_told(view: &View<'_>) -> bool {
    view.opening().any(|sentence| is_on_title(view, sentence) && has_the_day(view, sentence))
}

/// Whether a sentence says of what the title names that it takes place.
pub(crate) fn is_on_title(view: &View<'_>, sentence: Sentence<'_>) -> bool {
    if !sentence.has(HELD) || sentence.has(OTHERWISE) {
        return false;
    }
    let Some(title) = view.title.as_ref() else { return false };
    let name = title.name.as_ref().map_or(title.text.value.as_str(), |name| name.value.as_str());
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    // `MiniKnotConf Lund` goes on as `MiniKnotConf`.
    let first = name.split(' ').next().unwrap_or("");
    let short = first.chars().filter(|c| c.is_uppercase()).count() > 1 && first.chars().count() > 3;
    let names = [Some(name), short.then_some(first)];
    name.chars().count() > 3 && names.into_iter().flatten().any(|name| is_subject(sentence.text(), name))
}

/// Whether a sentence starts with a name, but for an article, and goes on with its year or a verb.
fn is_subject(text: &str, name: &str) -> bool {
    const ARTICLES: &[&str] =
        &["The ", "Our ", "Les ", "Le ", "La ", "Die ", "Der ", "Das ", "Los ", "Las ", "El ", "O ", "A ", "As "];
    let text = text.trim_start();
    let behind_article = || ARTICLES.iter().find_map(|article| text.strip_prefix(article))?.strip_prefix(name);
    let Some(rest) = text.strip_prefix(name).or_else(behind_article) else { return false };
    let mut words = rest.split_whitespace().skip_while(|word| lone_year(word).is_some());
    rest.starts_with(' ') && words.next().is_some_and(|word| GOES_ON.contains(&word))
}

/// Whether a post announces an event that lies ahead of it: its title names one, and a sentence says when that takes place.
pub(super) fn is_announced(view: &View<'_>) -> bool {
    const AHEAD: &[&str] = &[
        "will take place", "will be held", "takes place", "is taking place", "will run from", "findet am", "aura lieu",
        "se celebrará",
    ];
    let Some(title) = view.title.as_ref().map(|title| title.text.value.as_str()) else { return false };
    let posted = address::date(view.path).or_else(|| view.keys.get(Key::Date).and_then(when::day_of));
    let (Some(posted), Some(event)) = (posted, view.when()) else { return false };
    // A report names the event, too.
    const REPORTS: &[&str] = &[
        "recap", "report", "summary", "highlights", "minutes", "notes", "results", "recordings", "slides", "videos",
        "photos", "thanks", "retrospective", "review", "why", "cancelled", "canceled", "postponed",
    ];
    if event.start() <= posted || has_any(title, REPORTS) {
        return false;
    }
    const NEXT: &[&str] = &["our next meeting is", "our next meetup is", "our next event is", "we will meet on"];
    let next = has_any(title, EVENT_WORDS) && view.telling(NEXT).any(|sentence| has_the_day(view, sentence));
    if next {
        return true;
    }
    let names = names_in(title);
    // Who asks to register for what it names, or to note its days, announces it.
    const ASKS: &[&str] = &[
        "save the date", "registration open", "registration now open", "registration is open",
        "registration is now open", "registration opens", "register now",
    ];
    let named = !names.is_empty() || lone_year(title).is_some();
    if named && has_any(title, ASKS) {
        return true;
    }
    const OURS: &[&str] = &["organizing", "organising", "hosting", "holding", "will host", "will hold"];
    let ours = |sentence: &Sentence<'_>| {
        sentence.has(&["we", "we're"]) && names.iter().any(|name| sentence.text().contains(name))
    };
    if view.telling(OURS).any(|sentence| ours(&sentence) && has_the_day(view, sentence)) {
        return true;
    }
    view.telling(AHEAD).any(|sentence| {
        // `Ready for KnotCon, which will take place on` tells of something else.
        let before = sentence.find(AHEAD).map_or("", |verb| sentence.text()[..verb.start()].trim_end());
        let dated = before.rsplit_once(' ').filter(|(_, year)| lone_year(year).is_some());
        let before = dated.map_or(before, |(front, _)| front);
        names.iter().any(|name| before.ends_with(name)) && has_the_day(view, sentence)
    })
}

/// The names of events in a title: a word for an event behind a capitalised one (`Knot Summit`), or a coined one.
fn names_in(title: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut before: Option<usize> = None;
    let mut at = 0;
    for word in title.split(' ') {
        let end = at + word.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let bare = &title[at..end.max(at)];
        if is_coined(bare) {
            found.push(bare);
        } else if EVENTS.has(bare)
            && let Some(from) = before
        {
            found.push(&title[from..end]);
        }
        before = bare.starts_with(char::is_uppercase).then_some(at);
        at += word.len() + 1;
    }
    found
}

/// Whether a sentence names the first day of the event.
fn has_the_day(view: &View<'_>, sentence: Sentence<'_>) -> bool {
    let Some(event) = view.when() else { return false };
    let mut dates = sentence.dates();
    dates.any(|date| when::single(view, date).is_some_and(|(day, _)| day == event.start()))
}
