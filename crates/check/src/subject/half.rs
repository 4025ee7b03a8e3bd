//! The halves of the day.

use handbill_text::{Edit, Mapped, Span};

/// Writes `pm` for `am`, or `am` for `pm`, in a time at this place, in the way in which it is written.
pub(crate) fn other_half(source: &str, time: Mapped) -> Option<Edit> {
    let written = time.span.of(source);
    let at = written.rfind(['a', 'A', 'p', 'P'])?;
    let behind = &written[at + 1..];
    if !time.written || !behind.trim_start_matches('.').starts_with(['m', 'M']) {
        return None;
    }
    let other = match &written[at..=at] {
        "a" => "p",
        "A" => "P",
        "p" => "a",
        _ => "A",
    };
    let start = time.span.start() + at;
    Some(Edit { span: Span::new(start..start + 1), text: other.to_owned() })
}

#[cfg(test)]
mod tests {
    use handbill_text::{Mapped, Span, apply};

    use super::other_half;

    #[test]
    fn the_other_half_is_written_as_the_one() {
        for (time, other) in [("3:30am", "3:30pm"), ("3 P.M.", "3 A.M."), ("11 Am", "11 Pm")] {
            let place = Mapped { span: Span::new(0..time.len()), written: true };
            let edit = other_half(time, place).expect("it has a half");
            assert_eq!(apply(time, &[edit]).as_deref(), Ok(other));
        }
        let place = Mapped { span: Span::new(0..5), written: true };
        assert_eq!(other_half("15:30", place), None);
    }
}
