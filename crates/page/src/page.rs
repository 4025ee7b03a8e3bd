//! A page as it was read, stage by stage.

use handbill_frontmatter::{FrontMatter, Split};
use handbill_kramdown::{Document as Tree, Kind, Options};
use handbill_liquid::{Context, Expansion, Object, expand};
use handbill_model::{Diagnostic, Document};
use handbill_text::{Lines, SourceMap, Span};

use crate::outline::{Outline, build};
use crate::site::Site;
use crate::values;

/// A page and everything that was read of it. Places are ranges of [`Page::source`], unless a field says otherwise.
pub struct Page {
    /// Its path: from the site's root, else as given.
    pub path: String,
    /// The file's text.
    pub source: String,
    /// The lines of `source`.
    pub lines: Lines,
    /// Where the front matter ends and the body begins.
    pub split: Split,
    /// The front matter.
    pub front_matter: FrontMatter,
    /// The body after Liquid; its map leads to `source`.
    pub expansion: Expansion,
    /// kramdown's tree of the expanded body; its places are ranges of `expansion.text`.
    pub tree: Tree,
    /// What the page says.
    pub outline: Outline,
    /// What stands in comments and is not published.
    pub comments: Vec<Comment>,
    /// The page, the event and the evidence: what leaves handbill.
    pub document: Document,
    /// What is wrong with the text as text: encoding, front matter, Liquid.
    pub diagnostics: Vec<Diagnostic>,
}

/// A comment of the page, its inside read as kramdown of its own.
pub struct Comment {
    /// The whole comment in the source, or the tag that brought it.
    pub span: Span,
    /// Whether it is written in the page itself and not brought by a tag.
    pub written: bool,
    /// What it would say if it were published.
    pub outline: Outline,
}

/// Reads a page: front matter, Liquid, kramdown, facts.
#[must_use]
pub fn read(path: &str, source: &str, site: &Site<'_>) -> Page {
    let split = handbill_frontmatter::split(source);
    let front_matter = handbill_frontmatter::parse(source, &split);
    let mut expansion = expand_body(path, split.body.of(source), &front_matter, site);
    let mut written = SourceMap::default();
    written.written(split.body.len(), split.body.start());
    expansion.map = expansion.map.then(&written);
    assemble(path, source, split, front_matter, expansion, site)
}

/// Reads a body whose Liquid is expanded already; it has no front matter.
#[must_use]
pub fn read_expanded(path: &str, source: &str, site: &Site<'_>) -> Page {
    let split = Split { body: Span::new(0..source.len()), ..handbill_frontmatter::split("") };
    let mut expansion = Expansion::default();
    source.clone_into(&mut expansion.text);
    expansion.map = SourceMap::identity(source.len());
    assemble(path, source, split, FrontMatter::default(), expansion, site)
}

fn assemble(
    path: &str,
    source: &str,
    split: Split,
    front_matter: FrontMatter,
    expansion: Expansion,
    site: &Site<'_>,
) -> Page {
    let tree = Tree::parse(&expansion.text, &Options::default());
    let outline = build(&tree, &expansion.map);
    let comments = comments(&tree, &expansion);
    let _ = site;
    Page {
        path: path.to_owned(),
        source: source.to_owned(),
        lines: Lines::new(source),
        split,
        front_matter,
        tree,
        outline,
        comments,
        document: Document::new(
            handbill_model::SCHEMA_VERSION,
            handbill_model::Page::new(path, handbill_model::Role::None),
        ),
        diagnostics: Vec::new(),
        expansion,
    }
}

fn expand_body(path: &str, body: &str, front_matter: &FrontMatter, site: &Site<'_>) -> Expansion {
    let mut page = site.defaults.clone();
    for (key, value) in values::to_liquid(&front_matter.root).iter() {
        page.insert(key, value.clone());
    }
    page.insert("path", path);
    let globals = Object::from_iter([
        ("site", handbill_liquid::Value::from(site.values.clone())),
        ("page", handbill_liquid::Value::from(page)),
    ]);
    expand(body, &Context::new(&globals, site.includes))
}

/// The comments of the tree, each read as kramdown of its own.
fn comments(tree: &Tree, expansion: &Expansion) -> Vec<Comment> {
    let found = tree.root().descendants().filter_map(|node| match node.kind() {
        Kind::Comment { inside, .. } => Some((node.span(), inside)),
        _ => None,
    });
    found
        .map(|(span, inside)| {
            let text = inside.of(tree.text());
            let mut places = SourceMap::default();
            places.splice(&expansion.map, inside.start(), inside.len());
            let place = expansion.map.origin(span);
            let outline = build(&Tree::parse(text, &Options::default()), &places);
            Comment { span: place.span, written: place.written, outline }
        })
        .collect()
}
