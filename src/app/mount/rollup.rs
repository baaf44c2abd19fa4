//! Rolling up: files are read one after another, links in slices, so that the page answers between any two.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::desk::Desk;
use crate::app::compare::{self, Origin, Side};
use crate::app::platform::files::{Opened, Unread};
use crate::app::platform::page;
use crate::app::platform::pile::{self, Handle, Pile};
use crate::app::respond::Response;
use crate::app::rollup::{Change, Effect, Told};
use crate::app::session::{self, Screen};
use crate::app::share::Held;
use crate::app::store::Action;
use crate::document::json::{Brief, Loaded};
use crate::i18n::rollup::{line_name, open_error};
use crate::i18n::ui::Notice;
use crate::node::{FormatError, FormatErrorKind};
use crate::rollup::{self, OpenError, RollUp};

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
    /// Where the entries came from, in their order.
    sources: Vec<Source>,
    /// How many there are, done ones too.
    all: usize,
    busy: bool,
    pictured: u32,
    /// Counts how often everything was forgotten: what was asked for before is not taken any more.
    round: u32,
}

/// Where an entry can be had again.
#[derive(Clone)]
enum Source {
    /// A file of this computer.
    File(Handle),
    /// A link.
    Link(String),
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
        Effect::Clear => {
            let work = desk.work();
            let mut work = work.borrow_mut();
            let round = work.round.wrapping_add(1);
            *work = Work {
                round,
                ..Work::default()
            };
        }
        Effect::Open(at) => open(desk, at),
        Effect::Compare(before, after) => compare(desk, before, after),
        Effect::Tell(at) => again(desk, at, move |desk, _, loaded| {
            let told = Held::new(Told::new(loaded.document));
            desk.change(session::Change::Board(Change::Tell(Some((at, told)))));
        }),
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
        inner.sources.push(Source::Link(link));
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
    let round = work.round;
    while let Some(pile) = work.piles.front_mut() {
        let to = desk.clone();
        if let Some(source) = pile.first() {
            pile.next(Rc::new(move |file: Opened| {
                let source = Source::File(source.clone());
                match file.bytes {
                    // Told at once, in the middle of this.
                    Err(_) => {
                        let to = to.clone();
                        page::after(0, move || read(&to, file, source, round)).forget();
                    }
                    Ok(_) => read(&to, file, source, round),
                }
            }));
            return true;
        }
        work.piles.pop_front();
    }
    false
}

fn read(desk: &Desk, file: Opened, source: Source, round: u32) {
    let work = desk.work();
    let mut inner = work.borrow_mut();
    if inner.round != round {
        return;
    }
    inner.sources.push(source);
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

/// Draws more of the rows that are shown, once the picture is there.
pub fn drawn(desk: &Desk) {
    let session = desk.glance().session;
    if session.screen == Screen::RollUp && session.board.grows() && !session.printing {
        let desk = desk.clone();
        page::after(0, move || tell(&desk, Change::Grow)).forget();
    }
}

/// Has an entry again and goes on with it, or says why it cannot be had.
fn again(desk: &Desk, at: usize, go_on: impl Fn(&Desk, String, Loaded) + 'static) {
    let work = desk.work();
    let inner = work.borrow();
    let entry = inner.roll_up.entries().get(at);
    let Some((source, entry)) = inner.sources.get(at).cloned().zip(entry) else {
        return;
    };
    let name = entry.source.clone();
    drop(inner);
    let to = desk.clone();
    let opened = move |bytes: Result<&[u8], OpenError>| match bytes.and_then(rollup::open) {
        Ok(loaded) => go_on(&to, name.clone(), loaded),
        Err(error) => {
            let said = open_error(&error, to.glance().session.language);
            to.change(session::Change::Notice(Some(Notice::Said(said))));
        }
    };
    match source {
        Source::Link(link) => opened(Ok(link.as_bytes())),
        Source::File(file) => file.read(Rc::new(move |file| {
            opened(file.bytes.as_deref().map_err(|why| unread(*why)));
        })),
    }
}

/// Opens an entry as an evaluation of its own.
fn open(desk: &Desk, at: usize) {
    again(desk, at, |desk, name, loaded| {
        let about = Brief::of(loaded.notes);
        desk.answer(|_| Response {
            actions: vec![
                Action::Load(Rc::new(loaded.document)),
                Action::Session(session::Change::HideOffer),
                Action::Session(session::Change::Screen(Screen::Sheet)),
                Action::Session(session::Change::Notice(Some(Notice::Opened(name, about)))),
            ],
            ..Response::default()
        });
        desk.compare_rules();
    });
}

/// Compares two entries, the earlier chosen one first.
fn compare(desk: &Desk, before: usize, after: usize) {
    again(desk, before, move |desk, name, loaded| {
        let before = Side::loaded(Origin::File(name), loaded);
        again(desk, after, move |desk, name, loaded| {
            let after = Side::loaded(Origin::File(name), loaded);
            desk.answer(|_| compare::both(before.clone(), after));
        });
    });
}
