//! A tree in the making: fields in the order they are put, `null` for what is not there.

use crate::decimal::Number;
use crate::node::{Fields, Node};

/// An object being written.
#[derive(Default)]
pub(super) struct Tree(Fields);

impl Tree {
    pub fn put(&mut self, name: &str, node: Node) {
        self.0.push((name.to_owned(), node));
    }

    pub fn text(&mut self, name: &str, text: &str) {
        self.put(name, Node::text(text));
    }

    /// A text, or `null`.
    pub fn maybe_text(&mut self, name: &str, text: Option<&str>) {
        self.put(name, text.map_or(Node::Null, Node::text));
    }

    /// A decimal, as text.
    pub fn number(&mut self, name: &str, number: Number) {
        self.put(name, Node::Text(number.text()));
    }

    /// A decimal as text, or `null`.
    pub fn maybe_number(&mut self, name: &str, number: Option<Number>) {
        self.put(name, decimal(number));
    }

    /// A whole number.
    pub fn count(&mut self, name: &str, count: usize) {
        self.put(name, Node::Number(count.to_string()));
    }

    pub fn flag(&mut self, name: &str, flag: bool) {
        self.put(name, Node::Bool(flag));
    }

    pub fn list(&mut self, name: &str, items: impl Iterator<Item = Node>) {
        self.put(name, Node::List(items.collect()));
    }

    pub fn done(self) -> Node {
        Node::Object(self.0)
    }
}

/// A decimal as text, or `null`.
pub(super) fn decimal(number: Option<Number>) -> Node {
    number.map_or(Node::Null, |number| Node::Text(number.text()))
}
