//! Documents as JSON: what a file may say, what is refused and where, and that nothing is lost.

use crate::support::{document::document, seed};
use jiping::actual::Band;
use jiping::document::Document;
use jiping::document::json::{Loaded, Note, NoteKind, line, open, read, save, write};
use jiping::finding::{Finding, FindingKind, Place};
use jiping::node::{FormatErrorKind, Node, Shape};
use jiping::policy::default_policy;
use jiping::value::Comparator;
use proptest::prelude::*;
use std::rc::Rc;

/// The document without the fields that we do not know.
fn known(mut document: Document) -> Document {
    document.extra.clear();
    Rc::make_mut(&mut document.header).extra.clear();
    for task in &mut document.tasks {
        Rc::make_mut(task).extra.clear();
    }
    for goal in &mut document.goals {
        Rc::make_mut(goal).extra.clear();
    }
    for row in &mut document.rows {
        Rc::make_mut(&mut row.indicator).extra.clear();
        Rc::make_mut(&mut row.actual).extra.clear();
    }
    document
}

/// A file with these fields behind its format and version.
fn file(fields: &str) -> String {
    format!(
        "{{\"format\":\"jiping\",\"version\":1{}{fields}}}",
        if fields.is_empty() { "" } else { "," }
    )
}

#[track_caller]
fn load(fields: &str) -> Loaded {
    open(file(fields).as_bytes()).expect(fields)
}

#[track_caller]
fn fails(fields: &str, path: &str, kind: FormatErrorKind) {
    fails_whole(&file(fields), path, kind);
}

#[track_caller]
fn fails_whole(text: &str, path: &str, kind: FormatErrorKind) {
    let error = open(text.as_bytes()).expect_err(text);
    assert_eq!((error.path.as_str(), error.kind), (path, kind));
}

const fn wrong(expected: Shape, found: Shape) -> FormatErrorKind {
    FormatErrorKind::WrongType { expected, found }
}

#[test]
fn an_empty_file_is_an_empty_document_under_the_default_policy() {
    let loaded = load("");
    assert_eq!(loaded.notes, []);
    assert_eq!(loaded.document.policy, default_policy());
    assert!(loaded.document.rows.is_empty() && loaded.document.header.unit.is_empty());
}

