//! Findings that are known, so that only new ones are told.

use std::collections::BTreeMap;

use handbill_model::Diagnostic;
use handbill_text::Span;
use serde::{Deserialize, Serialize};

use crate::Settings;
use crate::output::Findings;

/// The version of the file that this program writes, and the newest that it reads.
const VERSION: u32 = 1;

/// How many characters of a text tell it from others.
const LONGEST: usize = 80;

/// Findings that are known, by page and rule, and by the words found: a line that moves with its page changes nothing.
///
/// ```
/// use handbill_check::{Baseline, Known, Settings, check};
/// use handbill_page::{Site, read};
///
/// let page = |text: &str| {
///     let head = "---\ntitle: Spring Meeting, Lund, March 4-5, 2031\n---\n";
///     read("event/2031/lund.md", &format!("{head}{text}"), &Site::default())
/// };
/// let old = page("It ends on March 5st.\n");
/// let mut baseline = Baseline::default();
/// baseline.pages.insert("event/2031/lund.md".into(), Known::of(&old.source, &check(&old, &Settings::default())));
/// let baseline = Baseline::read(&baseline.to_string())?;
///
/// let new = page("A new line, on March 4rd.\n\nIt ends on March 5st.\n");
/// let found = check(&new, &Settings::default());
/// let (left, known) = baseline.pages["event/2031/lund.md"].judge(&new.source, found, &Settings::default());
/// assert_eq!((left.len(), left[0].span.of(&new.source)), (1, "4rd"));
/// assert_eq!(known.count(), 1);
/// # Ok::<(), handbill_check::BaselineError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// What is known of each page, by its path from the baseline's folder.
    pub pages: BTreeMap<String, Known>,
}

/// What is known of a page: how often each rule found each text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Known(BTreeMap<String, BTreeMap<String, usize>>);

/// What is no baseline.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BaselineError {
    /// It is not what a baseline looks like.
    #[error("this is no baseline: {0}")]
    Form(#[from] serde_json::Error),
    /// Another program wrote it, that knows more.
    #[error("its schema_version {0} is newer than this handbill, which knows {VERSION}: update handbill")]
    Newer(u32),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    schema_version: u32,
    pages: std::borrow::Cow<'a, BTreeMap<String, Known>>,
}

impl Baseline {
    /// Reads the text of a baseline.
    ///
    /// # Errors
    /// A text that is none, or that of a newer version.
    pub fn read(text: &str) -> Result<Self, BaselineError> {
        let file: File<'_> = serde_json::from_str(text)?;
        if file.schema_version > VERSION {
            return Err(BaselineError::Newer(file.schema_version));
        }
        Ok(Self { pages: file.pages.into_owned() })
    }
}

/// The text of a baseline: JSON in an order of its own, so that a comparison shows what changed.
impl std::fmt::Display for Baseline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let file = File { schema_version: VERSION, pages: std::borrow::Cow::Borrowed(&self.pages) };
        let text = serde_json::to_string_pretty(&file).expect("a baseline has string keys only");
        writeln!(f, "{text}")
    }
}

impl Known {
    /// What is found on a page with this text.
    #[must_use]
    pub fn of(source: &str, found: &[Diagnostic]) -> Self {
        let mut known = Self::default();
        let page = Findings::new("", source, found);
        for finding in found {
            known.add(finding.rule, places(&page, finding));
        }
        known
    }

    /// What is found and not known, and what is known and found: less than what is known where a mistake is gone.
    ///
    /// A finding with several places is known if all of them are. What is known of rules that do not run stays known.
    #[must_use]
    pub fn judge(&self, source: &str, mut found: Vec<Diagnostic>, settings: &Settings) -> (Vec<Diagnostic>, Self) {
        let all = found.clone();
        let page = Findings::new("", source, &all);
        let mut rest = self.clone();
        let idle = self.0.iter().filter(|(rule, _)| !settings.tells(rule));
        let mut met = Self(idle.map(|(rule, texts)| (rule.clone(), texts.clone())).collect());
        found.retain(|finding| {
            let places = places(&page, finding);
            let known = rest.take(finding.rule, &places);
            if known {
                met.add(finding.rule, places);
            }
            !known
        });
        (found, met)
    }

    /// How many places are known.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.values().flat_map(BTreeMap::values).sum()
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn add(&mut self, rule: &str, texts: BTreeMap<String, usize>) {
        let known = self.0.entry(rule.to_owned()).or_default();
        for (text, count) in texts {
            *known.entry(text).or_default() += count;
        }
    }

