//! 保存: documents as the text of a file.

use crate::document::Document;
use crate::document::json::{self, Loaded, NoteKind};
use crate::i18n::{Language, fill, finding, format};

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
    open(bytes, language).map(|loaded| loaded.document)
}

/// The document in a file's bytes, and what there is to tell about the file.
///
/// # Errors
/// What is wrong with the file, in words.
pub fn open(bytes: &[u8], language: Language) -> Result<Loaded, String> {
    json::open(bytes).map_err(|why| format::format_error(&why, language))
}

/// What there is to tell about a file, in words: the first of it, and how much more there is. Empty for nothing.
#[must_use]
pub fn told(loaded: Loaded, language: Language) -> String {
    let count = loaded.notes.len();
    // Another version of the rules may change points; a field that is kept does not.
    let first = loaded
        .notes
        .into_iter()
        .max_by_key(|note| note.kind != NoteKind::UnknownField);
    let Some(first) = first else {
        return String::new();
    };
    let mut words = finding::told(&first.into(), &loaded.document, language);
    if count > 1 {
        let more = language.pick("（共 {0} 处）", " ({0} in all)");
        words.push_str(&fill(more, &[&count.to_string()]));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{inside_id, open, told};
    use crate::i18n::Language;

    #[track_caller]
    fn tells(file: &str, words: &str) {
        let loaded = open(file.as_bytes(), Language::English).unwrap();
        assert_eq!(told(loaded, Language::English), words);
    }

    #[test]
    fn what_a_file_has_that_we_do_not_know_is_told() {
        tells(r#"{"format":"jiping","version":1}"#, "");
        tells(
            r#"{"format":"jiping","version":1,"colour":"red"}"#,
            "This program does not know the file's field “$.colour”; it is kept as it is, please check where the file comes from.",
        );
    }

    #[test]
    fn another_version_of_the_rules_is_told_first() {
        tells(
            r#"{"format":"jiping","version":1,"a":1,"policy":{"id":"national-2020","version":9},"b":2}"#,
            "The file uses version 9 of the scoring policy, this program scores by version 1, and points may differ; please check. (3 in all)",
        );
    }

    #[test]
    fn every_evaluation_inside_a_file_is_kept_by_itself() {
        assert_eq!(inside_id("a"), "inside-3826002220-1");
        assert_ne!(inside_id("ab"), inside_id("ba"));
    }
}
