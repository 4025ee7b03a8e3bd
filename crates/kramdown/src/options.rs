//! The options that Jekyll passes to kramdown from `_config.yml`.

mod named;

/// How a document is read and written. [`Options::default`] is Jekyll's own setting.
///
/// The names and meanings are kramdown's; see <https://kramdown.gettalong.org/options.html>.
///
/// ```
/// use handbill_kramdown::{Document, Options};
///
/// let options = Options { auto_ids: false, ..Options::default() };
/// assert_eq!(Document::parse("# Dates\n", &options).to_html(), "<h1>Dates</h1>\n");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The dialect that is read.
    pub input: Input,
    /// Whether headings get an `id` made from their text.
    pub auto_ids: bool,
    /// What every made `id` begins with.
    pub auto_id_prefix: String,
    /// Whether tags are left out of the text that a heading's `id` is made from.
    pub auto_id_stripping: bool,
    /// Which levels of headings, `1..=6`, a table of contents lists.
    pub toc_levels: Vec<u8>,
    /// Whether every line end in a paragraph is a line break (GFM input only).
    pub hard_wrap: bool,
    /// The four characters or entity names for ‘, ’, “ and ”, in this order.
    pub smart_quotes: [String; 4],
    /// How entities are written.
    pub entity_output: EntityOutput,
    /// The number of the first footnote.
    pub footnote_nr: u32,
    /// What the link back from a footnote shows; empty for no link.
    pub footnote_backlink: String,
    /// Whether the link back stands inside the last paragraph, whatever the footnote ends with.
    pub footnote_backlink_inline: bool,
    /// What every `id` of a footnote has after `fn:` and `fnref:`.
    pub footnote_prefix: String,
    /// Added to the level of every heading; the sum is kept within `1..=6`.
    pub header_offset: i8,
    /// Whether the content of block HTML elements is read as kramdown.
    pub parse_block_html: bool,
    /// Whether the content of inline HTML elements is read as kramdown.
    pub parse_span_html: bool,
    /// Whether code gets the elements and classes of the rouge highlighter.
    pub highlight: bool,
    /// The language that code is given where it names none.
    pub default_lang: Option<String>,
    /// Link definitions known beforehand: label, URL, title.
    pub link_defs: Vec<(String, String, Option<String>)>,
    /// What is written for a typographic symbol instead, by its source (`...`, `--`, `---`, `<<`, `>>`).
    pub typographic_symbols: Vec<(String, String)>,
    /// Whether a list, quote, heading or fenced code may follow a paragraph without a blank line (GFM input only).
    pub paragraph_end: bool,
}

/// The dialect that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// kramdown with GitHub's additions: fences of backticks, `~~`, task lists, lists right after a paragraph.
    Gfm,
    /// kramdown alone.
    Kramdown,
}

/// How entities are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityOutput {
    /// As the character itself.
    AsChar,
    /// As they were written.
    AsInput,
    /// As `&#8230;`.
    Numeric,
    /// As `&hellip;` where there is such a name.
    Symbolic,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            input: Input::Gfm,
            auto_ids: true,
            auto_id_prefix: String::new(),
            auto_id_stripping: false,
            toc_levels: vec![1, 2, 3, 4, 5, 6],
            hard_wrap: false,
            smart_quotes: ["lsquo", "rsquo", "ldquo", "rdquo"].map(String::from),
            entity_output: EntityOutput::AsChar,
            footnote_nr: 1,
            footnote_backlink: String::from("&#8617;"),
            footnote_backlink_inline: false,
            footnote_prefix: String::new(),
            header_offset: 0,
            parse_block_html: false,
            parse_span_html: true,
            highlight: true,
            default_lang: Some(String::from("plaintext")),
            link_defs: Vec::new(),
            typographic_symbols: Vec::new(),
            paragraph_end: true,
        }
    }
}
