//! What holds for any text.

use handbill_page::phrase::{self, DayReading};

proptest::proptest! {
    #[test]
    fn any_text_is_read_inside_its_bounds(text in "([0-9]{1,4}|[-–/:., ()]|June|May|Mon|Friday|st|th|am|PM|UTC|to|and|the|of|noon|\\PC){0,24}") {
        let found = phrase::read(&text);
        let spans = found.dates.iter().map(|d| d.span).chain(found.times.iter().map(|t| t.span)).chain(found.vague.iter().map(|v| v.span)).chain(found.zones.iter().map(|z| z.span));
        for span in spans {
            proptest::prop_assert!(!span.is_empty() && text.get(span.range()).is_some());
        }
    }

    #[test]
    fn a_printed_range_reads_back(year in 1990i16..2100, month in 1u8..=12, from in 1u8..=27, more in 1u8..=3, style in 0..6) {
        let names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let (name, to) = (names[usize::from(month) - 1], (from + more).min(28));
        let suffix = phrase::ordinal_suffix;
        let text = match style {
            0 => format!("{name} {from}-{to}, {year}"),
            1 => format!("{from}–{to} {name} {year}"),
            2 => format!("{from}{} to {to}{} of {name} {year}", suffix(from), suffix(to)),
            3 => format!("{year}-{month:02}-{from:02} to {year}-{month:02}-{to:02}"),
            4 => format!("{name} {from} - {name} {to}, {year}"),
            _ => format!("between {from}/{name}/{year} and"),
        };
        let want_to = if style == 5 { from } else { to };
        let found = phrase::read(&text).dates;
        proptest::prop_assert_eq!(found.len(), 1, "{}", text);
        let iso = |day: DayReading| day.on(None).map(|date| date.to_string());
        proptest::prop_assert_eq!(iso(found[0].first()), Some(format!("{year:04}-{month:02}-{from:02}")));
        proptest::prop_assert_eq!(iso(found[0].last()), Some(format!("{year:04}-{month:02}-{want_to:02}")), "{}", text);
    }

    #[test]
    fn a_range_printed_in_another_language_reads_back(year in 1990i16..2100, month in 0usize..12, from in 1u8..=27, language in 0usize..4) {
        let to = from + 1;
        let name = MONTHS[language].split(' ').nth(month).expect("twelve months");
        let text = match language {
            0 => format!("Vom {from}. bis {to}. {name} {year}"),
            1 => format!("du {from} au {to} {name} {year}"),
            2 => format!("del {from} al {to} de {name} de {year}"),
            _ => format!("de {from} a {to} de {name} de {year}"),
        };
        let found = phrase::read(&text).dates;
        let iso = |day: DayReading| day.on(None).map(|date| date.to_string());
        let read: Vec<_> = found.iter().map(|date| (iso(date.first()), iso(date.last()))).collect();
        let day = |day: u8| Some(format!("{year:04}-{:02}-{day:02}", month + 1));
        // No February has 30 days.
        let valid = day(to).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
        let first = day(from).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
        proptest::prop_assert_eq!(read, vec![(first, valid)], "{}", text);
    }
}

const MONTHS: [&str; 4] = [
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
];
