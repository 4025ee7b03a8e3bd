//! The keys, each with the names that themes and communities give it.

use crate::lexicon::{SLOTS, slot};

/// What a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Title,
    Name,
    /// What the page is called: its event, or what a theme takes it for.
    Called,
    Start,
    End,
    /// Both, in words, as a list of days or as a list of `start` and `end`.
    Dates,
    /// The day of the event or that of publishing: what stands around it decides.
    Date,
    /// How many days it lasts.
    Days,
    StartTime,
    EndTime,
    /// Both times, in words.
    Times,
    Zone,
    /// Town, building or both: as text, as a map of its parts, or as a list.
    Place,
    Venue,
    Address,
    PostCode,
    City,
    Region,
    Country,
    Latitude,
    Longitude,
    /// Latitude and longitude in one.
    Point,
    /// Whether it is online.
    Online,
    /// How one attends, in a word.
    Attendance,
    Website,
    /// A picture of it: a URL, a map with one, or a list of them.
    Image,
    Contact,
    Hosts,
    Sponsors,
    /// Where one registers.
    Registration,
    /// Where a link leads that is called so: what the page tells in words says more.
    RegistrationLink,
    /// The last day to register or apply.
    RegistrationCloses,
    /// What it costs, in words.
    Cost,
    /// How many can come.
    Capacity,
    Hashtag,
    CallOpens,
    /// The last day to answer the call for proposals.
    CallCloses,
    CallUrl,
    /// The day on which those who proposed something are told.
    CallTold,
    Status,
    /// Whether it does not take place (`true`).
    Cancelled,
    /// Whether it is put off (`true`).
    Postponed,
    /// What the page says of itself in a line: a place, a date.
    Banner,
}

