//! YAML front matter, as Ruby's Psych reads it.

use handbill_text::Span;

use crate::FrontMatter;

pub(crate) fn parse(_text: &str, _span: Span) -> FrontMatter {
    FrontMatter::default()
}
