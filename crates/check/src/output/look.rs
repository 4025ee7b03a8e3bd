//! How text for people looks.

use handbill_model::Severity;

/// How text for people looks; it is the caller who knows the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Look {
    /// Whether there are colours (ANSI escapes).
    pub colors: bool,
    /// How many columns a line may have.
    pub width: usize,
}

impl Look {
    /// Without colours.
    #[must_use]
    pub const fn plain(width: usize) -> Self {
        Self { colors: false, width }
    }

    /// With colours.
    #[must_use]
    pub const fn colored(width: usize) -> Self {
        Self { colors: true, width }
    }
}

/// Errors red, warnings yellow, infos blue.
pub(crate) fn paint(severity: Severity, text: &str, look: Look) -> String {
    let code = match severity {
        Severity::Error => "1;91",
        Severity::Warning => "1;33",
        Severity::Info => "1;96",
    };
    style(code, text, look)
}

/// A text between ANSI escapes (ECMA-48, SGR), where colours are wanted.
pub(crate) fn style(code: &str, text: &str, look: Look) -> String {
    if look.colors { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// A text that leads to a URL where a terminal has colours (ANSI OSC 8); others see the text alone.
pub(crate) fn linked(url: &str, text: &str, look: Look) -> String {
    if look.colors { format!("\u{1b}]8;;{url}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\") } else { text.to_owned() }
}

/// A text on one line that cannot steer a terminal: a page is a stranger's text.
pub(crate) fn harmless(text: &str) -> String {
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
