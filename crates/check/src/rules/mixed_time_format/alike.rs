//! The times of a column, written alike.

use handbill_model::{Applicability, LocalTime};
use handbill_page::phrase::{Clock, Half};
use handbill_text::Edit;

use super::Slot;

/// What to do, how sure it is, and the edits.
type Fix = (&'static str, Applicability, Vec<Edit>);

/// Before this hour, a time without am or pm is one of the afternoon.
const MORNING: u8 = 7;

/// Writes the times that have am or pm on the 24-hour clock, if the others are on it: read so, the column is in the order
/// of time, and nothing takes place at night.
pub(super) fn on_24_hours(slots: &[Slot<'_>]) -> Option<Fix> {
    let mut last = 0;
    let mut edits = Vec::new();
    let padded = slots.iter().any(|slot| slot.clocks().any(|clock| slot.written(clock).starts_with('0')));
    for slot in slots {
        let start = minutes(slot.time.start, slot.time.start.half)?;
        let night = |clock: Clock| clock.half.is_none() && (1..MORNING).contains(&clock.hour);
        if start < last || slot.clocks().any(night) {
            return None;
        }
        last = start;
        for clock in slot.clocks().filter(|clock| clock.half.is_some() && slot.is_number(*clock)) {
            let time = clock.time()?;
            let hour = time.minutes() / 60;
            let width = if padded { 2 } else { 1 };
            edits.extend(edit(slot, clock, format!("{hour:0width$}:{:02}", clock.minute))?);
        }
    }
    Some(("write the 24-hour clock", Applicability::Safe, edits))
}

/// Writes am or pm behind the times that have neither, where one alone fits between the rows around.
pub(super) fn on_12_hours(slots: &[Slot<'_>]) -> Option<Fix> {
    let style = slots.iter().find_map(|slot| {
        let written = slot.clocks().map(|clock| slot.written(clock));
        written
            .filter_map(|clock| Some(&clock[clock.rfind(|c: char| c.is_ascii_digit())? + 1..]))
            .find(|style| style.trim_end_matches('.').ends_with(['m', 'M']))
    })?;
    let start = |slot: &Slot<'_>| minutes(slot.time.start, slot.time.start.half);
    let known = |slot: &Slot<'_>| start(slot).filter(|_| slot.time.start.is_certain());
    // When the next session below each starts of which that is known.
    let mut below = vec![24 * 60; slots.len()];
    for at in (1..slots.len()).rev() {
        below[at - 1] = known(&slots[at]).unwrap_or(below[at]);
    }
    let (mut edits, mut sure, mut above) = (Vec::new(), true, 0);
    for (slot, to) in slots.iter().zip(below) {
        let mut from = above;
        above = known(slot).unwrap_or(above);
        if slot.has_half() {
            continue;
        }
        for clock in slot.clocks().filter(|clock| slot.is_number(*clock)) {
            let halves: &[Half] = match clock.hour {
                0 => &[Half::Am],
                13..=23 => &[Half::Pm],
                _ => &[Half::Am, Half::Pm],
            };
            let fitting = halves.iter().filter_map(|half| Some((*half, minutes(clock, Some(*half))?)));
            let fitting: Vec<(Half, u16)> = fitting.filter(|(_, at)| (from..=to).contains(at)).collect();
            let [(half, minutes)] = fitting[..] else { return None };
            sure &= halves.len() == 1;
            // What ends where it starts has the other half.
            from = minutes + 1;
            edits.extend(edit(
                slot,
                clock,
                format!("{}:{:02}{}", twelve(clock.hour), clock.minute, styled(style, half)),
            )?);
        }
    }
    Some(("write am and pm", if sure { Applicability::Safe } else { Applicability::Ask }, edits))
}

fn minutes(clock: Clock, half: Option<Half>) -> Option<u16> {
    clock.at(half).filter(|_| clock.hour < 24).map(LocalTime::minutes)
}

const fn twelve(hour: u8) -> u8 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}

/// A half of the day as another one is written.
fn styled(style: &str, half: Half) -> String {
    let (small, capital) = match half {
        Half::Am => ("a", "A"),
        Half::Pm => ("p", "P"),
    };
    style.replace(['a', 'p'], small).replace(['A', 'P'], capital)
}

/// The edit of a clock, if it has to be written otherwise; `None` where its place is not the author's.
fn edit(slot: &Slot<'_>, clock: Clock, text: String) -> Option<Option<Edit>> {
    let place = slot.passage.place(clock.span);
    let same = slot.written(clock) == text;
    place.written.then_some((!same).then_some(Edit { span: place.span, text }))
}
