//! The web page: what stands on it, in the order and the words of its templates.
//!
//! # Facts and the author's own words
//!
//! A reader first wants to know when, where and how to come, so the facts stand above, in the same order on every page, and the
//! programme as it was read, as a grid. The author's text follows below, whole and as it was written: nobody can tell which of
//! its sentences the facts have used up, it holds what no fact has, and its links and anchors are known outside. So some
//! things are said twice, once for who looks and once for who reads, but never mixed: a line and a label part the two, a
//! long page has links to both, and on paper the facts are the handbill and the text begins on a sheet of its own.
//!
//! # What is safe
//!
//! Every text that comes from a document is one line of plain text here, and escaped by the template; every link is safe
//! to follow. Only the body is HTML, as Jekyll would publish it.

pub(crate) mod body;
pub(crate) mod calendars;
pub(crate) mod calls;
pub(crate) mod grid;
pub(crate) mod labels;
pub(crate) mod people;
pub(crate) mod programme;
pub(crate) mod sheet;
pub(crate) mod times;

/// Words with a link, where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) text: String,
    pub(crate) url: Option<String>,
}

/// The text in pieces between which a line may break: an address breaks behind its `@` or a `/` before it breaks inside
/// of a word.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    for (at, _) in text.match_indices(['@', '/']) {
        if inside(text[..at].chars().next_back()) && inside(text[at + 1..].chars().next()) {
            pieces.push(&text[from..=at]);
            from = at + 1;
        }
    }
    pieces.push(&text[from..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn an_address_breaks_between_its_parts() {
        assert_eq!(pieces("Desk, a@b.example"), ["Desk, a@", "b.example"]);
        assert_eq!(pieces("https://b.example/c/"), ["https://b.example/", "c/"]);
        assert_eq!(pieces("@b and/or /c é/ü"), ["@b and/", "or /c é/", "ü"]);
        assert_eq!(pieces(""), [""]);
    }
}
