//! 改办法: the figures and choices of a policy that a person edits on the page.
//!
//! What is typed waits beside the policy until it is taken, because points must add up to 100 and edges must be in
//! order, which no single figure can be. Whether they are is decided by what reads policy files.

use std::rc::Rc;

use crate::decimal::Number;
use crate::i18n::ui::{RuleWord, rule_word};
use crate::i18n::{Language, error, fill, format, term};
use crate::node::Path;
use crate::policy::{EqualRule, OverAction, PerPoint, Policy, ReverseRule, ShareSet, json};

/// What is typed or chosen and not yet taken, by the rule's place in [`RULES`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Draft(Vec<(usize, String)>);

impl Draft {
    /// What is typed for the n-th rule.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&String> {
        self.0
            .iter()
            .find(|(known, _)| *known == at)
            .map(|(_, text)| text)
    }

    /// Types something for the n-th rule.
    pub fn insert(&mut self, at: usize, text: String) {
        self.0.retain(|(known, _)| *known != at);
        self.0.push((at, text));
    }

    /// Forgets it.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// What is typed, in the order of the page: a formula before its figures.
    fn rules(&self) -> Vec<(Rule, &str)> {
        let all = RULES.iter().enumerate();
        all.filter_map(|(at, rule)| Some((*rule, self.get(at)?.as_str())))
            .collect()
    }

    /// Whether nothing is typed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The id of a policy that was changed on the page.
const OWN: &str = "own";

/// One rule that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Points of budget execution.
    Execution,
    /// Below this rate a reason is mandatory.
    ReasonBelow,
    /// Points of a level-1 part: 0 cost, 1 output, 2 benefit, 3 satisfaction.
    Share(u8),
    /// The same where the table has a level-1 cost part.
    ShareWithCost(u8),
    /// The lower edge of a grade, best first.
    Grade(usize),
    /// Over-fulfilment counts from here.
    Over,
    /// What over-fulfilment leads to.
    OverAction,
    /// How a target that less is better for is scored.
    Reverse,
    /// Points off for each percentage point over such a target.
    ReversePoints,
    /// Whether a started point counts whole there.
    ReverseStarted,
    /// The pass line of such a target.
    ReversePass,
    /// How `=` is scored.
    Equal,
}

/// All of them, in the order of the page.
pub const RULES: [Rule; 20] = [
    Rule::Execution,
    Rule::Share(0),
    Rule::Share(1),
    Rule::Share(2),
    Rule::Share(3),
    Rule::ShareWithCost(0),
    Rule::ShareWithCost(1),
    Rule::ShareWithCost(2),
    Rule::ShareWithCost(3),
    Rule::Grade(0),
    Rule::Grade(1),
    Rule::Grade(2),
    Rule::ReasonBelow,
    Rule::Over,
    Rule::OverAction,
    Rule::Reverse,
    Rule::ReversePoints,
    Rule::ReverseStarted,
    Rule::ReversePass,
    Rule::Equal,
];

const OVER: [(OverAction, RuleWord); 3] = [
    (OverAction::Nothing, RuleWord::OverNothing),
    (OverAction::Flag, RuleWord::OverFlag),
    (OverAction::Reason, RuleWord::OverReason),
];
const REVERSE: [RuleWord; 5] = [
    RuleWord::ReverseInverse,
    RuleWord::ReverseMirror,
    RuleWord::ReverseAll,
    RuleWord::ReversePerPoint,
    RuleWord::ReverseThreshold,
];
const STARTED: [(bool, RuleWord); 2] = [
    (false, RuleWord::StartedPart),
    (true, RuleWord::StartedWhole),
];
const EQUAL: [(EqualRule, RuleWord); 3] = [
    (EqualRule::Reached, RuleWord::EqualReached),
    (EqualRule::Symmetric, RuleWord::EqualSymmetric),
    (EqualRule::Exact, RuleWord::EqualExact),
];

