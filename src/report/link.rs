//! Links as trees: what opened, or the code of why not.

use super::finding::finding;
use super::tree::Tree;
use crate::document::json;
use crate::finding::Finding;
use crate::i18n::Language;
use crate::node::Node;
use crate::rollup::OpenError;
use crate::share::{LinkError, SentPolicy, Shared};

/// The code of a link that does not open, or cannot be made, in kebab-case.
#[must_use]
pub const fn link_code(error: &LinkError) -> &'static str {
    match error {
        LinkError::NotALink => "not-a-link",
        LinkError::TooLong => "link-too-long",
        LinkError::Cut { .. } => "link-cut",
        LinkError::Altered => "link-altered",
        LinkError::NewerVersion { .. } => "newer-link",
        LinkError::TooLarge => "link-too-large",
        LinkError::Malformed => "link-malformed",
        LinkError::Content(error) => super::format_code(&error.kind),
        LinkError::NeedsTable(_) => "needs-table",
        LinkError::OtherTable { .. } => "other-table",
        LinkError::NeedsPassword => "needs-password",
        LinkError::WrongPassword => "wrong-password",
        LinkError::NotShareable => "not-shareable",
    }
}

/// Where it is wrong: `link`, or the path in the document that it holds.
#[must_use]
pub fn link_path(error: &LinkError) -> &str {
    match error {
        LinkError::Content(error) => &error.path,
        _ => "link",
    }
}

/// The code of something that does not open, and where.
pub(super) fn open_code(error: &OpenError) -> (&'static str, &str) {
    match error {
        OpenError::File(error) => (super::format_code(&error.kind), &error.path),
        OpenError::Link(error) => (link_code(error), link_path(error)),
    }
}

/// What came in a link.
#[must_use]
pub fn shared(shared: Shared, language: Language) -> Node {
    let Shared {
        document,
        notes,
        policy,
    } = shared;
    let mut tree = Tree::default();
    tree.put("document", json::write(&document));
    let (made_under, sent, ours) = match policy {
        SentPolicy::Ours => (
            "ours",
            document.policy.version,
            Some(document.policy.version),
        ),
        SentPolicy::OtherVersion { sent, ours } => ("other-version", sent, Some(ours)),
        SentPolicy::Own => ("own", document.policy.version, None),
    };
    let mut about = Tree::default();
    about.text("madeUnder", made_under);
    about.text("id", &document.policy.id);
    about.put("version", Node::Number(sent.to_string()));
    let ours = ours.map_or(Node::Null, |ours| Node::Number(ours.to_string()));
    about.put("ourVersion", ours);
    tree.put("policy", about.done());
    let notes = notes.into_iter().map(Finding::from);
    tree.list(
        "findings",
        notes.map(|found| finding(&found, &document, language)),
    );
    tree.done()
}
