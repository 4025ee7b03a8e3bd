//! Expands many templates, for `conformance/liquid`: one JSON object a line on standard input,
//! `{"template": text, "globals": {name: value}}`; one a line on standard output, `{"text": expanded, "problems": n}`.
//! The first argument is the folder of the includes.

use handbill_liquid::{Context, IncludeSource, Includes, NotIncluded, Object, Value, expand};
use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from).unwrap_or_default();
    let includes = Folder(folder);
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let job: serde_json::Value = serde_json::from_str(&line?)?;
        let Value::Object(globals) = value(&job["globals"]) else { continue };
        let expansion = expand(job["template"].as_str().unwrap_or(""), &Context::new(&globals, &includes));
        assert_eq!(expansion.map.len(), expansion.text.len(), "the map describes every byte");
        let problems: Vec<&str> = expansion.problems.iter().map(|problem| problem.message.as_str()).collect();
        let unresolved: Vec<String> =
            expansion.unresolved.iter().map(|it| format!("{:?} {}: {}", it.kind, it.name, it.reason)).collect();
        let answer = serde_json::json!({ "text": expansion.text, "problems": problems, "unresolved": unresolved });
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

struct Folder(PathBuf);

impl Includes for Folder {
    fn include(&self, name: &str) -> Result<IncludeSource, NotIncluded> {
        let path = self.0.join(name.trim_start_matches('/'));
        #[expect(clippy::disallowed_methods, reason = "an example reads the includes that it is given")]
        let text = std::fs::read_to_string(&path);
        let path = format!("_includes/{name}");
        text.map_or_else(
            |_| Err(NotIncluded::Missing { path: path.clone() }),
            |text| Ok(IncludeSource { path: path.clone(), text }),
        )
    }
}

fn value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Nil,
        serde_json::Value::Bool(value) => Value::from(*value),
        serde_json::Value::Number(number) => {
            number.as_i64().map_or_else(|| Value::from(number.as_f64().unwrap_or(0.0)), Value::from)
        }
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(values) => values.iter().map(value).collect(),
        serde_json::Value::Object(entries) => {
            Value::from(entries.iter().map(|(name, entry)| (name.as_str(), value(entry))).collect::<Object>())
        }
    }
}
