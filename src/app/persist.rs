//! 保存: documents as the text of a file.

use crate::document::Document;
use crate::document::json::{self, Loaded};
use crate::i18n::{Language, format};

/// The key of the language.
pub const LANGUAGE: &str = "jiping.language";

/// The id under which a file with an evaluation inside keeps what is changed in it: all pages opened from files share
/// one storage, and none may write over what another holds.
#[must_use]
pub fn inside_id(text: &str) -> String {
    // FNV-1a; the length makes two texts of one hash still rarer.
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    ["inside-", &hash.to_string(), "-", &text.len().to_string()].concat()
}

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
    load(bytes, language).map(|loaded| loaded.document)
}

/// The document in a file's bytes, and what there is to tell about the file.
///
/// # Errors
/// What is wrong with the file, in words.
pub fn load(bytes: &[u8], language: Language) -> Result<Loaded, String> {
    json::open(bytes).map_err(|why| format::format_error(&why, language))
}

#[cfg(test)]
mod tests {
    use super::inside_id;

    #[test]
    fn every_evaluation_inside_a_file_is_kept_by_itself() {
        assert_eq!(inside_id("a"), "inside-3826002220-1");
        assert_ne!(inside_id("ab"), inside_id("ba"));
    }
}
