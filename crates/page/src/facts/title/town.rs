//! The town that a front matter names beside the title: what of the title is no part of it belongs to the event's name.

use handbill_text::Span;

use crate::facts::ledger::Cited;
use crate::facts::view::lone_year;

/// What keys say of where the event is.
#[derive(Clone, Debug, Default)]
pub(crate) enum Stated {
    /// No town: the title may name one.
    #[default]
    Nothing,
    Online,
    /// The words of the place, its town among them.
    Town(String),
}

impl Stated {
    /// Whether a part of the title is no name of this place: `Enabling Ports at Northern Scale`, which is online.
    pub(super) fn denies(&self, part: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Online => !part.contains(", "),
            Self::Town(_) => !self.names(part),
        }
    }

    /// Whether a part of the title starts with a word of this place, be it spelled a little longer or shorter.
    pub(super) fn names(&self, part: &str) -> bool {
        let Self::Town(place) = self else { return false };
        let mut first = words(part).skip_while(|word| matches!(*word, "the" | "The" | "near"));
        first.next().is_some_and(|word| words(place).any(|known| alike(word, known)))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// `Belgrad` and `Belgrade`, `Bern` and `bern`.
fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let start = long.get(..short.len()).is_some_and(|start| start.eq_ignore_ascii_case(short));
    start && (long.len() == short.len() || short.len() >= 4 && long.len() - short.len() == 1)
}

/// The name without the town at its end, which the page gives as its place, and the year behind it: `RSMC Lund 2031`.
pub(crate) fn without_town(name: Cited<String>, location: &str, source: &str) -> Cited<String> {
    let text = name.value.as_str();
    let (front, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let undated = if lone_year(last).is_some() && last.len() == 4 { front } else { text };
    let mut towns = location.split(',').map(str::trim).filter(|town| !town.is_empty());
    let kept = towns.find_map(|town| undated.strip_suffix(town)?.strip_suffix(' '));
    // `Cartopartie à Nantes`, `Jornadas de Lugo`.
    const JOINTS: &[&str] = &[" à", " de", " di", " en", " em", " a", " in", " at", " zu", " aus", " te"];
    let kept = kept.map(|kept| JOINTS.iter().find_map(|joint| kept.strip_suffix(joint)).unwrap_or(kept));
    let Some(kept) = kept
        .map(|kept| kept.trim_end_matches(|c: char| !c.is_alphanumeric() && !")\"”’!?".contains(c)))
        .filter(|kept| kept.contains(char::is_alphabetic))
    else {
        return name;
    };
    let mut cite = name.cite.clone();
    if cite.span.of(source) == text {
        cite.span = Span::new(cite.span.start()..cite.span.start() + kept.len());
    }
    Cited::new(kept, cite)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_its_first_word() {
        let lund = Stated::Town("Harbour Library, Lund, Skåne, Sweden".to_owned());
        for (part, denied) in [
            ("Lund", false),
            ("Lund/Sweden", false),
            ("the Harbour Library", false),
            ("Sweden", false),
            ("Ropes", true),
            ("Knots and Ropes in Lund", true),
            ("", true),
        ] {
            assert_eq!(lund.denies(part), denied, "{part}");
        }
        assert!(!Stated::Nothing.denies("Ropes"));
        assert!(Stated::Online.denies("Northern Scale") && !Stated::Online.denies("Lund, Sweden"));
        assert!(alike("Belgrad", "Belgrade") && !alike("Lun", "Lund") && !alike("Port", "Portugal"));
        assert!(!alike("Europe", "European"));
    }
}
