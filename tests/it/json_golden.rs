//! Files that must be readable for ever, and what they are saved as today.

use expect_test::expect_file;
use jiping::document::json::{open, save};
use jiping::policy::{BUILT_IN, builtin, json};

#[test]
fn a_file_of_version_1_with_everything_in_it() {
    let loaded = open(include_bytes!("../golden/json/full-1.json")).expect("reads");
    expect_file!["../golden/json/full-1.saved.json"].assert_eq(&save(&loaded.document));
    let notes: Vec<&str> = loaded.notes.iter().map(|note| note.path.as_str()).collect();
    expect_file!["../golden/json/full-1.notes.txt"].assert_eq(&(notes.join("\n") + "\n"));
    let again = open(save(&loaded.document).as_bytes()).expect("reads again");
    assert_eq!(again.document, loaded.document);
}

#[test]
fn the_built_in_policies_in_full() {
    for entry in BUILT_IN {
        let policy = builtin(entry.id).expect(entry.id);
        let name = format!("../golden/json/policy-{}.json", entry.id);
        expect_file![name].assert_eq(&json::write(&policy).to_json());
    }
}
