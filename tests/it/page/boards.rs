//! Comparing and rolling up without a browser.

use std::rc::Rc;

use jiping::app::begin;
use jiping::app::compare::{self, Origin};
use jiping::app::happening::{Happening, Kind};
use jiping::app::respond::{Effect, Response};
use jiping::app::rollup::{self, Change, Show, lines};
use jiping::app::session::{self, Screen};
use jiping::app::share::Held;
use jiping::app::store::{Action, State};
use jiping::document::json::save;
use jiping::edit::{Edit, RowField, apply};
use jiping::i18n::Language;
use jiping::i18n::screen::{ScreenWord, screen_word};
use jiping::policy::Grade;
use jiping::rollup::{RollUp, SortKey};
use jiping::share::encode;
use jiping::table::Id;

use super::{clicks, does, event, seed, types};

fn follow(state: &mut State, response: Response) {
    for action in response.actions {
        state.act(action);
    }
}

#[track_caller]
fn pair(state: &State) -> &compare::Pair {
    state.session.compare.pair.as_ref().unwrap()
}

#[test]
fn a_file_is_compared_with_what_is_open_and_changes_nothing() {
    let mut state = seed();
    types(&mut state, "row.actual.i1", "15人");
    let mine = Rc::clone(state.document());
    clicks(&mut state, "compare.begin");
    assert_eq!(state.session.screen, Screen::Compare);
    assert_eq!(clicks(&mut state, "compare.file").effects, [Effect::Choose]);
    let file = save(&begin::example());
    let origin = Origin::File("a.json".to_owned());
    let response = compare::with_bytes(&state, origin, file.as_bytes());
    follow(&mut state, response);
    assert!(Rc::ptr_eq(state.document(), &mine));
    assert_eq!(pair(&state).before.origin, Origin::Here);
    assert_eq!(pair(&state).comparison.rows.len(), 1);
    let before = pair(&state).comparison.before.totals.so_far;
    clicks(&mut state, "compare.swap");
    assert_eq!(pair(&state).after.origin, Origin::Here);
    assert_eq!(pair(&state).comparison.after.totals.so_far, before);
    clicks(&mut state, "compare.back");
    assert_eq!(state.session.screen, Screen::Sheet);
    assert!(state.session.compare.pair.is_none());
}

#[test]
fn a_link_pasted_on_the_comparison_is_compared_and_not_opened() {
    let mut other = seed();
    types(&mut other, "row.actual.i4", "10次");
    let link = encode(other.document()).unwrap();
    let mut state = seed();
    let mine = Rc::clone(state.document());
    clicks(&mut state, "compare.begin");
    clicks(&mut state, "compare.link");
    let typed = Happening {
        value: link,
        ..event(Kind::Input, "share.text")
    };
    does(&mut state, &typed);
    clicks(&mut state, "share.open");
    assert!(Rc::ptr_eq(state.document(), &mine));
    assert_eq!(state.session.share.dialog, None);
    assert_eq!(pair(&state).after.origin, Origin::Link);
    assert_eq!(pair(&state).comparison.rows.len(), 1);
}

#[test]
fn a_file_that_does_not_open_says_why_on_the_comparison() {
    let mut state = seed();
    clicks(&mut state, "compare.begin");
    let origin = Origin::File("x".to_owned());
    let response = compare::with_bytes(&state, origin, b"{}");
    follow(&mut state, response);
    assert!(state.session.compare.error.is_some());
    assert!(state.session.compare.pair.is_none());
}

/// A unit with a name that is filled in, wholly or not at all.
fn unit(name: &str, filled: bool) -> String {
    let mut state = State::new(begin::example(), jiping::app::session::Session::default());
    types(&mut state, "head.unit", name);
    if filled {
        let targets: Vec<(String, String)> = state
            .document()
            .rows
            .iter()
            .map(|row| {
                let id = format!("row.actual.{}", row.indicator.id.as_str());
                (id, row.indicator.target.to_string())
            })
            .collect();
        for (id, target) in targets {
            let event = Happening {
                value: target,
                ..event(Kind::Input, &id)
            };
            does(&mut state, &event);
        }
    }
    save(state.document())
}

fn board() -> State {
    let mut state = seed();
    clicks(&mut state, "rollup.begin");
    assert_eq!(state.session.screen, Screen::RollUp);
    let mut all = RollUp::default();
    all.push_bytes("b.json".to_owned(), unit("乙单位", true).as_bytes());
    all.push_bytes("bad.json".to_owned(), b"{\"format\": 1}");
    all.push_bytes("a.json".to_owned(), unit("丙单位", false).as_bytes());
    let done = Change::Done(Held::new(all));
    state.act(Action::Session(session::Change::Board(done)));
    state
}

