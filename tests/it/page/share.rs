//! Sharing and receiving without a browser: what the dialogs show and where a link leads.

use std::rc::Rc;

use jiping::app::compare::Origin;
use jiping::app::respond::{Effect, Response};
use jiping::app::session::{Change, Screen, Session};
use jiping::app::share::receive::Purpose;
use jiping::app::share::respond::{locked, unlocked};
use jiping::app::share::rules::Rules;
use jiping::app::share::send::{Cargo, Fit};
use jiping::app::share::{self, Dialog, Made, Receive, Send, Unlock, receive};
use jiping::app::store::{Action, State};
use jiping::document::json;
use jiping::edit::Edit;
use jiping::i18n::Language;
use jiping::i18n::rules::policy_change;
use jiping::i18n::share::{ShareWord, length, qr_size, share_word};
use jiping::i18n::ui::{Notice, notice};
use jiping::policy::{Policy, default_policy};
use jiping::share::{LinkError, SALT, encode, encode_answers, lock, open, qr};

use super::{clicks, event, presses, seed, types};
use jiping::app::happening::Kind;

const ADDRESS: &str = "http://10.0.0.5/jiping/";

fn page() -> State {
    let mut state = seed();
    let address = share::Change::Address(ADDRESS.into());
    state.act(Action::Session(Change::Share(address)));
    state
}

fn filled() -> State {
    let mut state = page();
    types(&mut state, "row.actual.i1", "16人");
    types(&mut state, "row.reason.i3", "场地租约十一月到期");
    state
}

fn follow(state: &mut State, response: Response) -> Response {
    for action in response.actions.clone() {
        state.act(action);
    }
    response
}

fn arrives(state: &mut State, text: &str) -> Response {
    let response = receive::arrive(state, text, Purpose::Open);
    follow(state, response)
}

