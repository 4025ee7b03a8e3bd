//! `title: [Draft]`.

use handbill_frontmatter::{Data, Value};
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A key that Jekyll and its themes know has a value of another shape.
    ///
    /// A title in brackets is a list of one, and is published with its brackets and quotes; `published: "false"` in
    /// quotes is a text, and publishes the page.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// published: "false"
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// published: false
    /// ---
    /// Welcome.
    /// ```
    ///
    /// Only keys count that mean the same on every site: `title`, `description`, `layout`, `permalink`, `published`,
    /// `tags`, `categories`, `redirect_from`. A number or a day is a title like any text.
    "shape-mismatch": Warning, Markup, File
}

/// What a key holds.
#[derive(Clone, Copy)]
enum Shape {
    Scalar,
    Truth,
    /// A text or a list of them.
    Texts,
}

const SHAPES: &[(&str, Shape)] = &[
    ("title", Shape::Scalar),
    ("description", Shape::Scalar),
    ("layout", Shape::Scalar),
    ("permalink", Shape::Scalar),
    ("published", Shape::Truth),
    ("tags", Shape::Texts),
    ("categories", Shape::Texts),
    ("redirect_from", Shape::Texts),
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (key, shape) in SHAPES {
        let Some(value) = subject.page.front_matter.root.get(key).filter(|value| !shape.fits(value)) else { continue };
        let finding = RULE.finding(value.span, format!("`{key}` is {}, and not {}", kind(value), shape.name()));
        found.push(finding.with_help(match shape {
            Shape::Scalar if is_list(value) => "put the whole text between quotes, brackets and all",
            Shape::Scalar => "put the whole text between quotes",
            Shape::Truth => "write `true` or `false`, without quotes",
            Shape::Texts => "write a list: `[maps, globes]`",
        }));
    }
}

impl Shape {
    fn fits(self, value: &Value) -> bool {
        match (self, &value.data) {
            (_, Data::Null) => true,
            (Self::Scalar, data) => !matches!(data, Data::List(_) | Data::Map(_)),
            // Jekyll publishes whatever is not false; only a text that means so is a mistake.
            (Self::Truth, Data::Text(text)) => !matches!(text.to_ascii_lowercase().as_str(), "false" | "no" | "off"),
            (Self::Truth, data) => matches!(data, Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_)),
            (Self::Texts, Data::List(items)) => {
                !items.iter().any(|item| matches!(item.data, Data::Map(_) | Data::List(_)))
            }
            (Self::Texts, data) => !matches!(data, Data::Map(_)),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Scalar => "a text",
            Self::Truth => "`true` or `false`",
            Self::Texts => "a text or a list of texts",
        }
    }
}

fn is_list(value: &Value) -> bool {
    matches!(value.data, Data::List(_))
}

fn kind(value: &Value) -> &'static str {
    match &value.data {
        Data::Map(_) => "a mapping",
        Data::List(items) if items.iter().any(|item| matches!(item.data, Data::Map(_))) => "a list of mappings",
        Data::List(items) if items.iter().any(|item| matches!(item.data, Data::List(_))) => "a list of lists",
        Data::List(_) => "a list",
        Data::Text(_) => "a text",
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => "a single value",
    }
}
