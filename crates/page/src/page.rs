//! A page as it was read, stage by stage.

use std::cell::LazyCell;

use handbill_frontmatter::{FrontMatter, Split, Value};
use handbill_kramdown::{Document as Tree, Kind, Options};
use handbill_liquid::{self as liquid, Context, Expansion, Object, UnresolvedKind, expand, expand_value};
use handbill_model::{Breadcrumb, Diagnostic, Document, Hero, Role, SCHEMA_VERSION, Severity};
use handbill_text::{Lines, SourceMap, Span};

use crate::facts::{Contradiction, Prose, View, settle};
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
    /// The page, the event and the evidence: what leaves handbill.
    pub document: Document,
    /// Days that keys of the front matter and the page's words give differently.
    pub contradiction: Option<Contradiction>,
    /// What is wrong with the text as text: encoding, front matter, Liquid.
    pub diagnostics: Vec<Diagnostic>,
}

/// A comment of the page: not published, and read by nobody but who asks for its [`outline`](Comment::outline).
#[derive(Clone, Copy)]
pub struct Comment<'a> {
    /// The whole comment in the source, or the tag that brought it.
    pub span: Span,
    /// Whether it is written in the page itself and not brought by a tag.
    pub written: bool,
    page: &'a Page,
    inside: Span,
}

impl Comment<'_> {
    /// What it would say if it were published: its inside, read as kramdown of its own.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let Page { tree, expansion, .. } = self.page;
        let mut places = SourceMap::default();
        places.splice(&expansion.map, self.inside.start(), self.inside.len());
        build(&Tree::parse(self.inside.of(tree.text()), tree.options()), &places)
    }
}

impl Page {
    /// The comments in the order of the page.
    pub fn comments(&self) -> impl Iterator<Item = Comment<'_>> {
        self.tree.root().descendants().filter_map(|node| {
            let Kind::Comment { inside, .. } = node.kind() else { return None };
            let place = self.expansion.map.origin(node.span());
            Some(Comment { span: place.span, written: place.written, page: self, inside })
        })
    }
}

/// Reads a page: front matter, Liquid, kramdown, facts.
#[must_use]
pub fn read(path: &str, source: &str, site: &Site<'_>) -> Page {
    let split = handbill_frontmatter::split(source);
    let front_matter = handbill_frontmatter::parse(source, &split);
    let page = in_context(path, &front_matter, site, |context, options| {
        let mut expansion = expand(split.body.of(source), context);
        let mut written = SourceMap::default();
        written.written(split.body.len(), split.body.start());
        expansion.map = expansion.map.then(&written);
        let places = expansion.problems.iter_mut().map(|problem| &mut problem.span);
        for span in places.chain(expansion.unresolved.iter_mut().map(|unresolved| &mut unresolved.span)) {
            *span = span.shift(split.body.start());
        }
        assemble(path, source, split, &front_matter, expansion, (site, context, options))
    });
    Page { front_matter, ..page }
}

/// Reads a body whose Liquid is expanded already; it has no front matter.
#[must_use]
pub fn read_expanded(path: &str, source: &str, site: &Site<'_>) -> Page {
    let split = Split { body: Span::new(0..source.len()), ..handbill_frontmatter::split("") };
    let mut expansion = Expansion::default();
    source.clone_into(&mut expansion.text);
    expansion.map = SourceMap::identity(source.len());
    let front_matter = FrontMatter::default();
    in_context(path, &front_matter, site, |context, options| {
        assemble(path, source, split, &front_matter, expansion, (site, context, options))
    })
}

