//! One version, wherever it is written.

use std::fs;
use std::path::Path;

#[test]
fn the_hooks_install_this_version() {
    let read = |file: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("it is there");
    let version = env!("CARGO_PKG_VERSION");
    let shim = read("pyproject.toml");
    assert!(shim.contains(&format!("\nversion = \"{version}\"\ndependencies = [\"handbill=={version}\"]\n")), "{shim}");
    for (file, words) in [
        ("README.md", format!("rev: v{version}\n")),
        ("docs/pre-commit.md", format!("pip install handbill=={version}")),
    ] {
        assert!(read(file).contains(&words), "{file} lacks `{words}`");
    }
}

#[test]
fn the_first_thing_that_the_hooks_manual_says_is_how_to_leave_old_pages_alone() {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pre-commit.md");
    let manual = fs::read_to_string(manual).expect("it is there");
    assert!(manual.lines().next().is_some_and(|line| line.starts_with("`archive-before = ")), "{manual}");
}
