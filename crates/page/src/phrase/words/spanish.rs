//! Spanish.

use super::Meaning::{Day, Does, Month};
use super::{Language, Letters, Part, Table};
use crate::phrase::Weekday;

pub(super) const SPANISH: Language = Language {
    words: Table::new(&[
        ("enero", Month(1)),
        ("febrero", Month(2)),
        ("marzo", Month(3)),
        ("abril", Month(4)),
        ("mayo", Month(5)),
        ("junio", Month(6)),
        ("julio", Month(7)),
        ("agosto", Month(8)),
        ("septiembre", Month(9)),
        ("setiembre", Month(9)),
        ("octubre", Month(10)),
        ("noviembre", Month(11)),
        ("diciembre", Month(12)),
        ("lunes", Day(Weekday::Monday)),
        ("martes", Day(Weekday::Tuesday)),
        ("miércoles", Day(Weekday::Wednesday)),
        ("jueves", Day(Weekday::Thursday)),
        ("viernes", Day(Weekday::Friday)),
        ("sábado", Day(Weekday::Saturday)),
        ("domingo", Day(Weekday::Sunday)),
        ("primavera", Does(Part::Season)),
        ("verano", Does(Part::Season)),
        ("otoño", Does(Part::Season)),
        ("invierno", Does(Part::Season)),
        ("principios", Does(Part::Vague)),
        ("mediados", Does(Part::Vague)),
        ("finales", Does(Part::Vague)),
        ("al", Does(Part::To)),
        ("a", Does(Part::To)),
        ("hasta", Does(Part::To)),
        ("y", Does(Part::And)),
        ("el", Does(Part::Of)),
        ("del", Does(Part::Of)),
        ("de", Does(Part::Of)),
        ("en", Does(Part::Within)),
    ]),
    also: &[],
    letters: Letters::Small,
};
