//! Text cut into sentences and clauses, and words looked up in it.

use handbill_text::Span;

use super::places::is_legal_form;
use super::postal;
use super::words::Words;
use crate::lexicon::Lexicon;
use crate::passage::is_even;
use crate::phrase;

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: Lexicon = Lexicon::new(&[
    "e.g", "i.e", "etc", "dr", "prof", "mr", "mrs", "ms", "st", "no", "vs", "approx", "a.m", "p.m", "inc", "ltd", "co",
    "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed",
    "thu", "fri", "sat", "sun",
]);

/// The sentences of a text: they end with `.`, `!` or `?` before a blank, or with the line.
pub(crate) fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    each_sentence(text, |span| found.push(span));
    found
}

/// As [`sentences`], given one by one.
pub(crate) fn each_sentence(text: &str, mut give: impl FnMut(Span)) {
    let mut start = 0;
    for line_end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = start;
        for at in memchr::memchr3_iter(b'!', b'?', b'.', &text.as_bytes()[line..line_end]) {
            let at = line + at;
            let before_blank = || text[at + 1..].chars().next().is_none_or(char::is_whitespace);
            if before_blank() && (text.as_bytes()[at] != b'.' || !goes_on(&text[start..at], &text[at + 1..line_end])) {
                trimmed(text, start, at + 1).into_iter().for_each(&mut give);
                start = at + 1;
            }
        }
        trimmed(text, start, line_end).into_iter().for_each(&mut give);
        start = (line_end + 1).min(text.len());
    }
}

/// Whether a sentence goes on behind a full stop: that of an abbreviation, of an ordinal, of a street, or of a company's
/// legal form before a small letter.
fn goes_on(before: &str, behind: &str) -> bool {
    let start = before.bytes().rposition(|byte| matches!(byte, b' ' | b'(')).map_or(0, |at| at + 1);
    let word = &before[start..];
    // `max. 2 pages`, and `No. 4`.
    let counts = ["max", "min", "approx", "ca", "no", "nr"].iter().any(|known| known.eq_ignore_ascii_case(word));
    is_abbreviation(word)
        || counts && behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
        || is_legal_form(word) && behind.trim_start().starts_with(char::is_lowercase)
        || is_ordinal(word, behind)
        || is_street(word, behind)
}

/// Whether a full stop cuts a street short, before the number of a house or its name: `Hafenstr. 4`, `ul. Morska 4`.
fn is_street(word: &str, behind: &str) -> bool {
    let street = word.ends_with("str") || word.ends_with("Str");
    street && behind.trim_start().starts_with(|c: char| c.is_ascii_digit()) || postal::SHORT.contains(&word)
}

/// Whether a full stop makes a number an ordinal: `14. bis 16. Mai`.
fn is_ordinal(word: &str, behind: &str) -> bool {
    let number = word.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or("");
    if !(1..=2).contains(&number.len()) {
        return false;
    }
    let next = behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    next.starts_with(char::is_lowercase) || phrase::is_foreign_month(next)
}

fn is_abbreviation(word: &str) -> bool {
    let single = word.len() == 1 && word.chars().all(char::is_uppercase);
    single || ABBREVIATIONS.has(word)
}

/// A part of a text without the blanks around it, where it says anything.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let part = &text[start..end];
    let trimmed = part.trim();
    let from = start + (part.len() - part.trim_start().len());
    (!trimmed.is_empty()).then(|| Span::new(from..from + trimmed.len()))
}

/// Where one of `phrases` (lower case) first stands in `text` as whole words, whatever its case.
pub(crate) fn find_any(text: &str, phrases: &[&str]) -> Option<Span> {
    if phrases.len() < FEW {
        phrases.iter().filter_map(|phrase| find(text, phrase)).min_by_key(|span| span.start())
    } else {
        find_among(text, &Words::of(text), phrases)
    }
}

/// From so many phrases on, listing the words of a text costs less than looking for each phrase.
const FEW: usize = 3;

/// As [`find_any`], in a text whose words are known.
pub(crate) fn find_among(text: &str, words: &Words, phrases: &[&str]) -> Option<Span> {
    let held = phrases.iter().filter(|phrase| words.may_hold(phrase));
    held.filter_map(|phrase| find(text, phrase)).min_by_key(|span| span.start())
}

/// Whether one of `phrases` (lower case) stands in `text` as whole words, whatever its case.
pub(crate) fn has_any(text: &str, phrases: &[&str]) -> bool {
    if phrases.len() < FEW {
        phrases.iter().any(|phrase| find(text, phrase).is_some())
    } else {
        has_among(text, &Words::of(text), phrases)
    }
}

/// As [`has_any`], in a text whose words are known.
pub(crate) fn has_among(text: &str, words: &Words, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.may_hold(phrase) && find(text, phrase).is_some())
}

