//! The line under the title of a page, kept in its front matter (`Lund, Sweden<br>March 4-5, 2031`) or as headings at its
//! top.

use handbill_frontmatter::Value;
use handbill_model::SourceKind;
use handbill_text::Span;

use super::keys::Key;
use super::ledger::{Cite, Cited};
use super::place::{is_of_time, is_platform};
use super::places::{is_place_name, is_venue_name};
use super::sentences::{has_any, letters, plain};
use super::title::EVENT_WORDS;
use super::view::{View, lone_year};
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
    let lines = top.map(|block| &block.passage);
    let lines = lines.filter(|passage| is_only_when_or_where(passage) || repeats_the_title(view, passage));
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

/// Whether a heading is the page's title with the days of the event behind it: `Rope Week: 3-7 March 2031`.
fn repeats_the_title(view: &View<'_>, passage: &Passage) -> bool {
    let [date] = passage.phrases().dates.as_slice() else { return false };
    let behind = &passage.text[date.span.end()..];
    let name = letters(&passage.text[..date.span.start()]);
    let title = view.title.as_ref().map(|title| letters(&title.text.value)).unwrap_or_default();
    // A title of few letters may be anybody's.
    name.len() > 5 && title.starts_with(&name) && !behind.contains(char::is_alphanumeric)
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
    let mut lone = None;
    for line in parts(&passage.text) {
        let (mut start, line_end) = (line.start(), line.end());
        // `4 & 5 May 2031, Lund, Sweden`.
        if let Some(date) = date.filter(|date| date.span.start() <= start && date.span.end() > start) {
            let Some(rest) = passage.text.get(date.span.end()..line_end).filter(|rest| rest.starts_with([',', ' ']))
            else {
                continue;
            };
            let rest = rest.trim_start_matches([' ', ',']);
            start = line_end - rest.strip_prefix("in ").unwrap_or(rest).len();
        }
        let end =
            date.map_or(
                line_end,
                |date| if date.span.start() > start { date.span.start().min(line_end) } else { line_end },
            );
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
            let town = Cited::new(plain(text), whole.clone());
            // What has its country is surer than a name beside it.
            if text.contains(", ") { found.location = Some(town) } else { lone = lone.or(Some(town)) }
        }
    }
    if found.location.is_none() {
        found.location = lone;
    }
}

/// The parts of a line, without blanks around them: what stands between bars, dots, dashes and line breaks.
fn parts(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    let part = |from: usize, to: usize| {
        let part = &text[from..to];
        let start = from + (part.len() - part.trim_start().len());
        Span::new(start..start + part.trim().len())
    };
    for (at, mark) in text.char_indices() {
        // `RopeCon+` is a name.
        let dash = matches!(mark, '-' | '+') && text[..at].ends_with(' ') && text[at + 1..].starts_with(' ');
        if dash || matches!(mark, '\n' | '|' | '·' | '•' | '–' | '—' | ':') {
            found.push(part(from, at));
            from = at + mark.len_utf8();
        }
    }
    found.push(part(from, text.len()));
    found
}

/// Whether a line names a town: with its country, or right beside the date.
fn is_town(text: &str, dated: bool) -> bool {
    let (first, behind) = text.split_once(", ").unwrap_or((text, ""));
    is_place_name(text)
        && lone_year(text).is_none()
        && text.split_whitespace().count() <= 7
        && !has_any(text, EVENT_WORDS)
        && !is_venue_name(first)
        && !is_of_time(text)
        && (!behind.is_empty() || dated)
}
