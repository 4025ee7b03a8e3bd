//! What the address of a page says of it: the words of its path and of its permalink.

use handbill_frontmatter::{FrontMatter, Value};
use handbill_model::{Date, SourceKind};
use handbill_text::Span;

use super::ledger::Cite;
use super::sentences::has_among;
use super::view::View;
use super::words::Words;

/// Folders of pages that call for something.
pub(crate) const CALLS: &[&str] = &["calls", "call for participation", "call participation", "cfp"];

/// Whether the end of the path (file and folder) or the permalink has one of `words` (lower case).
pub(crate) fn has(view: &View<'_>, words: &[&str]) -> bool {
    let mut told = view.address().iter().filter(|address| !address.text.is_empty());
    told.any(|address| has_among(&address.text, &address.words, words))
}

/// What an address ends with, as words.
pub(crate) struct Address {
    text: String,
    words: Words,
}

/// The ends of the path and of the permalink.
pub(crate) fn ends(path: &str, front_matter: &FrontMatter) -> [Address; 2] {
    let permalink = front_matter.root.get("permalink").and_then(Value::written).unwrap_or_default();
    [end(path), end(permalink)]
}

/// Whether a page is one of a blog: its date is the day on which it was posted.
pub(crate) fn is_post(path: &str) -> bool {
    path.split('/').any(|step| matches!(step, "_posts" | "posts" | "post" | "blog" | "news" | "_drafts"))
}

/// Whether a page lies among papers.
pub(crate) fn is_publication(path: &str) -> bool {
    path.split('/')
        .any(|step| matches!(step.trim_start_matches('_'), "publication" | "publications" | "papers" | "pubs"))
}

/// The date at the start of a file's or its folder's name: `_events/2031-03-04-spring-meeting.md`.
pub(crate) fn date(path: &str) -> Option<Date> {
    path.split('/').rev().take(2).find_map(|step| {
        let day = step.get(..10)?;
        let parts = day.split('-').map(str::len);
        if !parts.eq([4, 2, 2]) || step[10..].starts_with(char::is_alphanumeric) {
            return None;
        }
        day.parse().ok()
    })
}

/// The path as a source.
pub(crate) fn cite(view: &View<'_>) -> Cite {
    match view.front_matter.root.get("permalink") {
        Some(value) => Cite::front_matter(value).noted("named by the page's address"),
        None => Cite::new(Span::at(0), SourceKind::Path).noted("named by the page's path"),
    }
}

/// The last two steps of an address as words, without the name of an index file and without the ending.
fn end(address: &str) -> Address {
    let stem =
        address.rsplit_once('.').map_or(address, |(stem, ending)| if ending.contains('/') { address } else { stem });
    let steps = stem.split('/').filter(|step| !step.is_empty() && *step != "index");
    let last: Vec<&str> = steps.rev().take(2).collect();
    let text = last.join(" ").replace(['-', '_'], " ");
    Address { words: Words::of(&text), text }
}
