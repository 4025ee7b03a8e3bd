//! The page that tells of the event.

use serde_json::{Map, Value};

use crate::record::record;
use crate::words::words;

words! {
    /// What a page is to an event.
    Role {
        /// It announces one.
        Event = "event",
        /// It calls for contributions, sponsors, ...
        Call = "call",
        /// It holds a programme.
        Schedule = "schedule",
        /// It tells how to get there.
        Travel = "travel",
        /// It lists several events.
        Listing = "listing",
        /// It tells of no event.
        None = "none",
    }
}

record! {
    /// The page itself.
    Page {
        /// From the site's root with `/`, else as given; `-` for standard input.
        path: String,
        /// What it is to an event.
        role: Role,
    } and {
        /// Where it is published, from the site's root.
        url: String,
        /// As in the front matter.
        title: String,
        /// As in the front matter.
        layout: String,
        /// The way to it.
        breadcrumbs: Vec<Breadcrumb>,
        /// The picture and words at its top.
        hero: Option<Hero>,
        /// As in the front matter.
        tags: Vec<String>,
        /// What could not be read, a sentence each.
        unresolved: Vec<String>,
        /// Every key of the front matter as written.
        front_matter: Map<String, Value>,
    }
}

record! {
    /// A step of the way to a page.
    Breadcrumb {
        /// What it says.
        label: String,
    } and {
        /// Where it leads.
        url: String,
    }
}

record! {
    /// The picture and words at the top of a page.
    Hero {} and {
        /// Its picture.
        image: String,
        /// Its words.
        subtitle: String,
    }
}
