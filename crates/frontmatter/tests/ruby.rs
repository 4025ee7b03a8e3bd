//! What Ruby's Psych (and so Jekyll) makes of YAML front matter, and what is kept where it gives up. The readings are
//! Ruby 3.1's own; `conformance/yaml_diff.rb` asks it about many thousands more.

use handbill_frontmatter::{Data, FrontMatter, Kind, Value, parse, split};

fn read(yaml: &str) -> FrontMatter {
    let text = format!("---\n{yaml}\n---\nBody\n");
    parse(&text, &split(&text))
}

/// The value of `a`.
fn a(yaml: &str) -> Data {
    let front = read(yaml);
    assert_eq!(front.problems, [], "{yaml}");
    front.root.get("a").unwrap_or_else(|| panic!("no a in {yaml}")).data.clone()
}

fn words(text: &str) -> Data {
    Data::Text(text.to_owned())
}

/// The keys and the kinds of problems.
fn kept(yaml: &str) -> (Vec<(String, Data)>, Vec<Kind>) {
    let front = read(yaml);
    let entries = front.root.entries.into_iter().map(|entry| (entry.key, entry.value.data)).collect();
    (entries, front.problems.iter().map(|problem| problem.kind).collect())
}

#[test]
fn plain_scalars_are_what_ruby_makes_of_them() {
    let cases = [
        ("12:30", Data::Int(45_000)),
        ("1:02:03", Data::Int(3723)),
        ("12:60", words("12:60")),
        ("-1:30", Data::Int(-1800)),
        ("0:0.1", Data::Float(6.0)),
        ("010", Data::Int(8)),
        ("08", words("08")),
        ("0x1F", Data::Int(31)),
        ("0b101", Data::Int(5)),
        ("0o10", words("0o10")),
        ("1,000", Data::Int(1000)),
        ("1_000", Data::Int(1000)),
        ("1,", words("1,")),
        ("1__0", words("1__0")),
        ("+5", Data::Int(5)),
        (".5", Data::Float(0.5)),
        ("1.", Data::Float(1.0)),
        (".", words(".")),
        ("1e3", words("1e3")),
        ("1.5e3", words("1.5e3")),
        ("1.5e+3", Data::Float(1500.0)),
        ("-.INF", Data::Float(f64::NEG_INFINITY)),
        ("99999999999999999999", words("99999999999999999999")),
        ("0xFFFFFFFFFFFFFFFFFF", words("4722366482869645213695")),
        ("yEs", Data::Bool(true)),
        ("OFF", Data::Bool(false)),
        ("y", words("y")),
        ("nULL", Data::Null),
        ("~", Data::Null),
        ("=", words("=")),
        ("http://a.b/c#d", words("http://a.b/c#d")),
        ("b # c", words("b")),
        ("'12:30'", words("12:30")),
        ("!!str 12", words("12")),
        ("!foo 12", Data::Int(12)),
        ("!!int '12'", Data::Int(12)),
        ("!!float 12", Data::Float(12.0)),
        ("!!binary aGVsbG8=", words("hello")),
    ];
    for (yaml, data) in cases {
        assert_eq!(a(&format!("a: {yaml}")), data, "{yaml}");
    }
}

#[test]
fn dates_are_dates_that_exist() {
    let cases = [
        ("2020-06-01", Some("2020-06-01")),
        ("2020-6-1", Some("2020-06-01")),
        ("2020-02-30", None),
        ("2020-13-01", None),
        ("2020-06", None),
        ("2020-06-01 10:00", None),
        ("2020-06-01 10:00:00", Some("2020-06-01T10:00:00")),
        ("2020-06-01t1:00:00Z", Some("2020-06-01T01:00:00Z")),
        ("2020-06-01 10:00:00.50 +0130", Some("2020-06-01T10:00:00.5+01:30")),
        ("2020-06-01 10:00:00 -5", Some("2020-06-01T10:00:00-05:00")),
        ("2020-02-30 10:00:00", Some("2020-03-01T10:00:00")),
        ("2020-12-31 24:00:00", Some("2021-01-01T00:00:00")),
        ("2020-06-01 25:00:00", None),
    ];
    for (yaml, date) in cases {
        let read = match a(&format!("a: {yaml}")) {
            Data::Date(date) => Some(date.to_string()),
            other => {
                assert_eq!(other, words(yaml));
                None
            }
        };
        assert_eq!(read.as_deref(), date, "{yaml}");
    }
}

#[test]
fn keys_are_read_like_values() {
    let keys: Vec<_> = kept("1: a\nyes: b\n~: c\n12:30: d\n'010': e\n").0.into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["1", "true", "", "45000", "010"]);
}

