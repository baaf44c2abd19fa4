//! What came was made under another policy: what would change under the one here.

use std::rc::Rc;

use super::control::Control;
use super::respond::{change, focus, open};
use super::{Change, Dialog, Held};
use crate::app::respond::Response;
use crate::app::store::{Action, State};
use crate::compare::Comparison;
use crate::document::Document;
use crate::edit::Edit;
use crate::policy::{Policy, builtin, edition};
use crate::share::{SentPolicy, policy_change};

/// An evaluation under the policy that it was made under, and under the one here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// What differs; the earlier one is the sender's.
    pub comparison: Held<Comparison>,
    /// The one of the two that is not in force.
    pub other: Held<Rc<Policy>>,
}

/// The evaluation under both, where both are known and differ.
#[must_use]
pub fn of(document: &Document, sent: SentPolicy, here: &Document) -> Option<Rules> {
    let policy = &document.policy;
    let (was, is, other) = match sent {
        SentPolicy::Ours => return None,
        SentPolicy::OtherVersion { sent, .. } => {
            let was = edition(&policy.id, sent)?;
            (was.clone(), policy.clone(), was)
        }
        SentPolicy::Own => {
            let held = (here.policy.id == policy.id).then(|| here.policy.clone());
            let ours = builtin(&policy.id).or(held)?;
            (policy.clone(), ours.clone(), ours)
        }
    };
    if was == is {
        return None;
    }
    let under_ours = Document {
        policy: is,
        ..document.clone()
    };
    Some(Rules {
        comparison: Held::new(policy_change(&under_ours, &was)),
        other: Held::new(other),
    })
}

/// Shows what the evaluation here would be under the built-in policy of the same name.
pub(super) fn told(state: &State) -> Response {
    let document = state.document();
    match of(document, SentPolicy::Own, document) {
        Some(rules) => show(rules),
        None => Response::default(),
    }
}

/// Opens the dialog; what changes nothing has the focus.
pub(super) fn show(rules: Rules) -> Response {
    Response {
        effects: vec![focus(Control::Close)],
        ..open(Dialog::Rules(rules))
    }
}

/// Takes the other policy; that can be undone.
pub(super) fn take(rules: &Rules) -> Response {
    let policy = Rc::clone(&rules.other);
    Response {
        actions: vec![
            Action::Edit(Edit::Policy(policy), None),
            change(Change::Close),
        ],
        handled: true,
        ..Response::default()
    }
}
