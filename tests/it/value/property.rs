//! What holds for every text and every value.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::{ALONE, notation};
use jiping::decimal::Number;
use jiping::value::parse::{read_actual, read_amount, read_number, read_target};
use jiping::value::{
    Comparator, ComparatorSource, Context, Day, Deadline, Edge, Issue, Range, Value,
};

/// Reads a text in every way; every place must be one of the text.
fn read_all(text: &str) -> TestCaseResult {
    let context = Context {
        name: text,
        direction: text,
        unit: text,
        year: Some(2022),
        target: text,
    };
    for context in [ALONE, context] {
        let target = read_target(text, &context);
        let actual = read_actual(text, target.value.as_ref(), &context);
        if let (Some(target), Some(actual)) = (&target.value, &actual.value) {
            let _ = jiping::value::meet::hold(target, actual, &context);
        }
        places(text, &target.issues)?;
        places(text, &actual.issues)?;
    }
    let number = read_number(text);
    places(text, &number.issues)?;
    places(text, &read_amount(text).issues)
}

fn places(text: &str, issues: &[Issue]) -> TestCaseResult {
    for issue in issues {
        prop_assert!(
            text.get(issue.span.start..issue.span.end).is_some(),
            "{issue:?}"
        );
    }
    Ok(())
}

/// Pieces of real cells, so that chance finds the corners of the grammar.
const PIECES: [&str; 64] = [
    "≥",
    "≤",
    "=",
    ">",
    "<",
    "＞＝",
    "不",
    "低于",
    "超过",
    "至少",
    "以上",
    "以下",
    "以内",
    "左右",
    "约",
    "每",
    "95",
    "0",
    "1",
    "2022",
    "12",
    "31",
    ".",
    ",",
    "，",
    "3.5",
    "三",
    "十",
    "百分之",
    "一百二",
    "半",
    "万",
    "亿",
    "千",
    "%",
    "‰",
    "百分点",
    "元",
    "万元",
    "亩",
    "人",
    "次",
    "个",
    "年",
    "月",
    "日",
    "底",
    "前",
    "季度",
    "工作日",
    "/",
    "-",
    "～",
    "至",
    "(含)",
    "(不含)",
    "**",
    "完成",
    "显著",
    "。",
    "；",
    " ",
    "\n",
    "：",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..10).prop_map(|list| list.concat())
}

fn number() -> impl Strategy<Value = Number> {
    (-999_999_999_i128..999_999_999_999, 0_u32..=6)
        .prop_filter_map("in range", |(mantissa, scale)| {
            Number::from_parts(mantissa, scale)
        })
}

