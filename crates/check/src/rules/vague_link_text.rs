//! `click here`.

use handbill_kramdown::Kind;
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A link's text does not say where it leads.
    ///
    /// Many readers jump from link to link, or hear a list of them: 'here, here, here'.
    ///
    /// ```page bad
    /// Register [here](https://example.org/2031).
    /// ```
    /// ```page good
    /// [Register for the meeting](https://example.org/2031).
    /// ```
    "vague-link-text": Warning, Words, Page
}

/// Texts that say nothing by themselves, in the languages of most event pages.
const VAGUE: &[&str] = &[
    "here", "click here", "right here", "over here", "this link", "at this link", "click", "link", "hier",
    "klick hier", "hier klicken", "ici", "cliquez ici", "aquí", "clic aquí", "haz clic aquí", "qui", "clicca qui",
    "aqui", "clique aqui", "klik hier",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (node, kind) in subject.nodes().iter().copied() {
        let is_link = match kind {
            Kind::Link(_) => true,
            Kind::Html(html) => {
                html.name == "a" && node.attribute("href").is_some() && node.attribute("aria-label").is_none()
            }
            _ => false,
        };
        if !is_link {
            continue;
        }
        let text = node.text();
        let text = text.trim().trim_end_matches(['.', '!', ':']);
        if !VAGUE.iter().any(|vague| vague.eq_ignore_ascii_case(text)) {
            continue;
        }
        let place = subject.page.expansion.map.origin(node.span()).span;
        if !subject.is_brought(place) {
            found.push(
                RULE.finding(place, format!("the link's text `{text}` does not say where it leads"))
                    .with_help("link the words that name the thing"),
            );
        }
    }
}
