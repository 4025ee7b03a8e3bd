//! Italian.

use super::Meaning::{Day, Does, Month};
use super::{Language, Letters, Part, Table};
use crate::phrase::Weekday;

pub(super) const ITALIAN: Language = Language {
    words: Table::new(&[
        ("gennaio", Month(1)),
        ("febbraio", Month(2)),
        ("marzo", Month(3)),
        ("aprile", Month(4)),
        ("maggio", Month(5)),
        ("giugno", Month(6)),
        ("luglio", Month(7)),
        ("agosto", Month(8)),
        ("settembre", Month(9)),
        ("ottobre", Month(10)),
        ("novembre", Month(11)),
        ("dicembre", Month(12)),
        ("lunedì", Day(Weekday::Monday)),
        ("martedì", Day(Weekday::Tuesday)),
        ("mercoledì", Day(Weekday::Wednesday)),
        ("giovedì", Day(Weekday::Thursday)),
        ("venerdì", Day(Weekday::Friday)),
        ("sabato", Day(Weekday::Saturday)),
        ("domenica", Day(Weekday::Sunday)),
        ("primavera", Does(Part::Season)),
        ("estate", Does(Part::Season)),
        ("autunno", Does(Part::Season)),
        ("inverno", Does(Part::Season)),
        ("inizio", Does(Part::Vague)),
        ("metà", Does(Part::Vague)),
        ("fine", Does(Part::Vague)),
        ("al", Does(Part::To)),
        ("a", Does(Part::To)),
        ("e", Does(Part::And)),
        ("ed", Does(Part::And)),
        ("il", Does(Part::Of)),
        ("dal", Does(Part::Of)),
        ("del", Does(Part::Of)),
        ("di", Does(Part::Of)),
        ("in", Does(Part::Within)),
    ]),
    also: &[],
    letters: Letters::Small,
};
