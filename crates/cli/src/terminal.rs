//! What the terminal is like: its width, and whether it shows colours.

use std::io::IsTerminal;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use handbill_check::output::Look;
use terminal_size::{Width, terminal_size};

/// The width of text for people where there is no terminal.
const WIDTH: usize = 100;

/// Columns of the terminal behind a stream.
pub(crate) fn width(stream: &impl IsTerminal) -> usize {
    match terminal_size().filter(|_| stream.is_terminal()) {
        Some((Width(width), _)) => usize::from(width).max(40),
        None => WIDTH,
    }
}

/// How findings look on a stream: in colour where it is a terminal and nobody asked for none (`NO_COLOR`), or where
/// somebody asked for it (`CLICOLOR_FORCE`).
pub(crate) fn look(stream: &(impl RawStream + IsTerminal)) -> Look {
    match AutoStream::choice(stream) {
        ColorChoice::Never => Look::plain(width(stream)),
        ColorChoice::Auto | ColorChoice::AlwaysAnsi | ColorChoice::Always => Look::colored(width(stream)),
    }
}