impl Rule {
    /// What it is called, and the unit of its figure.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        let of = match self {
            Self::Execution => RuleWord::RuleExecution,
            Self::ReasonBelow => RuleWord::RuleReasonBelow,
            Self::Share(0) => RuleWord::RuleCost,
            Self::Share(1) => RuleWord::RuleOutput,
            Self::Share(2) => RuleWord::RuleBenefit,
            Self::Share(_) => RuleWord::RuleSatisfaction,
            Self::ShareWithCost(at) => {
                let label = Self::Share(at).label(language);
                return [&label, rule_word(RuleWord::RuleWithCost, language)].concat();
            }
            Self::Grade(0) => RuleWord::RuleExcellent,
            Self::Grade(1) => RuleWord::RuleGood,
            Self::Grade(_) => RuleWord::RuleFair,
            Self::Over => RuleWord::RuleOver,
            Self::OverAction => RuleWord::RuleOverAction,
            Self::Reverse => RuleWord::RuleReverse,
            Self::ReversePoints => RuleWord::RuleReversePoints,
            Self::ReverseStarted => RuleWord::RuleReverseStarted,
            Self::ReversePass => RuleWord::RuleReversePass,
            Self::Equal => RuleWord::RuleEqual,
        };
        rule_word(of, language).to_owned()
    }

    /// Its choices; none where it is a figure.
    #[must_use]
    pub fn choices(self) -> Option<Vec<RuleWord>> {
        fn words<T>(choices: &[(T, RuleWord)]) -> Vec<RuleWord> {
            choices.iter().map(|(_, word)| *word).collect()
        }
        Some(match self {
            Self::OverAction => words(&OVER),
            Self::Reverse => REVERSE.to_vec(),
            Self::ReverseStarted => words(&STARTED),
            Self::Equal => words(&EQUAL),
            _ => return None,
        })
    }

    /// What the policy says: a figure, or the place of the choice; nothing where it has no such rule.
    #[must_use]
    pub fn of(self, policy: &Policy) -> Option<String> {
        let number = match self {
            Self::Execution => policy.execution.points,
            Self::ReasonBelow => policy.execution.reason_below,
            Self::Share(at) => share(policy.shares.standard, at),
            Self::ShareWithCost(at) => share(policy.shares.with_cost?, at),
            Self::Grade(at) => policy.grades.get(at)?.from,
            Self::Over => policy.over.threshold,
            Self::OverAction => return Some(place(&OVER, &policy.over.action)),
            Self::Reverse => return Some(reverse_place(policy.reverse).to_string()),
            Self::ReversePoints => per_point(policy)?.points,
            Self::ReverseStarted => return Some(place(&STARTED, &per_point(policy)?.started)),
            Self::ReversePass => match policy.reverse {
                ReverseRule::Threshold { pass } => pass,
                _ => return None,
            },
            Self::Equal => return Some(place(&EQUAL, &policy.equal)),
        };
        Some(number.text())
    }

    /// Changes the policy.
    fn set(self, policy: &mut Policy, text: &str, language: Language) -> Result<(), String> {
        match self {
            Self::OverAction => choose(&OVER, text, &mut policy.over.action),
            Self::Reverse => {
                let chosen = text.parse().ok();
                if chosen.is_some_and(|at| at != reverse_place(policy.reverse)) {
                    policy.reverse = reverse_at(chosen).unwrap_or(policy.reverse);
                }
            }
            Self::ReverseStarted => {
                if let ReverseRule::PerPoint(rule) = &mut policy.reverse {
                    choose(&STARTED, text, &mut rule.started);
                }
            }
            Self::Equal => choose(&EQUAL, text, &mut policy.equal),
            _ => {
                let number = Number::parse(text.trim()).map_err(|why| {
                    [
                        self.label(language).as_str(),
                        language.pick("：", ": "),
                        error::number(why, language),
                    ]
                    .concat()
                })?;
                if let Some(place) = self.figure(policy) {
                    *place = number;
                }
            }
        }
        Ok(())
    }

    fn figure(self, policy: &mut Policy) -> Option<&mut Number> {
        Some(match self {
            Self::Execution => &mut policy.execution.points,
            Self::ReasonBelow => &mut policy.execution.reason_below,
            Self::Share(at) => share_of(&mut policy.shares.standard, at),
            Self::ShareWithCost(at) => share_of(policy.shares.with_cost.as_mut()?, at),
            Self::Grade(at) => &mut policy.grades.get_mut(at)?.from,
            Self::Over => &mut policy.over.threshold,
            Self::ReversePoints => match &mut policy.reverse {
                ReverseRule::PerPoint(rule) => &mut rule.points,
                _ => return None,
            },
            Self::ReversePass => match &mut policy.reverse {
                ReverseRule::Threshold { pass } => pass,
                _ => return None,
            },
            Self::OverAction | Self::Reverse | Self::ReverseStarted | Self::Equal => return None,
        })
    }
}

