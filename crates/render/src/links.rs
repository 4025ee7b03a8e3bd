//! Links as a page writes them, made fit to be written elsewhere (RFC 3986).

use handbill_model::Document;

use crate::Settings;

/// Schemes that a link may have; any other (`javascript:`, `data:`, ...) is dropped.
pub(crate) const SCHEMES: [&str; 12] =
    ["http", "https", "mailto", "tel", "ftp", "webcal", "geo", "irc", "ircs", "matrix", "sip", "xmpp"];

/// Resolves the links of one page.
#[derive(Clone, Debug)]
pub(crate) struct Links {
    /// The page's own address, when the site's is known.
    page: Option<String>,
    /// What relative links are resolved against; ends with the page's place.
    base: Option<String>,
}

impl Links {
    /// The links of `document`, on the site that the settings name.
    pub(crate) fn new(document: &Document, settings: &Settings) -> Self {
        let site = settings.base_url.as_deref().map(tidy).filter(|url| split(url).authority.is_some());
        let event_url = document.event.as_ref().map_or("", |event| event.url.as_str());
        let own = if document.page.url.is_empty() { event_url } else { &document.page.url };
        let own = tidy(own);
        // A page's `url` counts from the site's root, which `base_url` may have put into a folder of its host.
        let page = match (&site, split(&own).scheme) {
            (_, Some(scheme)) => matches!(scheme, "http" | "https").then(|| own.clone()),
            (Some(site), None) if !own.is_empty() => {
                Some(format!("{}/{}", site.trim_end_matches('/'), own.trim_start_matches('/')))
            }
            (Some(_) | None, None) => None,
        };
        let base = site.as_ref().map(|site| page.clone().unwrap_or_else(|| format!("{}/", site.trim_end_matches('/'))));
        Self { page, base }
    }

    /// The page's own address, when it is known as a whole.
    pub(crate) fn page(&self) -> Option<&str> {
        self.page.as_deref()
    }

    /// A link for a file that stands where the page stands: absolute when the site is known, else as it is.
    ///
    /// None for what is empty or not safe to follow.
    pub(crate) fn href(&self, url: &str) -> Option<String> {
        let url = safe(url)?;
        match &self.base {
            // A fragment stays in the file, which holds the page's body.
            Some(base) if !url.starts_with('#') => Some(resolve(base, &url)),
            Some(_) | None => Some(url),
        }
    }

    /// A link for a file that may stand anywhere; none where it would be relative.
    pub(crate) fn absolute(&self, url: &str) -> Option<String> {
        let url = safe(url)?;
        let url = match &self.base {
            Some(base) => resolve(base, &url),
            None => url,
        };
        split(&url).scheme.is_some().then_some(url)
    }
}

/// The address at which a file is published, fit to be written, if it is one of the web.
pub(crate) fn published(url: &str) -> Option<String> {
    let url = tidy(url);
    let parts = split(&url);
    (parts.authority.is_some() && matches!(parts.scheme, Some("http" | "https"))).then_some(url)
}

/// The host of an absolute address, without user and port.
pub(crate) fn host(url: &str) -> Option<&str> {
    let authority = split(url).authority?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    (!host.is_empty()).then_some(host)
}

/// A link to write to an address, if it can be one.
pub(crate) fn mail(address: &str) -> Option<String> {
    let (name, host) = address.split_once('@')?;
    let is_word = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b))
    };
    (is_word(name) && is_word(host))
        .then(|| tidy(&format!("mailto:{}", address.replace('%', "%25").replace('?', "%3F"))))
}

/// A link to join a meeting without the password that it may carry.
pub(crate) fn without_password(url: &str) -> String {
    let (rest, fragment) = url.split_once('#').map_or((url, None), |(rest, fragment)| (rest, Some(fragment)));
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let kept = |part: &str| {
        let secret = |pair: &&str| {
            let key = pair.split_once('=').map_or(*pair, |(key, _)| key).to_ascii_lowercase();
            matches!(key.as_str(), "pwd" | "password" | "passcode" | "passwd" | "pw" | "secret" | "token" | "tk")
        };
        part.split('&').filter(|pair| !secret(pair)).collect::<Vec<_>>().join("&")
    };
    let mut out = path.to_owned();
    for (mark, part) in [('?', query), ('#', fragment)] {
        if let Some(part) = part.map(kept).filter(|part| !part.is_empty()) {
            out.push(mark);
            out.push_str(&part);
        }
    }
    out
}

/// The link in plain ASCII, if it has a scheme that may be followed or none.
fn safe(url: &str) -> Option<String> {
    let url = tidy(url);
    let allowed = split(&url).scheme.is_none_or(|scheme| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()));
    (allowed && !url.is_empty()).then_some(url)
}

/// Without what browsers skip inside a link (controls, white space around it), and with all else that a URI may
/// not hold where it stands percent-encoded.
fn tidy(url: &str) -> String {
    let url: String =
        url.trim_matches(|c: char| c.is_whitespace() || c.is_control()).chars().filter(|c| !c.is_control()).collect();
    // Brackets belong to an address of IPv6, a second `#` to nothing, a `%` to two digits.
    let address = url.find("://[").and_then(|at| Some(at..url[at..].find(']')? + at + 1)).unwrap_or_default();
    let fragment = url.find('#').unwrap_or(url.len());
    let is_escape =
        |at: usize| url.as_bytes().get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    let mut out = String::with_capacity(url.len());
    for (at, byte) in url.bytes().enumerate() {
        let kept = match byte {
            b'[' | b']' => address.contains(&at),
            b'#' => at == fragment,
            b'%' => is_escape(at),
            _ => byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte),
        };
        if kept { out.push(char::from(byte)) } else { encode(byte, &mut out) }
    }
    out
}

