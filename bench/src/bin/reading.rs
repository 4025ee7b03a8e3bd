//! What reading a page to Event JSON costs beside rendering it with comrak, over the pages of `../shared/corpus/pages`,
//! in one process: `cargo run --release --manifest-path bench/Cargo.toml --bin reading [FOLDER]`.
//!
//! Both take every page in turn, round by round, so that what else the machine does weighs on both; of the rounds the
//! fastest of each counts.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| String::from("../shared/corpus/pages"));
    let mut pages = Vec::new();
    collect(Path::new(&folder), &mut pages);
    let bytes: usize = pages.iter().map(|(_, text)| text.len()).sum();
    let (mut reading, mut checking, mut rendering) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..60 {
        reading = reading.min(timed(&pages, |path, text| json(path, text).len()));
        checking = checking.min(timed(&pages, |path, text| {
            let page = handbill_page::read(path, text, &handbill_page::Site::default());
            handbill_check::check(&page, &handbill_check::Settings::default()).len()
        }));
        rendering = rendering.min(timed(&pages, |_, text| comrak::markdown_to_html(text, &options()).len()));
    }
    println!("{} pages, {bytes} bytes; the fastest of 60 rounds\n", pages.len());
    println!("| what | ms for all pages | times comrak |\n| --- | ---: | ---: |");
    for (name, time) in [("comrak, page to HTML", rendering), ("handbill, page to Event JSON", reading), ("handbill, page read and checked", checking)] {
        println!("| {name} | {:.2} | {:.2} |", time.as_secs_f64() * 1e3, time.as_secs_f64() / rendering.as_secs_f64());
    }
}

fn timed(pages: &[(String, String)], convert: impl Fn(&str, &str) -> usize) -> Duration {
    let start = Instant::now();
    for (path, text) in pages {
        black_box(convert(black_box(path), black_box(text)));
    }
    start.elapsed()
}

fn json(path: &str, text: &str) -> String {
    let page = handbill_page::read(path, text, &handbill_page::Site::default());
    serde_json::to_string(&page.document).expect("a document is JSON")
}

fn options() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    options.parse.smart = true;
    options.render.r#unsafe = true;
    options
}

fn collect(folder: &Path, pages: &mut Vec<(String, String)>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, pages);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            let bytes = std::fs::read(&path).expect("the page can be read");
            pages.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
}
