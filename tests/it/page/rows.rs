//! Rows: questions answered by a click, bands, weights, tallies, jumps, starting empty.

use std::rc::Rc;

use jiping::app::answer::answers;
use jiping::app::happening::{Happening, Kind};
use jiping::app::respond::Effect;
use jiping::app::session::Fold;
use jiping::app::store::{Action, State};
use jiping::edit::{Edit, RowField};
use jiping::i18n::ui::Notice;
use jiping::policy::OverAction;
use jiping::scoring::Status;
use jiping::table::Id;

use super::{clicks, does, event, focus, seed, types};

fn status(state: &State, row: usize) -> Status {
    state.evaluation.rows[row].status
}

fn weights(state: &State, rows: std::ops::Range<usize>) -> Vec<String> {
    let rows = &state.evaluation.rows[rows];
    rows.iter().map(|row| row.weight.points.fixed(2)).collect()
}

fn commits(state: &mut State, id: &str, text: &str) {
    let event = Happening {
        value: text.to_owned(),
        ..event(Kind::Commit, id)
    };
    does(state, &event);
}

#[test]
fn a_share_typed_for_a_percentage_is_asked_about_and_answered_by_one_click() {
    let mut state = seed();
    types(&mut state, "row.actual.i14", "0.96");
    assert_eq!(status(&state, 13), Status::Asks);
    let shown = answers(&state.document().rows[13], &state.evaluation.rows[13]);
    let labels: Vec<&str> = shown.iter().map(|answer| &*answer.label).collect();
    assert_eq!(labels, ["0.96%", "96%"]);
    clicks(&mut state, "answer.1.i14");
    assert_eq!(status(&state, 13), Status::Met);
}

#[test]
fn a_target_without_a_sign_is_asked_about_once_it_matters() {
    let mut state = seed();
    types(&mut state, "row.target.i14", "95%");
    types(&mut state, "row.actual.i14", "95");
    let labels = |state: &State| -> Vec<String> {
        let shown = answers(&state.document().rows[13], &state.evaluation.rows[13]);
        shown
            .iter()
            .map(|answer| answer.label.to_string())
            .collect()
    };
    types(&mut state, "row.actual.i14", "97");
    assert_eq!(status(&state, 13), Status::Asks);
    assert_eq!(labels(&state), ["≥", "≤", "="]);
    clicks(&mut state, "answer.0.i14");
    assert_eq!(status(&state, 13), Status::Met);
}

#[test]
fn a_band_is_chosen_and_taken_back() {
    let mut state = seed();
    clicks(&mut state, "band.1.i31");
    assert_eq!(state.evaluation.rows[30].score.unwrap().to_string(), "5");
    clicks(&mut state, "band.2.i31");
    assert_eq!(state.evaluation.rows[30].score.unwrap().to_string(), "3.5");
    types(&mut state, "row.share.i31", "60");
    assert_eq!(state.evaluation.rows[30].score.unwrap().to_string(), "3");
    clicks(&mut state, "band.2.i31");
    assert_eq!(state.evaluation.rows[30].score, None);
}

#[test]
fn a_typed_weight_is_a_lock_and_the_rest_of_its_group_shares() {
    let mut state = seed();
    commits(&mut state, "row.weight.i1", "3.5");
    assert_eq!(weights(&state, 0..3), ["3.50", "1.00", "1.00"]);
    clicks(&mut state, "lock.i2");
    assert!(state.document().rows[1].indicator.locked);
    commits(&mut state, "row.weight.i1", "");
    assert_eq!(weights(&state, 0..2), ["1.28", "1.00"]);
}

#[test]
fn a_lock_above_its_group_s_share_is_refused_and_the_field_shows_again_what_holds() {
    let mut state = seed();
    commits(&mut state, "row.weight.i1", "20");
    assert_eq!(weights(&state, 0..1), ["1.25"]);
    assert!(matches!(state.session.notice, Some(Notice::Refused(_))));
    assert_eq!(state.session.refusals, 1);
}

#[test]
fn the_table_may_bring_its_own_weights() {
    let mut state = seed();
    let dealt = weights(&state, 0..38);
    clicks(&mut state, "do.own-weights");
    assert_eq!(weights(&state, 0..38), dealt);
    commits(&mut state, "row.weight.i1", "7");
    assert_eq!(weights(&state, 0..2), ["7.00", "1.25"]);
    clicks(&mut state, "do.own-weights");
    assert_eq!(weights(&state, 0..38), dealt);
}

