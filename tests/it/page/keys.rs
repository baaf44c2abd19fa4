//! Keys: typing, Enter, Tab, Esc, composition, undo.

use jiping::app::happening::{Happening, Kind};
use jiping::app::respond::Effect;
use jiping::app::session::{Change, Screen};
use jiping::app::store::{Action, State};
use jiping::i18n::ui::Notice;

use super::{actual, clicks, does, event, focus, presses, seed, types};

const FIRST: &str = "row.actual.i1";

fn total(state: &State) -> String {
    state.evaluation.totals.so_far.to_string()
}

#[test]
fn what_is_typed_scores_at_each_key_and_is_one_step() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    assert_eq!(actual(&state, 0), "16");
    assert_eq!(total(&state), "1.25");
    let undo = Happening {
        ctrl: true,
        key: "z".to_owned(),
        ..event(Kind::Key, FIRST)
    };
    assert!(
        does(&mut state, &undo).handled,
        "the browser's own undo must not act"
    );
    assert_eq!(actual(&state, 0), "");
    assert_eq!(total(&state), "0");
    clicks(&mut state, "do.redo");
    assert_eq!(actual(&state, 0), "16");
}

#[test]
fn another_field_is_another_step() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    types(&mut state, "row.actual.i2", "1");
    clicks(&mut state, "do.undo");
    assert_eq!((actual(&state, 0), actual(&state, 1)), ("16", ""));
}

#[track_caller]
fn goes(from: &str, key: &str, shift: bool, to: Option<&str>) {
    let mut state = seed();
    let event = Happening {
        shift,
        key: key.to_owned(),
        ..event(Kind::Key, from)
    };
    let response = does(&mut state, &event);
    assert!(response.handled);
    assert_eq!(focus(&response), to);
}

#[test]
fn enter_goes_down_and_shift_enter_up() {
    goes(FIRST, "Enter", false, Some("row.actual.i2"));
    goes("row.actual.i2", "Enter", true, Some(FIRST));
    goes(FIRST, "ArrowDown", false, Some("row.actual.i2"));
    goes("row.actual.i2", "ArrowUp", false, Some(FIRST));
    goes("row.actual.i38", "Enter", false, None);
    goes("task.et.t1", "Enter", false, Some("task.et.t2"));
    goes("task.yf.t2", "Enter", true, Some("task.yf.t1"));
}

#[track_caller]
fn stays(state: &mut State, id: &str, shift: bool) {
    let event = Happening {
        shift,
        key: "Enter".to_owned(),
        value: "7".to_owned(),
        ..event(Kind::Key, id)
    };
    let response = does(state, &event);
    assert!(response.handled && response.effects.is_empty(), "{id}");
}

#[test]
fn where_there_is_no_field_to_go_to_enter_keeps_the_focus() {
    let mut state = seed();
    types(&mut state, "row.actual.i4", "10");
    stays(&mut state, "row.reason.i4", false);
    stays(&mut state, "row.actual.i38", false);
    stays(&mut state, "row.actual.i1", true);
    stays(&mut state, "task.et.t3", false);
    stays(&mut state, "head.unit", false);
}

#[test]
fn at_the_end_enter_takes_what_is_typed_and_esc_does_not_take_it_back() {
    let mut state = seed();
    enters(&mut state, "row.actual.i38");
    types(&mut state, "row.actual.i38", "7");
    stays(&mut state, "row.actual.i38", false);
    let esc = Happening {
        key: "Escape".to_owned(),
        value: "7".to_owned(),
        ..event(Kind::Key, "row.actual.i38")
    };
    assert!(!does(&mut state, &esc).handled);
    assert_eq!(actual(&state, 37), "7");
    stays(&mut state, "row.weight.i38", false);
    assert_eq!(&*state.document().rows[37].indicator.weight, "7");
}

