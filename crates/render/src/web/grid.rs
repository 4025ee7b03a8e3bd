//! Parallel sessions side by side: which row and which column each takes.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

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
    /// The first column and the line behind the last; none for a session that nothing runs beside: it takes the whole width.
    pub(crate) columns: Option<(usize, usize)>,
}

impl Place {
    /// The rule of its class.
    pub(crate) fn rule(self) -> String {
        let (column, column_end) = self.columns.map_or((1, "-1".to_owned()), |(from, to)| (from, to.to_string()));
        format!(".{self}{{grid-row:{}/{};grid-column:{column}/{column_end}}}\n", self.row, self.row_end)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (column, column_end) = self.columns.unwrap_or_default();
        write!(f, "at-{}-{}-{column}-{column_end}", self.row, self.row_end)
    }
}

/// The grid of these sessions; none where nothing is parallel, or where columns cannot tell parallel sessions apart.
///
/// A session without a name of either kind takes the columns in which nothing else runs, if they lie side by side: a plenary
/// in two of three halls. Columns are the tracks, or the rooms where not every parallel session has a track; where neither is told of all, the
/// track of one and the room of another, as the heads of one table may be read.
pub(crate) fn grid(sessions: &[Session]) -> Option<Grid> {
    /// More columns are too narrow to read.
    const WIDEST: usize = 6;
    let spans = spans(sessions)?;
    let parallel = parallel(&spans);
    // The name of the column of each session; empty where it has none, or needs none.
    let names = |key: fn(&Session) -> &String| -> Vec<String> {
        let name = |(session, parallel): (&Session, &bool)| if *parallel { line(key(session)) } else { String::new() };
        sessions.iter().zip(&parallel).map(name).collect()
    };
    let all = |names: &Vec<String>| names.iter().zip(&parallel).all(|(name, parallel)| *parallel != name.is_empty());
    let keys: [fn(&Session) -> &String; 2] = [|session| &session.track, |session| &session.room];
    let names = keys.into_iter().map(names).find(all).unwrap_or_else(|| names(track_or_room));
    let mut columns: Vec<String> = Vec::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
        if columns.len() > WIDEST {
            return None;
        }
    }
    let column = |at: usize| columns.iter().position(|name| *name == names[at]);
    // Each column's last end, to find two sessions that would lie on each other.
    let mut ends = vec![0; columns.len()];
    let mut lines: Vec<usize> = spans.iter().flat_map(|(start, end)| [*start, *end]).collect();
    lines.sort_unstable();
    lines.dedup();
    let row = |minute: usize| lines.binary_search(&minute).unwrap_or_else(|row| row) + 1;
    let mut places = Vec::with_capacity(sessions.len());
    for (at, (start, end)) in spans.iter().enumerate() {
        let taken = match column(at) {
            Some(column) => Some(column..column + 1),
            None if parallel[at] => {
                // Those that begin meanwhile; none of them has no column itself, so that each is looked at once.
                let beside = at + 1..at + 1 + spans[at + 1..].iter().take_while(|(other, _)| other < end).count();
                let beside: Vec<usize> = beside.map(column).collect::<Option<_>>()?;
                Some(free(&ends, *start, &beside)?)
            }
            None => None,
        };
        for column in taken.clone().into_iter().flatten() {
            if ends[column] > *start {
                return None;
            }
            ends[column] = *end;
        }
        let columns = taken.map(|taken| (taken.start + 1, taken.end + 1));
        places.push(Place { row: row(*start), row_end: row(*end), columns });
    }
    (columns.len() > 1).then_some(Grid { columns: columns.len(), places })
}

/// The columns in which nothing runs, if they lie side by side.
fn free(ends: &[usize], start: usize, beside: &[usize]) -> Option<Range<usize>> {
    let is_free = |column: &usize| ends[*column] <= start && !beside.contains(column);
    let first = (0..ends.len()).find(is_free)?;
    let last = (0..ends.len()).rfind(is_free)?;
    (first..=last).all(|column| is_free(&column)).then_some(first..last + 1)
}

fn track_or_room(session: &Session) -> &String {
    if line(&session.track).is_empty() { &session.room } else { &session.track }
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
        Place { row, row_end, columns: column.map(|column| (column, column + 1)) }
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
    fn columns_may_be_tracks_and_rooms() {
        let mut sessions = [session("09:00", "10:00", "A"), session("09:00", "10:00", "")];
        "Loft".clone_into(&mut sessions[1].room);
        assert_eq!(grid(&sessions).expect("two columns").columns, 2);
    }

    #[test]
    fn a_session_of_no_column_takes_those_that_are_free() {
        let day = |tracks: [&str; 5]| tracks.map(|track| session("09:00", "10:00", track));
        let mut sessions = day(["A", "B", "C", "", "C"]);
        for late in &mut sessions[3..] {
            (late.start, late.end) = ("10:00".parse().ok(), "11:00".parse().ok());
        }
        let places = grid(&sessions).expect("three tracks").places;
        assert_eq!(places[3], Place { row: 2, row_end: 3, columns: Some((1, 3)) });
        "B".clone_into(&mut sessions[4].track);
        assert_eq!(grid(&sessions), None, "what is free does not lie side by side");
        assert_eq!(grid(&day(["A", "B", "", "", "C"])), None);
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
        assert_eq!(grid(&[session("09:00", "10:00", "A"), session("08:30", "10:30", "B")]), None);
    }

    #[test]
    fn what_follows_one_another_is_a_list() {
        assert_eq!(grid(&[session("09:00", "10:00", "A"), session("10:00", "11:00", "B")]), None);
    }
}