    /// Takes texts away if all of them are there.
    fn take(&mut self, rule: &str, texts: &BTreeMap<String, usize>) -> bool {
        let Some(known) = self.0.get_mut(rule) else { return false };
        if texts.iter().any(|(text, count)| known.get(text).is_none_or(|known| known < count)) {
            return false;
        }
        for (text, count) in texts {
            known.entry(text.clone()).and_modify(|known| *known -= count);
        }
        true
    }
}

/// The words at the places of a finding, and how often each is among them.
fn places(page: &Findings<'_>, finding: &Diagnostic) -> BTreeMap<String, usize> {
    let mut texts = BTreeMap::new();
    for span in std::iter::once(finding.span).chain(finding.labels.iter().map(|label| label.span)) {
        *texts.entry(words_at(page, span)).or_default() += 1;
    }
    texts
}

/// The words at a place, any white space one blank; of one without words, those of its line.
pub(crate) fn words_at(page: &Findings<'_>, span: Span) -> String {
    let found = if span.of(page.source).trim().is_empty() { page.line(span.start()) } else { span.of(page.source) };
    let words = found.split_whitespace().flat_map(|word| [" ", word]).skip(1);
    words.flat_map(str::chars).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use handbill_model::Severity;

    fn finding(source: &str, words: &str, labels: &[&str]) -> Diagnostic {
        let span = |words: &str| {
            let at = source.find(words).expect("it stands there");
            Span::new(at..at + words.len())
        };
        let finding = Diagnostic::new("some-rule", Severity::Error, span(words), "it is wrong");
        labels.iter().fold(finding, |finding, label| finding.with_label(span(label), "here too"))
    }

    fn all() -> Settings {
        Settings::default()
    }

    #[test]
    fn what_is_known_of_rules_that_do_not_run_stays_known() {
        let text = "a b";
        let mut known = Known::of(text, &[finding(text, "a", &[])]);
        known.add("doubled-word", BTreeMap::from([("b".to_owned(), 1)]));
        assert_eq!(known.judge(text, vec![], &all()).1.count(), 0);
        let mut dates = all();
        dates.select = vec!["dates".parse().expect("it is a group")];
        assert_eq!(known.judge(text, vec![], &dates).1.count(), 1);
    }

    #[test]
    fn as_many_as_are_known_are_passed_over_and_no_more() {
        let (one, two) = ("a b c", "a\n\n b\u{a0}c a");
        let known = Known::of(one, &[finding(one, "a", &[])]);
        let (left, met) = known.judge(two, vec![finding(two, "a", &[]), finding(two, "a", &[])], &all());
        assert_eq!((left.len(), met == known), (1, true));
        let (left, met) = known.judge(two, vec![finding(two, "b", &[])], &all());
        assert_eq!((left.len(), met.is_empty()), (1, true));
    }

    #[test]
    fn of_many_places_one_may_go_and_none_may_come() {
        let text = "a b c d";
        let known = Known::of(text, &[finding(text, "a", &["b", "c"])]);
        let count = |finding: Diagnostic| known.judge(text, vec![finding], &all()).0.len();
        assert_eq!(count(finding(text, "b", &["c"])), 0, "a was put right");
        assert_eq!(count(finding(text, "a", &["b", "c", "d"])), 1, "d is new");
    }

    #[test]
    fn white_space_is_no_matter_and_long_texts_are_cut() {
        let (one, two) = ("the \t words", "the\n  words");
        let known = Known::of(one, &[finding(one, one, &[])]);
        assert_eq!(known.judge(two, vec![finding(two, two, &[])], &all()).0, []);
        let long = "é".repeat(500);
        let text = Known::of(&long, &[finding(&long, &long, &[])]);
        assert!(text.0["some-rule"].keys().all(|text| text.chars().count() == LONGEST));
    }

    #[test]
    fn what_is_no_baseline_is_said() {
        for text in ["", "[]", "{}", r#"{"schema_version": 1, "pages": {}, "x": 1}"#] {
            assert!(matches!(Baseline::read(text), Err(BaselineError::Form(_))), "{text}");
        }
        let newer = r#"{"schema_version": 2, "pages": {}}"#;
        assert!(matches!(Baseline::read(newer), Err(BaselineError::Newer(2))));
        assert_eq!(Baseline::read(&Baseline::default().to_string()).ok(), Some(Baseline::default()));
    }
}
