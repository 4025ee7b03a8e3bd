//! French.

use super::Meaning::{Day, Does, Month};
use super::{Language, Letters, Part, Table};
use crate::phrase::Weekday;

pub(super) const FRENCH: Language = Language {
    words: Table::new(&[
        ("janvier", Month(1)),
        ("février", Month(2)),
        ("mars", Month(3)),
        ("avril", Month(4)),
        ("mai", Month(5)),
        ("juin", Month(6)),
        ("juillet", Month(7)),
        ("août", Month(8)),
        ("septembre", Month(9)),
        ("octobre", Month(10)),
        ("novembre", Month(11)),
        ("décembre", Month(12)),
        ("lundi", Day(Weekday::Monday)),
        ("mardi", Day(Weekday::Tuesday)),
        ("mercredi", Day(Weekday::Wednesday)),
        ("jeudi", Day(Weekday::Thursday)),
        ("vendredi", Day(Weekday::Friday)),
        ("samedi", Day(Weekday::Saturday)),
        ("dimanche", Day(Weekday::Sunday)),
        ("printemps", Does(Part::Season)),
        ("été", Does(Part::Season)),
        ("automne", Does(Part::Season)),
        ("hiver", Does(Part::Season)),
        ("début", Does(Part::Vague)),
        ("fin", Does(Part::Vague)),
        ("au", Does(Part::To)),
        ("et", Does(Part::And)),
        ("le", Does(Part::Of)),
        ("du", Does(Part::Of)),
        ("de", Does(Part::Of)),
        ("en", Does(Part::Within)),
        ("er", Does(Part::Suffix)),
    ]),
    also: &[],
    letters: Letters::Small,
};
