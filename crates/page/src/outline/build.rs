//! From a tree to an outline.

use handbill_kramdown::{Document, Html, Kind, Node};
use handbill_text::{SourceMap, Span};

use super::dotted;
use super::lost::mend;
use super::{Block, BlockKind, Grid, Outline, Section};
use crate::passage::{Gatherer, Passage, is_block, is_struck};

/// The outline of a tree; `places` maps its text to the file.
pub(crate) fn build(tree: &Document, places: &SourceMap) -> Outline {
    let whole = Section { heading: None, level: 0, parent: None, blocks: 0..0 };
    let blocks = Vec::with_capacity(tree.root().children().map(size).sum());
    let outline = Outline { blocks, sections: vec![whole], lists: Vec::new(), struck: Vec::new() };
    let has_embeds = tree.elements().any(|(_, html)| is_embed(html.name));
    let mut builder = Builder { outline, places, has_embeds, section: 0, parent: None };
    builder.container(tree.root());
    builder.close_sections(0);
    let mut outline = builder.outline;
    mend(&mut outline);
    dotted::tell(&mut outline);
    outline
}

/// About how many blocks a node becomes.
fn size(node: Node<'_>) -> usize {
    match node.kind() {
        Kind::Blank => 0,
        Kind::List { .. } | Kind::Html(_) => 1 + node.children().count(),
        _ => 1,
    }
}

struct Builder<'a> {
    outline: Outline,
    places: &'a SourceMap,
    /// Whether anything is embedded at all.
    has_embeds: bool,
    /// The section at hand.
    section: usize,
    /// The item or quote at hand.
    parent: Option<usize>,
}

/// What a node is to the outline.
enum Role {
    /// Part of a line.
    Inline,
    /// Blocks inside, nothing of its own.
    Container,
    List {
        ordered: bool,
    },
    /// Text of its own.
    Text(BlockKind),
    /// Text of its own, and blocks behind it.
    Holder(BlockKind),
    Table,
    Embed,
    Rule,
    /// Nothing that is said.
    Silent,
}

