//! An actual held against its target. The table's year is 2022.

use std::cmp::Ordering;

use super::{ALONE, notation};
use jiping::value::Context;
use jiping::value::meet::{Outcome, Side, Timing, Verdict, WordsMatch, hold};
use jiping::value::parse::{read_actual, read_target};

/// `met`, `not met; unit from actual`, `inside`, `late 3`, `band 1`, `–; other dimension`.
fn outcome(target: &str, actual: &str, context: &Context<'_>) -> String {
    let target = read_target(target, context).value.expect(target);
    let reading = read_actual(actual, Some(&target), context);
    let Some(achieved) = reading.value else {
        return notation::actual(&reading);
    };
    let meeting = hold(&target, &achieved, context);
    let mut parts = vec![match meeting.outcome {
        Outcome::Quantity {
            order,
            verdict,
            actual,
            target,
            ..
        } => {
            let number = jiping::decimal::Ratio::of(target);
            assert_eq!(actual.compare(number), Some(order));
            match (verdict, order) {
                (Verdict::Met, Ordering::Equal) => "met exactly".to_owned(),
                (Verdict::Met, _) => "met".to_owned(),
                (Verdict::NotMet, _) => "not met".to_owned(),
                (Verdict::AtLimit, _) => "at the limit".to_owned(),
            }
        }
        Outcome::Range { side, .. } => match side {
            Side::Below => "below",
            Side::AtLow => "at low",
            Side::Inside => "inside",
            Side::AtHigh => "at high",
            Side::Above => "above",
        }
        .to_owned(),
        Outcome::Deadline { timing, .. } => match timing {
            Timing::InTime => "in time".to_owned(),
            Timing::Late { days: Some(days) } => format!("late {days}"),
            Timing::Late { days: None } => "late".to_owned(),
            Timing::DayNeeded => "which day".to_owned(),
        },
        Outcome::Words(words) => match words {
            WordsMatch::SameText => "same text".to_owned(),
            WordsMatch::SameAnswer => "same answer".to_owned(),
            WordsMatch::OppositeAnswer => "opposite".to_owned(),
            WordsMatch::Band(band) => format!("band {band}"),
            WordsMatch::Open => "open".to_owned(),
        },
        Outcome::Unusable => "–".to_owned(),
    }];
    parts.extend(
        meeting
            .issues
            .iter()
            .map(|issue| notation::said(&issue.kind)),
    );
    parts.join("; ")
}

#[track_caller]
fn holds(target: &str, actual: &str, expected: &str) {
    assert_eq!(
        outcome(target, actual, &ALONE),
        expected,
        "{actual} against {target}"
    );
}

#[track_caller]
fn named(name: &str, target: &str, actual: &str, expected: &str) {
    let context = Context { name, ..ALONE };
    assert_eq!(
        outcome(target, actual, &context),
        expected,
        "{actual} against {target}"
    );
}

#[test]
fn comparators() {
    holds("≥95%", "95%", "met exactly");
    holds("≥95%", "96%", "met");
    holds("≥95%", "94.99%", "not met");
    holds("≤5%", "5%", "met exactly");
    holds("≤5%", "4%", "met");
    holds("≤5%", "5.01%", "not met");
    holds(">3天", "4天", "met");
    holds(">3天", "3天", "at the limit");
    holds(">3天", "2天", "not met");
    holds("<3天", "3天", "at the limit");
    holds("<3天", "2天", "met");
    holds("<3天", "4天", "not met");
    holds("=16人", "16人", "met exactly");
    holds("=16人", "17人", "met");
    holds("=16人", "15人", "not met");
    holds("≤0", "0", "met exactly");
    holds("≥-5%", "-6%", "not met");
}

