//! Track, room, building and languages of sessions: where each of them tells a reader something.
//!
//! A label that every session shares tells none from another. So what all sessions of a day share stands beside the
//! day, what all days share stands once above the programme, and a track that all share stands nowhere. A title that
//! tells a label already is enough.

use handbill_model::{Day, Session};

use super::programme::is_pause;
use crate::prose::facts::languages;
use crate::prose::{line, tells};

/// What may stand under a session; empty where nothing is known, or where it is told elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Labels {
    pub(crate) track: String,
    pub(crate) room: String,
    pub(crate) venue: String,
    pub(crate) languages: String,
}

impl Labels {
    /// Those of a session.
    fn of(session: &Session) -> Self {
        Self {
            track: line(&session.track),
            room: line(&session.room),
            venue: line(&session.venue),
            languages: languages(&session.languages),
        }
    }

    /// All but the track.
    pub(crate) fn about(&self) -> Vec<String> {
        [&self.room, &self.venue, &self.languages].into_iter().filter(|label| !label.is_empty()).cloned().collect()
    }

    /// Each label of `self` that `decide` keeps, beside its fellow in `other`.
    fn kept(&self, other: &Self, decide: impl Fn(&str, &str) -> bool) -> Self {
        let keep = |label: &String, beside: &String| if decide(label, beside) { label.clone() } else { String::new() };
        Self {
            track: keep(&self.track, &other.track),
            room: keep(&self.room, &other.room),
            venue: keep(&self.venue, &other.venue),
            languages: keep(&self.languages, &other.languages),
        }
    }
}

/// The labels of a programme, each where it tells something.
pub(crate) struct Told {
    /// Above the programme.
    pub(crate) programme: Labels,
    /// Beside each day.
    pub(crate) days: Vec<Labels>,
    /// Under each session of each day.
    pub(crate) sessions: Vec<Vec<Labels>>,
}

pub(crate) fn told(days: &[&Day]) -> Told {
    let of_days: Vec<Labels> = days.iter().map(|day| shared(day)).collect();
    let first = of_days.first().cloned().unwrap_or_default();
    let everywhere = of_days.iter().fold(first, |all, day| all.kept(day, |label, beside| label == beside));
    let differs = |label: &str, beside: &str| label != beside;
    let under = |day: &&Day, of_day: &Labels| -> Vec<Labels> {
        day.sessions
            .iter()
            .map(|session| {
                Labels::of(session).kept(of_day, |label, beside| label != beside && !tells(&session.title, label))
            })
            .collect()
    };
    let sessions = days.iter().zip(&of_days).map(|(day, of_day)| under(day, of_day)).collect();
    let days = days.iter().zip(&of_days).map(|(day, of_day)| {
        // Where one session is the whole day, its title stands right below.
        let title = if let [only] = day.sessions.as_slice() { only.title.as_str() } else { "" };
        let labels = of_day.kept(&everywhere, differs);
        let track = labels.track.clone();
        Labels { track, ..labels.kept(&everywhere, |label, _| !tells(title, label)) }
    });
    Told { days: days.collect(), sessions, programme: Labels { track: String::new(), ..everywhere } }
}

/// What all sessions of a day share; breaks need not say it.
fn shared(day: &Day) -> Labels {
    let mut labels = day.sessions.iter().filter(|session| !is_pause(session)).map(Labels::of);
    let first = labels.next().unwrap_or_default();
    let all = labels.fold(first, |all, one| all.kept(&one, |label, beside| label == beside));
    let breaks = day.sessions.iter().filter(|session| is_pause(session)).map(Labels::of);
    breaks.fold(all, |all, one| all.kept(&one, |label, beside| beside.is_empty() || label == beside))
}

#[cfg(test)]
mod tests {
    use handbill_model::SessionKind;

    use super::*;

    fn day(sessions: &[(&str, &str, &str)]) -> Day {
        let mut day = Day::default();
        for (title, track, room) in sessions {
            let mut session = Session::new((*title).to_owned());
            (session.track, session.room) = ((*track).to_owned(), (*room).to_owned());
            session.kind = (*title == "Lunch").then_some(SessionKind::Meal);
            day.sessions.push(session);
        }
        day
    }

    #[test]
    fn what_a_day_shares_stands_beside_the_day() {
        let (one, two) =
            (day(&[("A", "Red", "Hall"), ("Lunch", "", ""), ("B", "Red", "Loft")]), day(&[("C", "Blue", "")]));
        let told = told(&[&one, &two]);
        assert_eq!((told.days[0].track.as_str(), told.days[1].track.as_str()), ("Red", "Blue"));
        assert!(told.sessions.iter().flatten().all(|session| session.track.is_empty()));
        assert_eq!(told.sessions[0][2].room, "Loft");
    }

    #[test]
    fn a_track_that_all_share_stands_nowhere_and_a_room_above() {
        let (one, two) = (day(&[("A", "Red", "Hall"), ("B", "Red", "Hall")]), day(&[("C", "Red", "Hall")]));
        let told = told(&[&one, &two]);
        assert_eq!(told.programme, Labels { room: "Hall".to_owned(), ..Labels::default() });
        assert!(told.days.iter().chain(told.sessions.iter().flatten()).all(|labels| *labels == Labels::default()));
    }

    #[test]
    fn a_label_that_differs_or_is_missing_stays_under_its_session() {
        let told = told(&[&day(&[("A", "Red", "Hall"), ("B", "Blue", "Hall"), ("C", "", "Loft")])]);
        assert_eq!((told.days[0].clone(), told.programme), (Labels::default(), Labels::default()));
        assert_eq!((told.sessions[0][1].track.as_str(), told.sessions[0][2].room.as_str()), ("Blue", "Loft"));
    }

    #[test]
    fn a_title_that_tells_the_room_is_enough() {
        let told = told(&[&day(&[("Dinner, Long Pier", "", "Long Pier"), ("Room 20310", "", "2031"), ("C", "", "")])]);
        assert_eq!((told.sessions[0][0].room.as_str(), told.sessions[0][1].room.as_str()), ("", "2031"));
    }
}
