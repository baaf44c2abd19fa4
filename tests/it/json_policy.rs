//! Policies as JSON: the built-in ones, and what a file of one's own may say.

use jiping::decimal::Number;
use jiping::node::{FormatErrorKind, Node, Path};
use jiping::policy::{
    AtLimit, BUILT_IN, DeadlineRule, EqualRule, ExecutionCurve, ForwardRule, OverAction, PerPoint,
    Policy, ReverseRule, builtin, default_policy, json,
};

fn read(text: &str) -> Result<(Policy, Vec<String>), (String, FormatErrorKind)> {
    let mut report = Vec::new();
    let node = Node::from_json(text.as_bytes()).map_err(|error| (error.path, error.kind))?;
    match json::read(node, &Path::ROOT, &mut report) {
        Ok(policy) => Ok((policy, report)),
        Err(error) => Err((error.path, error.kind)),
    }
}

#[test]
fn every_built_in_policy_reads_and_is_what_the_list_says() {
    for entry in BUILT_IN {
        let policy = builtin(entry.id).expect(entry.id);
        assert_eq!(&*policy.id, entry.id);
        assert_eq!(policy.version, entry.version, "{}", entry.id);
        assert_eq!(&*policy.title, entry.title);
        assert_eq!(&*policy.title_en, entry.title_en);
        assert!(
            !policy.source.parts.is_empty(),
            "{} names no source",
            entry.id
        );
        assert!(policy.extra.is_empty(), "{}: {:?}", entry.id, policy.extra);
    }
    assert_eq!(&*default_policy().id, "national-2020");
    assert!(builtin("atlantis").is_none());
}

#[test]
fn every_built_in_policy_survives_writing_and_reading() {
    for entry in BUILT_IN {
        let policy = builtin(entry.id).expect(entry.id);
        let (again, report) = read(&json::write(&policy).to_json()).expect(entry.id);
        assert_eq!(again, *policy, "{}", entry.id);
        assert_eq!(report, Vec::<String>::new());
    }
}

#[test]
fn the_figures_of_hubei_add_up() {
    let hubei = builtin("hubei").expect("hubei");
    assert_eq!(hubei.execution.points, Number::from_int(20));
    assert_eq!(hubei.shares.standard.output.to_string(), "44.44");
    assert_eq!(hubei.bands[1].low, Number::from_int(50));
    assert_eq!(hubei.grades, default_policy().grades);
}

/// A small policy that extends the default one, with these fields besides.
fn own(fields: &str) -> String {
    format!(
        r#"{{"extends":"national-2020","id":"own","version":1,"source":{{"parts":[]}},{fields}}}"#
    )
}

#[track_caller]
fn fails(fields: &str, path: &str, kind: FormatErrorKind) {
    assert_eq!(
        read(&own(fields)).expect_err(fields),
        (path.to_owned(), kind)
    );
}

#[track_caller]
fn takes(fields: &str) -> Policy {
    let (policy, report) = read(&own(fields)).expect(fields);
    assert_eq!(report, Vec::<String>::new());
    policy
}

