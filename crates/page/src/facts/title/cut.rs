//! A title cut into segments.

use handbill_text::Span;

use super::JOINTS;

/// Where segments end: dashes between blanks, and bars; each with its length.
pub(super) fn separators(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    // `Rope Days / Lund / March 2031`; `Rope Days / Knot Fair` is one of two names.
    let slashed = text.matches(" / ").nth(1).is_some();
    while let Some(at) = text[from..].find([' ', '|', '\n']) {
        let at = from + at;
        let rest = &text[at..];
        // A line that goes on in small letters goes on with the name.
        if rest.starts_with('\n') && !rest.trim_start().starts_with(char::is_lowercase) {
            found.push((at, 1));
        }
        let separator = [" -- ", " --- ", " - ", " – ", " — ", " | ", "|", " · ", " // ", " / "]
            .into_iter()
            .find(|separator| rest.starts_with(separator) && (slashed || *separator != " / "));
        from = at + separator.map_or(1, str::len);
        if let Some(separator) = separator {
            found.push((at, separator.len()));
        }
    }
    found
}

/// The span without the marks and joining words at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let part = span.of(text);
    let open = part.matches('(').count() > part.matches(')').count();
    let close = part.matches(')').count() == part.matches('(').count();
    let start = part.trim_start_matches(|c: char| JOINTS.contains(&c) && !(c == '(' && close));
    let kept = start.trim_end_matches(|c: char| JOINTS.contains(&c) && !(c == ')' && close && !open));
    let from = span.start() + (part.len() - start.len());
    let kept = [" on", " from", " of", " the"].into_iter().find_map(|word| kept.strip_suffix(word)).unwrap_or(kept);
    let kept = if matches!(kept, "on" | "from" | "in" | "of") { "" } else { kept };
    Span::new(from..from + kept.len())
}
