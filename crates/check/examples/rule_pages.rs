//! `cargo run -p handbill-check --example rule_pages`: writes `docs/rules/` from the manuals of the rules.
#![expect(clippy::disallowed_methods, reason = "it writes the project's own docs")]

use std::path::Path;
use std::{fs, io};

use handbill_check::{RULES, rule_index, rule_page};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    // A rule that is gone leaves no page behind.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("README.md"), rule_index())?;
    RULES.iter().try_for_each(|rule| fs::write(folder.join(format!("{}.md", rule.name)), rule_page(rule)))
}
