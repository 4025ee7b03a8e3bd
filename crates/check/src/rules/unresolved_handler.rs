//! `onload="start()"` without a `start`.

use std::collections::BTreeSet;

use handbill_kramdown::Kind;
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::{Subject, host};

rule! {
    /// An element calls a function that no script of the page has.
    ///
    /// The element was copied without its script: nothing happens when it is clicked, and the browser's console fills
    /// with errors.
    ///
    /// ```page bad
    /// <button onclick="showMap()">Map</button>
    /// ```
    /// ```page good
    /// <script>
    /// function showMap() { alert("Hall A is on the first floor"); }
    /// </script>
    ///
    /// <button onclick="showMap()">Map</button>
    /// ```
    ///
    /// Functions of the browser itself are known. A page that loads a script of its own site, or an include that could not
    /// be read, is left alone: the function may be in there. So it may in the site's layout, which is why this is a hint.
    "unresolved-handler": Info, Markup, Page
}

/// What stands before a bracket in JavaScript and is there without a script.
const KNOWN: &[&str] = &[
    "alert", "atob", "blur", "btoa", "catch", "clearInterval", "clearTimeout", "close", "confirm", "eval", "fetch",
    "focus", "for", "function", "if", "open", "parseFloat", "parseInt", "print", "prompt", "queueMicrotask",
    "requestAnimationFrame", "scroll", "scrollBy", "scrollTo", "setInterval", "setTimeout", "stop", "switch", "while",
    "with",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let page = subject.page;
    if !page.expansion.unresolved.is_empty() {
        return;
    }
    let mut scripts = BTreeSet::new();
    let mut calls = Vec::new();
    for node in page.tree.root().descendants() {
        let Kind::Html(html) = node.kind() else { continue };
        if html.name == "script" {
            if node.attribute("src").is_some_and(|url| host(url).is_none()) {
                return;
            }
            scripts.extend(names(node.span().of(page.tree.text())).map(|(name, _)| name));
        }
        for (attribute, value) in node.attributes().filter(|(name, _)| name.starts_with("on")) {
            calls.extend(called(value).map(|name| (html.start_tag, attribute, name)));
        }
    }
    for (tag, attribute, name) in calls.into_iter().filter(|(.., name)| !scripts.contains(name)) {
        let place = page.expansion.map.origin(tag).span;
        if !subject.is_brought(place) {
            let message = format!("`{attribute}` calls `{name}`, which no script of the page has");
            found.push(RULE.finding(place, message).with_help("bring the script, or delete the attribute"));
        }
    }
}

/// The functions that a handler calls by their bare name.
fn called(handler: &str) -> impl Iterator<Item = &str> {
    let is_call = |(name, at): &(&str, usize)| {
        handler[at + name.len()..].trim_start().starts_with('(')
            && !handler[..*at].trim_end().ends_with(['.', '"', '\'', '`'])
            && !handler[..*at].trim_end().ends_with("new")
    };
    names(handler).filter(is_call).map(|(name, _)| name).filter(|name| !KNOWN.contains(name))
}

/// The names in a script, with where they start.
fn names(script: &str) -> impl Iterator<Item = (&str, usize)> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let mut from = 0;
    let runs = std::iter::from_fn(move || {
        let start = from + script[from..].find(is_part)?;
        let rest = &script[start..];
        let run = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        from = start + run.len();
        Some((run, start))
    });
    runs.filter(|(run, _)| !run.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn a_call_is_a_bare_name_before_a_bracket() {
        let calls = |handler| called(handler).collect::<Vec<_>>();
        assert_eq!(calls("return startMap(4);"), ["startMap"]);
        assert_eq!(calls("if (ready) { history.back(); window.open('x'); alert('go()'); }"), [""; 0]);
        assert_eq!(calls("this.form.submit(); new Date()"), [""; 0]);
    }
}
