//! Rolling up: files are read one after another, links in slices, so that the page answers between any two.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::desk::Desk;
use crate::app::platform::files::{Opened, Unread};
use crate::app::platform::page;
use crate::app::platform::pile::{self, Pile};
use crate::app::rollup::{Change, Effect};
use crate::app::session::{self, Screen};
use crate::app::share::Held;
use crate::i18n::rollup::line_name;
use crate::node::{FormatError, FormatErrorKind};
use crate::rollup::{OpenError, RollUp};

/// Milliseconds of one slice of work: short enough that a key is answered at once.
const SLICE: u32 = 24;
/// Milliseconds between two pictures of the progress.
const PICTURE: u32 = 150;

/// What is being rolled up.
#[derive(Default)]
pub struct Work {
    roll_up: RollUp,
    /// Links that wait, with the number of their line.
    links: VecDeque<(usize, String)>,
    /// Files that wait.
    piles: VecDeque<Pile>,
    /// How many there are, done ones too.
    all: usize,
    busy: bool,
    pictured: u32,
}

/// The work, shared by those who go on with it.
pub type Shared = Rc<RefCell<Work>>;

/// Whether files that come are for the roll-up.
pub fn wants(desk: &Desk) -> bool {
    desk.glance().session.screen == Screen::RollUp
}

/// Runs one effect.
pub fn run(effect: Effect, desk: &Desk) {
    match effect {
        Effect::Choose => {
            let to = desk.clone();
            let take = Rc::new(move |pile| take(&to, pile));
            pile::choose(".json,.txt,application/json,text/plain", take);
        }
        Effect::Cancel => {
            let work = desk.work();
            let mut work = work.borrow_mut();
            work.links.clear();
            work.piles.clear();
        }
        Effect::Clear => *desk.work().borrow_mut() = Work::default(),
        Effect::Links(links) => {
            let work = desk.work();
            let mut inner = work.borrow_mut();
            inner.all += links.len();
            inner.links.extend((1..).zip(links));
            drop(inner);
            begin(desk);
        }
    }
}

/// Takes files.
pub fn take(desk: &Desk, pile: Pile) {
    let work = desk.work();
    let mut inner = work.borrow_mut();
    inner.all += pile.len();
    inner.piles.push_back(pile);
    drop(inner);
    begin(desk);
}

/// Begins to work, unless it is being worked already.
fn begin(desk: &Desk) {
    let work = desk.work();
    let mut inner = work.borrow_mut();
    if !std::mem::replace(&mut inner.busy, true) {
        inner.pictured = page::milliseconds();
        let progress = Change::Progress(inner.roll_up.entries().len(), inner.all);
        drop(inner);
        tell(desk, progress);
        go_on(desk);
    }
}

fn tell(desk: &Desk, change: Change) {
    desk.change(session::Change::Board(change));
}

/// Does the next slice, or ends.
fn go_on(desk: &Desk) {
    let work = desk.work();
    let mut inner = work.borrow_mut();
    if inner.links.is_empty() && !next_file(desk, &mut inner) {
        inner.busy = false;
        inner.all = inner.roll_up.entries().len();
        let done = Held::new(inner.roll_up.clone());
        drop(inner);
        tell(desk, Change::Done(done));
        return;
    }
    let began = page::milliseconds();
    let mut worked = false;
    while let Some((at, link)) = inner.links.pop_front() {
        let name = line_name(at, desk.glance().session.language);
        inner.roll_up.push_bytes(name, link.as_bytes());
        worked = true;
        if page::milliseconds().wrapping_sub(began) >= SLICE {
            break;
        }
    }
    drop(inner);
    picture(desk);
    if worked {
        let to = desk.clone();
        page::after(0, move || go_on(&to)).forget();
    }
}

/// Reads the next file; goes on once it is read. Tells whether there is one.
fn next_file(desk: &Desk, work: &mut Work) -> bool {
    while let Some(pile) = work.piles.front_mut() {
        let to = desk.clone();
        if pile.next(Rc::new(move |file: Opened| match file.bytes {
            // Told at once, in the middle of this.
            Err(_) => {
                let to = to.clone();
                page::after(0, move || read(&to, file)).forget();
            }
            Ok(_) => read(&to, file),
        })) {
            return true;
        }
        work.piles.pop_front();
    }
    false
}

fn read(desk: &Desk, file: Opened) {
    let work = desk.work();
    let mut inner = work.borrow_mut();
    match file.bytes {
        Ok(bytes) => inner.roll_up.push_bytes(file.name, &bytes),
        Err(why) => inner.roll_up.push(file.name, Err(unread(why))),
    }
    drop(inner);
    go_on(desk);
}

fn unread(why: Unread) -> OpenError {
    let kind = match why {
        Unread::TooLarge => FormatErrorKind::TooLarge,
        Unread::Failed => FormatErrorKind::NotOurs,
    };
    let path = "$".to_owned();
    OpenError::File(FormatError { path, kind })
}

/// Shows how far it is, not too often.
fn picture(desk: &Desk) {
    let work = desk.work();
    let mut inner = work.borrow_mut();
    let now = page::milliseconds();
    if now.wrapping_sub(inner.pictured) >= PICTURE {
        inner.pictured = now;
        let progress = Change::Progress(inner.roll_up.entries().len(), inner.all);
        drop(inner);
        tell(desk, progress);
    }
}
