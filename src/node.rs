//! The one tree that JSON text and JavaScript objects are read into and written from.
//!
//! Keeps the source text of every number, the order of fields, and fields that nobody knows.

/// The fields of an object, in their order.
pub type Fields = Vec<(String, Node)>;

/// One JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number's source text.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object.
    Object(Fields),
}
