//! Frames that do not say what is in them.

use handbill_kramdown::Kind;
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A frame has no title.
    ///
    /// Screen readers announce a frame by its title; without one, people hear 'frame' and the address of a video or map
    /// (WCAG 2.2, 4.1.2).
    ///
    /// ```page bad
    /// <iframe src="https://example.org/map"></iframe>
    /// ```
    /// ```page good
    /// <iframe src="https://example.org/map" title="Map of the campus"></iframe>
    /// ```
    ///
    /// A frame that is hidden, or named by `aria-label`, is left alone. There is no fix: what a frame shows stands
    /// nowhere on the page, and a title that says no more than `Video` passes a checker and helps nobody.
    "iframe-without-title": Warning, Words, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (node, kind) in subject.nodes().iter().copied() {
        let Kind::Html(html) = kind else { continue };
        if html.name != "iframe" {
            continue;
        }
        let named = ["title", "aria-label", "aria-labelledby"]
            .iter()
            .any(|name| node.attribute(name).is_some_and(|value| !value.trim().is_empty()));
        let hidden = node.attribute("aria-hidden") == Some("true") || node.attribute("hidden").is_some();
        if named || hidden {
            continue;
        }
        let place = subject.page.expansion.map.origin(html.start_tag).span;
        if !subject.is_brought(place) {
            found.push(
                RULE.finding(place, "this frame has no title")
                    .with_help("say what it shows: title=\"Map of the campus\""),
            );
        }
    }
}
