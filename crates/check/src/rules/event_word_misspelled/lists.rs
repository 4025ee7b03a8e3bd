//! Words of event pages, and the words that are like them and right.

use std::sync::LazyLock;

static EVENT: LazyLock<Vec<&str>> = LazyLock::new(|| EVENT_WORDS.split_whitespace().collect());
static RIGHT: LazyLock<Vec<&str>> = LazyLock::new(|| RIGHT_TOO.split_whitespace().collect());

/// Longer words are no slips: more than the longest event word and the steps that a slip is away.
const LENGTHS: usize = 24;

/// The event words that a word may be a slip of, by its first letter and its length.
static NEAR: LazyLock<Vec<Vec<Known>>> = LazyLock::new(|| {
    let mut lists = vec![Vec::new(); 32 * LENGTHS];
    for word in EVENT.iter() {
        // A step adds or takes one letter, or takes one and adds another.
        let known = Known { word, letters: letters(word), twice: steps(word) > 1 };
        for length in word.len() - steps(word)..=word.len() + steps(word) {
            lists[place(word, length)].push(known);
        }
    }
    lists
});

/// An event word with its [`letters`], and whether a slip may be two steps away.
#[derive(Clone, Copy)]
struct Known {
    word: &'static str,
    letters: u64,
    twice: bool,
}

/// The event words that a word of ASCII letters may be a slip of, by its first letter, its length and its letters.
pub(super) fn near(word: &str) -> impl Iterator<Item = &'static str> {
    let own = letters(word);
    list(word).iter().filter(move |known| known.is_near(own)).map(|known| known.word)
}

/// Whether a word of ASCII letters, of any case, is an event word or may be a slip of one. Nearly none is.
pub(super) fn may_be_meant(word: &str) -> bool {
    near(word).next().is_some()
}

impl Known {
    /// Whether a word with these [`letters`] may be a slip: a step takes one letter away, brings one, or both.
    fn is_near(&self, own: u64) -> bool {
        // Counting all bits takes longer than taking away the few that there may be.
        let less = |set: u64| set & set.wrapping_sub(1);
        let few = |set: u64| less(set) == 0 || self.twice && less(less(set)) == 0;
        few(self.letters & !own) && few(own & !self.letters)
    }
}

/// The event words with the first letter of a word and about its length.
fn list(word: &str) -> &'static [Known] {
    if (1..LENGTHS).contains(&word.len()) { &NEAR[place(word, word.len())] } else { &[] }
}

/// How many steps a slip of an event word is away from it at most.
pub(super) fn steps(known: &str) -> usize {
    if known.len() >= 9 { 2 } else { 1 }
}

/// The place in [`NEAR`] for words with the first letter of this one, in any case, and this length.
fn place(word: &str, length: usize) -> usize {
    usize::from(word.as_bytes()[0] & 0x1F) * LENGTHS + length
}

/// The letters of a word as a set of bits, in any case: those that it has, and above them those that it has twice.
fn letters(word: &str) -> u64 {
    let (mut once, mut twice) = (0_u32, 0);
    for byte in word.bytes() {
        let letter = 1 << (byte & 0x1F);
        twice |= once & letter;
        once |= letter;
    }
    u64::from(twice) << 32 | u64::from(once)
}

/// Whether a word, in any case, is an event word.
pub(super) fn is_event_word(word: &str) -> bool {
    list(word).iter().any(|known| known.word.eq_ignore_ascii_case(word))
}

/// Whether a word, in small letters, is right though it is like an event word.
pub(super) fn is_right_too(word: &str) -> bool {
    RIGHT.binary_search(&word).is_ok()
}

/// Long words that event pages are made of, with months and weekdays: a slip there costs most, and is found most surely.
/// Sorted, with blanks between.
const EVENT_WORDS: &str = "\
    abstract abstracts acceptance accepted accommodation accommodations afternoon afternoons announced announcement \
    announcements application applications approximately attendance attendee attendees audience availability \
    available beginning breakfast calendar cancellation cancelled certificate certificates collaboration \
    collaborative colleague colleagues committed committee committees communities community conference conferences \
    confirmation confirmed consortium contribution contributions convention coordinator coordinators deadline \
    deadlines december delegate delegates demonstration demonstrations description discussion discussions \
    eligibility eligible exhibition exhibitions exhibitor exhibitors february forthcoming hackathon hackathons \
    hospitality institution institutions international interoperability introduction introductory invitation \
    invitations itinerary january keynote keynotes languages lectures libraries lightning location locations \
    logistics luncheon membership moderator moderators necessary networking november october organisation \
    organisations organiser organisers organization organizations organizer organizers panelist panelists panellist \
    panellists participant participants participate participating participation plenary postponed preliminary \
    presentation presentations presenter presenters proceedings programme programmes proposal proposals received \
    reception receptions recommended recording recordings register registered registering registration registrations \
    reimbursed reimbursement reservation reservations restaurant restaurants saturday schedule scheduled schedules \
    scholarship scholarships seminar seminars separate separately september session sessions showcase showcases \
    simultaneous speakers sponsor sponsored sponsors sponsorship sponsorships submission submissions submitted submitting \
    symposium technical thursday timetable timetables transportation tuesday tutorial tutorials unconference \
    upcoming volunteer volunteers wednesday welcome workshop workshops";

