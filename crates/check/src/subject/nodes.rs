//! The nodes of a page that rules ask for.

use handbill_kramdown::{Kind, Node};
use handbill_page::Page;

/// Links, images, HTML, code and comments, in the order of the text: what is left of a tree, where a walk costs, without
/// words and the blocks around them. Each with its kind, which every rule asks for.
pub(super) fn nodes(page: &Page) -> Vec<(Node<'_>, Kind<'_>)> {
    let is_one = |(_, kind): &(Node<'_>, Kind<'_>)| {
        matches!(
            kind,
            Kind::Link(_)
                | Kind::Autolink { .. }
                | Kind::Image { .. }
                | Kind::Html(_)
                | Kind::Comment { .. }
                | Kind::ProcessingInstruction { .. }
                | Kind::CodeBlock { .. }
                | Kind::CodeSpan { .. }
                | Kind::MathBlock { .. }
                | Kind::MathSpan { .. }
        )
    };
    page.tree.root().descendants().map(|node| (node, node.kind())).filter(is_one).collect()
}
