//! Filters that make a text of a text.

use super::{Args, to_text};
use crate::expand::Expander;
use crate::tree::is_space;
use crate::value::display::write_shown;
use crate::value::json::write_json;
use crate::value::number::strict_integer;
use crate::{UnresolvedKind, Value};

pub(crate) use super::escape::escape_html;

type Result = std::result::Result<Value, String>;

pub(super) fn append(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(Value::from(to_text(input) + &args.text(0)))
}

pub(super) fn prepend(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(Value::from(args.text(0) + &to_text(input)))
}

pub(super) fn upcase(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(to_text(input).to_uppercase()))
}

pub(super) fn downcase(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(to_text(input).to_lowercase()))
}

pub(super) fn capitalize(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    let text = to_text(input);
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    Ok(Value::from(first + &chars.as_str().to_lowercase()))
}

pub(super) fn strip(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(to_text(input).trim_matches(space_or_null)))
}

pub(super) fn lstrip(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(to_text(input).trim_start_matches(space_or_null)))
}

pub(super) fn rstrip(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(to_text(input).trim_end_matches(space_or_null)))
}

/// Ruby strips the null character with white space.
fn space_or_null(c: char) -> bool {
    is_space(c) || c == '\0'
}

pub(super) fn strip_newlines(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(to_text(input).replace("\r\n", "\n").replace('\n', "")))
}

pub(super) fn newline_to_br(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(to_text(input).replace("\r\n", "\n").replace('\n', "<br />\n")))
}

