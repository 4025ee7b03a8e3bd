//! `handbill config`: what is in force as a settings file, each with where it is said.

use handbill_frontmatter::{Data, Value};

use super::in_force::InForce;
use super::keys::KEYS;

/// A `.handbill.toml` that says what is in force.
pub(super) fn show(found: &InForce) -> String {
    let mut text = String::new();
    for (key, said) in KEYS.iter().zip(&found.said) {
        let line = match said {
            Some(said) => format!("{} = {}  # {}\n", key.name, toml(&said.value), said.place),
            None if key.unsaid.is_empty() => format!("# {} = ...  # not said\n", key.name),
            None => format!("{} = {}  # not said\n", key.name, key.unsaid),
        };
        text.push_str(&format!("# {}\n{line}", key.about));
    }
    text
}

/// A value as TOML has it.
fn toml(value: &Value) -> String {
    match &value.data {
        Data::List(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Data::Map(map) if map.entries.is_empty() => "{}".to_owned(),
        Data::Map(map) => {
            let pairs = map.entries.iter().map(|entry| format!("{} = {}", quoted(&entry.key), toml(&entry.value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        Data::Text(text) => quoted(text),
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => value.shown(),
    }
}

/// A basic string (TOML 1.0): quotes, backslashes and characters of control are escaped.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
