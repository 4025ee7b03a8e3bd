//! The rules, a file each.
//!
//! A new rule is a file here, a `mod` line and an entry in the table; the compiler and the tests miss whatever is
//! forgotten.

use crate::Rule;

mod ambiguous_numeric_date;
mod bare_url;
mod broken_emphasis;
mod call_incomplete;
mod call_open_after_deadline;
mod commented_out_programme;
mod damaged_address;
mod date_not_iso;
mod deadline_after_event;
mod deadline_without_timezone;
mod deadline_without_year;
mod doubled_word;
mod duplicate_id;
mod duplicate_link_definition;
mod duplicate_section_title;
mod empty_table_header;
mod empty_value;
mod end_before_start;
mod event_name_year;
mod event_word_misspelled;
mod front_matter_contradicts_page;
mod front_matter_syntax;
mod heading_structure;
mod iframe_without_title;
mod image_without_alt;
mod implausible_length;
mod impossible_date;
mod insecure_link;
mod link_text_url_differs;
mod link_to_other_event;
mod link_without_bracket;
mod liquid_syntax;
mod mailto_year;
mod missing_conduct;
mod missing_contact;
mod missing_date;
mod missing_machine_date;
mod missing_place;
mod missing_registration;
mod missing_space_after_stop;
mod mixed_range_separator;
mod mixed_time_format;
mod no_timezone;
mod no_year_anywhere;
mod outside_event_range;
mod placeholder_left;
mod printed_table;
mod published_secret;
mod ragged_table;
mod range_reversed;
mod registration_without_link;
mod shape_mismatch;
mod slot_order;
mod slot_overlap;
mod space_in_link_text;
mod stale_promise;
mod status_not_declared;
mod stray_brace;
mod stray_comment_close;
mod surprising_scalar;
mod suspicious_host;
mod tracking_parameter;
mod twelve_hour_ambiguous;
mod undefined_reference;
mod unknown_anchor;
mod unknown_include;
mod unknown_key;
mod unknown_value;
mod unresolved_handler;
mod unused_attribute_list;
mod unused_link_definition;
mod unused_suppression;
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
    &call_incomplete::RULE,
    &call_open_after_deadline::RULE,
    &commented_out_programme::RULE,
    &damaged_address::RULE,
    &date_not_iso::RULE,
    &deadline_after_event::RULE,
    &deadline_without_timezone::RULE,
    &deadline_without_year::RULE,
    &doubled_word::RULE,
    &duplicate_id::RULE,
    &duplicate_link_definition::RULE,
    &duplicate_section_title::RULE,
    &empty_table_header::RULE,
    &empty_value::RULE,
    &end_before_start::RULE,
    &event_name_year::RULE,
    &event_word_misspelled::RULE,
    &front_matter_contradicts_page::RULE,
    &front_matter_syntax::RULE,
    &heading_structure::RULE,
    &iframe_without_title::RULE,
    &image_without_alt::RULE,
    &implausible_length::RULE,
    &impossible_date::RULE,
    &insecure_link::RULE,
    &link_text_url_differs::RULE,
    &link_to_other_event::RULE,
    &link_without_bracket::RULE,
    &liquid_syntax::RULE,
    &mailto_year::RULE,
    &missing_conduct::RULE,
    &missing_contact::RULE,
    &missing_date::RULE,
    &missing_machine_date::RULE,
    &missing_place::RULE,
    &missing_registration::RULE,
    &missing_space_after_stop::RULE,
    &mixed_range_separator::RULE,
    &mixed_time_format::RULE,
    &no_timezone::RULE,
    &no_year_anywhere::RULE,
    &outside_event_range::RULE,
    &placeholder_left::RULE,
    &printed_table::RULE,
    &published_secret::RULE,
    &ragged_table::RULE,
    &range_reversed::RULE,
    &registration_without_link::RULE,
    &shape_mismatch::RULE,
    &slot_order::RULE,
    &slot_overlap::RULE,
    &space_in_link_text::RULE,
    &stale_promise::RULE,
    &status_not_declared::RULE,
    &stray_brace::RULE,
    &stray_comment_close::RULE,
    &surprising_scalar::RULE,
    &suspicious_host::RULE,
    &tracking_parameter::RULE,
    &twelve_hour_ambiguous::RULE,
    &undefined_reference::RULE,
    &unknown_anchor::RULE,
    &unknown_include::RULE,
    &unknown_key::RULE,
    &unknown_value::RULE,
    &unresolved_handler::RULE,
    &unused_attribute_list::RULE,
    &unused_link_definition::RULE,
    &unused_suppression::RULE,
    &url_trailing_punctuation::RULE,
    &vague_link_text::RULE,
    &weekday_mismatch::RULE,
    &weekdays_of_another_year::RULE,
    &wrong_ordinal::RULE,
    &year_contradicts_event::RULE,
];

/// The rule that looks at what the others found, and comes behind them.
pub(crate) static LAST: &Rule = &unused_suppression::RULE;
