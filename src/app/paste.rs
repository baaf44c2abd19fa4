//! 粘贴: a block of cells spreads down and to the right from the focused field, as one step of undo.
//!
//! In an actual or a reason, a block that carries the table's own rows goes to them by name instead ([`named`]); else
//! it begins where its first column belongs ([`place`]); a table that is being made takes whole ones ([`whole`]).
//! Where nobody can tell which column holds the actuals, nothing is pasted, and a sentence says what to do.
//! As in Excel, a blank square empties its field when it goes by place; the whole program tells how many lost a text.
//! One single cell is left to the browser, which pastes it at the caret.

mod columns;
mod named;
mod place;
mod whole;

use crate::document::Document;
use crate::edit::{self, Edit, List, RowField, TaskField};
use crate::grid::{Cell, Grid, read};
use crate::i18n::ui::Notice;
use crate::table::Id;

use super::WHOLE;
use super::control::Control;
use super::happening::{HIDDEN, Happening};
use super::navigate;
use super::respond::{Response, edit_of};
use super::session::{Change, Fold};
use super::store::{Action, Paste, State};
use columns::{Unclear, uncount};

/// What a paste into a field does.
#[must_use]
pub fn paste(state: &State, control: Control, event: &Happening) -> Response {
    let mut block = block(event);
    let single = block.len() <= 1 && block.first().is_none_or(|row| row.len() <= 1);
    if single {
        return Response::default();
    }
    let action = match taken(state, control, &mut block) {
        Ok(paste) if paste.edits.is_empty() && !paste.named && paste.beyond == 0 => {
            return Response::default();
        }
        Ok(paste) => Action::Paste(paste),
        Err(Unclear) => Action::Session(Change::Notice(Some(Notice::Unclear))),
    };
    let mut response = Response::act(action);
    response.handled = true;
    response
}

/// What a block does that is pasted into this field.
fn taken(state: &State, control: Control, block: &mut Vec<Vec<String>>) -> Result<Paste, Unclear> {
    let (begin, left_out) = match &control {
        Control::Row(field, id) => {
            let achieved = matches!(field, RowField::Actual | RowField::Reason);
            if WHOLE && let Some(begin) = whole::begin(state, *field, id, block) {
                begin
            } else if !achieved {
                (control, 0)
            } else if let Some(paste) = named::paste(state, block)? {
                return Ok(paste);
            } else {
                place::begin(state, *field, id, block)?
            }
        }
        Control::Task(..) | Control::Count(..) => {
            if !matches!(
                control,
                Control::Task(TaskField::Name | TaskField::Content, _)
            ) {
                let figures =
                    |line: &Vec<String>| line.concat().contains(|c: char| c.is_ascii_digit());
                let first = block.iter().position(figures).unwrap_or_default();
                block.drain(..first);
            }
            (control, uncount(block, 3))
        }
        _ => (control, 0),
    };
    let mut paste = spread(state, begin, block);
    paste.beyond += left_out;
    Ok(paste)
}

/// The block from this field on.
fn spread(state: &State, control: Control, block: &[Vec<String>]) -> Paste {
    let mut paste = Paste::default();
    let mut new = paste.grow(state, &control, block.len()).into_iter();
    let mut line = Some(control);
    for squares in block {
        let mut beside: Option<Control> = None;
        for (at, square) in squares.iter().enumerate() {
            let field = if at == 0 { &line } else { &beside };
            match field {
                Some(field) => paste.fill(state.document(), field, square),
                None => paste.beyond += usize::from(!square.trim().is_empty()),
            }
            beside = field.as_ref().and_then(|field| right(state, field));
        }
        line = line.and_then(|field| {
            let next = below(state, &field);
            next.or_else(|| match field {
                Control::Row(field, _) => new.next().map(|id| Control::Row(field, id)),
                _ => None,
            })
        });
    }
    paste
}

