//! Parallel sessions side by side: which row and which column each takes.

use std::collections::BTreeMap;
use std::fmt;

use handbill_model::Session;

use crate::prose::line;

/// A day's sessions as a grid.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Grid {
    /// How many columns it has, two at least.
    pub(crate) columns: usize,
    /// The place of each session, in the order of the sessions.
    pub(crate) places: Vec<Place>,
}

/// Lines of the grid, counted from 1 as CSS does; displayed, the class of all that lie there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) row: usize,
    pub(crate) row_end: usize,
    /// None for a session that nothing runs beside: it takes the whole width.
    pub(crate) column: Option<usize>,
}

impl Place {
    /// The rule of its class.
    pub(crate) fn rule(self) -> String {
        let column = self.column.map_or_else(|| "1/-1".to_owned(), |column| column.to_string());
        format!(".{self}{{grid-row:{}/{};grid-column:{column}}}\n", self.row, self.row_end)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at-{}-{}-{}", self.row, self.row_end, self.column.unwrap_or_default())
    }
}

/// The grid of these sessions; none where nothing is parallel, or where columns cannot tell parallel sessions apart.
///
/// Columns are the tracks, or the rooms where not every parallel session has a track.
pub(crate) fn grid(sessions: &[Session]) -> Option<Grid> {
    /// More columns are too narrow to read.
    const WIDEST: usize = 6;
    let spans = spans(sessions)?;
    let parallel = parallel(&spans);
    let keys = |key: fn(&Session) -> &String| -> Option<Vec<Option<String>>> {
        let key = |(session, parallel): (&Session, &bool)| match (*parallel, line(key(session))) {
            (true, name) if name.is_empty() => None,
            (true, name) => Some(Some(name)),
            (false, _) => Some(None),
        };
        sessions.iter().zip(&parallel).map(key).collect()
    };
    let keys = keys(|session| &session.track).or_else(|| keys(|session| &session.room))?;
    let mut columns: Vec<String> = Vec::new();
    for name in keys.iter().flatten() {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
        if columns.len() > WIDEST {
            return None;
        }
    }
    // Each column's last end, to find two sessions that would lie on each other.
    let mut ends = vec![0; columns.len()];
    let mut lines: Vec<usize> = spans.iter().flat_map(|(start, end)| [*start, *end]).collect();
    lines.sort_unstable();
    lines.dedup();
    let row = |minute: usize| lines.binary_search(&minute).unwrap_or_else(|row| row) + 1;
    let mut places = Vec::with_capacity(sessions.len());
    for ((start, end), key) in spans.iter().zip(keys) {
        let column = key.and_then(|key| columns.iter().position(|name| *name == key));
        if let Some(column) = column {
            if ends[column] > *start {
                return None;
            }
            ends[column] = *end;
        }
        places.push(Place { row: row(*start), row_end: row(*end), column: column.map(|column| column + 1) });
    }
    (columns.len() > 1).then_some(Grid { columns: columns.len(), places })
}

/// Start and end of each session in minutes; none unless all have a start on one clock, and come in its order.
///
/// A session without an end is drawn until the next one starts. Sessions that have a period in place of a time take
/// a minute for each period.
fn spans(sessions: &[Session]) -> Option<Vec<(usize, usize)>> {
    if sessions.iter().all(|session| session.start.is_none() && !session.period.is_empty()) {
        let mut periods = BTreeMap::new();
        let mut order = 0;
        let spans = sessions.iter().map(|session| {
            let at = *periods.entry(line(&session.period)).or_insert_with(|| {
                order += 1;
                order
            });
            (at, at + 1)
        });
        return Some(spans.collect());
    }
    if sessions.iter().any(|session| session.time_zone.is_some()) {
        return None;
    }
    let starts: Vec<usize> = sessions
        .iter()
        .map(|session| session.start.map(|start| usize::from(start.minutes())))
        .collect::<Option<_>>()?;
    if !starts.is_sorted() {
        return None;
    }
    let mut next = None;
    let mut spans: Vec<(usize, usize)> = Vec::with_capacity(sessions.len());
    for (index, session) in sessions.iter().enumerate().rev() {
        let start = starts[index];
        let later = starts.get(index + 1).copied().filter(|later| *later > start);
        next = later.or(next.filter(|next| *next > start));
        let end = match session.end.map(|end| usize::from(end.minutes())) {
            Some(end) if end > start => end,
            Some(end) if end < start => end + 24 * 60,
            Some(_) | None => next.unwrap_or(start + 1),
        };
        spans.push((start, end));
    }
    spans.reverse();
    Some(spans)
}

/// Whether something runs beside each session. The spans are in the order of their starts, or of their periods.
fn parallel(spans: &[(usize, usize)]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|index| spans[*index]);
    let mut parallel = vec![false; spans.len()];
    let mut latest: Option<usize> = None;
    for index in order {
        if let Some(before) = latest.filter(|before| spans[*before].1 > spans[index].0) {
            parallel[before] = true;
            parallel[index] = true;
        }
        if latest.is_none_or(|before| spans[index].1 >= spans[before].1) {
            latest = Some(index);
        }
    }
    parallel
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(start: &str, end: &str, track: &str) -> Session {
        let mut session = Session::new(format!("{start} {track}"));
        (session.start, session.end) = (start.parse().ok(), end.parse().ok());
        track.clone_into(&mut session.track);
        session
    }

    fn place(row: usize, row_end: usize, column: Option<usize>) -> Place {
        Place { row, row_end, column }
    }

    #[test]
    fn parallel_sessions_stand_side_by_side_and_others_take_the_width() {
        let sessions = [
            session("09:00", "09:30", "A"),
            session("10:00", "11:00", "A"),
            session("10:00", "10:30", "B"),
            session("10:30", "11:00", "B"),
        ];
        let grid = grid(&sessions).expect("two tracks");
        assert_eq!(grid.columns, 2);
        assert_eq!(grid.places, [place(1, 2, None), place(3, 5, Some(1)), place(3, 4, Some(2)), place(4, 5, Some(2))]);
    }

    #[test]
    fn a_session_without_end_reaches_to_the_next_start() {
        let sessions = [session("09:00", "", "A"), session("09:00", "", "B"), session("10:00", "", "A")];
        let grid = grid(&sessions).expect("two tracks");
        assert_eq!((grid.places[0].row_end, grid.places[2]), (2, place(2, 3, None)));
    }

    #[test]
    fn sessions_that_would_cover_each_other_are_a_list() {
        assert_eq!(grid(&[session("09:00", "10:00", "A"), session("09:30", "10:30", "A")]), None);
        assert_eq!(grid(&[session("09:00", "10:00", "A"), session("09:30", "10:30", "")]), None);
        assert_eq!(grid(&[session("09:00", "10:00", "A"), session("08:30", "10:30", "B")]), None);
    }

    #[test]
    fn what_follows_one_another_is_a_list() {
        assert_eq!(grid(&[session("09:00", "10:00", "A"), session("10:00", "11:00", "B")]), None);
    }
}
