//! Event JSON: the document's own serde form.

use crate::{Format, Input, RenderError, Settings};

pub(crate) const FORMAT: Format = Format {
    name: "json",
    extension: "json",
    about: "all facts with their evidence; several pages as one document a line",
    media_type: "application/json",
    many: true,
    events: false,
    render,
    notes: |_, _| Vec::new(),
};

/// One page is laid out for people; several are NDJSON, one document a line.
fn render(inputs: &[Input<'_>], _: &Settings) -> Result<String, RenderError> {
    const IS_JSON: &str = "keys of a document are strings, and its numbers have a JSON form";
    if let [input] = inputs {
        return Ok(serde_json::to_string_pretty(input.document).expect(IS_JSON) + "\n");
    }
    Ok(inputs.iter().map(|input| serde_json::to_string(input.document).expect(IS_JSON) + "\n").collect())
}