#[test]
fn units_on_one_side() {
    holds("≥95%", "95", "met exactly");
    holds("≥50", "50个", "met exactly; unit from actual");
    holds("=16人", "16", "met exactly");
    holds("每亩300", "300", "met exactly");
    holds("每亩300", "每亩300", "met exactly");
    holds("每亩300", "300元/亩", "met exactly; unit from actual");
    holds("≤28.40/株", "29元/株", "not met; unit from actual");
    holds("每年2次", "2次", "met exactly; per year");
    holds("≥12次", "12次/年", "met exactly; per year");
    holds("2次/年", "12次", "met; per year");
    holds("每年2", "2次", "met exactly; unit from actual");
    holds("300元/亩", "每亩300", "met exactly");
    holds("854万", "854万元", "met exactly; unit from actual");
    holds("854万", "8540000元", "met exactly; unit from actual");
}

#[test]
fn units_that_convert() {
    holds("≥1公顷", "15亩", "met exactly");
    holds("≥1公顷", "14.99亩", "not met");
    holds("≤5万元", "50000元", "met exactly");
    holds("≤24小时", "1天", "met exactly");
    holds("≥1年", "12个月", "met exactly");
    holds("≥5‰", "0.6%", "met");
    holds("≥10公里", "9999米", "not met");
    holds("=81人", "81名", "met exactly");
    holds("≥5人/10万人", "0.5人/万人", "met exactly");
    holds("≤5人/10万人/年", "60人/10万人", "not met; other count word");
    holds("≥4批次/千人", "4.2批次/千人/年", "met; other count word");
    holds("≤6.73万元", "-3", "–; other direction");
    holds("≤13人", "-5人", "–; other direction");
    holds("≤3天", "-2小时", "–; other direction");
    holds("≤1次", "-1次", "–; other direction");
    holds("≤0℃", "-18℃", "met");
    holds("≤5%", "-1%", "met");
    holds("≤12万元", "月均2万元", "–; unreadable");
    holds("≥4次", "上下半年各2次", "–; unreadable");
    holds("≥4次", "各类培训5次", "met");
}

#[test]
fn ten_thousands() {
    holds("≥6万人", "60000人", "met exactly");
    holds("≥6万人", "60000", "met exactly; without multiplier");
    holds("≥6万人", "59999", "not met; without multiplier");
    holds("≥1.5万人次", "16000", "met; without multiplier");
    holds("3-4万亩", "34500", "inside; without multiplier");
    holds("≥6万人", "6万人", "met exactly");
    holds("≥6万人", "6万", "met exactly");
    holds("≥6万人", "6.2", "met; multiplier from target");
    holds("≥6万人", "5", "not met; multiplier from target");
    holds("=6万立方米", "60000立方米", "met exactly");
    holds("≥2万元", "2", "met exactly");
    holds("≥2万元", "199", "met");
    holds("≥2万元", "200", "–; 200元 or 200万元");
    holds("≤50万元", "0.05", "–; 0.05万元 or 0.05亿元");
    holds("≤50万元", "0.06", "met");
    holds("≤50万元", "0", "met");
    holds("≤300元/米", "0.03", "–; 0.03元/米 or 0.03万元/米");
    holds("≥6万人次", "80", "–; 80人次 or 80万人次");
    holds("≥60万册", "5", "–; 5册 or 5万册");
    holds("≥6万人次", "0.05", "not met; multiplier from target");
    holds("≥6万人次", "62.5", "met; multiplier from target");
    holds("≥854万", "80", "not met; multiplier from target");
    holds("≥2万元", "20000", "–; 20000元 or 20000万元");
    holds("≤6.73万元", "67300", "–; 67300元 or 67300万元");
    holds("≤0.5万元/人", "4800", "–; 4800元/人 or 4800万元/人");
    holds("≤0.5万元/人", "4800元/人", "met");
    holds("5-10万元", "98000", "–; 98000元 or 98000万元");
    holds("≥1.2亿元", "13000", "–; 13000万元 or 13000亿元");
    holds("≥1.2亿元", "130000000", "–; 130000000元 or 130000000亿元");
    holds("≤0万元", "5", "not met");
    holds("≤5000元", "5000000", "not met");
    holds("≥6万人", "0", "not met");
}

