//! A session that starts before the one above it ends.

use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A session starts before the one above it ends, in the same room.
    ///
    /// One of the two times is wrong, or a track is not named.
    ///
    /// ```page bad
    /// ## Tuesday, March 4, 2031
    ///
    /// * 9:00 - 10:00 Short talks
    /// * 9:45 - 10:30 Long talks
    /// * 10:30 - 11:00 Tea
    /// ```
    /// ```page good
    /// ## Tuesday, March 4, 2031
    ///
    /// * 9:00 - 9:45 Short talks
    /// * 9:45 - 10:30 Long talks
    /// * 10:30 - 11:00 Tea
    /// ```
    ///
    /// Sessions of different rooms and tracks, those that start together, tours, registration, posters and what else
    /// goes on beside, sessions that hold several others, and those of which the page says that they are parallel, are left
    /// alone.
    "slot-overlap": Warning, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for slots in subject.runs() {
        for (at, pair) in slots.windows(2).enumerate() {
            let [above, below] = pair else { continue };
            let Some(end) = above.end.filter(|end| above.start < below.start && below.start < *end) else { continue };
            // What goes on until after the one below is over holds it, and perhaps others.
            let holds = below.end.is_none_or(|last| last <= end)
                && slots.get(at + 2).is_none_or(|next| next.start <= end)
                || below.end.is_some_and(|last| last < end);
            if holds || !above.shares_room(below) || above.is_beside() || below.is_beside() {
                continue;
            }
            let message = format!("this starts at {}, before the session above ends at {end}", below.start);
            found.push(
                RULE.finding(below.place, message)
                    .with_help("correct one of the two times, or name the rooms")
                    .with_label(above.place, "the session above"),
            );
        }
    }
}
