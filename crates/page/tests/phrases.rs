//! What the phrase reader makes of dates and times, and what it leaves alone.

use handbill_page::phrase::{self, DatePhrase, DayReading};

/// A day as `2020-06-01`, with `?` for what is not written, and its weekday.
fn day(day: DayReading) -> String {
    let year = day.year.map_or_else(|| "?".to_owned(), |year| year.to_string());
    let month = day.month.map_or_else(|| "?".to_owned(), |month| format!("{month:02}"));
    let weekday = day.weekday.map(|(weekday, _)| format!("{} ", &weekday.name()[..3])).unwrap_or_default();
    format!("{weekday}{year}-{month}-{:02}", day.day)
}

fn date(phrase: &DatePhrase) -> String {
    let runs: Vec<String> = phrase
        .runs
        .iter()
        .map(|run| if run.start == run.end { day(run.start) } else { format!("{}..{}", day(run.start), day(run.end)) })
        .collect();
    runs.join(" + ")
}

fn dates(text: &str) -> String {
    phrase::read(text).dates.iter().map(date).collect::<Vec<_>>().join("; ")
}

fn times(text: &str) -> String {
    let clock = |clock: phrase::Clock| {
        let half = clock.half.map(|half| format!("{half:?}").to_lowercase()).unwrap_or_default();
        format!("{}:{:02}{half}", clock.hour, clock.minute)
    };
    let phrases = phrase::read(text).times;
    let written = phrases.iter().map(|time| {
        let end = time.end.map(|end| format!("-{}", clock(end))).unwrap_or_default();
        let zone = time.zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
        format!("{}{end}{zone}", clock(time.start))
    });
    written.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn each(read: fn(&str) -> String, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, want)| read(text) != *want)
        .map(|(text, want)| format!("{text:?}\n   wanted {want}\n   got    {}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn days_and_ranges_of_days() {
    each(
        dates,
        &[
            ("June 1-4, 2020", "2020-06-01..2020-06-04"),
            ("June 2–5, 2025", "2025-06-02..2025-06-05"),
            ("June 2—5, 2025", "2025-06-02..2025-06-05"),
            ("June 2 -- 5, 2025", "2025-06-02..2025-06-05"),
            ("November 12- 14, 2024", "2024-11-12..2024-11-14"),
            ("November 12 -14 2024", "2024-11-12..2024-11-14"),
            ("Monday 1st June 2020", "Mon 2020-06-01"),
            ("Monday, 1 June 2020", "Mon 2020-06-01"),
            ("Monday, June 1, 2020", "Mon 2020-06-01"),
            ("Mon. June 1st 2020", "Mon 2020-06-01"),
            ("3rd - 6th of December 2018", "2018-12-03..2018-12-06"),
            ("3rd to 6th December, 2018", "2018-12-03..2018-12-06"),
            ("Tuesday the 4th of June", "Tue ?-06-04"),
            ("the 4th of June 2031", "2031-06-04"),
            ("24th to 28th of June", "?-06-24..?-06-28"),
            ("May 30 - June 2, 2023", "2023-05-30..2023-06-02"),
            ("30 May – 2 June 2023", "2023-05-30..2023-06-02"),
            ("30 May 2023 to 2 June 2023", "2023-05-30..2023-06-02"),
            ("December 30, 2022 – January 2, 2023", "2022-12-30..2023-01-02"),
            ("Monday, May 30 – Thursday, June 2, 2023", "Mon 2023-05-30..Thu 2023-06-02"),
            ("Monday 1st to Thursday 4th June 2020", "Mon 2020-06-01..Thu 2020-06-04"),
            ("Tuesday, December 5 to Thursday, December 7", "Tue ?-12-05..Thu ?-12-07"),
            ("from June 3 through 7, 2019", "2019-06-03..2019-06-07"),
            ("Sep 15-16, 22-23 2020", "2020-09-15..2020-09-16 + 2020-09-22..2020-09-23"),
            ("Sept. 15, 2020", "2020-09-15"),
            ("Jan. 7", "?-01-07"),
            ("5, 6 and 7 June 2019", "2019-06-05 + 2019-06-06 + 2019-06-07"),
            ("June 5, 6 and 7, 2019", "2019-06-05 + 2019-06-06 + 2019-06-07"),
            ("June 8 & 9, 2017", "2017-06-08 + 2017-06-09"),
            ("June 8 and July 9, 2017", "2017-06-08 + 2017-07-09"),
            ("Thursday and Friday, June 8-9", "?-06-08..?-06-09"),
            ("DECEMBER 5", "?-12-05"),
            ("5 december", "?-12-05"),
            ("June 4 (Thursday)", "Thu ?-06-04"),
            ("4 June 2020, Thursday", "Thu 2020-06-04"),
            ("June 4 of 2020", "2020-06-04"),
            ("Held June 4. 2020 was dry", "2020-06-04"),
        ],
    );
}

#[test]
fn days_in_numbers() {
    each(
        dates,
        &[
            ("2016-05-11", "2016-05-11"),
            ("2016-05-11 to 2016-05-13", "2016-05-11..2016-05-13"),
            ("2016-05-11 - 2016-05-13", "2016-05-11..2016-05-13"),
            ("2016-05-11/2016-05-13", "2016-05-11..2016-05-13"),
            ("2016/05/11", "2016-05-11"),
            ("2020-06-01T09:00:00Z", "2020-06-01"),
            ("05/June/2025: 10:00am - 12:30pm", "2025-06-05"),
            ("05-Jun-2025", "2025-06-05"),
            ("24/12/2020", "2020-12-24"),
            ("12/24/2020", "2020-12-24"),
            ("6.5.2020", "2020-05-06"),
            ("24.12.2020", "2020-12-24"),
        ],
    );
    assert_eq!(phrase::read("6/5/2020").dates[0].form, phrase::Form::Ambiguous);
    assert_eq!(phrase::read("24/12/2020").dates[0].form, phrase::Form::Numeric);
}

#[test]
fn a_day_without_a_month_needs_its_weekday() {
    each(
        dates,
        &[
            ("Friday 25th", "Fri ?-?-25"),
            ("Friday the 25th", "Fri ?-?-25"),
            ("Friday 25", "Fri ?-?-25"),
            ("Tuesday 4 - 6 June", "Tue ?-06-04..?-06-06"),
            ("the 25th", ""),
            ("the 25th anniversary", ""),
        ],
    );
}

#[test]
fn what_is_no_date() {
    each(
        dates,
        &[
            ("version 1.2.20", ""),
            ("24/7", ""),
            ("1/2 of it", ""),
            ("call 555-1234-20", ""),
            ("you may 4 times", "?-05-04"),
            ("IIIF 3.0", ""),
            ("$June 4", ""),
            ("room 2020-06-012", ""),
            ("id-2020-06-01-x", ""),
            ("https://example.org/2020/06/01/a", ""),
            ("ISO 8601-1:2019", ""),
            ("4 participants", ""),
            ("May I come?", ""),
            ("March on", ""),
            ("June 31st floor", "?-06-31"),
            ("June 45", ""),
            ("Sun and sea", ""),
            ("June 4pm", ""),
            ("June 4:30", ""),
            ("June 40%", ""),
            ("10 May Street Road", "?-05-10"),
            ("0 June", ""),
            ("1,000 June bugs", ""),
        ],
    );
}

#[test]
fn a_comma_adds_no_day_by_itself() {
    each(
        dates,
        &[
            ("June 4, 12 talks", "?-06-04"),
            ("June 4, 12 and 20", "?-06-04 + ?-06-12 + ?-06-20"),
            ("June 4, 12 and 20 people", "?-06-04 + ?-06-12 + ?-06-20"),
            ("on June 4, 2020, 300 people", "2020-06-04"),
            ("June 4, 9:00", "?-06-04"),
            ("June 4, 9am", "?-06-04"),
        ],
    );
}

#[test]
fn times_and_ranges_of_times() {
    each(
        times,
        &[
            ("9:00", "9:00"),
            ("9:00am", "9:00am"),
            ("9 am", "9:00am"),
            ("9 A.M.", "9:00am"),
            ("9:00 a.m. - 5:00 p.m.", "9:00am-5:00pm"),
            ("09h30", "9:30"),
            ("9-10:30", "9:00-10:30"),
            ("9.30-11.00", "9:30-11:00"),
            ("9.30am", "9:30am"),
            ("12:30 to 2:00", "12:30-2:00"),
            ("9-10:30am", "9:00am-10:30am"),
            ("11-1pm", "11:00am-1:00pm"),
            ("11:30 – 12:45pm", "11:30am-12:45pm"),
            ("noon", "12:00pm"),
            ("12 noon", "12:00pm"),
            ("noon - 1pm", "12:00pm-1:00pm"),
            ("9:30 - 11", "9:30-11:00"),
            ("until 23:59", "23:59"),
            ("from 3:00pm to 3:30am", "3:00pm-3:30am"),
            ("10:00:00", "10:00"),
        ],
    );
}

#[test]
fn zones_behind_times() {
    each(
        times,
        &[
            ("13:00 UTC", "13:00 UTC"),
            ("13:00 - 14:00 (CET)", "13:00-14:00 +01:00"),
            ("9am EST", "9:00am -05:00"),
            ("9am Eastern Time", "9:00am America/New_York"),
            ("9am Eastern Daylight Time", "9:00am -04:00"),
            ("23:59 UTC-12", "23:59 -12:00"),
            ("23:59 UTC-12 (Anywhere on Earth)", "23:59 AoE"),
            ("23:59 AoE", "23:59 AoE"),
            ("11:59pm, Anywhere on Earth", "11:59pm AoE"),
            ("10:00 Europe/Rome", "10:00 Europe/Rome"),
            ("10:00 America/Argentina/Buenos_Aires", "10:00 America/Argentina/Buenos_Aires"),
            ("10:00 UTC+5:30", "10:00 +05:30"),
            ("10:00 CET/CEST", "10:00 CET"),
            ("09:00 Someplace/Else", "9:00"),
            ("9:00 et al.", "9:00"),
            ("9:00 CST", "9:00"),
        ],
    );
}

#[test]
fn what_is_no_time() {
    each(
        times,
        &[
            ("9", ""),
            ("9.30", ""),
            ("version 1.20", ""),
            ("9-10", ""),
            ("2020-06-01", ""),
            ("ratio 16:9", ""),
            ("25:00", ""),
            ("12:75", ""),
            ("$9:00", ""),
            ("10:0", ""),
            ("5 amps", ""),
            ("pages 3-12:30x", ""),
            ("a 24 h service", ""),
        ],
    );
}

#[test]
fn times_without_a_day_are_vague() {
    let vague = |text: &str| {
        phrase::read(text).vague.iter().map(|found| found.span.of(text).to_owned()).collect::<Vec<_>>().join("; ")
    };
    each_vague(
        &vague,
        &[
            ("early September", "early September"),
            ("Available early 2020", "early 2020"),
            ("Spring 2021", "Spring 2021"),
            ("in the fall of 2021", "fall of 2021"),
            ("mid-March", "mid-March"),
            ("June 2020", "June 2020"),
            ("end of May 2024", "end of May 2024"),
            ("late 2020", "late 2020"),
            ("you may 2020", ""),
            ("spring is here", ""),
            ("in 2020", ""),
        ],
    );
}

#[track_caller]
fn each_vague(read: &dyn Fn(&str) -> String, rows: &[(&str, &str)]) {
    for (text, want) in rows {
        assert_eq!(read(text), *want, "{text:?}");
    }
}

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
}
