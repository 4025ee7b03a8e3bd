//! Months, seasons and years without a day: `early September`, `Spring 2021`, `June 2020`.

use handbill_text::Span;

use super::{Part, Reader};

/// A time that names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VaguePhrase {
    /// Its place in the text.
    pub span: Span,
    /// The month, `1..=12`.
    pub month: Option<u8>,
    /// The year.
    pub year: Option<i16>,
    /// Whether a season is named.
    pub season: bool,
}

impl Reader<'_> {
    /// The vague time that starts at `at`, and the token after it. A month alone is none: `may` and `march` are verbs.
    pub(super) fn vague(self, at: usize) -> Option<(VaguePhrase, usize)> {
        if !self.starts_freely(at) {
            return None;
        }
        let vague = self.is(at, Part::Vague);
        let mut next = at + usize::from(vague);
        if vague && (self.is_dash(next) || self.is(next, Part::Of)) {
            next += 1;
        }
        let month =
            self.month(next).filter(|_| self.word(next).is_some_and(|word| word.starts_with(char::is_uppercase)));
        let season = self.is(next, Part::Season);
        let named = month.is_some() || season;
        let after = if named { self.past_stop(next + 1) } else { next };
        let (year, end) = match self.year(after) {
            Some((year, _, end)) if named || vague => (Some(year), end),
            Some(_) | None => (None, if named { next + 1 } else { after }),
        };
        let enough = (named && (vague || year.is_some())) || (vague && year.is_some());
        enough.then(|| (VaguePhrase { span: self.span(at, end), month, year, season }, end))
    }
}
