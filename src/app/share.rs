//! 分享: the dialogs of sharing and receiving, as plain data and decisions.
//!
//! An open dialog takes every event before the page does. What is received is never shown unless it is whole,
//! and never overwrites work: it is loaded as a step that can be undone, and the same evaluation received again
//! offers the difference first.

pub mod control;
pub mod receive;
pub mod respond;
pub mod rules;
pub mod send;

use std::ops::Deref;
use std::rc::Rc;

use crate::share::{Answers, LinkError, Locked, QrCode, Sent};
use crate::table::Text;

use receive::{Offer, Purpose};
use rules::Rules;
use send::Cargo;

/// Something large that is equal to another only where it is the same one.
#[derive(Debug)]
pub struct Held<T>(Rc<T>);

impl<T> Held<T> {
    /// Holds something.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Held<T> {}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What the page remembers about sharing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Share {
    /// The page's own address without fragment; empty where nobody else can open it (a file of this computer).
    pub address: Rc<str>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Answers that came for a table that is not open yet.
    pub waiting: Option<Held<Answers>>,
    /// The element that the focus goes back to.
    pub from: String,
}

/// A dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// 分享: a link of what is here.
    Send(Send),
    /// 打开链接: a field for a link that was sent.
    Receive(Receive),
    /// A link that wants its password.
    Unlock(Unlock),
    /// The same evaluation came again and differs.
    Offer(Offer),
    /// It was made under another policy.
    Rules(Rules),
}

/// 分享.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Send {
    /// What the link carries.
    pub cargo: Cargo,
    /// The link without a password.
    pub plain: Result<Made, LinkError>,
    /// Whether it is to have a password.
    pub protect: bool,
    /// The password as typed.
    pub password: String,
    /// The link with that password, once it is made.
    pub locked: Option<Result<Made, LinkError>>,
    /// Whether it is being made.
    pub busy: bool,
    /// Whether the link was copied, or the browser refused.
    pub copied: Option<bool>,
}

/// A link, ready to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The whole text: address and code, or the code alone.
    pub link: Text,
    /// Its characters.
    pub length: usize,
    /// Its QR code, where it fits into one.
    pub qr: Option<Held<QrCode>>,
}

/// 打开链接.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Receive {
    /// What was typed or pasted.
    pub text: String,
    /// Why it does not open.
    pub error: Option<LinkError>,
    /// What it is for.
    pub purpose: Purpose,
}

/// A link that wants its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlock {
    /// The link.
    pub locked: Held<Locked>,
    /// The password as typed.
    pub password: String,
    /// Why it does not open.
    pub error: Option<LinkError>,
    /// Whether it is being tried.
    pub busy: bool,
    /// What it is for.
    pub purpose: Purpose,
}

/// A change of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The page's address is known.
    Address(Rc<str>),
    /// Opens a dialog, or puts another in its place.
    Open(Box<Dialog>),
    /// Puts the dialog away.
    Close,
    /// Remembers where the focus goes back to.
    From(String),
    /// Something is typed into the dialog's field.
    Typed(String),
    /// Asks for a password, or for none.
    Protect,
    /// The link is being locked, or unlocked.
    Busy,
    /// The link is locked.
    Locked(Result<Made, LinkError>),
    /// The link was copied, or the browser refused.
    Copied(bool),
    /// The password was not right.
    Wrong(LinkError),
    /// Keeps answers until their table is open, or forgets them.
    Wait(Option<Held<Answers>>),
}

/// Something that must happen outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Puts a text on the clipboard.
    Copy(Text),
    /// Locks a link with a password, with a salt from chance.
    Lock {
        /// The code without a password.
        code: Text,
        /// The password.
        password: String,
    },
    /// Tries a password.
    Unlock {
        /// The link.
        locked: Held<Locked>,
        /// The password.
        password: String,
    },
    /// What is to be loaded came from elsewhere and may be kept here already.
    Known(Sent),
}

impl Share {
    /// Applies a change; tells whether anything that is seen has changed.
    pub fn change(&mut self, change: Change) -> bool {
        match change {
            Change::Address(address) => {
                self.address = address;
                return false;
            }
            Change::Open(dialog) => self.dialog = Some(*dialog),
            Change::Close => return self.dialog.take().is_some(),
            Change::From(id) => {
                self.from = id;
                return false;
            }
            Change::Wait(answers) => {
                self.waiting = answers;
                return false;
            }
            Change::Typed(text) => self.typed(text),
            Change::Protect => {
                if let Some(Dialog::Send(send)) = &mut self.dialog {
                    send.protect = !send.protect;
                    send.copied = None;
                }
            }
            Change::Busy => match &mut self.dialog {
                Some(Dialog::Send(send)) => send.busy = true,
                Some(Dialog::Unlock(unlock)) => unlock.busy = true,
                _ => {}
            },
            Change::Locked(made) => {
                if let Some(Dialog::Send(send)) = &mut self.dialog {
                    send.locked = Some(made);
                    send.busy = false;
                }
            }
            Change::Copied(copied) => {
                if let Some(Dialog::Send(send)) = &mut self.dialog {
                    send.copied = Some(copied);
                }
            }
            Change::Wrong(error) => {
                if let Some(Dialog::Unlock(unlock)) = &mut self.dialog {
                    unlock.error = Some(error);
                    unlock.busy = false;
                }
            }
        }
        true
    }

    fn typed(&mut self, text: String) {
        match &mut self.dialog {
            Some(Dialog::Send(send)) => {
                send.password = text;
                // A link with another password is another link.
                send.locked = None;
                send.copied = None;
            }
            Some(Dialog::Receive(receive)) => {
                receive.text = text;
                receive.error = None;
            }
            Some(Dialog::Unlock(unlock)) => {
                unlock.password = text;
                unlock.error = None;
            }
            Some(Dialog::Offer(_) | Dialog::Rules(_)) | None => {}
        }
    }
}
