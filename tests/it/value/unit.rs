//! Units convert exactly, or not at all.

use jiping::decimal::{Number, Ratio};
use jiping::value::unit::{Conversion, Unit, convert};
use jiping::value::{Achieved, Context, parse::read_actual};

fn unit(text: &str) -> Unit {
    let reading = read_actual(&format!("1{text}"), None, &Context::default());
    match reading.value {
        Some(Achieved::Quantity {
            unit: Some(unit), ..
        }) => unit,
        other => panic!("{text}: {other:?}"),
    }
}

/// `times` of `from` make `expected` of `to`.
#[track_caller]
fn makes(times: i64, from: &str, expected: &str, to: &str) {
    let expected = Number::parse(expected).unwrap();
    let own = Ratio::of(Number::from_int(times));
    let ratio = match convert(&unit(from), &unit(to)) {
        Conversion::Same => own,
        Conversion::Factor(factor) => own.checked_mul(factor).unwrap(),
        other => panic!("{from} to {to}: {other:?}"),
    };
    assert_eq!(ratio.exact(6), Some(expected), "{times}{from} in {to}");
}

#[track_caller]
fn word(from: &str, to: &str) {
    let conversion = convert(&unit(from), &unit(to));
    assert!(
        matches!(conversion, Conversion::OtherCountWord(_)),
        "{from} {to}: {conversion:?}"
    );
}

#[track_caller]
fn never(from: &str, to: &str) {
    for (from, to) in [(from, to), (to, from)] {
        let conversion = convert(&unit(from), &unit(to));
        assert!(
            matches!(conversion, Conversion::OtherDimension),
            "{from} {to}: {conversion:?}"
        );
    }
}

#[test]
fn families() {
    makes(50_000, "元", "5", "万元");
    makes(1, "亿元", "10000", "万元");
    makes(1, "亿元", "100000000", "元");
    makes(5, "千元", "0.5", "万元");
    makes(2, "天", "48", "小时");
    makes(1, "周", "7", "天");
    makes(30, "分钟", "0.5", "小时");
    makes(2, "年", "24", "个月");
    makes(1, "个季度", "3", "个月");
    makes(15, "亩", "1", "公顷");
    makes(15, "亩", "10000", "平方米");
    makes(1, "平方公里", "1500", "亩");
    makes(3, "公里", "3000", "米");
    makes(3, "km", "3000", "m");
    makes(2, "吨", "2000", "公斤");
    makes(2, "公斤", "4", "斤");
    makes(1, "立方米", "1000", "升");
    makes(6, "‰", "0.6", "%");
    makes(9, "成", "90", "%");
    makes(3, "人", "3", "名");
    makes(3, "位", "3", "人");
    makes(6, "万人", "60000", "人");
    makes(6, "万份", "60000", "份");
    makes(5, "万千瓦时", "50000", "千瓦时");
    makes(6, "万立方米", "60000", "立方米");
    makes(3, "m2", "3", "平方米");
}

#[test]
fn ratio_units() {
    makes(3, "万元/公里", "30", "元/米");
    makes(300, "元/亩", "4500", "元/公顷");
    makes(5, "人/10万人", "0.5", "人/万人");
    makes(1, "次/季度", "4", "次/年");
    makes(200, "元/人/天", "200", "元/人·天");
    makes(2, "名/村", "2", "人/村");
}

#[test]
fn count_words_are_never_converted() {
    word("个", "份");
    word("人次", "人");
    word("户", "人");
    word("人次", "人/次");
    word("元/户", "元/家");
}

#[test]
fn other_dimensions() {
    never("个", "平方米");
    never("元", "%");
    never("元", "元/亩");
    never("工作日", "天");
    never("年", "天");
    never("个月", "工作日");
    never("百分点", "%");
    never("米", "平方米");
    never("人", "元");
    never("平方米", "立方米");
}

#[test]
fn a_unit_that_is_not_named() {
    for (from, to) in [("元/亩", "/亩"), ("/亩", "元/亩")] {
        let conversion = convert(&unit(from), &unit(to));
        assert!(
            matches!(conversion, Conversion::Unnamed(_)),
            "{from} {to}: {conversion:?}"
        );
    }
    let yearly = convert(&unit("次"), &unit("次/年"));
    assert!(matches!(yearly, Conversion::PerYear(_)), "{yearly:?}");
}

#[test]
fn words_are_printed() {
    for text in ["万元", "%", "元/亩", "人/10万人", "/株", "万人", "元/人/天"] {
        assert_eq!(unit(text).to_string(), text);
    }
}
