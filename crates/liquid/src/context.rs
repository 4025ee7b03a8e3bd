//! What a template is expanded with.

use crate::{Object, Time, Value};
use std::fmt;

/// What a template is expanded with: values, includes, limits. No clock is ever read.
#[non_exhaustive]
pub struct Context<'a> {
    /// The values by their first name: `site`, `page`, `layout`, `jekyll`, ...
    pub globals: &'a Object,
    /// Values that are made only when they are asked for, by their first name, where `globals` has none.
    pub late: Option<&'a Late<'a>>,
    /// Where includes come from.
    pub includes: &'a dyn Includes,
    /// How far a template may go.
    pub limits: Limits,
    /// What `now` and `today` mean; without it they are empty, and noted.
    pub now: Option<Time>,
    /// `markdownify`: Markdown to HTML, by the caller's Markdown. Without it the text stays and is noted.
    pub markdown: Option<&'a dyn Fn(&str) -> String>,
    /// `smartify`: a line of text to one with typographic quotes, by the caller's Markdown. As `markdown` without it.
    pub smart: Option<&'a dyn Fn(&str) -> String>,
}

/// Gives the value of a first name, if it has one.
pub type Late<'a> = dyn Fn(&str) -> Option<Value> + 'a;

impl<'a> Context<'a> {
    /// Values and includes, with the usual limits, no `late` values, no `now` and no Markdown; set those fields for more.
    #[must_use]
    pub fn new(globals: &'a Object, includes: &'a dyn Includes) -> Self {
        Self { globals, late: None, includes, limits: Limits::default(), now: None, markdown: None, smart: None }
    }
}

/// Where includes come from: a folder on the disk, an editor's buffers, a test's table.
pub trait Includes {
    /// The file that `{% include name %}` brings.
    ///
    /// # Errors
    /// Why there is none; the tag is empty then.
    fn include(&self, name: &str) -> Result<IncludeSource, NotIncluded>;

    /// The file that `{% include_relative name %}` brings, from the folder of the page.
    ///
    /// # Errors
    /// Why there is none; the tag is empty then.
    fn include_relative(&self, name: &str) -> Result<IncludeSource, NotIncluded> {
        let _ = name;
        Err(NotIncluded::Unknown)
    }

    /// The URL, from the site's root, of the page or file that `{% link path %}` names.
    ///
    /// # Errors
    /// Why there is none; the tag is empty then.
    fn link(&self, path: &str) -> Result<String, NotIncluded> {
        let _ = path;
        Err(NotIncluded::Unknown)
    }

    /// The URL, from the site's root, of the post that `{% post_url name %}` names.
    ///
    /// # Errors
    /// Why there is none; the tag is empty then.
    fn post_url(&self, name: &str) -> Result<String, NotIncluded> {
        let _ = name;
        Err(NotIncluded::Unknown)
    }
}

/// A file that a tag brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncludeSource {
    /// Where it is, for messages, such as `_includes/map.html`.
    pub path: String,
    /// Its text, whole: Jekyll does not take front matter off an include.
    pub text: String,
}

/// Why a tag brings nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotIncluded {
    /// There is no site to look in, so nobody can say what it brings.
    Unknown,
    /// There is a site, and it has no such file: an error of the page.
    Missing {
        /// Where it was looked for, such as `_includes/map.html`.
        path: String,
    },
    /// The name leaves the folder that it may read from.
    Refused,
    /// The file is there and cannot be read.
    Unreadable {
        /// The file and the reason.
        reason: String,
    },
}

/// In plain words, as [`Unresolved::reason`](crate::Unresolved) has it.
impl fmt::Display for NotIncluded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("what it brings is not known"),
            Self::Missing { path } => write!(f, "there is no {path}"),
            Self::Refused => f.write_str("its name leaves the folder it may be read from, or is no file name"),
            Self::Unreadable { reason } => write!(f, "it cannot be read: {reason}"),
        }
    }
}

/// Without a site: every include is [`NotIncluded::Unknown`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoIncludes;

impl Includes for NoIncludes {
    fn include(&self, _: &str) -> Result<IncludeSource, NotIncluded> {
        Err(NotIncluded::Unknown)
    }
}

/// How far a template may go; what lies beyond is left out, with a [`Problem`](crate::Problem) that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How deep includes may include.
    pub include_depth: usize,
    /// How many includes may be read in all.
    pub includes: usize,
    /// How often loop bodies may run, and filters touch an item, in all.
    pub steps: usize,
    /// How many bytes the text, and everything computed on the way, may have in all.
    pub bytes: usize,
}

impl Default for Limits {
    /// A hundred includes deep, ten thousand in all, five million steps, 64 MiB.
    fn default() -> Self {
        Self { include_depth: 100, includes: 10_000, steps: 5_000_000, bytes: 64 << 20 }
    }
}
