//! The page's body alone, as Jekyll puts it into `{{ content }}`.

use crate::{Format, Input, RenderError, Settings};

pub(crate) const FORMAT: Format = Format {
    name: "body",
    extension: "body.html",
    about: "the page's body alone, byte for byte what Jekyll makes of it",
    media_type: "text/html",
    many: false,
    events: false,
    render,
    notes: |_, _| Vec::new(),
};

fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    inputs
        .iter()
        .map(|input| {
            input
                .body
                .map(|body| settings.body(body).into_owned())
                .ok_or_else(|| RenderError::no_text(input, FORMAT.name))
        })
        .collect()
}
