//! Values that say nothing, though their key has a closed set of them.

use handbill_frontmatter::Value;

use super::{Key, Keys};
use crate::facts::{place, role, when, zone};

/// What a key asks for that has a closed set of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Closed {
    /// A zone of the IANA database, `AoE`, or an offset.
    Zone,
    /// Whether the event takes place: `cancelled`.
    Status,
    /// How one attends: `hybrid`.
    Attendance,
    /// A time of day.
    Time,
}

impl<'a> Keys<'a> {
    /// The values from which nothing is read, in the order in which their keys are believed.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = (Closed, &'a Value)> + '_ {
        self.found.iter().filter_map(|(key, _, value)| {
            let (asked, is_known) = match key {
                Key::Zone => (Closed::Zone, zone::of_value(value).is_some()),
                Key::Status => (Closed::Status, role::status_of(value).is_some()),
                Key::Attendance => (Closed::Attendance, place::attendance_of(value).is_some()),
                Key::StartTime | Key::EndTime => (Closed::Time, when::time_of(value).is_some()),
                _ => return None,
            };
            (!is_known).then_some((asked, *value))
        })
    }
}
