//! What all formats of a page cost beside rendering it with comrak, over the pages of `../shared/corpus/pages` that tell of
//! an event, in one process: `cargo run --release --manifest-path bench/Cargo.toml --bin formats [FOLDER]`.
//!
//! All take every page in turn, round by round, so that what else the machine does weighs on all; of the rounds the fastest
//! of each counts. The pages are read before: what that costs is measured by `reading`.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use handbill_page::Page;
use handbill_render::{FORMATS, Format, Input, Settings};

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| String::from("../shared/corpus/pages"));
    let read = |(path, text): (String, String)| {
        let page = handbill_page::read(&path, &text, &handbill_page::Site::default());
        Read { body: page.tree.to_html(), page }
    };
    let pages = handbill_bench::pages(Path::new(&folder)).into_iter().map(read);
    let pages: Vec<Read> = pages.filter(|page| page.page.document.event.is_some()).collect();
    let bytes: usize = pages.iter().map(|page| page.page.source.len()).sum();
    let mut settings = Settings::default();
    settings.base_url = Some("https://site.example".to_owned());
    let mut rendering = Duration::MAX;
    let mut formats = vec![(Duration::MAX, 0); FORMATS.len()];
    let mut all = Duration::MAX;
    for _ in 0..40 {
        rendering = rendering
            .min(timed(&pages, |page| comrak::markdown_to_html(&page.page.source, &handbill_bench::comrak()).len()).0);
        for (best, format) in formats.iter_mut().zip(FORMATS) {
            let (time, size) = timed(&pages, |page| file(format, page, &settings));
            *best = (best.0.min(time), size);
        }
        all = all.min(timed(&pages, |page| FORMATS.iter().map(|format| file(format, page, &settings)).sum()).0);
    }
    println!("{} pages that tell of an event, {bytes} bytes; the fastest of 40 rounds\n", pages.len());
    println!("| what | ms for all pages | times comrak | bytes written |\n| --- | ---: | ---: | ---: |");
    let row = |name: &str, time: Duration, size: usize| {
        println!(
            "| {name} | {:.2} | {:.2} | {size} |",
            time.as_secs_f64() * 1e3,
            time.as_secs_f64() / rendering.as_secs_f64()
        );
    };
    row("comrak, page to HTML", rendering, 0);
    for ((time, size), format) in formats.iter().zip(FORMATS) {
        row(format.name, *time, *size);
    }
    row("all formats together", all, formats.iter().map(|(_, size)| size).sum());
}

/// A page with its body.
struct Read {
    page: Page,
    body: String,
}

/// The size of the file; pages without what a format is about give none.
fn file(format: &Format, read: &Read, settings: &Settings) -> usize {
    let input = Input::new(&read.page.document).with_body(&read.body).with_expanded(&read.page.expansion.text);
    format.render(&[input], settings).map_or(0, |text| black_box(text).len())
}

fn timed(pages: &[Read], convert: impl Fn(&Read) -> usize) -> (Duration, usize) {
    let start = Instant::now();
    let mut size = 0;
    for page in pages {
        size += black_box(convert(black_box(page)));
    }
    (start.elapsed(), size)
}
