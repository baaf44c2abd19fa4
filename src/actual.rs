//! 实际完成: what was achieved, as typed, with the answers a person gave about it.

use crate::WHOLE;
use crate::decimal::Number;
use crate::node::Unknown;
use crate::survey::Tally;
use crate::table::Text;
use crate::value::{Comparator, trimmed};

/// 档次: one of the three qualitative bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// 达成预期指标.
    Achieved,
    /// 部分达成预期指标并具有一定效果.
    Partly,
    /// 未达成预期指标且效果较差.
    Missed,
}

impl Band {
    /// All bands, best first.
    pub const ALL: [Self; 3] = [Self::Achieved, Self::Partly, Self::Missed];

    /// 0, 1 or 2, best first.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Achieved => 0,
            Self::Partly => 1,
            Self::Missed => 2,
        }
    }
}

/// 实际: everything a person says about one indicator. Empty is *not reported*.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Actual {
    /// 实际完成值, verbatim.
    pub text: Text,
    /// 偏差原因分析及改进措施.
    pub reason: Text,
    /// 佐证材料.
    pub evidence: Text,
    /// The band chosen for words (and for a deadline that was missed).
    pub band: Option<Band>,
    /// The share of the weight inside the band, in percent, as typed; empty takes the policy's default.
    pub share: Text,
    /// The comparator a person named where the target has none.
    pub comparator: Option<Comparator>,
    /// The number a person confirmed where the cell asked "x % or 100·x %?".
    pub confirmed: Option<Number>,
    /// 满意度调查: the tally that overrides the typed actual while it is here.
    pub tally: Option<Tally>,
    /// 扣分: points taken off by a person, where the policy wants a typed deduction.
    pub deduction: Text,
    /// 评审: what a reviewer says about it.
    pub review: Review,
    /// Unknown fields of the file.
    pub extra: Unknown,
}

impl Actual {
    /// The tally that is linked; the button that links one brings the whole program.
    pub(crate) fn tally(&self) -> Option<&Tally> {
        self.tally.as_ref().filter(|_| WHOLE)
    }

    /// The comparator that a person named; only the whole program has targets without one.
    pub(crate) fn comparator(&self) -> Option<Comparator> {
        self.comparator.filter(|_| WHOLE)
    }
}

/// Whether a reason is given: 无, `/` and 0 are none.
#[must_use]
pub fn is_reason(text: &str) -> bool {
    !["", "无", "/", "-", "—", "0"].contains(&trimmed(text))
}

/// 评审: what a reviewer says about one indicator, beside the self-evaluation. Empty is *no objection*.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Review {
    /// The actual that the reviewer finds; empty takes the self-evaluated one.
    pub actual: Text,
    /// The score that the reviewer gives; empty takes what the rules give for the reviewer's actual.
    pub score: Text,
    /// 评审意见.
    pub opinion: Text,
}

impl Review {
    /// Whether the reviewer says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.actual.is_empty() && self.score.is_empty() && self.opinion.is_empty()
    }
}
