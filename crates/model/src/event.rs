//! The event, and where and when it is.

use jiff::civil::Date;

use crate::record::record;
use crate::words::words;
use crate::{Call, LocalTime, Logistics, Media, Programme, Zone};

words! {
    /// What kind of event it is.
    EventKind {
        /// A conference.
        Conference = "conference",
        /// A showcase.
        Showcase = "showcase",
        /// A workshop.
        Workshop = "workshop",
        /// A meeting at which a community works.
        WorkingMeeting = "working-meeting",
        /// A meeting that takes place online.
        OnlineMeeting = "online-meeting",
        /// A training or course.
        Training = "training",
        /// A hackathon.
        Hackathon = "hackathon",
        /// A meetup.
        Meetup = "meetup",
        /// A webinar.
        Webinar = "webinar",
        /// A symposium.
        Symposium = "symposium",
        /// A meeting of no further kind.
        Meeting = "meeting",
        /// A tour.
        Tour = "tour",
    }
}

words! {
    /// Whether it takes place as announced; schema.org's `EventStatusType`.
    EventStatus {
        /// As announced.
        Scheduled = "scheduled",
        /// Put off, no new date known.
        Postponed = "postponed",
        /// Put off to another date.
        Rescheduled = "rescheduled",
        /// It does not take place.
        Cancelled = "cancelled",
        /// It takes place online instead.
        MovedOnline = "moved-online",
    }
}

words! {
    /// How one attends; schema.org's `EventAttendanceModeEnumeration`.
    Attendance {
        /// At a place.
        InPerson = "in-person",
        /// Online only.
        Online = "online",
        /// Both.
        Hybrid = "hybrid",
    }
}

record! {
    /// An event as its page tells it.
    Event {
        /// Stable name of the event in its site: the page's path without file name and extension.
        id: String,
        /// The name, without dates and place; empty, and left out, where the page does not name it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        name: String,
    } and {
        /// Where it is published.
        url: String,
        /// What it is, in a sentence or two.
        description: String,
        /// A picture.
        image: String,
        /// What kind of event.
        kind: Option<EventKind>,
        /// Whether it takes place as announced.
        status: Option<EventStatus>,
        /// How one attends.
        attendance: Option<Attendance>,
        /// The first day.
        start: Option<Date>,
        /// The last day; equal to `start` for one day.
        end: Option<Date>,
        /// When it starts on the first day.
        start_time: Option<LocalTime>,
        /// When it ends on the last day.
        end_time: Option<LocalTime>,
        /// The zone of its times.
        time_zone: Option<Zone>,
        /// The runs of days, only where they are more than one.
        dates: Vec<DateRange>,
        /// The date in the page's words, only where no day is known ('Spring 2021').
        date_text: String,
        /// Town and country or state, as the page says it.
        location: String,
        /// Buildings.
        venues: Vec<Venue>,
        /// Where it takes place online.
        online: Option<Online>,
        /// Who hosts it.
        hosts: Vec<Named>,
        /// In which languages.
        languages: Vec<Language>,
        /// Registration, cost, conduct, ...
        logistics: Logistics,
        /// Whom to ask.
        contacts: Vec<Contact>,
        /// Calls for proposals, sponsors, volunteers, ...
        calls: Vec<Call>,
        /// Who sponsors it.
        sponsors: Vec<Sponsor>,
        /// What sponsors may choose from.
        sponsor_levels: Vec<SponsorLevel>,
        /// Who organises it.
        committees: Vec<Committee>,
        /// What happens when.
        programme: Programme,
        /// Events that are part of it, or stand beside it.
        parts: Vec<Part>,
        /// Videos, slides, photographs.
        media: Vec<Media>,
    }
}

record! {
    /// A run of days, both ends included.
    DateRange {
        /// The first day.
        start: Date,
        /// The last day.
        end: Date,
    } and {}
}

record! {
    /// A building, campus or hall.
    Venue {
        /// Its name.
        name: String,
    } and {
        /// Rooms in it.
        rooms: Vec<String>,
        /// Postal address.
        address: String,
        /// ISO 3166-1 alpha-2 code.
        country: String,
        /// What takes place there.
        #[serde(rename = "for")]
        purpose: String,
        /// Its page.
        url: String,
        /// A map.
        map: String,
        /// Its position.
        geo: Option<Geo>,
    }
}

record! {
    /// A position, WGS 84.
    Geo {
        /// Latitude in degrees, north positive.
        lat: f64,
        /// Longitude in degrees, east positive.
        lon: f64,
    } and {}
}

record! {
    /// Where it takes place online.
    Online {} and {
        /// The way in.
        url: String,
        /// What it runs on.
        platform: String,
    }
}

record! {
    /// A name, perhaps with a page.
    Named {
        /// The name.
        name: String,
    } and {
        /// Its page.
        url: String,
    }
}

record! {
    /// A language.
    Language {
        /// BCP 47 tag.
        code: String,
        /// English name.
        name: String,
    } and {}
}

record! {
    /// Somebody to ask.
    Contact {
        /// E-mail address.
        email: String,
    } and {
        /// Who answers.
        name: String,
    }
}

record! {
    /// Somebody who pays for it.
    Sponsor {
        /// The name.
        name: String,
    } and {
        /// `Silver`, say.
        level: String,
        /// Its page.
        url: String,
    }
}

record! {
    /// What a sponsor may choose.
    SponsorLevel {
        /// `Gold`, say.
        name: String,
    } and {
        /// What it costs.
        price: Option<crate::Price>,
    }
}

record! {
    /// A group of people who organise.
    Committee {
        /// `Program committee`, say.
        name: String,
    } and {
        /// Who is in it.
        members: Vec<Person>,
    }
}

record! {
    /// A person.
    Person {
        /// The name.
        name: String,
    } and {
        /// Where the person works.
        affiliation: String,
        /// `chair`, say.
        role: String,
    }
}

record! {
    /// An event that is part of this one, or stands beside it.
    Part {
        /// Its name.
        name: String,
    } and {
        /// Whether it only stands beside.
        related: bool,
        /// The first day.
        start: Option<Date>,
        /// The last day.
        end: Option<Date>,
        /// When it starts.
        start_time: Option<LocalTime>,
        /// When it ends.
        end_time: Option<LocalTime>,
        /// Its page.
        url: String,
        /// Where it is.
        location: String,
        /// Who hosts it.
        hosts: Vec<Named>,
        /// Registration, cost, ... of its own.
        logistics: Logistics,
    }
}
