//! Where in a file something is: a path kept on the stack, written out only when there is something to say.

use std::fmt;

/// Longest piece of a field's name that a path shows.
const SHOWN: usize = 60;

/// A place in a tree, e.g. `$.indicators[3].actual.text`.
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// The whole file: `$`.
    pub const ROOT: Path<'static> = Path {
        parent: None,
        step: Step::Root,
    };

    /// A field of the object here.
    #[must_use]
    pub const fn field(&'a self, name: &'a str) -> Self {
        Self {
            parent: Some(self),
            step: Step::Field(name),
        }
    }

    /// An item of the list here, counted from 0.
    #[must_use]
    pub const fn item(&'a self, index: usize) -> Self {
        Self {
            parent: Some(self),
            step: Step::Index(index),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            fmt::Display::fmt(parent, f)?;
        }
        match self.step {
            Step::Root => f.write_str("$"),
            Step::Index(index) => {
                f.write_str("[")?;
                fmt::Display::fmt(&index, f)?;
                f.write_str("]")
            }
            Step::Field(name) => write_field(name, f),
        }
    }
}

fn write_field(name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let plain = !name.is_empty() && name.chars().all(|c| c == '_' || c.is_alphanumeric());
    f.write_str(if plain { "." } else { "[\"" })?;
    let shown = name
        .char_indices()
        .nth(SHOWN)
        .map_or(name.len(), |(at, _)| at);
    f.write_str(name.get(..shown).unwrap_or_default())?;
    if shown < name.len() {
        f.write_str("…")?;
    }
    f.write_str(if plain { "" } else { "\"]" })
}
