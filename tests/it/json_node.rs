//! JSON text: what any file may be before its meaning is looked at.

use jiping::node::{FormatErrorKind, Node};
use proptest::prelude::*;

#[track_caller]
fn reads(text: &str, expected: Node) {
    assert_eq!(Node::from_json(text.as_bytes()), Ok(expected), "{text}");
}

#[track_caller]
fn fails(text: &str, path: &str, kind: FormatErrorKind) {
    let error = Node::from_json(text.as_bytes()).expect_err(text);
    assert_eq!((error.path.as_str(), &error.kind), (path, &kind));
    assert!(error.to_string().ends_with(path));
}

fn number(text: &str) -> Node {
    Node::Number(text.to_owned())
}

fn object(fields: &[(&str, Node)]) -> Node {
    let fields = fields.iter();
    Node::Object(
        fields
            .map(|(name, node)| ((*name).to_owned(), node.clone()))
            .collect(),
    )
}

#[test]
fn numbers_keep_their_source_text() {
    reads("107.70", number("107.70"));
    reads("-0", number("-0"));
    reads("-0.0", number("-0.0"));
    // Digits are kept; an exponent is spelt in one way.
    reads("1E05", number("1e+05"));
    reads("1.50e+400", number("1.50e+400"));
    reads(
        "0.1000000000000000055511151231257827",
        number("0.1000000000000000055511151231257827"),
    );
    reads(
        "123456789012345678901234567890",
        number("123456789012345678901234567890"),
    );
    reads("[1, 2.50]", Node::List(vec![number("1"), number("2.50")]));
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_fine() {
    reads(
        "\u{feff}{\r\n\"年度\": 2022\r\n}\r\n",
        object(&[("年度", number("2022"))]),
    );
}

#[test]
fn order_and_every_kind_of_value_survive() {
    let text = "{\n  \"b\": [\n    null,\n    true,\n    false,\n    1.0,\n    \"\\u0001\\n\\\"人員\\\\\"\n  ],\n  \"a\": {},\n  \"c\": []\n}\n";
    assert_eq!(
        Node::from_json(text.as_bytes()).map(|node| node.to_json()),
        Ok(text.to_owned())
    );
}

#[test]
fn a_field_stands_once() {
    fails(
        r#"{"a":{"b":1,"b":2}}"#,
        "$.a.b",
        FormatErrorKind::DuplicateField,
    );
    fails(
        r#"{"a":[{},{"指标":1,"x":2,"指标":1}]}"#,
        "$.a[1].指标",
        FormatErrorKind::DuplicateField,
    );
    let many: Vec<String> = (0..100).map(|n| format!("\"k{}\":1", n % 99)).collect();
    fails(
        &format!("{{{}}}", many.join(",")),
        "$.k0",
        FormatErrorKind::DuplicateField,
    );
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + "7" + &"]".repeat(depth);
    assert!(Node::from_json(nested(32).as_bytes()).is_ok());
    let path = format!("${}", "[0]".repeat(32));
    fails(&nested(33), &path, FormatErrorKind::TooDeep);
    fails(&("[".repeat(1_000_000)), &path, FormatErrorKind::TooDeep);
    let objects = |depth: usize| "{\"a\":".repeat(depth) + "7" + &"}".repeat(depth);
    assert!(Node::from_json(objects(32).as_bytes()).is_ok());
    fails(
        &objects(33),
        &format!("${}", ".a".repeat(32)),
        FormatErrorKind::TooDeep,
    );
}

#[test]
fn a_text_has_at_most_20_000_characters() {
    let text = |length: usize| format!("{{\"a\":[0,\"{}\"]}}", "字".repeat(length));
    assert!(Node::from_json(text(20_000).as_bytes()).is_ok());
    fails(
        &text(20_001),
        "$.a[1]",
        FormatErrorKind::TooLong { length: 20_001 },
    );
    let name = format!("{{\"{}\":1}}", "k".repeat(20_001));
    let error = Node::from_json(name.as_bytes()).expect_err("too long a name");
    assert_eq!(error.kind, FormatErrorKind::TooLong { length: 20_001 });
    assert!(error.path.len() < 100, "{}", error.path);
}

#[test]
fn size_and_number_of_values_are_bounded() {
    let big = " ".repeat(10_000_000) + "1";
    fails(&big, "$", FormatErrorKind::TooLarge);
    assert!(Node::from_json(&big.as_bytes()[1..]).is_ok());
    let many = format!("[{}0]", "0,".repeat(1_000_000));
    fails(&many, "$[999999]", FormatErrorKind::TooManyValues);
}

#[test]
fn what_is_not_json_names_its_place() {
    fails("", "$", FormatErrorKind::Syntax { line: 1, column: 0 });
    fails(
        "{\"a\": [1,\n nope]}",
        "$.a[1]",
        FormatErrorKind::Syntax { line: 2, column: 3 },
    );
    fails("[1] 2", "$", FormatErrorKind::Syntax { line: 1, column: 5 });
    fails(
        "[01]",
        "$[0]",
        FormatErrorKind::Syntax { line: 1, column: 3 },
    );
    fails(
        "[NaN]",
        "$[0]",
        FormatErrorKind::Syntax { line: 1, column: 2 },
    );
    fails(
        "{\"a b\": \"\\ud800\"}",
        "$[\"a b\"]",
        FormatErrorKind::Syntax {
            line: 1,
            column: 16,
        },
    );
    let error = Node::from_json(b"{\"a\": \"\xff\"}").expect_err("not UTF-8");
    assert!(matches!(error.kind, FormatErrorKind::Syntax { .. }));
}

#[test]
fn forging_the_number_key_gains_nothing() {
    const KEY: &str = "$serde_json::private::Number";
    let forged = |value: &str| format!("{{\"a\":{{\"{KEY}\":{value}}}}}");
    // A number is a number, however it is written.
    reads(&forged("\"12.50\""), object(&[("a", number("12.50"))]));
    // Whatever else stays the plain object it is.
    for (value, node) in [
        ("\"12abc\"", Node::text("12abc")),
        ("\"1,[]\"", Node::text("1,[]")),
        ("\"\"", Node::text("")),
        ("\"NaN\"", Node::text("NaN")),
        ("7", number("7")),
        ("null", Node::Null),
        ("{}", object(&[])),
    ] {
        reads(&forged(value), object(&[("a", object(&[(KEY, node)]))]));
    }
    let two = format!("{{\"{KEY}\":\"1\",\"b\":2}}");
    reads(&two, object(&[(KEY, Node::text("1")), ("b", number("2"))]));
    let twice = format!("{{\"{KEY}\":\"1\",\"{KEY}\":\"1\"}}");
    fails(
        &twice,
        &format!("$[\"{KEY}\"]"),
        FormatErrorKind::DuplicateField,
    );
    let raw = "{\"$serde_json::private::RawValue\":\"[[\"}";
    reads(
        raw,
        object(&[("$serde_json::private::RawValue", Node::text("[["))]),
    );
    // The key does not help past the depth.
    let deep = format!("{{\"{KEY}\":").repeat(40) + "1" + &"}".repeat(40);
    let error = Node::from_json(deep.as_bytes()).expect_err("too deep");
    assert_eq!(error.kind, FormatErrorKind::TooDeep);
}

/// Stands in for JavaScript: hands over one number as its deserializer does.
#[test]
fn a_javascript_number_is_a_safe_integer_or_an_error() {
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, F64Deserializer, I64Deserializer, SeqDeserializer};
    let whole: I64Deserializer<Error> = 9_007_199_254_740_991_i64.into_deserializer();
    assert_eq!(Node::read(whole), Ok(number("9007199254740991")));
    let float: F64Deserializer<Error> = f64::NAN.into_deserializer();
    let error = Node::read(float).expect_err("NaN");
    assert_eq!(
        (error.path.as_str(), error.kind),
        ("$", FormatErrorKind::UnsafeNumber)
    );
    let list = SeqDeserializer::<_, Error>::new([0.5_f64].into_iter());
    let error = Node::read(list).expect_err("a fraction");
    assert_eq!(
        (error.path.as_str(), error.kind),
        ("$[0]", FormatErrorKind::UnsafeNumber)
    );
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Bool),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?(e[+-][0-9]{1,3})?".prop_map(Node::Number),
        any::<String>().prop_map(Node::Text),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Node::List),
            proptest::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|map| Node::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn writing_and_reading_give_the_same_tree(node in node()) {
        prop_assert_eq!(Node::from_json(node.to_json().as_bytes()), Ok(node));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(node) = Node::from_json(&bytes) {
            prop_assert_eq!(Node::from_json(node.to_json().as_bytes()), Ok(node));
        }
    }
}
