//! Splits pages one after another, for `conformance/split_diff.rb`.
//!
//! Standard input: a line with a length in bytes, then as many bytes, again and again. Standard output: a line for each,
//! the offset at which the body starts and what is wrong with the fences.

use std::io::{self, BufRead as _, Read as _, Write as _};

fn main() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let mut page = vec![0; line.trim().parse().map_err(io::Error::other)?];
        input.read_exact(&mut page)?;
        let split = handbill_frontmatter::split(std::str::from_utf8(&page).map_err(io::Error::other)?);
        writeln!(output, "{} {:?} {:?}", split.body.start(), split.format, split.problem)?;
        output.flush()?;
        line.clear();
    }
    Ok(())
}
