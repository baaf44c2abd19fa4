//! Known texts with one character changed: nothing panics, and what is still read was not made up.

use super::ALONE;
use jiping::value::parse::read_target;
use jiping::value::{Quantity, Value};

const KNOWN: [&str; 24] = [
    "≥95%",
    "不少于6万人",
    "=312.20平方米",
    "<=2875元/个",
    "5人/10万人",
    "每亩300",
    "80%(含)-90%",
    "20-30%(含)",
    "12月底之前完成",
    "2023.07-2024.01",
    "2021年7月",
    "44,561",
    "百分之九十五",
    "≤ 30 万元",
    "﹦72890元",
    "≥0.565km",
    "11月前",
    "显著加强",
    "部分达成年度指标并具有一定效果",
    "95%以上(含95%)",
    "控制在5%以内",
    "群众满意度≥95%",
    "≥80%且<90%",
    "每人每天50元",
];

const CHANGES: [&str; 28] = [
    "",
    "0",
    "9",
    ".",
    ",",
    "-",
    "%",
    "≥",
    "≤",
    "=",
    "不",
    "万",
    "元",
    "月",
    "年",
    "底",
    "前",
    "含",
    "(",
    ")",
    "一",
    "十",
    "/",
    " ",
    "\n",
    "：",
    "＊",
    "\u{10FFFF}",
];

fn mutations(text: &str) -> impl Iterator<Item = String> {
    let places: Vec<(usize, char)> = text.char_indices().collect();
    places.into_iter().flat_map(move |(at, c)| {
        let (head, tail) = (&text[..at], &text[at..]);
        let after = &tail[c.len_utf8()..];
        CHANGES.iter().flat_map(move |change| {
            [
                format!("{head}{change}{after}"),
                format!("{head}{change}{tail}"),
            ]
        })
    })
}

/// The figures of a text, full width and Chinese numerals aside.
fn figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn one_change_never_makes_up_a_number() {
    let mut count = 0;
    for text in KNOWN.iter().flat_map(|text| mutations(text)) {
        count += 1;
        let reading = read_target(&text, &ALONE);
        let Some(Value::Quantity(Quantity { number, unit, .. })) = reading.value else {
            continue;
        };
        // Every figure of the number read stands in the text, in that order.
        let spelled = text.chars().any(|c| "一十百九五".contains(c));
        let read = figures(&number.to_string());
        let read = read.trim_matches('0');
        let there = figures(&text);
        assert!(
            spelled || there.contains(read),
            "{text:?} as {number} {unit:?}"
        );
    }
    assert!(count > 5000, "only {count}");
}

#[test]
fn long_cells_are_read_in_linear_time() {
    let long = [
        "9".repeat(20_000),
        "9,".repeat(10_000),
        "≥".repeat(20_000),
        "(".repeat(20_000),
        "不".repeat(20_000),
        "每人".repeat(10_000),
        "1-".repeat(10_000),
        "1月".repeat(10_000),
        "1、".repeat(10_000),
        "5元/".repeat(6_000),
        "一".repeat(20_000),
        "显著".repeat(10_000),
        "完成培训5次，".repeat(3_000),
        " ".repeat(20_000),
        "(1)".repeat(6_000),
        "★".repeat(20_000),
        "\u{200b}".repeat(20_000),
        "达到或超过".repeat(4_000),
    ];
    for text in long {
        let reading = read_target(&text, &ALONE);
        let words = matches!(reading.value, None | Some(Value::Words(_)));
        assert!(words, "{}…", text.chars().take(9).collect::<String>());
        let again = jiping::value::parse::read_actual(&text, None, &ALONE);
        assert_eq!(again.value.is_none(), reading.value.is_none());
        let named = jiping::value::Context {
            name: &text,
            direction: &text,
            unit: &text,
            year: None,
            target: &text,
        };
        let _ = read_target("5", &named);
        let _ = read_target("", &named);
    }
}
