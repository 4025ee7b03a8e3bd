//! Walking the tree.

use super::{NONE, Node, NodeId};

/// The children of a node, from either end.
#[derive(Clone, Debug)]
pub struct Children<'a> {
    pub(super) parent: Node<'a>,
    pub(super) front: u32,
    pub(super) back: u32,
}

impl<'a> Iterator for Children<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        if self.front == NONE {
            return None;
        }
        let node = Node { document: self.parent.document, id: NodeId(self.front) };
        if self.front == self.back {
            (self.front, self.back) = (NONE, NONE);
        } else {
            self.front = node.record().next;
        }
        Some(node)
    }
}

impl DoubleEndedIterator for Children<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.back == NONE {
            return None;
        }
        let node = Node { document: self.parent.document, id: NodeId(self.back) };
        if self.front == self.back {
            (self.front, self.back) = (NONE, NONE);
        } else {
            self.back = node.record().previous;
        }
        Some(node)
    }
}

/// The nodes below a node, each before its children.
#[derive(Clone, Debug)]
pub struct Descendants<'a> {
    pub(super) root: Node<'a>,
    pub(super) next: u32,
}

impl<'a> Iterator for Descendants<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        if self.next == NONE {
            return None;
        }
        let node = Node { document: self.root.document, id: NodeId(self.next) };
        self.next = node.record().first;
        if self.next == NONE {
            self.skip_from(node);
        }
        Some(node)
    }
}

impl<'a> Descendants<'a> {
    /// Leaves out what lies below `node`, the node that was given last.
    pub fn skip_children(&mut self, node: Node<'a>) {
        self.skip_from(node);
    }

    fn skip_from(&mut self, node: Node<'a>) {
        let mut at = node;
        self.next = NONE;
        while at.id != self.root.id {
            let record = at.record();
            if record.next != NONE {
                self.next = record.next;
                return;
            }
            at = Node { document: at.document, id: NodeId(record.parent) };
        }
    }
}
