//! The sessions of a programme as they stand below each other.

use handbill_model::{LocalTime, Session};
use handbill_page::BlockKind;
use handbill_text::Span;

use super::{Known, Subject};

/// A session with its times, where they are told.
pub(crate) struct Slot<'a> {
    pub(crate) session: &'a Session,
    pub(crate) start: LocalTime,
    pub(crate) end: Option<LocalTime>,
    /// Where its start is told.
    pub(crate) place: Span,
    /// Its day, and what it is of that day's sessions.
    at: (usize, usize),
    /// Whether the page says that what stands here goes on side by side.
    parallel: bool,
}

impl Slot<'_> {
    /// Where its end is told.
    pub(crate) fn end_place(&self, subject: &Subject<'_>) -> Option<Span> {
        let (day, index) = self.at;
        subject.place_of(&format!("/event/programme/days/{day}/sessions/{index}/end"))
    }

    /// Whether it may well take place beside others.
    pub(crate) fn is_beside(&self) -> bool {
        use handbill_model::SessionKind::{Registration, Social, Tour};
        matches!(self.session.kind, Some(Registration | Social | Tour))
            || self.parallel
            || goes_on_beside(&self.session.title)
    }

    /// Whether both take place in the same room and track, as far as that is told.
    pub(crate) fn shares_room(&self, other: &Self) -> bool {
        let room = |slot: &Self| [&slot.session.track, &slot.session.room, &slot.session.venue].map(String::clone);
        room(self) == room(other) && room_in_title(&self.session.title) == room_in_title(&other.session.title)
    }
}

/// Whether a title is of something that goes on while others take place.
pub(crate) fn goes_on_beside(title: &str) -> bool {
    const BESIDE: &[&str] = &[
        "all day", "board", "committee", "drop-in", "exhibit", "invitation", "invited only", "meet and greet",
        "members only", "open all", "optional", "parallel", "poster", "registration", "run", "tour", "visit", "walk",
        "yoga",
    ];
    let title = title.to_lowercase();
    let begins = |at: usize| !title[..at].ends_with(char::is_alphanumeric);
    BESIDE.iter().any(|word| title.match_indices(word).any(|(at, _)| begins(at)))
}

/// The room or track that a title begins with: `Hall A: Maps of the sea`.
fn room_in_title(title: &str) -> Option<&str> {
    static ROOMS: Known = Known::new(&[
        "auditorium", "building", "campus", "floor", "group", "hall", "lab", "library", "lounge", "room", "site",
        "stage", "strand", "stream", "studio", "theater", "theatre", "track",
    ]);
    let (label, _) = title.split_once(':')?;
    ROOMS.is_in(label).then_some(label)
}

/// Sessions with times of one day that stand in one table, list or section, in the order of the page.
pub(super) fn runs<'a>(subject: &Subject<'a>) -> Vec<Vec<Slot<'a>>> {
    let mut found: Vec<(Option<Home>, Vec<Slot<'a>>)> = Vec::new();
    let Some(event) = subject.page.document.event.as_ref() else { return Vec::new() };
    for (day, told) in event.programme.days.iter().enumerate() {
        found.push((None, Vec::new()));
        for (index, session) in told.sessions.iter().enumerate() {
            let Some(start) = session.start else { continue };
            let pointer = format!("/event/programme/days/{day}/sessions/{index}/start");
            let Some(place) = subject.place_of(&pointer).filter(|place| !subject.is_brought(*place)) else { continue };
            let home = home(subject, place);
            match found.last_mut() {
                Some((known, slots)) if *known == home => {
                    let parallel = slots.last().is_some_and(|above| above.parallel);
                    slots.push(Slot { session, start, end: session.end, place, at: (day, index), parallel });
                }
                _ => {
                    let parallel = is_parallel(subject, place);
                    found.push((
                        home,
                        vec![Slot { session, start, end: session.end, place, at: (day, index), parallel }],
                    ));
                }
            }
        }
    }
    found.into_iter().map(|(_, slots)| slots).filter(|slots| slots.len() > 1).collect()
}

/// What holds the rows of a programme together.
#[derive(PartialEq, Eq)]
enum Home {
    Table(usize),
    List(usize),
    Section(usize),
}

fn home(subject: &Subject<'_>, place: Span) -> Option<Home> {
    let outline = &subject.page.outline;
    let index = block_at(subject, place)?;
    let block = &outline.blocks[index];
    Some(match block.kind {
        BlockKind::Table(_) => Home::Table(index),
        BlockKind::Item { list, .. } => Home::List(list),
        // Headings that are sessions stand side by side in the section around them.
        BlockKind::Heading(_) => Home::Section(outline.sections[block.section].parent.unwrap_or(block.section)),
        _ => Home::Section(block.section),
    })
}

fn block_at(subject: &Subject<'_>, place: Span) -> Option<usize> {
    subject.page.outline.blocks.partition_point(|block| block.span.start() <= place.start()).checked_sub(1)
}

/// Whether the heading over a run of sessions, or the line above its first one, says that they go on side by side.
fn is_parallel(subject: &Subject<'_>, first: Span) -> bool {
    static PARALLEL: Known =
        Known::new(&["breakout", "breakouts", "concurrent", "concurrently", "parallel", "simultaneous"]);
    let blocks = &subject.page.outline.blocks;
    let above = block_at(subject, first).and_then(|index| blocks.get(index.checked_sub(1)?));
    let lead = above.map(|block| block.passage.text.as_str());
    subject.headings_at(first).take(1).chain(lead).any(|text| text.len() < LEAD && PARALLEL.is_in(text))
}

/// A heading or a line that says what stands below has fewer bytes than this.
const LEAD: usize = 200;
