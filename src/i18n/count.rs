//! Figures with the word they count: `1.04 分`, `1 point`, `1.04 points`.

use super::{Language, fill};

/// What is counted: the Chinese sentence part, the English word for one.
const POINTS: (&str, &str) = ("{0} 分", "point");
const PERCENTAGE_POINTS: (&str, &str) = ("{0} 个百分点", "percentage point");
const DAYS: (&str, &str) = ("{0} 天", "day");

/// Points of a score.
pub(super) fn points(figures: &str, language: Language) -> String {
    counted(figures, POINTS, language)
}

/// Percentage points.
pub(super) fn percentage_points(figures: &str, language: Language) -> String {
    counted(figures, PERCENTAGE_POINTS, language)
}

/// Days.
pub(super) fn days(figures: &str, language: Language) -> String {
    counted(figures, DAYS, language)
}

fn counted(figures: &str, (chinese, english): (&str, &str), language: Language) -> String {
    match language {
        Language::Chinese => fill(chinese, &[figures]),
        Language::English if figures == "1" => [figures, " ", english].concat(),
        Language::English => [figures, " ", english, "s"].concat(),
    }
}
