//! URLs that kramdown leaves as text.

use std::cell::OnceCell;

use handbill_kramdown::{Document as Tree, Kind, Options};
use handbill_model::{Applicability, Diagnostic, Severity};
use handbill_text::{Edit, Span};

use super::link_without_bracket;
use crate::rule::rule;
use crate::subject::{Subject, Text, headings, normal, words};

rule! {
    /// A URL or an e-mail address stands on the page and is no link.
    ///
    /// kramdown makes no links of bare URLs. Readers on a phone cannot follow it; where it is the way to submit, to
    /// register or to join, they are lost. There it is a warning, elsewhere a hint.
    ///
    /// ```page bad
    /// Please submit your proposal at https://example.org/forms/2031
    /// ```
    /// ```page good
    /// Please submit your proposal at <https://example.org/forms/2031>.
    /// ```
    ///
    /// URLs in code are left alone, and so are those of links that lack a bracket: `link-without-bracket` tells of them.
    "bare-url": Warning, Links, Page
}

/// What people do by means of a link.
const WAYS: &[&str] = &[
    "apply", "application", "applications", "eventbrite", "form", "forms", "join", "proposal", "proposals", "register",
    "registration", "rsvp", "signup", "submission", "submissions", "submit", "ticket", "tickets", "zoom",
];

/// A line with no more than so many bytes beside its URL is little more than the URL.
const FEW: usize = 60;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let raw = OnceCell::new();
    for text in subject.texts() {
        for link in text.links().iter().filter(|link| link.bare) {
            let coded = text.is_code(link.span);
            if coded
                || subject.is_brought(link.source)
                || is_definition(subject, link.source)
                || is_parted(subject, link.source)
                || link.span.start().checked_sub(1).is_some_and(|round| link_without_bracket::is_lost(text.text, round))
            {
                continue;
            }
            let shown = link.span.of(text.text);
            let is_mail = link.url.starts_with("mailto:");
            let is_way = !is_mail && is_way(subject, text, link.span);
            let what = if is_mail { "this address" } else { "this URL" };
            let mut finding = RULE.finding(link.source, format!("{what} is no link"));
            finding.severity = if is_way { Severity::Warning } else { Severity::Info };
            let raw = raw.get_or_init(|| raw_html(subject));
            let before = raw.partition_point(|span| span.start() <= link.source.start());
            let in_html = raw[..before].last().is_some_and(|span| span.contains(link.source));
            let (linked, help) = if in_html {
                (format!("<a href=\"{}\">{shown}</a>", link.url), "write it as <a href=\"...\">...</a>")
            } else if is_autolink(shown) {
                (format!("<{shown}>"), "write it between < and >")
            } else {
                (format!("[{shown}]({})", link.url), "write it as [...](...)")
            };
            finding = finding.with_help(help);
            // Inside HTML a reader may see more than the text, and `&` is written in another way.
            if subject.source(link.source) == shown && !shown.contains('&') {
                let edit = Edit { span: with_brackets(subject, link.source), text: linked };
                finding = finding.with_fix("make it a link", Applicability::Safe, vec![edit]);
            }
            found.push(finding);
        }
    }
}

/// Whether kramdown makes a link of a text between `<` and `>`: not of every address.
fn is_autolink(text: &str) -> bool {
    // Nearly every one is such a URL.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?#=%+".contains(&byte);
    if ["https://", "http://"]
        .iter()
        .any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(plain)))
    {
        return true;
    }
    let tree = Tree::parse(&format!("<{text}>"), &Options::default());
    tree.root().descendants().any(|node| matches!(node.kind(), Kind::Autolink { .. }))
}

/// The place of a URL with the `<` and `>` that somebody wrote around it in vain.
fn with_brackets(subject: &Subject<'_>, url: Span) -> Span {
    let source = subject.page.source.as_str();
    let around = source[..url.start()].ends_with('<') && source[url.end()..].starts_with('>');
    if around { Span::new(url.start() - 1..url.end() + 1) } else { url }
}

/// The places in the file of HTML whose inside kramdown does not read, in order; none inside another.
fn raw_html(subject: &Subject<'_>) -> Vec<Span> {
    let mut places = Vec::new();
    let mut last = Span::default();
    for (node, kind) in subject.nodes() {
        if matches!(kind, Kind::Html(html) if html.raw) && !last.contains(node.span()) {
            last = node.span();
            places.push(subject.page.expansion.map.origin(last).span);
        }
    }
    places.sort_unstable();
    places
}

/// Whether a URL is the way to submit, register or join: by its sentence, or by the heading above.
fn is_way(subject: &Subject<'_>, text: &Text<'_>, url: Span) -> bool {
    let sentence = text.sentence(url);
    let parts = [Span::new(sentence.start()..url.start()), Span::new(url.end()..sentence.end())];
    let said = parts.into_iter().map(|part| part.of(text.text));
    // A heading speaks for a line that is little more than the URL, not for any prose below it.
    let few = text.text.len() - url.len() <= FEW;
    let headed = headings(&subject.page.outline, text).take(usize::from(few));
    let mut before = "";
    said.chain(headed).flat_map(words).any(|(_, word)| {
        let signs = before.eq_ignore_ascii_case("sign") && word.eq_ignore_ascii_case("up");
        before = word;
        signs || WAYS.iter().any(|way| way.eq_ignore_ascii_case(word))
    })
}

/// Whether a URL is that of a link which a blank parts from its text, `[the hall] (https://...)`: `undefined-reference`
/// tells of it.
fn is_parted(subject: &Subject<'_>, url: Span) -> bool {
    let before = subject.page.source[..url.start()].strip_suffix('(');
    before.is_some_and(|before| before.ends_with(' ') && before.trim_end_matches(' ').ends_with(']'))
}

/// Whether a URL is that of a definition which kramdown does not see, because the one before it has a URL that Liquid
/// makes of what is not known.
fn is_definition(subject: &Subject<'_>, url: Span) -> bool {
    let line = subject.page.lines.span(&subject.page.source, subject.page.lines.line(url.start()));
    let Some(label) = subject.source(line).trim_start().strip_prefix('[') else { return false };
    let end = label.as_bytes().windows(2).take(LABEL).position(|pair| pair == b"]:");
    end.is_some_and(|end| subject.written_labels().contains(&normal(&label[..end])))
}

/// Nobody writes a longer label, in bytes.
const LABEL: usize = 1000;
