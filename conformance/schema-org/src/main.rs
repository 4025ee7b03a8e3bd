//! What `schemaorg-validate` says of JSON-LD: `schema-org < PATHS` prints for each path, one a line, a line of JSON:
//! `{"path", "problems": [""], "eligible": true, "required": [""], "recommended": [""]}`. Called by `structured.py`.

use schemaorg_rs::profiles::ProfileRegistry;
use schemaorg_rs::validation::{Severity, validate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let registry = ProfileRegistry::with_google();
    for path in std::io::stdin().lines() {
        let path = path?;
        let json = std::fs::read_to_string(&path)?;
        let html = format!("<script type=\"application/ld+json\">{json}</script>");
        let graph = schemaorg_rs::extract_all(&html)?;
        let vocabulary = validate(&graph);
        // What is pending in the vocabulary is told as info; anything above is a word that it does not know or a value
        // that it does not expect there.
        let problems = vocabulary.diagnostics.iter().filter(|found| found.severity != Severity::Info);
        let mut problems: Vec<String> = problems.map(|found| format!("{}: {}", found.path, found.message)).collect();
        let google = registry.evaluate("google", &graph, &vocabulary.diagnostics)?;
        // The event itself is the first of its nodes; sessions inside it are events of their own.
        let event = google.type_results.first();
        if event.is_none() {
            problems.push("no node that Google reads".to_owned());
        }
        let names = |of: fn(&schemaorg_rs::profiles::TypeEligibility) -> &Vec<String>| {
            event.map(of).cloned().unwrap_or_default()
        };
        println!(
            "{}",
            serde_json::json!({
                "path": path,
                "problems": problems,
                "eligible": event.is_some_and(|event| event.eligible),
                "required": names(|event| &event.required_missing),
                "recommended": names(|event| &event.recommended_missing),
            })
        );
    }
    Ok(())
}
