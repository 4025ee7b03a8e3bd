//! Calls: for proposals, sponsors, scholarships, volunteers.

use crate::Moment;
use crate::record::record;
use crate::words::words;

words! {
    /// What is called for.
    CallKind {
        /// Talks, papers, posters.
        Proposals = "proposals",
        /// Sponsors.
        Sponsors = "sponsors",
        /// People who need help to come.
        Scholarships = "scholarships",
        /// Helpers.
        Volunteers = "volunteers",
        /// Hosts of a later event.
        Hosts = "hosts",
    }
}

words! {
    /// Whether one can answer it.
    CallStatus {
        /// Now.
        Open = "open",
        /// No more.
        Closed = "closed",
        /// Later.
        Announced = "announced",
    }
}

record! {
    /// A call.
    Call {
        /// What for.
        kind: CallKind,
    } and {
        /// Whether one can answer it.
        status: Option<CallStatus>,
        /// From when.
        opens: Option<Moment>,
        /// Until when.
        deadline: Option<Moment>,
        /// Further dates.
        dates: Vec<CallDate>,
        /// Where one submits.
        url: String,
        /// Where it is described.
        page: String,
        /// Whom one writes to.
        email: String,
        /// In which languages.
        languages: Vec<crate::Language>,
        /// The theme of the year.
        topic: String,
        /// What it asks for.
        themes: Vec<Theme>,
        /// What one has to heed.
        rules: Vec<Rule>,
        /// Lengths and shapes.
        formats: Vec<Format>,
    }
}

record! {
    /// A further date of a call.
    CallDate {
        /// `notification`, say.
        label: String,
        /// When.
        #[serde(flatten)]
        moment: Moment,
    } and {}
}

record! {
    /// A theme.
    Theme {
        /// What it is about.
        name: String,
    } and {
        /// Under which heading.
        group: String,
    }
}

record! {
    /// What one has to heed.
    Rule {
        /// The rule.
        text: String,
    } and {
        /// Under which heading.
        group: String,
    }
}

record! {
    /// A shape that a contribution may have.
    Format {
        /// `Lightning talk`, say.
        name: String,
    } and {
        /// How long.
        minutes: Option<Minutes>,
        /// Minutes for questions.
        questions: Option<u32>,
    }
}

record! {
    /// A length in minutes; either end may be missing.
    Minutes {} and {
        /// At least.
        min: Option<u32>,
        /// At most.
        max: Option<u32>,
    }
}