pub(super) fn normalize_whitespace(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    let text = to_text(input);
    Ok(Value::from(text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")))
}

pub(super) fn replace(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (text, from, to) = (to_text(input), args.text(0), args.text(1));
    let matches = text.matches(&*from).count();
    // Counted before it is made: a replacement by itself grows with the square.
    if !expander.budget.bytes(matches.saturating_mul(to.len())) {
        return Ok(Value::Nil);
    }
    Ok(Value::from(text.replace(&*from, &to)))
}

pub(super) fn replace_first(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(Value::from(to_text(input).replacen(&*args.text(0), &args.text(1), 1)))
}

pub(super) fn replace_last(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (text, from) = (to_text(input), args.text(0));
    Ok(Value::from(match text.rfind(&*from) {
        Some(at) => format!("{}{}{}", &text[..at], args.text(1), &text[at + from.len()..]),
        None => text,
    }))
}

pub(super) fn remove(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(Value::from(to_text(input).replace(&*args.text(0), "")))
}

pub(super) fn remove_first(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(Value::from(to_text(input).replacen(&*args.text(0), "", 1)))
}

pub(super) fn remove_last(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    replace_last(expander, input, args)
}

pub(super) fn slice(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (from, count) = (strict_integer(args.value(0))?, args.get(1).map_or(Ok(1), strict_integer)?);
    let range = |len: usize| {
        let len = i64::try_from(len).unwrap_or(i64::MAX);
        let from = if from < 0 { from.saturating_add(len) } else { from };
        let in_range = (0..=len).contains(&from) && count >= 0;
        let to = from.saturating_add(count).min(len);
        let index = |value: i64| usize::try_from(value).unwrap_or(0);
        in_range.then(|| index(from)..index(to))
    };
    if let Value::Array(values) = input {
        return Ok(Value::from(range(values.len()).map_or_else(Vec::new, |range| values[range].to_vec())));
    }
    let text = to_text(input);
    let range = range(text.chars().count()).unwrap_or(0..0);
    Ok(Value::from(text.chars().skip(range.start).take(range.len()).collect::<String>()))
}

pub(super) fn truncate(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    let (text, length) = (to_text(input), args.get(0).map_or(Ok(50), strict_integer)?);
    let ellipsis = args.get(1).map_or_else(|| "...".to_owned(), to_text);
    if i64::try_from(text.chars().count()).unwrap_or(i64::MAX) <= length {
        return Ok(Value::from(text));
    }
    let kept = usize::try_from(length).unwrap_or(0).saturating_sub(ellipsis.chars().count());
    Ok(Value::from(text.chars().take(kept).collect::<String>() + &ellipsis))
}

pub(super) fn truncate_words(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    let (text, words) = (to_text(input), args.get(0).map_or(Ok(15), strict_integer)?);
    let ellipsis = args.get(1).map_or_else(|| "...".to_owned(), to_text);
    let words = usize::try_from(words).unwrap_or(0).max(1);
    let list: Vec<&str> = text.split(is_space).filter(|word| !word.is_empty()).take(words + 1).collect();
    if list.len() <= words {
        return Ok(Value::from(text));
    }
    Ok(Value::from(list[..words].join(" ") + &ellipsis))
}

pub(super) fn split(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (text, by) = (to_text(input), args.text(0));
    let pieces: Box<dyn Iterator<Item = &str>> = match &*by {
        " " => Box::new(text.split(is_space).filter(|word| !word.is_empty())),
        "" => Box::new(text.split("").filter(|piece| !piece.is_empty())),
        by => Box::new(text.split(by)),
    };
    let mut list: Vec<Value> = Vec::new();
    for piece in pieces {
        if !expander.budget.steps(1) {
            return Ok(Value::Nil);
        }
        list.push(Value::from(piece));
    }
    while list.last().and_then(Value::as_str).is_some_and(str::is_empty) {
        list.pop();
    }
    Ok(Value::from(list))
}

pub(super) fn default(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let keeps_false = args.named.iter().any(|(name, value)| name == "allow_false" && value.is_truthy());
    let stands = match input {
        Value::Nil => false,
        Value::Bool(value) => *value || keeps_false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(object) => !object.is_empty(),
        Value::Empty | Value::Blank => false,
        Value::Int(_) | Value::Float(_) | Value::Date(_) | Value::Time(_) | Value::Range(..) => true,
    };
    Ok(if stands { input.clone() } else { args.get(0).cloned().unwrap_or_else(|| Value::from("")) })
}

pub(super) fn number_of_words(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Value::String(text) = input else { return Err("only a text has words".to_owned()) };
    let words = || text.split(is_space).filter(|word| !word.is_empty()).count();
    let (mut apart, mut others, mut in_word) = (0, 0, false);
    for c in text.chars() {
        let single = is_cjk(c);
        apart += usize::from(single);
        others += usize::from(!single && !is_space(c) && !in_word);
        in_word = !single && !is_space(c);
    }
    Ok(Value::from(match args.value(0).as_str() {
        Some("cjk") => apart + others,
        Some("auto") if apart > 0 => apart + others,
        _ => words(),
    }))
}

/// Characters each of which counts as a word: Han, Katakana, Hiragana, Hangul.
const fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fd5}' | '\u{3005}' | '\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303b}'
        | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fd}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff6f}' | '\u{ff71}'..='\u{ff9d}' | '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{2fa1f}')
}

pub(super) fn inspect(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    let mut text = String::new();
    let touched = write_shown(&mut text, input, super::LONGEST);
    expander.budget.steps(touched);
    Ok(Value::from(super::escape::escape_xml(&text)))
}

pub(super) fn jsonify(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    let mut json = String::new();
    let touched = write_json(&mut json, input, super::LONGEST);
    expander.budget.steps(touched);
    Ok(Value::from(json))
}

pub(super) fn markdownify(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(marked_up(expander, "markdownify", input, expander.context.markdown))
}

pub(super) fn smartify(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(marked_up(expander, "smartify", input, expander.context.smart))
}

fn marked_up(expander: &mut Expander<'_>, name: &str, input: &Value, hook: Option<&dyn Fn(&str) -> String>) -> Value {
    let Some(hook) = hook else {
        expander.note(UnresolvedKind::Filter, name, "no Markdown is at hand here");
        return input.clone();
    };
    let text = to_text(input);
    expander.budget.steps(text.len());
    Value::from(hook(&text))
}
