//! 保存: documents as the text of a file.

use crate::document::Document;
use crate::document::json;
use crate::i18n::{Language, format};

/// The key of the language.
pub const LANGUAGE: &str = "jiping.language";

/// The document as the text of a file.
#[must_use]
pub fn write(document: &Document) -> String {
    json::save(document)
}

/// The document in a file's bytes.
///
/// # Errors
/// What is wrong with the file, in words.
pub fn read(bytes: &[u8], language: Language) -> Result<Document, String> {
    json::open(bytes)
        .map(|loaded| loaded.document)
        .map_err(|why| format::format_error(&why, language))
}
