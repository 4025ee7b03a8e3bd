//! The rules, a file each.
//!
//! A new rule is a file here, a `mod` line and an entry in the table; the compiler and the tests miss whatever is
//! forgotten.

use crate::Rule;

mod wrong_ordinal;

/// Every rule, in the order of names.
pub static RULES: &[&Rule] = &[&wrong_ordinal::RULE];
