//! The programme: days, sessions, talks.

use jiff::civil::Date;

use crate::record::record;
use crate::words::words;
use crate::{Language, LocalTime, Person, Zone};

record! {
    /// What happens when.
    Programme {} and {
        /// The days, in the page's order.
        days: Vec<Day>,
    }
}

record! {
    /// A day.
    Day {} and {
        /// Its date.
        date: Option<Date>,
        /// As the page words it.
        label: String,
        /// What happens.
        sessions: Vec<Session>,
    }
}

words! {
    /// What a session is.
    SessionKind {
        /// A talk.
        Talk = "talk",
        /// A keynote.
        Keynote = "keynote",
        /// A panel.
        Panel = "panel",
        /// A workshop.
        Workshop = "workshop",
        /// A break.
        Break = "break",
        /// Lunch, dinner.
        Meal = "meal",
        /// A reception, an outing.
        Social = "social",
        /// One arrives and gets a badge.
        Registration = "registration",
        /// A tour.
        Tour = "tour",
    }
}

record! {
    /// A session, or a talk inside one.
    Session {
        /// The title.
        title: String,
    } and {
        /// Its anchor on the page.
        id: String,
        /// When it starts.
        start: Option<LocalTime>,
        /// When it ends; never inferred.
        end: Option<LocalTime>,
        /// `Morning`, where the page gives no time.
        period: String,
        /// The zone, where it is not the event's.
        time_zone: Option<Zone>,
        /// What it is.
        kind: Option<SessionKind>,
        /// Which of the parallel tracks.
        track: String,
        /// Where.
        room: String,
        /// In which building.
        venue: String,
        /// Who speaks.
        speakers: Vec<Person>,
        /// What it is about.
        #[serde(rename = "abstract")]
        summary: String,
        /// In which languages.
        languages: Vec<Language>,
        /// What else the page says.
        note: String,
        /// Recordings, slides.
        media: Vec<Media>,
        /// Its page.
        url: String,
        /// Talks inside it, without times of their own.
        sessions: Vec<Session>,
    }
}

words! {
    /// What a medium is.
    MediaKind {
        /// A video.
        Video = "video",
        /// Slides.
        Slides = "slides",
        /// An album.
        Photos = "photos",
    }
}

record! {
    /// A recording, slides or photographs.
    Media {
        /// Where.
        url: String,
    } and {
        /// What it is.
        kind: Option<MediaKind>,
    }
}
