//! The formats, a file each.

#[cfg(feature = "atom")]
pub(crate) mod atom;
#[cfg(feature = "body")]
pub(crate) mod body;
#[cfg(feature = "csv")]
pub(crate) mod csv;
#[cfg(feature = "data")]
pub(crate) mod data;
#[cfg(feature = "expanded")]
pub(crate) mod expanded;
#[cfg(feature = "html")]
pub(crate) mod html;
#[cfg(feature = "ics")]
pub(crate) mod ics;
#[cfg(feature = "ics-deadlines")]
pub(crate) mod ics_deadlines;
#[cfg(feature = "ics-programme")]
pub(crate) mod ics_programme;
#[cfg(feature = "json")]
pub(crate) mod json;
#[cfg(feature = "jsonld")]
pub(crate) mod jsonld;
