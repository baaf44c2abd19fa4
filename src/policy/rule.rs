//! How one indicator scores: the choices a policy makes. Source: field rules 2.

use crate::decimal::Number;

/// A target that more is better for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForwardRule {
    /// met → w, else w·a/t.
    Ratio,
    /// As `Ratio`, but 0 where a/t is below this (in %); at it, passed.
    Threshold {
        /// In %.
        pass: Number,
    },
    /// This many points off for each percentage point short.
    PerPoint(PerPoint),
    /// met → w, else 0.
    AllOrNothing,
}

/// A target that less is better for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReverseRule {
    /// met → w, else w·t/a.
    Inverse,
    /// met → w, else w·(2 − a/t), not below 0.
    Mirror,
    /// This many points off for each percentage point over.
    PerPoint(PerPoint),
    /// met → w, else 0.
    AllOrNothing,
    /// As `Inverse`, but 0 where t/a is below this (in %); at it, passed.
    Threshold {
        /// In %.
        pass: Number,
    },
}

/// Points off for each percentage point of deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerPoint {
    /// Points lost for each percentage point.
    pub points: Number,
    /// Whether a started point counts whole.
    pub started: bool,
}

/// What standing exactly at the limit of `>` or `<` gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtLimit {
    /// Not met; the ratio still gives full points, and the derivation says so.
    Ratio,
    /// Treated as `≥` / `≤`.
    Met,
    /// Nothing.
    Nothing,
}

/// A target with `=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EqualRule {
    /// Reached or above → w, else w·a/t.
    Reached,
    /// a > t → w·(2 − a/t), not below 0; a < t → w·a/t.
    Symmetric,
    /// Exactly t → w, else 0.
    Exact,
}

/// A deadline missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineRule {
    /// The person chooses a band.
    Choose,
    /// This many points off for each day late.
    PerDay(Number),
}

/// One band of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandRule {
    /// Lower edge in %, inclusive.
    pub low: Number,
    /// Upper edge in %; inclusive only where it is 100.
    pub high: Number,
    /// The share taken where the person sets none, in %.
    pub default: Number,
}

/// 超额完成.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverRule {
    /// From this much over (in %), inclusive.
    pub threshold: Number,
    /// What follows.
    pub action: OverAction,
    /// Whether staying below a `≤` target counts too.
    pub reverse: bool,
}

/// What follows over-fulfilment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverAction {
    /// Nothing.
    Nothing,
    /// It is flagged.
    Flag,
    /// It is flagged and a reason is mandatory.
    Reason,
    /// A reason, and this many points off the row, not below 0.
    Minus(Number),
    /// A reason, and w·t/a.
    Proportional,
    /// A reason, and points off typed by the person.
    Typed,
}
