//! The line under the title of a page, kept in its front matter (`Lund, Sweden<br>March 4-5, 2031`) or as headings at its
//! top.

use handbill_frontmatter::Value;
use handbill_model::SourceKind;
use handbill_text::Span;

use super::keys::Key;
use super::ledger::{Cite, Cited};
use super::place::is_platform;
use super::places::{is_place_name, is_venue_name};
use super::sentences::{has_any, plain};
use super::title::EVENT_WORDS;
use super::view::View;
use crate::outline::{Block, BlockKind, Grid};
use crate::passage::Passage;
use crate::phrase::{DatePhrase, Form};

/// The longest line that only says where and when, in words.
const LONGEST: usize = 14;

/// What the lines under the title say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Banner {
    pub(crate) date: Option<(DatePhrase, Cite)>,
    pub(crate) location: Option<Cited<String>>,
    pub(crate) online: Option<Cite>,
    /// `Lund and online`.
    pub(crate) hybrid: Option<Cite>,
}

impl Banner {
    /// Whether a value is one of the lines.
    pub(crate) fn is_of(&self, value: &Value) -> bool {
        let date = self.date.as_ref().map(|(_, cite)| cite);
        let place = self.location.as_ref().map(|place| &place.cite);
        let places = [date, place, self.online.as_ref(), self.hybrid.as_ref()];
        places.into_iter().flatten().any(|cite| value.span.contains(cite.span))
    }
}

/// Reads the lines under the title.
pub(crate) fn banner(view: &View<'_>) -> Banner {
    let mut found = Banner::default();
    let own = view.keys.all(Key::Banner);
    let hero = view.front_matter.root.get_path(&["hero", "subtitle"]);
    for value in own.chain(hero) {
        let Some(passage) = Passage::of_value(value, view.source) else { continue };
        if passage.text.split_whitespace().count() <= LONGEST {
            read(&passage, &SourceKind::FrontMatter, &Cite::front_matter(value), &mut found);
        }
    }
    let is_heading = |block: &&Block| matches!(block.kind, BlockKind::Heading(_));
    let top = view.outline.blocks.iter().take_while(is_heading);
    let below = view.outline.blocks.iter().skip_while(is_heading);
    // A day over a programme is followed by the next one.
    let days = below.filter(is_heading).any(|block| !block.passage.phrases().dates.is_empty());
    let one_of_them = |passage: &Passage| days && passage.phrases().dates.iter().any(DatePhrase::is_one_day);
    let lines = top.map(|block| &block.passage).filter(|passage| is_only_when_or_where(passage));
    for passage in lines.filter(|passage| !one_of_them(passage)) {
        read(passage, &SourceKind::Heading, &Cite::whole(passage, SourceKind::Heading), &mut found);
    }
    for cell in placard(view) {
        read(cell, &SourceKind::Table, &Cite::whole(cell, SourceKind::Table), &mut found);
    }
    found
}

/// The cells of a table of one row at the top of the page, of which one is nothing but days: `March 12 & 14 | Zoom`.
fn placard<'a>(view: &'a View<'_>) -> Vec<&'a Passage> {
    let tables = view.outline.blocks.iter().take(4).filter_map(|block| match &block.kind {
        BlockKind::Table(grid) if grid.rows.len() == 1 && (2..=4).contains(&grid.width) => Some(grid),
        _ => None,
    });
    let cells = |grid: &'a Grid| grid.cells.iter().map(|cell| &cell.passage).collect::<Vec<_>>();
    let only_days = |passage: &&Passage| {
        let dates = &passage.phrases().dates;
        let date = dates.first().filter(|date| dates.len() == 1 && !date.span.is_empty());
        date.is_some_and(|date| {
            !passage.text[date.span.end()..].contains(char::is_alphanumeric) && date.span.start() < 2
        })
    };
    let short = |cell: &&Passage| cell.text.split_whitespace().count() <= LONGEST;
    tables.map(cells).find(|cells| cells.iter().any(only_days) && cells.iter().all(short)).unwrap_or_default()
}

/// Whether a heading is nothing but days, or a town with its country.
fn is_only_when_or_where(passage: &Passage) -> bool {
    let dates = &passage.phrases().dates;
    let rest = dates.first().map_or(passage.text.clone(), |date| {
        format!("{}{}", &passage.text[..date.span.start()], &passage.text[date.span.end()..])
    });
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    dates.len() <= 1 && (rest.is_empty() || rest.contains(", ") && is_town(rest, false))
}

fn read(passage: &Passage, kind: &SourceKind, whole: &Cite, found: &mut Banner) {
    let dates = &passage.phrases().dates;
    let date =
        dates.first().filter(|date| dates.len() == 1 && date.form != Form::Ambiguous && date.form != Form::DayOnly);
    if let (Some(date), None) = (date, &found.date) {
        found.date = Some((date.clone(), Cite::part(passage, date.span, kind.clone())));
    }
    let mut at = 0;
    for line in passage.text.split(['\n', '|', '·', '•', '–', '—', ':', '+']) {
        let start = at + (line.len() - line.trim_start().len());
        let line_end = at + line.len();
        at = line_end + passage.text[line_end..].chars().next().map_or(0, char::len_utf8);
        let end =
            date.map_or(
                line_end,
                |date| if date.span.start() > start { date.span.start().min(line_end) } else { line_end },
            );
        if date.is_some_and(|date| date.span.contains(Span::at(start)) || date.span.start() == start) {
            continue;
        }
        let text = passage.text[start..end.max(start)].trim_end_matches([' ', ',', '(', '-']);
        const BESIDE: &[&str] = &[
            " and online", " and virtual", " & online", " & virtual", " or online", " / online", "/online", " (hybrid)",
        ];
        let kept = BESIDE.iter().find_map(|beside| text.strip_suffix(beside));
        let text = kept.unwrap_or(text);
        let span = Span::new(start..start + text.len());
        if kept.is_some() {
            found.hybrid.get_or_insert_with(|| Cite::part(passage, span, kind.clone()));
        }
        if text.eq_ignore_ascii_case("hybrid") {
            found.hybrid.get_or_insert_with(|| Cite::part(passage, span, kind.clone()));
        } else if text.eq_ignore_ascii_case("online") || text.eq_ignore_ascii_case("virtual") || is_platform(text) {
            found.online.get_or_insert_with(|| Cite::part(passage, span, kind.clone()));
        } else if found.location.is_none() && is_town(text, date.is_some()) {
            found.location = Some(Cited::new(plain(text), whole.clone()));
        }
    }
}

/// Whether a line names a town: with its country, or right beside the date.
fn is_town(text: &str, dated: bool) -> bool {
    let (first, behind) = text.split_once(", ").unwrap_or((text, ""));
    is_place_name(text)
        && text.split_whitespace().count() <= 7
        && !has_any(text, EVENT_WORDS)
        && !is_venue_name(first)
        && (!behind.is_empty() || dated)
}
