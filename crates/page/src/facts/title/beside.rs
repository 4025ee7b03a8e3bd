//! The event's name where the title does not tell it.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::{EVENT_WORDS, ROLES_BEHIND, Title};
use crate::facts::keys::Key;
use crate::facts::ledger::{Cite, Cited};
use crate::facts::place;
use crate::facts::sentences::{has_any, is_short};
use crate::facts::view::{View, lone_year};
use crate::outline::BlockKind;
use crate::passage::Passage;

/// Whether a name tells no more than what the page is to its event: `Sponsorship opportunities`.
pub(crate) fn is_of_page(name: &str) -> bool {
    ROLES_BEHIND.iter().any(|role| name.eq_ignore_ascii_case(role))
}

/// The event that the heading at the top names, where the title tells no more than what the page is: `Sponsor RopeConf
/// 2031` under `Sponsorship`.
pub(crate) fn of_heading(view: &View<'_>) -> Option<Cited<String>> {
    let mut first = view.outline.blocks.iter().take(2);
    let heading = first.find(|block| matches!(block.kind, BlockKind::Heading(1 | 2)))?;
    let title = Title::read(&heading.passage, &SourceKind::Heading, &place::stated(&view.keys));
    let of_event = |name: &Cited<String>| {
        !name.value.contains(':') && (has_any(&name.value, EVENT_WORDS) || lone_year(&name.value).is_some())
    };
    title.name.filter(of_event).filter(|_| title.year.is_some() || !title.role.is_empty())
}

/// The event at the end of a description in a line: `Propose a talk for RopeConf 2031`.
pub(crate) fn of_description(view: &View<'_>) -> Option<Cited<String>> {
    let root = &view.front_matter.root;
    let value = root.get("description").or_else(|| root.get("Description"))?;
    let passage = Passage::of_value(value, view.source).filter(|passage| is_short(&passage.text, 12))?;
    let text = passage.text.trim_end_matches(['.', '!']);
    let joint =
        [" for ", " at ", " of ", " to "].iter().filter_map(|joint| Some(text.rfind(joint)? + joint.len())).max()?;
    let name = text[joint..].strip_prefix("the ").unwrap_or(&text[joint..]);
    let dated = name.rsplit_once(' ').is_some_and(|(_, year)| year.len() == 4 && lone_year(year).is_some());
    (dated && is_short(name, 6)).then(|| Cited::new(name, Cite::front_matter(value)))
}

/// The event in the first line under the title: `RopeConf 2031<br>4-6 March 2031, Lund` under `Welcome`.
pub(crate) fn of_banner(view: &View<'_>) -> Option<Cited<String>> {
    view.keys.all(Key::Banner).find_map(|value| {
        let passage = Passage::of_value(value, view.source)?;
        let (line, _) = passage.text.split_once('\n')?;
        let (front, year) = line.trim().rsplit_once(' ')?;
        let named = year.len() == 4
            && lone_year(year).is_some()
            && passage.phrases().dates_in(Span::new(0..line.len())).next().is_none();
        (named && is_short(front, 6)).then(|| Cited::new(line.trim(), Cite::front_matter(value)))
    })
}

/// The event that the page lies under, as its breadcrumbs lead to it: `RopeConf 2031 / Programme`.
pub(crate) fn of_breadcrumbs(view: &View<'_>) -> Option<Cited<String>> {
    let crumbs = view.front_matter.root.get("breadcrumbs")?.as_list();
    let labels = crumbs.iter().rev().filter_map(|crumb| crumb.as_map()?.get("label"));
    let events = labels.filter_map(|label| {
        let passage = Passage::of_value(label, view.source)?;
        let title = Title::read(&passage, &SourceKind::FrontMatter, &place::stated(&view.keys));
        title.name.filter(|name| has_any(&name.value, EVENT_WORDS) && title.year.is_some())
    });
    events.into_iter().next()
}
