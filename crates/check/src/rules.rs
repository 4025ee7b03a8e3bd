//! The rules, a file each.
//!
//! A new rule is a file here, a `mod` line and an entry in the table; the compiler and the tests miss whatever is
//! forgotten.

use crate::Rule;

mod ambiguous_numeric_date;
mod bare_url;
mod broken_emphasis;
mod commented_out_programme;
mod deadline_without_timezone;
mod doubled_word;
mod duplicate_link_definition;
mod duplicate_section_title;
mod empty_value;
mod end_before_start;
mod event_name_year;
mod event_word_misspelled;
mod front_matter_syntax;
mod iframe_without_title;
mod image_without_alt;
mod implausible_length;
mod impossible_date;
mod link_text_url_differs;
mod link_to_other_event;
mod liquid_syntax;
mod mailto_year;
mod missing_space_after_stop;
mod mixed_time_format;
mod published_secret;
mod ragged_table;
mod range_reversed;
mod space_in_link_text;
mod stray_brace;
mod stray_comment_close;
mod surprising_scalar;
mod suspicious_host;
mod undefined_reference;
mod unknown_include;
mod unused_attribute_list;
mod unused_link_definition;
mod url_trailing_punctuation;
mod vague_link_text;
mod weekday_mismatch;
mod weekdays_of_another_year;
mod wrong_ordinal;
mod year_contradicts_event;

/// Every rule, in the order of names.
pub static RULES: &[&Rule] = &[
    &ambiguous_numeric_date::RULE,
    &bare_url::RULE,
    &broken_emphasis::RULE,
    &commented_out_programme::RULE,
    &deadline_without_timezone::RULE,
    &doubled_word::RULE,
    &duplicate_link_definition::RULE,
    &duplicate_section_title::RULE,
    &empty_value::RULE,
    &end_before_start::RULE,
    &event_name_year::RULE,
    &event_word_misspelled::RULE,
    &front_matter_syntax::RULE,
    &iframe_without_title::RULE,
    &image_without_alt::RULE,
    &implausible_length::RULE,
    &impossible_date::RULE,
    &link_text_url_differs::RULE,
    &link_to_other_event::RULE,
    &liquid_syntax::RULE,
    &mailto_year::RULE,
    &missing_space_after_stop::RULE,
    &mixed_time_format::RULE,
    &published_secret::RULE,
    &ragged_table::RULE,
    &range_reversed::RULE,
    &space_in_link_text::RULE,
    &stray_brace::RULE,
    &stray_comment_close::RULE,
    &surprising_scalar::RULE,
    &suspicious_host::RULE,
    &undefined_reference::RULE,
    &unknown_include::RULE,
    &unused_attribute_list::RULE,
    &unused_link_definition::RULE,
    &url_trailing_punctuation::RULE,
    &vague_link_text::RULE,
    &weekday_mismatch::RULE,
    &weekdays_of_another_year::RULE,
    &wrong_ordinal::RULE,
    &year_contradicts_event::RULE,
];
