//! The names of time zones.

use jiff::tz;

use crate::words::distance;

/// The name in the IANA time zone database that a text probably means: its town alone, other letters, or a slip.
///
/// ```
/// use handbill_check::nearest_zone;
///
/// assert_eq!(nearest_zone("Europe/Stokholm").as_deref(), Some("Europe/Stockholm"));
/// assert_eq!(nearest_zone("new york").as_deref(), Some("America/New_York"));
/// assert_eq!(nearest_zone("our zone"), None);
/// ```
#[must_use]
pub fn nearest_zone(name: &str) -> Option<String> {
    let plain = |name: &str| name.trim().replace([' ', '-'], "_").to_ascii_lowercase();
    let given = plain(name);
    // Short names have too many neighbours, and the database has old names of one part, such as `Poland`.
    let near = |known: &str| distance(&given, &plain(known), if given.len() >= 8 { 2 } else { 0 });
    let zones = tz::db().available().map(|zone| zone.as_str().to_owned()).filter(|zone| zone.contains('/'));
    let steps = |zone: &str| {
        let town = zone.rsplit('/').next().filter(|_| !given.contains('/')).and_then(near);
        [near(zone), town].into_iter().flatten().min()
    };
    zones.filter_map(|zone| Some((steps(&zone)?, zone))).min().map(|(_, zone)| zone)
}
