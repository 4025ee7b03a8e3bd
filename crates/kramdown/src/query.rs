//! Questions that programs ask of a tree: sections, tables as grids, links with their definitions.

mod cells;
mod grid;
mod link;
mod section;

pub use grid::{Grid, GridCell};
pub use link::Link;
pub use section::Section;
