//! Values as JSON, as Ruby's `JSON.generate` writes it: without blanks, with `/` and non-ASCII as they are.

use super::display::{float, write_ruby};
use crate::Value;

/// Appends `value`, until `json` is longer than `limit`; how many values that touched.
pub(crate) fn write_json(json: &mut String, value: &Value, limit: usize) -> usize {
    let mut touched = 1;
    match value {
        Value::Nil => json.push_str("null"),
        Value::Empty | Value::Blank => json.push_str("\"\""),
        Value::Bool(value) => json.push_str(if *value { "true" } else { "false" }),
        Value::Int(value) => json.push_str(&value.to_string()),
        Value::Float(value) => json.push_str(&float(*value)),
        Value::String(text) => quote(json, text),
        Value::Array(values) => {
            json.push('[');
            for (i, value) in values.iter().enumerate() {
                if json.len() > limit {
                    break;
                }
                json.push_str(if i > 0 { "," } else { "" });
                touched += write_json(json, value, limit);
            }
            json.push(']');
        }
        Value::Object(object) => {
            json.push('{');
            for (i, (name, value)) in object.iter().enumerate() {
                if json.len() > limit {
                    break;
                }
                json.push_str(if i > 0 { "," } else { "" });
                quote(json, name);
                json.push(':');
                touched += write_json(json, value, limit);
            }
            json.push('}');
        }
        Value::Date(_) | Value::Time(_) | Value::Range(..) => {
            let mut text = String::new();
            write_ruby(&mut text, value, limit);
            quote(json, &text);
        }
    }
    touched
}

fn quote(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{c}' => json.push_str("\\f"),
            '\u{8}' => json.push_str("\\b"),
            c if u32::from(c) < 0x20 => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json.push('"');
}
