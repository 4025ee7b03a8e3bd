//! Who organises: groups of people, and where they work.

use handbill_model::{Committee, Person, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::names::{only_people, persons};
use super::sentences::{has_any, is_short, plain};
use super::view::View;
use crate::outline::{Block, BlockKind};
use crate::passage::Passage;

/// A group of people, and where each stands.
pub(super) type Group = (Cited<Committee>, Vec<Cite>);

/// Groups of people who organise: under headings that say so, behind labels, and in lists that a line on chairs leads to;
/// in the page's order.
pub(crate) fn committees(view: &View<'_>) -> Vec<Group> {
    let sections = sections(view);
    let mut found = headed(view, &sections);
    found.extend(labelled(view, &sections));
    found.extend(introduced(view, &sections));
    found.extend(signed(view));
    found.extend(super::stated::organisers(view));
    found.sort_by_key(|(committee, _)| committee.cite.span.start());
    found
}

/// The sections whose heading names a group of people, in order.
fn sections(view: &View<'_>) -> Vec<usize> {
    let named = view.sections(&[
        "committee", "committees", "program committee", "programme committee", "organizers", "organisers",
        "organizing team", "organising team", "organizing committee", "reviewers", "chairs", "advisors",
        "advisory board",
    ]);
    // `General Chair`; the chair of a session is none of these.
    let one = view.sections(&["chair"]).filter(|section| names_chairs(view.outline.title(*section)));
    let mut found: Vec<usize> = named.chain(one).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// `General Chair`, `Program Co-Chairs:`, and not `Session Chair`.
fn names_chairs(text: &str) -> bool {
    const CHAIRS: &[&str] = &["chair", "chairs", "co-chair", "co-chairs"];
    const OF_SESSIONS: &[&str] = &["session", "sessions", "panel", "discussion", "talk", "block"];
    let text = text.trim_end_matches(':').trim();
    let last = text.split_whitespace().next_back().unwrap_or("");
    let chairs = CHAIRS.iter().any(|word| word.eq_ignore_ascii_case(last));
    chairs && text.contains(' ') && is_short(text, 5) && !has_any(text, OF_SESSIONS)
}

/// `Ann Lee` of `Ann Lee, ann@port.example`.
fn without_address(text: &str) -> &str {
    let Some(at) = text.find('@') else { return text };
    let start = text[..at].rfind([' ', '(', '<', '\n']).unwrap_or(0);
    text[..start].trim_end_matches([' ', ',', '(', '<', '-', '–', '—', ':'])
}

/// `Programme committee`, `Local team`, and not `Winning team`.
fn names_a_group(label: &str) -> bool {
    const WHICH: &[&str] = &[
        "program", "programme", "organising", "organizing", "organisation", "organization", "local", "scientific",
        "steering", "planning", "advisory", "conference", "and", "&",
    ];
    let label = label.trim();
    let label = ["The ", "the ", "Our "].iter().find_map(|article| label.strip_prefix(article)).unwrap_or(label);
    let is = |words: &[&str], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let Some((which, group)) = label.rsplit_once(' ') else { return is(&["organisers", "organizers"], label) };
    is(&["committee", "team", "organisers", "organizers"], group) && which.split(' ').all(|word| is(WHICH, word))
}

/// `General chair: Ann Lee, Port Library` in a line of its own.
fn labelled(view: &View<'_>, sections: &[usize]) -> Vec<Group> {
    let facts = view.labels.iter().filter(|fact| {
        let block = &view.outline.blocks[fact.block];
        // Items under a heading on people are read with it.
        (names_chairs(&fact.label) || names_a_group(&fact.label))
            && !(matches!(block.kind, BlockKind::Item { .. }) && sections.binary_search(&block.section).is_ok())
    });
    let read = facts.filter_map(|fact| {
        let people = only_people(without_address(&fact.value.text));
        let mut committee = Committee::new(plain(&fact.label));
        let cites = people.iter().map(|(_, span)| Cite::part(&fact.value, *span, SourceKind::Label)).collect();
        committee.members.extend(people.into_iter().map(|(person, _)| person));
        let cite = Cite::whole(&fact.value, SourceKind::Label);
        (!committee.members.is_empty()).then(|| (Cited::new(committee, cite), cites))
    });
    read.collect()
}

/// A list of people that a line such as `Industry Track Chairs:` leads to.
fn introduced(view: &View<'_>, sections: &[usize]) -> Vec<Group> {
    let blocks = &view.outline.blocks;
    let leads = blocks.iter().zip(blocks.iter().skip(1)).filter_map(|(block, next)| match next.kind {
        BlockKind::Item { list, .. }
            if block.kind == BlockKind::Paragraph
                && block.section == next.section
                && block.parent.is_none()
                && sections.binary_search(&block.section).is_err() =>
        {
            Some((block, list))
        }
        _ => None,
    });
    let read = leads.filter_map(|(block, list)| {
        let text = &block.passage.text;
        let team = || view.is_titled(block.section, &["contact", "contacts"]).then(|| names_team(text)).flatten();
        let name = who(text).or_else(team)?;
        let mut committee = Committee::new(plain(name));
        let mut cites = Vec::new();
        for (_, item) in view.outline.items(list).filter(|(_, item)| item.parent.is_none()) {
            for (person, cite) in members(item) {
                committee.members.push(person);
                cites.push(cite);
            }
        }
        (!cites.is_empty()).then(|| (Cited::new(committee, Cite::whole(&block.passage, SourceKind::Prose)), cites))
    });
    read.collect()
}

/// `Program Chairs (Ann Lee, Ben Ode)`: a line that ends a page.
fn signed(view: &View<'_>) -> Vec<Group> {
    let paragraphs = view.outline.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let read = paragraphs.filter(|block| block.passage.text.ends_with(')')).filter_map(|block| {
        let text = &block.passage.text;
        let (name, inside) = text.split_once(" (").filter(|(name, _)| names_chairs(name))?;
        let people = only_people(inside.strip_suffix(')')?);
        let at = name.len() + 2;
        let cites =
            people.iter().map(|(_, span)| Cite::part(&block.passage, span.shift(at), SourceKind::Prose)).collect();
        let mut committee = Committee::new(plain(name));
        committee.members.extend(people.into_iter().map(|(person, _)| person));
        let cite = Cite::part(&block.passage, Span::new(0..name.len()), SourceKind::Prose);
        (!committee.members.is_empty()).then(|| (Cited::new(committee, cite), cites))
    });
    read.collect()
}

/// Whom a line leads to: all of `Demonstration Co-chairs`, the end of `Please write to the Volunteer Chairs:`.
fn who(text: &str) -> Option<&str> {
    let line = text.trim_end().trim_end_matches(':').trim_end();
    let front = line.rsplit_once(' ').map_or("", |(front, _)| front);
    let named = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "and" | "of" | "for");
    if names_chairs(line) && front.split(' ').all(named) {
        return Some(line);
    }
    let led = text.trim_end().ends_with(':');
    // The run of capitalised words at its end.
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let run: usize = line.rsplit(' ').take_while(capital).map(|word| word.len() + 1).sum();
    let name = &line[line.len().saturating_sub(run.saturating_sub(1))..];
    (led && names_chairs(name)).then_some(name)
}

/// `Outreach team: team@port.example`, whom one asks.
fn names_team(text: &str) -> Option<&str> {
    let (name, _) = text.split_once(':')?;
    (is_short(name, 8) && name.split(' ').next_back().is_some_and(|last| last.eq_ignore_ascii_case("team")))
        .then_some(name)
}

/// Lists under headings that name a group of people.
fn headed(view: &View<'_>, sections: &[usize]) -> Vec<Group> {
    let mut found = Vec::new();
    for &section in sections {
        let Some(heading) = view.outline.heading(section) else { continue };
        let mut committee = Committee::new(plain(heading.passage.text.trim_end_matches(':')));
        let mut cites = Vec::new();
        let mut read = |block: &Block| {
            for (person, cite) in members(block) {
                committee.members.push(person);
                cites.push(cite);
            }
            !cites.is_empty()
        };
        let own = view.outline.own(section).fold(false, |_, (_, block)| read(block));
        // `Committees` has one below each heading.
        let several = view.is_titled(section, &["committees"]);
        // Strong lines or headings may part them: `**Lund**` and its chairs, `**Turku**` and its chairs.
        let parted = view.outline.within(section).filter(|(_, block)| {
            let lead = view.outline.heading(block.section).is_some_and(|lead| {
                lead.kind == BlockKind::Lead || several && matches!(lead.kind, BlockKind::Heading(_))
            });
            lead && block.section != section && sections.binary_search(&block.section).is_err()
        });
        for (_, block) in parted.filter(|_| !own) {
            read(block);
        }
        if !committee.members.is_empty() {
            found.push((Cited::new(committee, Cite::whole(&heading.passage, SourceKind::Heading)), cites));
        }
    }
    found
}

/// The members that a block lists: one an item or row, one a line, or several in a paragraph of nothing else.
pub(super) fn members(block: &Block) -> Vec<(Person, Cite)> {
    let passage = &block.passage;
    match &block.kind {
        BlockKind::Item { .. } => {
            // `Demos: Ann Lee (Port Library), Ben Ode`: what they care for, and who they are.
            if let Some((front, list)) =
                passage.text.split_once(": ").filter(|(front, _)| front.split(' ').count() <= 3)
            {
                let people = only_people(list);
                if !people.is_empty() {
                    let shifted = people.into_iter().map(|(person, span)| (person, span.shift(front.len() + 2)));
                    return shifted
                        .map(|(person, span)| (person, Cite::part(passage, span, SourceKind::List)))
                        .collect();
                }
            }
            let mut people = persons(&passage.text).into_iter();
            // Behind a name of one word, which is none here, `IIT Lund` may look like one.
            let first = people.next().filter(|(_, span)| !passage.text[..span.start()].contains(','));
            let first = first.map(|(mut person, span)| {
                // `Ann Lee, TU Lund`: the second looks like a name, too.
                let second = people.next().filter(|_| person.affiliation.is_empty());
                if let Some((place, _)) = second.filter(|(place, _)| is_university(&place.name)) {
                    person.affiliation = place.name;
                }
                (person, Cite::part(passage, span, SourceKind::List))
            });
            first.into_iter().collect()
        }
        BlockKind::Paragraph => in_lines(passage),
        BlockKind::Table(grid) => {
            // What the second column says need not be where they work.
            const OTHER: &[&str] =
                &["location", "country", "time", "zone", "topic", "title", "talk", "email", "role", "date"];
            let heads = (0..grid.heads).filter_map(|row| grid.at(row, 1));
            let elsewhere = heads.into_iter().any(|cell| has_any(&cell.passage.text, OTHER));
            let people = (grid.heads..grid.rows.len()).filter_map(|row| {
                let cell = grid.at(row, 0).filter(|cell| cell.row == row)?;
                let (mut person, span) = persons(&cell.passage.text).into_iter().next()?;
                if let Some(place) = grid.at(row, 1).filter(|_| person.affiliation.is_empty() && !elsewhere) {
                    person.affiliation = plain(&place.passage.text);
                }
                Some((person, Cite::part(&cell.passage, span, SourceKind::Table)))
            });
            people.collect()
        }
        BlockKind::Heading(_)
        | BlockKind::Lead
        | BlockKind::Term
        | BlockKind::Description
        | BlockKind::Quote
        | BlockKind::Code
        | BlockKind::Embed { .. }
        | BlockKind::Rule => Vec::new(),
    }
}

/// The members of a paragraph: a line for each, a list of them in one, or lists behind what they care for, as in
/// `Local: Ann Lee (Port Library), Ben Ode`.
fn in_lines(passage: &Passage) -> Vec<(Person, Cite)> {
    let text = &passage.text;
    // What kramdown joins may be lists in lines of their own.
    let written = passage.lines().flat_map(|(line, _)| passage.written_lines(line, |at| label(&text[at..]) > 0));
    let lines: Vec<(Span, usize)> = written.map(|line| (line, label(line.of(text)))).collect();
    let labelled = lines.iter().any(|(_, label)| *label > 0);
    let mut found = Vec::new();
    for (line, label) in &lines {
        let list = Span::new(line.start() + label..line.end());
        let people = only_people(list.of(text));
        if people.is_empty() {
            return Vec::new();
        }
        // A line each holds one name and where they work.
        let most = if lines.len() > 1 && !labelled { 1 } else { usize::MAX };
        let people = people.into_iter().take(most);
        found.extend(
            people.map(|(person, span)| (person, Cite::part(passage, span.shift(list.start()), SourceKind::Prose))),
        );
    }
    found
}

/// How long the label of a few words is that a line starts with, and the colon behind it.
fn label(line: &str) -> usize {
    const LONGEST: usize = 40;
    let near = line.char_indices().nth(LONGEST).map_or(line, |(at, _)| &line[..at]);
    near.split_once(": ").filter(|(label, _)| is_short(label, 3)).map_or(0, |(label, _)| label.len() + 2)
}

/// `TU Lund`, `UC Harbour`: what universities are called for short, in front of their town.
fn is_university(name: &str) -> bool {
    const SHORT: &[&str] =
        &["TU", "UC", "KU", "VU", "FU", "HU", "TH", "FH", "UT", "UW", "CU", "LMU", "ETH", "MIT", "USC", "UNC", "EPF"];
    name.split_once(' ').is_some_and(|(first, _)| SHORT.contains(&first))
}