#[test]
fn a_tally_answers_for_the_indicator_until_it_is_dropped() {
    let mut state = seed();
    types(&mut state, "row.actual.i36", "90");
    clicks(&mut state, "tally.i36");
    for (level, count) in ["40", "30", "20", "8", "2"].into_iter().enumerate() {
        types(&mut state, &format!("count.{level}.i36"), count);
    }
    let percent = |state: &State| state.evaluation.rows[35].tally.clone().unwrap().percent;
    assert_eq!(percent(&state).unwrap().to_string(), "70");
    for (method, result) in [("2", "90"), ("3", "98"), ("1", "40"), ("4", "78.4")] {
        commits(&mut state, "method.0.i36", method);
        assert_eq!(percent(&state).unwrap().to_string(), result);
    }
    clicks(&mut state, "tally.i36");
    assert!(state.evaluation.rows[35].tally.is_none());
    assert_eq!(super::actual(&state, 35), "90");
}

#[test]
fn what_is_missing_is_gone_to_and_what_hides_it_unfolds() {
    let mut state = seed();
    let response = clicks(&mut state, "jump.0");
    assert_eq!(focus(&response), Some("task.et.t1"));
    types(&mut state, "task.et.t1", "x");
    let response = clicks(&mut state, "do.next-missing");
    assert!(focus(&response).is_some());
    types(&mut state, "row.actual.i4", "10");
    let response = clicks(&mut state, "do.next-reason");
    assert_eq!(focus(&response), Some("row.reason.i4"));
    assert!(!state.session.unfolded.contains(&Fold::Tasks));
}

#[test]
fn a_question_about_the_table_is_gone_to_where_it_can_be_answered() {
    let mut state = seed();
    edits(&mut state, RowField::Target, "11月前");
    let response = clicks(&mut state, "do.next-ask");
    assert_eq!(focus(&response), Some("row.actual.i1"));
    clicks(&mut state, "do.structure");
    let response = clicks(&mut state, "do.next-ask");
    assert_eq!(focus(&response), Some("row.target.i1"));
    edits(&mut state, RowField::Target, "显著加强");
    clicks(&mut state, "band.2.i1");
    edits(&mut state, RowField::Share, "95");
    let response = clicks(&mut state, "do.next-ask");
    assert_eq!(focus(&response), Some("row.share.i1"));
}

#[test]
fn points_to_be_taken_off_are_gone_to_in_the_opened_row() {
    let mut state = seed();
    let mut policy = (*state.document().policy).clone();
    policy.over.action = OverAction::Typed;
    state.act(Action::Edit(Edit::Policy(Rc::new(policy)), None));
    edits(&mut state, RowField::Target, "≥10次");
    types(&mut state, "row.actual.i1", "20次");
    for _ in 0..2 {
        let response = clicks(&mut state, "do.next-ask");
        assert_eq!(focus(&response), Some("row.deduction.i1"));
        assert!(state.session.explained.contains(&Id::new("i1")));
    }
}

/// Writes a cell of the first row.
fn edits(state: &mut State, field: RowField, text: &str) {
    let edit = Edit::Row(Id::new("i1"), field, text.into());
    state.act(Action::Edit(edit, None));
}

#[test]
fn an_empty_table_is_ready_to_be_typed_and_undo_brings_the_old_one_back() {
    let mut state = seed();
    let response = clicks(&mut state, "do.empty");
    assert_eq!(focus(&response), Some("head.unit"));
    assert!(state.document().rows.is_empty() && state.session.structure);
    let response = clicks(&mut state, "first.row");
    assert_eq!(focus(&response), Some("row.level1.i1"));
    let response = clicks(&mut state, "add.row.i1");
    assert_eq!(focus(&response), Some("row.name.i2"));
    clicks(&mut state, "up.row.i2");
    assert_eq!(state.document().rows[0].indicator.id.as_str(), "i2");
    clicks(&mut state, "remove.row.i1");
    assert_eq!(state.document().rows.len(), 1);
    for _ in 0..5 {
        clicks(&mut state, "do.undo");
    }
    assert_eq!(state.document().rows.len(), 38);
}

#[test]
fn a_policy_is_taken_and_its_figures_are_edited() {
    let mut state = seed();
    commits(&mut state, "policy.0", "1");
    assert_eq!(&*state.document().policy.id, "national-2021");
    commits(&mut state, "policy.0", "0");
    types(&mut state, "rule.0", "20");
    clicks(&mut state, "do.take-rules");
    assert!(
        matches!(state.session.notice, Some(Notice::Refused(_))),
        "110 points"
    );
    types(&mut state, "rule.2", "40");
    clicks(&mut state, "do.take-rules");
    assert_eq!(&*state.document().policy.id, "own");
    assert_eq!(state.evaluation.execution.points.to_string(), "20");
    assert!(state.session.rules.is_empty());
}

#[test]
fn the_language_is_switched_and_the_browser_told() {
    let mut state = seed();
    let response = clicks(&mut state, "do.language");
    assert_eq!(response.effects, [Effect::Language]);
    assert_eq!(state.session.language.tag(), "en");
}