/// Where `phrase` (ASCII, lower case) first stands in `text` as whole words, whatever its case.
pub(crate) fn find(text: &str, phrase: &str) -> Option<Span> {
    let (bytes, wanted) = (text.as_bytes(), phrase.as_bytes());
    // The letter that is met least often leads to the fewest places that are none.
    let (mut rare, mut most) = (0, 0);
    for (at, letter) in wanted.iter().enumerate() {
        if rarity(*letter) > most {
            (rare, most) = (at, rarity(*letter));
        }
    }
    let letter = *wanted.get(rare)?;
    let last = bytes.len().checked_sub(wanted.len())?;
    let same = |at: usize| bytes[at..].iter().zip(wanted).all(|(byte, small)| byte.to_ascii_lowercase() == *small);
    let whole = |at: usize| {
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + wanted.len()..].starts_with(char::is_alphanumeric)
    };
    memchr::memchr2_iter(letter, letter.to_ascii_uppercase(), &bytes[rare..=last + rare])
        .find(|at| same(*at) && whole(*at))
        .map(|at| Span::new(at..at + wanted.len()))
}

/// Where `mark` first stands in a short text: as `str::find`, which prepares itself for long ones.
pub(crate) fn mark_at(text: &str, mark: &str) -> Option<usize> {
    let bytes = mark.as_bytes();
    // Most marks stand between blanks.
    let sign = bytes.iter().position(|byte| *byte != b' ').unwrap_or(0);
    let last = text.len().checked_sub(mark.len())?;
    memchr::memchr_iter(*bytes.get(sign)?, &text.as_bytes()[sign..=last + sign])
        .find(|at| text.as_bytes()[*at..].starts_with(bytes))
}

/// Where `mark` last stands in a short text.
pub(crate) fn last_mark_at(text: &str, mark: &str) -> Option<usize> {
    let bytes = mark.as_bytes();
    let sign = bytes.iter().position(|byte| *byte != b' ').unwrap_or(0);
    let last = text.len().checked_sub(mark.len())?;
    memchr::memrchr_iter(*bytes.get(sign)?, &text.as_bytes()[sign..=last + sign])
        .find(|at| text.as_bytes()[*at..].starts_with(bytes))
}

/// How seldom a character is met in a text of the languages of Europe: the rarest have the greatest number.
const fn rarity(byte: u8) -> u8 {
    const OFTEN: &[u8; 27] = b" etaoinsrhldcumfpgwybvkxjqz";
    const RARITY: [u8; 256] = {
        let mut rarity = [OFTEN.len() as u8; 256];
        let mut at = 0;
        while at < OFTEN.len() {
            rarity[OFTEN[at] as usize] = at as u8;
            at += 1;
        }
        rarity
    };
    RARITY[byte as usize]
}

/// The lists of a text, which semicolons part.
pub(crate) fn lists(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    text.split(';').map(move |list| {
        let start = from;
        from += list.len() + 1;
        Span::new(start..start + list.len())
    })
}

/// The letters and digits of a text, whatever their case: what two spellings of a name share.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The text with its first letter as it is and no mark at its end.
pub(crate) fn without_end_mark(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':']).trim_end()
}

/// Plain text of Event JSON: one blank for any white space.
pub(crate) fn plain(text: &str) -> String {
    if !text.starts_with(' ') && !text.ends_with(' ') && is_even(text) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// Whether a text has at most so many words: a long one is not read to its end.
pub(crate) fn is_short(text: &str, most: usize) -> bool {
    // So many words and the blanks between them are longer than this.
    if text.len() <= 2 * most {
        return true;
    }
    let mut rest = text.as_bytes();
    for words in 0..=most {
        let Some(start) = rest.iter().position(|byte| KINDS[usize::from(*byte)] != Kind::Blank) else { return true };
        if words == most && KINDS[usize::from(rest[start])] != Kind::Wide {
            return false;
        }
        rest = &rest[start..];
        let Some(end) = rest.iter().position(|byte| KINDS[usize::from(*byte)] != Kind::Inside) else { return true };
        // What may start a blank that is not ASCII is for those who know them all.
        if KINDS[usize::from(rest[end])] == Kind::Wide {
            break;
        }
        rest = &rest[end..];
    }
    text.split_whitespace().nth(most).is_none()
}

/// What a byte is to words between blanks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Inside,
    /// Perhaps the first of a blank beyond ASCII.
    Wide,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Inside; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => Kind::Blank,
            0xC2 | 0xE1..=0xE3 => Kind::Wide,
            _ => Kind::Inside,
        };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_short_by_its_words() {
        for text in [
            "", " ", "a", "One two", "  One \t two  ", "One two three", "Übung zwei drei ", "one\u{a0}two three",
            "One – two – three", "one\u{85}two\u{3000}three four", "Ende:\none", "a\u{b}b c", "\u{a0} one two",
            "–two three",
        ] {
            for most in 0..6 {
                assert_eq!(is_short(text, most), text.split_whitespace().count() <= most, "{text:?} {most}");
            }
        }
    }
}
