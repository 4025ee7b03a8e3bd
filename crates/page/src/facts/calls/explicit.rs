//! What keys of the front matter say of the call for proposals.

use handbill_frontmatter::Value;
use handbill_model::{Call, CallDate, CallKind, CallStatus, Moment, Pointer};

use crate::facts::keys::Key;
use crate::facts::ledger::{Cite, Ledger};
use crate::facts::view::View;
use crate::facts::when::day_of;
use crate::phrase;

/// Puts what keys say into the call for proposals, or makes one of it; explicit keys win over prose.
pub(super) fn keys(view: &View<'_>, calls: &mut Vec<Call>, ledger: &mut Ledger, at: &Pointer) {
    let keys = &view.keys;
    let date = |key: Key| keys.all(key).find_map(|value| Some((moment(value)?, Cite::front_matter(value))));
    let (opens, closes, told) = (date(Key::CallOpens), date(Key::CallCloses), date(Key::CallTold));
    let open = keys.all(Key::CallOpens).find(|value| truth(value).is_some());
    let url = keys.all(Key::CallUrl).find(|value| value.written().is_some_and(is_url));
    let Some(first) =
        [&opens, &closes, &told].into_iter().flatten().map(|(_, cite)| cite).next().cloned().or_else(|| {
            let value = open.filter(|value| truth(value) == Some(true)).or(url)?;
            Some(Cite::front_matter(value))
        })
    else {
        return;
    };
    let index = calls.iter().position(|call| call.kind == CallKind::Proposals).unwrap_or_else(|| {
        calls.push(Call::new(CallKind::Proposals));
        ledger.cite(at.index(calls.len() - 1).key("kind"), &first);
        calls.len() - 1
    });
    let (call, at) = (&mut calls[index], at.index(index));
    if let Some((moment, cite)) = opens {
        ledger.replace(&at.key("opens"), &moment, &cite);
        call.opens = Some(moment);
    }
    if let Some((moment, cite)) = closes {
        ledger.replace(&at.key("deadline"), &moment, &cite);
        ledger.cite(at.key("deadline"), &cite);
        call.deadline = Some(moment);
    }
    if let Some((moment, cite)) = told.filter(|_| call.dates.is_empty()) {
        let date = CallDate::new("notification", moment);
        ledger.leaves(&at.key("dates").index(0), &date, &cite);
        call.dates.push(date);
    }
    if let Some((status, value)) = open.and_then(|value| Some((truth(value)?, value))) {
        ledger.replace(&at.key("status"), &"", &Cite::front_matter(value));
        call.status = Some(if status { CallStatus::Open } else { CallStatus::Closed });
    }
    if let Some(value) = url {
        ledger.replace(&at.key("url"), &"", &Cite::front_matter(value));
        value.written().unwrap_or_default().clone_into(&mut call.url);
    }
}

/// `cfp_open: true`, `cfp_open: "false"`.
fn truth(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| match value.written()?.trim() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    })
}

fn is_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// The moment that a value names; midnight behind a day is how a machine writes a day alone.
pub(crate) fn moment(value: &Value) -> Option<Moment> {
    let day = day_of(value)?;
    let written = value.written().unwrap_or_default();
    let phrases = phrase::read(written);
    let time = phrases.times.first().and_then(|time| time.start.time());
    let time = time.filter(|time| time.minutes() > 0);
    let zone = phrases.zones.first().map(|zone| zone.zone.clone());
    let zone = zone.or_else(|| phrases.times.first().and_then(|time| time.zone.clone())).filter(|_| time.is_some());
    Some(Moment::new(Some(day), time, zone, written))
}