/// The text with everything encoded that RFC 3986 §2.3 does not call unreserved.
pub(crate) fn component(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            encode(byte, &mut out);
        }
    }
    out
}

/// Appends `%` and the byte's two digits (RFC 3986 §2.1).
fn encode(byte: u8, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.extend(['%', char::from(HEX[usize::from(byte >> 4)]), char::from(HEX[usize::from(byte & 15)])]);
}

/// The parts of a URI reference (RFC 3986 §3).
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    /// With its `?`.
    query: &'a str,
    /// With its `#`.
    fragment: &'a str,
}

fn split(url: &str) -> Parts<'_> {
    let (url, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let (url, query) = url.split_at(url.find('?').unwrap_or(url.len()));
    let is_scheme = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    };
    let (scheme, rest) = match url.split_once(':') {
        Some((name, rest)) if is_scheme(name) => (Some(name), rest),
        Some(_) | None => (None, url),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query, fragment }
}

/// `reference` as seen from `base`, which is absolute (RFC 3986 §5.2).
fn resolve(base: &str, reference: &str) -> String {
    let (from, to) = (split(base), split(reference));
    if to.scheme.is_some() {
        return reference.to_owned();
    }
    let scheme = from.scheme.unwrap_or("https");
    if let Some(authority) = to.authority {
        return format!("{scheme}://{authority}{}{}{}", to.path, to.query, to.fragment);
    }
    let authority = from.authority.unwrap_or_default();
    let (path, query) = if to.path.is_empty() {
        (from.path.to_owned(), if to.query.is_empty() { from.query } else { to.query })
    } else if to.path.starts_with('/') {
        (without_dots(to.path), to.query)
    } else {
        let folder = from.path.rfind('/').map_or("/", |slash| &from.path[..=slash]);
        (without_dots(&format!("{folder}{}", to.path)), to.query)
    };
    format!("{scheme}://{authority}{path}{query}{}", to.fragment)
}

/// A path that starts with `/`, its `.` and `..` followed (RFC 3986 §5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut folder = false;
    for segment in path.split('/').skip(1) {
        folder = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            _ => kept.push(segment),
        }
    }
    let end = if folder && !kept.is_empty() { "/" } else { "" };
    format!("/{}{end}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use handbill_model::{Page, Role, SCHEMA_VERSION};

    use super::*;

    fn links(base: Option<&str>, url: &str) -> Links {
        let mut page = Page::new("event.md", Role::Event);
        page.url = url.to_owned();
        let settings = Settings { base_url: base.map(str::to_owned), ..Settings::default() };
        Links::new(&Document::new(SCHEMA_VERSION, page), &settings)
    }

    #[test]
    fn references_resolve_as_the_standard_lists_them() {
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("g;x=1/../y", "http://a/b/c/y"),
        ] {
            assert_eq!(resolve("http://a/b/c/d;p?q", reference), expected, "{reference}");
        }
    }

    #[test]
    fn without_a_site_no_link_becomes_absolute() {
        let links = links(None, "/event/");
        assert_eq!(links.page(), None);
        assert_eq!(links.href("/conduct/").as_deref(), Some("/conduct/"));
        assert_eq!(links.absolute("/conduct/"), None);
        assert_eq!(links.absolute("https://a.example/x").as_deref(), Some("https://a.example/x"));
    }

    #[test]
    fn a_site_in_a_folder_holds_its_pages_there() {
        let links = links(Some("https://a.example/site/"), "/event/");
        assert_eq!(links.page(), Some("https://a.example/site/event/"));
        assert_eq!(links.absolute("map").as_deref(), Some("https://a.example/site/event/map"));
        assert_eq!(links.absolute("/site/conduct/").as_deref(), Some("https://a.example/site/conduct/"));
        assert_eq!(links.href("#talks").as_deref(), Some("#talks"));
    }

    #[test]
    fn a_link_that_would_run_is_dropped_however_it_is_written() {
        let links = links(None, "");
        for url in
            ["javascript:alert(1)", " JavaScript:x", "java\nscript:x", "\u{1}javascript:x", "data:text/html,x", ""]
        {
            assert_eq!(links.href(url), None, "{url:?}");
        }
    }

    #[test]
    fn what_a_uri_may_not_hold_is_encoded() {
        for (written, encoded) in [
            ("/é \"<", "/%C3%A9%20%22%3C"),
            ("/a[b]%zz%20#x#y", "/a%5Bb%5D%25zz%20#x%23y"),
            ("https://[::1]/[x]", "https://[::1]/%5Bx%5D"),
        ] {
            assert_eq!(links(None, "").href(written).as_deref(), Some(encoded));
        }
    }

    #[test]
    fn what_is_no_address_gets_no_link() {
        assert_eq!(mail("ada+talks@a.example").as_deref(), Some("mailto:ada+talks@a.example"));
        assert_eq!(mail("who?cc=all@a.example").as_deref(), Some("mailto:who%3Fcc=all@a.example"));
        for written in ["ada at a.example", "@", "a@b@c", "<a@b>", ""] {
            assert_eq!(mail(written), None, "{written}");
        }
    }

    #[test]
    fn a_password_never_leaves_with_a_link() {
        assert_eq!(without_password("https://z.example/j/1?a=1&pwd=x&b=2#pwd=y"), "https://z.example/j/1?a=1&b=2");
        assert_eq!(without_password("https://z.example/j/1?PWD=x"), "https://z.example/j/1");
    }

    #[test]
    fn a_host_is_told_without_user_and_port() {
        assert_eq!(host("https://me@a.example:8080/x"), Some("a.example"));
        assert_eq!(host("/x"), None);
    }
}