/// Words that are right, though no more than two letters away from one of [`EVENT_WORDS`]: made by comparing those with the
/// word lists of Debian's packages `wamerican-large` and `wbritish-large`, with some of other
/// languages and names. Sorted.
const RIGHT_TOO: &str = "\
    abstracted abstracter abstracters abstractly accented acceptable acceptances acceptant accepter accommodating \
    accommodationism accommodationist accommodative announce announcer announcers announces applicative applicator \
    applicators approximate approximated approximates ascendance assailable attendances attendant attendants \
    attended attender attenders attends attracts audiences avoidable beginnings binning breakfasted breakfasts \
    calendars cancelation canceled canceler cancellations canceller cancellers catcalled certificated chandelled \
    channelled coherence collaborate collaborating collaborations collaboratively collaborator collage collages \
    college colleges collogue collogues combatted commented comminuted committal committals committer committers \
    commixed commodities commodity communality communicate communicated communicates communiceren communing \
    communion communiques communise communises communism communist communists communize communizes commutated \
    commuted comunidades concealed conception confection conferee conferees conferencia conferencias conferencier \
    conferentie conferenties conferenza conferred confided confidence confidences confined confirm confirmand \
    confirmations confirmedly confirms confiscation confluence confluences conformation conformations conformed \
    conformer congestion connection consortia consorting consortiums contention contentions contributing \
    contributive contributor contributors contrition convection conventional conventioner conventions convergence \
    convergences conversion conviction coordinate coordinated coordinates coordination deadlier deadliest deadliness \
    dealings decembers declines decryption defecates delegacies delegated delegator deletes demonstrating \
    demonstrative demonstratives demonstrator demonstrators derogates descriptions descriptive descriptor desorption \
    discursion discussing dispassion dissuasion eligibly exhibit exhibited exhibiting exhibitioner exhibitioners \
    exhibitionism exhibitionist exhibitive exhibits exigible hospitalet hospitalise hospitalize imitation imitations \
    incitation incitations indication indications initiation initiations instigation institucion institutie \
    instituting institutional institutive instituto institutor institutors intentional internationale \
    internationales internationally internationals intimation intimations intonational introduccion introductie \
    introductions introjection invitational invitationals invocation invocations irritation irritations itineracy \
    itinerancy itinerant itinerate keynoted keynoter keynoters language lecture lectured lecturer lecturers \
    legations libations librarian librarians ligating lighting lightninged lightnings lobation locating locational \
    locatives locators locution locutions logistic logistical lotions luncheons luxations macerator memberships \
    moderate moderated moderates moderation moderato modulator modulators necessarily necessity nonworking novembers \
    octobers organisateur organisateurs organisatie organisaties organisational organisatoren organise organised \
    organises organism organisms organist organists organizacion organizacja organizational organize organized \
    organizes panelings panelling panellings participante participantes participated participates participative \
    participator participle particulate patriciate portioned positioned postpone postponer postponers postpones \
    precentor precentors preliminarily presbyter presbyters presence presences present presentacion presentatie \
    presentaties presentational presentationism presentative presented presently presentness presents preservation \
    preserver preservers pretender pretenders prevented preventer proceeding program programa programas programed \
    programer programers programm programma programmas programmed programmer programmers programs proposers proposes \
    recaption receding receive receiver receives recension receptionist receptive receptor receptors recession \
    recessions recoding recoiling recommence recommenced recommences recommend recommends recompensed recooking \
    recopying recordist recordists recouping recreation recreations recurring recurving redemption refection \
    refolding reforging reforming regarding registers registracion registratie regorging reimburse reimbursements \
    reimburses rejection rejections reloading remastered remastering remolding reorging reporting reportings \
    rerecording reregistration resection resections resister resorting retarding retention retentions retorting \
    rewarding rewording reworking reworkings roistered roistering saturdays scheduler schedulers seminal seminary \
    separably separated separates septembers sesiones sessione sessioni showcased simultaneously sistema sneakers \
    speaker spherules sponson sponsoren spoored subletting submersion submissive submittal submitter submitters \
    subsisted subsisting subtitled subtitling symposia symposiac symposion symposiums tameable technic technically \
    technician technics thursdays timetabled transformation transpiration tuesdays volumeter volunteered \
    volunteerism wednesdays welcomed welcomes wellcome worktops worships";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_disjoint() {
        for list in [&*EVENT, &*RIGHT] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "not sorted, or twice the same");
        }
        assert!(RIGHT.iter().all(|word| !is_event_word(word)));
        assert!(EVENT.iter().all(|word| is_event_word(word) && word.len() + steps(word) < LENGTHS));
    }
}
