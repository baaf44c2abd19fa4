//! Plain numbers and amounts of money.

use super::notation;
use jiping::value::parse::{read_amount, read_number};

#[track_caller]
fn number(text: &str, expected: &str) {
    assert_eq!(notation::number(&read_number(text)), expected, "{text}");
}

#[track_caller]
fn amount(text: &str, expected: &str) {
    assert_eq!(notation::number(&read_amount(text)), expected, "{text}");
}

#[test]
fn numbers() {
    number("10", "10");
    number("1.25", "1.25");
    number(" １０ ", "10");
    number("10分", "10");
    number("10%", "10");
    number("1,234", "1234");
    number("十", "10");
    number("二十", "20");
    number("2万", "20000");
    number("-5", "-5");
    number("", "–; blank");
    number("/", "–; placeholder");
    number("-", "–; placeholder");
    number("十分", "10");
    number("10人", "–; unreadable");
    number("≥10", "–; unreadable");
    number("(10)", "–; unreadable");
    number("5-10", "–; unreadable");
    number("10 20", "–; unreadable");
    number("abc", "–; unreadable");
    number("1234567890123456", "–; too many digits");
}

#[test]
fn amounts_are_in_ten_thousand_yuan() {
    amount("107.7", "107.7");
    amount("107.70万元", "107.7");
    amount("4753.66万元", "4753.66");
    amount("854万", "854");
    amount("72890元", "7.289");
    amount("0.01元", "0.000001");
    amount("2.6亿元", "26000");
    amount("2亿", "20000");
    amount("5千元", "0.5");
    amount("￥50000", "5");
    amount("¥50,000.00元", "5");
    amount("人民币50万元整", "50");
    amount("１００", "100");
    amount("五十万元", "50");
    amount("1亿2000万元", "12000");
    amount("0", "0");
    amount("-3.5", "-3.5");
    amount("约90万元", "90; approximate");
}

#[test]
fn amounts_that_are_refused() {
    amount("", "–; blank");
    amount("-", "–; placeholder");
    amount("—", "–; placeholder");
    amount("(5.00)", "–; unreadable");
    amount("90人", "–; other dimension");
    amount("90元/亩", "–; other dimension");
    amount("0.001元", "–; too many digits");
    amount("≤90万元", "–; unreadable");
    amount("40-50万元", "–; unreadable");
    amount(
        "854万(高标准农田建设400万元,示范建设295万元)",
        "–; unreadable",
    );
    amount("预算90万元,实际89.97万元", "–; unreadable");
    amount("第一年50", "–; unreadable");
}
