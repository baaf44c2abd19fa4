//! One indicator after another, by the table of rules.

use std::rc::Rc;

use jiping::actual::{Actual, Band};
use jiping::decimal::Number;
use jiping::policy::{
    AtLimit, DeadlineRule, EqualRule, ForwardRule, OverAction, PerPoint, Policy, ReverseRule, Step,
    default_policy,
};
use jiping::scoring::{BandChoice, Completion, ReasonCause, RowResult, Rule, Status, evaluate};
use jiping::survey::{Method, Tally};
use jiping::value::{Comparator, Day, IssueKind};

use crate::simple::{change, document};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// The one row of a document, after changes to its actual.
fn row_with(
    policy: &Policy,
    (name, target, weight): (&str, &str, &str),
    actual: &str,
    edit: impl FnOnce(&mut jiping::actual::Actual),
) -> RowResult {
    let line = ("产出指标", "数量指标", name, target, weight, actual);
    let mut document = document(&[line], Rc::new(policy.clone()));
    change(&mut document, 0, edit);
    (*evaluate(&document).rows[0]).clone()
}

fn row(policy: &Policy, target: &str, weight: &str, actual: &str) -> RowResult {
    row_with(policy, ("事项", target, weight), actual, |_| {})
}

/// Under the default policy: weight 10, this score, this status.
#[track_caller]
fn gives(target: &str, actual: &str, score: &str, status: Status) {
    let row = row(&default_policy(), target, "10", actual);
    assert_eq!(
        (row.score.map(|s| s.to_string()), row.status),
        (Some(score.to_owned()), status),
        "{row:?}"
    );
}

/// Under the default policy: no score, this status.
#[track_caller]
fn open(target: &str, actual: &str, status: Status) {
    let row = row(&default_policy(), target, "10", actual);
    assert_eq!((row.score, row.status), (None, status), "{row:?}");
}

/// Under a changed policy: weight 10, this score.
#[track_caller]
fn under(change: impl FnOnce(&mut Policy), target: &str, actual: &str, score: &str) -> RowResult {
    let mut policy = (*default_policy()).clone();
    change(&mut policy);
    let row = row(&policy, target, "10", actual);
    assert_eq!(
        row.score.map(|s| s.to_string()).as_deref(),
        Some(score),
        "{row:?}"
    );
    row
}

#[test]
fn at_least() {
    gives(">=6次", "6次", "10", Status::Met);
    gives(">=6次", "7次", "10", Status::Met);
    gives(">=6次", "5次", "8.33", Status::NotMet);
    gives(">=6次", "0次", "0", Status::NotMet);
    gives(">=6次", "-1次", "0", Status::NotMet);
    gives(">=95%", "92%", "9.68", Status::NotMet);
    gives("≥5‰", "0.6%", "10", Status::Met);
}

#[test]
fn above_is_not_met_at_the_limit_but_the_ratio_is_full() {
    gives(">3天", "4天", "10", Status::Over);
    gives(">3天", "3天", "10", Status::AtLimit);
    gives(">3天", "2天", "6.67", Status::NotMet);
    let nothing = |policy: &mut Policy| policy.above = AtLimit::Nothing;
    assert_eq!(under(nothing, ">3天", "3天", "0").status, Status::AtLimit);
    let met = |policy: &mut Policy| policy.above = AtLimit::Met;
    assert_eq!(under(met, ">3天", "3天", "10").status, Status::Met);
}

#[test]
fn at_most_and_below() {
    gives("<=0.55万元", "0.45万元", "10", Status::Met);
    gives("<=0.55万元", "5500元", "10", Status::Met);
    gives("<=2.50万元", "2.7万元", "9.26", Status::NotMet);
    gives("<=2.50万元", "27000元", "9.26", Status::NotMet);
    gives("<=5%", "-1%", "10", Status::Met);
    gives("<3天", "3天", "10", Status::AtLimit);
    gives("<3天", "2天", "10", Status::Met);
    gives("<3天", "6天", "5", Status::NotMet);
}

