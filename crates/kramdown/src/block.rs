//! Blocks.

use handbill_text::Span;

use crate::Options;
use crate::tree::{Data, Document, NONE, Record};

pub(crate) fn parse(text: &str, options: &Options) -> Document {
    let root = Record {
        data: Data::Root,
        span: Span::new(0..text.len()),
        parent: NONE,
        first: NONE,
        last: NONE,
        previous: NONE,
        next: NONE,
        attributes: NONE,
    };
    Document {
        texts: vec![text.to_owned()],
        source_len: text.len(),
        nodes: vec![root],
        attributes: Vec::new(),
        definitions: Vec::new(),
        undefined: Vec::new(),
        stray: Vec::new(),
        options: options.clone(),
    }
}
