//! Which language a text is in, as far as rules on words need it.

use handbill_page::Page;
use handbill_text::Span;

use super::text::Text;
use super::words::Known;

/// Small words that show a text to be English.
static ENGLISH: Known = Known::new(&[
    "and", "are", "at", "be", "been", "but", "by", "for", "from", "has", "have", "if", "is", "it", "of", "our", "that",
    "the", "their", "there", "they", "this", "to", "was", "we", "were", "which", "who", "will", "with", "you", "your",
]);

/// Small words of Danish, Dutch, French, German, Italian, Portuguese, Spanish, Swedish that are no English ones.
static OTHER: Known = Known::new(&[
    "als", "au", "auf", "aux", "av", "com", "con", "da", "dans", "das", "de", "degli", "dei", "del", "della", "dem",
    "den", "der", "des", "det", "di", "do", "dos", "du", "ein", "eine", "el", "en", "est", "et", "ett", "fr", "gli",
    "het", "i", "il", "ist", "la", "las", "le", "les", "los", "met", "mit", "na", "nous", "och", "og", "os", "para",
    "per", "por", "pour", "que", "se", "sich", "sind", "som", "sono", "sur", "til", "um", "una", "und", "une", "van",
    "voor", "vous", "wir", "y", "zu", "zum", "zur",
]);

/// The longest of them have so many letters.
const SMALL: usize = 5;

/// Whether a text of these words is English; `None` where it has too few small words to tell.
pub(super) fn is_english<'a>(words: impl Iterator<Item = (Span, &'a str)>) -> Option<bool> {
    let (english, other) = count(words);
    (english + other >= 4).then_some(english > 2 * other)
}

pub(super) fn page_is_english(page: &Page, texts: &[Text<'_>]) -> bool {
    let declared = ["lang", "language"].iter().find_map(|key| page.front_matter.root.get(key)?.as_str());
    if let Some(declared) = declared {
        return declared.to_ascii_lowercase().starts_with("en");
    }
    let counts = texts.iter().map(|text| count(text.words().iter().copied()));
    let (english, other) = counts.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    // A page of names and numbers has no small words; event pages that say nothing else are taken as English.
    english >= 2 * other
}

fn count<'a>(words: impl Iterator<Item = (Span, &'a str)>) -> (usize, usize) {
    let mut counts = (0, 0);
    // Capitals are names: `De Witt`, `La Jolla`, `IT`.
    let is_small = |word: &str| word.len() <= SMALL && word.bytes().all(|b| b.is_ascii_lowercase());
    for (_, word) in words.filter(|(_, word)| is_small(word)) {
        counts.0 += usize::from(ENGLISH.has(word));
        counts.1 += usize::from(OTHER.has(word));
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::super::words;

    fn is_english(text: &str) -> Option<bool> {
        super::is_english(words(text))
    }

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(is_english("The talks of this year are for those who build"), Some(true));
        assert_eq!(is_english("Les exposés de cette année sont pour le public et les amis"), Some(false));
        assert_eq!(is_english("Vorträge für alle, die mit uns und der Technik arbeiten und sind"), Some(false));
        assert_eq!(is_english("Lightning talks"), None);
    }
}
