//! A full stop that slipped into a URL.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, TargetKind};

rule! {
    /// A link's URL ends with a punctuation mark.
    ///
    /// The full stop of the sentence slipped into the URL, and the server finds nothing there.
    ///
    /// ```page bad
    /// Please [register](https://example.org/2031.) soon.
    /// ```
    /// ```page good
    /// Please [register](https://example.org/2031) soon.
    /// ```
    ///
    /// Links to a text on a page (`#:~:text=`), abbreviations in a path (`Washington,_D.C.`) and balanced parentheses are
    /// left alone.
    "url-trailing-punctuation": Error, Links, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for target in subject.targets() {
        if matches!(target.kind, TargetKind::Bare) || !target.url.contains("//") {
            continue;
        }
        let url = target.url;
        let kept = url.trim_end_matches(['.', ',', ';', ':', '!', ')', '\'', '"']);
        let mark = &url[kept.len()..];
        if mark.is_empty() || is_meant(url, kept, mark) || subject.is_brought(target.place.span) {
            continue;
        }
        let exact = target.place.written && subject.source(target.place.span).ends_with(mark);
        let end = target.place.span.end();
        let place = if exact { Span::new(end - mark.len()..end) } else { target.place.span };
        let finding = RULE
            .finding(place, format!("the URL ends with `{mark}`"))
            .with_help("put the mark behind the link, or delete it");
        let edit = Edit { span: place, text: String::new() };
        found.push(if exact {
            finding.with_fix("take the mark out of the URL", Applicability::Safe, vec![edit])
        } else {
            finding
        });
    }
}

fn is_meant(url: &str, kept: &str, mark: &str) -> bool {
    let balanced = mark.starts_with(')') && url.matches('(').count() == url.matches(')').count();
    // `D.C.`, `Inc.`, `et_al.`: a name in the path, not the end of a sentence.
    let last = kept.rsplit(['.', '_', '-', '/']).next().unwrap_or("");
    let title = kept.contains('_') || kept.contains("/wiki/");
    let named = mark == "." && title && last.len() <= 4 && last.bytes().all(|b| b.is_ascii_alphabetic());
    balanced || named || url.contains("#:~:") || kept.ends_with('/')
}
