//! What a page and its event are: the Event JSON of handbill as Rust types.
