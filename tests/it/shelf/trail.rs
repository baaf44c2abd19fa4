//! What can be undone survives a reload and a change of programs.

use jiping::app::begin;
use jiping::app::handover;
use jiping::app::session::{Change, Fold, Session};
use jiping::app::shelf::kept::line;
use jiping::app::shelf::trail::{MAX_STEPS, Step, Texts, Trail};
use jiping::app::store::{Action, State};
use proptest::prelude::*;
use std::rc::Rc;

use crate::page::{actual, clicks, seed, types};

const FIRST: &str = "row.actual.i1";
const SECOND: &str = "row.actual.i2";

/// The state as a reload brings it back.
#[track_caller]
fn reloaded(state: &State) -> State {
    let trail = state.trail(&mut Texts::default());
    let text = line(state.document());
    let document = jiping::document::json::open(text.as_bytes())
        .unwrap()
        .document;
    assert_eq!(document, **state.document());
    State::resume(document, Session::default(), Trail::read(&trail))
}

fn texts(state: &State) -> (&str, &str) {
    (actual(state, 0), actual(state, 1))
}

#[test]
fn steps_are_undone_and_redone_after_a_reload() {
    let mut state = seed();
    types(&mut state, FIRST, "16人");
    types(&mut state, SECOND, "保障");
    let mut state = reloaded(&state);
    assert!(state.glance().can_undo && !state.glance().can_redo);
    clicks(&mut state, "do.undo");
    assert_eq!(texts(&state), ("16人", ""));
    // And again, in the middle of it.
    let mut state = reloaded(&state);
    assert!(state.glance().can_undo && state.glance().can_redo);
    clicks(&mut state, "do.redo");
    assert_eq!(texts(&state), ("16人", "保障"));
    clicks(&mut state, "do.undo");
    clicks(&mut state, "do.undo");
    assert_eq!(**state.document(), begin::example());
    assert!(!state.glance().can_undo);
    clicks(&mut state, "do.redo");
    clicks(&mut state, "do.redo");
    assert_eq!(texts(&state), ("16人", "保障"));
}

#[test]
fn an_edit_after_a_reload_forgets_what_was_undone_and_keeps_the_past() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    types(&mut state, SECOND, "1");
    clicks(&mut state, "do.undo");
    let mut state = reloaded(&state);
    types(&mut state, SECOND, "2");
    assert!(!state.glance().can_redo);
    clicks(&mut state, "do.undo");
    clicks(&mut state, "do.undo");
    assert_eq!(texts(&state), ("", ""));
    assert!(!state.glance().can_undo);
}

#[test]
fn many_steps_are_kept_up_to_a_bound() {
    let mut state = seed();
    for at in 0..MAX_STEPS + 30 {
        let id = if at % 2 == 0 { FIRST } else { SECOND };
        types(&mut state, id, &at.to_string());
    }
    let trail = state.trail(&mut Texts::default());
    assert_eq!(Trail::read(&trail).past.len(), MAX_STEPS);
    assert!(trail.len() < 10_000, "{}", trail.len());
    let mut state = reloaded(&state);
    for _ in 0..MAX_STEPS {
        clicks(&mut state, "do.undo");
    }
    assert_eq!(texts(&state), ("28", "29"));
    assert!(!state.glance().can_undo);
}

#[test]
fn another_evaluation_is_not_among_what_can_be_undone_in_this_one() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    state.act(Action::Load(Rc::new(begin::empty())));
    assert!(state.glance().can_undo, "in this tab it can be taken back");
    types(&mut state, "head.unit", "某局");
    let after = reloaded(&state);
    let trail = after.trail(&mut Texts::default());
    assert_eq!(Trail::read(&trail).past.len(), 1);
    clicks(&mut state, "do.undo");
    clicks(&mut state, "do.undo");
    assert_eq!(actual(&state, 0), "16");
    let back = Trail::read(&state.trail(&mut Texts::default()));
    assert_eq!((back.past.len(), back.future.len()), (1, 0));
}

#[test]
fn a_damaged_trail_undoes_nothing() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    let text = state.trail(&mut Texts::default());
    for cut in 0..text.len() {
        assert_eq!(Trail::read(&text[..cut]), Trail::default(), "{cut}");
    }
    let other = begin::empty();
    let mut state = State::resume(other.clone(), Session::default(), Trail::read(&text));
    clicks(&mut state, "do.undo");
    assert_eq!(**state.document(), other);
    assert!(!state.glance().can_undo);
}

#[test]
fn a_session_goes_from_program_to_program() {
    let mut state = seed();
    types(&mut state, FIRST, "16");
    clicks(&mut state, "do.structure");
    clicks(&mut state, "explain.i1");
    state.act(Action::Session(Change::Unfold(Fold::Policy)));
    let text = handover::write(&state, "do.print", false);
    let handed = handover::read(&text).unwrap();
    assert_eq!(handed.pressed, "do.print");
    let mut there = handed.state;
    assert_eq!(there.document(), state.document());
    assert!(there.session.structure && there.session.unfolded.contains(&Fold::Policy));
    assert_eq!(there.session.explained, state.session.explained);
    assert_eq!(handover::write(&there, "do.print", false), text);
    clicks(&mut there, "do.undo");
    assert_eq!(actual(&there, 0), "");
    for damaged in ["", "3 abc", &text[1..]] {
        assert!(handover::read(damaged).is_none());
    }
}

proptest! {
    #[test]
    fn a_step_leads_from_any_text_to_any_other(from in "[aé绩评]{0,12}", to in "[aé绩评]{0,12}") {
        let step = Step::between(&from, &to);
        prop_assert_eq!(step.apply(&from), Some(to));
    }
}
