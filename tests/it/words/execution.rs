//! How budget execution is told, in both languages.

use expect_test::{Expect, expect};
use jiping::decimal::Number;
use jiping::i18n::{Language, derivation};
use jiping::policy::{ExecutionCurve, Policy, Step, default_policy};
use jiping::scoring::evaluate;
use std::rc::Rc;

use crate::simple::{document, task};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// Both sentences on budget execution, one a line.
#[track_caller]
fn executed(budget: &str, executed: &str, edit: impl FnOnce(&mut Policy), golden: Expect) {
    let mut policy = (*default_policy()).clone();
    edit(&mut policy);
    let policy = Rc::new(policy);
    let mut document = document(&[], Rc::clone(&policy));
    document.tasks.push(task(0, budget, "", executed));
    let execution = evaluate(&document).execution;
    let told =
        Language::ALL.map(|l| derivation::execution(&execution, &policy, l).expect("points"));
    golden.assert_eq(&told.join("\n"));
}

#[test]
fn execution() {
    executed(
        "100",
        "94.5",
        |_| {},
        expect![[r#"
        全年执行 94.5 万元，全年预算 100 万元，执行率 94.5%，按执行率计分：10 × 94.5 ÷ 100 = 9.45 分。
        Executed 94.5 of 100 (in 10,000 yuan), a rate of 94.5%, scored by the rate: 10 × 94.5 ÷ 100 = 9.45 points."#]],
    );
    executed(
        "315.78",
        "281.31",
        |_| {},
        expect![[r#"
        全年执行 281.31 万元，全年预算 315.78 万元，执行率 89.08%，按执行率计分：10 × 281.31 ÷ 315.78 ≈ 8.9084 → 8.91 分（四舍五入）。
        Executed 281.31 of 315.78 (in 10,000 yuan), a rate of 89.08%, scored by the rate: 10 × 281.31 ÷ 315.78 ≈ 8.9084 → 8.91 points (rounded half up)."#]],
    );
    // Not 90%, below which a reason is wanted.
    executed(
        "100",
        "89.999",
        |_| {},
        expect![[r#"
        全年执行 89.999 万元，全年预算 100 万元，执行率 89.999%，按执行率计分：10 × 89.999 ÷ 100 = 8.9999 → 9 分（四舍五入）。
        Executed 89.999 of 100 (in 10,000 yuan), a rate of 89.999%, scored by the rate: 10 × 89.999 ÷ 100 = 8.9999 → 9 points (rounded half up)."#]],
    );
    executed(
        "300",
        "269.9999",
        |_| {},
        expect![[r#"
            全年执行 269.9999 万元，全年预算 300 万元，执行率 89.999966%，按执行率计分：10 × 269.9999 ÷ 300 = 8.999996… → 9 分（四舍五入）。
            Executed 269.9999 of 300 (in 10,000 yuan), a rate of 89.999966%, scored by the rate: 10 × 269.9999 ÷ 300 = 8.999996… → 9 points (rounded half up)."#]],
    );
    executed(
        "100",
        "90.001",
        |_| {},
        expect![[r#"
            全年执行 90.001 万元，全年预算 100 万元，执行率 90.001%，按执行率计分：10 × 90.001 ÷ 100 = 9.0001 → 9 分（四舍五入）。
            Executed 90.001 of 100 (in 10,000 yuan), a rate of 90.001%, scored by the rate: 10 × 90.001 ÷ 100 = 9.0001 → 9 points (rounded half up)."#]],
    );
    executed(
        "100",
        "120",
        |_| {},
        expect![[r#"
        全年执行 120 万元，全年预算 100 万元，执行率 120%，超过 100% 的部分不加分，得满分 10 分。
        Executed 120 of 100 (in 10,000 yuan), a rate of 120%, of which no more than 100% counts: full 10 points."#]],
    );
    executed(
        "100",
        "50",
        |p| {
            p.execution.curve = ExecutionCurve::Floor {
                below: number("60"),
            };
        },
        expect![[r#"
            全年执行 50 万元，全年预算 100 万元，执行率 50%，低于评分办法规定的 60%，得 0 分。
            Executed 50 of 100 (in 10,000 yuan), a rate of 50%, below the policy's floor of 60%: 0 points."#]],
    );
    executed(
        "100",
        "85",
        |p| {
            let step = |from, share| Step {
                from: number(from),
                share: number(share),
            };
            p.execution.curve = ExecutionCurve::Steps(vec![step("90", "100"), step("80", "80")]);
        },
        expect![[r#"
            全年执行 85 万元，全年预算 100 万元，执行率 85%，按评分办法的分段计分：10 × 80% = 8 分。
            Executed 85 of 100 (in 10,000 yuan), a rate of 85%, scored by the policy's steps: 10 × 80% = 8 points."#]],
    );
}
