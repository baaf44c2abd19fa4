//! 定性指标: a band of words and the share taken inside it.
//!
//! A text selects a band only where it is a band phrase, the target's own text, or a 是/否 answer;
//! otherwise the person chooses. Source: field rules 2.

use super::super::rule::{Points, Standing};
use super::super::{BandChoice, RowResult, Rule, Status};
use super::{Scorer, worst};
use crate::actual::Band;
use crate::decimal::{Number, Ratio};
use crate::policy::BandRule;
use crate::span::Span;
use crate::value::meet::WordsMatch;
use crate::value::parse::read_number;
use crate::value::{Issue, IssueKind, Severity};

impl Scorer<'_> {
    /// Scores by a band: the person's choice first, else what the texts say; asks where neither is there.
    #[inline(never)]
    pub(super) fn band(&self, result: &mut RowResult, matched: Option<WordsMatch>) -> Status {
        let by_text = matched.and_then(band_of);
        let by_person = self.row.actual.band.map(|band| (band, BandChoice::Person));
        let Some((band, chosen)) = by_person.or(by_text) else {
            return Status::Asks;
        };
        if chosen == BandChoice::Person {
            // It answers what was asked about the actual.
            result.issues = Vec::new();
            if worst(&result.actual.issues) == Some(Severity::Ask) {
                result.actual.issues = Vec::new();
            }
        }
        let Some(rule) = self.setting.policy.bands.get(band.index()) else {
            return Status::Asks;
        };
        let share = match self.share(rule) {
            Ok(share) => share,
            Err(issue) => {
                result.issues.push(issue);
                return Status::Asks;
            }
        };
        let exact = Ratio::of(result.weight.points).checked_mul(Ratio::of_percent(share));
        let rule = Rule::Band {
            band,
            share,
            chosen,
        };
        let points = Points {
            rule,
            exact: exact.unwrap_or_else(Ratio::zero),
            standing: if band == Band::Achieved {
                Standing::Met
            } else {
                Standing::NotMet
            },
        };
        self.settle(result, points, None)
    }

    /// The share typed, or the band's default.
    ///
    /// # Errors
    /// Not a number inside the band.
    fn share(&self, rule: &BandRule) -> Result<Number, Issue> {
        let text = &self.row.actual.share;
        let typed = text.trim().trim_end_matches(&['%', '％'][..]);
        if typed.is_empty() {
            return Ok(rule.default);
        }
        let inside = |share: &Number| {
            let top = rule.high == Number::HUNDRED && *share == rule.high;
            *share >= rule.low && (*share < rule.high || top)
        };
        read_number(typed).value.filter(inside).ok_or(Issue {
            kind: IssueKind::ShareOutsideBand {
                low: rule.low,
                high: rule.high,
            },
            span: Span::whole(text),
        })
    }
}

fn band_of(matched: WordsMatch) -> Option<(Band, BandChoice)> {
    match matched {
        WordsMatch::SameText => Some((Band::Achieved, BandChoice::SameText)),
        WordsMatch::SameAnswer => Some((Band::Achieved, BandChoice::YesNo)),
        WordsMatch::OppositeAnswer => Some((Band::Missed, BandChoice::YesNo)),
        WordsMatch::Band(index) => {
            let band = Band::ALL.get(usize::from(index)).copied()?;
            Some((band, BandChoice::Phrase))
        }
        WordsMatch::Open => None,
    }
}
