//! A session that starts before the one above it.

use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

/// What goes back further than this many minutes is another day or track that is not named.
const FAR: u16 = 4 * 60;

rule! {
    /// A session starts before the one above it starts.
    ///
    /// Readers look for the time from the top to the bottom, and the hour may be wrong.
    ///
    /// ```page bad
    /// ## Tuesday, March 4, 2031
    ///
    /// * 14:00 - 14:30 Short talks
    /// * 13:30 - 14:00 Long talks
    /// * 15:00 - 16:00 Tea
    /// ```
    /// ```page good
    /// ## Tuesday, March 4, 2031
    ///
    /// * 13:30 - 14:00 Long talks
    /// * 14:00 - 14:30 Short talks
    /// * 15:00 - 16:00 Tea
    /// ```
    ///
    /// Sessions of different rooms and tracks are left alone, and so is a leap of more than four hours, or into a
    /// session that goes on beside: there another day begins. Times without am and pm are read as their order tells.
    "slot-order": Warning, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for slots in subject.runs() {
        for pair in slots.windows(2) {
            let [above, below] = pair else { continue };
            let back = above.start.minutes().saturating_sub(below.start.minutes());
            // What goes on beside the one above is of another day or track.
            let apart = below.end.is_none_or(|end| end <= above.start);
            if back == 0 || back > FAR || !apart || !above.shares_room(below) || above.is_beside() || below.is_beside()
            {
                continue;
            }
            let message = format!("this starts at {}, and the session above at {}", below.start, above.start);
            found.push(
                RULE.finding(below.place, message)
                    .with_help("put the rows in the order of time, or correct the hour")
                    .with_label(above.place, "the session above"),
            );
        }
    }
}
