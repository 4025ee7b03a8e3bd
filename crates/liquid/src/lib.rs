//! Liquid as Jekyll uses it: template and values to text and a source map.
//!
//! A page's text is read into a [`Template`] and expanded with the values of a [`Context`]. Nothing stops it: what Jekyll
//! would stop at is a [`Problem`], and what cannot be known without the site is [`Unresolved`]; the rest of the page
//! goes on. Every byte of the [`Expansion`] is mapped to the source, so a fact found in expanded text still stands
//! where its author wrote it.
//!
//! ```
//! use handbill_liquid::{Context, NoIncludes, Object, Value, expand};
//!
//! let site = Object::from_iter([("root_url", Value::from("/iiif"))]);
//! let globals = Object::from_iter([("site", Value::from(site))]);
//! let expansion = expand("See [the call]({{ site.root_url | append: '/cfp' }}).", &Context::new(&globals, &NoIncludes));
//! assert_eq!(expansion.text, "See [the call](/iiif/cfp).");
//! ```

mod chunk;
mod context;
mod expand;
mod expansion;
mod expression;
mod filters;
mod lax;
mod object;
mod parse;
mod problem;
mod strict;
mod tags;
mod template;
mod time;
mod tree;
mod value;

pub use context::{Context, IncludeSource, Includes, Late, Limits, NoIncludes, NotIncluded};
pub use expansion::{Expansion, Unresolved, UnresolvedKind, expand, expand_value};
pub use object::Object;
pub use problem::Problem;
pub use tags::{Tag, TagKind, tags};
pub use template::Template;
pub use value::{Time, Value};
