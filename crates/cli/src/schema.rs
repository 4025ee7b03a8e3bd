//! `handbill schema`: the JSON Schema of Event JSON.

use crate::outcome::Outcome;
use crate::stdout;

pub(crate) fn run() -> Outcome {
    let schema = serde_json::to_string_pretty(&handbill_model::schema()).expect("a schema has string keys only");
    stdout::bytes(&(schema + "\n"))
}
