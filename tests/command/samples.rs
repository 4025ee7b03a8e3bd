//! The sample pages, which are other people's and lie beside the project: of their outputs only sums are kept here, so
//! that any change of one shows in review.

use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::run::handbill;

#[test]
fn sums_of_every_format_of_both_samples() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    if !samples.exists() {
        assert_ne!(std::env::var("HANDBILL_REFERENCE").as_deref(), Ok("required"), "{} is missing", samples.display());
        eprintln!("left out: {} is missing", samples.display());
        return;
    }
    let mut table = String::new();
    for page in ["boston-2020.md", "online-meeting-2023.md"] {
        let facts = handbill(&samples, &["facts", page]).stdout;
        writeln!(table, "{}  {page} as facts", sum(&facts)).expect("a string takes all");
        for format in handbill::render::FORMATS {
            let ended = handbill(&samples, &["convert", page, "--to", format.name]);
            let sum = match ended.code {
                Some(0) => sum(&ended.stdout),
                _ => "-".repeat(64),
            };
            writeln!(table, "{sum}  {page} to {}", format.name).expect("a string takes all");
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    settings.bind(|| insta::assert_snapshot!("samples.sha256", table));
}

fn sum(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