impl Paste {
    /// While the table is edited, a block that reaches below its last row brings its own rows.
    fn grow(&mut self, state: &State, control: &Control, lines: usize) -> Vec<Id> {
        let document = state.document();
        let Control::Row(_, id) = control else {
            return Vec::new();
        };
        let Some(at) = document.row_at(id).filter(|_| state.session.edits()) else {
            return Vec::new();
        };
        let count = (at + lines).saturating_sub(document.rows.len());
        let ids = edit::new_ids(document, List::Rows, count);
        let mut last = document.rows.last().map(|row| row.indicator.id.clone());
        for id in &ids {
            self.edits
                .push(Edit::Add(List::Rows, last.replace(id.clone())));
        }
        ids
    }

    fn fill(&mut self, document: &Document, field: &Control, square: &str) {
        let Some(edit) = edit_of(field, square.trim()) else {
            return;
        };
        if square.trim().is_empty() {
            let emptied = edit::apply(document, &edit).is_ok_and(|after| after != *document);
            self.emptied += usize::from(emptied);
        }
        self.edits.push(edit);
        if let Control::Row(RowField::Actual, id) = field {
            self.rows.push(id.clone());
        }
    }
}

/// The squares of what was pasted: the HTML table where there is one, else the text with tabs.
fn block(event: &Happening) -> Vec<Vec<String>> {
    if event.table.is_empty() {
        return read::tabs(&event.text);
    }
    let mut grid = Grid::default();
    for row in &event.table {
        let mut cells = Vec::new();
        for cell in row {
            cells.push(
                Cell::new(cell.text.clone())
                    .over_rows(cell.rows)
                    .over_columns(cell.columns),
            );
        }
        grid.rows.push(cells);
    }
    let mut lines = grid.squares();
    lines.retain(|line| line.iter().all(|text| text != HIDDEN));
    lines
}

/// The field in the next row, whether or not it shows now.
fn below(state: &State, field: &Control) -> Option<Control> {
    match field {
        Control::Row(RowField::Actual | RowField::Share, _)
        | Control::Task(..)
        | Control::Count(..) => navigate::vertical(state, field, true),
        Control::Row(field, id) => {
            let document = state.document();
            let at = document.row_at(id)?.checked_add(1)?;
            let row = document.rows.get(at)?;
            Some(Control::Row(*field, row.indicator.id.clone()))
        }
        Control::Goal(field, id) => {
            let goals = &state.document().goals;
            let at = goals
                .iter()
                .position(|goal| goal.id == *id)?
                .checked_add(1)?;
            Some(Control::Goal(*field, goals.get(at)?.id.clone()))
        }
        _ => None,
    }
}

/// The next field to the right that takes text.
fn right(state: &State, field: &Control) -> Option<Control> {
    use crate::edit::Source::{Fiscal, Other, Total};
    use crate::edit::Stage::{Executed, FullYear, Initial};
    use RowField::{Actual, Level1, Level2, Name, Reason, Target};
    match field {
        Control::Row(field, id) => {
            let order: &[RowField] = if state.session.edits() {
                &[Level1, Level2, Name, Target, Actual, Reason]
            } else {
                &[Actual, Reason]
            };
            next(order, field).map(|field| Control::Row(field, id.clone()))
        }
        Control::Task(TaskField::Name, id) => Some(Control::Task(TaskField::Content, id.clone())),
        Control::Task(TaskField::Amount(stage, source), id) => {
            let unfolded = state.session.shows(Fold::Tasks);
            let (stage, source) = if unfolded {
                (*stage, next(&[Total, Fiscal, Other], source)?)
            } else {
                (next(&[Initial, FullYear, Executed], stage)?, *source)
            };
            Some(Control::Task(TaskField::Amount(stage, source), id.clone()))
        }
        Control::Count(level, id) => (*level < 5).then(|| Control::Count(*level + 1, id.clone())),
        Control::Goal(crate::edit::GoalField::Text, id) => {
            Some(Control::Goal(crate::edit::GoalField::Achieved, id.clone()))
        }
        _ => None,
    }
}

fn next<T: Copy + PartialEq>(order: &[T], field: &T) -> Option<T> {
    let at = order.iter().position(|known| known == field)?;
    order.get(at.checked_add(1)?).copied()
}
