//! Code, in the elements and classes that the rouge highlighter gives it. The code itself is plain text.

use super::{Writer, escape, languages};
use crate::tree::Str;

impl Writer<'_> {
    pub(super) fn code_block(&mut self, node: u32, language: Option<Str>, code: Str, indent: usize) {
        let class = self.value(node, "class").unwrap_or("").to_owned();
        let named = language_of(&class).map(str::to_owned);
        let wanted = language.map(|language| self.str(language).to_owned()).or_else(|| named.clone());
        let code = self.str(code);
        let rest = named.as_ref().map_or_else(|| class.clone(), |name| without(&class, name));
        let Some(shown) = self.highlighted(wanted.as_deref(), named.as_deref()) else {
            self.indent(indent);
            self.out.push_str("<pre");
            self.plain_attributes(node, &rest);
            self.out.push_str("><code");
            if let Some(name) = &named {
                self.attribute("class", &format!("language-{name}"));
            }
            self.out.push('>');
            let shown = code.strip_suffix('\n').unwrap_or(code);
            if class.split_ascii_whitespace().any(|name| name == "show-whitespaces") {
                self.with_white_space(shown);
            } else {
                escape::all(shown, &mut self.out);
            }
            self.out.push_str("\n</code></pre>\n");
            return;
        };
        self.indent(indent);
        self.out.push_str("<div");
        let shown = highlighter_class(&shown, &rest);
        if rest.is_empty() {
            // A class that named the language alone was taken away, and comes back last.
            self.attributes_without(node, "class");
            self.attribute("class", &shown);
        } else {
            self.attributes_with(node, "class", &shown);
        }
        self.out.push_str("><div class=\"highlight\"><pre class=\"highlight\"><code>");
        escape::all(code, &mut self.out);
        self.out.push_str("</code></pre></div>");
        self.indent(indent);
        self.out.push_str("</div>\n");
    }

    /// Writes code with its blanks and tabs marked: those at the start of a line, at its end, and between.
    fn with_white_space(&mut self, code: &str) {
        for (index, line) in code.split('\n').enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            let is_blank = |c: char| matches!(c, ' ' | '\t');
            let left = line.len() - line.trim_start_matches(is_blank).len();
            let right = line.trim_end_matches(is_blank).len();
            for (at, c) in line.char_indices() {
                let side = if at < left {
                    "-l"
                } else if at >= right {
                    "-r"
                } else {
                    ""
                };
                match c {
                    ' ' => self.out.push_str(&format!("<span class=\"ws-space{side}\">&#8901;</span>")),
                    '\t' => self.out.push_str(&format!("<span class=\"ws-tab{side}\">\t</span>")),
                    c => escape::all(c.encode_utf8(&mut [0; 4]), &mut self.out),
                }
            }
        }
    }

    pub(super) fn code_span(&mut self, node: u32, code: Str) {
        let class = self.value(node, "class").unwrap_or("").to_owned();
        let named = language_of(&class).map(str::to_owned);
        let code = self.str(code);
        self.out.push_str("<code");
        match self.highlighted(named.as_deref(), named.as_deref()) {
            Some(shown) => {
                self.attributes_with(node, "class", &highlighter_class(&shown, &class));
            }
            None => self.attributes(node),
        }
        self.out.push('>');
        escape::all(code, &mut self.out);
        self.out.push_str("</code>");
    }

    /// The language whose name is shown, if rouge knows what is wanted.
    fn highlighted(&self, wanted: Option<&str>, named: Option<&str>) -> Option<String> {
        let options = &self.document.options;
        if !options.highlight {
            return None;
        }
        match wanted {
            Some(wanted) => {
                let name = wanted.split('?').next().unwrap_or(wanted);
                languages::is_known(name).then(|| named.unwrap_or(name).to_owned())
            }
            None => options.default_lang.clone().filter(|name| languages::is_known(name)),
        }
    }

    fn plain_attributes(&mut self, node: u32, class: &str) {
        let document = self.document;
        for attribute in document.attributes_of(node) {
            match document.str(attribute.name) {
                "class" if class.is_empty() => {}
                "class" => self.attribute("class", class),
                name => self.attribute(name, document.str(attribute.value)),
            }
        }
    }
}

/// What stands after `language-` in a class.
fn language_of(class: &str) -> Option<&str> {
    let start = class
        .match_indices("language-")
        .find(|(at, _)| !class[..*at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_'))?
        .0;
    let name = class[start + "language-".len()..].split(|c: char| c.is_ascii_whitespace()).next()?;
    (!name.is_empty()).then_some(name)
}

fn without(class: &str, language: &str) -> String {
    class.replacen(&format!("language-{language}"), "", 1).trim().to_owned()
}

/// The class of highlighted code: its language first, in the place of another that stands there.
fn highlighter_class(language: &str, rest: &str) -> String {
    let rest = match rest.strip_prefix("language-") {
        Some(other) => other.trim_start_matches(|c: char| !c.is_ascii_whitespace()).trim_start(),
        None => rest,
    };
    let space = if rest.is_empty() { "" } else { " " };
    format!("language-{language}{space}{rest} highlighter-rouge")
}