fn units() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "%",
        "‰",
        "万元",
        "亩",
        "平方米",
        "人",
        "万人",
        "人次",
        "元/亩",
        "人/10万人",
        "/株",
        "个工作日",
        "个月",
        "年",
        "专班",
        "M",
        "万立方米",
        "元/人/天",
        "百分点",
        "成",
        "m2",
        "次/年",
        "万",
    ])
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        read_all(&text)?;
    }

    #[test]
    fn any_pieces_are_read_without_panic(text in pieces()) {
        read_all(&text)?;
    }

    #[test]
    fn what_is_printed_reads_back(text in pieces()) {
        let first = read_target(&text, &ALONE);
        let Some(value) = first.value else { return Ok(()) };
        let printed = value.to_string();
        // A bare 1953.5 is printed as May 1953 would be.
        let bare = matches!(&value, Value::Quantity(quantity) if quantity.unit.is_none());
        prop_assume!(!bare || !["19", "20", "21"].contains(&printed.get(..2).unwrap_or_default()));
        let again = read_target(&printed, &ALONE).value;
        match value {
            // Words keep their text, with whatever stood around it.
            Value::Words(words) => prop_assert_eq!(again.map(|again| again.to_string()), Some(words.text.to_string())),
            value => prop_assert_eq!(again, Some(value), "{}", printed),
        }
    }

    #[test]
    fn quantities_read_back(
        sign in prop::sample::select(vec!["", "=", "≥", "≤", ">", "<"]),
        number in number(),
        unit in units(),
    ) {
        let text = format!("{sign}{number}{unit}");
        // 2022年 is a year, 2022.12 a month.
        prop_assume!(!text.starts_with("19") && !text.starts_with("20") && !text.starts_with("21"));
        let reading = read_target(&text, &ALONE);
        let Some(Value::Quantity(quantity)) = reading.value else {
            return Err(TestCaseError::fail(format!("{text}: {reading:?}")));
        };
        prop_assert_eq!(quantity.number, number);
        prop_assert_eq!(quantity.unit.as_ref().map(|unit| unit.to_string()).unwrap_or_default(), unit);
        prop_assert_eq!(quantity.source == ComparatorSource::Assumed, sign.is_empty());
        let expected = match sign {
            "≥" => Comparator::AtLeast,
            "≤" => Comparator::AtMost,
            ">" => Comparator::Above,
            "<" => Comparator::Below,
            _ => Comparator::Equal,
        };
        prop_assert_eq!(quantity.comparator, expected);
        prop_assert_eq!(quantity.to_string(), text);
    }

    #[test]
    fn ranges_read_back(
        one in number(),
        other in number(),
        edges in any::<(bool, bool)>(),
        unit in prop::sample::select(vec!["%", "万元", "人", "元/亩", "个月", "万人"]),
    ) {
        let (low, high) = if one < other { (one, other) } else { (other, one) };
        prop_assume!(low != high);
        let text = format!("1{unit}");
        let Some(Value::Quantity(quantity)) = read_target(&text, &ALONE).value else {
            return Err(TestCaseError::fail(text));
        };
        let range = Value::Range(Range {
            low: Edge { number: low, included: edges.0 },
            high: Edge { number: high, included: edges.1 },
            unit: quantity.unit,
        });
        let printed = range.to_string();
        prop_assert_eq!(read_target(&printed, &ALONE).value, Some(range), "{}", printed);
    }

    #[test]
    fn deadlines_read_back(
        (year, month, day) in (1900_u16..2200, 1_u8..=12, 1_u8..=31),
        assumed in any::<bool>(),
        from in prop::option::of((1900_u16..2200, 1_u8..=12, 1_u8..=28)),
    ) {
        let Some(until) = Day::new(year, month, day) else { return Ok(()) };
        let from = from.and_then(|(year, month, day)| Day::new(year, month, day));
        let from = from.filter(|from| *from <= until);
        let assumed = assumed && from.is_none();
        let deadline = Value::Deadline(Deadline { from, until, assumed });
        let printed = deadline.to_string();
        prop_assert_eq!(read_target(&printed, &ALONE).value, Some(deadline), "{}", printed);
    }

    #[test]
    fn full_width_reads_as_half_width(text in pieces()) {
        let wide: String = text.chars().map(widened).collect();
        // 二Ｏ二二年: between Chinese numerals it is 〇.
        let numeral = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖";
        let zero = |pair: &[char]| numeral.contains(pair[0]) && pair[1] == 'O';
        let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assume!(!chars.windows(2).any(zero));
        prop_assert_eq!(
            value(&read_target(&wide, &ALONE)),
            value(&read_target(&text, &ALONE)),
            "{}", wide
        );
    }

    #[test]
    fn spaces_do_not_matter(text in pieces(), at in any::<prop::sample::Index>(), space in prop::sample::select(vec![" ", "\u{3000}", "\n", "\u{a0}", "\u{200b}"])) {
        let inside = text.char_indices().map(|(at, _)| at).filter(|at| !in_number(&text, *at));
        let places: Vec<usize> = inside.chain([text.len()]).collect();
        let at = places[at.index(places.len())];
        let spaced = format!("{}{space}{}", &text[..at], &text[at..]);
        prop_assert_eq!(
            value(&read_target(&spaced, &ALONE)),
            value(&read_target(&text, &ALONE)),
            "{:?}", spaced
        );
    }

    #[test]
    fn days_count_up(ordinal in 693_962_u32..803_000) {
        // 1 January 1900 is spreadsheet day 2 counted from 30 December 1899.
        let serial = ordinal - 693_594;
        let day = Day::of_spreadsheet(serial).expect("a day");
        prop_assert_eq!(day.ordinal(), ordinal);
        prop_assert_eq!(Day::new(day.year, day.month, day.day), Some(day));
    }
}

/// The reading without the text of words, which is kept as it was typed.
fn value(reading: &jiping::value::Reading<Value>) -> String {
    match &reading.value {
        Some(Value::Words(words)) => format!("words {:?}", words.kind),
        _ => notation::target(reading),
    }
}

fn widened(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        ' ' => '\u{3000}',
        c => c,
    }
}

/// Whether a place stands between two characters of one number.
fn in_number(text: &str, at: usize) -> bool {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，' | '。');
    let before = text[..at].chars().next_back().is_some_and(figure);
    let after = text[at..].chars().next().is_some_and(figure);
    before && after
}
