//! Messages on standard error.

use std::fmt::Display;
use std::io::Write;

use anstyle::{AnsiColor, Style};

use crate::outcome::Outcome;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Some page failed: says so, and the others go on.
pub(crate) fn failed(message: impl Display) -> Outcome {
    error(&message);
    Outcome::Failed
}

/// The command cannot run as it was called.
pub(crate) fn usage(message: impl Display) -> Outcome {
    error(&message);
    Outcome::Usage
}

fn error(message: &dyn Display) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{ERROR}error{ERROR:#}: {message}");
}
