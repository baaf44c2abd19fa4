//! What scoring asks of a policy's choices.
//!
//! The page's small program has one policy, `national-2020`, so there every choice is known when it is compiled, and
//! what is never chosen is not in its file. Everywhere else a choice is what the policy says.

use super::national::{ABOVE, BELOW, DEADLINE, EQUAL, FORWARD, OVER_ACTION, OVER_REVERSE, REVERSE};
use super::{
    AtLimit, Check, DeadlineRule, EqualRule, ExecutionCurve, ForwardRule, OverAction, Policy,
    ReverseRule, ShareSet, Step, TotalCap,
};
use crate::WHOLE;

impl Policy {
    /// Rules for `≥` and `>`.
    pub(crate) const fn forward(&self) -> ForwardRule {
        if WHOLE { self.forward } else { FORWARD }
    }

    /// What reaching exactly the limit of `>` gives.
    pub(crate) const fn above(&self) -> AtLimit {
        if WHOLE { self.above } else { ABOVE }
    }

    /// Rules for `≤` and `<`.
    pub(crate) const fn reverse(&self) -> ReverseRule {
        if WHOLE { self.reverse } else { REVERSE }
    }

    /// What standing exactly at the limit of `<` gives.
    pub(crate) const fn below(&self) -> AtLimit {
        if WHOLE { self.below } else { BELOW }
    }

    /// Rules for `=`.
    pub(crate) const fn equal(&self) -> EqualRule {
        if WHOLE { self.equal } else { EQUAL }
    }

    /// Rules for dates.
    pub(crate) const fn deadline(&self) -> DeadlineRule {
        if WHOLE { self.deadline } else { DEADLINE }
    }

    /// What over-fulfilment leads to.
    pub(crate) const fn over_action(&self) -> OverAction {
        if WHOLE { self.over.action } else { OVER_ACTION }
    }

    /// Whether less than a limit can be over-fulfilment.
    pub(crate) const fn over_reverse(&self) -> bool {
        if WHOLE {
            self.over.reverse
        } else {
            OVER_REVERSE
        }
    }

    /// How the execution rate scores.
    pub(crate) const fn curve(&self) -> &ExecutionCurve {
        if WHOLE {
            &self.execution.curve
        } else {
            &ExecutionCurve::Linear
        }
    }

    /// Caps of the total by the execution rate.
    pub(crate) fn caps(&self) -> &[TotalCap] {
        if WHOLE { &self.execution.caps } else { &[] }
    }

    /// Satisfaction by steps.
    pub(crate) fn satisfaction_steps(&self) -> &[Step] {
        if WHOLE { &self.satisfaction.steps } else { &[] }
    }

    /// The shares where a level-1 成本指标 is there.
    pub(crate) const fn with_cost(&self) -> Option<ShareSet> {
        if WHOLE { self.shares.with_cost } else { None }
    }

    /// Checks that do not score.
    pub(crate) fn checks(&self) -> &[Check] {
        if WHOLE { &self.checks } else { &[] }
    }
}
