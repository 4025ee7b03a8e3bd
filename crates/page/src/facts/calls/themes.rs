//! What a call asks for, and what one has to heed.

use handbill_model::{Call, Pointer, Rule, SourceKind, Theme};
use handbill_text::Span;

use super::{Scope, list_cite, lists};
use crate::facts::ledger::{Cite, Cited, Ledger};
use crate::facts::sentences::{find, has_any, is_short, plain, without_end_mark};
use crate::facts::view::View;
use crate::outline::BlockKind;
use crate::passage::{Passage, Style};

pub(super) const THEMES: &[&str] =
    &["themes", "theme", "topics", "areas of focus", "areas of interest", "tracks", "suggested topics", "strands"];
const INTRODUCED: &[&str] = &[
    "following areas", "following topics", "following themes", "topics include", "themes include", "areas include",
    "including but not limited to", "topics of interest",
];
const RULES: &[&str] = &[
    "note", "notes", "rules", "guidelines", "requirements", "guidance", "further guidance", "submission guidelines",
    "please note", "conditions",
];

/// Fills in topic, themes and rules.
pub(super) fn themes(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    if let Some(fact) = topic(scope) {
        ledger.put(&mut call.topic, at.key("topic"), &fact);
    }
    for (list, before, headings) in lists(view, scope) {
        let nearest = headings.first().copied().unwrap_or("");
        // Topics may be listed among the requirements, and there a list may say by what papers are chosen.
        let ruled = has_any(nearest.trim_end_matches(':'), RULES)
            && nearest.split_whitespace().count() <= 4
            && !leads_to_topics(before)
            && !has_any(last_sentence(before), &["criteria"]);
        let themed = !ruled
            && (has_any(before, INTRODUCED)
                || announces(before)
                || leads_to(before)
                || is_of_interest(before)
                || headings.iter().take(2).any(|title| has_any(title, THEMES)));
        // The group is the heading between the list and the heading that says `themes`.
        let group =
            if has_any(nearest, THEMES) || headings.len() < 2 { "" } else { nearest.trim_end_matches(':').trim() };
        let items = || view.outline.items(list).filter(|(_, block)| block.parent.is_none());
        // `Deployed: must describe a system in use` is a kind of paper.
        for (_, block) in items().filter(|(_, block)| ruled || themed && !demands(&block.passage.text)) {
            let span = if ruled { Span::new(0..block.passage.text.len()) } else { name(&block.passage) };
            let text = plain(span.of(&block.passage.text));
            if ruled {
                let mut rule = Rule::new(text);
                rule.group = nearest.trim_end_matches(':').trim().to_owned();
                ledger.leaves(&at.key("rules").index(call.rules.len()), &rule, &list_cite(block, span));
                call.rules.push(rule);
            } else {
                let mut theme = Theme::new(without_end_mark(&text));
                group.clone_into(&mut theme.group);
                ledger.leaves(&at.key("themes").index(call.themes.len()), &theme, &list_cite(block, span));
                call.themes.push(theme);
            }
        }
    }
    for (theme, cite) in if call.themes.is_empty() { strong_themes(view, scope) } else { Vec::new() } {
        ledger.leaves(&at.key("themes").index(call.themes.len()), &theme, &cite);
        call.themes.push(theme);
    }
    for (theme, cite) in if call.themes.is_empty() { in_a_sentence(view, scope) } else { Vec::new() } {
        ledger.leaves(&at.key("themes").index(call.themes.len()), &theme, &cite);
        call.themes.push(theme);
    }
    rules_in_prose(view, scope, call, ledger, at);
}