#[test]
fn of_two_equal_keys_the_last_one_counts_at_the_first_place() {
    let (entries, problems) = kept("a: 1\nb: 2\na: 3\n");
    assert_eq!(entries, [("a".to_owned(), Data::Int(3)), ("b".to_owned(), Data::Int(2))]);
    assert_eq!(problems, [Kind::DuplicateKey]);
}

#[test]
fn a_merge_takes_the_place_of_what_stands_before_it() {
    let get = |front: &FrontMatter, path: &[&str]| front.root.get_path(path).and_then(Value::as_int);
    let front =
        read("x: &x {q: 1, r: 2}\na: {q: 9, <<: *x}\nb: {<<: *x, q: 9}\nc: {<<: [*x, {q: 5, z: 1}]}\nd: {<<: 5}\n");
    assert_eq!(front.problems, []);
    assert_eq!(
        [get(&front, &["a", "q"]), get(&front, &["b", "q"]), get(&front, &["c", "q"])],
        [Some(1), Some(9), Some(1)]
    );
    assert_eq!([get(&front, &["c", "z"]), get(&front, &["d", "<<"])], [Some(1), Some(5)]);
    assert!(front.root.get("b").and_then(Value::as_map).unwrap().entries[1].merged.is_some());
}

#[test]
fn what_jekyll_refuses_is_read_and_noted() {
    for (yaml, kind) in [
        ("a: :b", Kind::Refused),
        ("a: !ruby/object:Object {}", Kind::Tag),
        ("a: *b", Kind::UnknownAlias),
        ("a: \u{7}", Kind::Refused),
        ("\ta: b", Kind::Tab),
        ("- a", Kind::NotAMapping),
        ("a:b", Kind::NotAMapping),
        ("a: 1\n--- b\nc: 2", Kind::SecondDocument),
    ] {
        assert_eq!(kept(yaml).1, [kind], "{yaml}");
    }
}

#[test]
fn nothing_is_an_empty_front_matter() {
    for yaml in ["", "# only a comment", "~", "false"] {
        assert_eq!(kept(yaml), (vec![], vec![]), "{yaml}");
    }
}

#[test]
fn a_broken_value_does_not_take_its_neighbours_along() {
    for broken in [
        "b: c: d", "b: \"c", "b: 'c'd'", "b: [c, d", "b: {c", "b: @c", "b: `c`", "b: %c", "b: - c", "b: \"\\q\"",
        "b: ]",
    ] {
        let (entries, problems) = kept(&format!("a: 1\n{broken}\nz: 2\n"));
        assert_eq!(problems.len(), 1, "{broken}: {problems:?}");
        assert_eq!(entries.first(), Some(&("a".to_owned(), Data::Int(1))), "{broken}");
        assert_eq!(entries.last(), Some(&("z".to_owned(), Data::Int(2))), "{broken}");
        assert_eq!(entries.len(), 3, "{broken}: {entries:?}");
    }
}

#[test]
fn what_is_meant_by_a_broken_line_is_kept_as_text() {
    let (entries, _) = kept("title: Talks: a day\nroom: @b\nnext: x\n");
    assert_eq!(entries[0], ("title".to_owned(), words("Talks: a day")));
    assert_eq!(entries[1], ("room".to_owned(), words("@b")));
}

#[test]
fn a_problem_stands_at_the_words_to_change() {
    let text = "---\ntitle: Talks: a day\n---\n";
    let front = parse(text, &split(text));
    assert_eq!(front.problems[0].span.start(), text.find(": a").unwrap());
    let text = "---\na: 1\n\tb: 2\n---\n";
    let front = parse(text, &split(text));
    assert_eq!((front.problems[0].kind, front.problems[0].span.of(text)), (Kind::Tab, "\t"));
}

#[test]
fn an_unterminated_front_matter_is_read_as_far_as_it_looks_like_one() {
    let text = "---\ntitle: A\ndate: 2020-06-01\n\nWelcome to all: come.\n";
    let front = parse(text, &split(text));
    assert_eq!(front.problems[0].kind, Kind::Unterminated);
    assert_eq!(front.problems[0].span.of(text), "---");
    assert_eq!(front.root.entries.len(), 2);
}

#[test]
fn quoted_text_may_go_on_without_indentation() {
    let front = read("a: 1\nb: \"two\nlines \\u00e9\n\nmore\"\nyes: 'x\ny'\nd: 2\n");
    assert_eq!(front.problems, []);
    assert_eq!(front.root.get("b").and_then(Value::as_str), Some("two lines é\nmore"));
    assert_eq!(front.root.get("true").and_then(Value::as_str), Some("x y"));
    assert_eq!(front.root.entries.len(), 4);
}