#[test]
fn the_four_reverse_formulas() {
    let rule = |rule: ReverseRule| move |policy: &mut Policy| policy.reverse = rule;
    under(rule(ReverseRule::Inverse), "<=4天", "5天", "8");
    under(rule(ReverseRule::Mirror), "<=4天", "5天", "7.5");
    under(rule(ReverseRule::Mirror), "<=4天", "9天", "0");
    under(rule(ReverseRule::AllOrNothing), "<=4天", "5天", "0");
    under(rule(ReverseRule::AllOrNothing), "<=4天", "4天", "10");
    let half = |started| {
        ReverseRule::PerPoint(PerPoint {
            points: number("0.5"),
            started,
        })
    };
    under(rule(half(false)), "<=5%", "6.5%", "9.25");
    under(rule(half(true)), "<=5%", "6.5%", "9");
    under(rule(half(false)), "<=5‰", "1.5%", "9.5");
    under(rule(half(true)), "<=5‰", "6‰", "9.5");
    under(rule(half(false)), "<=4天", "4.5天", "3.75");
    let pass = |pass| ReverseRule::Threshold { pass: number(pass) };
    under(rule(pass("80")), "<=4天", "5天", "8");
    under(rule(pass("80.01")), "<=4天", "5天", "0");
}

#[test]
fn the_forward_choices() {
    let rule = |rule: ForwardRule| move |policy: &mut Policy| policy.forward = rule;
    let pass = |pass| ForwardRule::Threshold { pass: number(pass) };
    under(rule(pass("60")), ">=10个", "6个", "6");
    under(rule(pass("60")), ">=10个", "5.9个", "0");
    under(rule(ForwardRule::AllOrNothing), ">=10个", "9个", "0");
    let point = ForwardRule::PerPoint(PerPoint {
        points: number("1"),
        started: true,
    });
    under(rule(point), ">=95%", "92.5%", "7");
}

#[test]
fn the_three_equals() {
    gives("=16人", "16人", "10", Status::Met);
    gives("=16人", "17人", "10", Status::Met);
    gives("=12次", "10次", "8.33", Status::NotMet);
    let rule = |rule: EqualRule| move |policy: &mut Policy| policy.equal = rule;
    under(rule(EqualRule::Symmetric), "=10个", "12个", "8");
    under(rule(EqualRule::Symmetric), "=10个", "8个", "8");
    under(rule(EqualRule::Symmetric), "=10个", "21个", "0");
    under(rule(EqualRule::Exact), "=10个", "10个", "10");
    under(rule(EqualRule::Exact), "=10个", "9个", "0");
    under(rule(EqualRule::Exact), "=10个", "11个", "0");
}

#[test]
fn targets_of_zero_or_below_have_no_ratio() {
    gives("<=0起", "0起", "10", Status::Met);
    gives("<=0起", "1起", "0", Status::NotMet);
    gives("=0起", "0起", "10", Status::Met);
    gives("=0起", "3起", "0", Status::NotMet);
    gives(">0个", "0个", "0", Status::AtLimit);
    gives(">0个", "1个", "10", Status::Met);
    gives(">=0个", "0个", "10", Status::Met);
    gives(">=-2%", "-3%", "0", Status::NotMet);
    let row = row(&default_policy(), "<=0起", "10", "1起");
    assert_eq!(row.derivation.unwrap().rule, Rule::NoRatio { met: false });
    assert_eq!((row.completion, row.deviation), (Completion::None, None));
}

#[test]
fn ranges() {
    gives("1-3次", "2次", "10", Status::Met);
    gives("1-3次", "1次", "10", Status::Met);
    gives("1-3次", "3次", "10", Status::Met);
    gives("2-3次", "1次", "5", Status::NotMet);
    gives("1-3次", "4次", "7.5", Status::NotMet);
    gives("80%(含)-90%", "90%", "10", Status::AtLimit);
    gives("80%(含)-90%", "80%", "10", Status::Met);
}

