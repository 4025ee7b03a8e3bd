//! Times, zones, and times without a day.

use handbill_page::phrase;

use crate::{each, times};

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
            ("08.30h – 18.00h", "8:30-18:00"),
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
            ("9am US Eastern", "9:00am America/New_York"),
            ("9am US Eastern Time", "9:00am America/New_York"),
            ("9am Eastern (US)", "9:00am America/New_York"),
            ("9am US Harbour", "9:00am"),
            ("9am Eastern Daylight Time", "9:00am -04:00"),
            ("23:59 UTC-12", "23:59 -12:00"),
            ("23:59 UTC-12 (Anywhere on Earth)", "23:59 AoE"),
            ("23:59 AoE", "23:59 AoE"),
            ("11:59pm, Anywhere on Earth", "11:59pm AoE"),
            ("10:00 Europe/Rome", "10:00 Europe/Rome"),
            ("10:00 America/Argentina/Buenos_Aires", "10:00 America/Argentina/Buenos_Aires"),
            ("10:00 UTC+5:30", "10:00 +05:30"),
            ("10:00 CET/CEST", "10:00 CET"),
            ("10:00 Uhr MESZ", "10:00 +02:00"),
            ("09:00 Someplace/Else", "9:00"),
            ("9:00 et al.", "9:00"),
            ("9:00 CST", "9:00"),
        ],
    );
}

#[test]
fn times_as_calls_and_programmes_write_them() {
    each(
        times,
        &[
            ("11:59PM UTC-12:00", "11:59pm -12:00"),
            ("11:59PM UTC-12:00 (\"anywhere on Earth\")", "11:59pm AoE"),
            ("11:59PM UTC-12:00 (“Anywhere on Earth”)", "11:59pm AoE"),
            ("11.59 pm UTC -12h", "11:59pm -12:00"),
            ("11.59 pm UTC -12h (anywhere on earth)", "11:59pm AoE"),
            ("23:59 UTC −12h", "23:59 -12:00"),
            ("11:59 PM (UTC/GMT-11)", "11:59pm -11:00"),
            ("11:59 PM Samoa Standard Time", "11:59pm -11:00"),
            ("11:59PM Pacific Time", "11:59pm America/Los_Angeles"),
            ("11:59PM Pacific Standard Time (GMT-8)", "11:59pm -08:00"),
            ("11:59pm (AoE)", "11:59pm AoE"),
            ("23:59 (AoE)", "23:59 AoE"),
            ("06.00 pm", "6:00pm"),
            ("15:00+02:00", "15:00 +02:00"),
            ("09:00:00 +0200", "9:00 +02:00"),
            ("09:00:00 -0500", "9:00 -05:00"),
            ("2031-06-04T09:30:00Z", "9:30 UTC"),
            ("10:00 GMT+2", "10:00 +02:00"),
            ("10:00 Japan Standard Time", "10:00 +09:00"),
            ("10:00 India Standard Time", "10:00 +05:30"),
            ("10:00 Central European Summer Time", "10:00 +02:00"),
            ("9am-5pm", "9:00am-5:00pm"),
            ("9–5pm", "9:00am-5:00pm"),
            ("9:00-17:00", "9:00-17:00"),
            ("9 AM to 5 PM EDT", "9:00am-5:00pm -04:00"),
            ("2 p.m.", "2:00pm"),
            ("at 2:30 p.m. on Friday", "2:30pm"),
            ("10h-12h30", "10:00-12:30"),
            ("9 Uhr", "9:00"),
            ("14-16 Uhr", "14:00-16:00"),
            ("14:30 Uhr", "14:30"),
            ("7pm ET / 4pm PT", "7:00pm America/New_York; 4:00pm America/Los_Angeles"),
            ("midnight", "24:00"),
            ("from noon to midnight", "12:00pm-24:00"),
            ("12:00am", "12:00am"),
            ("(9:00)", "9:00"),
            ("9:00, 10:30 and 12:00", "9:00; 10:30; 12:00"),
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
