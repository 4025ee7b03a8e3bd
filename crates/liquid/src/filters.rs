//! The filters of Liquid and of Jekyll, one table.

mod array;
mod date;
mod escape;
mod number;
mod select;
mod slug;
pub(crate) mod text;
pub(crate) mod url;

use crate::expand::Expander;
use crate::value::display::write_ruby;
use crate::{Object, UnresolvedKind, Value};

/// A filter: input and arguments to a value.
///
/// # Errors
/// At what Jekyll stops, in one clause; the filter gives nothing then.
type Filter = fn(&mut Expander<'_>, &Value, &Args) -> Result<Value, String>;

/// The arguments of a filter.
pub(crate) struct Args {
    values: Vec<Value>,
    named: Vec<(String, Value)>,
}

impl Args {
    fn get(&self, index: usize) -> Option<&Value> {
        self.values.get(index)
    }

    fn value(&self, index: usize) -> &Value {
        self.values.get(index).unwrap_or(&Value::Nil)
    }

    fn text(&self, index: usize) -> String {
        to_text(self.value(index))
    }
}

/// A value as a filter of texts takes it: Ruby's `to_s`.
pub(crate) fn to_text(value: &Value) -> String {
    let mut text = String::new();
    write_ruby(&mut text, value, LONGEST);
    text
}

/// No text of an array or object is longer than about this.
const LONGEST: usize = 64 << 20;

/// Applies the filter `name`. An unknown one gives its input back, as with Jekyll, and is noted.
pub(crate) fn apply(
    expander: &mut Expander<'_>,
    name: &str,
    input: Value,
    values: Vec<Value>,
    named: Vec<(String, Value)>,
) -> Value {
    let Ok(index) = FILTERS.binary_search_by(|(known, ..)| (*known).cmp(name)) else {
        expander.note(
            UnresolvedKind::Filter,
            name,
            "neither Liquid nor Jekyll has this filter; what a plugin's gives is not known",
        );
        return input;
    };
    let (_, least, most, filter) = FILTERS[index];
    let mut args = Args { values, named };
    if !args.named.is_empty() && name != "default" {
        let named: Object = args.named.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        args.values.push(Value::from(named));
    }
    let given = args.values.len();
    if given < least || given > most {
        let wanted = if least == most { least.to_string() } else { format!("{least} to {most}") };
        expander.trouble(format!("filter `{name}` has {given} arguments"), &format!("it takes {wanted}"));
        return Value::Nil;
    }
    expander.budget.steps(weight(&input));
    if expander.budget.exceeded().is_some() {
        return Value::Nil;
    }
    match filter(expander, &input, &args) {
        Ok(value) => {
            if let Value::String(text) = &value {
                expander.budget.bytes(text.len());
            }
            value
        }
        Err(message) => {
            expander
                .trouble(format!("filter `{name}`: {message}"), "give it a value that it can take, or leave it out");
            Value::Nil
        }
    }
}

/// How many steps it takes to go through a value.
fn weight(value: &Value) -> usize {
    match value {
        Value::Array(values) => 1 + values.len(),
        Value::Object(object) => 1 + object.len(),
        Value::String(text) => 1 + text.len() / 256,
        &Value::Range(first, last) => usize::try_from(last.saturating_sub(first)).unwrap_or(0).saturating_add(1),
        Value::Nil
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::Empty
        | Value::Blank => 1,
    }
}

/// Name, least and most arguments, and what it does; by name.
#[rustfmt::skip]
const FILTERS: &[(&str, usize, usize, Filter)] = &[
    ("abs", 0, 0, number::abs),
    ("absolute_url", 0, 0, url::absolute),
    ("append", 1, 1, text::append),
    ("array_to_sentence_string", 0, 1, array::sentence),
    ("at_least", 1, 1, number::at_least),
    ("at_most", 1, 1, number::at_most),
    ("base64_decode", 0, 0, escape::base64_decode),
    ("base64_encode", 0, 0, escape::base64_encode),
    ("base64_url_safe_decode", 0, 0, escape::base64_decode),
    ("base64_url_safe_encode", 0, 0, escape::base64_url_safe_encode),
    ("capitalize", 0, 0, text::capitalize),
    ("ceil", 0, 0, number::ceil),
    ("cgi_escape", 0, 0, escape::cgi),
    ("compact", 0, 1, array::compact),
    ("concat", 1, 1, array::concat),
    ("date", 1, 1, date::date),
    ("date_to_long_string", 0, 2, date::to_long_string),
    ("date_to_rfc822", 0, 0, date::to_rfc822),
    ("date_to_string", 0, 2, date::to_string),
    ("date_to_xmlschema", 0, 0, date::to_xmlschema),
    ("default", 0, 1, text::default),
    ("divided_by", 1, 1, number::divided_by),
    ("downcase", 0, 0, text::downcase),
    ("escape", 0, 0, escape::html),
    ("escape_once", 0, 0, escape::html_once),
    ("find", 2, 2, select::find),
    ("find_exp", 2, 2, select::find_exp),
    ("first", 0, 0, array::first),
    ("floor", 0, 0, number::floor),
    ("group_by", 1, 1, select::group_by),
    ("group_by_exp", 2, 2, select::group_by_exp),
    ("h", 0, 0, escape::html),
    ("inspect", 0, 0, text::inspect),
    ("join", 0, 1, array::join),
    ("jsonify", 0, 0, text::jsonify),
    ("last", 0, 0, array::last),
    ("lstrip", 0, 0, text::lstrip),
    ("map", 1, 1, array::map),
    ("markdownify", 0, 0, text::markdownify),
    ("minus", 1, 1, number::minus),
    ("modulo", 1, 1, number::modulo),
    ("newline_to_br", 0, 0, text::newline_to_br),
    ("normalize_whitespace", 0, 0, text::normalize_whitespace),
    ("number_of_words", 0, 1, text::number_of_words),
    ("plus", 1, 1, number::plus),
    ("pop", 0, 1, array::pop),
    ("prepend", 1, 1, text::prepend),
    ("push", 1, 1, array::push),
    ("relative_url", 0, 0, url::relative),
    ("remove", 1, 1, text::remove),
    ("remove_first", 1, 1, text::remove_first),
    ("remove_last", 1, 1, text::remove_last),
    ("replace", 1, 2, text::replace),
    ("replace_first", 1, 2, text::replace_first),
    ("replace_last", 2, 2, text::replace_last),
    ("reverse", 0, 0, array::reverse),
    ("round", 0, 1, number::round),
    ("rstrip", 0, 0, text::rstrip),
    ("sample", 0, 1, array::sample),
    ("shift", 0, 1, array::shift),
    ("size", 0, 0, array::size),
    ("slice", 1, 2, text::slice),
    ("slugify", 0, 1, slug::slugify),
    ("smartify", 0, 0, text::smartify),
    ("sort", 0, 2, select::sort),
    ("sort_natural", 0, 1, select::sort_natural),
    ("split", 1, 1, text::split),
    ("strip", 0, 0, text::strip),
    ("strip_html", 0, 0, escape::strip_html),
    ("strip_index", 0, 0, url::strip_index),
    ("strip_newlines", 0, 0, text::strip_newlines),
    ("times", 1, 1, number::times),
    ("to_integer", 0, 0, number::to_int),
    ("truncate", 0, 2, text::truncate),
    ("truncatewords", 0, 2, text::truncate_words),
    ("uniq", 0, 1, array::uniq),
    ("unshift", 1, 1, array::unshift),
    ("upcase", 0, 0, text::upcase),
    ("uri_escape", 0, 0, url::escape),
    ("url_decode", 0, 0, escape::url_decode),
    ("url_encode", 0, 0, escape::url_encode),
    ("where", 2, 2, select::keep),
    ("where_exp", 2, 2, select::keep_exp),
    ("xml_escape", 0, 0, escape::xml),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_by_name() {
        assert!(super::FILTERS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
