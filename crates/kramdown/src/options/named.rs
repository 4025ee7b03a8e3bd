//! Options by the names and values of a configuration file.

use super::{EntityOutput, Input, Options};

impl Options {
    /// Sets an option by kramdown's name for it, the value as a configuration file writes it: `true`, `2..4`, `1,2,3`,
    /// `lsquo,rsquo,ldquo,rdquo`. Whether name and value are known; where they are not, nothing changes.
    ///
    /// ```
    /// use handbill_kramdown::Options;
    ///
    /// let mut options = Options::default();
    /// assert!(options.set("toc_levels", "2..4"));
    /// assert_eq!(options.toc_levels, [2, 3, 4]);
    /// assert!(!options.set("toc_levels", "most"));
    /// assert!(!options.set("coderay_css", "class"));
    /// ```
    pub fn set(&mut self, name: &str, value: &str) -> bool {
        self.try_set(name, value.trim()).is_some()
    }

    fn try_set(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "input" => {
                self.input = match value {
                    "GFM" => Input::Gfm,
                    "kramdown" | "Kramdown" => Input::Kramdown,
                    _ => return None,
                };
            }
            "auto_ids" => self.auto_ids = truth(value)?,
            "auto_id_prefix" => value.clone_into(&mut self.auto_id_prefix),
            "auto_id_stripping" => self.auto_id_stripping = truth(value)?,
            "toc_levels" => self.toc_levels = levels(value)?,
            "hard_wrap" => self.hard_wrap = truth(value)?,
            "smart_quotes" => {
                let quotes: Vec<String> = value.split(',').map(|quote| quote.trim().to_owned()).collect();
                self.smart_quotes = quotes.try_into().ok()?;
            }
            "entity_output" => {
                self.entity_output = match value.trim_start_matches(':') {
                    "as_char" => EntityOutput::AsChar,
                    "as_input" => EntityOutput::AsInput,
                    "numeric" => EntityOutput::Numeric,
                    "symbolic" => EntityOutput::Symbolic,
                    _ => return None,
                };
            }
            "footnote_nr" => self.footnote_nr = value.parse().ok()?,
            "footnote_backlink" => value.clone_into(&mut self.footnote_backlink),
            "footnote_backlink_inline" => self.footnote_backlink_inline = truth(value)?,
            "footnote_prefix" => value.clone_into(&mut self.footnote_prefix),
            "header_offset" => self.header_offset = value.parse().ok()?,
            "parse_block_html" => self.parse_block_html = truth(value)?,
            "parse_span_html" => self.parse_span_html = truth(value)?,
            _ => return None,
        }
        Some(())
    }
}

fn truth(value: &str) -> Option<bool> {
    value.to_ascii_lowercase().parse().ok()
}

/// `2..4` or `2,3,4`, each level `1..=6`.
fn levels(value: &str) -> Option<Vec<u8>> {
    let level = |text: &str| text.trim().parse().ok().filter(|level| (1..=6).contains(level));
    match value.split_once("..") {
        Some((first, last)) => Some((level(first)?..=level(last)?).collect()),
        None => value.split(',').map(level).collect(),
    }
}
