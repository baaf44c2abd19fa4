//! What a document is written with: a tree, which takes unknown fields in, or text at once, which is lighter.

use crate::node::{Fields, Node, Printer, Writer};

/// Writes the fields of an object, one after the other. What is empty is left out.
pub(super) trait Pen: Sized {
    /// Writes a text unless it is empty.
    fn text(&mut self, name: &str, text: &str);

    /// Writes a field whatever it holds.
    fn put(&mut self, name: &str, node: Node);

    /// Writes a whole number.
    fn number(&mut self, name: &str, number: u32);

    /// Writes an object unless it is empty.
    fn object(&mut self, name: &str, unknown: &[(String, Node)], fields: impl FnOnce(&mut Self));

    /// Writes a list of objects unless it is empty.
    fn list<T>(
        &mut self,
        name: &str,
        items: &[T],
        unknown: impl Fn(&T) -> &Fields,
        fields: impl Fn(&mut Self, &T),
    );
}

impl Pen for Writer {
    fn text(&mut self, name: &str, text: &str) {
        Self::text(self, name, text);
    }

    fn put(&mut self, name: &str, node: Node) {
        Self::put(self, name, node);
    }

    fn number(&mut self, name: &str, number: u32) {
        Self::put(self, name, Node::Number(number.to_string()));
    }

    fn object(&mut self, name: &str, unknown: &[(String, Node)], fields: impl FnOnce(&mut Self)) {
        let mut inner = Self::default();
        fields(&mut inner);
        Self::object(self, name, inner.finish(unknown));
    }

    fn list<T>(
        &mut self,
        name: &str,
        items: &[T],
        unknown: impl Fn(&T) -> &Fields,
        fields: impl Fn(&mut Self, &T),
    ) {
        let node = |item| {
            let mut inner = Self::default();
            fields(&mut inner, item);
            Node::Object(inner.finish(unknown(item)))
        };
        Self::list(self, name, items.iter().map(node).collect());
    }
}

/// For a document without unknown fields.
impl Pen for Printer {
    fn text(&mut self, name: &str, text: &str) {
        Self::text(self, name, text);
    }

    fn put(&mut self, name: &str, node: Node) {
        Self::node(self, name, &node);
    }

    fn number(&mut self, name: &str, number: u32) {
        Self::number(self, name, number);
    }

    fn object(&mut self, name: &str, _: &[(String, Node)], fields: impl FnOnce(&mut Self)) {
        let before = self.open(name, '{');
        fields(self);
        self.close_unless_empty('}', before);
    }

    fn list<T>(
        &mut self,
        name: &str,
        items: &[T],
        _: impl Fn(&T) -> &Fields,
        fields: impl Fn(&mut Self, &T),
    ) {
        let before = self.open(name, '[');
        for item in items {
            self.open("", '{');
            fields(self, item);
            self.close('}');
        }
        self.close_unless_empty(']', before);
    }
}
