//! Times without am or pm, decided by the order of the programme.

use handbill_model::{LocalTime, SourceKind};

use super::super::ledger::{Cite, Cited};
use crate::passage::Passage;
use crate::phrase::{Clock, Half, TimePhrase};

/// Reads the times of a programme in their order: what goes backwards has passed noon.
#[derive(Clone, Debug, Default)]
pub(super) struct Clocks {
    last: Option<LocalTime>,
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
        Self { last: None, whole_day }
    }

    /// A new day starts.
    pub(super) fn restart(&mut self) {
        self.last = None;
    }

    /// Start and end of a phrase.
    pub(super) fn read(
        &mut self,
        passage: &Passage,
        phrase: &TimePhrase,
        kind: &SourceKind,
    ) -> (Option<Cited<LocalTime>>, Option<Cited<LocalTime>>) {
        let cite = |clock: Clock| Cite::part(passage, clock.span, kind.clone());
        let start = self.next(phrase.start);
        if start.is_some() {
            self.last = start;
        }
        let end = phrase.end.and_then(|end| self.next(end).map(|time| Cited::new(time, cite(end))));
        (start.map(|time| Cited::new(time, cite(phrase.start))), end)
    }

    fn next(&self, clock: Clock) -> Option<LocalTime> {
        if clock.is_certain() || self.whole_day {
            return clock.time();
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
