//! The whole JSON document, and the evidence in it.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::record::record;
use crate::words::words;
use crate::{Event, Page};

/// The version of the JSON form. It grows when a key changes its meaning; new keys do not change it.
pub const SCHEMA_VERSION: u32 = 1;

record! {
    /// What handbill says of a page: Event JSON.
    Document {
        /// [`SCHEMA_VERSION`].
        schema_version: u32,
        /// The page.
        page: Page,
    } and {
        /// Its event; none where the page tells of none.
        event: Option<Event>,
        /// Where each fact stands.
        evidence: Evidence,
    }
}

/// Where each fact stands: from a JSON pointer into the document to the places it was read from.
pub type Evidence = BTreeMap<Pointer, Vec<Source>>;

words! {
    /// What kind of place a fact was read from.
    SourceKind {
        /// The title in the front matter.
        Title = "title",
        /// Another key of the front matter.
        FrontMatter = "front-matter",
        /// A labelled item or line.
        Label = "label",
        /// A sentence.
        Prose = "prose",
        /// An item of a list.
        List = "list",
        /// A cell of a table.
        Table = "table",
        /// A heading.
        Heading = "heading",
        /// The target of a link.
        Link = "link",
        /// An attribute or element of HTML.
        Html = "html",
        /// The path of the page.
        Path = "path",
    }
}

record! {
    /// A place that a fact was read from.
    Source {
        /// What kind of place.
        from: SourceKind,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// Line of the end.
        end_line: usize,
        /// Column after the last character.
        end_column: usize,
        /// The source's own characters there.
        text: String,
    } and {
        /// The file, where it is not the page.
        path: String,
        /// What was concluded rather than read.
        note: String,
        /// Other readings of the same words.
        also: Vec<String>,
    }
}

/// A JSON pointer (RFC 6901) into a [`Document`], ordered as people count: `/a/2` before `/a/10`.
///
/// ```
/// use handbill_model::Pointer;
///
/// let start = Pointer::root().key("event").key("calls").index(0).key("a/b");
/// assert_eq!(start.as_str(), "/event/calls/0/a~1b");
/// assert!("/event/calls/2".parse::<Pointer>()? < "/event/calls/10".parse()?);
/// # Ok::<(), handbill_model::PointerError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Pointer(#[serde(deserialize_with = "checked")] String);

/// What is no JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no JSON pointer: it starts with `/`, and `~` is written `~0`")]
pub struct PointerError(String);

/// A pointer's text, if it is one.
fn checked<'de, D: serde::Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    let text = String::deserialize(input)?;
    Pointer::try_from(text).map(|pointer| pointer.0).map_err(serde::de::Error::custom)
}

impl Pointer {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// The value of `key` in what this points at.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut inner = Self(String::with_capacity(self.0.len() + 1 + key.len()));
        inner.0.push_str(&self.0);
        inner.push(key);
        inner
    }

    /// The item at `index`, from 0, of what this points at.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut inner = Self(String::with_capacity(self.0.len() + 2));
        inner.0.push_str(&self.0);
        inner.push_index(index);
        inner
    }

    /// Points at the value of `key` in what it pointed at.
    pub fn push(&mut self, key: &str) {
        self.0.push('/');
        // Keys of a model are plain words; RFC 6901 §3 escapes the others.
        if key.contains(['~', '/']) {
            self.0.push_str(&key.replace('~', "~0").replace('/', "~1"));
        } else {
            self.0.push_str(key);
        }
    }

    /// Points at the item at `index`, from 0, of what it pointed at.
    pub fn push_index(&mut self, index: usize) {
        // Most lists are short.
        match u8::try_from(index).ok().filter(|index| *index < 10) {
            Some(digit) => self.0.extend(['/', char::from(b'0' + digit)]),
            None => self.push(&index.to_string()),
        }
    }

    /// Points at what the value is in that it pointed at; the whole document stays what it is.
    pub fn pop(&mut self) {
        self.0.truncate(self.0.rfind('/').unwrap_or(0));
    }

    /// As written in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Pointer {
    type Err = PointerError;

    fn from_str(text: &str) -> Result<Self, PointerError> {
        let escapes = text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
        let start = text.is_empty() || text.starts_with('/');
        if start && escapes { Ok(Self(text.to_owned())) } else { Err(PointerError(text.to_owned())) }
    }
}

impl From<Pointer> for String {
    fn from(pointer: Pointer) -> Self {
        pointer.0
    }
}

impl TryFrom<String> for Pointer {
    type Error = PointerError;

    fn try_from(text: String) -> Result<Self, PointerError> {
        text.parse()
    }
}

impl Ord for Pointer {
    fn cmp(&self, other: &Self) -> Ordering {
        // Pointers into one document share long beginnings: only the segments that differ first are looked at.
        let (mine, theirs) = (self.0.as_bytes(), other.0.as_bytes());
        const CHUNK: usize = 8;
        let shorter = mine.len().min(theirs.len());
        let mut differ = 0;
        while differ + CHUNK <= shorter && mine[differ..differ + CHUNK] == theirs[differ..differ + CHUNK] {
            differ += CHUNK;
        }
        while differ < shorter && mine[differ] == theirs[differ] {
            differ += 1;
        }
        if differ == shorter {
            return mine.len().cmp(&theirs.len());
        }
        let start = mine[..differ].iter().rposition(|&byte| byte == b'/').map_or(0, |slash| slash + 1);
        let counts = |path: &[u8]| path[start].is_ascii_digit();
        if !counts(mine) && !counts(theirs) {
            // A segment that ends stands before one that goes on.
            let letter = |path: &[u8]| Some(path[differ]).filter(|byte| *byte != b'/');
            return letter(mine).cmp(&letter(theirs));
        }
        let (a, b) = (first_segment(&self.0[start..]), first_segment(&other.0[start..]));
        match (item(a), item(b)) {
            (Some(x), Some(y)) => x.cmp(&y).then_with(|| a.cmp(b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => a.cmp(b),
        }
    }
}

/// The item that a segment counts, if it is a number: of numbers without zeros in front the longer is the greater.
fn item(segment: &str) -> Option<(usize, &[u8])> {
    let bytes = segment.as_bytes();
    if bytes.is_empty() || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let zeros = bytes.iter().take_while(|byte| **byte == b'0').count();
    Some((bytes.len() - zeros, &bytes[zeros..]))
}

fn first_segment(rest: &str) -> &str {
    &rest[..rest.bytes().position(|byte| byte == b'/').unwrap_or(rest.len())]
}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
