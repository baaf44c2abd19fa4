//! 挂载: the root component: it owns the state, listens once, draws moments, and runs effects.

mod effect;
mod keep;

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::{Component, Context, Html, html};

use super::happening::{Happening, Kind};
use super::part::slot::slot;
use super::platform::files::Opened;
use super::platform::{events, files, page};
use super::respond::{Effect, respond};
use super::session::Change;
use super::shot::section;
use super::store::{Action, State};
use super::view;
use crate::i18n::ui::{Keeping, Word, word};

/// Puts the page into the element `app`.
pub fn mount() {
    if let Some(root) = page::element("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The root component.
pub struct App {
    state: State,
    /// What must happen once the new picture is drawn.
    effects: Vec<Effect>,
    /// The draft is written when this fires.
    draft: Option<Timeout>,
    /// Whether the draft in storage is older than the document.
    unkept: bool,
    /// Whether a draft of this page is in storage, unless somebody clears it.
    kept: bool,
    _listeners: Vec<EventListener>,
}

/// What reaches the root component.
pub enum Message {
    /// Something happened while the page was being changed, such as the focus being moved.
    Late(Happening),
    /// A person did something.
    Happened {
        /// What it leads to.
        actions: Vec<Action>,
        /// What must happen outside.
        effects: Vec<Effect>,
    },
    /// A file was opened.
    Opened(Opened),
    /// The draft is to be written now.
    Keep,
    /// A change from outside.
    Changed(Change),
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let state = keep::restore();
        effect::name(&state);
        Self {
            state,
            effects: Vec::new(),
            draft: None,
            unkept: false,
            kept: false,
            _listeners: listeners(context),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Late(event) => {
                let response = respond(&self.state, &event);
                self.happened(context, response.actions, response.effects)
            }
            Message::Happened { actions, effects } => self.happened(context, actions, effects),
            Message::Opened(opened) => {
                let actions = keep::open(&self.state, opened);
                self.act(context, actions)
            }
            Message::Keep => {
                self.draft = None;
                self.keep()
            }
            Message::Changed(change) => self.act(context, vec![Action::Session(change)]),
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let glance = self.state.glance();
        if glance.session.printing {
            return view::paper::view(&glance);
        }
        let dropping = glance.session.dragging.then(|| {
            let text = word(Word::DropHere, glance.session.language);
            html! { <div class="drop">{ text }</div> }
        });
        html! {
            <>
                { view::head::view(&glance) }
                <div class="page">
                    { view::summary::view(&glance) }
                    <main class="main">
                        { view::head::links(&glance) }
                        { view::head::notices(&glance) }
                        { section(&glance, view::form::view, view::form::same) }
                        { section(&glance, view::tasks::view, view::tasks::same) }
                        { section(&glance, view::goals::view, view::goals::same) }
                        { view::indicators::view(&glance) }
                        { view::satisfaction::view(&glance) }
                        { view::findings::view(&glance) }
                    </main>
                </div>
                { slot(dropping) }
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.run_effects(context);
    }
}

impl App {
    /// Applies what a person did; tells whether anything that is seen has changed.
    fn happened(
        &mut self,
        context: &Context<Self>,
        actions: Vec<Action>,
        effects: Vec<Effect>,
    ) -> bool {
        self.effects.extend(effects);
        let seen = self.act(context, actions);
        if !seen {
            self.run_effects(context);
        }
        seen
    }

    /// Applies actions; tells whether anything that is seen has changed.
    fn act(&mut self, context: &Context<Self>, actions: Vec<Action>) -> bool {
        let mut seen = false;
        for action in actions {
            let outcome = self.state.act(action);
            seen |= outcome.seen;
            if outcome.changed {
                self.unkept = true;
                let link = context.link().clone();
                self.draft = Some(page::after(keep::DELAY, move || {
                    link.send_message(Message::Keep);
                }));
            }
        }
        seen
    }

    /// Writes the draft; tells whether anything that is seen has changed.
    fn keep(&mut self) -> bool {
        if !std::mem::take(&mut self.unkept) {
            return false;
        }
        let keeping = keep::store(&self.state, self.kept);
        self.kept = matches!(keeping, Keeping::Kept { .. } | Keeping::Cleared);
        self.state
            .act(Action::Session(Change::Keeping(keeping)))
            .seen
    }

    fn run_effects(&mut self, context: &Context<Self>) {
        for effect in std::mem::take(&mut self.effects) {
            if let Some(change) = effect::run(effect, &self.state, context) {
                context.link().send_message(Message::Changed(change));
            }
        }
    }
}

/// Every listener of the page.
fn listeners(context: &Context<App>) -> Vec<EventListener> {
    let Some(root) = page::element("app") else {
        return Vec::new();
    };
    let link = context.link().clone();
    let mut all = events::listen(&root, move |event: Happening| {
        // What a key means depends on the state, so the component answers while the event still waits.
        let Some(component) = link.get_component() else {
            // The page moved the focus itself: what that leads to comes after what it is doing.
            link.send_message(Message::Late(event));
            return false;
        };
        let mut response = respond(&component.state, &event);
        drop(component);
        if event.kind == Kind::Key {
            // Not after the next picture: on a slow machine the next key may come before it.
            effect::move_at_once(&mut response.effects);
        }
        let handled = response.handled;
        if !response.actions.is_empty() || !response.effects.is_empty() {
            link.send_message(Message::Happened {
                actions: response.actions,
                effects: response.effects,
            });
        }
        handled
    });
    let hover = context
        .link()
        .callback(|over| Message::Changed(Change::Dragging(over)));
    all.extend(files::accept_drops(
        &root,
        move |over| hover.emit(over),
        receiver(context),
    ));
    let printing = context
        .link()
        .callback(|on| Message::Changed(Change::Printing(on)));
    all.extend(page::on_print(move |on| printing.emit(on)));
    let leaving = context.link().callback(|()| Message::Keep);
    all.extend(page::on_leave(move || leaving.emit(())));
    all
}

fn receiver(context: &Context<App>) -> Rc<dyn Fn(Opened)> {
    let opened = context.link().callback(Message::Opened);
    Rc::new(move |file| opened.emit(file))
}