#[test]
fn only_our_format_in_our_version_is_read() {
    fails_whole("{}", "$", FormatErrorKind::NotOurs);
    fails_whole(r#"{"format":"jiping"}"#, "$", FormatErrorKind::NotOurs);
    fails_whole(
        r#"{"format":"other","version":1}"#,
        "$",
        FormatErrorKind::NotOurs,
    );
    fails_whole("[]", "$", wrong(Shape::Object, Shape::List));
    fails_whole(
        r#"{"format":"jiping","version":2}"#,
        "$.version",
        FormatErrorKind::NewerVersion { found: 2 },
    );
    fails_whole(
        r#"{"format":"jiping","version":"1"}"#,
        "$.version",
        wrong(Shape::Number, Shape::Text),
    );
    let range = FormatErrorKind::OutOfRange {
        least: 1,
        most: u32::MAX,
    };
    fails_whole(r#"{"format":"jiping","version":0}"#, "$.version", range);
    for version in ["1.0", "1e0", "1.5"] {
        let file = format!(r#"{{"format":"jiping","version":{version}}}"#);
        fails_whole(&file, "$.version", FormatErrorKind::NotWhole);
    }
}

#[test]
fn wrong_kinds_are_refused_where_they_stand() {
    fails(
        r#""header":[]"#,
        "$.header",
        wrong(Shape::Object, Shape::List),
    );
    fails(
        r#""header":{"unit":7}"#,
        "$.header.unit",
        wrong(Shape::Text, Shape::Number),
    );
    fails(
        r#""tasks":{}"#,
        "$.tasks",
        wrong(Shape::List, Shape::Object),
    );
    fails(
        r#""tasks":["x"]"#,
        "$.tasks[0]",
        wrong(Shape::Object, Shape::Text),
    );
    fails(
        r#""tasks":[{"initial":5}]"#,
        "$.tasks[0].initial",
        wrong(Shape::Object, Shape::Number),
    );
    fails(
        r#""tasks":[{},{"executed":{"total":true}}]"#,
        "$.tasks[1].executed.total",
        wrong(Shape::TextOrNumber, Shape::Bool),
    );
    fails(
        r#""goals":[{"text":[]}]"#,
        "$.goals[0].text",
        wrong(Shape::Text, Shape::List),
    );
    fails(
        r#""indicators":[{"locked":"yes"}]"#,
        "$.indicators[0].locked",
        wrong(Shape::Bool, Shape::Text),
    );
    fails(
        r#""indicators":[{"actual":"95%"}]"#,
        "$.indicators[0].actual",
        wrong(Shape::Object, Shape::Text),
    );
    fails(
        r#""indicators":[{"actual":{"confirmed":"many"}}]"#,
        "$.indicators[0].actual.confirmed",
        FormatErrorKind::NotDecimal,
    );
    fails(
        r#""indicators":[{"actual":{"band":"best"}}]"#,
        "$.indicators[0].actual.band",
        FormatErrorKind::UnknownWord {
            found: "best".into(),
        },
    );
    fails(
        r#""indicators":[{"actual":{"comparator":"≥"}}]"#,
        "$.indicators[0].actual.comparator",
        FormatErrorKind::UnknownWord {
            found: "≥".into()
        },
    );
    fails(
        r#""indicators":[{"actual":{"tally":{"counts":["1"]}}}]"#,
        "$.indicators[0].actual.tally.counts",
        FormatErrorKind::WrongLength {
            expected: 5,
            found: 1,
        },
    );
    fails(
        r#""indicators":[{"actual":{"tally":{"method":{"rule":"share","levels":5}}}}]"#,
        "$.indicators[0].actual.tally.method.levels",
        FormatErrorKind::OutOfRange { least: 1, most: 4 },
    );
}

#[test]
fn ids_are_given_or_made_up_and_never_twice() {
    fails(
        r#""goals":[{"id":"a"},{"id":"a"}]"#,
        "$.goals[1].id",
        FormatErrorKind::DuplicateId { id: "a".into() },
    );
    fails(
        r#""goals":[{"id":""}]"#,
        "$.goals[0].id",
        FormatErrorKind::BadId,
    );
    fails(
        r#""goals":[{"id":1}]"#,
        "$.goals[0].id",
        wrong(Shape::Text, Shape::Number),
    );
    let document = load(r#""indicators":[{},{"id":"i1"},{"id":"i4"},{},{"id":null},{"id":"i99999999999999999999"}]"#).document;
    let ids: Vec<&str> = document
        .rows
        .iter()
        .map(|row| row.indicator.id.as_str())
        .collect();
    assert_eq!(ids, ["i5", "i1", "i4", "i6", "i7", "i99999999999999999999"]);
    // The same id may stand in two lists.
    assert_eq!(
        load(r#""tasks":[{"id":"a"}],"goals":[{"id":"a"}]"#).notes,
        []
    );
}

#[test]
fn there_are_only_so_many_rows() {
    let rows = |name: &str, count: usize| format!("\"{name}\":[{}{{}}]", "{},".repeat(count - 1));
    assert_eq!(load(&rows("indicators", 5_000)).document.rows.len(), 5_000);
    assert_eq!(load(&rows("tasks", 1_000)).document.tasks.len(), 1_000);
    fails(
        &rows("indicators", 5_001),
        "$.indicators",
        FormatErrorKind::TooManyRows {
            most: 5_000,
            found: 5_001,
        },
    );
    fails(
        &rows("tasks", 1_001),
        "$.tasks",
        FormatErrorKind::TooManyRows {
            most: 1_000,
            found: 1_001,
        },
    );
    fails(
        &rows("goals", 1_001),
        "$.goals",
        FormatErrorKind::TooManyRows {
            most: 1_000,
            found: 1_001,
        },
    );
}

#[test]
fn too_long_a_cell_names_its_place() {
    let cell = "字".repeat(20_001);
    let fields = format!("\"indicators\":[{{}},{{\"actual\":{{\"reason\":\"{cell}\"}}}}]");
    fails(
        &fields,
        "$.indicators[1].actual.reason",
        FormatErrorKind::TooLong { length: 20_001 },
    );
}

#[test]
fn numbers_are_read_from_their_source_text() {
    let document = load(
        r#""header":{"year":2022},
           "tasks":[{"initial":{"total":107.70},"executed":{"fiscal":1e2}}],
           "indicators":[{"target":95,"weight":2.50,"actual":{"text":0.30,"share":70,"confirmed":0.960,
             "tally":{"counts":[1,"2",3,4,5],"blank":0}}}]"#,
    )
    .document;
    assert_eq!(&*document.header.year, "2022");
    assert_eq!(&*document.tasks[0].initial.total, "107.70");
    assert_eq!(&*document.tasks[0].executed.fiscal, "1e+2");
    let row = &document.rows[0];
    assert_eq!(
        (&*row.indicator.target, &*row.indicator.weight),
        ("95", "2.50")
    );
    assert_eq!((&*row.actual.text, &*row.actual.share), ("0.30", "70"));
    assert_eq!(
        row.actual.confirmed.map(|number| number.to_string()),
        Some("0.96".to_owned())
    );
    let tally = row.actual.tally.as_ref().expect("a tally");
    assert_eq!(
        (&*tally.counts[0], &*tally.counts[1], &*tally.blank),
        ("1", "2", "0")
    );
}

#[test]
fn choices_are_words() {
    let document =
        load(r#""indicators":[{"actual":{"band":"partly","comparator":">="}}]"#).document;
    assert_eq!(document.rows[0].actual.band, Some(Band::Partly));
    assert_eq!(
        document.rows[0].actual.comparator,
        Some(Comparator::AtLeast)
    );
}

#[test]
fn null_is_absent() {
    let loaded = load(
        r#""header":null,"policy":null,"tasks":null,"indicators":[{"name":null,"actual":{"tally":null}}]"#,
    );
    assert_eq!(loaded.notes, []);
    assert_eq!(loaded.document.rows[0].actual.tally, None);
}

#[test]
fn unknown_fields_are_reported_and_kept_at_every_level() {
    let text = file(
        r#""zz":0,"header":{"colour":"red"},"policy":{"id":"hubei","note":"n"},
           "tasks":[{"id":"t1","a b":[1.50],"initial":{"deep":{"x":null}}}],
           "goals":[{"id":"g1","k":1}],
           "indicators":[{"id":"i1","r":1,"actual":{"s":2,"tally":{"t":3,"method":{"rule":"mean","u":4}}}}]"#,
    );
    let loaded = open(text.as_bytes()).expect("reads");
    let mut paths: Vec<&str> = loaded.notes.iter().map(|note| note.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "$.goals[0].k",
            "$.header.colour",
            "$.indicators[0].actual.s",
            "$.indicators[0].actual.tally.method.u",
            "$.indicators[0].actual.tally.t",
            "$.indicators[0].r",
            "$.policy.note",
            "$.tasks[0].initial.deep",
            "$.tasks[0][\"a b\"]",
            "$.zz",
        ]
    );
    assert!(
        loaded
            .notes
            .iter()
            .all(|note| note.kind == NoteKind::UnknownField)
    );
    let saved = save(&loaded.document);
    let again = open(saved.as_bytes()).expect("reads again");
    assert_eq!(again, loaded);
    for kept in [
        "\"colour\": \"red\"",
        "\"u\": 4",
        "\"t\": 3",
        "1.50",
        "\"x\": null",
        "\"note\": \"n\"",
    ] {
        assert!(saved.contains(kept), "{kept} in {saved}");
    }
}

#[test]
fn unknown_fields_become_findings() {
    let note = Note {
        path: "$.zz".into(),
        kind: NoteKind::UnknownField,
    };
    let finding = Finding::from(note);
    assert_eq!(finding.kind, FindingKind::UnknownField("$.zz".into()));
    assert_eq!(finding.place, Place::Document);
}

#[test]
fn a_policy_is_named_or_carried_whole() {
    assert_eq!(
        &*load(r#""policy":{"id":"shanxi"}"#).document.policy.id,
        "shanxi"
    );
    fails(
        r#""policy":{"id":"atlantis"}"#,
        "$.policy.id",
        FormatErrorKind::UnknownPolicy {
            id: "atlantis".into(),
        },
    );
    let other = load(r#""policy":{"id":"shanxi","version":9}"#);
    let kind = NoteKind::PolicyVersion { found: 9, ours: 1 };
    assert_eq!(
        other.notes,
        [Note {
            path: "$.policy.version".into(),
            kind
        }]
    );
    let own = load(
        r#""policy":{"extends":"shanxi","id":"ours","version":3,"title":"县","titleEn":"County","source":{"parts":[]},"places":1}"#,
    );
    assert_eq!(
        (own.document.policy.places, own.document.policy.version),
        (1, 3)
    );
    assert_eq!(own.document.policy.checks.len(), 1);
    let again = open(save(&own.document).as_bytes()).expect("reads again");
    assert_eq!(again.document, own.document);
    fails(
        r#""policy":{"id":"x","execution":{}}"#,
        "$.policy.version",
        FormatErrorKind::Missing,
    );
}

#[test]
fn the_seed_survives_saving() {
    let seed = seed();
    let again = open(save(&seed).as_bytes()).expect("reads");
    assert_eq!(again.document, seed);
    assert_eq!(again.notes, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn reading_what_was_saved_gives_the_same_document(document in document()) {
        let text = save(&document);
        let again = open(text.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&again.document, &document);
        prop_assert_eq!(save(&again.document), text);
        prop_assert_eq!(write(&again.document), write(&document));
    }

    #[test]
    fn text_written_at_once_is_the_trees(document in document()) {
        for document in [known(document.clone()), document] {
            let tree = write(&document);
            prop_assert_eq!(save(&document), tree.to_json());
            prop_assert_eq!(line(&document), tree.to_line());
        }
    }

    #[test]
    fn a_damaged_file_gives_a_document_or_an_error(
        damage in proptest::collection::vec((any::<prop::sample::Index>(), 0..3, any::<char>()), 1..6),
    ) {
        let mut text: Vec<char> = include_str!("../golden/json/full-1.json").chars().collect();
        for (at, what, c) in damage {
            let at = at.index(text.len());
            match what {
                0 => text[at] = c,
                1 => drop(text.remove(at)),
                _ => text.truncate(text.len() - at / 100),
            }
        }
        let text: String = text.into_iter().collect();
        if let Ok(loaded) = open(text.as_bytes()) {
            let again = open(save(&loaded.document).as_bytes());
            prop_assert_eq!(again.map(|again| again.document), Ok(loaded.document));
        }
    }

    #[test]
    fn a_file_with_something_else_somewhere_gives_a_document_or_an_error(
        place in any::<prop::sample::Index>(),
        other in any::<String>(),
        number in any::<i64>(),
    ) {
        let Ok(node) = Node::from_json(include_bytes!("../golden/json/full-1.json")) else {
            return Err(TestCaseError::fail("not JSON"));
        };
        for other in [Node::Text(other.clone()), Node::Number(number.to_string()), Node::Object(vec![(other.clone(), Node::Null)])] {
            let mut node = node.clone();
            replace(&mut node, &mut place.index(200), &other);
            if let Ok(loaded) = read(node) {
                let again = open(save(&loaded.document).as_bytes());
                prop_assert_eq!(again.map(|again| again.document), Ok(loaded.document));
            }
        }
    }
}

/// Puts `other` in the place of the value number `at`; whether there was one.
fn replace(node: &mut Node, at: &mut usize, other: &Node) -> bool {
    if *at == 0 {
        node.clone_from(other);
        return true;
    }
    *at -= 1;
    match node {
        Node::Object(fields) => fields.iter_mut().any(|(_, node)| replace(node, at, other)),
        Node::List(items) => items.iter_mut().any(|node| replace(node, at, other)),
        _ => false,
    }
}
