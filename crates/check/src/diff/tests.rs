use handbill_text::Span;
use proptest::prelude::*;

use super::*;

fn shown(source: &str, edits: &[(Range<usize>, &str)]) -> String {
    let edits: Vec<Edit> =
        edits.iter().map(|(range, text)| Edit { span: Span::new(range.clone()), text: (*text).to_owned() }).collect();
    diff("a.md", source, &edits, Look::plain(80))
}

#[test]
fn changes_near_each_other_share_their_lines_around() {
    let source = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n";
    let at =
        |line: &str| source.find(&format!("\n{line}\n")).map(|at| at + 1..at + 1 + line.len()).expect("it is there");
    let shown = shown(source, &[(at("4"), "four"), (at("8"), "eight"), (at("20"), "twenty")]);
    let wanted = "--- a.md\n+++ a.md\n@@ -1,11 +1,11 @@\n 1\n 2\n 3\n-4\n+four\n 5\n 6\n 7\n-8\n+eight\n 9\n 10\n 11\n\
                  @@ -17,4 +17,4 @@\n 17\n 18\n 19\n-20\n+twenty\n";
    assert_eq!(shown, wanted);
}

#[test]
fn lines_come_and_go_and_the_last_may_be_open() {
    let head = "--- a.md\n+++ a.md\n";
    assert_eq!(shown("a\nb\n", &[(2..4, "")]), format!("{head}@@ -1,2 +1 @@\n a\n-b\n"));
    assert_eq!(shown("a\n", &[(0..0, "x\n")]), format!("{head}@@ -1 +1,2 @@\n+x\n a\n"));
    assert_eq!(
        shown("a\nb", &[(1..2, "")]),
        format!("{head}@@ -1,2 +1 @@\n-a\n-b\n\\ No newline at end of file\n+ab\n\\ No newline at end of file\n")
    );
    assert_eq!(shown("a\n", &[(0..2, "")]), format!("{head}@@ -1 +0,0 @@\n-a\n"));
    assert_eq!(shown("a\r\n", &[(0..1, "b")]), format!("{head}@@ -1 +1 @@\n-a\r\n+b\r\n"));
    assert_eq!(shown("a\n", &[(0..1, "a")]), "");
}

/// The text after a diff, as `patch` makes it.
fn patched(source: &str, diff: &str) -> String {
    let old: Vec<&str> = source.split_inclusive('\n').collect();
    let (mut text, mut at) = (String::new(), 0);
    let rows: Vec<&str> = diff.split_inclusive('\n').skip(2).collect();
    for (index, row) in rows.iter().enumerate() {
        let open = rows.get(index + 1).is_some_and(|next| next.starts_with('\\'));
        let line = if open { row[1..].trim_end_matches('\n') } else { &row[1..] };
        match row.as_bytes()[0] {
            b'@' => {
                let old_range = row[4..].split(' ').next().expect("it has one");
                let (first, count) = old_range.split_once(',').unwrap_or((old_range, "1"));
                let first = first.parse::<usize>().expect("a number") - usize::from(count != "0");
                text.extend(old[at..first].iter().copied());
                at = first;
            }
            b' ' | b'-' => {
                assert_eq!(line, old[at], "{diff}");
                text.push_str(if row.starts_with(' ') { line } else { "" });
                at += 1;
            }
            b'+' => text.push_str(line),
            _ => {}
        }
    }
    text.extend(old[at..].iter().copied());
    text
}

proptest! {
    #[test]
    fn a_diff_leads_to_the_changed_text(
        source in "([ab]{0,2}\n){0,14}[ab]{0,2}",
        numbers in prop::collection::vec((0usize..12, 0usize..5, "[xy\n]{0,3}"), 0..5),
    ) {
        let (mut edits, mut at) = (Vec::new(), 0);
        for (kept, gone, text) in numbers {
            let start = (at + kept).min(source.len());
            at = (start + gone).min(source.len());
            edits.push(Edit { span: Span::new(start..at), text });
            at = (at + 1).min(source.len());
        }
        edits.dedup_by_key(|edit| edit.span.start());
        let Ok(wanted) = apply(&source, &edits) else { return Ok(()) };
        prop_assert_eq!(patched(&source, &diff("a", &source, &edits, Look::plain(80))), wanted);
    }
}
