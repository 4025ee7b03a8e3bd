//! Expressions as Liquid's grammar has them. What it refuses goes to [`crate::lax`], as with Jekyll's `error_mode: warn`.

use crate::expression::{Comparison, Condition, Expr, Filter, Joint, Key, Operator, Path, Piped};
use crate::lax;

/// How deep brackets and parentheses may nest in one expression.
const DEPTH: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'t> {
    Id(&'t str),
    /// A text or number, as written.
    Literal(&'t str),
    Comparison(&'t str),
    DotDot,
    Mark(u8),
    End,
}

/// An output's inside: an expression and filters.
pub(crate) fn piped(text: &str) -> Option<Piped> {
    let mut parser = Parser::new(text)?;
    let mut piped = Piped { expr: Expr::NIL, filters: Vec::new() };
    if parser.peek() == Token::End {
        return Some(piped);
    }
    piped.expr = parser.expression(0)?;
    while parser.take(b'|') {
        piped.filters.push(parser.filter()?);
    }
    (parser.peek() == Token::End).then_some(piped)
}

/// The condition of `if`, `elsif` or `unless`.
pub(crate) fn condition(text: &str) -> Option<Condition> {
    let mut parser = Parser::new(text)?;
    let first = parser.comparison()?;
    let mut rest = Vec::new();
    loop {
        let joint = match parser.peek() {
            Token::Id("and") => Joint::And,
            Token::Id("or") => Joint::Or,
            Token::End => return Some(Condition { first, rest }),
            _ => return None,
        };
        parser.at += 1;
        rest.push((joint, parser.comparison()?));
    }
}

/// The head of a loop: `item in list reversed limit: 2 offset: 1`.
pub(crate) struct LoopHead {
    pub(crate) item: String,
    pub(crate) list: Expr,
    /// The list as written, which names the loop.
    pub(crate) list_text: String,
    pub(crate) reversed: bool,
    pub(crate) attributes: Vec<(String, Expr)>,
}

pub(crate) fn loop_head(text: &str) -> Option<LoopHead> {
    let mut parser = Parser::new(text)?;
    let item = parser.id()?.to_owned();
    if parser.id()? != "in" {
        return None;
    }
    let from = parser.at;
    let list = parser.expression(0)?;
    let list_text = parser.written(from);
    let reversed = parser.peek() == Token::Id("reversed");
    parser.at += usize::from(reversed);
    let mut attributes = Vec::new();
    while let Token::Id(name) = parser.peek() {
        parser.at += 1;
        if !parser.take(b':') || !matches!(name, "limit" | "offset") {
            return None;
        }
        attributes.push((name.to_owned(), parser.expression(0)?));
        parser.take(b',');
    }
    (parser.peek() == Token::End).then_some(LoopHead { item, list, list_text, reversed, attributes })
}

struct Parser<'t> {
    tokens: Vec<Token<'t>>,
    at: usize,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Option<Self> {
        Some(Self { tokens: tokens(text)?, at: 0 })
    }

    fn peek(&self) -> Token<'t> {
        self.tokens.get(self.at).copied().unwrap_or(Token::End)
    }

    fn take(&mut self, mark: u8) -> bool {
        let taken = self.peek() == Token::Mark(mark);
        self.at += usize::from(taken);
        taken
    }

    fn id(&mut self) -> Option<&'t str> {
        let Token::Id(name) = self.peek() else { return None };
        self.at += 1;
        Some(name)
    }

    fn expression(&mut self, depth: usize) -> Option<Expr> {
        if depth > DEPTH {
            return None;
        }
        let token = self.peek();
        self.at += 1;
        match token {
            Token::Id(name) => {
                let path = self.lookups(Key::Name(name.to_owned()), depth)?;
                Some(if path.keys.is_empty() { lax::word(name) } else { Expr::Path(path) })
            }
            Token::Literal(text) => Some(lax::expression(text)),
            Token::Mark(b'[') => {
                let name = self.bracket(depth)?;
                Some(Expr::Path(self.lookups(name, depth)?))
            }
            Token::Mark(b'(') => {
                let first = self.expression(depth + 1)?;
                if self.peek() != Token::DotDot {
                    return None;
                }
                self.at += 1;
                let last = self.expression(depth + 1)?;
                self.take(b')').then(|| Expr::Range(Box::new(first), Box::new(last)))
            }
            Token::Comparison(_) | Token::DotDot | Token::Mark(_) | Token::End => None,
        }
    }

    fn lookups(&mut self, name: Key, depth: usize) -> Option<Path> {
        let mut keys = Vec::new();
        loop {
            if self.take(b'[') {
                keys.push(self.bracket(depth)?);
            } else if self.take(b'.') {
                keys.push(Key::Name(self.id()?.to_owned()));
            } else {
                return Some(Path { name, keys });
            }
        }
    }

    fn bracket(&mut self, depth: usize) -> Option<Key> {
        let inner = self.expression(depth + 1)?;
        self.take(b']').then(|| Key::Computed(Box::new(inner)))
    }

    fn filter(&mut self) -> Option<Filter> {
        let mut filter = Filter { name: self.id()?.to_owned(), args: Vec::new(), named: Vec::new() };
        if self.take(b':') {
            loop {
                if let (Token::Id(name), Some(Token::Mark(b':'))) = (self.peek(), self.tokens.get(self.at + 1)) {
                    self.at += 2;
                    filter.named.push((name.to_owned(), self.expression(0)?));
                } else {
                    filter.args.push(self.expression(0)?);
                }
                if !self.take(b',') {
                    break;
                }
            }
        }
        Some(filter)
    }

    fn comparison(&mut self) -> Option<Comparison> {
        let left = self.expression(0)?;
        let Token::Comparison(operator) = self.peek() else { return Some(Comparison { left, right: None }) };
        self.at += 1;
        Some(Comparison { left, right: Some((Operator::read(operator), self.expression(0)?)) })
    }

    /// The tokens since `from` as they are written, without white space.
    fn written(&self, from: usize) -> String {
        let mut text = String::new();
        for token in &self.tokens[from..self.at.min(self.tokens.len())] {
            match token {
                Token::Id(part) | Token::Literal(part) | Token::Comparison(part) => text.push_str(part),
                Token::DotDot => text.push_str(".."),
                Token::Mark(mark) => text.push(char::from(*mark)),
                Token::End => {}
            }
        }
        text
    }
}

fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(8);
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let (token, len) = match bytes[at] {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => {
                at += 1;
                continue;
            }
            quote @ (b'"' | b'\'') => {
                let len = rest[1..].find(char::from(quote))? + 2;
                (Token::Literal(&rest[..len]), len)
            }
            b'=' | b'!' | b'<' | b'>' => {
                let len = if matches!(rest.get(..2), Some("==" | "!=" | "<>" | "<=" | ">=")) { 2 } else { 1 };
                if len == 1 && matches!(bytes[at], b'=' | b'!') {
                    return None;
                }
                (Token::Comparison(&rest[..len]), len)
            }
            b'-' | b'0'..=b'9' if number(rest) > 0 => (Token::Literal(&rest[..number(rest)]), number(rest)),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                let word = identifier(rest);
                let next = rest[word..].chars().next();
                if &rest[..word] == "contains" && next.is_some_and(char::is_whitespace) {
                    (Token::Comparison("contains"), word)
                } else {
                    (Token::Id(&rest[..word]), word)
                }
            }
            b'.' if rest.starts_with("..") => (Token::DotDot, 2),
            mark @ (b'|' | b'.' | b':' | b',' | b'[' | b']' | b'(' | b')' | b'?' | b'-') => (Token::Mark(mark), 1),
            _ => return None,
        };
        tokens.push(token);
        at += len;
    }
    Some(tokens)
}

/// The length of a number at the start: `-?\d+(\.\d+)?`.
fn number(text: &str) -> usize {
    let sign = usize::from(text.starts_with('-'));
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(sign);
    if whole == 0 {
        return 0;
    }
    let end = sign + whole;
    let fraction = if text[end..].starts_with('.') { digits(end + 1) } else { 0 };
    if fraction == 0 { end } else { end + 1 + fraction }
}

/// The length of an identifier at the start: letters, digits, `_` and `-`, and one `?` at its end.
pub(crate) fn identifier(text: &str) -> usize {
    let len = text.bytes().take_while(|&b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-').count();
    if len > 0 && text[len..].starts_with('?') { len + 1 } else { len }
}
