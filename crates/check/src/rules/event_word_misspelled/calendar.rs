//! Names of days and months that are too short for the list: beside a number nothing else is meant.

/// The names of six letters. Shorter ones are a slip away from other words, such as `mach` and `aril`.
const NAMES: &[&str] = &["monday", "friday", "sunday", "august"];

/// How far behind the name of a day or month its number stands, in bytes.
const NEAR: usize = 4;

/// The name that is meant by a word with a capital and a number close behind it. No slip of these names is a word of
/// Debian's `wamerican-huge` or `wbritish-huge`, but some may be the name of a person.
pub(super) fn correction(word: &str, behind: &str) -> Option<String> {
    let numbered = || behind.bytes().take(NEAR).take_while(|b| !b.is_ascii_alphabetic()).any(|b| b.is_ascii_digit());
    if !may_be_slip(word) || !numbered() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    NAMES.iter().find(|name| is_slip(&word, name)).map(|name| (*name).to_owned())
}

/// Whether a word may be a slip: it has a capital, and about the length of a name.
pub(super) fn may_be_slip(word: &str) -> bool {
    (5..=7).contains(&word.len()) && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a word is a name with one inner letter left out, or written twice, or changed with the next.
fn is_slip(word: &str, name: &str) -> bool {
    (1..name.len() - 1).any(|at| {
        let (head, tail) = name.split_at(at);
        let (letter, rest) = tail.split_at(1);
        let (next, end) = rest.split_at(1);
        [[head, rest, "", ""], [head, letter, letter, rest], [head, next, letter, end]]
            .iter()
            .any(|parts| word != name && parts.iter().try_fold(word, |rest, part| rest.strip_prefix(part)) == Some(""))
    })
}

#[cfg(test)]
mod tests {
    use super::correction;

    #[test]
    fn a_slip_beside_a_number_is_a_day_or_a_month() {
        for (wrong, behind, right) in [
            ("Firday", ", 5 March", "friday"),
            ("Mondy", " 9:00", "monday"),
            ("SUNNDAY", " 4", "sunday"),
            ("Agust", " 4, 2031", "august"),
        ] {
            assert_eq!(correction(wrong, behind).as_deref(), Some(right), "{wrong}");
        }
        for (word, behind) in
            [("Sunay", " is the chair"), ("Sunda", " 4"), ("Frida", " 4"), ("Monday", " 4"), ("mondy", " 4")]
        {
            assert_eq!(correction(word, behind), None, "{word}{behind}");
        }
    }
}
