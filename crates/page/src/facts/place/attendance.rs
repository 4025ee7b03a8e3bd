//! Whether one attends in a room, online, or either way.

use handbill_model::{Attendance, SourceKind};

use super::{LOCATION_LABELS, ONLINE, explicit, online};
use crate::facts::ledger::{Cite, Cited};
use crate::facts::places::{is_place_name, is_venue_name};
use crate::facts::postal::is_street;
use crate::facts::sentences::{find_any, has_any};
use crate::facts::title::ends_with_event;
use crate::facts::view::{Sentence, View};
use crate::outline::{Block, BlockKind};

/// What may be online at an event that is not: `Virtual Registration`, `Online submission`.
const DONE_ONLINE: &[&str] = &["registration", "submission", "submissions", "subsidies", "application", "form"];

/// What says that people are there as well: `both online and in-person`.
const THERE: &[&str] = &["in person", "in-person", "on site", "on-site", "onsite", "face-to-face"];

/// What says that a sentence tells of what may come, and not of what will.
const PERHAPS: &[&str] = &["might", "in case", "in the case", "should the", "if the"];

/// What one does on the platform of an online event.
const JOINED: &[&str] =
    &["join on", "join via", "join us on", "join us via", "meet on", "meet via", "it is on", "it will be on"];

/// How one attends: online where name, place or a sentence at the top say so.
pub(crate) fn attendance(
    view: &View<'_>,
    location: Option<&Cited<String>>,
    moved_online: Option<&Cite>,
) -> Option<Cited<Attendance>> {
    if let Some(said) = explicit::attendance(&view.keys) {
        return Some(said);
    }
    // Whatever place it was planned for.
    if let Some(cite) = moved_online {
        return Some(Cited::new(Attendance::Online, cite.clone()));
    }
    let hybrid = view.telling(&["hybrid"]).next().map(|_| view.lines_of_own());
    let own = hybrid.into_iter().flatten().map(|(sentence, _)| *sentence).filter(|line| line.has(&["hybrid"]));
    let opening =
        view.opening_telling(&["hybrid", "both in person and online", "in-person and online", "in person and online"]);
    // How papers are reviewed may be hybrid, too.
    let of_papers =
        |sentence: &Sentence<'_>| sentence.has(&["submission", "submissions", "review", "reviewed", "respect"]);
    if let Some(sentence) = own.chain(opening).find(|sentence| !of_papers(sentence)) {
        return Some(Cited::new(Attendance::Hybrid, Cite::part(sentence.passage, sentence.span, SourceKind::Prose)));
    }
    if let Some(title) = view.title.as_ref().filter(|title| is_told_online(&title.text.value)) {
        return Some(Cited::new(Attendance::Online, title.text.cite.clone()));
    }
    let online = |text: &str| has_any(text, ONLINE) || online::is_platform(text);
    if let Some(fact) = view.labelled(LOCATION_LABELS).find(|fact| online(&fact.value.text)) {
        let also = is_there_as_well(&fact.value.text, &online);
        let said = if also { Attendance::Hybrid } else { Attendance::Online };
        return Some(Cited::new(said, Cite::whole(&fact.value, SourceKind::Label)));
    }
    if let Some(cite) = &view.banner().hybrid {
        return Some(Cited::new(Attendance::Hybrid, cite.clone()));
    }
    if let Some(cite) = &view.banner().online {
        return Some(Cited::new(Attendance::Online, cite.clone()));
    }
    if let Some(cite) = location.and_then(|_| joined_from_afar(view)) {
        return Some(Cited::new(Attendance::Hybrid, cite));
    }
    if let Some(location) = location {
        return Some(Cited::new(Attendance::InPerson, location.cite.clone().noted("follows from the stated place")));
    }
    // Each of those below has one of these words.
    let words: Vec<&str> = ["online", "virtual", "virtually"].into_iter().chain(online::words()).collect();
    let told = view.telling(&words).find(|sentence| {
        let takes_place = sentence.has(&["held", "take place", "takes place", "taking place", "event", "events"]);
        let platform = || online::names_platform(sentence);
        let online = || {
            sentence.has(&["online", "virtual", "virtually"])
                || (sentence.has(&["via", "using", "on", "over"]) && platform())
        };
        // `Join on Zoom`: other platforms are where one chats.
        let joined = || sentence.has(JOINED) && online::names_meeting(sentence);
        // `The meeting is online on 4 March`; what else is online may be its programme.
        let is = || {
            let said = sentence.find(&["is online", "will be online", "is fully online", "is entirely online"]);
            said.is_some_and(|said| ends_with_event(sentence.text()[..said.start()].trim_end()))
        };
        let meets = || sentence.has(&["will meet online", "meets online", "we meet online"]);
        ((takes_place || joined() || is() || meets()) && online() || is_online_event(*sentence))
            && !sentence.has(&[
                "previous", "last year", "recordings", "recording", "register", "registration", "available online",
                "published online",
            ])
            && !sentence.has(THERE)
            && !sentence.has(PERHAPS)
    });
    told.map(|sentence| Cited::new(Attendance::Online, Cite::part(sentence.passage, sentence.span, SourceKind::Prose)))
}

