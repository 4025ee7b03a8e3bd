//! The page's body after Liquid and before Markdown.

use crate::{Format, Input, RenderError, Settings};

pub(crate) const FORMAT: Format = Format {
    name: "expanded",
    extension: "expanded.md",
    about: "the page's body after Liquid, before Markdown",
    media_type: "text/markdown",
    many: false,
    events: false,
    render,
    notes: |_, _| Vec::new(),
};

fn render(inputs: &[Input<'_>], _: &Settings) -> Result<String, RenderError> {
    inputs
        .iter()
        .map(|input| input.expanded.map(str::to_owned).ok_or_else(|| RenderError::no_text(input, FORMAT.name)))
        .collect()
}
