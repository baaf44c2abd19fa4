//! Derivations as trees: the rule, its figures, the value before rounding, the result.

use super::code;
use super::tree::Tree;
use crate::decimal::{Number, Ratio, Rounding};
use crate::node::Node;
use crate::scoring::{Derivation, OverStep, Rule};

/// Digits after the point of what is not rounded; more are cut half up.
const PLACES: u32 = 6;

/// A derivation with its sentence; `null` without one.
pub(super) fn derivation(derivation: Option<&Derivation>, sentence: Option<String>) -> Node {
    let Some(derivation) = derivation else {
        return Node::Null;
    };
    let mut tree = Tree::default();
    rule(&mut tree, derivation.rule);
    tree.number("weight", derivation.weight);
    tree.maybe_number("target", derivation.target);
    tree.maybe_number("actual", derivation.actual);
    tree.maybe_number("converted", derivation.converted.and_then(unrounded));
    tree.maybe_number("exact", unrounded(derivation.exact));
    tree.put("overFulfilment", over(derivation.over));
    tree.number("score", derivation.score);
    tree.text("message", &sentence.unwrap_or_default());
    tree.done()
}

pub(super) fn unrounded(ratio: Ratio) -> Option<Number> {
    ratio.round(PLACES, Rounding::HalfUp)
}

fn over(step: Option<OverStep>) -> Node {
    let mut tree = Tree::default();
    match step {
        None => return Node::Null,
        Some(OverStep::Minus(points)) => {
            tree.text("rule", "minus");
            tree.number("points", points);
        }
        Some(OverStep::Proportional) => tree.text("rule", "proportional"),
    }
    tree.done()
}

/// The rule's code and its own figures.
fn rule(tree: &mut Tree, rule: Rule) {
    tree.text("rule", rule_code(rule));
    match rule {
        Rule::Met(comparator) => tree.text("comparator", code::comparator(comparator)),
        Rule::AtLimit(comparator, gives) => {
            tree.text("comparator", code::comparator(comparator));
            tree.text("gives", code::at_limit(gives));
        }
        Rule::PerPoint {
            points,
            deviation,
            started,
        } => {
            tree.number("points", points);
            tree.number("deviation", deviation);
            tree.flag("started", started);
        }
        Rule::BelowThreshold { pass } => tree.number("pass", pass),
        Rule::NoRatio { met } => tree.flag("met", met),
        Rule::Late { days, points } => {
            tree.put("days", Node::Number(days.to_string()));
            tree.number("points", points);
        }
        Rule::Band {
            band,
            share,
            chosen,
        } => {
            tree.text("band", code::band(band));
            tree.number("share", share);
            tree.text("chosenBy", code::band_choice(chosen));
        }
        Rule::SatisfactionStep { share } | Rule::ExecutionStep { share } => {
            tree.number("share", share);
        }
        Rule::ExecutionFloor { below } => tree.number("below", below),
        Rule::Ratio
        | Rule::Inverse
        | Rule::Mirror
        | Rule::AllOrNothing
        | Rule::NegativeActual
        | Rule::Inside
        | Rule::InTime
        | Rule::Execution
        | Rule::ExecutionCapped => {}
    }
}

const fn rule_code(rule: Rule) -> &'static str {
    match rule {
        Rule::Met(_) => "met",
        Rule::AtLimit(..) => "at-limit",
        Rule::Ratio => "ratio",
        Rule::Inverse => "inverse",
        Rule::Mirror => "mirror",
        Rule::PerPoint { .. } => "per-point",
        Rule::BelowThreshold { .. } => "below-threshold",
        Rule::AllOrNothing => "all-or-nothing",
        Rule::NoRatio { .. } => "no-ratio",
        Rule::NegativeActual => "negative-actual",
        Rule::Inside => "inside",
        Rule::InTime => "in-time",
        Rule::Late { .. } => "late",
        Rule::Band { .. } => "band",
        Rule::SatisfactionStep { .. } => "satisfaction-step",
        Rule::Execution => "execution",
        Rule::ExecutionStep { .. } => "execution-step",
        Rule::ExecutionFloor { .. } => "execution-floor",
        Rule::ExecutionCapped => "execution-capped",
    }
}