/// Whether a sentence tells of what kind the event is: `Online course on knots`, `This is a virtual meeting`.
fn is_online_event(sentence: Sentence<'_>) -> bool {
    const WHOLE: &[&str] = &[
        "course", "workshop", "training", "webinar", "meeting", "event", "seminar", "conference", "hackathon",
        "school", "symposium", "meetup", "festival", "week", "summit", "forum", "congress",
    ];
    let text = sentence.text();
    sentence.find(&["online", "virtual"]).is_some_and(|word| {
        let (before, behind) = (text[..word.start()].trim_end(), text[word.end()..].trim_start());
        // `The keynote will be an online event` tells of a part.
        // `Welcome to the Rope Week, a free online festival`.
        let apposed = [", a", ", an", ", a free", ", our", ", our free"].iter().any(|joint| before.ends_with(joint));
        let own = before.is_empty()
            || apposed
            || ["This ", "It "].iter().any(|own| before.starts_with(own))
                && [" is a", " is an", " be a", " be an"].iter().any(|is| before.ends_with(is));
        own && WHOLE.contains(&behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or(""))
    })
}

/// `Harbour Library, Lund, and online`: a building or an address beside what is online.
fn is_there_as_well(place: &str, online: &impl Fn(&str) -> bool) -> bool {
    let parts = || place.split([',', '/', '+', '&', '(', ')', ';', '\n']).flat_map(|part| part.split(" and "));
    let mut there = parts().flat_map(|part| part.split(" or ")).map(str::trim).filter(|part| !online(part));
    let front = without_online(place);
    let town = front.len() < place.len() && is_place_name(front) && !online(front) && !has_any(front, &["tba", "tbd"]);
    town || has_any(place, THERE) || there.any(|part| is_venue_name(part) || is_street(part))
}

/// A place without what is said behind it of being online: `Harbour Library, Lund, and online via Zoom`.
pub(super) fn without_online(place: &str) -> &str {
    let Some(word) = find_any(place, ONLINE) else { return place };
    let front = place[..word.start()].trim_end();
    let joint = [" and", " or", " &", " +", " /", " as well as", ",", ";", "("]
        .iter()
        .find_map(|joint| front.strip_suffix(joint));
    let kept = joint.map(|kept| kept.trim_end_matches([' ', ',', ';', '(']));
    kept.filter(|kept| kept.contains(char::is_alphabetic)).unwrap_or(place)
}

/// Whether a title says it of the event, and not of what one does before it.
fn is_told_online(title: &str) -> bool {
    let Some(word) = find_any(title, ONLINE) else { return false };
    let next = title[word.end()..].split_whitespace().next().unwrap_or("");
    !has_any(next, DONE_ONLINE)
}

