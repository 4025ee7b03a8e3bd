//! YAML front matter, as Ruby's Psych reads it.

mod build;
mod recover;
mod refusal;
mod scalar;

pub(crate) use scalar::resolve;

use handbill_text::Span;

use crate::{Data, FrontMatter, Kind, Mapping, Problem, Value};

/// Problems beyond this many are left out: they are one accident.
const MAX_PROBLEMS: usize = 32;

/// Reads `span` of `text`, which starts with the opening fence: Jekyll hands it to Ruby with the fence, so a `%` line
/// below it is no directive of the first document.
pub(crate) fn parse(text: &str, span: Span) -> FrontMatter {
    let mut front = FrontMatter::default();
    refusal::control_characters(text, span, &mut front.problems);
    let built = build::build(text, span, build::Aliases::Known);
    front.comments = built.comments;
    front.problems.extend(built.problems);
    match (built.root, built.error) {
        (root, Some(error)) => {
            let mut map = root.map(|value| value.data).map_or_else(Mapping::default, into_mapping);
            let resume = recover::resume(text, span, &mut map, built.open_key, error.span.start());
            recover::read_on(text, Span::new(resume..span.end()), error, &mut map, &mut front);
            front.root = map;
        }
        (Some(value), None) => match value.data {
            Data::Map(map) => front.root = map,
            // Jekyll takes nothing and `false` for an empty front matter.
            Data::Null | Data::Bool(false) => {}
            Data::Bool(true) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) | Data::List(_) => {
                front.problems.push(refusal::not_a_mapping(text, &value));
            }
        },
        (None, None) => {}
    }
    front.problems.sort_by_key(|problem| problem.span);
    front.problems.truncate(MAX_PROBLEMS);
    front
}

/// Reads a whole file of YAML: its first document, whatever that is.
pub(crate) fn file(text: &str) -> Result<Option<Value>, Problem> {
    let built = build::build(text, Span::new(0..text.len()), build::Aliases::Known);
    let stops = |problem: &Problem| {
        matches!(problem.kind, Kind::Syntax | Kind::Tab | Kind::UnknownAlias | Kind::Tag | Kind::Refused)
    };
    match built.error.into_iter().chain(built.problems.into_iter().filter(stops)).min_by_key(|problem| problem.span) {
        Some(problem) => Err(problem),
        None => Ok(built.root),
    }
}

fn into_mapping(data: Data) -> Mapping {
    match data {
        Data::Map(map) => map,
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) | Data::List(_) => {
            Mapping::default()
        }
    }
}
