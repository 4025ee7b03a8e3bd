//! Standard output: whole texts, and silence when the reader has gone.

use std::io::{ErrorKind, Result, Write};

use crate::message;
use crate::outcome::Outcome;

/// Writes the bytes as they are.
pub(crate) fn bytes(text: &str) -> Outcome {
    let mut out = std::io::stdout().lock();
    settle(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Writes a text for people: its colours stay only where the terminal shows them and nobody asked for none.
pub(crate) fn styled(text: &str) -> Outcome {
    let mut out = anstream::stdout().lock();
    settle(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

fn settle(written: Result<()>) -> Outcome {
    match written {
        Ok(()) => Outcome::Done,
        // `handbill facts x.md | head -1`: the reader has what it wanted.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => message::failed(format_args!("standard output: {error}")),
    }
}
