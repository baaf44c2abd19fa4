//! Every value of the core has words in both languages, and they say the same.

mod derivations;
mod every;
mod execution;

use jiping::decimal::Number;
use jiping::i18n::{Language, error, finding, format, issue, link, place, term, total};
use jiping::policy::Grade;
use jiping::scoring::{Cap, Totals};
use jiping::span::Span;
use jiping::value::{Issue, Value};

/// Both wordings of one thing: neither empty, no slot left open, no Chinese in the English
/// outside quotation marks, and the same figures in both.
#[track_caller]
fn both(say: impl Fn(Language) -> String) {
    let [chinese, english] = Language::ALL.map(&say);
    for text in [&chinese, &english] {
        assert!(!text.trim().is_empty());
        assert!(!text.contains(['{', '}']), "{text}");
    }
    assert!(chinese.chars().any(is_chinese), "{chinese}");
    assert!(!unquoted(&english).any(is_chinese), "{english}");
    assert_eq!(
        figures(&chinese),
        figures(&english),
        "{chinese} / {english}"
    );
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// What stands outside “…”.
fn unquoted(text: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_i32;
    text.chars().filter(move |letter| {
        depth += i32::from(*letter == '“') - i32::from(*letter == '”');
        depth == 0
    })
}

/// The runs of digits, sorted, without zeros in front.
fn figures(text: &str) -> Vec<String> {
    let text = text
        .replace("10,000", "万")
        .replace("level-1", "")
        .replace("level-2", "");
    let runs = text.split(|letter: char| !letter.is_ascii_digit());
    let mut figures: Vec<String> = runs
        .filter(|run| !run.is_empty())
        .map(|run| run.trim_start_matches('0').to_owned())
        .collect();
    figures.sort();
    figures
}

#[track_caller]
fn word(say: impl Fn(Language) -> &'static str) {
    both(|language| say(language).to_owned());
}

#[test]
fn terms() {
    every::statuses()
        .into_iter()
        .for_each(|x| word(|l| term::status(x, l)));
    every::grades()
        .into_iter()
        .for_each(|x| word(|l| term::grade(x, l)));
    every::bands()
        .into_iter()
        .for_each(|x| word(|l| term::band(x, l)));
    every::comparators()
        .into_iter()
        .for_each(|x| word(|l| term::comparator(x, l)));
    every::weight_sources()
        .into_iter()
        .for_each(|x| word(|l| term::weight_source(x, l)));
    every::reason_causes()
        .into_iter()
        .for_each(|x| word(|l| term::reason_cause(x, l)));
    every::missing_kinds()
        .into_iter()
        .for_each(|x| word(|l| term::missing_kind(x, l)));
    every::execution_states()
        .into_iter()
        .for_each(|x| word(|l| term::execution_state(x, l)));
    every::levels()
        .into_iter()
        .for_each(|x| word(|l| term::level1(x, l)));
    every::severities()
        .into_iter()
        .for_each(|x| word(|l| term::severity(x, l)));
    every::bases()
        .into_iter()
        .for_each(|x| word(|l| term::basis(x, l)));
    every::methods()
        .into_iter()
        .for_each(|x| both(|l| term::method(x, l)));
    (0..=5).for_each(|level| word(|l| term::tally_level(level, l)));
    every::shapes()
        .into_iter()
        .for_each(|x| word(|l| format::shape(x, l)));
}

#[test]
fn links_that_do_not_open_have_words() {
    every::link_errors()
        .iter()
        .for_each(|x| both(|l| link::link_error(x, l)));
}

#[test]
fn refusals() {
    every::number_errors()
        .into_iter()
        .for_each(|x| word(|l| error::number(x, l)));
    every::tally_errors()
        .into_iter()
        .for_each(|x| both(|l| error::tally(x, l)));
    every::edit_errors()
        .iter()
        .for_each(|x| both(|l| error::edit(x, l)));
    every::format_errors()
        .iter()
        .for_each(|x| both(|l| format::format_error(x, l)));
}

#[test]
fn issues_and_findings() {
    let document = every::document();
    for kind in every::issue_kinds() {
        let issue = Issue {
            kind,
            span: Span::new(0, 3),
        };
        both(|language| issue::issue(&issue, "≥12345678", language));
    }
    for found in every::findings() {
        both(|language| finding::finding(&found, &document, language));
    }
    for at in every::places() {
        both(|language| place::place(&at, &document, language));
    }
    for missing in every::missing() {
        both(|language| finding::missing(&missing, &document, language));
    }
}

/// What the page says under the actual of a row with this target, in Chinese.
#[track_caller]
fn advice(target: &str, actual: &str, expected: Option<&str>) {
    let mut document = jiping::app::begin::example();
    let row = &mut document.rows[0];
    let mut indicator = (*row.indicator).clone();
    indicator.target = target.into();
    row.indicator = std::rc::Rc::new(indicator);
    let mut done = (*row.actual).clone();
    done.text = actual.into();
    row.actual = std::rc::Rc::new(done);
    let evaluation = jiping::scoring::evaluate(&document);
    let result = &evaluation.rows[0];
    let issues = result.actual.issues.iter().chain(&result.issues);
    let found = issues.max_by_key(|issue| issue.kind.severity());
    let found = found.filter(|found| found.kind.severity() > jiping::value::Severity::Note);
    let said = |language| issue::actual(result, found, actual, language);
    assert_eq!(
        said(Language::Chinese).as_deref(),
        expected,
        "{target} / {actual}"
    );
    if expected.is_some() {
        both(|language| said(language).unwrap());
    }
}

/// The small program holds the example alone and leaves out what its targets cannot bring up (`WHOLE`).
#[test]
fn the_examples_targets_are_plain() {
    let example = jiping::app::begin::example();
    assert_ne!(
        example.policy.over.action,
        jiping::policy::OverAction::Typed
    );
    let evaluation = jiping::scoring::evaluate(&example);
    for row in &evaluation.rows {
        assert_eq!(row.target.issues, [], "{}", row.id.as_str());
        match row.target.value.as_ref().unwrap() {
            Value::Quantity(quantity) => {
                let unit = quantity.unit.as_ref().unwrap();
                let word = &*unit.upper.word;
                let plain = word == "万元" || !word.contains(['万', '亿', '分']);
                assert!(plain && unit.per.is_none(), "{unit}");
            }
            Value::Words(_) => {}
            other => panic!("{other}"),
        }
    }
}

#[test]
fn an_actual_without_a_score_is_told_what_to_do() {
    let choose = "不能直接计分，请选定档次。";
    let band = |text: &str| format!("“{text}”{choose}");
    for text in ["95%", "3", "较好"] {
        advice("显著加强", text, Some(&band(text)));
    }
    advice("显著加强", "显著加强", None);
    advice("显著加强", "", None);
    advice(
        "12月31日前",
        "2023年1月5日",
        Some("“2023年1月5日”比期限（2022年12月31日）晚 5 天，请选定档次。"),
    );
    advice(
        "12月31日前",
        "2023年1月",
        Some("“2023年1月”比期限（2022年12月31日）晚，请选定档次。"),
    );
    for text in ["按时完成", "3次"] {
        let date = format!("“{text}”不是日期，请填写哪天完成，例如“12月20日”。");
        advice("12月31日前", text, Some(&date));
    }
    for text in ["无故障", "1-3次", "1 6", "961/1000", "1e2", "2018年"] {
        let number = format!("“{text}”读不出是哪个数，请只填一个数；没有发生填 0。");
        advice("≥16人", text, Some(&number));
        advice("1-3次", text, Some(&number));
    }
    advice(
        "≥16人",
        "16平方米",
        Some("“16平方米”与指标值的计量单位不是同一类，无法比较；请改用指标值的单位。"),
    );
    advice("≥16人", "15人", None);
}

#[test]
fn totals() {
    let number = |text| Number::parse(text).unwrap();
    let cap = Cap {
        most: number("89"),
        before: number("93.2"),
        below: number("80"),
    };
    both(|l| total::cap(&cap, l));
    let open = Totals {
        so_far: number("61.2"),
        attainable: number("90"),
        open: number("35.2"),
        reachable: number("96.4"),
        cap: None,
        provisional: true,
        graded_on: Some(number("68")),
        grade: None,
        unrounded: None,
    };
    both(|l| total::summary(&open, 12, l));
    let empty = Totals {
        attainable: Number::ZERO,
        ..open
    };
    both(|l| total::summary(&empty, 0, l));
    both(|l| total::graded_on(&open, l).unwrap());
    assert_eq!(total::unrounded(&open, Language::English), None);
    let done = Totals {
        provisional: false,
        attainable: Number::HUNDRED,
        grade: Some(Grade::Excellent),
        unrounded: Some((number("89.9967"), Grade::Good)),
        ..open
    };
    both(|l| total::summary(&done, 0, l));
    both(|l| total::unrounded(&done, l).unwrap());
    assert_eq!(total::graded_on(&done, Language::English), None);
}

#[test]
fn goal_fields() {
    every::goal_fields()
        .into_iter()
        .for_each(|x| word(|l| place::goal_field(x, l)));
}