#[test]
fn a_blank_actual_is_not_reported() {
    open(">=95%", "", Status::NotReported);
    open(">=95%", "　 ", Status::NotReported);
    open("显著加强", "", Status::NotReported);
}

#[test]
fn what_cannot_be_compared_is_an_error_on_the_cell() {
    open(">=6次", "3平方米", Status::Unreadable);
    open("≤30万元", "完成", Status::Unreadable);
    open("≥**%", "95%", Status::Unreadable);
    open("", "95%", Status::Unreadable);
}

#[test]
fn a_bare_share_against_a_percentage_is_asked() {
    open(">=95%", "0.96", Status::Asks);
    let confirmed = row_with(
        &default_policy(),
        ("事项", ">=95%", "10"),
        "0.96",
        |actual| {
            actual.confirmed = Some(number("96"));
        },
    );
    assert_eq!(confirmed.score, Some(number("10")));
}

#[test]
fn an_assumed_equals_asks_where_it_matters() {
    gives("98%", "98%", "10", Status::Met);
    gives("98%", "96%", "9.8", Status::Asks);
    let named = row_with(
        &default_policy(),
        ("事项", "20天", "10"),
        "25天",
        |actual| {
            actual.comparator = Some(Comparator::AtMost);
        },
    );
    assert_eq!(
        (named.score, named.status),
        (Some(number("8")), Status::NotMet)
    );
}

#[test]
fn words_take_a_band() {
    open("显著加强", "有所加强", Status::Asks);
    gives("显著加强", "显著加强", "10", Status::Met);
    gives("显著加强", "达成预期指标", "10", Status::Met);
    gives("是", "是", "10", Status::Met);
    gives("是", "否", "3", Status::NotMet);
    let chosen = |band, share: &str| {
        row_with(
            &default_policy(),
            ("事项", "显著加强", "6"),
            "",
            |actual| {
                actual.band = Some(band);
                actual.share = share.into();
            },
        )
    };
    assert_eq!(chosen(Band::Achieved, "").score, Some(number("6")));
    assert_eq!(chosen(Band::Partly, "").score, Some(number("4.2")));
    assert_eq!(chosen(Band::Missed, "").score, Some(number("1.8")));
    assert_eq!(chosen(Band::Achieved, "80").score, Some(number("4.8")));
    assert_eq!(chosen(Band::Partly, "79.99%").score, Some(number("4.8")));
    assert_eq!(chosen(Band::Partly, "80").score, None);
    assert_eq!(chosen(Band::Achieved, "100.01").score, None);
    let choice = chosen(Band::Partly, "").derivation.unwrap().rule;
    assert!(matches!(
        choice,
        Rule::Band {
            chosen: BandChoice::Person,
            ..
        }
    ));
}

#[test]
fn deadlines() {
    gives("2022年12月31日前", "2022年12月31日", "10", Status::Met);
    gives("12月底前", "2022年11月", "10", Status::Met);
    open("12月15日前", "2022年12月", Status::Asks);
    open("12月15日前", "2022年12月16日", Status::Asks);
    let late = row(&default_policy(), "2022年10月底前", "10", "2022年11月8日");
    let (until, days) = (Day::new(2022, 10, 31).unwrap(), Some(8));
    assert_eq!(late.issues[0].kind, IssueKind::Late { until, days });
    let chosen = |actual: &mut Actual| actual.band = Some(Band::Partly);
    let line = ("完成时间", "10月底前", "10");
    let chosen = row_with(&default_policy(), line, "2022年11月8日", chosen);
    assert_eq!(chosen.score, Some(number("7")));
    assert!(chosen.issues.is_empty());
    let per_day = |policy: &mut Policy| policy.deadline = DeadlineRule::PerDay(number("0.5"));
    under(per_day, "2022年12月15日前", "2022年12月18日", "8.5");
    let mut policy = (*default_policy()).clone();
    per_day(&mut policy);
    let month = row(&policy, "2022年10月底前", "10", "2022年11月");
    assert_eq!(month.issues[0].kind, IssueKind::DayNeeded);
}

