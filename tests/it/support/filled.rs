//! The seed table filled in, by edits, with figures of our own making: met, missed, at the limit, words, a
//! tally, a number above its target, a reason wherever one is due.

use jiping::actual::Band;
use jiping::document::Document;
use jiping::edit::{Edit, RowField, Source, Stage, TaskField, apply};
use jiping::survey::Tally;
use jiping::table::Id;

/// Actuals in the order of the rows; i36 has a tally.
const ACTUALS: [&str; 38] = [
    "16人",
    "1辆",
    "312.2平方米",
    "12次",
    "1人",
    "7次",
    "9个",
    "6个",
    "9个",
    "12人",
    "100%",
    "98%",
    "3.2%",
    "96%",
    "95%",
    "94.5%",
    "97%",
    "100%",
    "100%",
    "99%",
    "96%",
    "2天",
    "3天",
    "6.5万元",
    "0.6万元",
    "0.71万元",
    "0.18万元",
    "2.5万元",
    "43万元",
    "4%",
    "显著加强",
    "基本保障",
    "97%",
    "5年",
    "92%",
    "",
    "0次",
    "96.5%",
];

const REASONS: [(&str, &str); 6] = [
    ("i12", "两个县因道路中断未能到场，已列入下年度首批检查。"),
    ("i16", "一个子平台首次验收未通过，整改后已合格。"),
    ("i20", "一个月因银行系统升级晚发一天。"),
    ("i25", "取暖费单价上涨，已申请调整定额。"),
    ("i35", "一项整改需跨年完成，已明确责任人和时限。"),
    ("i36", "食堂改造期间职工意见较多，改造已完成。"),
];

/// Executed amounts in 万元.
const EXECUTED: [(&str, &str); 3] = [("t1", "106.9"), ("t2", "8.4"), ("t3", "55.5")];

/// The filled seed.
pub fn filled_seed() -> Document {
    let mut edits = Vec::new();
    let cell = |id: &str, field, text: &str| Edit::Row(Id::new(id), field, text.into());
    for (at, text) in ACTUALS.iter().enumerate() {
        edits.push(cell(&format!("i{}", at + 1), RowField::Actual, text));
    }
    for (id, text) in REASONS {
        edits.push(cell(id, RowField::Reason, text));
    }
    for (id, text) in EXECUTED {
        for source in [Source::Total, Source::Fiscal] {
            let field = TaskField::Amount(Stage::Executed, source);
            edits.push(Edit::Task(Id::new(id), field, text.into()));
        }
    }
    edits.push(Edit::Band(Id::new("i32"), Some(Band::Partly)));
    edits.push(cell("i32", RowField::Share, "75"));
    edits.push(cell("i32", RowField::Reason, "部分县市信息报送不及时。"));
    let tally = Tally {
        counts: ["52", "40", "6", "1", "1"].map(Into::into),
        blank: "2".into(),
        ..Tally::default()
    };
    edits.push(Edit::Tally(Id::new("i36"), Some(tally)));
    apply(&super::seed(), &Edit::Batch(edits)).expect("applies")
}
