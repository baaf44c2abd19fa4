//! Many evaluations in one table.

use jiping::document::Document;
use jiping::document::json::{Brief, Loaded, save};
use jiping::edit::{Edit, HeaderField, RowField, apply};
use jiping::grid::write::csv;
use jiping::i18n::{Language, finding, rollup as words};
use jiping::node::FormatErrorKind;
use jiping::rollup::{OpenError, Order, RollUp, SortKey, open, roll_up};
use jiping::share::{self, LinkError};
use jiping::table::{Id, Text};

use crate::support::{example, filled::filled_seed, seed};

fn named(document: &Document, unit: &str) -> Document {
    apply(document, &Edit::Header(HeaderField::Unit, unit.into())).expect("taken")
}

/// As read from a file that there is nothing to tell about.
fn loaded(document: Document) -> Loaded {
    Loaded {
        document,
        notes: Vec::new(),
    }
}

#[track_caller]
fn tells(file: &str, chinese: &str, english: &str) {
    let brief = Brief::of(open(file.as_bytes()).unwrap().notes);
    let mut all = RollUp::default();
    all.push_bytes("1".to_owned(), file.as_bytes());
    let outcome = all.entries()[0].outcome.as_ref().unwrap();
    assert_eq!(outcome.about, brief);
    assert_eq!(finding::brief(&brief, Language::Chinese), chinese);
    assert_eq!(finding::brief(&brief, Language::English), english);
}