/// The place of a formula in [`REVERSE`].
const fn reverse_place(rule: ReverseRule) -> usize {
    match rule {
        ReverseRule::Inverse => 0,
        ReverseRule::Mirror => 1,
        ReverseRule::AllOrNothing => 2,
        ReverseRule::PerPoint(_) => 3,
        ReverseRule::Threshold { .. } => 4,
    }
}

/// The formula at a place, with figures to begin with: a point each; a pass line of 60 %.
fn reverse_at(at: Option<usize>) -> Option<ReverseRule> {
    Some(match at? {
        0 => ReverseRule::Inverse,
        1 => ReverseRule::Mirror,
        2 => ReverseRule::AllOrNothing,
        3 => ReverseRule::PerPoint(PerPoint {
            points: Number::ONE,
            started: false,
        }),
        4 => ReverseRule::Threshold {
            pass: Number::from_int(60),
        },
        _ => return None,
    })
}

const fn per_point(policy: &Policy) -> Option<PerPoint> {
    match policy.reverse {
        ReverseRule::PerPoint(rule) => Some(rule),
        _ => None,
    }
}

const fn share(set: ShareSet, at: u8) -> Number {
    match at {
        0 => set.cost,
        1 => set.output,
        2 => set.benefit,
        _ => set.satisfaction,
    }
}

const fn share_of(set: &mut ShareSet, at: u8) -> &mut Number {
    match at {
        0 => &mut set.cost,
        1 => &mut set.output,
        2 => &mut set.benefit,
        _ => &mut set.satisfaction,
    }
}

/// The place of a choice; empty where the policy's own is none of them.
fn place<T: PartialEq>(choices: &[(T, RuleWord)], value: &T) -> String {
    let at = choices.iter().position(|(known, _)| known == value);
    at.map_or_else(String::new, |at| at.to_string())
}

fn choose<T: Copy>(choices: &[(T, RuleWord)], text: &str, value: &mut T) {
    let chosen = text.parse().ok().and_then(|at: usize| choices.get(at));
    if let Some((choice, _)) = chosen {
        *value = *choice;
    }
}

/// The policy with what was typed as far as it goes: which rules there are to show.
#[must_use]
pub fn drafted(policy: &Policy, draft: &Draft, language: Language) -> Policy {
    let mut drafted = policy.clone();
    for (rule, text) in draft.rules() {
        let _ = rule.set(&mut drafted, text, language);
    }
    drafted
}

/// The policy with what was typed.
///
/// # Errors
/// In words: what is no figure, or what does not fit together.
pub fn take(policy: &Policy, draft: &Draft, language: Language) -> Result<Rc<Policy>, String> {
    let mut own = policy.clone();
    for (rule, text) in draft.rules() {
        rule.set(&mut own, text, language)?;
    }
    if &*own.id != OWN {
        own.title = fill("自定（据{0}）", &[term::policy(policy, Language::Chinese)]).into();
        own.title_en = fill("Own (from {0})", &[term::policy(policy, Language::English)]).into();
        own.id = OWN.into();
        own.version = 1;
    } else if own != *policy {
        own.version = own.version.saturating_add(1);
    }
    json::read(json::write(&own), &Path::ROOT, &mut Vec::new())
        .map(Rc::new)
        .map_err(|why| format::format_error(&why, language))
}

#[cfg(test)]
mod tests {
    use super::{Draft, RULES, Rule, drafted, take};
    use crate::decimal::Number;
    use crate::i18n::Language;
    use crate::policy::{EqualRule, PerPoint, ReverseRule, builtin, default_policy};