#[track_caller]
fn sending(state: &State) -> &Send {
    match &state.session.share.dialog {
        Some(Dialog::Send(send)) => send,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn asked(state: &State) -> &Receive {
    match &state.session.share.dialog {
        Some(Dialog::Receive(receive)) => receive,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn unlocking(state: &State) -> &Unlock {
    match &state.session.share.dialog {
        Some(Dialog::Unlock(unlock)) => unlock,
        other => panic!("{other:?}"),
    }
}

fn made(send: &Send) -> &Made {
    send.made().unwrap().as_ref().unwrap()
}

fn told(state: &State) -> String {
    let told = state.session.notice.as_ref();
    told.map_or_else(String::new, |told| notice(told, Language::Chinese))
}

#[test]
fn the_dialog_makes_a_link_that_opens_elsewhere() {
    let mut here = filled();
    clicks(&mut here, "share.send");
    let send = sending(&here);
    assert_eq!(send.cargo, Cargo::Whole);
    let link = made(send).link.to_string();
    assert!(link.starts_with("http://10.0.0.5/jiping/#jp1e"), "{link}");
    assert_eq!(made(send).length, link.len());
    assert_eq!(made(send).fit(), Fit::Passes);
    assert!(made(send).qr.is_some());

    let mut there = page();
    arrives(&mut there, &link);
    assert_eq!(there.document(), here.document());
    assert!(told(&there).contains("撤销"), "{}", told(&there));
    clicks(&mut there, "do.undo");
    assert_eq!(there.document(), page().document());
}

#[test]
fn a_page_from_a_file_gives_the_code_alone() {
    let mut state = seed();
    clicks(&mut state, "share.send");
    assert!(made(sending(&state)).link.starts_with("jp1e"));
}

#[test]
fn the_answer_link_is_shorter_and_fills_the_same_table() {
    let mut here = filled();
    clicks(&mut here, "share.send");
    let whole = made(sending(&here)).length;
    clicks(&mut here, "share.answers");
    let send = sending(&here);
    assert_eq!(send.cargo, Cargo::Answers);
    assert!(made(send).length * 3 < whole);
    let link = made(send).link.to_string();
    let mut there = page();
    arrives(&mut there, &link);
    assert_eq!(there.document(), here.document());
}

#[test]
fn answers_for_another_table_ask_for_it_and_are_kept_until_it_is_open() {
    let here = filled();
    let link = encode_answers(here.document()).unwrap();
    let mut there = page();
    there.act(Action::Load(Rc::new(jiping::app::begin::empty())));
    arrives(&mut there, &link);
    assert!(asked(&there).wants_table());
    assert!(matches!(
        asked(&there).error,
        Some(LinkError::OtherTable { .. })
    ));
    let response = clicks(&mut there, "share.open-file");
    assert_eq!(response.effects, [Effect::Choose]);
    assert_eq!(there.session.share.dialog, None);

    there.act(Action::Load(Rc::clone(page().document())));
    let response = receive::table_opened(&there);
    follow(&mut there, response);
    assert_eq!(there.document(), here.document());
    assert_eq!(there.session.share.waiting, None);
}

#[test]
fn a_link_with_another_text_around_it_opens() {
    let here = filled();
    let link = encode(here.document()).unwrap();
    let mut there = page();
    arrives(&mut there, &format!("#{link}&shareTo=weixin"));
    assert_eq!(there.document(), here.document());
}

#[track_caller]
fn refuses(text: &str, why: &LinkError) {
    let mut state = filled();
    let before = Rc::clone(state.document());
    arrives(&mut state, text);
    assert_eq!(asked(&state).error.as_ref(), Some(why));
    assert!(Rc::ptr_eq(state.document(), &before));
}

#[test]
fn a_link_that_is_not_whole_says_so_and_changes_nothing() {
    let link = encode(filled().document()).unwrap();
    let cut = LinkError::Cut {
        arrived: 1_000,
        declared: Some(link.len()),
    };
    refuses(&link[..1_000], &cut);
    let altered = [&link[..500], "AAAA", &link[504..]].concat();
    refuses(&altered, &LinkError::Altered);
    refuses("看看这个", &LinkError::NotALink);
}

#[test]
fn what_was_pasted_into_the_field_opens() {
    let here = filled();
    let link = encode(here.document()).unwrap();
    let mut there = page();
    let response = clicks(&mut there, "share.receive");
    assert_eq!(super::focus(&response), Some("share.text"));
    let typed = jiping::app::happening::Happening {
        value: link[..40].to_owned(),
        ..event(Kind::Input, "share.text")
    };
    super::does(&mut there, &typed);
    presses(&mut there, "share.text", "Enter");
    assert!(matches!(asked(&there).error, Some(LinkError::Cut { .. })));
    let typed = jiping::app::happening::Happening {
        value: link,
        ..typed
    };
    super::does(&mut there, &typed);
    assert_eq!(asked(&there).error, None);
    clicks(&mut there, "share.open");
    assert_eq!(there.document(), here.document());
    assert_eq!(there.session.share.dialog, None);
}

#[test]
fn fields_that_we_do_not_know_are_told_when_a_link_opens() {
    let file = br#"{"format":"jiping","version":1,"header":{"unit":"x","later":"1"},"other":2}"#;
    let document = json::open(file).expect("reads").document;
    let mut there = page();
    arrives(&mut there, &encode(&document).unwrap());
    assert_eq!(**there.document(), document);
    assert!(told(&there).contains("header.later"), "{}", told(&there));
    assert!(told(&there).contains("2 项"), "{}", told(&there));
}

#[test]
fn places_of_the_page_are_no_links() {
    for place in ["", "#", "#h-tasks", "h-findings"] {
        assert!(receive::is_place(place), "{place}");
    }
    assert!(!receive::is_place("#jp1e1413.Pw6cAA"));
    assert!(!receive::is_place("1e1413.Pw6cAA"));
}

#[test]
fn the_same_evaluation_again_changes_nothing() {
    let mut state = filled();
    let before = Rc::clone(state.document());
    let link = encode(&before).unwrap();
    arrives(&mut state, &link);
    assert!(Rc::ptr_eq(state.document(), &before));
    assert!(told(&state).contains("完全相同"), "{}", told(&state));
}

#[test]
fn a_later_version_of_the_same_evaluation_is_offered_with_its_differences() {
    let here = filled();
    let link = encode(here.document()).unwrap();
    let mut there = filled();
    types(&mut there, "row.actual.i1", "15人");
    let mine = Rc::clone(there.document());
    let response = arrives(&mut there, &link);
    let Some(Dialog::Offer(offer)) = &there.session.share.dialog else {
        panic!("no offer")
    };
    assert!(Rc::ptr_eq(there.document(), &mine));
    assert_eq!(offer.comparison.rows.len(), 1);
    assert_eq!(super::focus(&response), Some("share.difference"));
    let mut looks = there.clone();
    clicks(&mut looks, "share.difference");
    assert_eq!(looks.session.screen, Screen::Compare);
    assert_eq!(looks.session.share.dialog, None);
    let pair = looks.session.compare.pair.as_ref().unwrap();
    assert_eq!(pair.before.origin, Origin::Here);
    assert_eq!(pair.comparison.rows.len(), 1);
    clicks(&mut there, "share.take");
    assert_eq!(there.document(), here.document());
    clicks(&mut there, "do.undo");
    assert_eq!(*there.document(), mine);
}

#[test]
fn a_password_locks_and_unlocks() {
    let mut here = filled();
    clicks(&mut here, "share.send");
    clicks(&mut here, "share.protect");
    assert_eq!(sending(&here).made(), None, "no link without a password");
    let nothing = clicks(&mut here, "share.lock");
    assert_eq!(super::focus(&nothing), Some("share.password"));
    types(&mut here, "share.password", "春江 2022");
    let asked = presses(&mut here, "share.password", "Enter");
    let [Effect::Share(share::Effect::Lock { code, password })] = &asked.effects[..] else {
        panic!("{:?}", asked.effects)
    };
    assert!(sending(&here).busy);
    let code = lock(code, password, &[7; SALT]);
    let response = locked(&here, code);
    follow(&mut here, response);
    let link = made(sending(&here)).link.to_string();
    assert!(link.contains("#jp1k"), "{link}");

    let mut there = page();
    arrives(&mut there, &link);
    let tried = |there: &mut State, password: &str| {
        types(there, "share.key", password);
        let response = clicks(there, "share.unlock");
        let [Effect::Share(share::Effect::Unlock { locked, password })] = &response.effects[..]
        else {
            panic!("{:?}", response.effects)
        };
        assert!(unlocking(there).busy);
        let response = unlocked(there, locked.unlock(password));
        follow(there, response);
    };
    tried(&mut there, "春江2022");
    assert_eq!(unlocking(&there).error, Some(LinkError::WrongPassword));
    tried(&mut there, "春江 2022");
    assert_eq!(there.document(), here.document());
    assert_eq!(there.session.share.dialog, None);
}

#[test]
fn another_password_is_another_link() {
    let mut state = filled();
    clicks(&mut state, "share.send");
    clicks(&mut state, "share.protect");
    types(&mut state, "share.password", "a");
    let code = lock(&encode(state.document()).unwrap(), "a", &[7; SALT]);
    let response = locked(&state, code);
    follow(&mut state, response);
    assert!(sending(&state).made().is_some());
    types(&mut state, "share.password", "ab");
    assert_eq!(sending(&state).made(), None);
    clicks(&mut state, "share.protect");
    assert!(made(sending(&state)).link.contains("#jp1e"));
}

#[test]
fn the_page_behind_a_dialog_is_out_of_reach_and_escape_leads_back() {
    let mut state = filled();
    clicks(&mut state, "share.send");
    let before = Rc::clone(state.document());
    types(&mut state, "row.actual.i1", "9人");
    clicks(&mut state, "do.undo");
    assert!(Rc::ptr_eq(state.document(), &before));
    let response = presses(&mut state, "share.copy", "Escape");
    assert_eq!(super::focus(&response), Some("share.send"));
    assert_eq!(state.session.share.dialog, None);
    clicks(&mut state, "do.undo");
    assert!(!Rc::ptr_eq(state.document(), &before));
}

#[test]
fn tab_stays_in_the_dialog() {
    let mut state = filled();
    clicks(&mut state, "share.send");
    let response = presses(&mut state, "share.close", "Tab");
    assert_eq!(super::focus(&response), Some("share.whole"));
    assert!(response.handled);
    let response = presses(&mut state, "share.copy", "Tab");
    assert!(!response.handled, "the browser goes on");
}

#[test]
fn lengths_are_warned_about() {
    let made = |characters: usize| Made::new(&"x".repeat(characters), "");
    assert_eq!(made(2_000).fit(), Fit::Passes);
    assert_eq!(made(2_001).fit(), Fit::Long);
    assert_eq!(made(4_000).fit(), Fit::Long);
    assert_eq!(made(4_001).fit(), Fit::Risky);
    assert!(made(2_900).qr.is_some());
    assert!(made(3_000).qr.is_none());
}

#[test]
fn every_word_of_sharing_is_there_in_both_languages() {
    for word in ShareWord::ALL {
        let [chinese, english] = Language::ALL.map(|language| share_word(*word, language));
        assert!(!chinese.is_ascii(), "{chinese}");
        assert!(
            english.chars().all(|c| !('\u{3000}'..).contains(&c)),
            "{english}"
        );
    }
    assert_eq!(length(1_447, Language::Chinese), "共 1447 个字符");
    let code = qr("x").unwrap();
    assert!(qr_size(&code, Language::English).contains("15 mm"));
    assert!(matches!(open("x"), Err(LinkError::NotALink)));
    assert_eq!(Session::default().notice, None::<Notice>);
}

/// The dialog that says what another policy changes.
#[track_caller]
fn ruled(state: &State) -> &Rules {
    match &state.session.share.dialog {
        Some(Dialog::Rules(rules)) => rules,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_of_another_policy_version_says_what_would_change() {
    let mut state = page();
    let sent = include_str!("../../golden/links/v1-other-version.txt");
    arrives(&mut state, sent);
    assert_eq!(state.document().policy.version, 2, "opened as it was made");
    let told = Rc::clone(&state.evaluation);
    let rules = ruled(&state).clone();
    let comparison = &rules.comparison;
    let so_far = comparison.before.totals.so_far;
    assert_eq!(so_far, told.totals.so_far, "theirs is before");
    let said: Vec<String> = comparison
        .policy
        .iter()
        .map(|change| policy_change(change, Language::Chinese))
        .collect();
    expect_test::expect![[r#"
        [
            "得分小数位：1 → 2",
            "预算执行分值：10 → 20",
            "产出：50 → 44.44",
            "效益：30 → 26.67",
            "满意度：10 → 8.89",
        ]
    "#]]
    .assert_debug_eq(&said);
    assert!(!comparison.rows.is_empty());
    let promised = comparison.after.totals.so_far;
    clicks(&mut state, "share.score");
    assert_eq!(state.document().policy.version, 1);
    assert_eq!(state.evaluation.totals.so_far, promised, "as was said");
    state.act(Action::Undo);
    assert_eq!(state.document().policy.version, 2);
}

#[test]
fn a_policy_of_the_same_name_that_is_open_is_held_against_the_one_that_came() {
    let own = |places| {
        let policy = Policy {
            id: "own".into(),
            places,
            ..(*default_policy()).clone()
        };
        let policy = Rc::new(policy);
        Edit::Policy(policy)
    };
    let mut there = filled();
    there.act(Action::Edit(own(1), None));
    let code = encode(there.document()).expect("a link");
    let mut here = page();
    here.act(Action::Edit(own(0), None));
    arrives(&mut here, &code);
    let said = ruled(&here).comparison.policy.iter();
    let said: Vec<String> = said
        .map(|change| policy_change(change, Language::English))
        .collect();
    assert_eq!(said, ["Digits of a score: 1 → 0"]);
    // The same policy needs no words.
    here.act(Action::Session(Change::Share(share::Change::Close)));
    here.act(Action::Edit(own(1), None));
    arrives(&mut here, &code);
    assert!(here.session.share.dialog.is_none());
}

#[test]
fn a_file_with_another_policy_of_a_known_name_asks_for_the_comparison() {
    let mut state = page();
    clicks(&mut state, "share.rules");
    assert!(state.session.share.dialog.is_none(), "it is ours");
    let file = include_bytes!("../../golden/links/v1-other-version.json");
    let document = jiping::document::json::open(file).expect("reads").document;
    state.act(Action::Load(Rc::new(document)));
    clicks(&mut state, "share.rules");
    assert_eq!(ruled(&state).other.version, 1);
}
