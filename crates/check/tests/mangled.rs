//! Pages of the fixtures with marks and blanks of any width put in, taken out or changed: what cuts texts must cut between
//! their letters, those who read as those who check.
#![expect(clippy::disallowed_methods, reason = "the pages lie beside the crate")]

use std::path::Path;
use std::sync::LazyLock;

use handbill_check::{Selector, Settings, check};
use handbill_page::{Site, read};
use proptest::prelude::*;

/// The pages, in the order of their paths.
static PAGES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut found = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures"), &mut found);
    found.sort();
    found
});

fn below(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            found.push((path.to_string_lossy().into_owned(), text));
        }
    }
}

/// What authors' editors leave in pages.
const ODD: &[&str] = &[
    "\u{a0}", "–", "—", "→", "·", "•", "é", "📍", "’", "“", "\u{2003}", "…", "、", "ß", "\u{301}", "|", "(", ")", "[",
    "]", "*", "_", "https://", "(https://a.example", "”https://", "~~", ":", "\n", "\n\n", " ", ".", ",", "@",
    " [at] ", "[dot]", "midnight", "€", "4", "2031", "",
];

/// A change: where, in thousandths of the page, whether at the end of a word, what comes, and whether a letter goes.
fn change() -> impl Strategy<Value = (usize, bool, &'static str, bool)> {
    (0..1000_usize, prop::bool::weighted(0.8), prop::sample::select(ODD), any::<bool>())
}

fn mangled(text: &str, changes: &[(usize, bool, &str, bool)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (at, behind, odd, instead) in changes {
        let start = letters.len() * at / 1000;
        let word = letters[start..].iter().take_while(|c| *behind && c.is_alphanumeric()).count();
        let start = start + word;
        let end = (start + usize::from(*instead)).min(letters.len());
        letters.splice(start..end, odd.chars());
    }
    letters.into_iter().collect()
}

fn every_rule() -> Settings {
    let mut settings = Settings::default();
    settings.select = vec![Selector::All];
    settings
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_mangled_page_is_read_and_checked(at in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 1..40)) {
        let (path, text) = at.get(PAGES.as_slice());
        let text = mangled(text, &changes);
        let page = read(path, &text, &Site::default());
        for found in check(&page, &every_rule()) {
            prop_assert!(text.is_char_boundary(found.span.start()) && text.is_char_boundary(found.span.end()));
        }
        for (pointer, sources) in &page.document.evidence {
            for source in sources.iter().filter(|source| source.path.is_empty()) {
                prop_assert!(text.contains(&source.text), "{pointer}");
            }
        }
    }
}
