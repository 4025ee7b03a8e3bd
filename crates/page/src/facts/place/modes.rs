//! Words and links that say how one attends.

use handbill_frontmatter::Value;
use handbill_model::Attendance;

/// Whether a text is nothing but the link into a meeting: `https://meet.port.example/knots`.
pub(super) fn is_meeting(text: &str) -> bool {
    const ROOMS: &[&str] =
        &["meet", "zoom", "jitsi", "teams", "webex", "bbb", "bigbluebutton", "youtube", "twitch", "gotomeeting"];
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = host.filter(|rest| !rest.contains(char::is_whitespace)).and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host.split('.').any(|part| ROOMS.contains(&part)))
}

/// The way to attend that a value names in a word.
pub(crate) fn attendance_of(value: &Value) -> Option<Attendance> {
    let word = value.written()?;
    // `https://schema.org/MixedEventAttendanceMode`.
    let word = word.rsplit('/').next().unwrap_or(word);
    let word: String = word.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    match word.trim_end_matches("eventattendancemode") {
        "online" | "virtual" | "remote" => Some(Attendance::Online),
        "hybrid" | "mixed" => Some(Attendance::Hybrid),
        "inperson" | "onsite" | "offline" | "physical" => Some(Attendance::InPerson),
        _ => None,
    }
}
