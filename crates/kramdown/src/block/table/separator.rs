//! The lines between a table's parts.

use crate::Alignment;

/// A line that separates parts of a table.
pub(super) struct Separator {
    /// Whether it is made of `-`; else of `=`, before the foot.
    pub(super) dashes: bool,
}

/// The separator at `at`: nothing but `+`, `|`, `:`, blanks, and at least one `-`, or one `=`.
pub(super) fn read(bytes: &[u8], at: usize) -> Option<Separator> {
    let (mut dashes, mut equals) = (false, false);
    for byte in &bytes[at..] {
        match byte {
            b'\n' => break,
            b'-' => dashes = true,
            b'=' => equals = true,
            b'+' | b'|' | b':' | b' ' | b'\t' => {}
            _ => return None,
        }
    }
    (dashes != equals).then_some(Separator { dashes })
}

/// How the columns are aligned, by the colons around each run of dashes.
pub(super) fn alignment(line: &[u8]) -> Vec<Alignment> {
    let mut alignment = Vec::new();
    let mut at = 0;
    while let Some(start) = memchr::memchr(b'-', &line[at..]).map(|length| at + length) {
        let end = start + line[start..].iter().take_while(|byte| **byte == b'-').count();
        let left = start > at && line[start - 1] == b':';
        let right = line.get(end) == Some(&b':');
        alignment.push(match (left, right) {
            (false, false) => Alignment::Default,
            (true, false) => Alignment::Left,
            (false, true) => Alignment::Right,
            (true, true) => Alignment::Center,
        });
        at = end + usize::from(right);
    }
    alignment
}
