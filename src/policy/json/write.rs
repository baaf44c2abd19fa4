//! [`Policy`] → [`Node`], always whole.

use super::words::Word;
use crate::decimal::Number;
use crate::node::{Fields, Node, Writer};
use crate::policy::{
    Check, DeadlineRule, ExecutionCurve, ExecutionRule, ForwardRule, OverAction, PerPoint, Policy,
    ReverseRule, ShareSet, Source, Step,
};
use crate::survey::json::write_method;

/// Writes a policy.
#[must_use]
pub fn write(policy: &Policy) -> Node {
    let mut w = Writer::default();
    w.put("id", Node::text(&policy.id));
    w.put("version", Node::Number(policy.version.to_string()));
    w.text("title", &policy.title);
    w.text("titleEn", &policy.title_en);
    w.put("source", source(&policy.source));
    w.put("places", Node::Number(policy.places.to_string()));
    w.put("rounding", word(policy.rounding));
    w.put("execution", execution(&policy.execution));
    w.put("shares", shares(policy));
    w.put("forward", forward(policy.forward));
    w.put("above", word(policy.above));
    w.put("reverse", reverse(policy.reverse));
    w.put("below", word(policy.below));
    w.put("equal", word(policy.equal));
    w.put("deadline", deadline(policy.deadline));
    w.put("bands", bands(policy));
    w.put("over", over(policy));
    w.put("satisfaction", satisfaction(policy));
    w.put("grades", grades(policy));
    w.put(
        "checks",
        Node::List(policy.checks.iter().map(check).collect()),
    );
    Node::Object(w.finish(&policy.extra))
}

fn object(w: Writer) -> Node {
    Node::Object(w.finish(&[]))
}

fn word<T: Word>(choice: T) -> Node {
    Node::text(choice.word())
}

fn decimal(number: Number) -> Node {
    Node::Text(number.text())
}

fn named(figures: &[(&str, Number)]) -> Fields {
    let mut fields = Fields::new();
    for &(name, number) in figures {
        fields.push((name.to_owned(), decimal(number)));
    }
    fields
}

fn rule(name: &str, with: &[(&str, Number)]) -> Node {
    let mut fields = vec![("rule".to_owned(), Node::text(name))];
    fields.extend(named(with));
    Node::Object(fields)
}

fn per_point(per: PerPoint) -> Node {
    let mut w = Writer::default();
    w.put("rule", Node::text("per-point"));
    w.put("points", decimal(per.points));
    w.flag("started", per.started);
    object(w)
}

fn source(source: &Source) -> Node {
    let mut w = Writer::default();
    w.text("document", &source.document);
    let parts = source.parts.iter().map(|part| {
        let mut w = Writer::default();
        w.text("part", &part.part);
        w.put("basis", word(part.basis));
        object(w)
    });
    w.put("parts", Node::List(parts.collect()));
    object(w)
}

fn bands(policy: &Policy) -> Node {
    let bands = policy.bands.iter().map(|band| {
        Node::Object(named(&[
            ("low", band.low),
            ("high", band.high),
            ("default", band.default),
        ]))
    });
    Node::List(bands.collect())
}

fn grades(policy: &Policy) -> Node {
    let grades = policy.grades.iter().map(|rule| {
        let mut w = Writer::default();
        w.put("grade", word(rule.grade));
        w.put("from", decimal(rule.from));
        object(w)
    });
    Node::List(grades.collect())
}

fn steps(steps: &[Step]) -> Node {
    let steps = steps.iter();
    let steps =
        steps.map(|step| Node::Object(named(&[("from", step.from), ("share", step.share)])));
    Node::List(steps.collect())
}

fn execution(execution: &ExecutionRule) -> Node {
    let mut w = Writer::default();
    w.put("points", decimal(execution.points));
    w.put("curve", curve(&execution.curve));
    let caps = execution.caps.iter();
    let caps = caps.map(|cap| Node::Object(named(&[("below", cap.below), ("most", cap.most)])));
    w.put("caps", Node::List(caps.collect()));
    w.put("reasonBelow", decimal(execution.reason_below));
    object(w)
}

fn curve(curve: &ExecutionCurve) -> Node {
    match curve {
        ExecutionCurve::Linear => rule("linear", &[]),
        ExecutionCurve::Floor { below } => rule("floor", &[("below", *below)]),
        ExecutionCurve::Steps(list) => {
            let mut w = Writer::default();
            w.put("rule", Node::text("steps"));
            w.put("steps", steps(list));
            object(w)
        }
    }
}

fn shares(policy: &Policy) -> Node {
    let mut w = Writer::default();
    w.put("standard", share_set(&policy.shares.standard));
    if let Some(set) = &policy.shares.with_cost {
        w.put("withCost", share_set(set));
    }
    object(w)
}

fn share_set(set: &ShareSet) -> Node {
    Node::Object(named(&[
        ("cost", set.cost),
        ("output", set.output),
        ("benefit", set.benefit),
        ("satisfaction", set.satisfaction),
    ]))
}

fn forward(choice: ForwardRule) -> Node {
    match choice {
        ForwardRule::Ratio => rule("ratio", &[]),
        ForwardRule::Threshold { pass } => rule("threshold", &[("pass", pass)]),
        ForwardRule::PerPoint(per) => per_point(per),
        ForwardRule::AllOrNothing => rule("all-or-nothing", &[]),
    }
}

fn reverse(choice: ReverseRule) -> Node {
    match choice {
        ReverseRule::Inverse => rule("inverse", &[]),
        ReverseRule::Mirror => rule("mirror", &[]),
        ReverseRule::Threshold { pass } => rule("threshold", &[("pass", pass)]),
        ReverseRule::PerPoint(per) => per_point(per),
        ReverseRule::AllOrNothing => rule("all-or-nothing", &[]),
    }
}

fn deadline(choice: DeadlineRule) -> Node {
    match choice {
        DeadlineRule::Choose => rule("choose", &[]),
        DeadlineRule::PerDay(points) => rule("per-day", &[("points", points)]),
    }
}

fn over(policy: &Policy) -> Node {
    let action = match policy.over.action {
        OverAction::Nothing => rule("nothing", &[]),
        OverAction::Flag => rule("flag", &[]),
        OverAction::Reason => rule("reason", &[]),
        OverAction::Minus(points) => rule("minus", &[("points", points)]),
        OverAction::Proportional => rule("proportional", &[]),
        OverAction::Typed => rule("typed", &[]),
    };
    let mut w = Writer::default();
    w.put("threshold", decimal(policy.over.threshold));
    w.put("action", action);
    w.flag("reverse", policy.over.reverse);
    object(w)
}

fn satisfaction(policy: &Policy) -> Node {
    let rule = &policy.satisfaction;
    let mut w = Writer::default();
    w.put("method", Node::Object(write_method(rule.method)));
    let points = rule.points.iter().map(|points| decimal(*points));
    w.put("points", Node::List(points.collect()));
    w.put("steps", steps(&rule.steps));
    object(w)
}

fn check(check: &Check) -> Node {
    let mut w = Writer::default();
    match *check {
        Check::PartBetween { part, least, most } => {
            w.put("rule", Node::text("part-between"));
            w.put("part", word(part));
            w.put("least", decimal(least));
            w.put("most", decimal(most));
        }
        Check::EachAtMost { part, most } => {
            w.put("rule", Node::text("each-at-most"));
            w.put("part", word(part));
            w.put("most", decimal(most));
        }
    }
    object(w)
}