#[test]
fn the_arrows_reach_the_fields_of_an_open_derivation() {
    let mut state = seed();
    let closed = presses(&mut state, "explain.i4", "ArrowDown");
    assert!(!closed.handled && closed.effects.is_empty());
    clicks(&mut state, "explain.i4");
    clicks(&mut state, "explain.i6");
    goes_on(&mut state, "explain.i4", "ArrowDown", "row.evidence.i4");
    goes_on(&mut state, "row.evidence.i4", "ArrowUp", "explain.i4");
    goes_on(&mut state, "row.evidence.i4", "Enter", "row.evidence.i6");
    stays(&mut state, "row.evidence.i6", false);
}

#[track_caller]
fn goes_on(state: &mut State, from: &str, key: &str, to: &str) {
    assert_eq!(focus(&presses(state, from, key)), Some(to));
}

#[test]
fn shortcuts_need_no_field() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    let key = |key: &str| Happening {
        ctrl: true,
        key: key.to_owned(),
        ..event(Kind::Key, "")
    };
    assert!(does(&mut state, &key("z")).handled);
    assert_eq!(actual(&state, 0), "");
    assert!(does(&mut state, &key("y")).handled);
    assert_eq!(actual(&state, 0), "16");
    // With Shift, and both with Caps Lock.
    let shifted = |key: Happening| Happening { shift: true, ..key };
    for (undo, redo) in [("z", "Z"), ("Z", "z")] {
        assert!(does(&mut state, &key(undo)).handled);
        assert_eq!(actual(&state, 0), "", "{undo}");
        assert!(does(&mut state, &shifted(key(redo))).handled);
        assert_eq!(actual(&state, 0), "16", "{redo}");
    }
    state.act(Action::Session(Change::Screen(Screen::RollUp)));
    assert!(!does(&mut state, &key("z")).handled);
    assert_eq!(actual(&state, 0), "16", "the sheet is out of sight");
    let saved = does(&mut state, &key("s"));
    assert!(matches!(saved.effects[..], [Effect::Download { .. }]) && saved.handled);
}

#[test]
fn news_goes_with_the_next_change_and_what_still_holds_stays() {
    let mut state = seed();
    let tell = |state: &mut State, notice: Notice| {
        state.act(Action::Session(Change::Notice(Some(notice))));
    };
    tell(&mut state, Notice::Copied);
    types(&mut state, FIRST, "");
    assert!(state.session.notice.is_some(), "nothing was changed");
    types(&mut state, FIRST, "1");
    assert_eq!(state.session.notice, None);
    for (at, notice) in [
        Notice::Left("a.json".to_owned()),
        Notice::NotLoaded,
        Notice::DraftUnreadable("?".to_owned()),
    ]
    .into_iter()
    .enumerate()
    {
        tell(&mut state, notice.clone());
        types(&mut state, FIRST, &at.to_string());
        assert_eq!(state.session.notice, Some(notice));
    }
}

#[test]
fn enter_after_tabs_goes_down_where_the_run_began() {
    let mut state = seed();
    types(&mut state, "row.actual.i4", "10");
    presses(&mut state, "row.actual.i4", "Tab");
    let response = presses(&mut state, "row.reason.i4", "Enter");
    assert_eq!(focus(&response), Some("row.actual.i5"));
}

#[test]
fn enter_in_a_reason_goes_to_the_next_row_that_asks_for_one() {
    let mut state = seed();
    types(&mut state, "row.actual.i4", "10");
    types(&mut state, "row.actual.i6", "3");
    let response = presses(&mut state, "row.reason.i4", "Enter");
    assert_eq!(focus(&response), Some("row.reason.i6"));
}

#[test]
fn esc_gives_back_what_the_field_held() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    let enters = Happening {
        value: "16".to_owned(),
        ..event(Kind::Enter, FIRST)
    };
    does(&mut state, &enters);
    types(&mut state, FIRST, "99");
    let esc = Happening {
        key: "Escape".to_owned(),
        value: "99".to_owned(),
        ..event(Kind::Key, FIRST)
    };
    does(&mut state, &esc);
    assert_eq!(actual(&state, 0), "16");
}