#[test]
fn what_a_file_has_that_is_not_ours_is_told() {
    tells(r#"{"format":"jiping","version":1}"#, "", "");
    tells(
        r#"{"format":"jiping","version":1,"a":1,"policy":{"id":"national-2020","version":9},"b":2}"#,
        "文件所用评分办法是第 9 版，本系统按第 1 版评分，得分可能不同；请核对。\
         文件里的“$.a”“$.b”共 2 项本系统不认识，已原样保留；请核对文件来源。",
        "The file uses version 9 of the scoring policy, this program scores by version 1, and points may differ; please check. \
         This program does not know the file's 2 fields “$.a”, “$.b”; they are kept as they are, please check where the file comes from.",
    );
    tells(
        r#"{"format":"jiping","version":1,"a":1}"#,
        "文件里的“$.a”一项本系统不认识，已原样保留；请核对文件来源。",
        "This program does not know the file's field “$.a”; it is kept as it is, please check where the file comes from.",
    );
    tells(
        r#"{"format":"jiping","version":1,"a":1,"b":1,"c":1,"d":1,"e":1}"#,
        "文件里的“$.a”“$.b”“$.c”等 5 项本系统不认识，已原样保留；请核对文件来源。",
        "This program does not know 5 of the file's fields, among them “$.a”, “$.b”, “$.c”; they are kept as they are, please check where the file comes from.",
    );
}

#[test]
fn a_fields_name_of_any_length_makes_no_long_sentence() {
    let name = "项".repeat(19_000);
    for (fields, count) in [
        (format!(r#""{name}":1"#), 1),
        (
            format!(r#""{name}":1,"{name}1":1,"{name}2":1,"{name}3":1"#),
            4,
        ),
    ] {
        let file = format!(r#"{{"format":"jiping","version":1,{fields}}}"#);
        let brief = Brief::of(open(file.as_bytes()).unwrap().notes);
        assert_eq!(brief.count, count);
        assert!(finding::brief(&brief, Language::Chinese).chars().count() < 250);
    }
}

/// An empty seed, a filled one, a worse one, the example, and two that do not open.
fn several() -> RollUp {
    let filled = named(&filled_seed(), "乙局");
    let edits = ["i11", "i12", "i14", "i33", "i35"]
        .map(|at| Edit::Row(Id::new(at), RowField::Actual, Text::from("0%")));
    let worse = apply(&named(&filled, "丙局"), &Edit::Batch(edits.to_vec())).expect("taken");
    let mut roll_up = roll_up([
        ("1", Ok(loaded(named(&seed(), "甲局")))),
        ("2", Ok(loaded(filled))),
        ("3", Ok(loaded(worse))),
    ]);
    roll_up.push_bytes("例.json".to_owned(), save(&example()).as_bytes());
    roll_up.push_bytes("坏.json".to_owned(), b"{\"format\":\"jiping\"");
    roll_up.push_bytes("第 6 行".to_owned(), b"jp1e900.abc");
    roll_up
}

#[test]
fn files_and_links_open() {
    let document = filled_seed();
    let code = share::encode(&document).expect("a link");
    assert_eq!(
        open(save(&document).as_bytes()),
        Ok(loaded(document.clone()))
    );
    assert_eq!(
        open(format!("\u{feff}\n {}", save(&document)).as_bytes())
            .as_ref()
            .err(),
        None
    );
    assert_eq!(
        open(format!("https://example.cn/#{code}。").as_bytes()),
        Ok(loaded(document))
    );
    assert_eq!(open(b""), Err(OpenError::Link(LinkError::NotALink)));
    assert_eq!(open(b"\xff\xfe"), Err(OpenError::Link(LinkError::NotALink)));
    let Err(OpenError::File(error)) = open(b"{}") else {
        panic!("opened")
    };
    assert_eq!(error.kind, FormatErrorKind::NotOurs);
}

#[test]
fn a_bad_one_is_listed_and_the_rest_go_on() {
    let roll_up = several();
    let opened: Vec<bool> = roll_up
        .entries()
        .iter()
        .map(|entry| entry.outcome.is_ok())
        .collect();
    assert_eq!(opened, [true, true, true, true, false, false]);
    let all = roll_up.distribution();
    assert_eq!((all.failed, all.provisional), (2, 2));
    assert_eq!(all.grades.iter().sum::<usize>(), 2);
    assert_eq!(all.bins.iter().sum::<usize>(), 2);
}

#[track_caller]
fn order(key: SortKey, order: Order, expected: [usize; 6]) {
    assert_eq!(several().sorted(key, order), expected);
}

#[test]
fn sorting_keeps_the_unknown_last() {
    order(SortKey::Arrival, Order::Descending, [0, 1, 2, 3, 4, 5]);
    order(SortKey::Unit, Order::Ascending, [2, 1, 0, 3, 4, 5]);
    order(SortKey::Unmet, Order::Descending, [2, 1, 3, 0, 4, 5]);
}

#[test]
fn lines() {
    let roll_up = several();
    let order = roll_up.sorted(SortKey::Total, Order::Descending);
    let grid = words::grid(&roll_up, &order, Language::Chinese);
    assert_eq!(grid.squares().len(), 7);
    assert!(
        grid.squares()
            .iter()
            .all(|row| row.len() == words::heads(Language::Chinese).len())
    );
    expect_test::expect![[r#"
        来源,单位,年度,项目,总分,满分,等次,预算执行率,指标数,未达标,未达标指标,未填待定,问题数,文件提示
        2,乙局,2022,,97.86,100,优,96.70%,38,8,项目监督检查调研覆盖率；自治区非法集资检测预警平台验收合格率；发放聘用财务管理人員工资及时率；非法集资监测预警平台故障维修即使处理时间；人均运转经费；保障金融风险防空工作正常运转；问题整改落实率；职工满意度,0,0,
        3,丙局,2022,,80.93,100,良,96.70%,38,11,工资及公用经费保障率；项目监督检查调研覆盖率；项目监督检查报告验收合格率；自治区非法集资检测预警平台验收合格率；发放聘用财务管理人員工资及时率；非法集资监测预警平台故障维修即使处理时间；人均运转经费；保障金融风险防空工作正常运转；检查结果公开率；问题整改落实率；职工满意度,0,0,
        例.json,示例市群众文化馆,2023,公共文化场馆免费开放补助,80.24,100,未定,96.20%,14,4,举办公益培训期数；每期培训平均成本；服务群众人次；群众文化活动参与度,3,0,
        1,甲局,2022,,0.00,100,未定,,38,0,,41,0,
        坏.json,文件第 1 行第 18 列起不是完整的 JSON，可能已损坏；请换一份备份。,,,,,,,,,,,,
        第 6 行,链接被截断：应有 900 个字符，只收到 11 个；请对方重发，或改用文件。,,,,,,,,,,,,
    "#]].assert_eq(&csv(&grid).replace("\r\n", "\n").replace('\u{feff}', ""));
    let said = |language| words::summary(&roll_up.distribution(), language);
    let chinese = "共 4 份，已定等次 2 份，未定 2 份，打不开 2 份。平均 89.40 分。";
    assert_eq!(said(Language::Chinese), chinese);
    let english =
        "4 in all, 2 with a final grade, 2 without; 2 could not be opened. Mean 89.40 points.";
    assert_eq!(said(Language::English), english);
}

#[test]
fn a_bin_holds_its_lower_edge() {
    let all = several().distribution();
    for entry in several().entries() {
        let Ok(outcome) = &entry.outcome else {
            continue;
        };
        let (Some(_), Some(on)) = (outcome.grade, outcome.graded_on) else {
            continue;
        };
        let whole: usize = on
            .fixed(2)
            .split('.')
            .next()
            .expect("digits")
            .parse()
            .expect("a number");
        assert!(all.bins[(whole / 10).min(9)] > 0, "{on}");
    }
    assert_eq!(RollUp::default().distribution().mean, None);
}
