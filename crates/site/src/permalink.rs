//! The URL of a page from its path and its permalink.

/// The URL, from the site's root, of the page at `path` (from the source folder, with `/` between its parts).
///
/// `permalink` is the page's own, `style` the site's. Of the site's, only this counts for a page: whether it is `pretty`
/// or ends with `/`, so that a page has a folder of its own. Octets of the path that no URL may hold are encoded; what a
/// permalink says stays as it is.
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
            .replace(":path", &encoded(folder.trim_start_matches('/')))
            .replace(":basename", &encoded(stem))
            .replace(":output_ext", &extension),
        None if stem == "index" && extension == ".html" => encoded(&format!("{folder}/")),
        None if extension == ".html" && style.is_some_and(|style| style == "pretty" || style.ends_with('/')) => {
            encoded(&format!("{folder}/{stem}/"))
        }
        None => encoded(&format!("{folder}/{stem}{extension}")),
    };
    let mut out = String::from("/");
    for c in url.chars() {
        if c != '/' || !out.ends_with('/') {
            out.push(c);
        }
    }
    out
}

/// The path, its characters encoded but for those that a path may hold (RFC 3986 §3.3).
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'='
            | b':' | b'@' | b'/' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