    fn draft(changes: &[(Rule, &str)]) -> Draft {
        let at = |rule: &Rule| RULES.iter().position(|known| known == rule).unwrap();
        let changes = changes
            .iter()
            .map(|(rule, text)| (at(rule), (*text).to_owned()));
        Draft(changes.collect())
    }

    #[track_caller]
    fn refused(changes: &[(Rule, &str)]) {
        let taken = take(&default_policy(), &draft(changes), Language::Chinese);
        assert!(taken.is_err(), "{taken:?}");
    }

    #[test]
    fn what_fits_together_is_taken_and_says_where_it_comes_from() {
        let changes = [
            (Rule::Execution, "20"),
            (Rule::Share(1), "40"),
            (Rule::Equal, "2"),
        ];
        let own = take(&default_policy(), &draft(&changes), Language::Chinese).unwrap();
        assert_eq!(Rule::Execution.of(&own).as_deref(), Some("20"));
        assert_eq!(own.equal, EqualRule::Exact);
        assert_eq!(&*own.id, "own");
        assert!(own.title.contains("全国 2020"), "{}", own.title);
        let again = take(&own, &draft(&[(Rule::Over, "50")]), Language::Chinese).unwrap();
        assert_eq!(again.title, own.title);
    }

    #[test]
    fn every_reverse_formula_is_chosen_with_its_figures() {
        let take = |changes: &[(Rule, &str)]| {
            let taken = take(&default_policy(), &draft(changes), Language::Chinese);
            taken.unwrap().reverse
        };
        let number = |text| Number::parse(text).unwrap();
        assert_eq!(take(&[(Rule::Reverse, "1")]), ReverseRule::Mirror);
        assert_eq!(take(&[(Rule::Reverse, "2")]), ReverseRule::AllOrNothing);
        // Typed before the formula was chosen again.
        let points = [
            (Rule::ReverseStarted, "1"),
            (Rule::ReversePoints, "0.5"),
            (Rule::Reverse, "3"),
        ];
        let rule = PerPoint {
            points: number("0.5"),
            started: true,
        };
        assert_eq!(take(&points), ReverseRule::PerPoint(rule));
        let pass = number("70");
        let threshold = [(Rule::Reverse, "4"), (Rule::ReversePass, "70")];
        assert_eq!(take(&threshold), ReverseRule::Threshold { pass });
        let back = [threshold[0], threshold[1], (Rule::Reverse, "0")];
        assert_eq!(take(&back[1..]), ReverseRule::Inverse);
    }

    #[test]
    fn figures_show_as_soon_as_their_formula_is_chosen() {
        let shown = |text| {
            let draft = draft(&[(Rule::Reverse, text)]);
            let drafted = drafted(&default_policy(), &draft, Language::Chinese);
            let of = |rule: Rule| rule.of(&drafted);
            [Rule::ReversePoints, Rule::ReverseStarted, Rule::ReversePass].map(of)
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(shown("0"), [None, None, None]);
        assert_eq!(shown("3"), [some("1"), some("0"), None]);
        assert_eq!(shown("4"), [None, None, some("60")]);
    }

    #[test]
    fn points_must_add_up_and_edges_be_in_order() {
        refused(&[(Rule::Execution, "20")]);
        refused(&[(Rule::Grade(1), "95")]);
        refused(&[(Rule::Over, "thirty")]);
    }

    #[test]
    fn every_rule_of_every_policy_reads_back() {
        for id in ["national-2020", "national-2021", "hubei", "platform-cap"] {
            let policy = builtin(id).unwrap();
            let all = RULES.iter().enumerate();
            let draft = all.filter_map(|(at, rule)| Some((at, rule.of(&policy)?)));
            let draft = Draft(draft.collect());
            let taken = take(&policy, &draft, Language::English).unwrap();
            assert_eq!(taken.shares, policy.shares, "{id}");
            assert_eq!(taken.reverse, policy.reverse, "{id}");
            assert_eq!(taken.over, policy.over, "{id}");
            assert_eq!(taken.grades, policy.grades, "{id}");
        }
    }
}
