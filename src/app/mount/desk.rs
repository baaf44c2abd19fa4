//! 桌面: owns the state and changes it the moment something happens, whenever the picture is drawn after that.
//!
//! Drawing may lag behind a fast typist; what a key means and where the focus goes must not.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::html::Scope;

use super::keep::Keeper;
#[cfg(feature = "more")]
use super::whole;
use super::{App, effect, keep};
use crate::app::handover;
use crate::app::happening::{Happening, Kind};
use crate::app::persist;
#[cfg(feature = "more")]
use crate::app::platform::files::Opened;
use crate::app::platform::{page, swap};
use crate::app::respond::{Effect, Response, respond};
use crate::app::session::Change;
use crate::app::shot::hold;
use crate::app::store::{Action, Glance, State};
use crate::gather;
use crate::i18n::ui::Keeping;
#[cfg(feature = "more")]
use crate::policy::builtin;

/// A handle; its copies share one state.
#[derive(Clone)]
pub struct Desk {
    inner: Rc<RefCell<Inner>>,
    #[cfg(feature = "more")]
    work: super::rollup::Shared,
    link: Scope<App>,
}

struct Inner {
    state: State,
    /// What must happen once the new picture is drawn.
    later: Vec<Effect>,
    /// Whether an input method is composing. What it shows is taken in, or a late picture would take it back; but
    /// nothing is drawn before the word is there.
    composing: bool,
    /// Whether something that is seen has changed since it was drawn.
    stale: bool,
    /// The document is kept when this fires.
    timer: Option<Timeout>,
    /// Whether what is kept is older than the document.
    unkept: bool,
    /// Whether what was changed could be neither kept nor saved.
    unsaved: bool,
    /// The `id`s of the buttons that the whole program was asked to serve, in order, each once.
    asked: Vec<String>,
    keeper: Keeper,
}

impl Desk {
    /// A desk for this state.
    pub fn new(state: State, link: Scope<App>) -> Self {
        effect::name(&state);
        let unkept = state.session.keeping == Keeping::Changed;
        let inner = Inner {
            state,
            later: Vec::new(),
            composing: false,
            stale: false,
            asked: Vec::new(),
            timer: None,
            unkept,
            unsaved: false,
            keeper: Keeper::default(),
        };
        let desk = Self {
            inner: Rc::new(RefCell::new(inner)),
            #[cfg(feature = "more")]
            work: super::rollup::Shared::default(),
            link,
        };
        if unkept {
            desk.keep_soon(&mut desk.inner.borrow_mut());
        }
        desk
    }

    fn keep_soon(&self, inner: &mut Inner) {
        let desk = self.clone();
        inner.timer = Some(page::after(keep::DELAY, move || desk.keep()));
    }

    /// What is to be drawn.
    pub fn glance(&self) -> Glance {
        self.inner.borrow().state.glance()
    }

    /// What is being rolled up.
    #[cfg(feature = "more")]
    pub fn work(&self) -> super::rollup::Shared {
        Rc::clone(&self.work)
    }

    /// The document as the text of a file.
    pub fn text(&self) -> String {
        persist::write(self.inner.borrow().state.document())
    }

    /// Answers an event; tells whether the browser must not do what it would.
    pub fn happened(&self, event: &Happening) -> bool {
        let mut response = respond(&self.inner.borrow().state, event);
        if event.kind != Kind::Key {
            let composing = event.kind == Kind::Input && event.composing;
            self.inner.borrow_mut().composing = composing;
            if hold(composing) {
                response.actions.push(Action::Session(Change::Redraw));
            }
        }
        let handled = response.handled;
        self.follow(response);
        handled
    }

    /// Works something out from the state.
    #[cfg(feature = "more")]
    pub fn look<T>(&self, work: impl FnOnce(&State) -> T) -> T {
        work(&self.inner.borrow().state)
    }

    /// Works something out from the state and does what it leads to.
    #[cfg(feature = "more")]
    pub fn answer(&self, work: impl FnOnce(&State) -> Response) {
        let response = work(&self.inner.borrow().state);
        self.follow(response);
    }

    fn follow(&self, response: Response) {
        #[cfg(feature = "more")]
        let response = super::share::known(self, response);
        let seen = self.act(response.actions);
        for effect in response.effects {
            // A field may only be there, and the paper only be ready, once the new picture is drawn.
            let waits = matches!(effect, Effect::Focus(_) | Effect::Print);
            if seen && waits {
                self.inner.borrow_mut().later.push(effect);
            } else {
                self.run(effect);
            }
        }
    }

    /// Works out actions from the state and applies them.
    #[cfg(feature = "more")]
    pub fn act_on(&self, work: impl FnOnce(&State) -> Vec<Action>) {
        let actions = work(&self.inner.borrow().state);
        self.act(actions);
        effect::name(&self.inner.borrow().state);
    }

