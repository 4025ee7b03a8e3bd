//! Many documents through one process: each record on standard input is its length in bytes, a line end, and the text;
//! each on standard output likewise, with the HTML. The differential test speaks this to both parsers.

use std::io::{self, BufRead, Read, Write};

use handbill_kramdown::{Document, Options};

fn main() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut output = io::stdout().lock();
    let mut length = String::new();
    loop {
        length.clear();
        if input.read_line(&mut length)? == 0 {
            return Ok(());
        }
        let count = length.trim().parse().map_err(io::Error::other)?;
        let mut bytes = vec![0; count];
        input.read_exact(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let html = std::panic::catch_unwind(|| Document::parse(&text, &Options::default()).to_html());
        let html = html.unwrap_or_else(|_| String::from("PANIC"));
        write!(output, "{}\n{html}", html.len())?;
        output.flush()?;
    }
}
