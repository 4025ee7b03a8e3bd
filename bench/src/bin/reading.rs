//! What reading a page to Event JSON costs beside rendering it with comrak, over the pages of `../shared/corpus/pages`,
//! in one process: `cargo run --release --manifest-path bench/Cargo.toml --bin reading [FOLDER]`.
//!
//! All take every page in turn, round by round, so that what else the machine does weighs on all; of the rounds the
//! fastest of each page counts, and the sum over the pages: a whole round of the slower ones is seldom left alone by a
//! busy machine, where one page is.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| String::from("../shared/corpus/pages"));
    let pages = handbill_bench::pages(Path::new(&folder));
    let bytes: usize = pages.iter().map(|(_, text)| text.len()).sum();
    let slowest = || vec![Duration::MAX; pages.len()];
    let (mut reading, mut checking, mut rendering) = (slowest(), slowest(), slowest());
    for _ in 0..60 {
        time(&pages, &mut reading, |path, text| json(path, text).len());
        time(&pages, &mut checking, |path, text| {
            let page = handbill_page::read(path, text, &handbill_page::Site::default());
            handbill_check::check(&page, &handbill_check::Settings::default()).len()
        });
        time(&pages, &mut rendering, |_, text| comrak::markdown_to_html(text, &handbill_bench::comrak()).len());
    }
    let sum = |times: &[Duration]| times.iter().sum::<Duration>();
    let (reading, checking, rendering) = (sum(&reading), sum(&checking), sum(&rendering));
    println!("{} pages, {bytes} bytes; the fastest of 60 rounds for each page\n", pages.len());
    println!("| what | ms for all pages | times comrak |\n| --- | ---: | ---: |");
    for (name, time) in [
        ("comrak, page to HTML", rendering),
        ("handbill, page to Event JSON", reading),
        ("handbill, page read and checked", checking),
    ] {
        println!("| {name} | {:.2} | {:.2} |", time.as_secs_f64() * 1e3, time.as_secs_f64() / rendering.as_secs_f64());
    }
}

/// Converts every page once; `fastest` keeps the least time that each took in any round.
fn time(pages: &[(String, String)], fastest: &mut [Duration], convert: impl Fn(&str, &str) -> usize) {
    for ((path, text), fastest) in pages.iter().zip(fastest) {
        let start = Instant::now();
        black_box(convert(black_box(path), black_box(text)));
        *fastest = start.elapsed().min(*fastest);
    }
}

fn json(path: &str, text: &str) -> String {
    let page = handbill_page::read(path, text, &handbill_page::Site::default());
    serde_json::to_string(&page.document).expect("a document is JSON")
}
