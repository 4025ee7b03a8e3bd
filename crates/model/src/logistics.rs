//! Registration, cost, capacity, conduct.

use crate::record::record;
use crate::words::words;
use crate::{Moment, Named};

record! {
    /// What one needs to know to come.
    Logistics {} and {
        /// Ways to register.
        registrations: Vec<Registration>,
        /// The dates as the page words them.
        dates: String,
        /// The place as the page words it.
        location: String,
        /// How many people fit.
        capacity: Option<u32>,
        /// Whether it is recorded.
        recorded: Option<bool>,
        /// What it costs.
        cost: Option<Cost>,
        /// How people are to treat each other.
        code_of_conduct: Option<Conduct>,
        /// Tags and accounts.
        social: Vec<Named>,
        /// Where news are sent.
        mailing_list: Option<Named>,
        /// Labelled facts that have no key of their own.
        other: Vec<Labelled>,
    }
}

words! {
    /// Whether one can register.
    RegistrationStatus {
        /// Now.
        Open = "open",
        /// No more.
        Closed = "closed",
        /// Later.
        Announced = "announced",
        /// One has to; the page does not say whether one can now.
        Required = "required",
    }
}

record! {
    /// A way to register.
    Registration {} and {
        /// For which part.
        #[serde(rename = "for")]
        purpose: String,
        /// As the page words it.
        text: String,
        /// Where.
        url: String,
        /// Whether one can.
        status: Option<RegistrationStatus>,
        /// Until when.
        closes: Option<Moment>,
    }
}

record! {
    /// What it costs to come.
    Cost {} and {
        /// As the page words it.
        text: String,
        /// Whether it costs nothing.
        free: Option<bool>,
        /// What is asked of whom.
        prices: Vec<Price>,
    }
}

record! {
    /// A price.
    Price {
        /// As the page words it.
        text: String,
    } and {
        /// Who pays it.
        label: String,
        /// For which part.
        #[serde(rename = "for")]
        purpose: String,
        /// Decimal number, no grouping.
        amount: String,
        /// ISO 4217 code, where the page says which.
        currency: String,
        /// The sign, where it names no currency: `$`.
        symbol: String,
    }
}

record! {
    /// The code of conduct.
    Conduct {} and {
        /// As the page words it.
        text: String,
        /// Where it stands.
        url: String,
    }
}

record! {
    /// A labelled fact.
    Labelled {
        /// The label.
        label: String,
        /// What it says.
        text: String,
    } and {
        /// What it links to.
        url: String,
    }
}
