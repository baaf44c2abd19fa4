//! 页面: the Yew page over the core.
//!
//! Everything that decides is plain code that tests reach without a browser: [`respond`](respond) turns what a
//! person did into actions, [`store`](store) applies them. Views draw a moment and hold no callbacks; the page
//! listens once at its root. Only `platform` names the browser.

pub(crate) use crate::WHOLE;

pub mod answer;
pub mod begin;
pub mod command;
#[cfg(feature = "more")]
pub mod compare;
pub mod control;
pub mod few;
pub mod handover;
pub mod happening;
pub mod navigate;
pub mod paper;
pub mod paste;
pub mod persist;
pub mod respond;
#[cfg(feature = "more")]
pub mod review;
#[cfg(feature = "more")]
pub mod rollup;
pub mod rules;
pub mod session;
#[cfg(feature = "more")]
pub mod share;
pub mod sheet;
pub mod shelf;
pub mod show;
pub mod span;
pub mod store;
pub mod weigh;

#[cfg(feature = "app")]
pub mod mount;
#[cfg(feature = "app")]
pub mod part;
#[cfg(feature = "app")]
pub mod platform;
#[cfg(feature = "app")]
pub mod shot;
#[cfg(feature = "app")]
pub mod view;
