//! Messages on standard error.

use std::fmt::Display;
use std::io::Write;

use anstyle::{AnsiColor, Style};

use crate::outcome::Outcome;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// Some page failed: says so, and the others go on.
pub(crate) fn failed(message: impl Display) -> Outcome {
    error(&message);
    Outcome::Failed
}

/// Something that the person should know; nothing failed.
pub(crate) fn note(page: &str, message: impl Display) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{NOTE}note{NOTE:#}: {page}: {message}");
}

/// The command cannot run as it was called.
pub(crate) fn usage(message: impl Display) -> Outcome {
    error(&message);
    Outcome::Usage
}

/// A text as it is.
pub(crate) fn bytes(text: &str) -> Outcome {
    // Nobody is left to be told when standard error is closed.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
    Outcome::Done
}

fn error(message: &dyn Display) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{ERROR}error{ERROR:#}: {message}");
}
