//! As much of JSON Schema (draft 2020-12) as our schema uses; a keyword that it does not know fails the test.

use std::collections::BTreeSet;

use jiping::decimal::Number;
use jiping::node::{Fields, Node};

/// A schema, and what was seen of it while it was held against instances.
pub struct Schema {
    root: &'static Node,
    /// Fields named by `properties` anywhere in the schema, by address, that an instance had.
    pub hits: BTreeSet<(usize, String)>,
    /// Paths of instance fields that some `properties` names.
    pub covered: BTreeSet<String>,
}

/// The field of an object.
pub fn field<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    match node {
        Node::Object(fields) => fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, node)| node),
        _ => None,
    }
}

fn fields(node: &Node) -> &Fields {
    match node {
        Node::Object(fields) => fields,
        other => panic!("not an object in the schema: {other:?}"),
    }
}

fn items(node: &Node) -> &[Node] {
    match node {
        Node::List(items) => items,
        other => panic!("not a list in the schema: {other:?}"),
    }
}

fn text(node: &Node) -> &str {
    match node {
        Node::Text(text) | Node::Number(text) => text,
        other => panic!("neither text nor number in the schema: {other:?}"),
    }
}

fn number(node: &Node) -> usize {
    text(node).parse().expect("a number in the schema")
}

impl Schema {
    pub fn new(root: Node) -> Self {
        Self {
            root: Box::leak(Box::new(root)),
            hits: BTreeSet::new(),
            covered: BTreeSet::new(),
        }
    }

    /// Whether an instance is valid.
    pub fn validates(&mut self, instance: &Node) -> bool {
        self.valid(self.root, instance, "$")
    }

    /// Fields named by `properties` that no instance had, as `properties` lists.
    pub fn unseen(&self) -> Vec<String> {
        let mut unseen = Vec::new();
        walk(self.root, &mut |schema| {
            for (name, sub) in field(schema, "properties")
                .map(fields)
                .into_iter()
                .flatten()
            {
                if !self.hits.contains(&(key(sub), name.clone())) {
                    unseen.push(name.clone());
                }
            }
        });
        unseen
    }

    fn resolve(&self, reference: &str) -> &'static Node {
        let mut node = self.root;
        for step in reference
            .strip_prefix("#/")
            .expect("a local reference")
            .split('/')
        {
            node = field(node, step).unwrap_or_else(|| panic!("{reference} leads nowhere"));
        }
        node
    }

    fn valid(&mut self, schema: &'static Node, instance: &Node, path: &str) -> bool {
        let mut valid = true;
        for (keyword, value) in fields(schema) {
            valid &= match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" | "then" | "else" => true,
                "$ref" => {
                    let target = self.resolve(text(value));
                    self.valid(target, instance, path)
                }
                "allOf" => !self.each(items(value), instance, path).contains(&false),
                "anyOf" => self.each(items(value), instance, path).contains(&true),
                "if" => {
                    let branch = if self.valid(value, instance, path) {
                        "then"
                    } else {
                        "else"
                    };
                    let branch = field(schema, branch);
                    branch.is_none_or(|branch| self.valid(branch, instance, path))
                }
                "properties" => self.properties(value, instance, path),
                "items" => match instance {
                    Node::List(list) => (0..).zip(list).fold(true, |all, (at, item)| {
                        let at: usize = at;
                        self.valid(value, item, &format!("{path}[{at}]")) && all
                    }),
                    _ => true,
                },
                "type" => is_type(value, instance),
                "const" => value == instance,
                "enum" => items(value).contains(instance),
                _ => measures(keyword, value, instance),
            };
        }
        valid
    }

    /// Held against every one of these, so that nothing stays unseen.
    fn each(&mut self, subs: &'static [Node], instance: &Node, path: &str) -> Vec<bool> {
        let subs = subs.iter();
        subs.map(|sub| self.valid(sub, instance, path)).collect()
    }

    fn properties(&mut self, properties: &'static Node, instance: &Node, path: &str) -> bool {
        let mut valid = true;
        for (name, sub) in fields(properties) {
            if let Some(value) = field(instance, name) {
                let path = format!("{path}.{name}");
                self.hits.insert((key(sub), name.clone()));
                self.covered.insert(path.clone());
                valid &= self.valid(sub, value, &path);
            }
        }
        valid
    }
}

/// What tells one subschema from others: where it stands.
fn key(schema: &Node) -> usize {
    std::ptr::from_ref(schema).addr()
}

fn walk(schema: &Node, visit: &mut impl FnMut(&Node)) {
    match schema {
        Node::Object(list) => {
            visit(schema);
            list.iter().for_each(|(_, node)| walk(node, visit));
        }
        Node::List(list) => list.iter().for_each(|node| walk(node, visit)),
        _ => {}
    }
}

fn is_type(types: &Node, instance: &Node) -> bool {
    let is = |name: &str| match (name, instance) {
        ("null", Node::Null)
        | ("boolean", Node::Bool(_))
        | ("number", Node::Number(_))
        | ("string", Node::Text(_))
        | ("array", Node::List(_))
        | ("object", Node::Object(_)) => true,
        ("integer", Node::Number(text)) => text.parse::<i64>().is_ok(),
        ("null" | "boolean" | "number" | "string" | "array" | "object" | "integer", _) => false,
        (other, _) => panic!("unknown type {other}"),
    };
    match types {
        Node::List(list) => list.iter().any(|name| is(text(name))),
        one => is(text(one)),
    }
}

fn measures(keyword: &str, value: &Node, instance: &Node) -> bool {
    match (keyword, instance) {
        ("required", Node::Object(_)) => items(value)
            .iter()
            .all(|name| field(instance, text(name)).is_some()),
        ("minItems", Node::List(list)) => list.len() >= number(value),
        ("maxItems", Node::List(list)) => list.len() <= number(value),
        ("minLength", Node::Text(text)) => text.chars().count() >= number(value),
        ("maxLength", Node::Text(text)) => text.chars().count() <= number(value),
        ("minimum", Node::Number(found)) => {
            Number::parse(found).ok() >= Number::parse(text(value)).ok()
        }
        ("maximum", Node::Number(found)) => {
            Number::parse(found).ok() <= Number::parse(text(value)).ok()
        }
        ("pattern", Node::Text(found)) => matches(text(value), found),
        (
            "required" | "minItems" | "maxItems" | "minLength" | "maxLength" | "minimum"
            | "maximum" | "pattern",
            _,
        ) => true,
        (other, _) => panic!("unknown keyword {other}"),
    }
}

/// The schema's two patterns, by hand.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let decimal = |text: &str| match text.split_once('.') {
        Some((whole, fraction)) => digits(whole, 15) && digits(fraction, 6),
        None => digits(text, 15),
    };
    match pattern {
        r"^[0-9]{1,15}(\.[0-9]{1,6})?$" => decimal(text),
        r"^([-+]?[0-9]{1,15}(\.[0-9]{1,6})?)?$" => {
            text.is_empty() || decimal(text.strip_prefix(['-', '+']).unwrap_or(text))
        }
        other => panic!("unknown pattern {other}"),
    }
}
