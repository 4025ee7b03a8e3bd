//! schema.org's `Event` as JSON-LD, for search engines.

use serde_json::{Value, json};

use crate::links::Links;
use crate::schema_org;
use crate::{Format, Input, Note, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "jsonld",
    extension: "jsonld",
    about: "schema.org JSON-LD for search engines",
    media_type: "application/ld+json",
    many: true,
    events: true,
    render,
    notes,
};

/// Several events are one graph.
fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let mut events: Vec<Value> = inputs.iter().filter_map(|input| event(input, settings)).collect();
    match (events.pop(), events.is_empty()) {
        (None, _) => Err(RenderError::no_event(inputs)),
        (Some(Value::Object(mut only)), true) => {
            only.shift_insert(0, "@context".to_owned(), schema_org::CONTEXT.into());
            Ok(laid_out(&Value::Object(only)))
        }
        (Some(last), _) => {
            events.push(last);
            Ok(laid_out(&json!({ "@context": schema_org::CONTEXT, "@graph": events })))
        }
    }
}

fn event(input: &Input<'_>, settings: &Settings) -> Option<Value> {
    let links = Links::new(input.document, settings);
    Some(Value::Object(schema_org::event(input.document.event.as_ref()?, &links)))
}

/// What Google asks of an event, as its documentation of the `Event` structured data says, in its order.
fn notes(input: &Input<'_>, settings: &Settings) -> Vec<Note> {
    const REQUIRED: [&str; 3] = ["name", "startDate", "location"];
    const RECOMMENDED: [&str; 7] =
        ["description", "endDate", "eventStatus", "image", "offers", "organizer", "performer"];
    let mut notes = note::of_links(input, settings);
    if let Some(event) = event(input, settings) {
        let missing = |names: &[&'static str]| names.iter().copied().filter(|name| event.get(name).is_none()).collect();
        let (required, recommended): (Vec<_>, Vec<_>) = (missing(&REQUIRED), missing(&RECOMMENDED));
        if !required.is_empty() || !recommended.is_empty() {
            notes.push(Note::Lacks { required, recommended });
        }
    }
    notes
}

fn laid_out(value: &Value) -> String {
    schema_org::script_safe(&serde_json::to_string_pretty(value).expect("its keys are strings")) + "\n"
}
