//! The body of a page that one did not write oneself.
//!
//! What an element is, is decided here as browsers decide it (WHATWG, by `html5ever`), and not as kramdown does: the question
//! is what a browser would run. Kept are texts, headings, lists, tables, quotes, code, pictures and links; of their attributes
//! `id`, `lang`, `dir`, `title`, sizes, spans of cells, and addresses of the schemes that the page's own links may have.
//! All else goes: scripts, handlers, styles and classes (which could pose as the page around), frames, forms, SVG and `MathML`,
//! media, comments, and `data:` addresses.

use std::borrow::Cow;
use std::collections::HashSet;

use ammonia::Builder;

use crate::links::SCHEMES;

/// The body without what runs, loads or poses as the page around it. Ids of that page begin with `x-` and are not to be had.
pub(crate) fn cleaned(body: &str) -> String {
    let mut builder = Builder::default();
    builder
        .url_schemes(HashSet::from(SCHEMES))
        .link_rel(Some("nofollow noopener noreferrer ugc"))
        .add_generic_attributes(["id", "dir"])
        .rm_tags(["map", "area"])
        .attribute_filter(|_, attribute, value| match attribute {
            "id" if value.is_empty() || value.starts_with("x-") => None,
            _ => Some(Cow::Borrowed(value)),
        });
    builder.clean(body).to_string()
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn what_people_read_is_kept() {
        for body in [
            "<h2 id=\"talks\">Talks</h2>\n<p>A <em>few</em> &amp; <code>b</code></p>\n",
            "<table><tbody><tr><td colspan=\"2\" rowspan=\"3\">a</td></tr></tbody></table>",
            "<img src=\"/a.png\" alt=\"A pier\" width=\"5\">",
            "<p dir=\"rtl\" lang=\"ar\">b</p>",
        ] {
            assert_eq!(cleaned(body), body);
        }
    }

    #[test]
    fn nothing_that_runs_is_kept() {
        for (body, kept) in [
            ("<p onclick=\"a()\" style=\"color:red\" class=\"banner\">b</p>", "<p>b</p>"),
            ("<script>a()</script><style>*{}</style>b", "b"),
            ("<a href=\"javascript:a()\">b</a>", "<a rel=\"nofollow noopener noreferrer ugc\">b</a>"),
            ("<a href=\"java&#10;script:a()\">b</a>", "<a rel=\"nofollow noopener noreferrer ugc\">b</a>"),
            ("<img src=\"data:image/svg+xml,<svg onload=a()>\" alt=\"b\" onerror=\"a()\">", "<img alt=\"b\">"),
            ("<svg><animate onbegin=\"a()\"></animate><a xlink:href=\"javascript:a()\">c</a></svg>b", "b"),
            ("<math><mi xlink:href=\"data:x\">c</mi></math>b", "b"),
            ("<iframe src=\"https://a.example\"></iframe><object data=\"a\"></object><embed src=\"a\">b", "b"),
            ("<form action=\"/a\"><input name=\"b\"><button formaction=\"javascript:a()\">c</button></form>", "c"),
            (
                "<base href=\"https://a.example\"><meta http-equiv=\"refresh\" content=\"0;url=a\"><link rel=\"stylesheet\" href=\"a\">b",
                "b",
            ),
            ("<video src=\"a\" onerror=\"a()\"></video><audio src=\"a\"></audio>b", "b"),
            ("<!-- <script>a()</script> -->b", "b"),
            ("<h2 id=\"x-programme\">b</h2>", "<h2>b</h2>"),
        ] {
            assert_eq!(cleaned(body), kept, "{body}");
        }
    }

    #[test]
    fn an_element_that_never_ends_hides_nothing() {
        for body in [
            "</section></main><script>a()", "<noscript><p title=\"</noscript><img src=x onerror=a()>\">",
            "<textarea><img onerror=a()>", "<p title='>' onclick=a()", "<a href=\"x\" onclick",
        ] {
            let kept = cleaned(body);
            assert!(
                !kept.contains("<script") && !kept.contains("</main") && !kept.contains("<img src=\"x\" onerror"),
                "{kept}"
            );
        }
    }
}
