//! Keys: typing, Enter, Tab, Esc, composition, undo.

use jiping::app::happening::{Happening, Kind};
use jiping::app::respond::Effect;

use super::{actual, clicks, does, event, focus, presses, seed, types};

const FIRST: &str = "row.actual.i1";

fn total(state: &jiping::app::store::State) -> String {
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

#[test]
fn at_the_end_enter_leaves_the_field_so_that_it_is_committed() {
    let mut state = seed();
    let response = presses(&mut state, "row.actual.i38", "Enter");
    assert_eq!(response.effects, [Effect::Blur]);
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
fn prose_keeps_enter_for_new_lines() {
    let mut state = seed();
    assert!(!presses(&mut state, "goal.achieved.g1", "Enter").handled);
    assert!(!presses(&mut state, "task.content.t1", "Enter").handled);
    assert!(!presses(&mut state, FIRST, "a").handled);
}

fn enters(state: &mut jiping::app::store::State, id: &str) {
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
