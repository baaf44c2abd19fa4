//! What the JavaScript interface gives out, made natively: goldens, which tests/api holds the program itself to.

use std::path::{Path, PathBuf};

use expect_test::expect_file;
use jiping::compare::compare;
use jiping::document::Document;
use jiping::document::json::{self, Loaded};
use jiping::i18n::Language;
use jiping::node::{FormatErrorKind, Node};
use jiping::report::{self, Options, Takes};
use jiping::rollup::RollUp;
use jiping::scoring::evaluate;

fn golden(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/report");
    folder.join(name)
}

/// The report on a document, as the interface gives it without options.
fn told(name: &str, language: Language) -> Node {
    let loaded = load(name);
    let evaluation = evaluate(&loaded.document);
    let mut report = report::evaluation(&loaded.document, &evaluation, loaded.notes, language);
    Options::default().report_unknown(&mut report);
    report
}

#[track_caller]
fn check(name: &str) {
    for language in Language::ALL {
        let told = told(&format!("{name}.json"), language).to_json();
        expect_file![golden(&format!("{name}.{}.out.json", language.tag()))].assert_eq(&told);
    }
}

#[test]
fn every_state_a_row_can_be_in() {
    check("every-state");
}

#[test]
fn other_rules_than_the_national_ones() {
    check("other-rules");
}

fn load(name: &str) -> Loaded {
    json::open(&std::fs::read(golden(name)).unwrap()).unwrap()
}

fn read(name: &str) -> Document {
    load(name).document
}

#[track_caller]
fn check_told(name: &str, tell: impl Fn(Language) -> Node) {
    for language in Language::ALL {
        let mut told = tell(language);
        Options::default().report_unknown(&mut told);
        expect_file![golden(&format!("{name}.{}.out.json", language.tag()))]
            .assert_eq(&told.to_json());
    }
}

#[test]
fn a_comparison() {
    let compared = compare(&read("every-state.json"), &read("other-rules.json"));
    check_told("compare", |language| {
        report::comparison(&compared, language)
    });
}

#[test]
fn a_roll_up() {
    let mut all = RollUp::default();
    for (source, name) in [("1", "every-state.json"), ("2", "other-rules.json")] {
        all.push(source.to_owned(), Ok(load(name)));
    }
    all.push_bytes("3".to_owned(), b"{");
    check_told("roll-up", |language| report::roll_up(&all, language));
}

/// The codes and figures are the same in both languages; only words differ.
#[test]
fn only_words_depend_on_the_language() {
    fn without_words(node: Node) -> Node {
        match node {
            Node::Object(fields) => {
                let is_word = |name: &str| {
                    name == "message"
                        || name == "readAs"
                        || name.len() > 4 && name.ends_with("Text")
                };
                let kept = fields.into_iter().filter(|(name, _)| !is_word(name));
                Node::Object(
                    kept.map(|(name, node)| (name, without_words(node)))
                        .collect(),
                )
            }
            Node::List(items) => Node::List(items.into_iter().map(without_words).collect()),
            other => other,
        }
    }
    for name in ["every-state.json", "other-rules.json"] {
        let [chinese, english] = Language::ALL.map(|language| told(name, language));
        assert_ne!(chinese, english);
        assert_eq!(without_words(chinese), without_words(english));
    }
}

/// Reading these options of `readValue` gives this error.
#[track_caller]
fn refused(options: &str, path: &str, kind: FormatErrorKind) {
    let error = Options::read(
        Node::from_json(options.as_bytes()),
        Takes::Context,
        "context",
    );
    let error = error.unwrap_err();
    assert_eq!((error.path.as_str(), error.kind), (path, kind));
}

#[test]
fn options_are_read_strictly() {
    let years = FormatErrorKind::OutOfRange {
        least: 1900,
        most: 2199,
    };
    refused(r#"{"year": 1899}"#, "context.year", years.clone());
    refused(r#"{"year": "2022年"}"#, "context.year", years);
    let found = "zh".to_owned();
    refused(
        r#"{"language": "zh"}"#,
        "context.language",
        FormatErrorKind::UnknownWord { found },
    );
    let read =
        |text: &str, takes| Options::read(Node::from_json(text.as_bytes()), takes, "options");
    let options = read(r#"{"language": "en", "year": 2022}"#, Takes::Context).unwrap();
    assert_eq!(
        (options.language, options.year),
        (Language::English, Some(2022))
    );
    assert_eq!(read("null", Takes::Language), Ok(Options::default()));
    let mut result = Node::Object(Vec::new());
    let options = read(r#"{"year": 2022}"#, Takes::Language).unwrap();
    options.report_unknown(&mut result);
    let unknown = Node::List(vec![Node::text("options.year")]);
    assert_eq!(
        result,
        Node::Object(vec![("unknownOptions".to_owned(), unknown)])
    );
}