/// The issues of the actual, of its own text and against the target.
fn asked(target: &str, text: &str, band: Option<Band>) -> Vec<IssueKind> {
    let policy = default_policy();
    let row = row_with(&policy, ("事项", target, "10"), text, |actual| {
        actual.band = band;
    });
    let issues = row.actual.issues.into_iter().chain(row.issues);
    issues.map(|issue| issue.kind).collect()
}

#[test]
fn a_chosen_band_answers_what_was_asked_about_the_actual() {
    assert_eq!(asked("显著加强", "较好", None), [IssueKind::BandNeeded]);
    assert_eq!(asked("显著加强", "95%", None), [IssueKind::OtherKind]);
    assert_eq!(asked("6月15日前", "按时", None), [IssueKind::DayNeeded]);
    assert_eq!(asked("8月15日前", "第三季度", None), [IssueKind::DayNeeded]);
    for (target, text) in [
        ("显著加强", "较好"),
        ("显著加强", "95%"),
        ("显著加强", "显著加强"),
        ("6月15日前", "按时"),
        ("8月15日前", "第三季度"),
        ("6月15日前", "16"),
    ] {
        assert_eq!(asked(target, text, Some(Band::Partly)), [], "{text}");
    }
}

#[test]
fn over_fulfilment_counts_from_exactly_thirty_percent() {
    gives(">=10个", "12.99个", "10", Status::Met);
    gives(">=10个", "13个", "10", Status::Over);
    let row = row(&default_policy(), ">=10个", "10", "13个");
    assert_eq!(
        (row.over, row.reason),
        (Some(number("30")), Some(ReasonCause::Over))
    );
    let act = |action| move |policy: &mut Policy| policy.over.action = action;
    under(act(OverAction::Minus(number("2"))), ">=10个", "13个", "8");
    under(act(OverAction::Proportional), ">=10个", "16个", "6.25");
    assert_eq!(
        under(act(OverAction::Nothing), ">=10个", "13个", "10").status,
        Status::Met
    );
    assert_eq!(
        under(act(OverAction::Flag), ">=10个", "13个", "10").reason,
        None
    );
    assert_eq!(under(|_| {}, "<=1次", "0次", "10").status, Status::Met);
    let typed = |deduction: &str| {
        let mut policy = (*default_policy()).clone();
        policy.over.action = OverAction::Typed;
        row_with(&policy, ("事项", ">=10个", "10"), "13个", |actual| {
            actual.deduction = deduction.into();
        })
    };
    assert_eq!((typed("").score, typed("").status), (None, Status::Asks));
    assert_eq!(typed("1.5").score, Some(number("8.5")));
}

#[test]
fn completion_and_deviation() {
    let shown = |target: &str, actual: &str| {
        let row = row(&default_policy(), target, "10", actual);
        (row.completion, row.deviation.map(|d| d.to_string()))
    };
    let rate = |text: &str| Completion::Rate(number(text));
    assert_eq!(shown(">=95%", "92%"), (rate("96.84"), Some("-3.16".into())));
    assert_eq!(
        shown("<=2.50万元", "2.7万元"),
        (rate("92.59"), Some("-8".into()))
    );
    assert_eq!(
        shown("<=2.50万元", "2万元"),
        (Completion::Met, Some("20".into()))
    );
    assert_eq!(
        shown("<=2.50万元", "0万元"),
        (Completion::Met, Some("100".into()))
    );
    assert_eq!(shown("=10个", "15个"), (rate("150"), Some("50".into())));
}

#[test]
fn reasons_are_wanted_where_points_are_lost() {
    let reason = |target: &str, actual: &str| row(&default_policy(), target, "10", actual).reason;
    assert_eq!(reason(">=6次", "5次"), Some(ReasonCause::PointsLost));
    assert_eq!(reason(">=6次", "6次"), None);
    assert_eq!(reason(">3天", "3天"), None);
}

