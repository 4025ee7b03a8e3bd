//! A template, read.

use crate::Problem;

/// A template, read once and expanded as often as one likes.
#[derive(Clone, Debug)]
pub struct Template {
    problems: Vec<Problem>,
}

impl Template {
    /// Reads `text`. Never fails: what Jekyll would stop at is among the [`Template::problems`].
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let _ = text;
        Self { problems: Vec::new() }
    }

    /// What is wrong with the template itself, in the order of the text.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}
