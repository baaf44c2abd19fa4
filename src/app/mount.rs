//! 挂载: the root component: it draws moments. What happens between them is the desk's.

mod desk;
mod effect;
mod keep;
#[cfg(feature = "more")]
mod rollup;
#[cfg(feature = "more")]
mod share;
#[cfg(feature = "more")]
mod shelf;
#[cfg(not(feature = "more"))]
mod small;
#[cfg(feature = "more")]
mod whole;

use gloo::events::EventListener;
use yew::html::Scope;
use yew::{AppHandle, Component, Context, Html};

use super::WHOLE;
use super::part::el::{el, many};
use super::platform::pile::Handle;
use super::platform::{events, files, page, storage, swap};
use super::session::Change;
#[cfg(feature = "more")]
use super::session::Screen;
use super::shot::section;
use super::store::Glance;
use super::view;
use crate::i18n::ui::{Notice, Word, word};
use desk::Desk;
#[cfg(not(feature = "more"))]
use small as program;
#[cfg(feature = "more")]
use whole as program;

/// Puts the page into the element `app`.
pub fn mount() {
    if let Some(root) = page::element("app") {
        let app = yew::Renderer::<App>::with_root(root).render();
        if !WHOLE {
            give_way(app);
        }
    }
}

/// The small program leaves as soon as the whole one is there.
fn give_way(app: AppHandle<App>) {
    let link: Scope<App> = (*app).clone();
    let desk = move || link.get_component().map(|app| app.desk.clone());
    let leaving = desk.clone();
    swap::on_answer(
        move || {
            if let Some(desk) = leaving() {
                desk.leave();
            }
            app.destroy();
        },
        move || {
            if let Some(desk) = desk() {
                desk.give_up();
                desk.change(Change::Notice(Some(Notice::NotLoaded)));
            }
        },
    );
}

/// The root component.
pub struct App {
    desk: Desk,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    /// Something that is seen has changed.
    type Message = ();
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let desk = program::begin(context.link().clone());
        let listeners = listeners(&desk);
        Self {
            desk,
            _listeners: listeners,
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let glance = self.desk.glance();
        if let Some(screen) = screen(&glance) {
            return screen;
        }
        if WHOLE && glance.session.printing {
            return view::paper::view(&glance);
        }
        let dropping = glance.session.dragging.then(|| {
            let text = word(Word::DropHere, glance.session.language);
            el("div", "drop").text(text).done()
        });
        let main = el("main", "main")
            .kid(view::head::links(&glance))
            .kid(view::head::notices(&glance))
            .kid(section(&glance, view::form::view, view::form::same))
            .kid(section(&glance, view::tasks::view, view::tasks::same))
            .kid(section(&glance, view::goals::view, view::goals::same))
            .kid(view::indicators::view(&glance))
            .kid(view::satisfaction::view(&glance))
            .kid(view::findings::view(&glance));
        let page = el("div", "page")
            .kid(view::summary::view(&glance))
            .kid(main);
        many(vec![
            view::head::view(&glance),
            page.done(),
            dropping.unwrap_or_default(),
            #[cfg(feature = "more")]
            view::share::view(&glance),
        ])
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.desk.drawn();
    }
}

/// The screens that stand in place of the sheet; they are printed as they are.
#[cfg(feature = "more")]
fn screen(glance: &Glance) -> Option<Html> {
    let screen = match glance.session.screen {
        Screen::Compare => view::compare::view(glance),
        Screen::RollUp => view::rollup::view(glance),
        Screen::Review => view::review::view(glance),
        Screen::Shelf => view::shelf::view(glance),
        Screen::Sheet => return None,
    };
    Some(many(vec![screen, view::share::view(glance)]))
}

#[cfg(not(feature = "more"))]
fn screen(_: &Glance) -> Option<Html> {
    None
}

/// Every listener of the page.
fn listeners(desk: &Desk) -> Vec<EventListener> {
    let Some(root) = page::element("app") else {
        return Vec::new();
    };
    let one = desk.clone();
    let mut all = events::listen(&root, move |event| one.happened(&event));
    let one = desk.clone();
    let hover = move |over| one.change(Change::Dragging(over));
    all.extend(files::accept_drops(&root, hover, program::taker(desk)));
    if WHOLE {
        let one = desk.clone();
        all.extend(page::on_print(move |on| one.change(Change::Printing(on))));
    }
    let one = desk.clone();
    all.extend(page::on_leave(move || one.keep()));
    let one = desk.clone();
    all.extend(page::on_close(move || one.would_lose()));
    let one = desk.clone();
    all.push(page::on_ask(&root, move || one.text()));
    #[cfg(feature = "more")]
    all.extend(share::begin(desk));
    let one = desk.clone();
    all.extend(storage::on_change(move |name| one.elsewhere(name)));
    all
}

/// Leaves a file and offers to open it: without a button nothing is fetched.
fn offer(desk: &Desk, file: &Handle) {
    file.leave();
    desk.change(Change::Notice(Some(Notice::Left(file.name()))));
}
