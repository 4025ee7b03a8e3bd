//! What a place's name looks like.

/// Words in the names of buildings, rooms and institutions.
const BUILDINGS: &[&str] = &[
    "abbey", "academy", "archive", "archives", "arena", "auditorium", "building", "campus", "castle", "cathedral",
    "center", "centre", "chapel", "church", "club", "college", "court", "faculty", "foundation", "gallery", "garden",
    "gardens", "hall", "hotel", "house", "inn", "institute", "institution", "lab", "laboratory", "library", "lounge",
    "mansion", "museum", "palace", "pavilion", "pub", "room", "school", "society", "space", "stadium", "studio",
    "theater", "theatre", "tower", "university", "villa", "bar", "restaurant", "café", "cafe", "bibliotheek",
    "bibliothek", "bibliothèque", "biblioteca", "universität", "université", "università", "universidad", "museo",
    "musée", "mensa", "suite", "atrium", "foyer",
];

/// Words that stand in names without a capital.
const SMALL: &[&str] = &[
    "of", "the", "and", "de", "der", "des", "di", "du", "da", "do", "la", "le", "am", "an", "for", "in", "on", "upon",
    "&", "at", "van", "von", "y", "e",
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
    text.chars().count() <= 120
        && !text.contains(['!', '?', ':', ';', '\n'])
        && words.all(|word| SMALL.contains(&word) || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
}

/// Whether a text may name a town, region or building.
pub(crate) fn is_place_name(text: &str) -> bool {
    is_proper_name(text) && text.split_whitespace().count() <= 14 && !text.starts_with(|c: char| c.is_ascii_digit())
}

/// Words of rooms: without a word of a building beside them they lie in one.
const ROOMS: &[&str] = &[
    "room", "rooms", "suite", "theatre", "theater", "auditorium", "hall", "lab", "laboratory", "lounge", "studio",
    "foyer", "atrium", "floor", "centre", "center",
];

/// Whether a text names a building, room or institution.
pub(crate) fn is_venue_name(text: &str) -> bool {
    let building = |word: &str| BUILDINGS.iter().any(|known| known.eq_ignore_ascii_case(word));
    // `Adam room` and `Old Mensa conference venue` are written small behind the name.
    let capitals: String = text
        .split_inclusive(' ')
        .filter(|word| {
            let small = word.starts_with(char::is_lowercase);
            !(small && building(word.trim()) || matches!(word.trim(), "venue" | "conference" | "campus"))
        })
        .collect();
    let short = text.split_whitespace().count() <= 12 && !text.contains(['!', '?', ':', ';', '\n']);
    short && is_proper_name(capitals.trim()) && text.split(|c: char| !c.is_alphanumeric()).any(building)
}

/// Whether a text names a room and no building.
pub(crate) fn is_room_name(text: &str) -> bool {
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| BUILDINGS.iter().any(|known| known.eq_ignore_ascii_case(word)));
    let any = words.clone().next().is_some();
    any && words.all(|word| ROOMS.iter().any(|room| room.eq_ignore_ascii_case(word)))
}
