//! What holds for every page: no panic, places inside the text, fixes that apply and need no second round.

use handbill_check::output::{Findings, Look, OUTPUTS, Printing};
use handbill_check::{Known, Selector, Settings, check, diff, fix};
use handbill_model::{Applicability, Date, Diagnostic};
use handbill_page::{Page, Site, read};
use handbill_text::apply;
use proptest::prelude::*;

fn all() -> Settings {
    let mut settings = Settings::default();
    settings.select = vec![Selector::All];
    settings.today = Some(Date::constant(2040, 1, 1));
    settings
}

fn page(text: &str) -> Page {
    read("event/2031/lund.md", text, &Site::default())
}

/// Pages of the pieces that rules look for, in any order.
fn any_page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("---\ntitle: Spring Meeting, Lund, March 4-6, 2031\nimage: \"\"\ndoors: 12:30\n---\n".to_owned()),
        Just("[x][y] [x][] [label] [ text ](https://example.org/a.) [here](b)".to_owned()),
        Just("\n[label]: https://www.lund48201w93847u.se/\n[Label]: /other\n\n[other]: {{ site.url }}/a\n".to_owned()),
        Just("<!-- [other] 9:00 - 10:00 March 4th, Monday".to_owned()),
        Just(" -->".to_owned()),
        Just("\n## Monday, March 4\n\n".to_owned()),
        Just("March 3th, 2030, Tuesday 5 March 2031, 31 April".to_owned()),
        Just("Please submit your proposals by January 1, 2031".to_owned()),
        Just("9:00 - 9:00, 3:00pm to 3:30am, the the password is x482910.Then ** bold**".to_owned()),
        Just("<iframe src='x'></iframe><img src=\"y\"> <a href='mailto:a@b.org?subject=Meeting%202030'>".to_owned()),
        Just("\n{: .x}\n\n".to_owned()),
        Just("{% include a.html %}{% if x %}[label]{% endif %}%}}{{%".to_owned()),
        Just("Registratoin confernece https://example.org/x?a=b&c a@example.org `the the`\n".to_owned()),
        "[ \\t\\n#*_`\\[\\]()<>{}|:.,éß—“”\u{1F600}a-z0-9]{0,20}",
        Just("<!-- handbill: ignore doubled-word, nothing --> the the <!-- handbill: ignore-file all".to_owned()),
        Just("| the the <!-- handbill: ignore words --> | 9:00 |\n|---|\n".to_owned()),
        Just("| 9:00 | a |\n| 13:30 | b |\n| 2pm | c |\n".to_owned()),
        Just("| 9:00am - 10:00am | a |\n| 10:00am - 10:15pm | b |\n| 10:30am - 11am | c |\n| 11:30 | d |\n".to_owned()),
        Just(
            "<table><tr><th>a</th><th>b</th></tr><tr><td colspan=3>c</td></tr><tr><td>d</td></tr></table>\n".to_owned()
        ),
        Just("\n## Call for proposals\n\nIt is now open. Submit your proposal by January 15.\n".to_owned()),
        Just("\n## Monday, March 4\n\na\n\n## Tuesday, March 5\n\nb\n".to_owned()),
        Just("on 6/5/2031, Friday 7/8 ".to_owned()),
        Just("\r\n".to_owned()),
        Just("\n\n".to_owned()),
    ];
    (any::<bool>(), prop::collection::vec(piece, 0..16)).prop_map(|(headed, pieces)| {
        let head = if headed { "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\n---\n" } else { "" };
        format!("{head}{}", pieces.concat())
    })
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let page = page(text);
    let found = check(&page, &all());
    let inside = |finding: &Diagnostic| {
        let spans = std::iter::once(finding.span).chain(finding.labels.iter().map(|label| label.span));
        spans.clone().all(|span| text.get(span.range()).is_some())
    };
    for finding in &found {
        prop_assert!(inside(finding), "{finding:?}");
        for fix in &finding.fixes {
            let fixed = apply(text, &fix.edits);
            prop_assert!(fixed.is_ok(), "{finding:?}");
            prop_assert_ne!(fixed.as_deref(), Ok(text), "a fix that changes nothing: {:?}", finding);
        }
    }
    prop_assert!(found.windows(2).all(|pair| pair[0].span.start() <= pair[1].span.start()), "out of order");
    prop_assert_eq!(&found, &check(&page, &all()), "not the same again");
    for output in OUTPUTS {
        let mut printing = Printing::new(output, Look::plain(80));
        let text = printing.open() + &printing.page(&Findings::new("lund.md", text, &found)) + &printing.close();
        let steers = text.contains('\u{1b}');
        prop_assert!(!steers, "an escape reached the terminal");
    }
    Ok(())
}

/// Fixing changes only what its edits say, ends, and has nothing left to do.
fn is_fixed(text: &str) -> Result<(), TestCaseError> {
    for wanted in [Applicability::Safe, Applicability::Ask] {
        let fixed = fix(page(text), wanted, |page| check(page, &all()), page);
        prop_assert_eq!(apply(text, &fixed.edits), Ok(fixed.page.source.clone()));
        prop_assert!(fixed.restless.is_empty(), "{:?}\n{}", fixed.restless, fixed.page.source);
        let again = fix(page(&fixed.page.source), wanted, |page| check(page, &all()), page);
        prop_assert_eq!(again.edits, []);
        let shown = diff("lund.md", text, &fixed.edits, Look::plain(80));
        prop_assert_eq!(shown.is_empty(), fixed.page.source == text);
    }
    Ok(())
}

proptest! {
    // Each of these reads its page many times.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_page_is_fixed_once_and_for_all(text in any_page()) {
        is_fixed(&text)?;
    }
}

proptest! {
    #[test]
    fn what_is_known_is_all_that_is_found(text in any_page()) {
        let found = check(&page(&text), &all());
        let known = Known::of(&text, &found);
        let (left, met) = known.judge(&text, found, &all());
        prop_assert_eq!((left, met), (vec![], known));
    }

    #[test]
    fn any_page_is_checked(text in any_page()) {
        holds(&text)?;
    }

    #[test]
    fn any_text_is_checked(text in "\\PC{0,80}") {
        holds(&text)?;
    }

    #[test]
    fn a_fixed_mistake_is_gone(text in any_page()) {
        let found = check(&page(&text), &all());
        for finding in found.iter().filter(|finding| finding.fixes.len() == 1) {
            let fixed = apply(&text, &finding.fixes[0].edits).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let count = |found: &[Diagnostic]| found.iter().filter(|other| other.rule == finding.rule).count();
            let after = check(&page(&fixed), &all());
            prop_assert!(count(&after) < count(&found), "{finding:?}\n{fixed}\n{after:?}");
        }
    }
}
