//! A programme that was commented out and left.

use handbill_kramdown::{Kind, Node};
use handbill_model::{Applicability, Diagnostic};
use handbill_page::{BlockKind, Comment, Outline};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, disagreements, year_that_fits};

/// Fewer lines than these are a note, not a programme.
const LINES: usize = 10;

rule! {
    /// A programme is commented out and was left on the page.
    ///
    /// Often it is last year's, copied with the page. It is sent to every reader, found by search engines, and one
    /// deleted `-->` publishes it. The history of the file keeps it anyway.
    ///
    /// ```page bad
    /// <!--
    /// ## Monday, March 4
    ///
    /// * 9:00 - 10:00 Welcome
    /// * 10:00 - 11:00 Talks
    ///
    /// ## Tuesday, March 5
    ///
    /// * 9:00 - 10:00 More talks
    /// * 10:00 - 11:00 Farewell
    /// -->
    /// ```
    /// ```page good
    /// <!-- The programme follows in January. -->
    /// ```
    ///
    /// Comments of fewer than ten lines are left alone, and so are long ones without days and times.
    "commented-out-programme": Warning, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    // Hardly a page has a long comment, and nobody walks over the others.
    if !subject.nodes().iter().any(|(node, kind)| matches!(kind, Kind::Comment { .. }) && is_long(subject, *node)) {
        return;
    }
    for comment in subject.page.comments() {
        if let Some(finding) = finding(subject, &comment) {
            found.push(finding);
        }
    }
}

/// Whether a node has as many lines as a programme has at least.
fn is_long(subject: &Subject<'_>, node: Node<'_>) -> bool {
    let breaks = node.span().of(subject.page.tree.text()).bytes().filter(|byte| matches!(byte, b'\n' | b'\r'));
    breaks.count() + 1 >= LINES
}

fn finding(subject: &Subject<'_>, comment: &Comment<'_>) -> Option<Diagnostic> {
    let page = subject.page;
    let (first, last) = (page.lines.line(comment.span.start()), page.lines.line(comment.span.end()));
    let lines = last - first + 1;
    if lines < LINES || !comment.written {
        return None;
    }
    let outline = comment.outline();
    if !is_programme(&outline) {
        return None;
    }
    let days = subject.days();
    let mut wrong = Vec::new();
    for (_, passage) in outline.passages() {
        let claims = disagreements(passage.phrases(), days, None);
        wrong.extend(claims.into_iter().map(|one| (passage.place(one.span).span, one)));
    }
    let claims: Vec<_> = wrong.iter().map(|(_, one)| *one).filter(|one| !one.year_written).collect();
    let year = match days {
        Some((start, _)) if !claims.is_empty() => year_that_fits(&claims, start.year()),
        Some(_) | None => None,
    };
    let year = year.or_else(|| written_year(&outline).filter(|year| is_of_another(subject, *year)));
    let message = match year {
        Some(year) if wrong.is_empty() => format!("{lines} commented-out lines are of {year}"),
        Some(year) => format!("{lines} commented-out lines hold the programme of {year}"),
        None => format!("{lines} commented-out lines hold a programme"),
    };
    let line = page.lines.span(&page.source, first);
    let opening = Span::new(comment.span.start()..line.end().min(comment.span.end()));
    let mut finding = RULE
        .finding(opening, message)
        .with_help("delete the comment; the history of the file keeps what was in it")
        .with_fix(
            "delete the comment",
            Applicability::Ask,
            vec![Edit { span: with_line(&page.source, comment.span), text: String::new() }],
        );
    for (place, one) in wrong.iter().filter(|_| year.is_some()) {
        let weekday = handbill_page::phrase::Weekday::of(one.date).name();
        finding = finding.with_label(*place, format!("{} is a {weekday}", one.date.strftime("%-d %B %Y")));
    }
    let end = Span::new(comment.span.end().saturating_sub("-->".len())..comment.span.end());
    Some(finding.with_label(end, "it ends here"))
}

/// Days and times in such number that it is a timetable.
fn is_programme(outline: &Outline) -> bool {
    let passages = || outline.passages().map(|(_, passage)| passage.phrases());
    let times: usize = passages().map(|phrases| phrases.times.iter().filter(|time| time.end.is_some()).count()).sum();
    let headed = outline
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Heading(_) | BlockKind::Lead | BlockKind::Table(_)));
    let days: usize = headed
        .map(|block| match &block.kind {
            BlockKind::Table(grid) => grid.cells.iter().map(|cell| cell.passage.phrases().dates.len()).sum(),
            _ => block.passage.phrases().dates.len(),
        })
        .sum();
    times >= 3 || days >= 2 || (days >= 1 && times >= 1)
}

/// Whether a year is not the event's, as far as the page tells that.
fn is_of_another(subject: &Subject<'_>, year: i16) -> bool {
    subject.event_years().is_some() && !subject.is_event_year(year)
}

/// The one year that the dates of a comment name.
fn written_year(outline: &Outline) -> Option<i16> {
    let dates = outline.passages().flat_map(|(_, passage)| &passage.phrases().dates);
    let mut years = dates.filter_map(|date| date.last().year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// A place with the line break behind it, where it fills its lines.
fn with_line(source: &str, span: Span) -> Span {
    let alone = source[..span.start()].ends_with('\n');
    let rest = &source[span.end()..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let line_break = if rest[blanks..].starts_with("\r\n") { 2 } else { usize::from(rest[blanks..].starts_with('\n')) };
    if alone && line_break > 0 { Span::new(span.start()..span.end() + blanks + line_break) } else { span }
}
