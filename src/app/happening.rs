//! 事件: what a person did, as plain data, so that what it means is decided without a browser.

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kind {
    /// A field's text changed.
    #[default]
    Input,
    /// A field's text was committed: by leaving it, or by choosing from a list.
    Commit,
    /// A composition (输入法) ended.
    Composed,
    /// A key was pressed.
    Key,
    /// An element was clicked, or a button pressed by key.
    Click,
    /// A field got the focus.
    Enter,
    /// Something was pasted.
    Paste,
}

/// The text of a cell that stands for a row which was hidden where it was copied; no HTML has it.
pub const HIDDEN: &str = "\0";

/// One cell of a pasted HTML table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PastedCell {
    /// Its text, lines kept, or [`HIDDEN`].
    pub text: String,
    /// Rows it spans, at least 1.
    pub rows: usize,
    /// Columns it spans, at least 1.
    pub columns: usize,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Happening {
    /// What was done.
    pub kind: Kind,
    /// The `id` of the nearest element that has one.
    pub id: String,
    /// The field's text.
    pub value: String,
    /// The key's name, as browsers give it.
    pub key: String,
    /// Whether Shift was down.
    pub shift: bool,
    /// Whether Ctrl (or ⌘) was down.
    pub ctrl: bool,
    /// Whether Alt was down.
    pub alt: bool,
    /// Whether an input method is composing.
    pub composing: bool,
    /// The pasted HTML's first table, row by row; empty without one.
    pub table: Vec<Vec<PastedCell>>,
    /// The pasted plain text.
    pub text: String,
}
