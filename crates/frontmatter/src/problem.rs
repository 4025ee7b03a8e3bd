//! What is wrong with a front matter.

use handbill_text::Span;

use crate::{Split, SplitProblem};

/// Something wrong with a front matter, with the place to change and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What sort of thing it is.
    pub kind: Kind,
    /// The words to change, in the file's text.
    pub span: Span,
    /// What is wrong, in one clause, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// A second place that explains the first: the other key of a pair, the bracket that was opened.
    pub related: Option<Span>,
}

/// The sorts of [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The front matter is opened and never closed: Jekyll publishes it as text.
    Unterminated,
    /// A byte order mark before the fence: Jekyll publishes a page with one unread.
    ByteOrderMark,
    /// It cannot be read here; what stands before, and the keys after it, are kept.
    Syntax,
    /// A tab where YAML allows blanks only.
    Tab,
    /// A key stands twice in one mapping; the last one counts.
    DuplicateKey,
    /// The front matter is a list or a single value: Jekyll does not build such a page.
    NotAMapping,
    /// An alias without its anchor.
    UnknownAlias,
    /// A tag (`!ruby/object`, ...) that Jekyll refuses to read.
    Tag,
    /// Something that Jekyll's Ruby refuses, though YAML allows it.
    Refused,
    /// Deeper nesting or larger aliases than is sensible; what is beyond the limit is left out.
    Limit,
    /// More than one document.
    SecondDocument,
}

pub(crate) fn problem(kind: Kind, span: Span, message: impl Into<String>, help: &str) -> Problem {
    let help = (!help.is_empty()).then(|| help.to_owned());
    Problem { kind, span, message: message.into(), help, related: None }
}

/// A key that stands at both places.
pub(crate) fn duplicate(key: &str, first: Span, second: Span) -> Problem {
    let message = format!("`{key}` stands twice; the last one counts");
    let note = problem(Kind::DuplicateKey, second, message, "remove one of the two");
    Problem { related: Some(first), ..note }
}

pub(crate) fn of_split(text: &str, split: &Split, problem: SplitProblem) -> Problem {
    let fence = split.opening.of(text).trim_end();
    let span = Span::new(split.opening.start()..split.opening.start() + fence.len());
    let (kind, span, message, help) = match problem {
        SplitProblem::Unterminated => {
            let end = if fence.is_empty() { "a `}`".to_owned() } else { format!("a line of `{fence}`") };
            let message = "the front matter is never closed, and is published as text".to_owned();
            (Kind::Unterminated, span, message, format!("close it with {end}"))
        }
        SplitProblem::ByteOrderMark => {
            let message =
                "a byte order mark stands before the front matter; Jekyll copies such a page unread".to_owned();
            (Kind::ByteOrderMark, Span::new(0..split.opening.start()), message, "remove it".to_owned())
        }
    };
    Problem { kind, span, message, help: Some(help), related: None }
}
