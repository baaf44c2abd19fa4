//! Why a link does not open, as data; the words are in `i18n`.

use std::fmt;

use super::TableId;
use crate::node::FormatError;

/// Most characters of a link, and of an evaluation's code in it.
pub const MAX_LINK: usize = 200_000;

/// Why a link does not open, or cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is no link of ours in the text.
    NotALink,
    /// More than 200,000 characters: too long for a link, hand over the file.
    TooLong,
    /// The end is missing.
    Cut {
        /// Characters of the code that arrived.
        arrived: usize,
        /// Characters that it had; nothing where the cut is before that is said.
        declared: Option<usize>,
    },
    /// All characters are there, but not those that were sent.
    Altered,
    /// Made by a newer version of the program.
    NewerVersion {
        /// The version of the link.
        found: u32,
    },
    /// What is packed in it is larger than any file may be.
    TooLarge,
    /// The checksum is right, but what is packed is no evaluation.
    Malformed,
    /// An evaluation is packed, but no file may say this.
    Content(FormatError),
    /// Holds only what was filled in: it opens on the table with this name.
    NeedsTable(TableId),
    /// Holds only what was filled in, for another table than the one at hand.
    OtherTable {
        /// The table it is for.
        wanted: TableId,
        /// The table at hand.
        held: TableId,
    },
    /// It opens with a password.
    NeedsPassword,
    /// The link is whole, but the password is not the one it was locked with.
    WrongPassword,
    /// The document says something that no file keeps, so no link would open to the same.
    NotShareable,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => f.write_str("expected a link of an evaluation, found none"),
            Self::TooLong => write!(f, "expected at most {MAX_LINK} characters, found more"),
            Self::Cut {
                arrived,
                declared: Some(declared),
            } => write!(
                f,
                "expected {declared} characters, found {arrived}: the link is cut"
            ),
            Self::Cut {
                arrived,
                declared: None,
            } => write!(
                f,
                "expected a whole link, found its first {arrived} characters"
            ),
            Self::Altered => {
                f.write_str("expected the link as it was sent, found other characters")
            }
            Self::NewerVersion { found } => {
                write!(
                    f,
                    "expected version 1, found version {found}: made by a newer version"
                )
            }
            Self::TooLarge => f.write_str("expected at most 10 MB unpacked, found more"),
            Self::Malformed => f.write_str("expected a packed evaluation, found something else"),
            Self::Content(error) => fmt::Display::fmt(error, f),
            Self::NeedsTable(table) => {
                write!(
                    f,
                    "expected the table {table} at hand: the link holds only what was filled in"
                )
            }
            Self::OtherTable { wanted, held } => {
                write!(f, "expected the table {wanted}, found {held}")
            }
            Self::NeedsPassword => f.write_str("expected a password, found none"),
            Self::WrongPassword => {
                f.write_str("expected the password it was locked with, found another")
            }
            Self::NotShareable => {
                f.write_str("expected a document that a file can keep, found another")
            }
        }
    }
}

impl std::error::Error for LinkError {}