/// The names of each key, in the order in which they are believed: in lower case, without `-`, `_` and blanks, so that
/// `start-date`, `start_date` and `startDate` are one. `docs/front-matter.md` shows the table to those who write pages.
pub(crate) const TABLE: &[(Key, &[&str])] = &[
    (Key::Title, &["title"]),
    (Key::Name, &["eventname", "eventtitle"]),
    (Key::Called, &["name"]),
    (
        Key::Start,
        &[
            "start", "startdate", "datestart", "starts", "startsat", "startson", "eventstart", "eventstartdate",
            "startevent", "begin", "begins", "begindate", "from", "startdatetime", "datetime", "eventdate", "firstday",
            "beginn", "eventstarts", "eventstartsat", "eventbegin", "eventstartdatetime", "eventdatestart",
            "conferencestart", "dayone", "datefrom", "fromdate", "datebegin", "debut", "datedebut", "fechainicio",
            "fechadeinicio", "datainizio", "datainicio", "datadeinicio", "inizio", "inicio", "début", "startdatum",
            "datumvon", "eventday", "startat", "starting", "startingat", "dtstart",
        ],
    ),
    (
        Key::End,
        &[
            "end", "enddate", "dateend", "dateends", "ends", "endsat", "endson", "eventend", "eventenddate",
            "endevent", "finish", "finishes", "until", "till", "to", "enddatetime", "lastday", "ende", "eventends",
            "eventendsat", "eventenddatetime", "eventdateend", "conferenceend", "dateto", "todate", "dateuntil",
            "datefinish", "finishdate", "fin", "datefin", "fechafin", "fechadefin", "fechafinal", "datafine",
            "datafim", "datadefim", "fine", "enddatum", "datumbis", "endat", "ending", "endingat", "dtend",
        ],
    ),
    (
        Key::Dates,
        &[
            "dates", "eventdates", "humandate", "humandates", "daterange", "when", "conferencedates", "wann", "quand",
            "cuando", "cuándo", "fechas", "termine", "quando", "datetext", "displaydate", "datedisplay",
            "readabledate", "datestring",
        ],
    ),
    (Key::Date, &["date", "datum", "fecha", "data"]),
    (Key::Days, &["days", "durationdays", "numberofdays", "numdays", "lengthindays"]),
    (
        Key::StartTime,
        &[
            "starttime", "timestart", "eventstarttime", "timefrom", "fromtime", "horainicio", "horadeinicio",
            "orainizio", "heuredebut",
        ],
    ),
    (
        Key::EndTime,
        &["endtime", "timeend", "eventendtime", "timeto", "totime", "horafin", "horadefin", "orafine", "heurefin"],
    ),
    (
        Key::Times,
        &[
            "time", "times", "humantime", "hours", "eventtime", "eventtimes", "uhrzeit", "zeit", "heure", "horaires",
            "hora", "horario", "orario",
        ],
    ),
    (Key::Zone, &["timezone", "tz", "eventtimezone", "timezonename", "zone"]),
    (
        Key::Place,
        &[
            "location", "place", "where", "eventlocation", "ort", "veranstaltungsort", "lieu", "lugar", "local",
            "luogo", "donde", "dónde", "où", "dove", "sede", "loc", "eventplace", "wo", "conferencelocation",
        ],
    ),
    (Key::Venue, &["venue", "venuename", "locationname", "building", "eventvenue"]),
    (
        Key::Address,
        &[
            "address", "locationaddress", "venueaddress", "streetaddress", "street", "eventaddress", "adresse",
            "direccion", "dirección", "indirizzo", "endereço", "endereco", "anschrift", "fulladdress",
        ],
    ),
    (Key::PostCode, &["postal", "postalcode", "postcode", "zip", "zipcode", "plz", "codepostal", "codigopostal"]),
    (
        Key::City,
        &[
            "city", "town", "locality", "addresslocality", "cityname", "citta", "città", "localidad", "municipio",
            "venuecity", "locationcity", "venuetown", "eventcity", "stadt", "ville", "ciudad", "cidade",
        ],
    ),
    (Key::Region, &["region", "state", "province", "addressregion"]),
    (
        Key::Country,
        &[
            "country", "addresscountry", "eventcountry", "countryname", "land", "pays", "pais", "país", "paese",
            "venuecountry", "locationcountry",
        ],
    ),
    (Key::Latitude, &["latitude", "lat"]),
    (Key::Longitude, &["longitude", "lng", "lon", "long"]),
    (Key::Point, &["latlng", "latlong", "latlon", "geo", "coordinates", "gps"]),
    (
        Key::Online,
        &[
            "online", "virtual", "isonline", "zoom", "zoomlink", "zoomurl", "meetinglink", "meetingurl", "joinlink",
            "joinurl", "webinarlink", "onlineevent",
        ],
    ),
    (
        Key::Attendance,
        &[
            "attendance", "attendancemode", "eventattendancemode", "eventformat", "eventmode", "mode", "format",
            "modality", "deliverymode", "eventtype", "locationtype",
        ],
    ),
    (
        Key::Website,
        &[
            "website", "eventurl", "eventwebsite", "eventlink", "externalurl", "external", "link", "web", "url",
            "webseite", "siteweb", "eventpage", "homepage", "eventsite", "conferenceurl", "conferencewebsite",
        ],
    ),
    (Key::Image, &["image", "images", "eventimage", "featuredimage", "coverimage", "ogimage"]),
    (Key::Contact, &["contact", "contacts", "contactemail", "email"]),
    (
        Key::Hosts,
        &[
            "host", "hosts", "organizer", "organizers", "organiser", "organisers", "organizedby", "organisedby",
            "hostedby", "veranstalter", "veranstalterin", "ausrichter", "organisateur", "organisateurs", "organisépar",
            "organizador", "organizadores", "organiza", "organizan", "organizzatore", "organizzatori", "organizzatoda",
            "organización", "organizacion",
        ],
    ),
    (Key::Sponsors, &["sponsors"]),
    (
        Key::Registration,
        &[
            "registration", "registrationurl", "registrationlink", "register", "registerurl", "registerlink", "rsvp",
            "rsvpurl", "rsvplink", "tickets", "ticketsurl", "ticketurl", "ticketlink", "signup", "signupurl",
            "signuplink", "eventregistration", "registrationform", "bookingurl", "bookinglink", "anmeldung",
            "anmeldelink", "anmeldeurl", "inscription", "inscriptions", "lieninscription", "inscripción",
            "inscripcion", "inscripciones", "inscrição", "inscricao", "inscrições", "inscricoes", "iscrizione",
            "iscrizioni", "billetterie", "ticketing", "ticketslink", "meetupurl", "meetuplink", "eventbriteurl",
            "eventbritelink", "registrationpage", "registerhere",
        ],
    ),
    (
        Key::RegistrationCloses,
        &[
            "registrationdeadline", "registrationcloses", "registrationclose", "registrationend",
            "registrationenddate", "registrationdateend", "registrationuntil", "registerby", "registerbefore",
            "registeruntil", "rsvpby", "rsvpdeadline", "signupdeadline", "applicationdeadline", "applicationsdeadline",
            "applicationscloses", "applicationsclose", "applyby", "applybefore", "anmeldeschluss", "anmeldefrist",
            "anmeldungbis", "datelimite", "fechalimite", "registrationclosedate", "registrationclosingdate",
            "registrationdue", "applicationclose", "applicationcloses", "applicationend", "bookingdeadline",
        ],
    ),
    (
        Key::Cost,
        &[
            "cost", "costs", "price", "prices", "fee", "fees", "admission", "preis", "kosten", "teilnahmegebühr",
            "eintritt", "tarif", "tarifs", "prix", "precio", "precios", "coste", "prezzo", "costo", "preço", "preco",
            "ticketprice", "entryfee", "registrationfee", "registrationfees", "coursefee",
        ],
    ),
    (
        Key::Capacity,
        &[
            "capacity", "maxparticipants", "maxattendees", "seats", "maxseats", "plätze", "aforo", "attendeelimit",
            "participantlimit", "maxnumberofparticipants",
        ],
    ),
    (Key::Hashtag, &["hashtag", "hashtags"]),
    (
        Key::CallOpens,
        &[
            "cfpdatestart", "cfpopen", "cfpopens", "cfpstart", "cfpopendate", "cfpstartdate", "cfpopensat",
            "cfpopenson", "cfpstartsat",
        ],
    ),
    (
        Key::CallCloses,
        &[
            "cfpdateend", "cfpclose", "cfpcloses", "cfpend", "cfpenddate", "cfpclosedate", "cfpdeadline", "cfpdate",
            "cfpends", "cfpclosesat", "cfpcloseson", "cfpendsat", "cfpendson", "cfpuntil", "cfpclosing", "cfpdue",
            "cfpduedate", "callforpapersdeadline", "callforproposalsdeadline", "calldeadline", "submissiondeadline",
            "submissionsdeadline", "paperdeadline", "papersubmissiondeadline", "proposaldeadline", "proposalsdeadline",
            "talkdeadline", "talksdeadline", "deadline", "submissionend", "submissionenddate", "submissionscloses",
            "submissionsclose", "submissionsdue", "abstractdeadline", "abstractsdeadline",
            "abstractsubmissiondeadline",
        ],
    ),
    (
        Key::CallUrl,
        &["cfplink", "cfpurl", "callforpapersurl", "callforproposalsurl", "submissionurl", "submissionlink", "cfpsite"],
    ),
    (
        Key::CallTold,
        &["cfpdateannounce", "notificationdate", "notification", "cfpnotification", "acceptancenotification"],
    ),
    (Key::Status, &["status", "eventstatus"]),
    (Key::Cancelled, &["cancelled", "canceled", "iscancelled", "iscanceled"]),
    (Key::Postponed, &["postponed", "ispostponed"]),
    (Key::Banner, &["excerpt", "secondaryexcerpt", "subtitle", "tagline", "summary", "description", "lead"]),
];

/// Of what kinds the names are, as [`slot`] tells words apart: most keys of a front matter are of none of them.
pub(super) static KINDS: [bool; SLOTS] = {
    let (mut kinds, mut key) = ([false; SLOTS], 0);
    while key < TABLE.len() {
        let (names, mut at) = (TABLE[key].1, 0);
        while at < names.len() {
            kinds[slot(names[at])] = true;
            at += 1;
        }
        key += 1;
    }
    kinds
};