    /// Applies actions; tells whether anything that is seen has changed.
    fn act(&self, actions: Vec<Action>) -> bool {
        let leaves = |action| self.inner.borrow().state.leaves(action);
        if actions.iter().any(leaves) {
            self.keep();
        }
        let mut inner = self.inner.borrow_mut();
        let mut seen = false;
        for action in actions {
            let Inner { state, keeper, .. } = &mut *inner;
            keeper.before(state, &action);
            let outcome = state.act(action);
            seen |= outcome.seen;
            if outcome.changed {
                inner.unkept = true;
                self.keep_soon(&mut inner);
            }
        }
        inner.stale |= seen;
        let draw = inner.stale && !inner.composing;
        inner.stale &= inner.composing;
        drop(inner);
        if draw {
            self.link.send_message(());
        }
        seen
    }

    /// Changes the session.
    pub fn change(&self, change: Change) {
        self.act(vec![Action::Session(change)]);
    }

    /// Takes an opened file.
    #[cfg(feature = "more")]
    pub fn opened(&self, file: Opened) {
        let Some(file) = super::share::compared(self, file) else {
            return;
        };
        let actions = whole::open(&self.inner.borrow().state, file);
        let before = actions.clone();
        self.act(actions);
        super::share::opened(self, &before);
        effect::name(&self.inner.borrow().state);
        self.compare_rules();
    }

    /// Shows what a built-in policy changes, where the file brought another of its name.
    #[cfg(feature = "more")]
    pub fn compare_rules(&self) {
        let policy = Rc::clone(&self.inner.borrow().state.document().policy);
        if builtin(&policy.id).is_some_and(|ours| ours != policy) {
            self.run(Effect::Press("share.rules".to_owned()));
        }
    }

    /// Keeps the document, if what is kept is older.
    pub fn keep(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.timer = None;
        if !std::mem::take(&mut inner.unkept) {
            return;
        }
        let Inner { state, keeper, .. } = &mut *inner;
        let changes = keeper.store(state);
        inner.unsaved = changes
            .iter()
            .any(|change| matches!(change, Change::Keeping(Keeping::Full | Keeping::Blocked)));
        drop(inner);
        self.act(gather(changes.into_iter().map(Action::Session)));
    }

    /// Whether closing the page now would lose work: it could not be kept and is in no file either.
    pub fn would_lose(&self) -> bool {
        if self.inner.borrow().unsaved {
            // There may be room by now.
            self.inner.borrow_mut().unkept = true;
            self.keep();
        }
        self.inner.borrow().unsaved
    }

    /// The document is in a file now.
    pub fn in_file(&self) {
        self.inner.borrow_mut().unsaved = false;
    }

    /// Shows the version that another tab keeps.
    #[cfg(feature = "more")]
    pub fn take_newer(&self) {
        let mut inner = self.inner.borrow_mut();
        let Inner { state, keeper, .. } = &mut *inner;
        let actions = keeper.take_newer(state);
        drop(inner);
        self.act(actions);
    }

    /// Keeps this version as an evaluation of its own.
    pub fn keep_copy(&self) {
        let mut inner = self.inner.borrow_mut();
        let Inner { state, keeper, .. } = &mut *inner;
        let changes = keeper.keep_copy(state);
        inner.unkept = true;
        drop(inner);
        self.act(gather(changes.into_iter().map(Action::Session)));
        self.keep();
    }

    /// Another tab has written under this key.
    pub fn elsewhere(&self, name: Option<String>) {
        let Some(name) = name else {
            // Everything was cleared: what is shown here is kept again.
            let mut inner = self.inner.borrow_mut();
            inner.unkept |= !inner.state.session.place.id.is_empty();
            drop(inner);
            return self.keep();
        };
        let change = keep::elsewhere(&self.inner.borrow().state, &name);
        if let Some(change) = change {
            self.change(change);
        }
    }

    /// Asks for the whole program, to serve this button; tells whether there is somebody to ask.
    pub fn ask_more(&self, id: String) -> bool {
        let asked = &mut self.inner.borrow_mut().asked;
        if !asked.contains(&id) {
            asked.push(id);
        }
        swap::ask()
    }

    /// The whole program cannot be had: what was asked of it is not done later.
    pub fn give_up(&self) {
        self.inner.borrow_mut().asked.clear();
    }

    /// Leaves everything to the whole program.
    pub fn leave(&self) {
        self.keep();
        let inner = self.inner.borrow();
        let focused = page::focused();
        // Who types on in a field stays there.
        let typing = !focused.is_empty() && !inner.asked.contains(&focused);
        swap::hand(&handover::write(
            &inner.state,
            &inner.asked.join(" "),
            typing,
        ));
    }

    /// Runs what waits for the first picture.
    #[cfg(feature = "more")]
    pub fn begin(&self, effects: Vec<Effect>) {
        self.inner.borrow_mut().later.extend(effects);
    }

    /// Runs what waited for the new picture.
    pub fn drawn(&self) {
        let later = std::mem::take(&mut self.inner.borrow_mut().later);
        let mut later = later.into_iter();
        while let Some(effect) = later.next() {
            self.run(effect);
            // What this one waits for comes before the next.
            let waiting = &mut self.inner.borrow_mut().later;
            if !waiting.is_empty() {
                waiting.extend(later);
                break;
            }
        }
        #[cfg(feature = "more")]
        super::rollup::drawn(self);
    }

    /// Runs one effect now.
    pub fn run(&self, effect: Effect) {
        let told = effect::run(effect, self, &self.glance());
        if let Some(change) = told {
            self.change(change);
        }
    }
}