/// Where a page that names a town says that one can take part from elsewhere, too: `It is a hybrid conference`, `The meeting
/// can be attended virtually`.
fn joined_from_afar(view: &View<'_>) -> Option<Cite> {
    const HYBRID: &[&str] =
        &["hybrid conference", "hybrid event", "hybrid meeting", "hybrid workshop", "hybrid format"];
    const TAKE_PART: &[&str] = &[
        "participate virtually", "participate online", "participate remotely", "attend virtually", "attend online",
        "attend remotely", "attended virtually", "attended online", "attended remotely", "virtual participation",
        "remote participation", "online participation", "virtual attendance", "remote attendance",
    ];
    // `This will be our first meeting in person since 2019, with an online option for those who cannot travel`.
    const OPTIONS: &[&str] = &[
        "with an online option", "with a virtual option", "with a remote option", "with an online component",
        "with an option to join online",
    ];
    const BOTH: &[&str] = &["and online", "as well as online", "and also online", "and virtually"];
    const CAN: &[&str] =
        &["possibility", "possible", "option", "options", "can", "also", "available", "offer", "offers"];
    // Of one paper or talk, of what may be, of what was, or of what is not.
    const OTHERWISE: &[&str] = &[
        "not", "no", "author", "authors", "presenter", "presenters", "speaker", "speakers", "paper", "cannot", "unable",
    ];
    let whole = view.telling(HYBRID).filter(|sentence| sentence.has(&["will be", "is a", "as a", "in a"]));
    let from_afar = view.telling(TAKE_PART).filter(|sentence| sentence.has(CAN));
    // `It takes place at the Harbour Library and online from 4 to 7 March`.
    let both = view.telling(BOTH).filter(|sentence| {
        sentence.has(&["held", "take place", "takes place", "taking place", "will be"])
            && sentence.find(BOTH).is_some_and(|both| {
                let rest = sentence.text()[both.end()..].trim_start_matches([' ', '(']);
                let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
                ["", "on", "from", "via", "over", "this", "between"].contains(&next)
                    || next.bytes().all(|byte| byte.is_ascii_digit())
            })
    });
    let mut told = whole
        .chain(from_afar)
        .chain(both)
        .filter(|sentence| !sentence.has(OTHERWISE) && !sentence.has(PERHAPS) && view.is_of_this_event(*sentence));
    let told = told.next().or_else(|| view.opening_telling(OPTIONS).find(|sentence| !sentence.has(PERHAPS)));
    let told = told.map(|sentence| Cite::part(sentence.passage, sentence.span, SourceKind::Prose));
    told.or_else(|| headed_from_afar(view)).or_else(|| {
        let mut tables =
            view.outline.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Table(_))).peekable();
        tables.peek()?;
        // News in a table; the first letter may be a capital.
        memchr::memmem::find(view.source.as_bytes(), b"ybrid")?;
        let mut cells = tables.flat_map(Block::passages);
        let said = |text: &str| has_any(text, HYBRID) && has_any(text, &["will be"]) && !has_any(text, PERHAPS);
        let cell = cells.find(|cell| said(&cell.text))?;
        Some(Cite::whole(cell, SourceKind::Table))
    })
}

/// A heading or a label over how one takes part from elsewhere: `Remote participation`.
fn headed_from_afar(view: &View<'_>) -> Option<Cite> {
    const NAMES: &[&str] = &[
        "online participation", "remote participation", "virtual participation", "remote attendance",
        "online attendance", "virtual attendance", "joining online", "joining remotely", "attending online",
        "attending remotely", "participating remotely", "online attendees", "remote attendees",
    ];
    const NOT: &[&str] = &["no", "not", "cannot", "unfortunately", "sorry", "regret", "tbd", "tba", "tbc"];
    let is = |title: &str| NAMES.iter().any(|name| name.eq_ignore_ascii_case(title.trim_end_matches(':').trim()));
    let told = |section: &usize| {
        let mut texts = view.outline.own(*section).map(|(_, block)| &block.passage.text);
        is(view.outline.title(*section))
            && texts.next().is_some_and(|text| !has_any(text, NOT) && !has_any(text, PERHAPS))
    };
    let headed = view.sections(NAMES).find(told).and_then(|section| view.outline.heading(section));
    let labelled = || view.labelled(NAMES).find(|fact| !fact.value.is_empty() && !has_any(&fact.value.text, NOT));
    let headed = headed.map(|heading| Cite::whole(&heading.passage, SourceKind::Heading));
    headed.or_else(|| labelled().map(|fact| Cite::whole(&fact.value, SourceKind::Label)))
}
