//! What a person does, from opening the page to the grade, in real browsers on the served release build.

mod api;
mod driver;
mod start;
