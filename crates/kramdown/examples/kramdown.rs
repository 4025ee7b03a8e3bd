//! `kramdown < in.md > out.html`: the HTML that Jekyll would write.

use std::io::{self, Read, Write};

use handbill_kramdown::{Document, Options};

fn main() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    io::stdout().write_all(Document::parse(&text, &Options::default()).to_html().as_bytes())
}
