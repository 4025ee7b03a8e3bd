//! What is done with fixes.

use handbill_model::Applicability;

use crate::args::Check;

/// What is done with fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Findings are told.
    Tell,
    /// Fixes are written to the pages, and what is left is told.
    Fix(Applicability),
    /// What fixes would change is told.
    Diff(Applicability),
}

impl Mode {
    pub(super) fn of(arguments: &Check) -> Self {
        let wanted = if arguments.unsafe_fixes { Applicability::Ask } else { Applicability::Safe };
        match (arguments.diff, arguments.fix || arguments.unsafe_fixes) {
            (true, _) => Self::Diff(wanted),
            (false, true) => Self::Fix(wanted),
            (false, false) => Self::Tell,
        }
    }

    /// Whether findings are told at all.
    pub(super) fn tells(self) -> bool {
        !matches!(self, Self::Diff(_))
    }
}
