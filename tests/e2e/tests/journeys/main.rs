//! What a person does, from opening the page to the grade, in real browsers on the served release build.

mod access;
mod api;
mod draft;
mod driver;
mod empty;
mod entry;
mod files;
mod fill;
mod form;
mod grades;
mod keeping;
mod language;
mod offline;
mod old;
mod paste;
mod places;
mod print;
mod same;
mod several;
mod share;
mod shelf;
mod single;
mod start;
mod survey;
mod trouble;
mod wander;
