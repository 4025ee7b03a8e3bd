//! Skeleton.

use crate::{Format, Input, RenderError, Settings};

pub(crate) const FORMAT: Format = Format {
    name: "ics-programme",
    extension: "programme.ics",
    about: "each session with a time as an entry of a calendar",
    media_type: "text/calendar",
    many: true,
    render,
};

fn render(inputs: &[Input<'_>], _: &Settings) -> Result<String, RenderError> {
    let path = inputs.first().map(|input| input.document.page.path.clone()).unwrap_or_default();
    Err(RenderError::NoEvent { path })
}