/// Calls `read` with what Liquid asks for and how kramdown reads here, for the body and for what `markdownify` is given.
fn in_context<T>(
    path: &str,
    front_matter: &FrontMatter,
    site: &Site<'_>,
    read: impl FnOnce(&Context<'_>, &Options) -> T,
) -> T {
    let options = site.kramdown();
    let markdown = |text: &str| Tree::parse(text, &options).to_html();
    let globals = Object::from_iter([("site", site.values.clone())]);
    // Few pages ask for what they say themselves.
    let page = LazyCell::new(|| liquid::Value::from(page_values(path, front_matter, site)));
    let late = |name: &str| (name == "page").then(|| page.clone());
    let mut context = Context::new(&globals, site.includes);
    context.markdown = Some(&markdown);
    context.late = Some(&late);
    read(&context, &options)
}

/// All of a page but its front matter.
fn assemble(
    path: &str,
    source: &str,
    split: Split,
    front_matter: &FrontMatter,
    expansion: Expansion,
    (site, context, options): (&Site<'_>, &Context<'_>, &Options),
) -> Page {
    let tree = Tree::parse(&expansion.text, options);
    let outline = outline(&tree, &expansion, options);
    let lines = Lines::new(source);
    let prose = Prose::of(&outline);
    let settled = settle(&View::new(path, (source, split.body), &lines, front_matter, (&outline, &prose)));
    let about = about(path, front_matter, &expansion, (site, context), settled.role);
    let mut document = Document::new(SCHEMA_VERSION, about);
    document.event = settled.event;
    document.evidence = settled.evidence;
    let diagnostics = diagnostics(front_matter, &expansion);
    Page {
        path: path.to_owned(),
        source: source.to_owned(),
        lines,
        split,
        front_matter: FrontMatter::default(),
        tree,
        outline,
        contradiction: settled.contradiction,
        document,
        diagnostics,
        expansion,
    }
}

/// The outline of a body. Where elements hold Markdown, which kramdown publishes as it is, the page was written for a
/// renderer that reads it behind a blank line, as `CommonMark` does, and so is it read here.
fn outline(tree: &Tree, expansion: &Expansion, options: &Options) -> Outline {
    if options.parse_block_html || !holds_markdown(tree) {
        return build(tree, &expansion.map);
    }
    let mut inside = options.clone();
    inside.parse_block_html = true;
    build(&Tree::parse(&expansion.text, &inside), &expansion.map)
}

/// Whether an element that holds blocks has headings, rows or linked items of Markdown behind a blank line.
fn holds_markdown(tree: &Tree) -> bool {
    let holds = |name: &str| matches!(name, "div" | "section" | "center" | "article" | "main");
    let containers = tree.elements().filter(|(_, html)| holds(html.name));
    let children = containers.flat_map(|(node, _)| node.children()).filter(|node| matches!(node.kind(), Kind::Text(_)));
    let mut texts = children.map(|node| node.span().of(tree.text()));
    texts.any(|text| {
        let mut blank = false;
        text.split('\n').skip(1).any(|line| std::mem::replace(&mut blank, line.trim().is_empty()) && is_marked(line))
    })
}

/// Whether a line is a heading, a row or a linked item of Markdown.
fn is_marked(line: &str) -> bool {
    let title = line.trim_start_matches('#');
    title.len() < line.len() && title.starts_with(' ')
        || line.starts_with('|') && line.trim_end().ends_with('|')
        || line.starts_with(['*', '-']) && line.contains("](")
}

/// What a page's Liquid can ask for of the page itself.
fn page_values(path: &str, front_matter: &FrontMatter, site: &Site<'_>) -> Object {
    let mut page = site.defaults.merged(&values::to_liquid(&front_matter.root));
    page.insert("path", path);
    page.insert("url", site.page_url.clone().unwrap_or_else(|| url(path, None)));
    page
}

/// What Event JSON says of the page itself.
fn about(
    path: &str,
    front_matter: &FrontMatter,
    expansion: &Expansion,
    (site, context): (&Site<'_>, &Context<'_>),
    role: Role,
) -> handbill_model::Page {
    let root = &front_matter.root;
    let text = |key: &str| root.get(key).and_then(|value| value.written()).map(str::to_owned).unwrap_or_default();
    let expanded = |value: &Value| value.written().map(|text| expand_value(text, context)).unwrap_or_default();
    let mut page = handbill_model::Page::new(path, role);
    page.url =
        site.page_url.clone().unwrap_or_else(|| url(path, root.get("permalink").and_then(|value| value.written())));
    // Hugo takes `Title` for `title`.
    page.title = root
        .entries
        .iter()
        .find(|entry| entry.key.eq_ignore_ascii_case("title"))
        .and_then(|entry| entry.value.written())
        .unwrap_or_default()
        .to_owned();
    page.layout = text("layout");
    for crumb in root.get("breadcrumbs").map(Value::as_list).unwrap_or_default().iter().filter_map(Value::as_map) {
        let get = |key: &str| crumb.get(key).map(expanded).unwrap_or_default();
        let mut breadcrumb = Breadcrumb::new(get("label"));
        breadcrumb.url = get("link");
        page.breadcrumbs.push(breadcrumb);
    }
    if let Some(hero) = root.get("hero").and_then(Value::as_map) {
        let get = |key: &str| hero.get(key).map(expanded).unwrap_or_default();
        let mut found = Hero::default();
        (found.image, found.subtitle) = (get("image"), get("subtitle"));
        page.hero = Some(found);
    }
    page.tags = match root.get("tags") {
        Some(value) if value.as_list().is_empty() => text("tags").split_whitespace().map(str::to_owned).collect(),
        Some(value) => value.as_list().iter().filter_map(|tag| tag.written().map(str::to_owned)).collect(),
        None => Vec::new(),
    };
    page.unresolved = expansion
        .unresolved
        .iter()
        .map(|item| format!("{} {}: {}", kind_name(item.kind), item.name, item.reason))
        .collect();
    page.front_matter = values::to_json(root);
    page
}

const fn kind_name(kind: UnresolvedKind) -> &'static str {
    match kind {
        UnresolvedKind::Include => "include",
        UnresolvedKind::Link => "link",
        UnresolvedKind::Data => "data",
        UnresolvedKind::Variable => "variable",
        UnresolvedKind::Tag => "tag",
        UnresolvedKind::Filter => "filter",
    }
}

