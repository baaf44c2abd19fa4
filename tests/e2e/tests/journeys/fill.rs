//! The seed table filled in to a grade, every figure worked by hand.

use crate::form::{Form, actual, at};

/// What is typed into each row, and `完成率 分值 得分 状态` as worked by hand.
///
/// 数量, 12.50 over 10 rows; 质量, 12.50 over 8; 时效, 12.50 over 5; 成本, 12.50 over 7; 社会效益, 15 over 3;
/// 可持续影响, 15 over 2; 满意度, 10 over 3.
const YEAR: [(&str, &str); 38] = [
    ("16人", "100% 1.25 1.25 ✓达标"),
    ("1", "100% 1.25 1.25 ✓达标"),
    ("312.2㎡", "100% 1.25 1.25 ✓达标"),
    // 1.25 × 10 ÷ 12 = 1.04166…
    ("10次", "83.33% 1.25 1.04 ▲未达标"),
    // A 名 is a 人.
    ("1名", "100% 1.25 1.25 ✓达标"),
    // (9 − 6) ÷ 6 = 50 % above: beyond the policy's 30 %.
    ("9次", "150% 1.25 1.25 ＋超额"),
    ("９个", "100% 1.25 1.25 ✓达标"),
    ("六个", "100% 1.25 1.25 ✓达标"),
    // 1.25 × 8 ÷ 9 = 1.1111…
    ("8个", "88.89% 1.25 1.11 ▲未达标"),
    // Reverse: 1.25 × 13 ÷ 15 = 1.08333…
    ("15人", "86.67% 1.25 1.08 ▲未达标"),
    ("100%", "100% 1.57 1.57 ✓达标"),
    // 1.57 × 96.5 ÷ 100 = 1.51505
    ("96.5%", "96.5% 1.57 1.52 ▲未达标"),
    ("3.2%", "达到 1.56 1.56 ✓达标"),
    // A bare 92 is 92 %: 1.56 × 92 ÷ 95 = 1.51073…
    ("92", "96.84% 1.56 1.51 ▲未达标"),
    ("９５％", "100% 1.56 1.56 ✓达标"),
    ("百分之九十八", "103.16% 1.56 1.56 ✓达标"),
    ("98.5%", "103.68% 1.56 1.56 ✓达标"),
    ("100%", "100% 1.56 1.56 ✓达标"),
    ("100%", "100% 2.50 2.50 ✓达标"),
    ("100%", "100% 2.50 2.50 ✓达标"),
    // 2.50 × 90 ÷ 95 = 2.36842…
    ("90%", "94.74% 2.50 2.37 ▲未达标"),
    // 48 hours are 2 days.
    ("48小时", "达到 2.50 2.50 ✓达标"),
    // Above 3 days was promised: 3 is the limit itself.
    ("3天", "100% 2.50 2.50 ▲未达标（恰在界限）"),
    ("67300元", "100% 1.79 1.79 ✓达标"),
    ("5500元", "100% 1.79 1.79 ✓达标"),
    // 1.79 × 0.78 ÷ 0.8 = 1.74525
    ("0.8万元", "97.5% 1.79 1.75 ▲未达标"),
    ("0.19万元", "达到 1.79 1.79 ✓达标"),
    ("24,800元", "达到 1.78 1.78 ✓达标"),
    // 1.78 × 45 ÷ 50 = 1.602
    ("50万元", "90% 1.78 1.60 ▲未达标"),
    ("5.5%", "达到 1.78 1.78 ✓达标"),
    // The target's own words are the first band, 100 % by default.
    ("显著加强", "– 5.00 5.00 ✓达标"),
    // Its band is chosen below: 5 × 75 % = 3.75
    ("", "75% 5.00 3.75 ▲未达标"),
    ("100%", "105.26% 5.00 5.00 ✓达标"),
    // 60 months are 5 years.
    ("60个月", "100% 7.50 7.50 ✓达标"),
    // 7.50 × 88 ÷ 95 = 6.94736…
    ("88%", "92.63% 7.50 6.95 ▲未达标"),
    // 3.34 × 93.4 ÷ 95 = 3.28374…
    ("93.4%", "98.32% 3.34 3.28 ▲未达标"),
    // 3.33 × 1 ÷ 2 = 1.665, half up
    ("2次", "50% 3.33 1.67 ▲未达标"),
    ("96%", "101.05% 3.33 3.33 ✓达标"),
];

