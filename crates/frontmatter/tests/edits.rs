//! Edits change what they say and nothing else.

use handbill_frontmatter::{Data, FrontMatter, Mapping, Value, insert, parse, quote, remove, set, split};
use handbill_text::{Edit, apply};
use proptest::prelude::*;

fn read(text: &str) -> FrontMatter {
    parse(text, &split(text))
}

fn words(text: &str) -> Data {
    Data::Text(text.to_owned())
}

fn after(text: &str, edit: Option<Edit>) -> String {
    apply(text, &[edit.expect("it can be done")]).expect("one edit")
}

#[test]
fn quotes_are_those_that_need_no_escape() {
    let text = "---\na: 12:30\nb: [yes, 010]\nc: 1,000 # fee\n---\n";
    let front = read(text);
    let edits: Vec<Edit> =
        [&["a"][..], &["b", "0"], &["b", "1"], &["c"]].iter().map(|path| quote(text, &front, path).unwrap()).collect();
    let fixed = apply(text, &edits).unwrap();
    assert_eq!(fixed, "---\na: \"12:30\"\nb: [\"yes\", \"010\"]\nc: \"1,000\" # fee\n---\n");
    assert_eq!(read(&fixed).surprises(&fixed), []);
}

#[test]
fn what_is_quoted_is_left_alone() {
    let text = "---\na: '12:30'\nb: |\n  x\nc:\nd: [1]\n---\n";
    let front = read(text);
    for key in ["a", "b", "c", "d", "missing"] {
        assert_eq!(quote(text, &front, &[key]), None, "{key}");
    }
}

#[test]
fn lines_are_removed_whole_with_their_own_line_ends() {
    let text = "---\r\na: 1\r\nhero:\r\n  image: \"\" # none\r\n  text: b\r\nlist:\r\n- c\r\n- d\r\n---\r\nBody\r\n";
    let front = read(text);
    assert_eq!(after(text, remove(text, &front, &["hero", "image"])), text.replace("  image: \"\" # none\r\n", ""));
    assert_eq!(after(text, remove(text, &front, &["hero"])), "---\r\na: 1\r\nlist:\r\n- c\r\n- d\r\n---\r\nBody\r\n");
    assert_eq!(after(text, remove(text, &front, &["list"])), text.replace("list:\r\n- c\r\n- d\r\n", ""));
}

#[test]
fn commas_go_with_what_they_part() {
    let text = "---\na: {b: 1, c: 2, d: 3}\n---\n";
    let front = read(text);
    assert_eq!(after(text, remove(text, &front, &["a", "b"])), "---\na: {c: 2, d: 3}\n---\n");
    assert_eq!(after(text, remove(text, &front, &["a", "d"])), "---\na: {b: 1, c: 2}\n---\n");
}

#[test]
fn the_first_key_of_an_item_leaves_the_dash() {
    let text = "---\na:\n- b: 1\n  c: 2\n---\n";
    assert_eq!(after(text, remove(text, &read(text), &["a", "0", "b"])), "---\na:\n- c: 2\n---\n");
}

#[test]
fn values_are_set_in_place_or_beside_their_key() {
    let text = "---\na: 1 # one\nb:\nc:\n- x\n- y\nd: z\n---\n";
    let front = read(text);
    assert_eq!(after(text, set(text, &front, &["a"], &words("yes"))), text.replace("a: 1 #", "a: \"yes\" #"));
    assert_eq!(after(text, set(text, &front, &["b"], &words("w"))), text.replace("b:\n", "b: w\n"));
    assert_eq!(after(text, set(text, &front, &["c"], &words("w"))), text.replace("c:\n- x\n- y\n", "c: w\n"));
    assert_eq!(after(text, set(text, &front, &["c", "1"], &words("a: b"))), text.replace("- y", "- \"a: b\""));
}

#[test]
fn new_keys_stand_at_the_end_of_their_mapping() {
    let text = "---\na: 1\nhero:\n    b: 2 # two\nd: {e: 1}\n---\nBody\n";
    let front = read(text);
    assert_eq!(after(text, set(text, &front, &["new"], &Data::Bool(true))), text.replace("1}\n", "1}\nnew: true\n"));
    let nested = text.replace("two\n", "two\n    new: 3\n");
    assert_eq!(after(text, insert(text, &front, &["hero", "new"], &Data::Int(3))), nested);
    assert_eq!(after(text, insert(text, &front, &["d", "f"], &Data::Int(2))), text.replace("{e: 1}", "{e: 1, f: 2}"));
    assert_eq!(insert(text, &front, &["a"], &Data::Int(2)), None);
    assert_eq!(insert("Body\n", &read("Body\n"), &["a"], &Data::Int(2)), None);
    assert_eq!(after("---\n---\n", insert("---\n---\n", &read("---\n---\n"), &["a"], &words("b"))), "---\na: b\n---\n");
}

