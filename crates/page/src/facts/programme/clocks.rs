//! Times without am or pm, decided by the order of the programme.

use handbill_model::{LocalTime, SourceKind, Zone};

use super::super::ledger::{Cite, Cited};
use super::super::sentences::has_any;
use crate::passage::Passage;
use crate::phrase::{Clock, Half, TimePhrase};

/// The zone that stands behind a time.
pub(super) fn zone(passage: &Passage, phrase: &TimePhrase, kind: &SourceKind) -> Option<Cited<Zone>> {
    let zone = phrase.zone.clone()?;
    Some(Cited::new(zone, Cite::part(passage, phrase.zone_span.unwrap_or(phrase.span), kind.clone())))
}

/// Reads the times of a programme in their order: what goes backwards has passed noon.
#[derive(Clone, Debug, Default)]
pub(super) struct Clocks {
    last: Option<LocalTime>,
    /// Whether a time past noon has been read.
    past_noon: bool,
    /// Whether a time beyond 12 o'clock shows the 24-hour clock.
    whole_day: bool,
}

impl Clocks {
    /// For the times of one table or list.
    pub(super) fn new<'a>(times: impl Iterator<Item = &'a TimePhrase>) -> Self {
        let whole_day = times
            .flat_map(|time| [Some(time.start), time.end])
            .flatten()
            .any(|clock| clock.half.is_none() && (clock.hour > 12 || clock.hour == 0));
        Self { last: None, past_noon: false, whole_day }
    }

    /// The times stand under a heading such as `Afternoon`.
    pub(super) fn after(&mut self, heading: &str) {
        let hour = if has_any(heading, &["evening", "night"]) {
            Some(17)
        } else if has_any(heading, &["afternoon"]) {
            Some(12)
        } else {
            None
        };
        self.last = hour.and_then(|hour| LocalTime::new(hour, 0).ok()).or(self.last);
        self.past_noon |= hour.is_some();
    }

    /// The times stand under a heading with its own: `Block 1 (02:00 - 04:00 UTC)`.
    pub(super) fn under(&mut self, heading: &Passage) {
        let first = heading.phrases().times.first().filter(|time| is_of_the_world(heading, time));
        self.last = first.and_then(|time| time.start.at(Some(Half::Am))).or(self.last);
    }

    /// A new day starts.
    pub(super) fn restart(&mut self) {
        (self.last, self.past_noon) = (None, false);
    }

    /// Start and end of a phrase.
    pub(super) fn read(
        &mut self,
        passage: &Passage,
        phrase: &TimePhrase,
        kind: &SourceKind,
    ) -> (Option<Cited<LocalTime>>, Option<Cited<LocalTime>>) {
        let cite = |clock: Clock| Cite::part(passage, clock.span, kind.clone());
        let start = if self.last.is_none() && is_of_the_world(passage, phrase) {
            phrase.start.at(Some(Half::Am))
        } else {
            self.start(phrase.start, is_padded(passage, phrase.start))
        };
        if start.is_some() {
            self.last = start;
        }
        let next = |end: Clock| self.next(end, is_padded(passage, end));
        let end = phrase.end.and_then(|end| next(end).map(|time| Cited::new(time, cite(end))));
        let times = [start, end.as_ref().map(|end| end.value)];
        self.past_noon |= times.into_iter().flatten().any(|time| time.hour() >= 12);
        (start.map(|time| Cited::new(time, cite(phrase.start))), end)
    }

    /// When a session starts. One at nine or later that comes behind a later one of the same morning is out of order:
    /// between it and the evening nothing takes place.
    fn start(&self, clock: Clock, padded: bool) -> Option<LocalTime> {
        let late = self.past_noon || self.whole_day || clock.is_certain() || !(9..12).contains(&clock.hour);
        if late { self.next(clock, padded) } else { clock.at(Some(Half::Am)) }
    }

    fn next(&self, clock: Clock, padded: bool) -> Option<LocalTime> {
        if clock.is_certain() || self.whole_day {
            let time = clock.time();
            // `12:30`, `2:00`, `19:00`: some count to twelve in the afternoon and on in the evening.
            let afternoon = clock.at(Some(Half::Pm)).filter(|_| !padded && !clock.is_certain() && clock.hour < 8);
            let passed = |after: &LocalTime| self.last.is_some_and(|last| time < Some(last) && last < *after);
            return afternoon.filter(passed).or(time);
        }
        let morning = if clock.hour == 12 { clock.at(Some(Half::Pm)) } else { clock.at(Some(Half::Am)) };
        let afternoon = clock.at(Some(Half::Pm));
        match (self.last, morning) {
            (Some(last), Some(time)) if time < last => afternoon,
            // Nothing of a conference starts between midnight and seven.
            (None, Some(time)) if time.hour() < 7 => afternoon,
            (_, _) => morning,
        }
    }
}

/// Whether a time is written as those who count to 24 do: `02:00`.
fn is_padded(passage: &Passage, clock: Clock) -> bool {
    clock.span.of(&passage.text).starts_with('0')
}

/// `02:00 UTC`: who writes so means the night, which it is not for those who come.
fn is_of_the_world(passage: &Passage, phrase: &TimePhrase) -> bool {
    phrase.zone.is_some()
        && is_padded(passage, phrase.start)
        && !phrase.start.is_certain()
        && (1..7).contains(&phrase.start.hour)
}

#[cfg(test)]
mod tests {
    use crate::{Site, read};

    fn starts(times: &[&str]) -> Vec<String> {
        let items: String = times.iter().map(|time| format!("* {time} Talks\n")).collect();
        let text = format!("---\ntitle: Float Day, Oulu, 18 April 2031\n---\n\n## 18 April 2031\n\n{items}");
        let event = read("event/2031/oulu.md", &text, &Site::default()).document.event.expect("it has a title");
        let sessions = event.programme.days.into_iter().flat_map(|day| day.sessions);
        sessions.filter_map(|session| session.start).map(|start| start.to_string()).collect()
    }

    #[test]
    fn what_goes_backwards_has_passed_noon() {
        assert_eq!(starts(&["9:00", "11:00", "12:30", "1:30", "8:00"]), ["09:00", "11:00", "12:30", "13:30", "20:00"]);
        assert_eq!(starts(&["9:00 - 5:00", "6:00", "9:00"]), ["09:00", "18:00", "21:00"]);
        assert_eq!(starts(&["1:00", "2:00", "13:00"]), ["01:00", "02:00", "13:00"]);
    }

    #[test]
    fn some_count_to_twelve_until_the_evening() {
        assert_eq!(starts(&["9:00", "12:30", "2:00", "19:00"]), ["09:00", "12:30", "14:00", "19:00"]);
        assert_eq!(starts(&["9:00", "23:00", "1:00"]), ["09:00", "23:00", "01:00"]);
        assert_eq!(starts(&["12:30", "02:00", "19:00"]), ["12:30", "02:00", "19:00"]);
    }

    #[test]
    fn a_row_of_the_morning_may_be_out_of_order() {
        assert_eq!(starts(&["9:00", "10:00", "9:30", "11:00"]), ["09:00", "10:00", "09:30", "11:00"]);
        assert_eq!(starts(&["10:00 - 11:00", "9:30 - 10:00", "1:00"]), ["10:00", "09:30", "13:00"]);
    }
}
