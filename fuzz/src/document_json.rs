//! Files: whatever opens can be saved, opens again as the same document, and can be evaluated.

use jiping::document::json::{open, save};
use jiping::scoring::evaluate;

use super::invariant;

/// Opens anything as a file.
pub fn run(data: &[u8]) {
    match open(data) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(loaded) => {
            let document = loaded.document;
            let saved = save(&document);
            let again = open(saved.as_bytes()).expect("what we save, we open");
            assert_eq!(again.document, document, "saving changed the document");
            assert_eq!(save(&again.document), saved, "not the same twice");
            invariant::check(&document, &evaluate(&document));
        }
    }
}
