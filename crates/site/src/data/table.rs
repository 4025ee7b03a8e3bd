//! CSV and TSV: the first row names the columns (RFC 4180, as Ruby's `CSV` reads it with headers).

use handbill_liquid::{Object, Value};

/// One object a row; an empty field without quotes is nil.
pub(super) fn read(text: &str, separator: char) -> Value {
    let mut rows = rows(text, separator).into_iter();
    let Some(heads) = rows.next() else { return Value::from(Vec::new()) };
    let heads: Vec<String> = heads.into_iter().map(Option::unwrap_or_default).collect();
    rows.map(|row| {
        let mut row = row.into_iter();
        let fields = heads.iter().map(|head| (head.as_str(), Value::from(row.next().flatten())));
        Value::from(fields.collect::<Object>())
    })
    .collect()
}

fn rows(text: &str, separator: char) -> Vec<Vec<Option<String>>> {
    let mut rows = Vec::new();
    let (mut row, mut field, mut quoted, mut was_quoted) = (Vec::new(), String::new(), false, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() && !was_quoted => (quoted, was_quoted) = (true, true),
            c if quoted => field.push(c),
            c if c == separator => {
                row.push(filled(&mut field, was_quoted));
                was_quoted = false;
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(filled(&mut field, was_quoted));
                was_quoted = false;
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    if !field.is_empty() || was_quoted || !row.is_empty() {
        row.push(filled(&mut field, was_quoted));
        rows.push(row);
    }
    // A line with nothing on it is no row.
    rows.retain(|row| row.len() > 1 || row.iter().any(Option::is_some));
    rows
}

fn filled(field: &mut String, was_quoted: bool) -> Option<String> {
    let field = std::mem::take(field);
    (was_quoted || !field.is_empty()).then_some(field)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_row_is_an_object_by_the_first_row() {
        let shown = |text: &str, separator| read(text, separator).to_string();
        let text = "a,b c,n\r\n1,x y,\"q \"\"z\"\", w\"\n\n2,,\"\"\n";
        let rows =
            "{\"a\"=>\"1\", \"b c\"=>\"x y\", \"n\"=>\"q \\\"z\\\", w\"}{\"a\"=>\"2\", \"b c\"=>nil, \"n\"=>\"\"}";
        assert_eq!(shown(text, ','), rows);
        assert_eq!(shown("a\tb\n1\t2", '\t'), "{\"a\"=>\"1\", \"b\"=>\"2\"}");
        assert_eq!(shown("", ','), "");
    }
}