#[test]
fn json_and_toml_are_edited_in_their_own_writing() {
    let json = "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\nBody\n";
    assert_eq!(after(json, remove(json, &read(json), &["a"])), "{\n  \"b\": \"x\"\n}\nBody\n");
    assert_eq!(
        after(json, set(json, &read(json), &["c"], &words("\"é\""))),
        json.replace("\"x\"", "\"x\",\n  \"c\": \"\\\"é\\\"\"")
    );
    let toml = "+++\na = 1\nb = 'x' # y\n+++\nBody\n";
    assert_eq!(after(toml, set(toml, &read(toml), &["b"], &Data::Int(2))), toml.replace("'x'", "2"));
    assert_eq!(after(toml, insert(toml, &read(toml), &["c"], &words("z"))), toml.replace("# y\n", "# y\nc = \"z\"\n"));
}

#[test]
fn an_edit_that_would_change_more_is_not_offered() {
    let text = "---\na: &x 010\nb: *x\n---\n";
    assert_eq!(quote(text, &read(text), &["a"]), None);
}

/// Every path of a mapping.
fn paths(map: &Mapping, before: &[String], out: &mut Vec<Vec<String>>) {
    for entry in &map.entries {
        let path = [before, std::slice::from_ref(&entry.key)].concat();
        into_value(&entry.value, &path, out);
        out.push(path);
    }
}

fn into_value(value: &Value, path: &[String], out: &mut Vec<Vec<String>>) {
    if let Data::Map(map) = &value.data {
        paths(map, path, out);
    }
    for (i, item) in value.as_list().iter().enumerate() {
        let path = [path, &[i.to_string()]].concat();
        into_value(item, &path, out);
        out.push(path);
    }
}

fn front_matter() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "a: 12:30\n", "b: yes # c\n", "c: \"q\"\n", "d:\n", "e: [1, 010, {x: no}]\n", "f:\n- 1\n- {y: 2, z: 3}\n",
        "g:\n  h: 1\n  i:\n    j: x\n", "k: |\n  text\n  more\n\n", "l: >-\n  folded\n", "m: two\n  lines\n",
        "n: &n 1_0\n", "o: *n\n", "# comment\n", "\n", "p:\n  - q: 1\n    r: 2\n", "s: {t: 1,\n  u: 2}\n",
        "\"v w\": x\n", "'y': é\n", "z: []\n",
    ]);
    (prop::collection::vec(line, 1..8), any::<bool>()).prop_map(|(lines, crlf)| {
        let text = format!("---\n{}---\nBody\n", lines.concat());
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn an_edit_reads_back_and_keeps_the_rest(text in front_matter(), new in "[ -~é\n]{0,12}") {
        let front = read(&text);
        let mut all = Vec::new();
        paths(&front.root, &[], &mut all);
        for path in all {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            if let Some(edit) = set(&text, &front, &path, &words(&new)) {
                let changed = apply(&text, &[edit]).unwrap();
                let again = read(&changed);
                prop_assert_eq!(again.root.get_path(&path).and_then(Value::as_str), Some(&*new));
            }
            if let Some(edit) = quote(&text, &front, &path) {
                let changed = apply(&text, &[edit]).unwrap();
                let written = front.root.get_path(&path).and_then(Value::written);
                let again = read(&changed);
                prop_assert_eq!(again.root.get_path(&path).and_then(Value::as_str), written);
            }
            if let Some(edit) = remove(&text, &front, &path) {
                let changed = apply(&text, &[edit]).unwrap();
                prop_assert!(read(&changed).root.get_path(&path).is_none());
            }
        }
    }

    #[test]
    fn a_top_level_key_can_always_be_set(text in front_matter(), new in "[ -~é]{0,12}") {
        let front = read(&text);
        prop_assume!(front.problems.is_empty());
        for entry in &front.root.entries {
            let anchored = text.contains("&n") && text.contains("*n") && entry.key == "n";
            let edit = set(&text, &front, &[&entry.key], &words(&new));
            prop_assert!(edit.is_some() || anchored, "{:?} in {:?}", entry.key, text);
        }
        prop_assert!(insert(&text, &front, &["new"], &words(&new)).is_some(), "{text:?}");
    }
}

#[test]
fn comments_of_toml_stand_outside_its_strings() {
    let text = "+++\n# one\ntag = \"#no\" # two\nlist = [\n  '#no', # three\n]\n+++\nBody # no\n";
    let comments: Vec<&str> = read(text).comments.iter().map(|place| place.of(text)).collect();
    assert_eq!(comments, ["# one", "# two", "# three"]);
}
