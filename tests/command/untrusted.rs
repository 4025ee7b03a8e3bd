//! `--untrusted`: what other people's pages may not do.

use sha2::{Digest, Sha256};

use crate::run::{folder, handbill, handbill_with};

/// Each way in which Markdown, raw HTML and front matter can bring something that runs.
const HOSTILE: &str = r#"---
title: "Float Day, Oulu, 18 April 2026 <script>title()</script>"
lang: "en\" onload=\"lang()"
breadcrumbs:
  - label: "<img src=x onerror=crumb()>"
    url: "javascript:crumb()"
hero:
  image: "javascript:hero()"
  subtitle: "</style><script>hero()</script>"
---

The day takes place in Oulu, Finland.
{: onclick="ial()" style="position:fixed" class="banner" id="x-main"}

[Register](javascript:link()) or [there](data:text/html,link){: onmouseover="ial()"}

<svg onload="svg()"><script>svg()</script></svg>
<iframe srcdoc="<script>frame()</script>"></iframe>
<img src="data:image/svg+xml,x" onerror="img()" alt="A pier">
<form action="javascript:form()"><button>Go</button></form>
<p title="</section></main><script>title()</script>">Kept</p>

## Where
"#;

#[test]
fn nothing_of_the_author_runs_and_the_page_stays() {
    let page =
        handbill_with(&folder("untrusted"), &["convert", "-", "--to", "html", "--untrusted"], HOSTILE.as_bytes())
            .stdout;
    let start = page.find("<section class=\"body\"").expect("it has a body");
    let body = &page[start..page.find("</main>").expect("it ends")];
    for needle in [
        "onclick", "onmouseover", "onerror", "onload", "style=", "class=\"banner", "javascript:", "data:", "<svg",
        "<iframe", "<form", "<script",
    ] {
        assert!(!body[30..].contains(needle), "{needle}: {body}");
    }
    assert!(body.contains("Kept") && body.contains("<h2 id=\"where\">Where</h2>") && body.contains("alt=\"A pier\""));
    // The page's own: its style, its data for search engines, its calendar.
    assert!(page.contains("<style>") && page.contains("application/ld+json") && page.contains("data:text/calendar"));
    for needle in
        ["<script>title", "<script>hero", "<img src=x", "href=\"javascript:", "onload=\"lang", "content=\"javascript:"]
    {
        assert!(!page.contains(needle), "{needle}");
    }
}

#[test]
fn the_body_alone_is_cleaned_too_and_only_if_asked() {
    let body = |more: &[&str]| {
        handbill_with(
            &folder("untrusted-body"),
            &[&["convert", "-", "--to", "body"], more].concat(),
            HOSTILE.as_bytes(),
        )
        .stdout
    };
    assert!(body(&[]).contains("onclick=\"ial()\"") && !body(&["--untrusted"]).contains("ial()"));
}

#[test]
fn the_policy_names_the_script_that_is_there() {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let arguments = ["convert", "constructs/timed-programme.md", "--to", "html"];
    let page = handbill(&fixtures, &[&arguments[..], &["--untrusted"]].concat()).stdout;
    let (_, script) = page.split_once("<script>").expect("it tells times");
    let (script, _) = script.split_once("</script>").expect("it ends");
    let source = format!("script-src 'sha256-{}'", base64(&Sha256::digest(script)));
    assert!(page.contains(&format!("{source}; base-uri 'none'")), "{source}");
    assert!(include_str!("../../docs/page.md").contains(&source), "{source}");
    assert!(!handbill(&fixtures, &arguments).stdout.contains("Content-Security-Policy"));
}

/// RFC 4648 §4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let bits = three.iter().chain([&0; 3]).take(3).fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        let letter = |at: usize| if at > three.len() { '=' } else { char::from(LETTERS[bits >> (18 - 6 * at) & 63]) };
        [0, 1, 2, 3].map(letter)
    };
    bytes.chunks(3).flat_map(group).collect()
}
