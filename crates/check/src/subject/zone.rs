//! Whether a text tells in which time zone its times are.

use super::Text;

/// Whether a text names a zone, or says that its times are local. Letters behind a time that several regions use for
/// different zones (`23:59 IST`) name one for who reads the page.
pub(crate) fn tells_zone(text: &Text<'_>) -> bool {
    *text.tells_zone.get_or_init(|| {
        let phrases = text.phrases();
        let zoned = |end: usize| abbreviation(&text.text[end..]);
        !phrases.zones.is_empty()
            || phrases.times.iter().any(|time| time.zone.is_some() || zoned(time.span.end()))
            || text.text.contains("local time")
    })
}

/// Whether a text begins with three or four capitals that end as abbreviations of zones do.
fn abbreviation(behind: &str) -> bool {
    let word = behind.trim_start_matches([' ', '(', ',']);
    let len = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    (3..=4).contains(&len) && word[..len].bytes().all(|b| b.is_ascii_uppercase()) && word[..len].ends_with('T')
}

#[cfg(test)]
mod tests {
    use super::abbreviation;

    #[test]
    fn zones_end_with_a_capital_t() {
        for behind in [" IST.", " (CST)", "BRT", ", SAST"] {
            assert!(abbreviation(behind), "{behind}");
        }
        for behind in [" AT THE DOOR", "", " in the hall", " NATO", " LATEST"] {
            assert!(!abbreviation(behind), "{behind}");
        }
    }
}