#[test]
fn other_units() {
    holds("=4个", "4份", "met exactly; other count word");
    holds("≥100人", "100人次", "met exactly; other count word");
    holds("=24人/次", "24人次", "met exactly; other count word");
    holds("≥5万份", "50000个", "met exactly; other count word");
    holds("=312.2平方米", "312个", "–; other dimension");
    holds("≥5个", "5平方米", "–; other dimension");
    holds("≥95%", "19人", "–; other dimension");
    holds("≤3个工作日", "3天", "–; other dimension");
    holds("≥1年", "365天", "–; other dimension");
    holds("300元/亩", "300元", "–; other dimension");
    holds("每学期≥2次", "4次", "–; other dimension");
    holds("每学期≥2次", "4次/学年", "–; other dimension");
    holds("每学期≥2次", "每学期3次", "met");
    holds("≥1场/村/月", "12场", "–; other dimension");
    holds("≥1名/校", "1名", "–; other dimension");
    holds("=24人/次", "24人", "–; other dimension");
    holds("=24人", "24人/次", "–; other dimension");
    holds("=24人次", "24人/次", "met exactly; other count word");
    holds("≥100户", "100户/村", "–; other dimension");
    holds("≥100人", "100人/10万人", "–; other dimension");
    holds("≥5分", "5分/人", "–; other dimension");
    holds(">=6个", "6份", "met exactly; other count word");
    holds("≤550元/人天", "480元/人·天", "met");
    holds("≥100kw", "0.1MW", "met exactly");
    holds("≥500Mbps", "1Gbps", "met");
    holds("≥500GB", "1TB", "met");
    holds("≥110千伏", "110kV", "met exactly");
    holds("≥110kV", "35000伏", "not met");
    holds("≥1MPa", "1000kPa", "met exactly");
    holds("≥2.4GHz", "2400MHz", "met exactly");
    holds("≥315千伏安", "0.4MVA", "met");
    holds("≥500毫克", "1克", "met");
    holds("≥1GW", "500兆瓦", "not met");
    holds("≥100M", "1G", "–; other dimension");
    holds("≥100GB", "3套", "–; other dimension");
    holds("≤3秒", "800毫秒", "met");
    holds("≥20人月", "1.8人年", "–; other dimension");
    holds("≥20人天", "22人日", "met");
    holds("≥20台班", "160台时", "–; other dimension");
    holds("≥20台", "20台套", "met exactly; other count word");
    holds("≥200lx", "210勒克斯", "met");
    holds("≥60公里/时", "65km/h", "met");
    holds("≥2000平方米", "2000平", "met exactly");
    holds("≥3平台", "3个", "met exactly; other count word");
}

#[test]
fn shares_and_percent() {
    holds("≥95%", "0.95", "–; share or percent 0.95");
    holds("≥95%", "1", "–; share or percent 1");
    holds("≥95%", "0.95%", "not met");
    holds("≥95%", "0", "not met");
    holds("≥95%", "1.5", "not met");
    holds("10-20%", "0.15", "–; share or percent 0.15");
    holds("0-5%", "0.15", "inside");
    holds("≤5%", "0.5", "met");
    holds("≥10%", "0.5", "–; share or percent 0.5");
    holds("≥9.99%", "0.5", "not met");
    holds("≥200‰", "0.5", "–; share or percent 0.5");
    holds("≥90分", "0.92", "–; 0.92分 or 92分");
    holds("≥90分", "1.5", "not met");
    holds("≥90分", "0", "not met");
    holds("≥5分", "0.92", "not met");
    named("合格率", "≥95", "0.95", "–; share or percent 0.95");
    named("平台数", "≥95", "0.95", "not met");
    named("合格率", "0.95", "96%", "met; unit from actual");
    named("合格率", "≥0.95", "90%", "not met; unit from actual");
    named("合格率", "≥0.95", "90", "–; other dimension");
    named("合格率", "≥0.95", "8%", "–; other dimension");
    named("合格率", "≥0.95", "0.96", "met");
    named("利用系数", "≥0.56", "30%", "not met; unit from actual");
    named("失业率", "≤0.5", "0.6%", "not met; unit from actual");
}

