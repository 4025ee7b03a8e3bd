//! Many documents through one process: each record on standard input is its length in bytes, options as `name=value`, a
//! line end, and the text; each on standard output is a length, a line end, and the HTML. The differential test speaks
//! this to both parsers.

use std::io::{self, BufRead, Read, Write};

use handbill_kramdown::{Document, Options};

fn main() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut output = io::stdout().lock();
    let mut head = String::new();
    loop {
        head.clear();
        if input.read_line(&mut head)? == 0 {
            return Ok(());
        }
        let mut words = head.split_whitespace();
        let count = words.next().unwrap_or_default().parse().map_err(io::Error::other)?;
        let mut options = Options::default();
        for word in words {
            let (name, value) = word.split_once('=').unwrap_or((word, "true"));
            if !options.set(name, value) {
                return Err(io::Error::other(format!("no such option: {word}")));
            }
        }
        let mut bytes = vec![0; count];
        input.read_exact(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let html = std::panic::catch_unwind(|| Document::parse(&text, &options).to_html());
        let html = html.unwrap_or_else(|_| String::from("PANIC"));
        write!(output, "{}\n{html}", html.len())?;
        output.flush()?;
    }
}
