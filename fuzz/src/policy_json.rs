//! Policies: whatever is read can be written, reads again as the same policy, and can score a document.

use std::rc::Rc;

use jiping::document::Document;
use jiping::document::json::open;
use jiping::node::{Node, Path};
use jiping::policy::json::{read, write};
use jiping::scoring::evaluate;

use super::invariant;

/// A filled table with every kind of row.
pub fn filled() -> Document {
    let bytes = include_bytes!("../../tests/golden/policy/library.json");
    open(bytes).expect("the example reads").document
}

/// Reads anything as a policy.
pub fn run(data: &[u8]) {
    let Ok(node) = Node::from_json(data) else {
        return;
    };
    let Ok(policy) = read(node, &Path::ROOT, &mut Vec::new()) else {
        return;
    };
    let mut unknown = Vec::new();
    let again = read(write(&policy), &Path::ROOT, &mut unknown).expect("what we write, we read");
    assert_eq!(again, policy, "writing changed the policy");
    let document = Document {
        policy: Rc::new(policy),
        ..filled()
    };
    invariant::check(&document, &evaluate(&document));
}
