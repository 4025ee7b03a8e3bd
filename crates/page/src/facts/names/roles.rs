//! What people are at a session, in front of their names or behind them.

/// What people are at a session, as a word beside their name.
const ROLES: &[&str] = &["chair", "co-chair", "moderator", "facilitator", "host", "convener", "organizer", "organiser"];

pub(super) fn is_role(text: &str) -> bool {
    let text = text.trim();
    ROLES.iter().any(|role| role.eq_ignore_ascii_case(text))
}

/// `local chair`, `programme co-chair`.
pub(super) fn is_local_role(text: &str) -> bool {
    let small = text.starts_with(char::is_lowercase);
    small && text.rsplit_once(' ').is_some_and(|(which, role)| is_role(role) && !which.contains(' '))
}

/// Words in front of names, and the role that they give.
const IN_FRONT: &[(&str, &str)] = &[
    ("chaired by", "chair"),
    ("chairs", "chair"),
    ("chair", "chair"),
    ("moderated by", "moderator"),
    ("moderators", "moderator"),
    ("modera", "moderator"),
    ("modération", "moderator"),
    ("moderation", "moderator"),
    ("moderator", "moderator"),
    ("facilitated by", ""),
    ("facilitators", ""),
    ("facilitator", ""),
    ("presented by", ""),
    ("presenters", ""),
    ("presenter", ""),
    ("speakers", ""),
    ("speaker", ""),
    ("panel:", ""),
    ("panelists", ""),
    ("panellists", ""),
    ("imparten", ""),
    ("imparte", ""),
    ("presenta", ""),
    ("ponentes", ""),
    ("ponente", ""),
    ("leitung", ""),
    ("intervenants", ""),
    ("intervenantes", ""),
    ("intervenante", ""),
    ("intervenant", ""),
    ("instructors", ""),
    ("instructor", ""),
    ("hosted by", ""),
    ("hosts", ""),
    ("host", ""),
    ("authors", ""),
    ("author", ""),
    ("led by", ""),
    ("with", ""),
    ("by", ""),
];

/// `Chair: Ann Lee`, `Moderated by Ann Lee`: the role, and what follows.
pub(super) fn role(name: &str) -> (&'static str, &str) {
    let Some(first) = name.bytes().next().map(|first| first.to_ascii_lowercase()) else { return ("", name) };
    for (words, role) in IN_FRONT.iter().filter(|(words, _)| words.as_bytes()[0] == first) {
        let Some((front, rest)) = name.split_at_checked(words.len()) else { continue };
        if front.eq_ignore_ascii_case(words) && rest.starts_with([':', ' ']) {
            return (role, rest.trim_start_matches([':', ' ']));
        }
    }
    ("", name)
}

/// Whether a text starts with what people are at a session, and a colon.
pub(super) fn starts_with_label(text: &str) -> bool {
    IN_FRONT.iter().any(|(words, _)| {
        text.split_at_checked(words.len())
            .is_some_and(|(front, rest)| rest.starts_with(':') && front.eq_ignore_ascii_case(words))
    })
}
