//! Throughput and allocations of kramdown, comrak and pulldown-cmark over the pages of `../shared/corpus/expanded`, in
//! one process: `cargo run --release --manifest-path bench/Cargo.toml [FOLDER]`.
//!
//! Each parser reads and writes every page in turn; of the rounds the fastest counts. The last column is instructions'
//! next best: it does not depend on what else the machine does.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Counts what is allocated.
struct Counting;

static COUNT: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

// SAFETY: all calls go to the system's allocator as they are.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        BYTES.fetch_add(layout.size(), Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        BYTES.fetch_add(size.saturating_sub(layout.size()), Ordering::Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| String::from("../shared/corpus/expanded"));
    let pages: Vec<String> = handbill_bench::pages(Path::new(&folder)).into_iter().map(|(_, text)| text).collect();
    let bytes: usize = pages.iter().map(String::len).sum();
    println!("{} pages, {bytes} bytes\n", pages.len());
    println!("| parser | MB/s | allocations per page | bytes allocated per byte |\n| --- | ---: | ---: | ---: |");
    measure("handbill-kramdown, tree and HTML", &pages, kramdown);
    measure("handbill-kramdown, tree", &pages, |text| kramdown_tree(text));
    measure("comrak, GFM tables, footnotes, smart", &pages, comrak);
    measure("pulldown-cmark, tables, footnotes, smart", &pages, pulldown);
    measure("comrak, CommonMark alone", &pages, |text| comrak::markdown_to_html(text, &comrak_options(false)).len());
    measure("pulldown-cmark, CommonMark alone", &pages, |text| {
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(text));
        html.len()
    });
}

fn measure(name: &str, pages: &[String], convert: impl Fn(&str) -> usize) {
    let bytes: usize = pages.iter().map(String::len).sum();
    let (count, allocated) = (COUNT.load(Ordering::Relaxed), BYTES.load(Ordering::Relaxed));
    for page in pages {
        black_box(convert(page));
    }
    let (count, allocated) = (COUNT.load(Ordering::Relaxed) - count, BYTES.load(Ordering::Relaxed) - allocated);
    let mut best = Duration::MAX;
    for _ in 0..400 {
        let start = Instant::now();
        for page in pages {
            black_box(convert(black_box(page)));
        }
        best = best.min(start.elapsed());
    }
    let speed = bytes as f64 / best.as_secs_f64() / 1e6;
    println!("| {name} | {speed:.0} | {} | {:.1} |", count / pages.len(), allocated as f64 / bytes as f64);
}

fn kramdown(text: &str) -> usize {
    let options = handbill_kramdown::Options::default();
    handbill_kramdown::Document::parse(text, &options).to_html().len()
}

fn kramdown_tree(text: &str) -> usize {
    let options = handbill_kramdown::Options::default();
    handbill_kramdown::Document::parse(text, &options).definitions().len()
}

fn comrak_options(all: bool) -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.render.r#unsafe = true;
    options.extension.table = all;
    options.extension.strikethrough = all;
    options.extension.tasklist = all;
    options.extension.footnotes = all;
    options.extension.header_id_prefix = all.then(String::new);
    options.parse.smart = all;
    options
}

fn comrak(text: &str) -> usize {
    comrak::markdown_to_html(text, &comrak_options(true)).len()
}

fn pulldown(text: &str) -> usize {
    use pulldown_cmark::Options;
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(text, options));
    html.len()
}
