//! Front matters that were made to hurt. Sizes are such that anything but linear time would be felt.

use handbill_frontmatter::{Data, FrontMatter, Kind, parse, split};

const BIG: usize = 1 << 17;

fn read(front: &str) -> FrontMatter {
    let text = format!("---\n{front}\n---\nBody\n");
    parse(&text, &split(&text))
}

fn kinds(front: &FrontMatter) -> Vec<Kind> {
    front.problems.iter().map(|problem| problem.kind).collect()
}

#[test]
fn brackets_without_end_stop_at_the_limit() {
    for piece in ["[", "{", "- ", "{a: ", "[{", "? ", "[[],"] {
        let front = read(&piece.repeat(BIG / piece.len()));
        assert!(!front.problems.is_empty(), "{piece}");
    }
    assert_eq!(kinds(&read(&"[".repeat(BIG))), [Kind::Limit]);
}

#[test]
fn many_lines_are_read_in_one_pass() {
    for line in [
        "a: [\n", "a: 1\n", "- a\n", "a: b: c\n", "# c\n", "\n", "a: *x\n", "a: &x 1\n", "\ta: 1\n", "a: 'x\n",
        "? a\n", "<<: {a: 1}\n",
    ] {
        let _ = read(&line.repeat(BIG / line.len()));
    }
    let keys: String = (0..50_000).map(|i| format!("k{i}: {i}\n")).collect();
    assert_eq!(read(&keys).root.entries.len(), 50_000);
}

#[test]
fn pages_that_only_look_like_front_matter_are_passed_over() {
    for text in [
        "[".repeat(BIG),
        format!("{{\"a\": {}", "[".repeat(BIG)),
        format!("---\n{}", "[".repeat(BIG)),
        "{\"".repeat(BIG),
    ] {
        let split = split(&text);
        let _ = parse(&text, &split);
    }
}

#[test]
fn a_billion_laughs_end_with_a_message() {
    let mut bomb = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for i in 1..30 {
        let before = format!("*a{}", i - 1);
        bomb.push_str(&format!("a{i}: &a{i} [{}]\n", vec![before; 9].join(", ")));
    }
    bomb.push_str("title: after it\n");
    let front = read(&bomb);
    assert!(kinds(&front).contains(&Kind::Limit));
    assert_eq!(front.root.get("title").and_then(|title| title.as_str()), Some("after it"));
}

#[test]
fn long_texts_are_not_copied_without_end() {
    let front = read(&format!("a: &a {}\nb: [{}]\n", "x".repeat(BIG), vec!["*a"; 20_000].join(", ")));
    assert!(kinds(&front).contains(&Kind::Limit));
}

#[test]
fn an_alias_inside_its_own_anchor_is_a_problem() {
    let front = read("a: &a [1, *a]\nb: 2");
    assert_eq!(kinds(&front), [Kind::Limit]);
    assert_eq!(front.root.get_path(&["a", "0"]).map(|one| &one.data), Some(&Data::Int(1)));
}

#[test]
fn a_front_matter_of_many_megabytes_is_read_in_part() {
    for (open, line) in [("---", "a: 1\n"), ("+++", "a = [[[[[[[[\n"), ("---", "[[[[[[[[")] {
        let text = format!("{open}\nfirst: 1\n{}\n{open}\nBody\n", line.repeat((8 << 20) / line.len()));
        let parts = split(&text);
        assert_eq!(parts.body.of(&text), "Body\n");
        assert!(kinds(&parse(&text, &parts)).contains(&Kind::Limit), "{line}");
    }
}