#[test]
fn what_a_policy_leaves_out_comes_from_the_one_it_extends() {
    let policy = takes(r#""execution":{"reasonBelow":"80"},"over":{"action":{"rule":"flag"}}"#);
    let base = default_policy();
    assert_eq!(policy.execution.reason_below, Number::from_int(80));
    assert_eq!(policy.execution.points, base.execution.points);
    assert_eq!(
        (policy.over.action, policy.over.threshold),
        (OverAction::Flag, base.over.threshold)
    );
    assert_eq!((&*policy.title, policy.source.parts.len()), ("", 0));
    assert_eq!(policy.grades, base.grades);
}

#[test]
fn a_policy_that_extends_none_is_whole() {
    let whole = json::write(&default_policy());
    let Node::Object(fields) = &whole else {
        panic!("an object")
    };
    let optional = ["title", "titleEn"];
    for (at, (name, _)) in fields.iter().enumerate() {
        let mut fields = fields.clone();
        fields.remove(at);
        let read = read(&Node::Object(fields).to_json());
        if optional.contains(&name.as_str()) {
            assert!(read.is_ok(), "{name}");
        } else {
            assert_eq!(
                read.expect_err(name),
                (format!("$.{name}"), FormatErrorKind::Missing)
            );
        }
    }
}

#[test]
fn extends_names_a_built_in_policy() {
    let id = || "atlantis".to_owned();
    let text = own("\"places\":2").replace("national-2020", &id());
    let error = FormatErrorKind::UnknownPolicy { id: id() };
    assert_eq!(
        read(&text).expect_err("unknown"),
        ("$.extends".into(), error)
    );
}

#[test]
fn figures_fit_together() {
    let edges = || FormatErrorKind::BadEdges;
    let band =
        |low, high, default| format!(r#"{{"low":"{low}","high":"{high}","default":"{default}"}}"#);
    let bands = |a: String, b: String, c: String| format!("\"bands\":[{a},{b},{c}]");
    takes(&bands(band(90, 100, 95), band(50, 90, 50), band(0, 50, 0)));
    fails(
        &bands(band(80, 100, 100), band(60, 79, 70), band(0, 60, 30)),
        "$.bands[1]",
        edges(),
    );
    fails(
        &bands(band(80, 100, 100), band(60, 80, 80), band(0, 60, 30)),
        "$.bands[1]",
        edges(),
    );
    fails(
        &bands(band(80, 100, 100), band(60, 80, 70), band(10, 60, 30)),
        "$.bands",
        edges(),
    );
    let grades = |text: &str| format!("\"grades\":[{text}]");
    takes(&grades(
        r#"{"grade":"excellent","from":85.5},{"grade":"poor","from":0}"#,
    ));
    fails(&grades(""), "$.grades", edges());
    fails(
        &grades(r#"{"grade":"excellent","from":85},{"grade":"poor","from":1}"#),
        "$.grades",
        edges(),
    );
    fails(
        &grades(r#"{"grade":"good","from":85},{"grade":"excellent","from":0}"#),
        "$.grades[1]",
        edges(),
    );
    fails(
        &grades(
            r#"{"grade":"good","from":85},{"grade":"fair","from":85},{"grade":"poor","from":0}"#,
        ),
        "$.grades[1]",
        edges(),
    );
    let caps = |text: &str| format!(r#""execution":{{"caps":[{text}]}}"#);
    takes(&caps(r#"{"below":50,"most":59},{"below":60,"most":59}"#));
    fails(
        &caps(r#"{"below":60,"most":69},{"below":50,"most":59}"#),
        "$.execution.caps[1]",
        edges(),
    );
    let steps =
        |text: &str| format!(r#""execution":{{"curve":{{"rule":"steps","steps":[{text}]}}}}"#);
    takes(&steps(r#"{"from":95,"share":100},{"from":0,"share":0}"#));
    fails(&steps(""), "$.execution.curve.steps", edges());
    fails(
        &steps(r#"{"from":95,"share":100}"#),
        "$.execution.curve.steps",
        edges(),
    );
    fails(
        &steps(r#"{"from":95,"share":50},{"from":0,"share":60}"#),
        "$.execution.curve.steps[1]",
        edges(),
    );
    let found = "99.5".to_owned();
    fails(
        r#""execution":{"points":"9.5"}"#,
        "$.shares.standard",
        FormatErrorKind::NotHundred { found },
    );
}

#[test]
fn single_figures_have_their_range() {
    let percent = FormatErrorKind::OutOfRange {
        least: 0,
        most: 100,
    };
    fails(
        r#""execution":{"points":"100.01"}"#,
        "$.execution.points",
        percent.clone(),
    );
    fails(
        r#""execution":{"points":-1}"#,
        "$.execution.points",
        percent,
    );
    fails(
        r#""execution":{"points":"ten"}"#,
        "$.execution.points",
        FormatErrorKind::NotDecimal,
    );
    fails(
        r#""execution":{"points":"1.0000001"}"#,
        "$.execution.points",
        FormatErrorKind::NotDecimal,
    );
    fails(
        r#""places":5"#,
        "$.places",
        FormatErrorKind::OutOfRange { least: 0, most: 4 },
    );
    fails(r#""places":1.5"#, "$.places", FormatErrorKind::NotWhole);
    fails(
        r#""forward":{"rule":"magic"}"#,
        "$.forward.rule",
        FormatErrorKind::UnknownWord {
            found: "magic".into(),
        },
    );
    fails(
        r#""forward":{"rule":"threshold"}"#,
        "$.forward.pass",
        FormatErrorKind::Missing,
    );
}

#[test]
fn every_rule_can_be_named() {
    assert_eq!(
        takes(r#""reverse":{"rule":"mirror"}"#).reverse,
        ReverseRule::Mirror
    );
    assert_eq!(takes(r#""equal":"exact""#).equal, EqualRule::Exact);
    assert_eq!(takes(r#""above":"nothing""#).above, AtLimit::Nothing);
    let points = Number::from_hundredths(50);
    let per = PerPoint {
        points,
        started: true,
    };
    assert_eq!(
        takes(r#""forward":{"rule":"per-point","points":0.5,"started":true}"#).forward,
        ForwardRule::PerPoint(per)
    );
    assert_eq!(
        takes(r#""deadline":{"rule":"per-day","points":"0.5"}"#).deadline,
        DeadlineRule::PerDay(points)
    );
    assert_eq!(
        takes(r#""over":{"action":{"rule":"proportional"}}"#)
            .over
            .action,
        OverAction::Proportional
    );
    let floor = ExecutionCurve::Floor {
        below: Number::from_int(60),
    };
    assert_eq!(
        takes(r#""execution":{"curve":{"rule":"floor","below":60}}"#)
            .execution
            .curve,
        floor
    );
}
