//! A document as JSON: the file that is saved, opened, shared and kept.
//!
//! `{ "format": "jiping", "version": 1, … }`. Cells are texts; an amount, weight, actual, share, count or year
//! may be a JSON number and is kept as its source text. What is empty is left out. Unknown fields are
//! reported, kept, and written again. Reading what was written gives the same document.

mod cells;
mod pen;
mod read;
mod row;
mod words;
mod write;

use std::rc::Rc;

use super::Document;
use crate::node::{FormatError, Node};

pub use read::read;
pub use write::write;

/// The version of the file form that we write.
pub const VERSION: u32 = 1;
/// What a file of ours says it is.
pub const FORMAT: &str = "jiping";

/// A document as read, and what there is to tell about its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The document.
    pub document: Document,
    /// What there is to tell, in the order of reading.
    pub notes: Vec<Note>,
}

/// Something to tell about a file that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where, e.g. `$.tasks[0].colour`.
    pub path: String,
    /// What.
    pub kind: NoteKind,
}

/// What there is to tell about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// A field that we do not know; it is kept and written again.
    UnknownField,
    /// The file names another version of a built-in policy; ours is used.
    PolicyVersion {
        /// The version it names.
        found: u32,
        /// Ours.
        ours: u32,
    },
}

/// What there is to tell about a file, in brief and of a bounded size, to be kept and shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// The version of a built-in policy that the file names, and ours, where they differ.
    pub policy: Option<(u32, u32)>,
    /// The paths of the first few fields that we do not know, one a line.
    pub unknown: Rc<str>,
    /// How many such fields there are.
    pub count: usize,
}

/// The most fields that are named.
const NAMED: usize = 3;

impl Brief {
    /// Sums notes up.
    #[must_use]
    pub fn of(notes: Vec<Note>) -> Self {
        let mut brief = Self::default();
        let mut paths = Vec::new();
        for note in notes {
            match note.kind {
                NoteKind::PolicyVersion { found, ours } => brief.policy = Some((found, ours)),
                NoteKind::UnknownField => {
                    brief.count += 1;
                    if brief.count <= NAMED {
                        paths.push(note.path);
                    }
                }
            }
        }
        brief.unknown = paths.join("\n").into();
        brief
    }
}

/// Reads the bytes of a file.
///
/// # Errors
/// As [`Node::from_json`] and [`read`].
pub fn open(bytes: &[u8]) -> Result<Loaded, FormatError> {
    read(Node::from_json(bytes)?)
}

/// The text of a file.
#[must_use]
pub fn save(document: &Document) -> String {
    write::print(document, false)
}

/// The document as one line of JSON, without a line end.
#[must_use]
pub fn line(document: &Document) -> String {
    write::print(document, true)
}
