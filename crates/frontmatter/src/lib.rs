//! Front matter with a span for every key and value.
