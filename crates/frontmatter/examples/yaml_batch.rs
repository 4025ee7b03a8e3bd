//! Reads front matters one after another, for the differential tests of `conformance/yaml_diff.rb`.
//!
//! Standard input: a line with a length in bytes, then as many bytes of YAML, again and again. Standard output: a line
//! for each, `ok VALUE` or `err KIND`, in the notation of the script.

use std::fmt::Write as _;
use std::io::{self, BufRead as _, Read as _, Write as _};

use handbill_frontmatter::{Data, Kind, Mapping, Value, parse, split};

fn main() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let mut yaml = vec![0; line.trim().parse().map_err(io::Error::other)?];
        input.read_exact(&mut yaml)?;
        let text = format!("---\n{}\n---\n", String::from_utf8_lossy(&yaml).trim_end_matches('\n'));
        let front = parse(&text, &split(&text));
        // What only Jekyll minds, or nobody: both read the same values.
        let failed =
            front.problems.iter().find(|problem| !matches!(problem.kind, Kind::DuplicateKey | Kind::SecondDocument));
        let mut out = String::new();
        match failed {
            Some(problem) => write!(out, "err {:?} {}", problem.kind, problem.message.replace('\n', " ")),
            None => {
                map(&mut out, &front.root);
                write!(output, "ok ")?;
                Ok(())
            }
        }
        .map_err(io::Error::other)?;
        writeln!(output, "{out}")?;
        output.flush()?;
        line.clear();
    }
    Ok(())
}

fn value(out: &mut String, value: &Value) {
    match &value.data {
        Data::Null => out.push('n'),
        Data::Bool(truth) => out.push(if *truth { 'T' } else { 'F' }),
        Data::Int(number) => push(out, format_args!("i{number}")),
        Data::Float(number) if number.is_nan() => out.push_str("fnan"),
        Data::Float(number) => push(out, format_args!("f{:016x}", number.to_bits())),
        Data::Text(words) => text(out, words),
        Data::Date(date) if date.time.is_none() => push(out, format_args!("d{date}")),
        Data::Date(date) => push(out, format_args!("t{date}")),
        Data::List(items) => {
            out.push('[');
            for item in items {
                self::value(out, item);
                out.push(',');
            }
            out.push(']');
        }
        Data::Map(entries) => map(out, entries),
    }
}

fn map(out: &mut String, map: &Mapping) {
    out.push('{');
    for entry in &map.entries {
        text(out, &entry.key);
        out.push(':');
        value(out, &entry.value);
        out.push(',');
    }
    out.push('}');
}

/// Text as hexadecimal bytes: no escaping to disagree about.
fn text(out: &mut String, words: &str) {
    out.push('s');
    for byte in words.bytes() {
        push(out, format_args!("{byte:02x}"));
    }
}

fn push(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.write_fmt(words).expect("a String takes every write");
}
