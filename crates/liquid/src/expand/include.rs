//! What other files bring: `include`, `link`, `post_url`; and `highlight`.

use super::{Expander, Flow};
use crate::filters::text::escape_html;
use crate::tree::{Block, Include, LinkKind, Piece};
use crate::{IncludeSource, NotIncluded, Object, Template, UnresolvedKind, Value};
use std::collections::BTreeMap;
use std::rc::Rc;

impl Expander<'_> {
    pub(super) fn include(&mut self, include: &Include) -> Flow {
        let name = self.piece(&include.file);
        let Some(template) = self.template(include.relative, &name) else { return Flow::Next };
        if self.include_depth >= self.context.limits.include_depth {
            self.trouble(
                format!("includes are nested more than {} deep", self.context.limits.include_depth),
                "an include that includes itself never ends",
            );
            return Flow::Next;
        }
        if !self.budget.include() {
            return Flow::Stop;
        }
        // Parameters see what is bound outside; the include sees them as `include`.
        let params: Object = include.params.iter().map(|(name, value)| (name.as_str(), self.value(value))).collect();
        self.scopes.push(BTreeMap::from([("include".to_owned(), Value::from(params))]));
        self.include_depth += 1;
        let flow = self.block(template.text(), &template.read().body);
        self.include_depth -= 1;
        self.scopes.pop();
        flow
    }

    fn template(&mut self, relative: bool, name: &str) -> Option<Rc<Template>> {
        let key = (relative, name.to_owned());
        if let Some(template) = self.included.get(&key) {
            let template = template.clone();
            if template.is_none() {
                self.bring(relative, name);
            }
            return template;
        }
        let source = self.bring(relative, name);
        let template = source.map(|source| {
            let template = Template::parse(&source.text);
            for problem in template.problems() {
                let message = format!("in {}: {}", source.path, problem.message);
                self.trouble(message, problem.help.as_deref().unwrap_or(""));
            }
            for (name, _) in &template.read().unknown {
                self.note(UnresolvedKind::Tag, name, super::UNKNOWN_TAG);
            }
            Rc::new(template)
        });
        self.included.insert(key, template.clone());
        template
    }

    /// Asks for the file, and notes why there is none.
    fn bring(&mut self, relative: bool, name: &str) -> Option<IncludeSource> {
        let found = if escapes(name) {
            Err(NotIncluded::Refused)
        } else if relative {
            self.context.includes.include_relative(name)
        } else {
            self.context.includes.include(name)
        };
        found.map_err(|why| self.note(UnresolvedKind::Include, name, &why.to_string())).ok()
    }

    pub(super) fn link(&mut self, kind: LinkKind, name: &Piece) {
        let name = self.piece(name);
        let found = match kind {
            LinkKind::Link => self.context.includes.link(&name),
            LinkKind::PostUrl => self.context.includes.post_url(&name),
        };
        match found {
            Ok(url) => {
                let url = crate::filters::url::relative_url(self, &url).unwrap_or(url);
                self.write(&url);
            }
            Err(why) => self.note(UnresolvedKind::Link, &name, &why.to_string()),
        }
    }

    /// Code as Jekyll's `highlight` wraps it. The colours are Rouge's, so the code is plain here.
    pub(super) fn highlight(&mut self, text: &str, language: &str, lines: bool, body: &Block) -> Flow {
        let (code, flow) = self.captured(text, body);
        let code = escape_html(code.trim_matches(['\r', '\n']));
        let class = language.replace('+', "-");
        let open =
            format!("<figure class=\"highlight\"><pre><code class=\"language-{class}\" data-lang=\"{language}\">");
        self.write(&open);
        if lines {
            let count = code.lines().count();
            let numbers: String = (1..=count).map(|line| format!("{line}\n")).collect();
            let table = "<table class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\"><pre class=\"lineno\">";
            self.write(&format!(
                "{table}{numbers}</pre></td><td class=\"code\"><pre>{code}\n</pre></td></tr></tbody></table>"
            ));
        } else {
            self.write(&code);
        }
        self.write("</code></pre></figure>");
        flow
    }

    fn piece(&mut self, piece: &Piece) -> String {
        match piece {
            Piece::Plain(name) => name.clone(),
            Piece::Liquid(text) => self.aside(text),
        }
    }
}

/// Whether a name is none that Jekyll reads: it climbs out of its folder or has other characters than file names do.
fn escapes(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    name.is_empty()
        || !name.chars().all(plain)
        || name.split('/').skip(usize::from(name.starts_with('/'))).any(|part| matches!(part, "" | "." | ".."))
}
