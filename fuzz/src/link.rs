//! Links: no text and no packed bytes panic, and whatever opens makes a link that opens as the same.

use jiping::share::{Link, Shared, decode, encode, open, packed};

/// Opens anything as a link, and as what a link packs.
pub fn run(data: &[u8]) {
    check(&String::from_utf8_lossy(data));
    if let Ok(link) = packed(data) {
        check(&link);
    }
}

fn check(text: &str) {
    match open(text) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(Link::Whole(Shared { document, .. })) => {
            if let Ok(code) = encode(&document) {
                let again = decode(&code).expect("what we send, we open");
                assert_eq!(again.document, document, "sending changed the document");
                assert_eq!(encode(&again.document), Ok(code), "not the same twice");
            }
        }
        Ok(Link::Answers(_) | Link::Locked(_)) => {}
    }
}
