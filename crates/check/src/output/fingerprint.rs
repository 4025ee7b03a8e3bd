//! What tells a finding from others, whatever line it stands on.

use std::collections::BTreeMap;

use super::Findings;
use crate::baseline::words_at;

/// A mark for each finding of a page: made of its path, its rule, the words found, and which of several such it is.
pub(super) fn fingerprints(findings: &Findings<'_>) -> Vec<String> {
    let mut before: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mark = |finding: &handbill_model::Diagnostic| {
        let key = (finding.rule, words_at(findings, finding.span));
        let text = format!("{}\0{}\0{}", findings.path, key.0, key.1);
        let count = before.entry(key).or_default();
        *count += 1;
        format!("{:016x}", hash(format!("{text}\0{count}").as_bytes()))
    };
    findings.diagnostics.iter().map(mark).collect()
}

/// FNV-1a of 64 bits: the same on every machine and in every version, which the hash of the standard library is not.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use handbill_model::{Diagnostic, Severity};
    use handbill_text::Span;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_moved_line_keeps_its_mark_and_a_second_of_the_same_has_its_own() {
        let marks = |source: &str| {
            let found: Vec<Diagnostic> = source
                .match_indices("the")
                .map(|(at, word)| {
                    Diagnostic::new("some-rule", Severity::Error, Span::new(at..at + word.len()), "wrong")
                })
                .collect();
            fingerprints(&Findings::new("a.md", source, &found))
        };
        assert_eq!(marks("the\nthe\n"), marks("new\n\nthe line\nthe last\n"));
        let two = marks("the the");
        assert_ne!(two[0], two[1]);
    }
}