/// `Topics may include (but are not limited to): tile servers, annotation, maps in teaching and sustainability.`
fn in_a_sentence(view: &View<'_>, scope: &Scope<'_>) -> Vec<(Theme, Cite)> {
    let told = scope.sentences.iter().filter(|sentence| {
        matches!(view.outline.blocks[sentence.block].kind, BlockKind::Paragraph) && sentence.has(&["topics", "themes"])
    });
    let lists = told.filter_map(|sentence| {
        let (front, list) = sentence.text().split_once(": ")?;
        let leads =
            front.trim_start().get(..6).is_some_and(|word| THEMES.iter().any(|known| known.eq_ignore_ascii_case(word)))
                || has_any(front, &["possible", "suggested", "include", "topics are", "themes are"]);
        (leads && is_short(front, 14)).then(|| (sentence, sentence.text().len() - list.len()))
    });
    let read = lists.map(|(sentence, from)| {
        let list = without_end_mark(&sentence.text()[from..]);
        listed(list)
            .into_iter()
            .map(|span| {
                let cite = Cite::part(sentence.passage, span.shift(sentence.span.start() + from), SourceKind::Prose);
                (Theme::new(plain(span.of(list))), cite)
            })
            .collect::<Vec<_>>()
    });
    read.into_iter().find(|themes| themes.len() > 2).unwrap_or_default()
}

/// The short items of a list in a sentence; none where one of them is long.
fn listed(list: &str) -> Vec<Span> {
    let (mut found, mut from) = (Vec::new(), 0);
    let count = list.split(", ").count();
    for (n, part) in list.split(", ").enumerate() {
        let start = from;
        from += part.len() + ", ".len();
        let own = part.strip_prefix("and ").or_else(|| part.strip_prefix("or "));
        let at = start + part.len() - own.unwrap_or(part).len();
        // The last two may have nothing but the word between them.
        let joint = find(part, "and").filter(|joint| n + 1 == count && own.is_none() && joint.start() > 0);
        match joint {
            Some(joint) => {
                found.push(Span::new(at..start + joint.start() - 1));
                found.push(Span::new(start + joint.end() + 1..start + part.len()));
            }
            None => found.push(Span::new(at..start + part.len())),
        }
    }
    let short = |span: &Span| !span.is_empty() && is_short(span.of(list), 8);
    if found.iter().all(short) { found } else { Vec::new() }
}

/// `**Content** - what is shown`: paragraphs that start with a strong name, right under a heading on themes.
fn strong_themes(view: &View<'_>, scope: &Scope<'_>) -> Vec<(Theme, Cite)> {
    let blocks = scope.blocks.iter().map(|index| &view.outline.blocks[*index]);
    let found: Vec<_> = blocks
        .filter(|block| block.kind == BlockKind::Paragraph && view.is_titled(block.section, THEMES))
        .filter_map(|block| {
            let text = block.passage.text.as_str();
            let lead =
                block.passage.marks.first().filter(|mark| mark.style == Style::Strong && mark.span.start() == 0)?;
            let rest = text[lead.span.end()..].trim_start();
            let apart = lead.span.of(text).ends_with(':') || rest.starts_with(['-', '–', '—', ':']);
            let name = lead.span.of(text).trim_end_matches([':', ' ']);
            let cite = Cite::part(&block.passage, Span::new(0..name.len()), SourceKind::Prose);
            (apart && is_short(name, 6)).then(|| (Theme::new(plain(name)), cite))
        })
        .collect();
    // One such paragraph is a remark.
    if found.len() > 1 { found } else { Vec::new() }
}

/// Whether an item tells what a kind of paper has to hold.
fn demands(item: &str) -> bool {
    item.split_once(": ").is_some_and(|(_, rest)| rest.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("must")))
}

/// The name of a theme: all of an item, or the strong words in front of what explains it.
fn name(passage: &Passage) -> Span {
    let text = passage.text.as_str();
    let lead = passage.marks.first().filter(|mark| mark.style == Style::Strong && mark.span.start() == 0);
    let explained = lead.filter(|lead| {
        let rest = text[lead.span.end()..].trim_start();
        let apart = lead.span.of(text).ends_with([':', '.']) || rest.starts_with([':', '.', '–', '—']);
        apart && !is_short(rest, 7)
    });
    explained.map_or(Span::new(0..text.len()), |lead| lead.span)
}

/// `Possible topics:` in front of a list.
fn announces(before: &str) -> bool {
    before.trim_end().ends_with(':') && has_any(before, THEMES) && before.split_whitespace().count() <= 8
}

