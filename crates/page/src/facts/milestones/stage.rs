//! What happens on a day, as its label tells it.

use crate::facts::sentences::{has_among, is_short};
use crate::facts::words::Words;

/// What happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The event itself.
    Event,
    /// What people hold around the main days: tutorials, workshops, the reception.
    Around,
    /// The last day to answer a call, and how surely it is the one that matters.
    Deadline(u8),
    /// Those who answered are told.
    Notification,
    /// One can answer from this day on.
    Opens,
    /// Those whose work was accepted hand it in as it will be published.
    Ready,
    /// Anything else.
    Other,
}

/// Words of dates that matter to those whose work was accepted, to reviewers, or to those who attend: no deadline of a call.
const LATER: &[&str] = &[
    "author response", "rebuttal", "discussion", "final summaries", "final summary", "review", "reviews", "reviewing",
    "reviewer", "reviewers", "meta-review", "meta-reviews", "commitment", "commit", "withdraw", "withdrawal",
    "proceedings", "video", "videos", "registration", "register", "visa", "anonymity", "early", "feedback", "hotel",
    "published", "publication", "template", "templates", "slides", "copyright", "bidding", "announcement", "announced",
    "released", "reimbursement", "receipts", "inscripción", "inscripciones", "inscription", "inscriptions",
    "iscrizione", "iscrizioni", "anmeldung", "inscrição", "inscrições",
];

/// What is handed in to be published.
const READY: &[&str] = &[
    "camera", "camera-ready", "camera ready", "final version", "final versions", "versión final", "version finale",
    "versione finale", "versão final",
];

const TOLD: &[&str] = &[
    "notification", "notifications", "notified", "acceptance", "acceptances", "decision", "decisions", "results",
    "selection", "notificación", "notificaciones", "aceptación", "acceptation", "notifica", "accettazione",
    "benachrichtigung", "notificação", "aceitação",
];

const SENT: &[&str] = &[
    "submission", "submissions", "submit", "application", "applications", "apply", "proposal", "proposals", "paper",
    "papers", "abstract", "abstracts", "contribution", "contributions", "posters", "talks", "nomination",
    "nominations", "cfp", "call", "soumission", "soumissions", "einreichung", "einreichungen", "propuestas",
    "submissão", "sottomissione", "ponencias", "comunicaciones", "resúmenes", "trabajos", "propositions",
    "communications", "résumés", "beiträge", "vorträge", "abstracteinreichung", "proposte", "contributi", "propostas",
    "trabalhos", "resumos",
];

/// What a label names by which one answers a call, also where it says nothing more.
const HANDED_IN: &[&str] =
    &["proposal", "proposals", "application", "applications", "expression of interest", "expressions of interest"];

const LAST: &[&str] = &[
    "deadline", "deadlines", "due", "closes", "close", "closed", "closing", "ends", "end", "extended", "date limite",
    "fecha límite", "einreichungsschluss", "einreichungsfrist", "prazo", "scadenza", "plazo", "cierre", "clôture",
    "chiusura", "encerramento", "frist", "termine ultimo",
];

/// What leads to the last day: `Proposals: until 4 March`, `Propuestas: hasta el 4 de marzo`.
const UNTIL: &[&str] = &[
    "until", "by", "hasta el", "hasta", "bis", "bis zum", "fino al", "entro il", "jusqu'au", "jusqu’au", "avant le",
    "até",
];

/// That something is sent in, alone and beside what is.
const SENDING: &[&str] = &["submission", "submissions", "soumission", "soumissions", "einreichung", "einreichungen"];
const SENDING_OF: &[&str] = &["envío", "envio", "envoi", "invio", "abgabe", "presentación", "recepción"];

/// A label without what leads from its mark to the last day.
pub(super) fn without_until(label: &str) -> &str {
    UNTIL.iter().find_map(|until| label.strip_suffix(until)?.strip_suffix(' ').filter(is_marked)).unwrap_or(label)
}

fn is_marked(label: &&str) -> bool {
    label.ends_with([':', '-', '–', '—', '|'])
}

/// Rounds and steps beside the main one.
const LESS: &[&str] = &[
    "abstract", "abstracts", "pre-submission", "mentoring", "mentorship", "initial", "intent", "second", "third",
    "late", "late-breaking", "title", "optional",
];

