//! Skeleton.

use crate::{Format, Input, RenderError, Settings};

pub(crate) const FORMAT: Format = Format {
    name: "html",
    extension: "html",
    about: "a complete page, without script and without network",
    media_type: "text/html",
    many: false,
    render,
};

fn render(inputs: &[Input<'_>], _: &Settings) -> Result<String, RenderError> {
    let path = inputs.first().map(|input| input.document.page.path.clone()).unwrap_or_default();
    Err(RenderError::NoEvent { path })
}
