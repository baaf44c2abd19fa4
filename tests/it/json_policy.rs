//! Policies as JSON: the built-in ones, and what a file of one's own may say.

use jiping::decimal::Number;
use jiping::node::{FormatErrorKind, Node, Path};
use jiping::policy::{BUILT_IN, Policy, builtin, default_policy, json};

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
