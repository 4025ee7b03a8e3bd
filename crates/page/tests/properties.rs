//! What must hold for the reading of any text.

use handbill_page::{Site, read, read_expanded};
use proptest::prelude::*;

/// Text made of what event pages are made of, in any order, and of anything else.
fn page() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "---\n",
        "title: Spring Meeting, Lund, March 4-5, 2031\n",
        "start: 2031-03-04\n",
        "handbill: true\n",
        "date: 2031-03-04 10:43:17\n",
        "cfp_open: true\ncfp_close: 2030-12-01\n",
        "location: {name: Main Hall, city: Lund}\n",
        "excerpt: Lund, Sweden<br>March 4-5, 2031\n",
        "organizers: [Ann Lee, {name: Guild, email: a@example.org}]\n",
        "## Important Dates\n",
        "| Submission deadline | Monday | May 3, 2030 |\n",
        "RSMC 2031 will be held at the Main Hall in Lund, Sweden.\n",
        "\n",
        "\n\n",
        "# ",
        "## Programme\n",
        "### Monday, March 4\n",
        "* ",
        "  * ",
        "1. ",
        "> ",
        "Dates: March 4-5\n",
        "Location: Main Hall, Lund (March 4)\n",
        "Cost: $20 for students, €5\n",
        "**Call for Proposals: Now open**\n",
        "Submissions are due by May 3, 23:59 AoE.\n",
        "| Time | Session | Speakers |\n|---|---|---|\n",
        "| 9:00 - 10:30 | Opening | Ann Lee (Oslo) |\n",
        "| | Talk | Bo Ek, Lund |\n",
        "<table><tr><th>Time<th colspan=3>Monday</tr><tr><td rowspan=9>",
        "</td>",
        "<li>",
        "<dd>",
        "</table>\n",
        "<!-- ",
        " -->",
        "{{ page.title }}",
        "{% include a.html %}",
        "[a][b]",
        "[b]: https://example.org/\n",
        "~~June 1~~",
        "<br>",
        "&nbsp;",
        "me [at] example.org",
        "9-10:30",
        "Friday 25th",
        "up to 2 hours",
        "“Theme”",
        "\r\n",
        "\t",
        "é",
        "🎉",
        "(",
        ")",
        ", ",
        " and ",
        ": ",
        "- ",
    ]);
    let part = prop_oneof![9 => parts.prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_place_is_in_it(text in page()) {
        let page = read("event/2031/lund.md", &text, &Site::default());
        for block in &page.outline.blocks {
            prop_assert!(text.get(block.span.range()).is_some(), "{:?}", block.span);
            for passage in block.passages() {
                prop_assert!(text.get(passage.whole().span.range()).is_some());
            }
        }
        let json = serde_json::to_value(&page.document).expect("a document is JSON");
        for (pointer, sources) in &page.document.evidence {
            prop_assert!(json.pointer(pointer.as_str()).is_some(), "{pointer}");
            for source in sources {
                prop_assert!(text.contains(&source.text));
            }
        }
    }

    #[test]
    fn the_same_text_gives_the_same_document(text in page()) {
        let twice = [(); 2].map(|()| read("lund.md", &text, &Site::default()).document);
        prop_assert_eq!(serde_json::to_string(&twice[0]).ok(), serde_json::to_string(&twice[1]).ok());
    }

    #[test]
    fn a_document_reads_back(text in page()) {
        let document = read_expanded("lund.md", &text, &Site::default()).document;
        let json = serde_json::to_string(&document).expect("a document is JSON");
        prop_assert_eq!(serde_json::from_str::<handbill_model::Document>(&json).expect("it reads back"), document);
    }
}

#[test]
fn an_item_outside_of_any_list_is_read() {
    for body in ["<li>one</li>\n", "<div><li>one</li><li>two</li></div>\n", "<dd>one</dd>\n\n<li>9:00 Opening</li>\n"] {
        let page =
            read("events/a.md", &format!("---\ntitle: Meeting\nstart: 2031-03-04\n---\n{body}"), &Site::default());
        assert!(page.outline.blocks.iter().any(|block| block.passage.text.contains("one")), "{body}");
    }
}
