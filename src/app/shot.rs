//! 局部: the one component between the page and its parts.
//!
//! A part is drawn again only when what it shows has another address. There is a single component type for rows,
//! groups of rows and sections, so that a page of two thousand rows costs little code and little time.

use std::rc::Rc;

use yew::{Component, Context, Html, Properties, html};

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

/// A part of the page.
pub struct Part;

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &context.props().shot {
            Shot::Row(shot) => row::view(shot),
            Shot::Rows(shots) => shots
                .iter()
                .map(|shot| {
                    let key = shot.row.indicator.id.as_str();
                    html! { <Part {key} shot={Shot::Row(Box::new(shot.clone()))} /> }
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
    html! { <Part {shot} /> }
}
