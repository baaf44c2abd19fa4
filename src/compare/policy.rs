//! What differs between two scoring policies, figure by figure.

use crate::node::{Fields, Node};
use crate::policy::{Policy, json};

/// A figure or choice of the policy that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyChange {
    /// Where it stands in the policy's file: `execution.points`.
    pub path: String,
    /// What it was; nothing where there was none.
    pub before: Option<Node>,
    /// What it is, likewise.
    pub after: Option<Node>,
}

/// What names a policy instead of being a rule of it.
const NAMES: [&str; 5] = ["id", "version", "title", "titleEn", "source"];

/// The rules that differ, in the order of the file.
pub(super) fn changes(before: &Policy, after: &Policy) -> Vec<PolicyChange> {
    let mut changes = Vec::new();
    if before != after {
        let (before, after) = (json::write(before), json::write(after));
        differ(Some(&before), Some(&after), "", &mut changes);
        changes.retain(|change| {
            let name = change.path.split('.').next().unwrap_or_default();
            !NAMES.contains(&name)
        });
    }
    changes
}

/// The fields of a group; a choice with figures and a list are one value.
fn group(node: Option<&Node>) -> Option<&Fields> {
    match node {
        Some(Node::Object(fields)) if !fields.iter().any(|(name, _)| name == "rule") => {
            Some(fields)
        }
        _ => None,
    }
}

fn differ(before: Option<&Node>, after: Option<&Node>, path: &str, out: &mut Vec<PolicyChange>) {
    if before == after {
        return;
    }
    let (Some(was), Some(is)) = (group(before), group(after)) else {
        out.push(PolicyChange {
            path: path.to_owned(),
            before: before.cloned(),
            after: after.cloned(),
        });
        return;
    };
    let gone = was.iter().filter(|(name, _)| get(is, name).is_none());
    for (name, _) in is.iter().chain(gone) {
        let path = match path {
            "" => name.clone(),
            path => [path, ".", name].concat(),
        };
        differ(get(was, name), get(is, name), &path, out);
    }
}

fn get<'a>(fields: &'a Fields, name: &str) -> Option<&'a Node> {
    let found = fields.iter().find(|(other, _)| other == name);
    found.map(|(_, node)| node)
}
