//! What a place's name looks like.

use super::sentences::{has_any, is_short};
use crate::lexicon::Lexicon;

/// Words in the names of buildings, rooms and institutions.
const BUILDINGS: Lexicon = Lexicon::new(&[
    "abbey", "academy", "archive", "archives", "arena", "auditorium", "building", "campus", "castle", "cathedral",
    "center", "centre", "chapel", "church", "club", "college", "court", "faculty", "foundation", "gallery", "garden",
    "gardens", "hall", "hotel", "house", "inn", "institute", "institution", "lab", "laboratory", "library", "lounge",
    "mansion", "museum", "palace", "pavilion", "pub", "room", "school", "society", "space", "stadium", "studio",
    "theater", "theatre", "tower", "university", "villa", "bar", "restaurant", "café", "cafe", "bibliotheek",
    "bibliothek", "bibliothèque", "biblioteca", "universität", "raum", "université", "universidad", "museo", "musée",
    "mensa", "suite", "atrium", "foyer", "pavillon", "palais", "palazzo", "château", "schloss", "aula", "saal",
    "salle", "sala", "haus", "teatro", "hochschule", "école", "escuela", "universidade", "università", "archivo",
    "archivio", "hogeschool", "universiteit", "universitätsbibliothek", "staatsbibliothek", "landesbibliothek",
    "stadtbibliothek", "rathaus", "hörsaal", "kulturzentrum", "stadtarchiv", "staatsarchiv", "landesarchiv", "zentrum",
    "institut", "instituto", "istituto", "institutet", "centro", "centrum", "hub", "hackerspace", "makerspace",
    "gasthaus", "gasthof", "wirtshaus", "biergarten", "brauhaus", "stadthalle", "bürgerhaus", "volkshaus", "auberge",
    "brasserie", "taberna", "market", "église", "iglesia", "kirche", "mairie", "uniwersytet", "univerzita",
    "politechnika", "politecnico", "politécnica", "bibliotek", "médiathèque", "wissenschaftspark", "technologiepark",
    "coworking", "maison", "ateneo", "auditorio",
]);

/// Words that stand in names without a capital.
const SMALL: &[&str] = &[
    "of", "the", "and", "de", "der", "des", "di", "du", "da", "do", "la", "le", "am", "an", "for", "in", "on", "upon",
    "&", "at", "van", "von", "y", "e", "del", "della", "zum", "zur",
];

/// Whether a text is a proper name: every word but the small ones starts with a capital, and it has no sentence's end.
pub(crate) fn is_proper_name(text: &str) -> bool {
    let mut words = text
        .split([' ', '/', '-'])
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'))
        .filter(|word| !word.is_empty())
        .peekable();
    if words.peek().is_none_or(|first| {
        !first.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) && !first.eq_ignore_ascii_case("the")
    }) {
        return false;
    }
    words.all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            || SMALL.contains(&word)
            || is_legal_form(word)
            // `eScience Center`.
            || word.chars().nth(1).is_some_and(char::is_uppercase)
    }) && (text.len() <= LONGEST || text.chars().nth(LONGEST).is_none())
        && !goes_on(text)
}

/// How long a name is at most, in characters.
const LONGEST: usize = 120;

/// Whether a text has more than a name: the end of a sentence, or of a line.
fn goes_on(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'!' | b'?' | b':' | b';' | b'\n'))
}

/// `e.V`, `s.r.o`, `d.o.o`: what stands behind the name of a company or society, without its last full stop.
pub(crate) fn is_legal_form(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| part.chars().count() == 1)
        && !["e.g", "i.e", "a.m", "p.m"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a text may name a town, region or building.
pub(crate) fn is_place_name(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_digit()) && is_proper_name(text) && !is_field(text) && is_short(text, 14)
}

/// Endings and words of what people study: `Conference on Methods in Materials Science` names no place.
const FIELDS: Lexicon = Lexicon::new(&[
    "arts", "computing", "data", "education", "engineering", "history", "humanities", "imaging", "intelligence",
    "language", "languages", "law", "learning", "libraries", "medicine", "methods", "modelling", "museums", "archives",
    "modeling", "music", "practice", "practices", "processing", "programming", "publishing", "research", "robotics",
    "science", "sciences", "software", "studies", "systems", "teaching", "technologies", "technology", "theory",
    "vision", "visualization", "writing",
]);

