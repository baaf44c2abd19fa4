//! Every released form of a link opens for ever: `tests/golden/links`.
//!
//! Each `.txt` is a link as it was sent, each `.json` of the same name the file it must open as. Files are
//! added, never changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jiping::actual::Review;
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::document::json::{open, save};
use jiping::policy::{Policy, builtin};
use jiping::share::{self, Link, LinkError};
use jiping::table::HeaderReview;

use super::lock::{ONE, PASSWORD};
use crate::support::{example, filled, seed};

/// A link of version 2, and one of a kind that version 1 does not know, both whole.
pub const NEWER: [&str; 2] = ["jp2e17.b6rvEgYWJj", "jp1q19.AjPllAYWJjZA"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/links")
}

/// Rules of Hubei as another program may hold them: a version that is not ours, with other figures.
fn another_version() -> Policy {
    let ours = (*builtin("hubei").expect("there")).clone();
    let number = |text: &str| Number::parse(text).expect(text);
    let mut policy = Policy {
        version: 2,
        places: 1,
        ..ours
    };
    policy.execution.points = number("10");
    policy.shares.standard.output = number("50");
    policy.shares.standard.benefit = number("30");
    policy.shares.standard.satisfaction = number("10");
    policy
}

/// Everything that a reviewer can say.
fn reviewed() -> Document {
    let mut document = example();
    let header = Rc::make_mut(&mut document.header);
    header.review = HeaderReview {
        rate: "91.5%".into(),
        score: "9".into(),
        execution: "尾款未付".into(),
        whole: "同意，请补充佐证。".into(),
    };
    let row = &mut document.rows[0];
    Rc::make_mut(&mut row.actual).review = Review {
        actual: "290天".into(),
        score: "12".into(),
        opinion: "按签到表核实".into(),
    };
    document
}

/// What version 1 was released with.
fn released() -> Vec<(&'static str, Document, Result<String, LinkError>)> {
    let own = Document {
        policy: Rc::new(Policy {
            id: "own".into(),
            title: "我局自定".into(),
            places: 1,
            ..(*builtin("hubei").expect("there")).clone()
        }),
        ..example()
    };
    let whole = |name, document: Document| {
        let code = share::encode(&document);
        (name, document, code)
    };
    let other = Document {
        policy: Rc::new(another_version()),
        ..filled::filled_seed()
    };
    let filled = filled::filled_seed();
    let answers = share::encode_answers(&filled);
    let lock = |code: &String| share::lock(code, PASSWORD, &ONE);
    let locked = share::encode(&filled).and_then(|code| lock(&code));
    let locked_answers = answers.as_ref().map_err(Clone::clone).and_then(lock);
    vec![
        whole("v1-seed", seed()),
        whole("v1-filled", filled.clone()),
        whole("v1-example", example()),
        whole("v1-own-policy", own),
        whole("v1-other-version", other),
        whole("v1-reviewed", reviewed()),
        whole("v1-odd", super::odd()),
        ("v1-filled-answers", filled.clone(), answers),
        ("v1-locked", filled.clone(), locked),
        ("v1-locked-answers", filled, locked_answers),
    ]
}

/// `UPDATE_EXPECT=1` writes those that are not there yet; it changes none.
fn add_missing() {
    for (name, document, code) in released() {
        let path = folder().join(name).with_extension("txt");
        if !path.exists() {
            fs::write(&path, code.expect("a link")).expect("written");
            fs::write(path.with_extension("json"), save(&document)).expect("written");
        }
    }
}

#[test]
fn every_released_link_opens() {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        add_missing();
    }
    let mut seen = 0;
    for entry in fs::read_dir(folder()).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let code = fs::read_to_string(&path).expect("a link");
        let file = fs::read(path.with_extension("json")).expect("the file it opens as");
        let expected = open(&file).expect("reads").document;
        let link = match share::open(&code).expect("opens") {
            Link::Locked(locked) => locked.unlock(PASSWORD).expect("the password"),
            link => link,
        };
        let shared = match link {
            Link::Whole(shared) => shared,
            Link::Answers(answers) => answers.fill(&seed()).expect("the seed's table"),
            Link::Locked(_) => panic!("locked twice"),
        };
        assert_eq!(
            save(&shared.document),
            save(&expected),
            "{}",
            path.display()
        );
        seen += 1;
    }
    assert!(seen >= released().len(), "only {seen} links were opened");
}

#[test]
fn version_1_writes_what_it_wrote() {
    for (name, _, code) in released() {
        let path = folder().join(name).with_extension("txt");
        let sent = fs::read_to_string(path).expect(name);
        assert_eq!(code.as_ref(), Ok(&sent), "{name}");
    }
}
