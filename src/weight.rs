//! 分值分配: how many points each indicator can earn.
//!
//! Printed weights stand as printed; where a group has none, each level-1 share is dealt equally to its
//! level-2 groups and each of those to its indicators, in hundredths, by largest remainder, so that every
//! level adds up exactly. A blank level label goes on from the row above.
//! Allocated weights are derived and never stored. Source: field rules 3.

mod check;
mod deal;
mod label;
mod plan;
mod tree;

pub use label::{is_placeholder, label_points};
pub use plan::{Allocation, PlaceOf, allocate};
pub use tree::{GroupPlan, PartPlan};

use crate::decimal::Number;
use crate::table::Level1;

/// 分值.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Weight {
    /// Points.
    pub points: Number,
    /// Where they come from.
    pub source: WeightSource,
}

/// Where a weight comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum WeightSource {
    /// Printed in the table or typed.
    Printed,
    /// Locked by a person.
    Locked,
    /// Allocated.
    Allocated,
    /// A sub-item (其中…) of a group with printed weights: 0, not scored.
    SubRow,
    /// A placeholder row (`/`, `无`, blank name): 0, not scored.
    Placeholder,
    /// The level-1 label is unknown, or its part has no points, and there is no weight: asks.
    #[default]
    Unknown,
}

impl WeightSource {
    /// Whether a row with this weight takes part in scoring.
    #[must_use]
    pub const fn scores(self) -> bool {
        match self {
            Self::Printed | Self::Locked | Self::Allocated => true,
            Self::SubRow | Self::Placeholder | Self::Unknown => false,
        }
    }
}

/// Something about weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeightFinding {
    /// The weights add up to this, not to `expected`.
    TotalDiffers {
        /// Σ of all weights.
        found: Number,
        /// What the policy expects.
        expected: Number,
    },
    /// A part's (or group's) weights differ from its share.
    PartDiffers {
        /// Σ of its weights.
        found: Number,
        /// Its share.
        expected: Number,
    },
    /// A share without indicators moved to another part.
    ShareMoved {
        /// From.
        from: Level1,
        /// To.
        to: Level1,
        /// Points.
        points: Number,
    },
    /// 成本 is a level-2 under 产出 and counts as 产出.
    CostUnderOutput,
    /// 预算执行率 stands among the indicators too: its points are counted twice.
    ExecutionInList,
    /// The level-1 label is unknown, or the policy gives its part nothing, and the row has no weight.
    UnknownPart,
    /// A weight's text is not a number of at least 0.
    Unreadable,
    /// The locks of a group add up to more than its share.
    LocksAboveShare {
        /// The group's points.
        share: Number,
        /// What the locks ask for.
        locked: Number,
    },
}