#[test]
fn what_an_input_method_shows_is_taken_in_and_its_keys_do_nothing() {
    let mut state = seed();
    let composing = |kind, value: &str, key: &str| Happening {
        composing: true,
        value: value.to_owned(),
        key: key.to_owned(),
        ..event(kind, "row.actual.i31")
    };
    for value in ["x", "xi", "xian"] {
        let response = does(&mut state, &composing(Kind::Input, value, ""));
        assert!(!response.handled);
        assert_eq!(
            actual(&state, 30),
            value,
            "a late picture must not take it back"
        );
    }
    for key in ["Enter", "Escape", "Tab"] {
        let response = does(&mut state, &composing(Kind::Key, "xian", key));
        assert!(response.actions.is_empty() && !response.handled);
    }
    does(&mut state, &composing(Kind::Composed, "显著", ""));
    assert_eq!(actual(&state, 30), "显著");
}

#[test]
fn a_reason_takes_lines_as_a_cell_in_excel() {
    let mut state = seed();
    types(&mut state, "row.actual.i4", "10");
    types(&mut state, "row.actual.i6", "3");
    let alt = |id: &str| Happening {
        alt: true,
        key: "Enter".to_owned(),
        ..event(Kind::Key, id)
    };
    let breaks = |state: &mut State, key: &Happening| {
        let response = does(state, key);
        assert_eq!(response.handled, !response.effects.is_empty());
        response.effects == [Effect::BreakLine]
    };
    let ctrl = Happening {
        alt: false,
        ctrl: true,
        ..alt("row.reason.i4")
    };
    let composing = Happening {
        composing: true,
        ..alt("row.reason.i4")
    };
    assert!(breaks(&mut state, &alt("row.reason.i4")));
    assert!(breaks(&mut state, &ctrl));
    assert!(breaks(&mut state, &alt("goal.achieved.g1")));
    assert!(!breaks(&mut state, &composing));
    assert!(!breaks(&mut state, &alt(FIRST)));
    // Among lines the arrows are the browser's.
    let arrow = |value: &str| Happening {
        key: "ArrowDown".to_owned(),
        value: value.to_owned(),
        ..event(Kind::Key, "row.reason.i4")
    };
    let response = does(&mut state, &arrow("一行"));
    assert_eq!(focus(&response), Some("row.reason.i6"));
    assert!(!does(&mut state, &arrow("一行\n二行")).handled);
}

#[test]
fn prose_keeps_enter_for_new_lines() {
    let mut state = seed();
    assert!(!presses(&mut state, "goal.achieved.g1", "Enter").handled);
    assert!(!presses(&mut state, "task.content.t1", "Enter").handled);
    assert!(!presses(&mut state, FIRST, "a").handled);
}

fn enters(state: &mut State, id: &str) {
    does(state, &event(Kind::Enter, id));
}

#[test]
fn news_put_away_by_key_gives_the_focus_back() {
    let mut state = seed();
    let away = |state: &mut _, key| focus(&presses(state, "do.hide-offer", key)).map(str::to_owned);
    assert_eq!(
        away(&mut state, "Enter").as_deref(),
        Some(" do.hide-notice do.hide-offer row.actual.i1 h-indicators"),
        "no field had it: the next news, else the first field"
    );
    assert!(!state.session.offer);
    enters(&mut state, "row.actual.i4");
    let back = away(&mut state, " ").unwrap();
    assert!(back.starts_with("row.actual.i4 "), "{back}");
    let response = clicks(&mut state, "do.hide-notice");
    assert_eq!(focus(&response), None, "the mouse is where it is");
}

#[test]
fn enter_in_a_count_goes_to_the_same_count_of_the_next_tally() {
    let mut state = seed();
    clicks(&mut state, "tally.i36");
    clicks(&mut state, "tally.i38");
    let response = presses(&mut state, "count.2.i36", "Enter");
    assert_eq!(focus(&response), Some("count.2.i38"));
    let response = presses(&mut state, "count.2.i38", "ArrowUp");
    assert_eq!(focus(&response), Some("count.2.i36"));
    let response = presses(&mut state, "count.2.i38", "Enter");
    assert_eq!(focus(&response), None);
}