/// Whether a name is that of a field of study and not of a place.
pub(crate) fn is_field(name: &str) -> bool {
    const ENDINGS: &[&str] = &["ology", "ologies", "omics", "matics", "istics", "ation", "graphy", "nomy"];
    let last = name.split(['(', ',']).next().unwrap_or(name).split_whitespace().next_back().unwrap_or("");
    let ends = |ending: &str| {
        let start = last.len().checked_sub(ending.len());
        start.is_some_and(|start| last.as_bytes()[start..].eq_ignore_ascii_case(ending.as_bytes()))
    };
    FIELDS.has(last) || ENDINGS.iter().any(|ending| ends(ending))
}

/// The last words of the names of countries.
const COUNTRIES: Lexicon = Lexicon::new(&[
    "argentina", "australia", "austria", "bangladesh", "belgium", "bolivia", "botswana", "brazil", "bulgaria",
    "cameroon", "canada", "chile", "china", "colombia", "croatia", "cuba", "cyprus", "czechia", "denmark", "ecuador",
    "egypt", "england", "estonia", "ethiopia", "finland", "france", "georgia", "germany", "ghana", "greece",
    "guatemala", "hungary", "iceland", "india", "indonesia", "iran", "iraq", "ireland", "israel", "italy", "japan",
    "jordan", "kazakhstan", "kenya", "latvia", "lebanon", "lithuania", "luxembourg", "malaysia", "malta", "mexico",
    "mongolia", "morocco", "mozambique", "namibia", "nepal", "netherlands", "nigeria", "norway", "pakistan", "panama",
    "paraguay", "peru", "philippines", "poland", "portugal", "qatar", "romania", "rwanda", "scotland", "senegal",
    "serbia", "singapore", "slovakia", "slovenia", "spain", "sweden", "switzerland", "taiwan", "tanzania", "thailand",
    "tunisia", "turkey", "türkiye", "uganda", "uk", "ukraine", "uruguay", "us", "usa", "venezuela", "vietnam", "wales",
    "zambia", "zimbabwe", "kingdom", "states", "africa", "zealand", "korea", "emirates", "herzegovina", "macedonia",
    "deutschland", "österreich", "schweiz", "italia", "españa", "brasil", "méxico", "suisse", "belgique", "polska",
    "frankreich", "italien", "spanien", "niederlande", "belgien", "dänemark", "schweden", "norwegen", "polen",
    "allemagne", "espagne", "italie", "pays-bas", "royaume-uni", "alemania", "francia", "svizzera", "germania",
    "spagna", "unido", "unidos", "unis", "sverige", "norge", "danmark", "nederland", "belgië",
]);

/// Whether a text is the name of a country, or ends as one does.
pub(crate) fn is_country(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or(text).trim_end_matches('.');
    COUNTRIES.has(last) && is_proper_name(text) && text.split(' ').count() <= 4
}

/// Words of rooms: without a word of a building beside them they lie in one.
const ROOMS: &[&str] = &[
    "room", "rooms", "suite", "theatre", "theater", "auditorium", "hall", "lab", "laboratory", "lounge", "studio",
    "foyer", "atrium", "floor", "centre", "center", "aula", "saal", "salle", "sala",
];

/// Whether a text names a building, room or institution.
pub(crate) fn is_venue_name(text: &str) -> bool {
    // A `city centre` is no centre.
    let town = || has_any(text, &["city center", "city centre", "town center", "town centre"]);
    if !is_short(text, 12) || goes_on(text) || !BUILDINGS.is_in(text) || town() {
        return false;
    }
    // `Adam room` and `Old Mensa conference venue` are written small behind the name.
    let beside = |word: &str| {
        word.starts_with(char::is_lowercase) && BUILDINGS.has(word.trim())
            || matches!(word.trim(), "venue" | "conference" | "campus")
    };
    if !text.split_inclusive(' ').any(beside) {
        return is_proper_name(text.trim());
    }
    is_proper_name(text.split_inclusive(' ').filter(|word| !beside(word)).collect::<String>().trim())
}

/// Whether a text names a room and no building.
pub(crate) fn is_room_name(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| BUILDINGS.has(word));
    let any = words.clone().next().is_some();
    any && words.all(|word| ROOMS.iter().any(|room| room.eq_ignore_ascii_case(word)))
}
