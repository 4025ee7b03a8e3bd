//! `slugify`: a text as a part of a URL.

use super::{Args, to_text};
use crate::Value;
use crate::expand::Expander;

pub(super) fn slugify(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result<Value, String> {
    let text = match input {
        Value::Nil => return Ok(Value::Nil),
        Value::String(text) => text,
        _ => return Err("only a text makes a slug".to_owned()),
    };
    let mode = args.get(0).filter(|mode| **mode != Value::Nil).map(to_text);
    let lower = |slug: String| Value::from(slug.to_lowercase());
    let slug = match mode.as_deref() {
        Some("raw") => joined(text, |c| !c.is_whitespace()),
        None | Some("default") => joined(text, is_word),
        Some("pretty") => joined(text, |c| is_word(c) || "._~!$&'()+,;=@".contains(c)),
        Some("ascii") => joined(text, |c| c.is_ascii_alphanumeric()),
        Some("latin") => joined(&text.chars().map(latin).collect::<String>(), is_word),
        Some(_) => return Ok(Value::from(text.to_lowercase())),
    };
    Ok(lower(slug))
}

/// Letters, marks and numbers of any script.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Runs of other characters become one hyphen; none at the ends.
fn joined(text: &str, keeps: impl Fn(char) -> bool) -> String {
    text.split(|c| !keeps(c)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").trim_matches('-').to_owned()
}

/// A Latin letter without its marks.
fn latin(c: char) -> String {
    let plain = match c {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'Æ' => "AE",
        'æ' => "ae",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'Ð' | 'Ď' | 'Đ' => "D",
        'ð' | 'ď' | 'đ' => "d",
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => "E",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' => "G",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'Ĥ' | 'Ħ' => "H",
        'ĥ' | 'ħ' => "h",
        'Ì'..='Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' => "I",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'Ĵ' => "J",
        'ĵ' => "j",
        'Ķ' => "K",
        'ķ' => "k",
        'Ĺ' | 'Ļ' | 'Ľ' | 'Ŀ' | 'Ł' => "L",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => "N",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ŏ' | 'Ő' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Ŕ' | 'Ŗ' | 'Ř' => "R",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' => "S",
        'ś' | 'ŝ' | 'ş' | 'š' => "s",
        'ß' => "ss",
        'Ţ' | 'Ť' | 'Ŧ' => "T",
        'ţ' | 'ť' | 'ŧ' => "t",
        'Ù'..='Ü' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' => "U",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'Ŵ' => "W",
        'ŵ' => "w",
        'Ý' | 'Ŷ' | 'Ÿ' => "Y",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ź' | 'ż' | 'ž' => "z",
        c => return if c.is_ascii() { c.to_string() } else { "?".to_owned() },
    };
    plain.to_owned()
}
