//! The cells that most cells are: a sign, figures and a known unit.
//!
//! A short cut only: what it reads is what all grammars together would read, which its tests hold.

use super::{Amount, Measure, Size};
use crate::value::numeral::{self, Lexed};
use crate::value::sign::{self, Signed};
use crate::value::unit::read as units;

/// `≥95%`, `=10人`: reads a raw cell of signs, figures and a known unit without going through all grammars, as most
/// cells are; nothing where there is more to it, which may still be an amount.
pub(in crate::value) fn simple(raw: &str) -> Option<(Amount, Size)> {
    /// More bytes than such a cell has.
    const MANY: usize = 64;
    let (comparator, text) = match sign::symbols(raw) {
        Signed::Nothing => (None, raw),
        Signed::Found(comparator, rest) => (Some(comparator), rest),
        Signed::Conflict => return None,
    };
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    // 2022.12 and 20221231 may be dates.
    let dated = figures == 8 || figures == 4 && text.as_bytes().get(4) == Some(&b'.');
    if figures == 0 || dated || raw.len() > MANY {
        return None;
    }
    let Lexed::Found(numeral, rest) = numeral::lex(text) else {
        return None;
    };
    let dated = |c| matches!(c, '年' | '月' | '日' | '季');
    // ≥5年 lasts; 22年 may be a date.
    let lasts = rest == "年" && comparator.is_some() && figures < 3;
    let unit = units::plain(rest).filter(|_| lasts || !rest.chars().any(dated))?;
    let amount = Amount {
        comparator,
        ..Amount::default()
    };
    Some((
        amount,
        Size::One(Measure::new(numeral.number, 1, Some(unit))),
    ))
}

#[cfg(test)]
mod tests {
    use super::simple;
    use crate::value::parse::{read_actual, read_target};
    use crate::value::unit::table::WORDS;
    use crate::value::{Context, Deadline, Value, Words};

    /// A simple cell reads as the same one with a space before it, which goes through all grammars.
    #[track_caller]
    fn agrees(cell: &str) {
        let spaced = format!(" {cell}");
        for name in ["", "完成率", "完成时间", "(≥**平方米)", "投诉次数(5次)"] {
            let context = Context {
                name,
                year: Some(2022),
                ..Context::default()
            };
            let target = read_target(cell, &context);
            let other = read_target(&spaced, &context);
            assert_eq!(target.value, other.value, "{cell} on {name}");
            let kinds = |issues: &[crate::value::Issue]| -> Vec<_> {
                issues.iter().map(|issue| issue.kind.clone()).collect()
            };
            assert_eq!(
                kinds(&target.issues),
                kinds(&other.issues),
                "{cell} on {name}"
            );
            let deadline = read_target("2022年12月31日前", &context).value;
            assert!(matches!(deadline, Some(Value::Deadline(Deadline { .. }))));
            let words = read_target("有所提升", &context).value;
            assert!(matches!(words, Some(Value::Words(Words { .. }))));
            for target in [None, deadline, words, target.value] {
                let actual = read_actual(cell, target.as_ref(), &context);
                let other = read_actual(&spaced, target.as_ref(), &context);
                assert_eq!(actual.value, other.value, "{cell} on {name}");
                assert_eq!(
                    kinds(&actual.issues),
                    kinds(&other.issues),
                    "{cell} on {name}"
                );
            }
        }
    }

    #[test]
    fn simple_cells_read_as_by_all_grammars() {
        let signs = ["", "=", "≥", ">=", "<", "=<", "≥≤"];
        let figures = [
            "0", "5", "0.6", "290", "95.50", "1,234", "1,23", "2022", "2022.12", "20221231", "5.",
            "0005",
        ];
        for (at, (word, _)) in WORDS.iter().enumerate() {
            agrees(&format!("≥12{word}"));
            let sign = signs[at % signs.len()];
            let figure = figures[at % figures.len()];
            agrees(&format!("{sign}{figure}{word}"));
        }
        for (sign, figure) in signs
            .iter()
            .flat_map(|sign| figures.map(|figure| (sign, figure)))
        {
            for word in [
                "%",
                "人",
                "万元",
                "个月",
                "天",
                "平方米",
                "年",
                "百分比",
                "人(次)",
            ] {
                agrees(&format!("{sign}{figure}{word}"));
            }
        }
    }

    #[test]
    fn what_is_not_simple_is_left_to_the_grammars() {
        for cell in [
            "95",
            "≥95",
            "5月",
            "12月31日",
            "2022.5人",
            "6万人",
            "5人次以上",
            "约5人",
            "≥≤5人",
            "1-3次",
            "5元/亩",
        ] {
            assert!(simple(cell).is_none(), "{cell}");
        }
        for cell in ["≥95%", "=10人", "3次", ">=1.50万元", ">=5年"] {
            assert!(simple(cell).is_some(), "{cell}");
        }
    }
}