impl Builder<'_> {
    /// Walks over the children of a node; inline ones in a row are a paragraph.
    fn container(&mut self, node: Node<'_>) {
        let mut line = Gatherer::new(self.places);
        let mut first: Option<Span> = None;
        for child in node.children() {
            let role = self.role(child);
            if matches!(role, Role::Inline) {
                let span = first.map_or(child.span(), |span| span.cover(child.span()));
                first = Some(span);
                line.add(child);
                continue;
            }
            if matches!(role, Role::Silent) {
                continue;
            }
            self.flush(&mut line, &mut first);
            self.block(child, role);
        }
        self.flush(&mut line, &mut first);
    }

    fn flush(&mut self, line: &mut Gatherer<'_>, first: &mut Option<Span>) {
        let Some(span) = first.take() else { return };
        if !line.is_empty() {
            let passage = line.finish();
            self.push(BlockKind::Paragraph, passage, span, None);
        }
    }

    fn block(&mut self, node: Node<'_>, role: Role) {
        match role {
            Role::Container => self.container(node),
            Role::List { ordered } => self.list(node, ordered),
            Role::Text(kind) => {
                let passage = self.passage(node);
                self.push(kind, passage, node.span(), Some(node));
                self.embeds(node);
            }
            // An item outside of any list, which HTML forbids and browsers draw, is a list of its own.
            Role::Holder(BlockKind::Item { ordered, .. }) => {
                let list = self.outline.lists.len();
                self.outline.lists.push(0..0);
                self.holder(node, BlockKind::Item { list, ordered });
            }
            Role::Holder(kind) => self.holder(node, kind),
            Role::Table => {
                let grid = Grid::new(node, self.places);
                self.push(BlockKind::Table(grid), Passage::default(), node.span(), Some(node));
                self.embeds(node);
            }
            Role::Embed => {
                let url = node.attribute("src").or_else(|| node.attribute("data")).unwrap_or_default().to_owned();
                self.push(BlockKind::Embed { url }, Passage::default(), node.span(), Some(node));
            }
            Role::Rule => {
                self.push(BlockKind::Rule, Passage::default(), node.span(), Some(node));
            }
            Role::Inline | Role::Silent => {}
        }
    }

    /// What is embedded inside a paragraph or a cell stands as a block of its own behind it.
    fn embeds(&mut self, node: Node<'_>) {
        if !self.has_embeds {
            return;
        }
        for inner in node.descendants() {
            if inner.element().is_some_and(|html| is_embed(html.name)) {
                self.block(inner, Role::Embed);
            }
        }
    }

    fn list(&mut self, node: Node<'_>, ordered: bool) {
        let list = self.outline.lists.len();
        self.outline.lists.push(0..0);
        for child in node.children() {
            match self.role(child) {
                Role::Holder(BlockKind::Item { .. }) => self.holder(child, BlockKind::Item { list, ordered }),
                Role::Inline | Role::Silent => {}
                role => self.block(child, role),
            }
        }
    }

    /// An item, description or quote: its first text is its own, what follows are blocks inside it.
    fn holder(&mut self, node: Node<'_>, kind: BlockKind) {
        let mut line = Gatherer::new(self.places);
        let mut children = node.children().peekable();
        while let Some(child) = children.peek().copied() {
            match self.role(child) {
                Role::Inline => line.add(child),
                Role::Silent => {}
                Role::Text(BlockKind::Paragraph) if line.is_empty() => {
                    line.add(child);
                    children.next();
                    break;
                }
                _ => break,
            }
            children.next();
        }
        let passage = line.finish();
        let whole = passage.text.is_empty() && passage.struck.len() == 1;
        let struck = (whole && matches!(kind, BlockKind::Item { .. })).then(|| self.struck(node));
        let index = self.push(kind, passage, node.span(), Some(node));
        self.outline.struck.extend(struck.map(|passage| (index, passage)));
        let outer = self.parent.replace(index);
        let mut first = None;
        for child in children {
            let role = self.role(child);
            match role {
                Role::Silent => {}
                Role::Inline => {
                    first = Some(first.map_or(child.span(), |span: Span| span.cover(child.span())));
                    line.add(child);
                }
                role => {
                    self.flush(&mut line, &mut first);
                    self.block(child, role);
                }
            }
        }
        self.flush(&mut line, &mut first);
        self.parent = outer;
    }

    /// What an item said before it was struck out.
    fn struck(&self, node: Node<'_>) -> Passage {
        let mut line = Gatherer::new(self.places);
        let inner = node.descendants().find(|inner| is_struck(*inner));
        inner.into_iter().flat_map(Node::children).for_each(|child| line.add(child));
        line.finish()
    }

    fn passage(&self, node: Node<'_>) -> Passage {
        let mut line = Gatherer::new(self.places);
        line.add(node);
        line.finish()
    }

    fn push(&mut self, kind: BlockKind, passage: Passage, span: Span, node: Option<Node<'_>>) -> usize {
        let lead = kind == BlockKind::Paragraph
            && self.parent.is_none()
            && passage.is_strong()
            && !passage.text.contains('\n');
        let kind = if lead { BlockKind::Lead } else { kind };
        let level = match kind {
            BlockKind::Heading(level) => Some(level),
            BlockKind::Lead => Some(7),
            _ => None,
        };
        let index = self.outline.blocks.len();
        if let BlockKind::Item { list, .. } = kind {
            let items = &mut self.outline.lists[list];
            *items = if items.end == 0 { index..index + 1 } else { items.start..index + 1 };
        }
        if let Some(level) = level {
            self.close_sections(level);
            let parent = Some(self.section);
            self.section = self.outline.sections.len();
            self.outline.sections.push(Section { heading: Some(index), level, parent, blocks: index + 1..index + 1 });
        }
        self.outline.blocks.push(Block {
            kind,
            passage,
            section: self.section,
            parent: self.parent,
            id: node.and_then(|node| node.attribute("id")).map(str::to_owned),
            class: node.and_then(|node| node.attribute("class")).unwrap_or_default().to_owned(),
            span: self.places.origin(span).span,
        });
        index
    }

    /// Ends the sections that a heading of `level` does not stand in.
    fn close_sections(&mut self, level: u8) {
        let end = self.outline.blocks.len();
        loop {
            let section = &mut self.outline.sections[self.section];
            if section.level < level && section.level != 0 || (section.level == 0 && level > 0) {
                return;
            }
            section.blocks.end = end;
            match section.parent {
                Some(parent) => self.section = parent,
                None => return,
            }
        }
    }

    fn role(&self, node: Node<'_>) -> Role {
        match node.kind() {
            Kind::Root | Kind::DefinitionList | Kind::Footnote { .. } => Role::Container,
            Kind::Paragraph { .. } => Role::Text(BlockKind::Paragraph),
            Kind::Heading { level } => Role::Text(BlockKind::Heading(level)),
            Kind::Blockquote => Role::Holder(BlockKind::Quote),
            Kind::CodeBlock { .. } => Role::Text(BlockKind::Code),
            Kind::List { ordered } => Role::List { ordered },
            Kind::ListItem { .. } => Role::Holder(BlockKind::Item { list: 0, ordered: false }),
            Kind::DefinitionTerm => Role::Text(BlockKind::Term),
            Kind::DefinitionDescription => Role::Holder(BlockKind::Description),
            Kind::Table => Role::Table,
            Kind::HorizontalRule => Role::Rule,
            Kind::Html(html) => html_role(node, html),
            Kind::Blank
            | Kind::Boundary
            | Kind::Comment { .. }
            | Kind::ProcessingInstruction { .. }
            | Kind::FootnoteReference { .. }
            | Kind::TableHead
            | Kind::TableBody
            | Kind::TableFoot
            | Kind::TableRow
            | Kind::TableCell { .. } => Role::Silent,
            Kind::MathBlock { .. }
            | Kind::MathSpan { .. }
            | Kind::Raw { .. }
            | Kind::Text(_)
            | Kind::Emphasis
            | Kind::Strong
            | Kind::Strikethrough
            | Kind::CodeSpan { .. }
            | Kind::Link(_)
            | Kind::Autolink { .. }
            | Kind::Image { .. }
            | Kind::LineBreak
            | Kind::Entity(_)
            | Kind::SmartQuote(_)
            | Kind::Typographic(_)
            | Kind::Abbreviation { .. } => Role::Inline,
        }
    }
}

