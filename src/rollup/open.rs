//! A file or a link, whichever it is.

use crate::document::json::{self, Loaded};
use crate::node::FormatError;
use crate::share::{self, LinkError};

/// Why one does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is no file of ours.
    File(FormatError),
    /// It is no link of ours.
    Link(LinkError),
}

/// Opens a file or a link, whichever it is, with what there is to tell about it.
///
/// # Errors
/// As [`json::open`] for what looks like JSON, as [`share::decode`] for anything else.
pub fn open(bytes: &[u8]) -> Result<Loaded, OpenError> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if text.trim_ascii_start().starts_with(b"{") {
        return json::open(bytes).map_err(OpenError::File);
    }
    let text = str::from_utf8(text).map_err(|_| OpenError::Link(LinkError::NotALink))?;
    let shared = share::decode(text).map_err(OpenError::Link)?;
    Ok(Loaded {
        document: shared.document,
        notes: shared.notes,
    })
}
