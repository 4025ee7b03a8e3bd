//! schema.org's `Event` as JSON-LD, for search engines.

use handbill_model::Role;
use serde_json::{Value, json};

use crate::links::Links;
use crate::schema_org;
use crate::{Format, Input, RenderError, Settings};

pub(crate) const FORMAT: Format = Format {
    name: "jsonld",
    extension: "jsonld",
    about: "schema.org JSON-LD for search engines",
    media_type: "application/ld+json",
    many: true,
    render,
};

/// One page gives its event whatever its role; of several, pages about an event give theirs as one graph.
fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let of_events = inputs.iter().filter(|input| inputs.len() == 1 || input.document.page.role == Role::Event);
    let mut events: Vec<Value> = of_events.filter_map(|input| event(input, settings)).collect();
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

fn laid_out(value: &Value) -> String {
    schema_org::script_safe(&serde_json::to_string_pretty(value).expect("its keys are strings")) + "\n"
}
