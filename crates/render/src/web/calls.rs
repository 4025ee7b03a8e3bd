//! Calls as the page shows them.

use handbill_model::{Call, CallStatus};

use super::Link;
use super::times::Time;
use crate::links::{Links, mail};
use crate::prose::facts::languages;
use crate::prose::{calls, capital, line};

/// A call.
pub(crate) struct CallView {
    pub(crate) title: String,
    /// `Open`, `Closed`, ...; empty where the page does not say.
    pub(crate) status: String,
    pub(crate) closed: bool,
    /// Opening, deadline and further dates, each with its label.
    pub(crate) dates: Vec<(String, Time)>,
    pub(crate) topic: String,
    pub(crate) languages: String,
    /// `Lightning talks`, `7 minutes`.
    pub(crate) formats: Vec<(String, String)>,
    pub(crate) themes: Vec<Group>,
    pub(crate) rules: Vec<Group>,
    /// Where one submits, where it is described, whom one asks.
    pub(crate) links: Vec<Link>,
}

/// Items under a heading, which may be empty.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) items: Vec<String>,
}

pub(crate) fn call(call: &Call, links: &Links) -> CallView {
    let status = match &call.status {
        Some(CallStatus::Open) => "Open".to_owned(),
        Some(CallStatus::Closed) => "Closed".to_owned(),
        Some(CallStatus::Announced) => "Not yet open".to_owned(),
        Some(CallStatus::Other(word)) => capital(&line(word)),
        None => String::new(),
    };
    let named = [("Opens", &call.opens), ("Deadline", &call.deadline)];
    let dates = named.iter().filter_map(|(label, moment)| Some(((*label).to_owned(), Time::of(moment.as_ref()?)?)));
    let further = call.dates.iter().filter_map(|date| Some((capital(&line(&date.label)), Time::of(&date.moment)?)));
    let link = |text: &str, url: &str| links.href(url).map(|url| Link { text: text.to_owned(), url: Some(url) });
    let email = line(&call.email);
    let mail = mail(&email).map(|url| Link { text: email.clone(), url: Some(url) });
    CallView {
        title: calls::title(call),
        closed: call.status == Some(CallStatus::Closed),
        status,
        dates: dates.chain(further).collect(),
        topic: line(&call.topic),
        languages: languages(&call.languages),
        formats: call.formats.iter().map(format).collect(),
        themes: groups(call.themes.iter().map(|theme| (&theme.group, &theme.name))),
        rules: groups(call.rules.iter().map(|rule| (&rule.group, &rule.text))),
        links: [link("Submit here", &call.url), link("Read more", &call.page), mail].into_iter().flatten().collect(),
    }
}

fn format(format: &handbill_model::Format) -> (String, String) {
    let length = format.minutes.as_ref().map(calls::length).unwrap_or_default();
    let questions = format.questions.map(|minutes| format!("{minutes} minutes for questions"));
    let words: Vec<String> =
        [length, questions.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()).collect();
    (line(&format.name), words.join(", "))
}

/// Items under the headings that they stand under, in the page's order.
fn groups<'a>(items: impl Iterator<Item = (&'a String, &'a String)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (name, item) in items {
        let (name, item) = (line(name), line(item));
        match groups.last_mut().filter(|group| group.name == name) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { name, items: vec![item] }),
        }
    }
    groups
}
