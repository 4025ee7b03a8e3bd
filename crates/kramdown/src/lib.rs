//! kramdown as Jekyll uses it: text to a tree of ranges to the same HTML, byte for byte.
//!
//! Jekyll gives pages to kramdown 2.4 with GitHub's additions. This crate reads the same language and writes the same
//! bytes; and it keeps the tree in which every block and every part of a line knows the range of its source.
//!
//! To HTML, as Jekyll's `{{ content }}` would have it:
//!
//! ```
//! use handbill_kramdown::{Document, Options};
//!
//! let text = "## Dates\n\n* *Conference*: June 1--4, 2020\n{: .dates}\n";
//! let html = Document::parse(text, &Options::default()).to_html();
//! assert_eq!(html, "<h2 id=\"dates\">Dates</h2>\n\n<ul class=\"dates\">\n  <li><em>Conference</em>: June 1–4, 2020</li>\n</ul>\n");
//! ```
//!
//! Every link, with the place to change when its URL is wrong:
//!
//! ```
//! use handbill_kramdown::{Document, Options};
//!
//! let text = "Submit [your proposal][cfp].\n\n[cfp]: https://example.org/cfp\n";
//! let document = Document::parse(text, &Options::default());
//! for link in document.links() {
//!     let place = link.definition.map_or(link.node.span(), |definition| definition.url_span);
//!     assert_eq!((link.node.text().as_str(), place.of(text)), ("your proposal", "https://example.org/cfp"));
//! }
//! ```
//!
//! The table under a heading, whether it was written with pipes or in HTML:
//!
//! ```
//! use handbill_kramdown::{Document, Options};
//!
//! let text = "# Programme\n\n| Time | Talk |\n|------|------|\n| 9:00 | Welcome |\n";
//! let document = Document::parse(text, &Options::default());
//! let programme = &document.sections()[0];
//! let grid = programme.blocks.iter().find_map(|block| block.grid()).expect("there is a table");
//! assert_eq!(grid.cell(1, 1).expect("the second row has two cells").text(), "Welcome");
//! ```
//!
//! # What is different, on purpose
//!
//! * Code with a language gets the elements and classes that kramdown and rouge give it; the code itself is plain text,
//!   without rouge's coloured spans.
//! * Reading never fails, and takes time and memory in proportion to the text. Quotes, lists and elements nested deeper
//!   than a hundred are text; so is what would have to be read again and again in vain. The gem overflows its stack, or
//!   does not come back. A table that lacks very many cells is not filled up.
//! * Numeric entities that are no character (surrogates, numbers beyond Unicode) stay text.

mod block;
mod definition;
mod extension;
mod inline;
mod kind;
mod markup;
mod options;
mod parser;
mod query;
mod source;
mod tree;
mod write;

pub use definition::{Definition, DefinitionId, ReferenceForm, UndefinedReference};
pub use handbill_text::Span;
pub use kind::{Alignment, Html, Kind, Target};
pub use markup::unescape::unescape;
pub use options::{EntityOutput, Input, Options};
pub use query::{Grid, GridCell, Link, Section};
pub use tree::{Children, Descendants, Document, Node, NodeId};
