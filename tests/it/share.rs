//! Links: nothing is lost, nothing else is ever shown, and what was sent opens for ever.

mod golden;
mod length;
mod lock;
mod qr;
mod transport;
mod words;

use std::rc::Rc;

use jiping::document::Document;
use jiping::document::json::{open, save};
use jiping::node::Node;
use jiping::policy::{Policy, builtin};
use jiping::share::{self, Link, LinkError, SentPolicy};
use jiping::table::Text;
use proptest::prelude::*;

use crate::support::{document::document, example, filled, seed};

#[track_caller]
fn round_trip(document: &Document) {
    let code = share::encode(document).expect("a link");
    let shared = share::decode(&code).expect("opens");
    assert_eq!(shared.document, *document);
    assert_eq!(share::encode(&shared.document).as_ref(), Ok(&code));
}

/// The sender's evaluation again, from the answers and a table that says the same and nothing else.
#[track_caller]
fn answer_trip(document: &Document, held: &Document) {
    let code = share::encode_answers(document).expect("a link");
    let Ok(Link::Answers(answers)) = share::open(&code) else {
        panic!("no answers in {code}")
    };
    let shared = answers.fill(held).expect("the same table");
    assert_eq!(shared.document, *document);
}

#[test]
fn the_seed_and_the_example_come_back() {
    for document in [seed(), example(), filled::filled_seed()] {
        round_trip(&document);
        answer_trip(&document, &document);
    }
    answer_trip(&filled::filled_seed(), &seed());
}

/// Unknown fields everywhere, odd values, characters outside the common planes.
fn odd() -> Document {
    let file = r#"{"format":"jiping","version":1,"header":{"unit":"某局","x":[1.50e-7,null,{"深":true}]},
        "tasks":[{"id":"甲","initial":{"total":"1","y":{}}},{"id":"t7"}],
        "indicators":[{"name":"a\u0000\u0001\u007f","target":"≥5‰","actual":{"text":"6‰","z":"",
        "tally":{"counts":["1","","x y","2","3"],"method":{"rule":"mean","w":1}}}},{"actual":{"tally":{"blank":"7"}}}],
        "other":"𠀀😀"}"#;
    open(file.as_bytes()).expect("reads").document
}

#[test]
fn unknown_fields_and_odd_values_come_back() {
    round_trip(&odd());
    answer_trip(&odd(), &odd());
}

#[test]
fn every_built_in_policy_and_an_own_one_come_back() {
    for entry in jiping::policy::BUILT_IN {
        let policy = builtin(entry.id).expect("there");
        round_trip(&Document { policy, ..seed() });
    }
    let policy = Rc::new(Policy {
        id: "我局自定".into(),
        places: 1,
        ..(*builtin("hubei").expect("there")).clone()
    });
    let document = Document { policy, ..seed() };
    round_trip(&document);
    assert_eq!(sent_policy(&document), SentPolicy::Own);
    assert_eq!(sent_policy(&seed()), SentPolicy::Ours);
}

#[track_caller]
fn sent_policy(document: &Document) -> SentPolicy {
    let code = share::encode(document).expect("a link");
    share::decode(&code).expect("opens").policy
}

#[test]
fn answers_open_on_their_table_only() {
    let sent = filled::filled_seed();
    let code = share::encode_answers(&sent).expect("a link");
    let table = share::table_id(&sent);
    assert_eq!(table, share::table_id(&seed()));
    assert_eq!(share::decode(&code), Err(LinkError::NeedsTable(table)));
    let Ok(Link::Answers(answers)) = share::open(&code) else {
        panic!("no answers in {code}")
    };
    assert_eq!(answers.table, table);
    let mut other = seed();
    Rc::make_mut(&mut other.rows[4].indicator).target = Text::from("=2人");
    let held = share::table_id(&other);
    assert_ne!(held, table);
    let wanted = table;
    assert_eq!(
        answers.fill(&other),
        Err(LinkError::OtherTable { wanted, held })
    );
}

#[test]
fn a_table_has_one_name_whatever_is_filled_in() {
    let table = seed();
    let id = share::table_id(&table);
    assert_eq!(id.to_string().len(), 8);
    let mut filled = table.clone();
    let row = Rc::make_mut(&mut filled.rows[0].indicator);
    row.weight = "3".into();
    Rc::make_mut(&mut filled.rows[0].actual).text = "16人".into();
    Rc::make_mut(&mut filled.tasks[0]).executed.total = "1".into();
    Rc::make_mut(&mut filled.header).phone = "1".into();
    filled.policy = builtin("hubei").expect("there");
    assert_eq!(share::table_id(&filled), id);
    let mut moved = table;
    moved.rows.swap(0, 1);
    assert_ne!(share::table_id(&moved), id);
}

#[test]
fn a_document_that_no_file_keeps_makes_no_link() {
    let mut document = seed();
    document.extra.push(("tasks".to_owned(), Node::Bool(true)));
    assert_eq!(share::encode(&document), Err(LinkError::NotShareable));
    let mut document = seed();
    Rc::make_mut(&mut document.header).unit = "长".repeat(20_001).into();
    assert_eq!(share::encode(&document), Err(LinkError::NotShareable));
}

#[test]
fn a_document_too_large_for_a_link_makes_none() {
    let mut document = seed();
    let mut row = document.rows[0].clone();
    let mut number = 1_u64;
    document.rows.clear();
    for at in 0..5_000 {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let indicator = Rc::make_mut(&mut row.indicator);
        indicator.id = jiping::table::Id::new(&format!("i{}", at + 1));
        indicator.name = format!("{number:x}{:x}", number.rotate_left(17) ^ 0x5555).into();
        indicator.target = format!("{}", number.rotate_left(31)).into();
        indicator.level2 = format!("{:x}", number.wrapping_mul(0x9E37_79B9_7F4A_7C15)).into();
        document.rows.push(row.clone());
    }
    let error = share::encode(&document).map(|code| code.len());
    assert_eq!(error, Err(LinkError::TooLong));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_document_comes_back(document in document()) {
        round_trip(&document);
        answer_trip(&document, &document);
    }

    #[test]
    fn equal_documents_give_equal_links(document in document()) {
        let same = open(save(&document).as_bytes()).expect("reads").document;
        prop_assert_eq!(share::encode(&document), share::encode(&same));
        prop_assert_eq!(share::encode_answers(&document), share::encode_answers(&same));
    }
}