/// `We are especially interested in:` or `Talks may address any of these areas:` in front of a list.
fn is_of_interest(before: &str) -> bool {
    const ADDRESS: &[&str] = &["address", "cover", "concern", "touch on", "deal with"];
    const AREAS: &[&str] = &["areas", "topics", "themes", "subjects"];
    let Some(before) = before.trim_end().strip_suffix(':') else { return false };
    let last = last_sentence(before).trim_end();
    if is_short(last, 16) && has_any(last, ADDRESS) && has_any(last, AREAS) {
        return true;
    }
    let whose = ["we", "committee", "community", "organisers", "organizers"];
    last.ends_with(" interested in") && has_any(last, &whose) && is_short(last, 12)
}

/// `We invite papers on, among others:` in front of a list.
fn leads_to(before: &str) -> bool {
    const LAST: &[&str] = &["on", "among others", "not limited to"];
    const INVITES: &[&str] = &["invite", "invites", "solicit", "solicits", "welcome", "welcomes"];
    const OPEN: &[&str] = &["deal with", "dealing with", "relating to", "related to", "that address", "addressing"];
    let before = before.trim_end();
    // What ends so goes on with the list, with and without a colon.
    let open = OPEN.iter().any(|end| before.trim_end_matches(':').ends_with(end));
    let Some(before) = before.strip_suffix(':').or_else(|| open.then_some(before)) else { return false };
    let last = last_sentence(before).trim_end();
    open && has_any(last, INVITES) && is_short(last, 24)
        || LAST.iter().any(|word| last.ends_with(word) && last[..last.len() - word.len()].ends_with([' ', ',', '(']))
            && has_any(last, INVITES)
            && has_any(last, &["papers", "contributions", "submissions", "proposals", "talks", "abstracts"])
}

/// `.. Papers on these topics are welcome, including but not limited to:` in front of a list.
fn leads_to_topics(before: &str) -> bool {
    let last = last_sentence(before);
    before.trim_end().ends_with(':')
        && has_any(last, &["topics", "areas", "themes"])
        && (has_any(last, INTRODUCED) || leads_to(before))
}

fn last_sentence(text: &str) -> &str {
    text.rsplit(['.', '!', '?']).next().unwrap_or(text)
}

/// A group of themes without a list: `Workshop submissions must have an abstract`.
fn rules_in_prose(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    for sentence in &scope.sentences {
        let block = &view.outline.blocks[sentence.block];
        let item = matches!(block.kind, BlockKind::Item { .. });
        let about = sentence.has(&[
            "submissions", "submission", "proposals", "proposal", "presenters", "speakers", "abstracts", "authors",
            "author",
        ]);
        // What leads to a list asks for nothing by itself.
        if item
            || !about
            || sentence.text().ends_with(':')
            || !sentence.has(&["must", "should", "required", "may submit", "will be reviewed", "may present"])
        {
            continue;
        }
        let mut rule = Rule::new(plain(sentence.text()));
        rule.group = view.outline.title(block.section).trim_end_matches(':').trim().to_owned();
        ledger.leaves(
            &at.key("rules").index(call.rules.len()),
            &rule,
            &Cite::part(sentence.passage, sentence.span, SourceKind::Prose),
        );
        call.rules.push(rule);
    }
}

/// The theme of the year: quoted beside the word, or behind it and a colon.
fn topic(scope: &Scope<'_>) -> Option<Cited<String>> {
    scope.sentences.iter().find_map(|sentence| {
        let text = sentence.text();
        let theme = find(text, "theme")?;
        let open = text.find(['“', '"', '«'])?;
        let start = open + text[open..].chars().next()?.len_utf8();
        let end = start + text[start..].find(['”', '"', '»'])?;
        let near = end + 12 >= theme.start() && open <= theme.end() + 40;
        let span = Span::new(sentence.span.start() + start..sentence.span.start() + end);
        (near && end > start)
            .then(|| Cited::new(plain(&text[start..end]), Cite::part(sentence.passage, span, SourceKind::Prose)))
    })
}