pub(crate) fn stage(label: &str) -> Stage {
    let text = label.split(['(', ',']).next().unwrap_or(label);
    let known = Words::of(text);
    let has = |words: &[&str]| has_among(text, &known, words);
    if has(TOLD) {
        return Stage::Notification;
    }
    if has(&["opens", "open", "opening", "apertura", "ouverture", "abertura", "beginn"]) && has(SENT) {
        return Stage::Opens;
    }
    if has(READY) {
        return Stage::Ready;
    }
    // Who hands in a paper names it before.
    if has(&["abstract registration", "paper registration"]) {
        return Stage::Deadline(1);
    }
    if has(LATER) {
        return Stage::Other;
    }
    let sent = has(SENT);
    let until = || without_until(label).len() < label.len();
    let last = has(LAST) || sent && until();
    // `Full proposal: 15 November` in a list of dates.
    let bare = is_short(text, 3) && has(HANDED_IN) && !has(&["call", "open", "opens", "review", "template"]);
    if bare && !last && !has(SENDING) {
        return Stage::Deadline(2 - u8::from(has(&["expression", "expressions", "interest", "abstract"])));
    }
    if last || has(SENDING) || sent && has(SENDING_OF) {
        let weight = match (sent, last) {
            (true, true) => 5,
            (true, false) => 4,
            (false, _) => 3,
        };
        let direct = u8::from(has(&["direct", "full"]));
        return Stage::Deadline(weight + direct - 3 * u8::from(has(LESS)));
    }
    around(text)
}

/// Whether a label names the event, or what people hold around it, and nothing else.
fn around(label: &str) -> Stage {
    const NAMES: &[&str] = &[
        "conference", "meeting", "symposium", "congress", "summit", "convention", "event", "conferencia", "congreso",
        "jornadas", "colloque", "conférence", "convegno", "conferenza", "tagung", "konferenz", "conferência", "evento",
        "veranstaltung",
    ];
    const AROUND: &[&str] = &["tutorial", "tutorials", "workshop", "workshops", "reception"];
    const BESIDE: &[&str] = &[
        "the", "main", "overall", "whole", "date", "dates", "day", "days", "and", "welcome", "opening", "la", "las",
        "el",
    ];
    let mut stage = Stage::Other;
    for word in label.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
        let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        if is(NAMES) {
            stage = Stage::Event;
        } else if is(AROUND) {
            stage = if stage == Stage::Other { Stage::Around } else { stage };
        } else if !(is(BESIDE) || capitals >= 2 || word.bytes().all(|byte| byte.is_ascii_digit())) {
            return Stage::Other;
        }
    }
    stage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_tells_what_happens() {
        let rows = [
            ("Submission deadline", Stage::Deadline(5)),
            ("Direct paper submission deadline", Stage::Deadline(6)),
            ("Abstract submission", Stage::Deadline(1)),
            ("Pre-submission mentoring deadline", Stage::Deadline(2)),
            ("Paper submission", Stage::Deadline(4)),
            ("Application Deadline", Stage::Deadline(5)),
            ("Deadline", Stage::Deadline(3)),
            ("Notification of acceptance", Stage::Notification),
            ("Application opens", Stage::Opens),
            ("Camera-ready submission", Stage::Ready),
            ("Upload of final versions", Stage::Ready),
            ("Final summaries", Stage::Other),
            ("Early registration deadline", Stage::Other),
            ("Abstract registration", Stage::Deadline(1)),
            ("Conference", Stage::Event),
            ("Conference dates", Stage::Event),
            ("RSMC 2031 conference dates", Stage::Event),
            ("Main conference, tours included", Stage::Event),
            ("Tutorials and workshops", Stage::Around),
            ("Conference handbook", Stage::Other),
            ("Welcome reception", Stage::Around),
            ("Proposals: until", Stage::Deadline(5)),
            ("Paper by Ada Birk", Stage::Other),
            ("Envío de propuestas: hasta el", Stage::Deadline(5)),
            ("Envío de certificados", Stage::Other),
            ("Notificación de aceptación", Stage::Notification),
            ("Cierre de inscripciones", Stage::Other),
            ("Scadenza per l’invio dei contributi", Stage::Deadline(5)),
            ("Clôture des inscriptions", Stage::Other),
            ("Einreichung der Beiträge", Stage::Deadline(4)),
        ];
        for (label, wanted) in rows {
            assert_eq!(stage(label), wanted, "{label}");
        }
    }
}
