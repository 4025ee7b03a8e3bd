//! The tags that Jekyll adds: `include` and its kin, `link`, `post_url`, `highlight`.

use super::{Open, Parser};
use crate::Value;
use crate::expression::Expr;
use crate::lax;
use crate::tree::{Include, LinkKind, NodeKind, Piece};

impl<'t> Parser<'t, '_> {
    pub(super) fn include(&mut self, open: Open<'t>, relative: bool) -> Option<NodeKind> {
        let (file, params) = split_file(open.markup);
        let Some(params) = params_of(params).filter(|_| !params.contains("{{")) else {
            let (name, file) = (open.name, file.trim());
            let message = format!("the parameters of `{name} {file}` cannot be read");
            self.problem(open.span, message, "write each as `name=\"value\"` or `name=variable`, without `{{`");
            return None;
        };
        if file.is_empty() {
            let name = open.name;
            self.problem(open.span, format!("`{name}` without a file"), format!("write `{{% {name} file.html %}}`"));
            return None;
        }
        self.reads(params.iter().map(|(_, value)| value));
        Some(NodeKind::Include(Box::new(Include { relative, file: piece(file), params })))
    }

    pub(super) fn link(&mut self, open: Open<'t>, kind: LinkKind) -> Option<NodeKind> {
        if open.markup.is_empty() {
            self.problem(open.span, format!("`{}` names nothing", open.name), "name the file to link to");
            return None;
        }
        Some(NodeKind::Link { kind, name: piece(open.markup) })
    }

    pub(super) fn highlight(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let mut words = open.markup.split_whitespace();
        let language = words.next().unwrap_or("").to_owned();
        if language.is_empty() {
            self.problem(open.span, "`highlight` without a language", "write `{% highlight text %}`");
        }
        let lines = words.any(|word| word.starts_with("linenos"));
        let (mut body, _) = self.inside(&["endhighlight"], open, true)?;
        if body.is_blank() {
            body.drop_text();
        }
        Some(NodeKind::Highlight { language: language.to_lowercase(), lines, body })
    }
}

fn piece(text: &str) -> Piece {
    if text.contains("{{") || text.contains("{%") {
        Piece::Liquid(text.to_owned())
    } else {
        Piece::Plain(text.to_owned())
    }
}

/// The file's name, outputs in it included, and the parameters that follow.
fn split_file(markup: &str) -> (&str, &str) {
    let mut at = 0;
    while at < markup.len() {
        let rest = &markup[at..];
        if rest.starts_with("{{")
            && let Some(end) = rest.find("}}")
        {
            at += end + 2;
        } else if rest.starts_with(char::is_whitespace) {
            break;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    markup.split_at(at)
}

/// `name="value" name='value' name=path`; None where something else stands there.
fn params_of(text: &str) -> Option<Vec<(String, Expr)>> {
    let mut params = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let name = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).filter(|&len| len > 0)?;
        let value = rest[name..].trim_start().strip_prefix('=')?.trim_start();
        let (expr, len) = param_value(value)?;
        params.push((rest[..name].to_owned(), expr));
        let after = &value[len..];
        rest = after.trim_start();
        if !rest.is_empty() && rest.len() == after.len() {
            return None;
        }
    }
    Some(params)
}

fn param_value(text: &str) -> Option<(Expr, usize)> {
    let quote = text.chars().next()?;
    if !matches!(quote, '"' | '\'') {
        let len = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))).unwrap_or(text.len());
        return (len > 0).then(|| (lax::expression(&text[..len]), len));
    }
    let (mut value, mut escaped) = (String::new(), false);
    for (i, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => {
                // Only the quote itself loses its backslash.
                if c != quote {
                    value.push('\\');
                }
                value.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            c if c == quote => return Some((Expr::Literal(Value::from(value)), i + 1)),
            c => value.push(c),
        }
    }
    None
}
