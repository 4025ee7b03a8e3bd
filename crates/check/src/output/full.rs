//! Findings as rustc shows them: the author's line, the words underlined, further places, the way out.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use handbill_model::{Diagnostic, Label, Severity};
use handbill_text::Span;

use super::{Findings, Look, Output, harmless};

pub(super) const OUTPUT: Output = Output {
    name: "full",
    about: "the author's line with the words underlined, and the way out",
    open: String::new,
    between: "",
    page,
    close: |summary, _| format!("{}\n", summary.sentence()),
};

/// How many further places are shown; the others are counted.
const PLACES: usize = 12;

/// How many lines without a place may lie between two of one excerpt.
const GAP: usize = 3;

fn page(findings: &Findings<'_>, look: Look) -> String {
    let renderer = if look.colors { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width).decor_style(DecorStyle::Ascii);
    findings.diagnostics.iter().map(|finding| format!("{}\n\n", one(findings, finding, &renderer))).collect()
}

fn one(findings: &Findings<'_>, finding: &Diagnostic, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let path = harmless(findings.path);
    let title = level.primary_title(harmless(&finding.message)).id(finding.rule);
    let mut group: Group<'_> = title.elements(excerpts(findings, finding, &path));
    let left_out = finding.labels.len().saturating_sub(PLACES);
    if left_out > 0 {
        let places = if left_out == 1 { "place" } else { "places" };
        group = group.element(Level::NOTE.message(format!("and {left_out} more {places} like these")));
    }
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(harmless(&finding.help)));
    }
    renderer.render(&[group])
}

/// The lines of the page with the places of a finding; lines far apart are excerpts of their own, so that the work
/// is not the length of the page for every finding.
fn excerpts<'a>(
    findings: &Findings<'a>,
    finding: &'a Diagnostic,
    path: &'a str,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let primary = std::iter::once((first_line(findings, finding.span), AnnotationKind::Primary, ""));
    let labels = finding.labels.iter().take(PLACES);
    let further =
        labels.map(|Label { span, text }| (first_line(findings, *span), AnnotationKind::Context, text.as_str()));
    let mut places: Vec<(Span, AnnotationKind, &str)> = primary.chain(further).collect();
    let main = places[0].0;
    places.sort_by_key(|(span, ..)| span.start());
    let mut clusters: Vec<(usize, usize, Vec<(Span, AnnotationKind, &str)>)> = Vec::new();
    for place in places {
        let line = findings.lines.line(place.0.start());
        match clusters.last_mut().filter(|(_, last, _)| line <= *last + GAP) {
            Some((_, last, inside)) => {
                *last = line;
                inside.push(place);
            }
            None => clusters.push((line, line, vec![place])),
        }
    }
    // The place of the finding comes first, whatever stands before it on the page.
    let at = clusters.iter().position(|(.., inside)| inside.iter().any(|place| place.0 == main)).unwrap_or(0);
    clusters[..=at].rotate_right(1);
    clusters.into_iter().map(|(first, last, inside)| excerpt(findings, path, first..=last, inside)).collect()
}

fn excerpt<'a>(
    findings: &Findings<'a>,
    path: &'a str,
    lines: std::ops::RangeInclusive<usize>,
    places: Vec<(Span, AnnotationKind, &'a str)>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let start = findings.lines.start(*lines.start());
    let window = Span::new(start..findings.lines.span(findings.source, *lines.end()).end());
    let annotations = places.into_iter().map(|(span, kind, text)| {
        let label = (!text.is_empty()).then(|| harmless(text));
        kind.span(span.start() - start..span.end().min(window.end()) - start).label(label)
    });
    Snippet::source(window.of(findings.source)).line_start(*lines.start()).path(path).annotations(annotations)
}

/// The part of a place on its first line: a mark over a hundred lines shows nothing.
fn first_line(findings: &Findings<'_>, span: Span) -> Span {
    let line = findings.lines.span(findings.source, findings.lines.line(span.start()));
    Span::new(span.start()..span.end().min(line.end()).max(span.start()))
}