/// Types the whole year down the column, the second qualitative row by its buttons, the executed amounts beside it.
#[track_caller]
fn fill_year(form: &Form) {
    form.click(&actual("i1"));
    for (text, _) in YEAR {
        if !text.is_empty() {
            form.insert(text);
        }
        form.press("Enter");
    }
    form.click(&at("band.2.i32"));
    form.wait_line("i32", "70% 5.00 3.50 ▲未达标");
    form.type_into(&at("row.share.i32"), "75");
    for (task, executed) in [("t1", "107.7"), ("t2", "8.92"), ("t3", "52.5")] {
        form.type_into(&at(&format!("task.et.{task}")), executed);
    }
    form.press("Tab");
}

/// 数量 7 × 1.25 + 1.04 + 1.11 + 1.08 = 11.98; 质量 1.57 + 1.52 + 1.51 + 5 × 1.56 = 12.40; 时效 4 × 2.50 + 2.37 =
/// 12.37; 成本 3 × 1.79 + 1.75 + 2 × 1.78 + 1.60 = 12.28: 产出 49.03. 社会效益 5 + 3.75 + 5 = 13.75, 可持续影响 7.50 +
/// 6.95 = 14.45: 效益 28.20. 满意度 3.28 + 1.67 + 3.33 = 8.28. Budget 107.7 + 8.92 + 60 = 176.62, executed 169.12:
/// 95.7535… %, 9.58 of 10. In all 49.03 + 28.20 + 8.28 + 9.58 = 95.09.
#[test]
fn the_seed_table_is_filled_to_a_grade() {
    let form = Form::open();
    assert_eq!(form.standing(), "0.00 暂计");
    form.settle();
    form.forget();
    fill_year(&form);
    form.wait_standing("95.09 优");
    let expected: Vec<String> = (1..)
        .zip(YEAR)
        .map(|(row, (_, line))| format!("i{row} {line}"))
        .collect();
    assert_eq!(form.lines(), expected);
    assert_eq!(form.text("#rate"), "95.75%");
    assert_eq!(form.texts("tfoot .row__number")[1..], ["90.00", "85.51"]);
    give_reasons(&form, 13);
    assert_eq!(form.standing(), "95.09 优");
    form.wait_kept();
    form.settle();
    assert_eq!(form.requests(), [], "nothing leaves the page");
    form.assert_quiet();
}

/// A reason in each of the rows that lost points or went far beyond, found by the summary's button.
#[track_caller]
fn give_reasons(form: &Form, count: usize) {
    for left in (1..=count).rev() {
        form.wait_text(&at("do.next-reason"), &format!("缺偏差原因 {left} 项"));
        form.click(&at("do.next-reason"));
        form.wait("document.activeElement.id.indexOf('row.reason.') === 0");
        form.insert("一个项目跨年实施，下年补足。");
    }
    form.wait_text(".summary", "已全部填完");
}

#[test]
fn the_pages_own_policy_allows_its_own_files_only() {
    let form = Form::open();
    let policy = form.of("meta[http-equiv='Content-Security-Policy']", "e.content");
    let policy = policy.as_str().unwrap();
    for rule in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'",
        "connect-src 'none'",
        "style-src 'self'",
    ] {
        assert!(
            policy.split(';').any(|one| one.trim() == rule),
            "{rule}: {policy}"
        );
    }
    assert_eq!(form.count("script:not([src]),style,[style]"), 0);
}
