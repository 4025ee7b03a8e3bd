//! The URL of a page from its path and its permalink.

/// The URL, from the site's root, of the page at `path` (from the source folder, with `/` between its parts).
///
/// `permalink` is the page's own, `style` the site's. Of the site's, only this counts for a page: whether it is `pretty`
/// or ends with `/`, so that a page has a folder of its own. Octets that no URL may hold are encoded.
///
/// ```
/// use handbill_site::page_url;
///
/// assert_eq!(page_url("event/2020/index.md", None, None), "/event/2020/");
/// assert_eq!(page_url("event/2020/cfp.md", None, None), "/event/2020/cfp.html");
/// assert_eq!(page_url("event/2020/cfp.md", None, Some("pretty")), "/event/2020/cfp/");
/// assert_eq!(page_url("event/2020/cfp.md", Some("/cfp/"), None), "/cfp/");
/// ```
#[must_use]
pub fn page_url(path: &str, permalink: Option<&str>, style: Option<&str>) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let extension = match extension {
        "md" | "markdown" | "mkd" | "mkdn" | "mkdown" => ".html".to_owned(),
        "" => String::new(),
        other => format!(".{other}"),
    };
    let folder = if folder.is_empty() { String::new() } else { format!("/{folder}") };
    let own = permalink.filter(|permalink| !permalink.is_empty());
    let url = match own {
        Some(permalink) => permalink
            .replace(":path", folder.trim_start_matches('/'))
            .replace(":basename", stem)
            .replace(":output_ext", &extension),
        None if stem == "index" && extension == ".html" => format!("{folder}/"),
        None if extension == ".html" && style.is_some_and(|style| style == "pretty" || style.ends_with('/')) => {
            format!("{folder}/{stem}/")
        }
        None => format!("{folder}/{stem}{extension}"),
    };
    encoded(&url)
}

/// The path with one slash where there are several, its other characters encoded (RFC 3986 §3.3).
fn encoded(url: &str) -> String {
    let mut out = String::from("/");
    for byte in url.bytes() {
        match byte {
            b'/' if out.ends_with('/') => {}
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'='
            | b':' | b'@' | b'/' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
