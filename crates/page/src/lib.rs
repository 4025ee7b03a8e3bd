//! Source text of an event page to the event, with the place of every fact.
//!
//! [`read`] takes the text of a page and the [`Site`] around it and gives a [`Page`]: its front matter, its body after
//! Liquid, kramdown's tree, the [`Outline`] that readers walk over, and the [`Document`](handbill_model::Document) with
//! the event and its evidence. It never fails; what is wrong is in [`Page::diagnostics`].
//!
//! ```
//! use handbill_page::{Site, read};
//!
//! let text = "---\ntitle: Spring Meeting, Lund, March 4-5, 2031\n---\nWelcome.\n";
//! let page = read("event/2031/lund.md", text, &Site::default());
//! let event = page.document.event.expect("the page tells of one");
//! assert_eq!(event.name, "Spring Meeting");
//! assert_eq!(event.start.map(|day| day.to_string()).as_deref(), Some("2031-03-04"));
//! ```

mod facts;
mod lexicon;
mod outline;
mod page;
mod passage;
pub mod phrase;
mod site;
mod values;

/// Keys of the front matter that tell of the event, whichever theme or community they come from.
pub mod keys {
    pub use crate::facts::Told;
    pub use crate::facts::keys::{Closed, names, names_days, plain};
}

pub use facts::Contradiction;
pub use lexicon::Lexicon;
pub use outline::{Block, BlockKind, Cell, Grid, Outline, Section};
pub use page::{Comment, Page, read, read_expanded};
pub use passage::{ImageMark, LinkMark, Mark, Passage, Struck, Style};
pub use site::Site;
