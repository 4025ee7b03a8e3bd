//! What is wrong with a template.

use handbill_text::Span;

/// A mistake in the template, or a limit reached.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// What is wrong, in one clause.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The words to change, in the source.
    pub span: Span,
}

/// A problem with its way out; an empty `help` is none.
pub(crate) fn problem(span: Span, message: impl Into<String>, help: impl Into<String>) -> Problem {
    let help = help.into();
    Problem { message: message.into(), help: (!help.is_empty()).then_some(help), span }
}
