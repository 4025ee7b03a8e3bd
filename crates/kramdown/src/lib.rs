//! kramdown as Jekyll uses it: text to a tree of ranges to the same HTML, byte for byte.

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