/// Where Jekyll publishes a page: its permalink, else its path with `.html`, an index as its folder.
fn url(path: &str, permalink: Option<&str>) -> String {
    if let Some(permalink) = permalink.filter(|permalink| permalink.starts_with('/') && !permalink.contains(':')) {
        return permalink.to_owned();
    }
    let stem = path.rsplit_once('.').map_or(path, |(stem, ending)| if ending.contains('/') { path } else { stem });
    let mut url = String::with_capacity("/".len() + stem.len() + ".html".len());
    for part in stem.split('/').filter(|part| !matches!(*part, "" | "." | "..")) {
        url.extend(["/", part]);
    }
    if url.ends_with("/index") {
        url.truncate(url.len() - "index".len());
    } else {
        url.push_str(if url.is_empty() { "/.html" } else { ".html" });
    }
    url
}

/// What is wrong with the text as text.
fn diagnostics(front_matter: &FrontMatter, expansion: &Expansion) -> Vec<Diagnostic> {
    let wrong = |rule, span, message: &str, help: Option<&String>| {
        Diagnostic::new(rule, Severity::Error, span, message).with_help(help.cloned().unwrap_or_default())
    };
    let front = front_matter.problems.iter().map(|problem| {
        let found = wrong("front-matter-syntax", problem.span, &problem.message, problem.help.as_ref());
        match problem.related {
            Some(span) => found.with_label(span, "here"),
            None => found,
        }
    });
    let liquid = expansion
        .problems
        .iter()
        .map(|problem| wrong("liquid-syntax", problem.span, &problem.message, problem.help.as_ref()));
    front.chain(liquid).collect()
}
