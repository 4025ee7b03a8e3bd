//! Portuguese.

use super::Meaning::{Day, Does, Month};
use super::{Language, Letters, Part, Table};
use crate::phrase::Weekday;

pub(super) const PORTUGUESE: Language = Language {
    words: Table::new(&[
        ("janeiro", Month(1)),
        ("fevereiro", Month(2)),
        ("março", Month(3)),
        ("abril", Month(4)),
        ("maio", Month(5)),
        ("junho", Month(6)),
        ("julho", Month(7)),
        ("agosto", Month(8)),
        ("setembro", Month(9)),
        ("outubro", Month(10)),
        ("novembro", Month(11)),
        ("dezembro", Month(12)),
        ("segunda", Day(Weekday::Monday)),
        ("terça", Day(Weekday::Tuesday)),
        ("quarta", Day(Weekday::Wednesday)),
        ("quinta", Day(Weekday::Thursday)),
        ("sexta", Day(Weekday::Friday)),
        ("sábado", Day(Weekday::Saturday)),
        ("domingo", Day(Weekday::Sunday)),
        ("primavera", Does(Part::Season)),
        ("verão", Does(Part::Season)),
        ("outono", Does(Part::Season)),
        ("inverno", Does(Part::Season)),
        ("início", Does(Part::Vague)),
        ("meados", Does(Part::Vague)),
        ("final", Does(Part::Vague)),
        ("a", Does(Part::To)),
        ("até", Does(Part::To)),
        ("e", Does(Part::And)),
        ("o", Does(Part::Of)),
        ("de", Does(Part::Of)),
        ("do", Does(Part::Of)),
        ("em", Does(Part::Within)),
        ("º", Does(Part::Suffix)),
    ]),
    also: &[],
    letters: Letters::Small,
};
