//! 局部: the one component between the page and its parts.
//!
//! A part is drawn again only when what it shows has another address. There is a single component type for rows,
//! groups of rows and sections, so that a page of two thousand rows costs little code and little time.

use std::cell::Cell;
use std::rc::Rc;

use yew::virtual_dom::{Key, VChild};
use yew::{Component, Context, Html, Properties};

use super::WHOLE;
use super::store::Glance;
use super::view::row::{self, RowShot};

/// What one part shows.
#[derive(Clone)]
pub enum Shot {
    /// One indicator.
    Row(Box<RowShot>),
    /// Neighbouring indicators.
    Rows(Rc<[RowShot]>),
    /// A section, and how to tell that two moments look the same in it.
    Section {
        /// Draws it.
        view: fn(&Glance) -> Html,
        /// Whether it looks the same.
        same: fn(&Glance, &Glance) -> bool,
        /// The moment.
        glance: Glance,
    },
}

impl PartialEq for Shot {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Row(a), Self::Row(b)) => a == b,
            (Self::Rows(a), Self::Rows(b)) => a == b,
            (
                Self::Section {
                    glance: a, same, ..
                },
                Self::Section { glance: b, .. },
            ) => same(a, b),
            _ => false,
        }
    }
}

/// The properties of [`Part`].
#[derive(Clone, PartialEq, Properties)]
pub struct PartProps {
    /// What it shows.
    pub shot: Shot,
}

thread_local! {
    /// Whether parts are held back, and whether one was left out meanwhile.
    static HELD: Cell<(bool, bool)> = const { Cell::new((false, false)) };
}

/// Holds back pictures that are on their way, or lets them through; tells whether one was left out.
///
/// Drawing goes on in the pauses of a busy machine, so a picture of a moment ago may be on its way when an input
/// method begins to compose; it would put back the text of that moment.
pub fn hold(on: bool) -> bool {
    let (_, left_out) = HELD.get();
    HELD.set((on, on && left_out));
    left_out && !on
}

/// A part of the page.
pub struct Part;

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn changed(&mut self, _: &Context<Self>, _: &PartProps) -> bool {
        let (held, left_out) = HELD.get();
        HELD.set((held, left_out || held));
        !held
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &context.props().shot {
            Shot::Row(shot) => row::view(shot),
            Shot::Rows(shots) => shots
                .iter()
                .map(|shot| {
                    let key = || Key::from(shot.row.indicator.id.as_str());
                    part(Shot::Row(Box::new(shot.clone())), WHOLE.then(key))
                })
                .collect(),
            Shot::Section { view, glance, .. } => view(glance),
        }
    }
}

/// A section of the page.
pub fn section(
    glance: &Glance,
    view: fn(&Glance) -> Html,
    same: fn(&Glance, &Glance) -> bool,
) -> Html {
    let shot = Shot::Section {
        view,
        same,
        glance: glance.clone(),
    };
    part(shot, None)
}

/// A part of the page; where parts move, come or go a key tells it from its neighbours.
pub fn part(shot: Shot, key: Option<Key>) -> Html {
    VChild::<Part>::new(PartProps { shot }, key).into()
}
