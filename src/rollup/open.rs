//! A file or a link, whichever it is.

use crate::document::{Document, json};
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

/// Opens a file or a link, whichever it is.
///
/// # Errors
/// As [`json::open`] for what looks like JSON, as [`share::decode`] for anything else.
pub fn open(bytes: &[u8]) -> Result<Document, OpenError> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if text.trim_ascii_start().starts_with(b"{") {
        let loaded = json::open(bytes).map_err(OpenError::File)?;
        return Ok(loaded.document);
    }
    let text = str::from_utf8(text).map_err(|_| OpenError::Link(LinkError::NotALink))?;
    let shared = share::decode(text).map_err(OpenError::Link)?;
    Ok(shared.document)
}
