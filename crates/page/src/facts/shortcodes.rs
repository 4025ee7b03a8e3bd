//! Shortcodes of Hugo and Zola: `{{< youtube id >}}`, `{{ youtube(id="...") }}`.
//!
//! To Liquid they are outputs of nothing, so they are looked for in the source. What stands in a comment is not published.

use handbill_text::Span;

use super::sentences::mark_at;

/// A call of a shortcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shortcode<'a> {
    pub(crate) name: &'a str,
    /// What it is given, as written.
    arguments: &'a str,
    /// Its place in the source.
    pub(crate) span: Span,
}

impl<'a> Shortcode<'a> {
    /// The argument of this name.
    pub(crate) fn named(&self, name: &str) -> Option<&'a str> {
        let is_one = |at: &usize| {
            let (before, behind) = (&self.arguments[..*at], &self.arguments[at + name.len()..]);
            !before.ends_with(char::is_alphanumeric) && behind.starts_with('=')
        };
        let at = self.arguments.match_indices(name).map(|(at, _)| at).find(is_one)?;
        let value = &self.arguments[at + name.len() + 1..];
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        let value = match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split([' ', ',', '\n']).next(),
        };
        value.filter(|value| !value.is_empty())
    }

    /// The argument of this name, else the first one if it has no name.
    pub(crate) fn argument(&self, name: &str) -> Option<&'a str> {
        let first = || self.arguments.split([' ', ',', '\n']).next().filter(|word| !word.contains('='));
        let value = self.named(name).or_else(first)?;
        Some(value.trim_matches(['"', '\'', '`'])).filter(|value| !value.is_empty())
    }
}

/// The shortcodes that a part of the source calls.
pub(crate) fn shortcodes(source: &str, body: Span) -> Vec<Shortcode<'_>> {
    let text = body.of(source);
    let (mut found, mut reached) = (Vec::new(), 0);
    if mark_at(text, "{{").is_none() {
        return found;
    }
    // `<` opens whatever is HTML: what opens a comment is looked for by its second character.
    for at in memchr::memchr2_iter(b'{', b'!', text.as_bytes()) {
        let output = text.as_bytes()[at] == b'{';
        let (at, open, close) = if output { (at, "{{", "}}") } else { (at.saturating_sub(1), "<!--", "-->") };
        if at < reached || !text.as_bytes()[at..].starts_with(open.as_bytes()) {
            continue;
        }
        let Some(end) = mark_at(&text[at + open.len()..], close) else { break };
        reached = at + open.len() + end + close.len();
        if output {
            found.extend(shortcode(source, Span::new(at..reached).shift(body.start())));
        }
    }
    found
}

fn shortcode(source: &str, span: Span) -> Option<Shortcode<'_>> {
    let inner = span.of(source).strip_prefix("{{")?.strip_suffix("}}")?;
    let between = |open: char, close: char| inner.strip_prefix(open)?.strip_suffix(close);
    let (name, arguments) = match between('<', '>').or_else(|| between('%', '%')) {
        Some(hugo) => hugo.trim().split_once(' ')?,
        None => {
            let (name, arguments) = inner.trim().split_once('(')?;
            (name, arguments.strip_suffix(')')?)
        }
    };
    let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '/'));
    is_name.then_some(Shortcode { name, arguments: arguments.trim(), span })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Option<&str>)> {
        let all = shortcodes(text, Span::new(0..text.len()));
        all.into_iter().map(|code| (code.name, code.argument("id"))).collect()
    }

    #[test]
    fn hugo_and_zola_call_by_name() {
        assert_eq!(read("a {{< youtube abc-1 >}} b"), [("youtube", Some("abc-1"))]);
        assert_eq!(read("{{< youtube id=\"abc\" autoplay=\"true\" >}}"), [("youtube", Some("abc"))]);
        assert_eq!(read("{{% vimeo 146022717 %}}"), [("vimeo", Some("146022717"))]);
        assert_eq!(read("{{ youtube(id=\"abc\", class=\"wide\") }}"), [("youtube", Some("abc"))]);
        assert_eq!(read("{{< figure src=\"a.png\" >}}"), [("figure", None)]);
    }

    #[test]
    fn an_argument_in_quotes_may_hold_blanks() {
        let text = "{{< button href=\"/join\" text='Join us now' >}}";
        let code = shortcodes(text, Span::new(0..text.len()))[0];
        assert_eq!(
            (code.named("href"), code.named("text"), code.named("ref")),
            (Some("/join"), Some("Join us now"), None)
        );
    }

    #[test]
    fn what_liquid_prints_and_what_a_comment_hides_are_none() {
        assert_eq!(read("{{ page.title }} {{ site.url | append: '/a' }} {{< /notice >}}"), []);
        assert_eq!(read("<!-- {{< youtube abc >}} --> {{< vimeo 1 >}} <!-- {{"), [("vimeo", Some("1"))]);
    }
}
