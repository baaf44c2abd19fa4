//! Making a link of what is here.

use super::{Held, Made, Send};
use crate::document::Document;
use crate::share::{self, LinkError};
use crate::table::Text;

/// Characters up to which a link passes through every chat program that we know.
pub const PASSES: usize = 2_000;
/// Characters above which many cut it.
pub const RISKY: usize = 4_000;

/// What a link carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cargo {
    /// The whole evaluation.
    Whole,
    /// Only what was filled in.
    Answers,
}

/// How a link's length stands to what passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Passes everywhere.
    Passes,
    /// Above 2,000 characters.
    Long,
    /// Above 4,000 characters.
    Risky,
}

impl Send {
    /// The dialog for a document.
    #[must_use]
    pub fn new(document: &Document, cargo: Cargo, address: &str) -> Self {
        Self {
            cargo,
            plain: code(document, cargo).map(|code| Made::new(&code, address)),
            protect: false,
            password: String::new(),
            locked: None,
            busy: false,
            copied: None,
        }
    }

    /// The link that is shown; nothing while a password is wanted and it is not made yet.
    #[must_use]
    pub fn made(&self) -> Option<&Result<Made, LinkError>> {
        if self.protect {
            self.locked.as_ref()
        } else {
            Some(&self.plain)
        }
    }
}

impl Made {
    /// The link of a code on this page.
    #[must_use]
    pub fn new(code: &str, address: &str) -> Self {
        let link: Text = if address.is_empty() {
            code.into()
        } else {
            [address, "#", code].concat().into()
        };
        Self {
            length: link.chars().count(),
            qr: share::qr(&link).map(Held::new),
            link,
        }
    }

    /// How its length stands to what passes.
    #[must_use]
    pub const fn fit(&self) -> Fit {
        match self.length {
            0..=PASSES => Fit::Passes,
            _ if self.length <= RISKY => Fit::Long,
            _ => Fit::Risky,
        }
    }
}

fn code(document: &Document, cargo: Cargo) -> Result<String, LinkError> {
    match cargo {
        Cargo::Whole => share::encode(document),
        Cargo::Answers => share::encode_answers(document),
    }
}
