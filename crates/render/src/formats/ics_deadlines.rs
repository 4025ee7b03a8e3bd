//! Skeleton.

use crate::{Format, Input, RenderError, Settings};

pub(crate) const FORMAT: Format = Format {
    name: "ics-deadlines",
    extension: "deadlines.ics",
    about: "the days on which calls and registrations close",
    media_type: "text/calendar",
    many: true,
    render,
};

fn render(inputs: &[Input<'_>], _: &Settings) -> Result<String, RenderError> {
    let path = inputs.first().map(|input| input.document.page.path.clone()).unwrap_or_default();
    Err(RenderError::NoEvent { path })
}
