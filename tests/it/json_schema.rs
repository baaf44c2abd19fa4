//! The published schema says what the reader takes and the writer gives.

use jiping::document::json::{read, save};
use jiping::node::{FormatErrorKind, Node, Path};
use jiping::policy::json as policy_json;
use jiping::policy::{BUILT_IN, builtin};

use crate::support::schema::{Schema, field};

const SCHEMA: &[u8] = include_bytes!("../../www/schema/jiping-1.json");
const FULL: &[u8] = include_bytes!("../golden/json/full-1.json");

fn schema() -> Schema {
    Schema::new(Node::from_json(SCHEMA).expect("the schema is JSON"))
}

fn full() -> Node {
    Node::from_json(FULL).expect("JSON")
}

/// Every whole policy of ours under another name, and every rule there is.
fn documents() -> Vec<Node> {
    let mut policies: Vec<Node> = BUILT_IN
        .iter()
        .map(|entry| {
            let mut policy = (*builtin(entry.id).expect(entry.id)).clone();
            policy.id = "own".into();
            policy_json::write(&policy)
        })
        .collect();
    for (name, rule) in [
        ("forward", r#"{"rule":"threshold","pass":"60"}"#),
        ("forward", r#"{"rule":"all-or-nothing"}"#),
        ("reverse", r#"{"rule":"mirror"}"#),
        (
            "reverse",
            r#"{"rule":"per-point","points":"1","started":true}"#,
        ),
        ("reverse", r#"{"rule":"all-or-nothing"}"#),
        ("execution", r#"{"curve":{"rule":"floor","below":"60"}}"#),
        ("over", r#"{"action":{"rule":"proportional"}}"#),
        ("over", r#"{"action":{"rule":"flag"}}"#),
        ("over", r#"{"action":{"rule":"nothing"}}"#),
        ("satisfaction", r#"{"method":{"rule":"points"}}"#),
    ] {
        let text = format!(
            r#"{{"extends":"hubei","id":"own","version":1,"source":{{"parts":[]}},"{name}":{rule}}}"#
        );
        let node = Node::from_json(text.as_bytes()).expect("JSON");
        let policy = policy_json::read(node, &Path::ROOT, &mut Vec::new()).expect(&text);
        policies.push(policy_json::write(&policy));
    }
    let mut documents = vec![
        full(),
        Node::from_json(save(&crate::support::example()).as_bytes()).expect("JSON"),
    ];
    for policy in policies {
        let Node::Object(mut fields) = full() else {
            panic!("an object")
        };
        fields
            .iter_mut()
            .filter(|(name, _)| name == "policy")
            .for_each(|(_, node)| *node = policy.clone());
        documents.push(Node::Object(fields));
    }
    documents
}

fn saved(node: Node) -> Node {
    let document = read(node).expect("reads").document;
    Node::from_json(save(&document).as_bytes()).expect("JSON")
}

/// The paths of all fields, but for those that begin with `x-` and what is inside them.
fn paths(node: &Node, path: &str, out: &mut Vec<String>) {
    match node {
        Node::Object(fields) => {
            for (name, node) in fields.iter().filter(|(name, _)| !name.starts_with("x-")) {
                let path = format!("{path}.{name}");
                out.push(path.clone());
                paths(node, &path, out);
            }
        }
        Node::List(items) => {
            for (at, item) in items.iter().enumerate() {
                paths(item, &format!("{path}[{at}]"), out);
            }
        }
        _ => {}
    }
}

#[test]
fn our_files_are_valid() {
    let mut schema = schema();
    for bytes in [
        FULL,
        include_bytes!("../../www/data/seed-2022.json"),
        include_bytes!("../../www/data/project-example.json"),
    ] {
        assert!(schema.validates(&Node::from_json(bytes).expect("JSON")));
    }
}

#[test]
fn the_writer_writes_what_the_schema_names_and_nothing_else() {
    let mut schema = schema();
    for document in documents() {
        let node = saved(document);
        schema.covered.clear();
        assert!(schema.validates(&node), "{}", node.to_json());
        let mut all = Vec::new();
        paths(&node, "$", &mut all);
        all.retain(|path| !schema.covered.contains(path));
        assert_eq!(all, Vec::<String>::new(), "the schema does not name these");
    }
    let unseen = schema.unseen();
    assert_eq!(unseen, ["extends"], "the writer never writes these");
}

#[test]
fn the_schema_knows_the_built_in_policies() {
    let root = Node::from_json(SCHEMA).expect("JSON");
    let defs = field(&root, "$defs").expect("definitions");
    let known = field(defs, "builtIn").and_then(|node| field(node, "enum"));
    let ours = BUILT_IN.iter().map(|entry| Node::text(entry.id)).collect();
    assert_eq!(known, Some(&Node::List(ours)));
}

/// Puts `other` in the place of the value number `at`; the path of that place, where there is one.
fn replace(node: &mut Node, at: &mut usize, other: &Node) -> Option<String> {
    if *at == 0 {
        node.clone_from(other);
        return Some(String::new());
    }
    *at -= 1;
    match node {
        Node::Object(fields) => {
            let mut ours = fields
                .iter_mut()
                .filter(|(name, _)| !name.starts_with("x-"));
            ours.find_map(|(name, node)| Some(format!(".{name}{}", replace(node, at, other)?)))
        }
        Node::List(items) => {
            let mut items = items.iter_mut().enumerate();
            items.find_map(|(index, node)| Some(format!("[{index}]{}", replace(node, at, other)?)))
        }
        _ => None,
    }
}

/// What no schema can say: whether figures fit together.
const fn is_beyond(kind: &FormatErrorKind) -> bool {
    matches!(
        kind,
        FormatErrorKind::BadEdges
            | FormatErrorKind::NotHundred { .. }
            | FormatErrorKind::DuplicateId { .. }
    )
}

fn disagreement(schema: &mut Schema, node: &Node) -> Option<String> {
    let valid = schema.validates(node);
    match read(node.clone()) {
        Ok(_) => (!valid).then(|| "the reader takes what the schema refuses".to_owned()),
        Err(error) if is_beyond(&error.kind) => None,
        Err(error) => valid.then(|| format!("the schema takes what the reader refuses: {error}")),
    }
}

#[test]
fn the_reader_refuses_exactly_what_the_schema_refuses() {
    let mut schema = schema();
    let others = [
        Node::Null,
        Node::Bool(true),
        Node::Number("5".into()),
        Node::Number("-5".into()),
        Node::Text(String::new()),
        Node::text("zz"),
        Node::List(Vec::new()),
        Node::List(vec![Node::Null]),
        Node::Object(Vec::new()),
    ];
    let mut changed = 0;
    let mut disagreements = Vec::new();
    for document in [
        full(),
        saved(full()),
        Node::from_json(&saved_seed()).expect("JSON"),
    ] {
        for other in &others {
            for place in 0.. {
                let mut node = document.clone();
                let mut at = place;
                let Some(path) = replace(&mut node, &mut at, other) else {
                    break;
                };
                if let Some(what) = disagreement(&mut schema, &node) {
                    disagreements.push(format!("{path} = {other:?}: {what}"));
                }
                changed += 1;
            }
        }
    }
    assert!(changed > 1_000, "only {changed} changed files");
    assert_eq!(disagreements, Vec::<String>::new());
}

/// The seed's first rows: enough to try, few enough to be quick.
fn saved_seed() -> Vec<u8> {
    let mut seed = crate::support::seed();
    seed.rows.truncate(2);
    save(&seed).into_bytes()
}
