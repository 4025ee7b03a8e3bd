//! `?utm_source=newsletter`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::{Subject, Target, TargetKind, host};

rule! {
    /// A URL carries a mark that tells where its reader came from.
    ///
    /// It was copied from a newsletter or an advertisement. The mark makes every visitor of the page one of that
    /// newsletter's readers, and is passed on to the site that the link leads to.
    ///
    /// ```page bad
    /// Please [register](https://example.org/2031?utm_source=newsletter).
    /// ```
    /// ```page good
    /// Please [register](https://example.org/2031).
    /// ```
    ///
    /// Only parameters whose single purpose this is count; all others may choose what is shown, and are left alone. So are
    /// URLs that somebody shows in the text without linking them.
    "tracking-parameter": Info, Links, Page
}

/// Parameters that mark the reader: of advertisements, mailing lists and social networks.
const MARKS: &[&str] = &["_gl", "dclid", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "twclid", "yclid"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for target in subject.targets() {
        let is_bare = matches!(target.kind, TargetKind::Bare);
        let Some(clean) = without_marks(target.url).filter(|_| !is_bare && host(target.url).is_some()) else {
            continue;
        };
        if !subject.is_brought(target.place.span) {
            let finding = RULE.finding(target.place.span, "this URL tells where its readers came from");
            let finding = finding.with_help(format!("`{clean}` leads to the same page"));
            let edits = edits(subject, target, &clean);
            found.push(if edits.is_empty() {
                finding
            } else {
                finding.with_fix("take the marks out", Applicability::Safe, edits)
            });
        }
    }
}

/// The URL as it stands, and the text of its link where that is the same URL.
fn edits(subject: &Subject<'_>, target: &Target<'_>, clean: &str) -> Vec<Edit> {
    let span = target.place.span;
    if !target.place.written || subject.source(span) != target.url {
        return Vec::new();
    }
    let mut edits = vec![Edit { span, text: clean.to_owned() }];
    let shown = format!("[{}](", target.url);
    if subject.page.source[..span.start()].ends_with(&shown) {
        let end = span.start() - 2;
        edits.insert(0, Edit { span: handbill_text::Span::new(end - target.url.len()..end), text: clean.to_owned() });
    }
    edits
}

/// A URL without its marks, if it has some.
fn without_marks(url: &str) -> Option<String> {
    let (rest, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let (page, query) = rest.split_once('?')?;
    let is_mark = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default();
        name.starts_with("utm_") || MARKS.contains(&name)
    };
    let kept: Vec<&str> = query.split('&').filter(|part| !is_mark(part)).collect();
    let marked = kept.len() < query.split('&').count();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    marked.then(|| format!("{page}{query}{fragment}"))
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn marks_go_and_the_rest_stays() {
        let clean = |url| without_marks(url).unwrap_or_else(|| "as it is".to_owned());
        assert_eq!(clean("https://a.org/x?utm_source=y&utm_medium=z"), "https://a.org/x");
        assert_eq!(clean("https://a.org/x?id=4&fbclid=y&lang=sv#top"), "https://a.org/x?id=4&lang=sv#top");
        assert_eq!(clean("https://a.org/x?_gl=1*abc#top"), "https://a.org/x#top");
        assert_eq!(clean("https://a.org/x?source=utm_y"), "as it is");
        assert_eq!(clean("https://a.org/utm_source=y"), "as it is");
    }
}
