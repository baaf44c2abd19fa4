//! One filled table with every kind of row under every policy: rules, findings and sums as they are today.
//!
//! `UPDATE_EXPECT=1 cargo test policy_golden` writes the files anew; read what changed.

use std::fmt::Write as _;

use expect_test::expect_file;
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::document::json::open;
use jiping::policy::{BUILT_IN, builtin};
use jiping::scoring::{Evaluation, RowResult, evaluate};

use crate::repository::files;

fn shown(number: Option<Number>) -> String {
    number.map_or("–".to_owned(), |number| number.to_string())
}

fn row_line(row: &RowResult) -> String {
    let rule = row.derivation.as_ref().map(|derivation| derivation.rule);
    let rule = rule.map_or("–".to_owned(), |rule| format!("{rule:?}"));
    format!(
        "{:4} {:>6} of {:>6}  {:?}  completion {:?}, deviation {}, over {}, reason {:?}  {rule}",
        row.id.as_str(),
        shown(row.score),
        row.weight.points.to_string(),
        row.status,
        row.completion,
        shown(row.deviation),
        shown(row.over),
        row.reason,
    )
}

fn summary(evaluation: &Evaluation) -> String {
    let (execution, totals) = (&evaluation.execution, &evaluation.totals);
    let mut text = format!(
        "execution {} of {}, rate {}\n",
        shown(execution.score),
        execution.points,
        shown(execution.rate),
    );
    for row in &evaluation.rows {
        writeln!(text, "{}", row_line(row)).unwrap();
    }
    for part in &evaluation.parts {
        writeln!(
            text,
            "{} {} of {}",
            part.label, part.sum.earned, part.sum.weight
        )
        .unwrap();
    }
    writeln!(
        text,
        "total {} of {}, reachable {}, cap {:?}\ngraded on {}: {:?}, unrounded {:?}",
        totals.so_far,
        totals.attainable,
        totals.reachable,
        totals.cap,
        shown(totals.graded_on),
        totals.grade,
        totals.unrounded,
    )
    .unwrap();
    for missing in &evaluation.missing {
        writeln!(text, "missing {:?} at {:?}", missing.what, missing.place).unwrap();
    }
    for finding in evaluation.findings.iter() {
        writeln!(
            text,
            "{:?} {:?} at {:?}",
            finding.severity, finding.kind, finding.place
        )
        .unwrap();
    }
    text
}

#[test]
fn every_policy_has_a_golden_evaluation() {
    let bytes = include_bytes!("../golden/policy/library.json");
    let document = open(bytes).unwrap().document;
    for entry in BUILT_IN {
        let document = Document {
            policy: builtin(entry.id).unwrap(),
            ..document.clone()
        };
        let path = format!(
            "{}/tests/golden/policy/{}.library.txt",
            env!("CARGO_MANIFEST_DIR"),
            entry.id
        );
        expect_file![path].assert_eq(&summary(&evaluate(&document)));
    }
}

#[test]
fn every_profile_is_built_in_and_every_golden_has_its_profile() {
    let ids = |folder: &str, extension: &str| -> Vec<String> {
        let names = files(folder, &[extension])
            .into_iter()
            .map(|(path, _)| path);
        let name = |path: String| {
            path.rsplit('/')
                .next()
                .unwrap()
                .replace(&format!(".{extension}"), "")
        };
        names.map(name).collect()
    };
    let mut built_in: Vec<&str> = BUILT_IN.iter().map(|entry| entry.id).collect();
    built_in.sort_unstable();
    assert_eq!(ids("src/policy/profile", "json"), built_in);
    assert_eq!(ids("tests/golden/policy", "library.txt"), built_in);
}
