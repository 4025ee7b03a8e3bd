//! `handbill explain`
use crate::args::Explain;
use crate::message;
use crate::outcome::Outcome;

pub(crate) fn run(explain: &Explain) -> Outcome {
    message::usage(format_args!("`{}` is no rule", explain.rule))
}