fn html_role(node: Node<'_>, html: Html<'_>) -> Role {
    match html.name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Text(BlockKind::Heading(html.name.as_bytes()[1] - b'0')),
        "p" | "figcaption" | "summary" | "address" => Role::Text(BlockKind::Paragraph),
        "ul" | "menu" => Role::List { ordered: false },
        "ol" => Role::List { ordered: true },
        "li" => Role::Holder(BlockKind::Item { list: 0, ordered: false }),
        "dt" => Role::Text(BlockKind::Term),
        "dd" => Role::Holder(BlockKind::Description),
        "blockquote" => Role::Holder(BlockKind::Quote),
        "pre" => Role::Text(BlockKind::Code),
        "table" => Role::Table,
        "hr" => Role::Rule,
        name if is_embed(name) => Role::Embed,
        "script" | "style" | "template" | "noscript" | "head" | "svg" | "math" | "select" | "textarea" | "video"
        | "audio" => Role::Silent,
        name if is_block(name) => Role::Container,
        // An inline element around blocks holds no line of its own: `<a><div>..</div></a>`, `<center>`.
        _ if holds_blocks(node) => Role::Container,
        _ => Role::Inline,
    }
}

fn is_embed(name: &str) -> bool {
    matches!(name, "iframe" | "embed" | "object")
}

fn holds_blocks(node: Node<'_>) -> bool {
    node.children().any(|child| match child.kind() {
        Kind::Html(html) => is_block(html.name) || html.name == "iframe",
        Kind::Paragraph { .. } | Kind::Heading { .. } | Kind::List { .. } | Kind::Table | Kind::Blockquote => true,
        _ => false,
    })
}
