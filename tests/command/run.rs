//! Calls of the command, in a folder of their own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a call ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// An event page that everything can be made of.
pub(crate) const PAGE: &str =
    "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n\nThe day takes place in Oulu, Finland.\n";

/// A folder of this name for one test, empty at its start.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// Writes files, a path and a text each, into `folder`.
pub(crate) fn files(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("the folder can be written");
        fs::write(path, text).expect("the folder can be written");
    }
}

/// Calls the command in `folder`.
pub(crate) fn handbill(folder: &Path, arguments: &[&str]) -> Ended {
    handbill_with(folder, arguments, b"")
}

/// Calls the command in `folder` with this standard input.
pub(crate) fn handbill_with(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_handbill"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("SOURCE_DATE_EPOCH")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built");
    // A command that ends without reading closes the pipe, and that is no failure of the test.
    let _ = child.stdin.take().expect("it is piped").write_all(stdin);
    let output = child.wait_with_output().expect("the command ends");
    Ended {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("outputs are UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

/// The names of all files under `folder`, sorted.
pub(crate) fn listing(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                left.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it lies in the folder");
                found.push(name.to_str().expect("names of tests are UTF-8").to_owned());
            }
        }
    }
    found.sort();
    found
}