#[test]
fn units_that_the_name_tells() {
    named("供暖温度", "≥20度", "20℃", "met exactly");
    named("供暖温度", "≥20度", "19摄氏度", "not met");
    named("收入增长率", "≥3%", "3个百分点", "met exactly");
    named("下降幅度", "≥3个百分点", "4%", "met");
    named("合格率", "≥3%", "3个百分点", "–; other dimension");
    named("覆盖率提高", "≥5个百分点", "49%", "met");
    named("覆盖率提高", "≥5个百分点", "86%", "–; other dimension");
}

#[test]
fn ranges() {
    holds("80%(含)-90%", "79%", "below");
    holds("80%(含)-90%", "80%", "inside");
    holds("80%(含)-90%", "85", "inside");
    holds("80%(含)-90%", "90%", "at high");
    holds("80%(含)-90%", "91%", "above");
    holds("20-30%(含)", "20%", "at low");
    holds("20-30%(含)", "30%", "inside");
    holds("0-10%(含)", "0%", "inside");
    holds("1-3次", "3", "inside");
    holds("1-3次", "2个", "inside; other count word");
    holds("1-3次", "2元", "–; other dimension");
    holds("±5%", "-3%", "inside");
}

#[test]
fn deadlines() {
    holds("12月底前", "12月31日", "in time");
    holds("12月底前", "12月", "in time");
    holds("12月底前", "2023年1月3日", "late 3");
    holds("12月底前", "2023年1月", "late");
    holds("12月20日前", "12月", "which day; day needed");
    holds("12月20日前", "11月", "in time");
    holds("12月20日前", "12月20日", "in time");
    holds("12月20日前", "12月21日", "late 1");
    holds("12月20日前", "2022年", "which day; day needed");
    holds("2021年7月", "2022年", "late");
    holds("2022年", "2022年", "in time");
    holds("2023.07-2024.01", "2024年1月", "in time");
    holds("2023.07-2024.01", "2023.07-2024.01", "in time");
    holds("3月至6月", "2021年12月", "–; before start");
    holds("3月至6月", "2月28日", "–; before start");
    holds("3月至6月", "3月", "in time");
    holds("2022年3月15日-2022年6月", "2022年3月", "in time");
    holds("12月底前", "12/31", "in time");
    holds("12月底前", "2021年12月", "in time");
    holds("2024年2月底前", "2024年3月1日", "late 1");
    holds("12月底前", "按时完成", "–; day needed");
    holds("12月底前", "100%", "–; other kind");
    holds("12月底前", "第四季度", "in time");
    holds("11月底前", "第四季度", "–; day needed");
}

#[test]
fn words() {
    holds("显著", "显著", "same text");
    holds("显著", "显 著", "same text");
    holds("显著", "效果显著", "open");
    holds("显著", "达成预期指标", "band 0");
    holds("显著", "部分达成并具有一定效果", "band 1");
    holds("显著", "未达成且效果较差", "band 2");
    holds("是", "是", "same text");
    holds("是", "完成", "same answer");
    holds("是", "否", "opposite");
    holds("否", "是", "opposite");
    holds("否", "无", "same answer");
    holds("显著", "是", "open");
    holds("部分达成", "达成预期指标", "band 0");
}

#[test]
fn other_kinds() {
    holds("≥95%", "完成", "–; other kind");
    holds("≥95%", "无", "–; other kind");
    holds("1-3次", "完成", "–; other kind");
    holds("≥95%", "12月", "–; other kind");
    holds("显著", "95%", "open; other kind");
    holds("显著", "2022年12月", "open; other kind");
}
