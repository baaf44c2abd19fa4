//! The sum at the end of a derivation: its terms, the value before rounding, the rounding and the points.

use super::facts::Facts;
use super::{Language, fill, reading};
use crate::decimal::{Number, Ratio, Rounding};
use crate::i18n::count;
use crate::policy::Policy;
use crate::scoring::{Derivation, Rule};
use std::cmp::Ordering;

/// A sum in writing.
pub(super) struct Sum {
    /// `1.25 × 10 ÷ 12`.
    text: String,
    /// Whether a figure in it is itself rounded.
    rounded: bool,
    /// Its value, where that may be below 0 or above the weight.
    pub value: Option<Ratio>,
}

/// The sum that a rule writes; nothing where the points are all or none.
pub(super) fn sum(derivation: &Derivation, facts: &Facts) -> Option<Sum> {
    let weight = derivation.weight;
    match derivation.rule {
        Rule::Ratio | Rule::Execution => Some(Sum::fraction("{0} × {1} ÷ {2}", weight, facts)),
        Rule::Inverse => Some(Sum::fraction("{0} × {2} ÷ {1}", weight, facts)),
        Rule::Mirror => {
            let template = if crate::WHOLE && facts.lower == Some(Number::ONE) {
                "{0} × (2 − {1})"
            } else {
                "{0} × (2 − {1} ÷ {2})"
            };
            let mut sum = Sum::fraction(template, weight, facts);
            let rest = Ratio::of(Number::from_int(2)).checked_sub(facts.rate()?)?;
            sum.value = Ratio::of(weight).checked_mul(rest);
            Some(sum)
        }
        Rule::PerPoint {
            points, deviation, ..
        } => Some(Sum::off(derivation, points, deviation)),
        Rule::Late { days, points } => Some(Sum::off(
            derivation,
            points,
            Number::from_int(i64::from(days)),
        )),
        Rule::Band { share, .. }
        | Rule::SatisfactionStep { share }
        | Rule::ExecutionStep { share } => {
            let figures = [weight.text(), share.text()];
            let [weight, share] = figures.each_ref().map(String::as_str);
            Some(Sum::new(fill("{0} × {1}%", &[weight, share])))
        }
        Rule::Met(_)
        | Rule::AtLimit(..)
        | Rule::BelowThreshold { .. }
        | Rule::AllOrNothing
        | Rule::NoRatio { .. }
        | Rule::NegativeActual
        | Rule::Inside
        | Rule::InTime
        | Rule::ExecutionFloor { .. }
        | Rule::ExecutionCapped => None,
    }
}

impl Sum {
    fn new(text: String) -> Self {
        Self {
            text,
            rounded: false,
            value: None,
        }
    }

    /// A sum of one number.
    pub fn of(number: Number) -> Self {
        Self {
            value: Some(Ratio::of(number)),
            ..Self::new(number.text())
        }
    }

    /// The weight and the two numbers that are held against each other.
    pub fn fraction(template: &str, weight: Number, facts: &Facts) -> Self {
        let actual = facts.upper.map(|actual| reading::figures(actual, 4));
        let target = facts.lower.map(|target| target.text());
        let (text, exact) =
            actual.map_or((String::new(), true), |actual| (actual.text, actual.exact));
        let values = [&*weight.text(), &*text, &*target.unwrap_or_default()];
        let mut text = fill(template, &values);
        // Nobody divides by 1.
        if text.ends_with(" ÷ 1") {
            text.truncate(text.len().saturating_sub(" ÷ 1".len()));
        }
        Self {
            rounded: !exact,
            ..Self::new(text)
        }
    }

    /// The weight less so many times so many points.
    fn off(derivation: &Derivation, points: Number, times: Number) -> Self {
        let value = Ratio::of(points)
            .checked_mul(Ratio::of(times))
            .and_then(|loss| Ratio::of(derivation.weight).checked_sub(loss));
        let below = value.is_some_and(Ratio::is_negative);
        let (weight, points) = (derivation.weight.text(), points.text());
        Self {
            rounded: !below && derivation.over.is_none() && !is_same(value, derivation.exact),
            value,
            ..Self::new(fill(
                "{0} − {1} × {2}",
                &[&weight, &points, &deviation(times)],
            ))
        }
    }

    /// Less this many points.
    pub fn minus(mut self, points: Number) -> Self {
        self.text.push_str(" − ");
        self.text.push_str(&points.text());
        self.value = self
            .value
            .and_then(|value| value.checked_sub(Ratio::of(points)));
        self
    }

    /// `1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 分（四舍五入）`.
    pub fn finish(self, derivation: &Derivation, policy: &Policy, language: Language) -> String {
        let score = count::points(&derivation.score.text(), language);
        if self.value.is_some_and(Ratio::is_negative) {
            let template = language.pick("{0} < 0，计 {1}", "{0} < 0, so {1}");
            return fill(template, &[&self.text, &score]);
        }
        let above =
            |value: Ratio| value.compare(Ratio::of(derivation.weight)) == Some(Ordering::Greater);
        if self.value.is_some_and(above) {
            let template = language.pick("{0} > {1}，计 {2}", "{0} > {1}, so {2}");
            let weight = derivation.weight.text();
            return fill(template, &[&self.text, &weight, &score]);
        }
        let sign = |exact: bool| if exact && !self.rounded { "=" } else { "≈" };
        if is_same(Some(derivation.exact), Ratio::of(derivation.score)) {
            let template = "{0} {1} {2}";
            return fill(template, &[&self.text, sign(true), &score]);
        }
        let shown = before_rounding(derivation.exact, policy);
        let rounding = match policy.rounding {
            Rounding::HalfUp => language.pick("四舍五入", "rounded half up"),
            Rounding::Truncate => language.pick("截尾", "cut off"),
        };
        let template = language.pick("{0} {1} {2} → {3}（{4}）", "{0} {1} {2} → {3} ({4})");
        fill(
            template,
            &[&self.text, sign(shown.exact), &shown.text, &score, rounding],
        )
    }
}

/// A deviation in percentage points; where 6 places are taken up it is a rounded one, of which 4 are shown.
pub(super) fn deviation(points: Number) -> String {
    if points.scale() < 6 {
        return points.text();
    }
    let shown = Ratio::of(points).round(4, Rounding::HalfUp);
    shown.unwrap_or(points).text()
}

fn is_same(left: Option<Ratio>, right: Ratio) -> bool {
    left.and_then(|left| left.compare(right)) == Some(Ordering::Equal)
}

/// The value before rounding in 4 to 6 places. Where those would round to something else, or look as if nothing was left to
/// round, it is cut off with `…`.
fn before_rounding(exact: Ratio, policy: &Policy) -> reading::Figures {
    let places = policy.places.saturating_add(2).clamp(4, 6);
    let rounded = reading::figures(exact, places);
    let shown = exact.round(places, Rounding::HalfUp);
    let again = shown.and_then(|shown| Ratio::of(shown).round(policy.places, policy.rounding));
    let score = exact.round(policy.places, policy.rounding);
    if rounded.exact || again == score && shown != score {
        return rounded;
    }
    let cut = exact.round(6, Rounding::Truncate).unwrap_or_default();
    let mut text = cut.fixed(6);
    text.push('…');
    reading::Figures { text, exact: true }
}
