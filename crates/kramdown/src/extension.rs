//! Extensions: `{::name attributes}` and `{::name attributes /}`.

use std::ops::Range;

use crate::markup::list::AttributeList;
use crate::options::{EntityOutput, Options};
use crate::parser::Parser;

/// The start of an extension.
pub(crate) struct Start {
    pub(crate) name: Range<usize>,
    pub(crate) attributes: Range<usize>,
    /// Whether it ends in `/}` and has no body.
    pub(crate) closed: bool,
    pub(crate) end: usize,
}

/// The start of an extension at `at`, where `{::` stands.
pub(crate) fn start(text: &str, at: usize) -> Option<Start> {
    let bytes = text.as_bytes();
    if !bytes[at..].starts_with(b"{::") {
        return None;
    }
    let name_start = at + 3;
    let length = bytes[name_start..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
    let name_end = name_start + length;
    if length == 0 {
        return None;
    }
    let close = match bytes.get(name_end)? {
        b'}' => name_end,
        b'/' if bytes.get(name_end + 1) == Some(&b'}') => name_end + 1,
        byte if crate::markup::tag::is_space(*byte) => crate::markup::list::inside_end(bytes, name_end)?,
        _ => return None,
    };
    let closed = bytes[close - 1] == b'/';
    let attributes = name_end..close - usize::from(closed);
    Some(Start { name: name_start..name_end, attributes, closed, end: close + 1 })
}

/// Whether the attributes of a `nomarkdown` extension let it be written as HTML.
pub(crate) fn is_html(attributes: &str) -> bool {
    let mut list = AttributeList::default();
    list.read(attributes);
    list.pairs.iter().find(|(key, _)| key == "type").is_none_or(|(_, types)| {
        let mut types = types.split_ascii_whitespace().peekable();
        types.peek().is_none() || types.any(|name| name == "html")
    })
}

impl Parser {
    /// Sets what `{::options}` names. An unknown name or a value that makes no sense changes nothing.
    pub(crate) fn set_options(&mut self, attributes: &str) {
        let mut list = AttributeList::default();
        list.read(attributes);
        for (key, value) in &list.pairs {
            set(&mut self.options, key, value);
        }
        self.quotes = crate::parser::quotes(&self.options);
    }
}

fn set(options: &mut Options, key: &str, value: &str) {
    let flag = !matches!(value.trim().to_lowercase().as_str(), "false" | "");
    match key {
        "auto_ids" => options.auto_ids = flag,
        "auto_id_prefix" => value.clone_into(&mut options.auto_id_prefix),
        "auto_id_stripping" => options.auto_id_stripping = flag,
        "hard_wrap" => options.hard_wrap = flag,
        "parse_block_html" => options.parse_block_html = flag,
        "parse_span_html" => options.parse_span_html = flag,
        "footnote_nr" => options.footnote_nr = value.trim().parse().unwrap_or(options.footnote_nr),
        "footnote_backlink" => value.clone_into(&mut options.footnote_backlink),
        "footnote_backlink_inline" => options.footnote_backlink_inline = flag,
        "footnote_prefix" => value.clone_into(&mut options.footnote_prefix),
        "header_offset" => options.header_offset = value.trim().parse().unwrap_or(options.header_offset),
        "toc_levels" => {
            if let Some(levels) = levels(value) {
                options.toc_levels = levels;
            }
        }
        "smart_quotes" => {
            let quotes: Vec<String> = value.split(',').map(|quote| quote.trim().to_owned()).collect();
            if let Ok(quotes) = <[String; 4]>::try_from(quotes) {
                options.smart_quotes = quotes;
            }
        }
        "typographic_symbols" => {
            for (name, text) in value.split(',').filter_map(|pair| pair.split_once(':')) {
                if let Some(written) = symbol(name.trim()) {
                    options.typographic_symbols.retain(|(key, _)| key != written);
                    options.typographic_symbols.push((written.to_owned(), text.trim().to_owned()));
                }
            }
        }
        "entity_output" => match value.trim_start_matches(':') {
            "as_char" => options.entity_output = EntityOutput::AsChar,
            "as_input" => options.entity_output = EntityOutput::AsInput,
            "numeric" => options.entity_output = EntityOutput::Numeric,
            "symbolic" => options.entity_output = EntityOutput::Symbolic,
            _ => {}
        },
        "syntax_highlighter" => options.highlight = !matches!(value, "" | "nil" | "null"),
        _ => {}
    }
}

/// What is written for the symbol that kramdown calls so.
fn symbol(name: &str) -> Option<&'static str> {
    match name {
        "mdash" => Some("---"),
        "ndash" => Some("--"),
        "hellip" => Some("..."),
        "laquo_space" => Some("<< "),
        "raquo_space" => Some(" >>"),
        "laquo" => Some("<<"),
        "raquo" => Some(">>"),
        _ => None,
    }
}

/// Levels of headings: `1..3` or `1,2,3`.
pub(crate) fn levels(value: &str) -> Option<Vec<u8>> {
    let number = |text: &str| text.trim().parse::<u8>().ok().filter(|level| (1..=6).contains(level));
    let levels: Vec<u8> = match value.split_once("..") {
        Some((from, to)) => (number(from)?..=number(to)?).collect(),
        None => value.split(',').map(number).collect::<Option<_>>()?,
    };
    (!levels.is_empty()).then_some(levels)
}