#[test]
fn a_tally_overrides_the_typed_actual() {
    let tally = Tally {
        counts: ["40", "30", "20", "8", "2"].map(Into::into),
        blank: "5".into(),
        method: Method::default(),
    };
    let with = |method: Method| {
        row_with(
            &default_policy(),
            ("职工满意度", ">=95%", "10"),
            "99%",
            |actual| {
                actual.tally = Some(Tally {
                    method,
                    ..tally.clone()
                });
            },
        )
    };
    let percent = |method| with(method).tally.unwrap().percent.unwrap().to_string();
    assert_eq!(percent(Method::Share { levels: 2 }), "70");
    assert_eq!(percent(Method::Share { levels: 3 }), "90");
    assert_eq!(percent(Method::Points), "78.4");
    assert_eq!(percent(Method::Mean), "79.6");
    assert_eq!(with(Method::default()).score, Some(number("7.37")));
    assert_eq!(with(Method::default()).tally.unwrap().answered, 100);
    let against = |method, target| {
        let line = ("职工满意度", target, "10");
        let tally = Some(Tally {
            method,
            ..tally.clone()
        });
        row_with(&default_policy(), line, "", |actual| actual.tally = tally)
    };
    let score = |method, target| against(method, target).score.map(|score| score.to_string());
    let points = Method::Points;
    assert_eq!(score(points, "≥78分").as_deref(), Some("10"));
    assert_eq!(score(points, "90-100分").as_deref(), Some("8.71"));
    assert_eq!(score(Method::Mean, "≥4分").as_deref(), Some("9.95"));
    assert_eq!(score(Method::Mean, "≥3.98分").as_deref(), Some("10"));
    for (method, target) in [
        (points, "≥4分"),
        (points, "≥4.5分/人"),
        (Method::Mean, "≥6分"),
        (Method::Mean, "≥80分"),
        (Method::default(), "≥90分"),
        (points, "非常满意"),
        (points, "12月底前"),
        (Method::default(), "≥50人"),
    ] {
        let row = against(method, target);
        assert_eq!(row.score, None, "{target}");
        assert_eq!(row.issues[0].kind, IssueKind::TallyUnfit, "{target}");
    }
}

#[test]
fn satisfaction_by_steps() {
    let mut policy = (*default_policy()).clone();
    let step = |from, share| Step {
        from: number(from),
        share: number(share),
    };
    policy.satisfaction.steps = vec![step("90", "100"), step("80", "80"), step("60", "50")];
    let row = |target, actual: &str| {
        let line = (
            "满意度指标",
            "满意度指标",
            "群众满意度",
            target,
            "10",
            actual,
        );
        let document = document(&[line], Rc::new(policy.clone()));
        (*evaluate(&document).rows[0]).clone()
    };
    let score = |actual: &str| row(">=95%", actual).score;
    assert_eq!(score("90%"), Some(number("10")));
    assert_eq!(score("89.99%"), Some(number("8")));
    assert_eq!(score("60%"), Some(number("5")));
    assert_eq!(score("59%"), Some(number("0")));
    // Points by steps; met or not by the target.
    let stands = |target, actual: &str| (row(target, actual).status, row(target, actual).reason);
    assert_eq!(stands(">=95%", "92%"), (Status::NotMet, None));
    let lost = Some(ReasonCause::PointsLost);
    assert_eq!(stands(">=85%", "86%"), (Status::Met, lost));
}

#[test]
fn rounding_is_once_half_up_and_by_the_policy() {
    assert_eq!(
        row(&default_policy(), ">=8个", "0.25", "5个").score,
        Some(number("0.16"))
    );
    assert_eq!(
        row(&default_policy(), ">=200%", "1", "1%").score,
        Some(number("0.01"))
    );
    let truncate = |policy: &mut Policy| policy.rounding = jiping::decimal::Rounding::Truncate;
    under(truncate, ">=6次", "4次", "6.66");
    under(|policy| policy.places = 0, ">=6次", "4次", "7");
    under(|policy| policy.places = 4, ">=6次", "4次", "6.6667");
}
