//! `[text][label]` without its definition.

use handbill_kramdown::{ReferenceForm, UndefinedReference};
use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, normal};
use crate::words::distance;

rule! {
    /// A link names a definition that the page does not have.
    ///
    /// kramdown prints the brackets as they stand, and the reader has no link.
    ///
    /// ```page bad
    /// Please read our [code of conduct][conduct].
    /// ```
    /// ```page good
    /// Please read our [code of conduct][conduct].
    ///
    /// [conduct]: /event/conduct/
    /// ```
    ///
    /// A blank between a link's text and its URL has the same effect:
    ///
    /// ```page bad
    /// Please read our [code of conduct] (/event/conduct/).
    /// ```
    /// ```page good
    /// Please read our [code of conduct](/event/conduct/).
    /// ```
    ///
    /// Brackets alone, such as `[sic]`, count only if they hold a URL or a label that is all but defined. Rows of short ones,
    /// `[EN][DE]`, are marks. Where an
    /// include could not be read, or Liquid writes a URL, the definition may be there: then only labels that are all but
    /// defined count.
    "undefined-reference": Error, Links, Page
}

/// How many labels may be compared on a page.
const COMPARISONS: usize = 200_000;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let page = subject.page;
    let complete = page.expansion.unresolved.is_empty();
    // On a page of a thousand references without definitions, what is nearest helps nobody.
    let mut comparisons = COMPARISONS;
    // The parts of `[text][label]` are read again as brackets by themselves.
    let mut whole = Span::default();
    for reference in page.tree.undefined_references() {
        if reference.form == ReferenceForm::Shortcut && whole.contains(reference.span) {
            continue;
        }
        if reference.form != ReferenceForm::Shortcut {
            whole = reference.span;
        }
        let place = page.expansion.map.origin(reference.span);
        if let Some(blanks) = blanks_before_url(page.tree.text(), reference) {
            found.extend(parted(subject, reference.span, blanks));
            continue;
        }
        let nearest = nearest(subject, &reference.label, &mut comparisons);
        let is_url = reference.label.starts_with("http://") || reference.label.starts_with("https://");
        let is_one = match reference.form {
            ReferenceForm::Full | ReferenceForm::Collapsed => {
                (complete || nearest.is_some())
                    && !is_index(page.tree.text(), reference)
                    && !reference.label.trim().is_empty()
            }
            ReferenceForm::Shortcut => is_url || nearest.is_some(),
        };
        // `[home]: {{ site.url }}` is no definition while nobody says what the site's URL is, and neither is what follows.
        let written = || subject.written_labels().contains(&normal(&reference.label));
        if !is_one || subject.is_brought(place.span) || written() {
            continue;
        }
        let label = &reference.label;
        let mut finding = if is_url && reference.form == ReferenceForm::Shortcut {
            let url = Span::new(place.span.start() + 1..place.span.end().saturating_sub(1));
            let edit = Edit { span: place.span, text: format!("<{}>", subject.source(url)) };
            let finding = RULE
                .finding(place.span, "the brackets make no link of this URL")
                .with_help("write the URL between < and >");
            if place.written {
                finding.with_fix("write it between < and >", Applicability::Ask, vec![edit])
            } else {
                finding
            }
        } else {
            RULE.finding(place.span, format!("no link definition has the label `{label}`"))
        };
        match nearest {
            Some(nearest) => {
                finding = finding.with_help(format!("`{nearest}` is defined: is that the one?"));
                if let Some(at) = subject.source(place.span).rfind(label.as_str()).filter(|_| place.written) {
                    let start = place.span.start() + at;
                    let edit = Edit { span: Span::new(start..start + label.len()), text: nearest.to_owned() };
                    finding = finding.with_fix(format!("write `{nearest}`"), Applicability::Ask, vec![edit]);
                }
            }
            None if finding.help.is_empty() => {
                finding = finding.with_help(format!("add a line such as `[{label}]: https://...`"));
            }
            None => {}
        }
        found.push(finding);
    }
}

/// The blanks between brackets and a URL in round ones behind them: `[the hall] (/hall/)`.
fn blanks_before_url(text: &str, reference: &UndefinedReference) -> Option<Span> {
    const STARTS: &[&str] = &["https://", "http://", "mailto:", "/", "#", "./", "../", "www."];
    let label = reference.label.trim();
    // `[1] (https://...)` and `[x] (...)` are a note's number and a box that is ticked.
    if reference.form != ReferenceForm::Shortcut
        || label.chars().count() < 2
        || label.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let behind = &text[reference.span.end()..];
    let url = behind.trim_start_matches(' ');
    let blanks = behind.len() - url.len();
    let inside =
        url.strip_prefix('(').filter(|inside| blanks > 0 && STARTS.iter().any(|start| inside.starts_with(start)))?;
    let ends = inside.find(|c: char| c == ')' || c.is_whitespace()).filter(|end| *end > 1)?;
    inside[ends..].starts_with(')').then(|| Span::new(reference.span.end()..reference.span.end() + blanks))
}

/// A link that the blanks between its text and its URL part.
fn parted(subject: &Subject<'_>, text: Span, blanks: Span) -> Option<Diagnostic> {
    let map = &subject.page.expansion.map;
    let (place, blanks) = (map.origin(text), map.origin(blanks));
    let finding = RULE
        .finding(place.span, "the blank behind these brackets keeps the URL from being their link")
        .with_help("write the round bracket right behind the square one");
    let edit = Edit { span: blanks.span, text: String::new() };
    (!subject.is_brought(place.span)).then(|| {
        if blanks.written { finding.with_fix("take the blank out", Applicability::Ask, vec![edit]) } else { finding }
    })
}

/// The ids of definitions that references on the page almost name, `None` of those where nothing is like them: a link was
/// meant to use one of the page's.
pub(super) fn almost_named(subject: &Subject<'_>) -> Vec<Option<String>> {
    let mut comparisons = COMPARISONS;
    let text = subject.page.tree.text();
    let references = subject.page.tree.undefined_references().iter();
    let references = references.filter(|one| one.form != ReferenceForm::Shortcut && !is_index(text, one));
    references.map(|one| nearest(subject, &one.label, &mut comparisons).map(normal)).collect()
}

/// The label of a definition that is almost this one.
fn nearest<'a>(subject: &Subject<'a>, label: &str, comparisons: &mut usize) -> Option<&'a str> {
    *comparisons = comparisons.checked_sub(subject.page.tree.definitions().len())?;
    let label = label.to_lowercase();
    let most = match label.chars().count() {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    // A number more or less is another label, no slip: `day-1`, `day-2`.
    let definitions =
        subject.page.tree.definitions().iter().filter(|definition| digits(&definition.id).eq(digits(&label)));
    let near =
        definitions.filter_map(|definition| Some((distance(&definition.id, &label, most)?, definition.label.as_str())));
    near.min().map(|(_, nearest)| nearest)
}

fn digits(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_digit)
}

/// `table[1][2]` is code that nobody marked as such, `[EN][DE]` a row of marks, as of the languages of a talk.
fn is_index(text: &str, reference: &UndefinedReference) -> bool {
    let whole = reference.span.of(text);
    let is_mark = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase());
    let marks = || whole.split(['[', ']']).filter(|part| !part.is_empty()).all(is_mark);
    reference.form == ReferenceForm::Full && marks()
        || text[..reference.span.start()].ends_with(|c: char| c.is_alphanumeric() || c == '_')
        || reference.label.bytes().all(|b| b.is_ascii_digit())
}