#[track_caller]
fn lists(state: &State, expected: &[usize]) {
    assert_eq!(state.session.board.listed(), expected);
}

#[test]
fn the_table_is_sorted_both_ways_and_filtered() {
    let mut state = board();
    lists(&state, &[0, 1, 2]);
    clicks(&mut state, "rollup.by-unit");
    lists(&state, &[2, 0, 1]);
    clicks(&mut state, "rollup.by-unit");
    lists(&state, &[0, 2, 1]);
    clicks(&mut state, "rollup.by-open");
    lists(&state, &[2, 0, 1]);
    assert_eq!(state.session.board.key, SortKey::Open);
    let word = Happening {
        value: "丙".to_owned(),
        ..event(Kind::Input, "rollup.word")
    };
    does(&mut state, &word);
    lists(&state, &[2]);
    does(
        &mut state,
        &Happening {
            value: String::new(),
            ..word
        },
    );
    for (at, expected) in [(6, vec![1]), (5, vec![2, 0]), (0, vec![2, 0, 1])] {
        let choice = Happening {
            value: at.to_string(),
            ..event(Kind::Commit, "rollup.show")
        };
        does(&mut state, &choice);
        lists(&state, &expected);
    }
    assert_eq!(Show::ALL[1], Show::Grade(Grade::Excellent));
}

#[test]
fn a_count_of_findings_shows_them_and_hides_them_again() {
    let mut state = board();
    let asked = clicks(&mut state, "rollup.tell.2");
    assert_eq!(asked.effects, [Effect::RollUp(rollup::Effect::Tell(2))]);
    let mut document = state.document().as_ref().clone();
    let weight = |text: &str| Edit::Row(Id::new("i1"), RowField::Weight, text.into());
    document = apply(&document, &weight("x")).unwrap();
    let told = rollup::Told::new(document);
    let sentences = told.sentences(1, Language::Chinese);
    assert!(sentences[0].starts_with("指标 1“"), "{sentences:?}");
    assert!(
        sentences[0].contains("分值须是不小于 0 的数"),
        "{sentences:?}"
    );
    let shown = Change::Tell(Some((2, Held::new(told))));
    state.act(Action::Session(session::Change::Board(shown)));
    clicks(&mut state, "rollup.tell.2");
    assert!(state.session.board.told.is_none());
}

#[test]
fn what_is_listed_goes_out_as_csv() {
    let mut state = board();
    let response = clicks(&mut state, "rollup.csv");
    let [Effect::Download { name, content, .. }] = &response.effects[..] else {
        panic!("{:?}", response.effects)
    };
    assert_eq!(name, "绩效自评汇总.csv");
    assert_eq!(content.lines().count(), 4);
    assert!(content.contains("乙单位") && content.contains("bad.json"));
}

#[test]
fn links_are_taken_one_a_line_and_the_field_is_emptied() {
    assert_eq!(lines(" a \n\n b\r\n"), ["a", "b"]);
    let mut state = board();
    let nothing = clicks(&mut state, "rollup.links");
    assert_eq!(super::focus(&nothing), Some("rollup.text"));
    let typed = Happening {
        value: "x\ny".to_owned(),
        ..event(Kind::Input, "rollup.text")
    };
    does(&mut state, &typed);
    let response = clicks(&mut state, "rollup.links");
    let links = vec!["x".to_owned(), "y".to_owned()];
    let expected = Effect::RollUp(rollup::Effect::Links(links));
    assert_eq!(response.effects, [expected]);
    assert_eq!(state.session.board.links, "");
}

#[test]
fn progress_is_shown_until_it_is_done_and_clearing_begins_anew() {
    let mut state = board();
    let half = Change::Progress(500, 1_000);
    state.act(Action::Session(session::Change::Board(half)));
    assert_eq!(state.session.board.progress, Some((500, 1_000)));
    let cancel = clicks(&mut state, "rollup.cancel");
    let expected = Effect::RollUp(rollup::Effect::Cancel);
    assert_eq!(cancel.effects, [expected]);
    let done = Change::Done(Held::new(RollUp::default()));
    state.act(Action::Session(session::Change::Board(done)));
    assert_eq!(state.session.board.progress, None);
    clicks(&mut state, "rollup.clear");
    assert!(state.session.board.result.is_none());
}

#[test]
fn every_word_of_the_screens_is_there_in_both_languages() {
    for word in ScreenWord::ALL {
        let [chinese, english] = Language::ALL.map(|language| screen_word(*word, language));
        assert!(!chinese.is_empty() && !english.is_empty());
        assert!(english.is_ascii() || english.contains('’'), "{english}");
    }
}
