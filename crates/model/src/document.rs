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

    /// The same, with room for as many bytes of keys that are to be pushed.
    #[must_use]
    pub fn with_room(&self, bytes: usize) -> Self {
        let mut same = Self(String::with_capacity(self.0.len() + bytes));
        same.0.push_str(&self.0);
        same
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
        let differ = shared(mine, theirs);
        let (Some(&one), Some(&two)) = (mine.get(differ), theirs.get(differ)) else {
            return mine.len().cmp(&theirs.len());
        };
        // A segment that ends stands before one that goes on.
        let letter = |byte: u8| Some(byte).filter(|byte| *byte != b'/');
        let by_letter = letter(one).cmp(&letter(two));
        // Items differ in a digit, or one of them has more.
        if !one.is_ascii_digit() && !two.is_ascii_digit() {
            return by_letter;
        }
        let start = mine[..differ].iter().rposition(|&byte| byte == b'/').map_or(0, |slash| slash + 1);
        match (item(&mine[start..]), item(&theirs[start..])) {
            (Some(x), Some(y)) => x.len().cmp(&y.len()).then_with(|| x.iter().cmp(y)).then(by_letter),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => by_letter,
        }
    }
}

/// How many bytes two texts share at their start.
fn shared(one: &[u8], two: &[u8]) -> usize {
    let ((eights, _), (others, _)) = (one.as_chunks::<8>(), two.as_chunks::<8>());
    for (number, (eight, other)) in eights.iter().zip(others).enumerate() {
        let differ = u64::from_le_bytes(*eight) ^ u64::from_le_bytes(*other);
        if differ != 0 {
            return 8 * number + differ.trailing_zeros() as usize / 8;
        }
    }
    let shorter = one.len().min(two.len());
    // The last eight bytes reach back into what is the same.
    if let Some(last) = shorter.checked_sub(8)
        && let (Some(eight), Some(other)) = (one[last..].first_chunk(), two[last..].first_chunk())
    {
        let differ = u64::from_le_bytes(*eight) ^ u64::from_le_bytes(*other);
        return last + differ.trailing_zeros() as usize / 8;
    }
    one.iter().zip(two).take_while(|(one, two)| one == two).count()
}

/// The item that the first segment counts, if it is a number, without zeros in front: the longer is the greater.
fn item(rest: &[u8]) -> Option<&[u8]> {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 || rest.get(digits).is_some_and(|&byte| byte != b'/') {
        return None;
    }
    let zeros = rest[..digits].iter().take_while(|byte| **byte == b'0').count();
    Some(&rest[zeros..digits])
}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
