use handbill_model::Severity;
use handbill_page::Site;

use super::*;
use crate::{Settings, check};

fn page(text: &str) -> Page {
    handbill_page::read("event/2031/lund.md", text, &Site::default())
}

/// A finding whose one safe fix replaces the words `old`, if they are there.
fn replace(page: &Page, old: &str, new: &str) -> Option<Diagnostic> {
    let at = page.source.find(old)?;
    Some(offer(vec![Edit { span: Span::new(at..at + old.len()), text: new.to_owned() }]))
}

fn offer(edits: Vec<Edit>) -> Diagnostic {
    Diagnostic::new("some-rule", Severity::Error, Span::at(0), "it is wrong").with_fix(
        "fix",
        Applicability::Safe,
        edits,
    )
}

fn fixed(text: &str, look: impl Fn(&Page) -> Vec<Diagnostic>) -> Fixed {
    fix(page(text), Applicability::Safe, look, page)
}

#[test]
fn every_other_byte_is_kept() {
    let text = "\u{feff}---\r\ntitle: Spring Meeting, Lund, March 4-5, 2031 # late?  \r\n---\r\nUntil March 5st.  \r\n\r\nBye.\t\r\n\n\n";
    let fixed = fixed(text, |page| check(page, &Settings::default()));
    assert_eq!(fixed.page.source, text.replace("5st", "5th"));
    assert_eq!(apply(text, &fixed.edits).as_ref(), Ok(&fixed.page.source));
    assert_eq!(fixed.fixed.into_iter().collect::<Vec<_>>(), [("wrong-ordinal", 1)]);
}

#[test]
fn fixes_of_one_place_go_over_rounds() {
    let all = |page: &Page| {
        [replace(page, "one two", "one"), replace(page, "two three", "2 3")].into_iter().flatten().collect()
    };
    let fixed = fixed("one two three", all);
    assert_eq!((fixed.page.source.as_str(), fixed.fixed["some-rule"]), ("one three", 1));
    let all = |page: &Page| {
        let space = |at| offer(vec![Edit { span: Span::at(at), text: ".".to_owned() }]);
        if page.source.len() < 5 { vec![space(1), space(1), space(2)] } else { vec![] }
    };
    let fixed = fix(page("abc"), Applicability::Safe, all, page);
    assert_eq!((fixed.page.source.as_str(), fixed.fixed["some-rule"]), ("a.b.c", 2), "the second insertion waits");
}

#[test]
fn fixes_that_undo_each_other_are_named_and_end() {
    let there_and_back = |page: &Page| {
        [replace(page, "hither", "thither"), replace(page, " thither", " hither")]
            .into_iter()
            .flatten()
            .take(1)
            .collect()
    };
    let fixed = fixed("go thither", there_and_back);
    assert_eq!(fixed.restless.into_iter().collect::<Vec<_>>(), ["some-rule"]);
}

#[test]
fn where_the_author_must_choose_nothing_is_fixed() {
    let edit = |text: &str| vec![Edit { span: Span::new(0..1), text: text.to_owned() }];
    let two = |page: &Page| {
        let finding = Diagnostic::new("some-rule", Severity::Error, Span::at(0), "it is wrong");
        let two = finding.with_fix("b", Applicability::Ask, edit("b")).with_fix("c", Applicability::Ask, edit("c"));
        if page.source == "a" { vec![two] } else { vec![] }
    };
    assert_eq!(fix(page("a"), Applicability::Ask, two, page).page.source, "a");
    let one = |page: &Page| {
        let mut found = two(page);
        found.iter_mut().for_each(|finding| finding.fixes.truncate(1));
        found
    };
    assert_eq!(fix(page("a"), Applicability::Safe, one, page).page.source, "a");
    assert_eq!(fix(page("a"), Applicability::Ask, one, page).page.source, "b");
}

#[test]
fn a_tag_is_never_changed_for_what_it_brought() {
    let text = "---\nname: x\n---\nsee {{ page.name }} here\n";
    assert_eq!(page(text).expansion.text, "see x here\n");
    for old in ["{{ page.name }}", "name }}", "}} here"] {
        assert_eq!(fixed(text, |page| replace(page, old, "y").into_iter().collect()).page.source, text, "{old}");
    }
    let whole = fixed(text, |page| replace(page, "see {{ page.name }} ", "").into_iter().collect());
    assert_eq!(whole.page.source, "---\nname: x\n---\nhere\n");
}
