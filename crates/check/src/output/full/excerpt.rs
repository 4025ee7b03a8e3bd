//! The lines of a page with the places of a finding underlined.

use handbill_model::{Diagnostic, Severity};
use handbill_text::Span;

use super::mark;
use super::window::Window;
use crate::output::{Findings, Look, harmless, style};

/// Lines for a terminal.
pub(super) struct Excerpt {
    /// How many columns the line numbers take.
    pub(super) gutter: usize,
    /// The lines, each with its line break.
    pub(super) text: String,
}

/// A place on one line.
#[derive(Clone, Copy)]
struct Mark<'a> {
    line: usize,
    span: Span,
    /// The severity of the finding, at its own place.
    primary: Option<Severity>,
    label: &'a str,
}

/// The lines with the finding's place and at most `most` further ones, in the order of the page. A line that is too wide
/// is cut around its places; places too far apart on one line are shown one below the other.
pub(super) fn excerpt(findings: &Findings<'_>, finding: &Diagnostic, most: usize, look: Look) -> Excerpt {
    let mut marks = vec![Mark { primary: Some(finding.severity), ..on_first_line(findings, finding.span, "") }];
    marks.extend(finding.labels.iter().take(most).map(|label| on_first_line(findings, label.span, &label.text)));
    marks.sort_by_key(|mark| (mark.span.start(), mark.primary.is_none()));

    let last = marks.last().map_or(1, |mark| mark.line);
    let gutter = last.to_string().len();
    let mut printer =
        Printer { findings, look, gutter, columns: look.width.saturating_sub(gutter + 3).max(20), text: String::new() };
    let mut before: Option<usize> = None;
    let mut rest = marks.as_slice();
    while let Some(first) = rest.first() {
        let line = findings.lines.span(findings.source, first.line);
        let together = printer.together(line, rest);
        let (here, others) = rest.split_at(together);
        match before {
            Some(before) if first.line == before + 2 => {
                printer.source(before + 1, &Window::start(printer.line(before + 1), printer.columns));
            }
            Some(before) if first.line > before + 1 => printer.gap(),
            Some(_) | None => {}
        }
        let around =
            Span::new(first.span.start()..here.iter().map(|mark| mark.span.end()).max().unwrap_or(first.span.end()));
        let window = Window::around(
            line.of(findings.source),
            Span::new(around.start() - line.start()..around.end() - line.start()),
            printer.columns,
        );
        printer.source(first.line, &window);
        for mark in here {
            printer.underline(&window, line, *mark);
        }
        before = Some(first.line);
        rest = others;
    }
    Excerpt { gutter, text: printer.text }
}

/// The part of a place on its first line: a mark over a hundred lines shows nothing.
fn on_first_line<'a>(findings: &Findings<'_>, span: Span, label: &'a str) -> Mark<'a> {
    let number = findings.lines.line(span.start());
    let line = findings.lines.span(findings.source, number);
    let start = span.start().min(line.end());
    Mark { line: number, span: Span::new(start..span.end().min(line.end())), primary: None, label }
}

struct Printer<'a> {
    findings: &'a Findings<'a>,
    look: Look,
    gutter: usize,
    /// How many columns a line of the page may take.
    columns: usize,
    text: String,
}

impl<'a> Printer<'a> {
    fn line(&self, number: usize) -> &'a str {
        self.findings.lines.span(self.findings.source, number).of(self.findings.source)
    }

    /// How many of the first marks can be shown in one window of their line.
    fn together(&self, line: Span, marks: &[Mark<'_>]) -> usize {
        let first = marks[0];
        let fits = Window::fits(line.of(self.findings.source), self.columns);
        // Bytes are no fewer than columns, but for a character of control that is shown in one.
        let near = |mark: &Mark<'_>| mark.span.end().saturating_sub(first.span.start()) <= self.columns / 2;
        marks.iter().take_while(|mark| mark.line == first.line && (fits || near(mark))).count().max(1)
    }

    fn row(&mut self, number: &str, text: &str) {
        let number = style("1;94", &format!("{number:>width$} |", width = self.gutter), self.look);
        self.text.push_str(format!("{number} {text}").trim_end());
        self.text.push('\n');
    }

    fn gap(&mut self) {
        self.text.push_str(&style("1;94", "...", self.look));
        self.text.push('\n');
    }

    fn source(&mut self, number: usize, window: &Window) {
        self.row(&number.to_string(), &window.text);
    }

    fn underline(&mut self, window: &Window, line: Span, place: Mark<'_>) {
        let span = Span::new(place.span.start() - line.start()..place.span.end() - line.start());
        let (indent, width) = window.columns(line.of(self.findings.source), span);
        let sign = if place.primary.is_some() { "^" } else { "-" };
        let mut text = sign.repeat(width.max(1));
        if !place.label.is_empty() {
            text = format!("{text} {}", harmless(place.label));
        }
        let text = format!("{}{}", " ".repeat(indent), mark(place.primary, &text, self.look));
        self.row("", &text);
    }
}
