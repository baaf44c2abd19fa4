//! What the elements of the dialogs are for, by their `id`.

use super::{Dialog, Send};
use crate::app::control::{code, find};

/// What an element of a dialog is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// 分享: opens the dialog.
    Send,
    /// 打开链接: opens the dialog.
    Receive,
    /// 关闭.
    Close,
    /// The whole evaluation.
    Whole,
    /// Only what was filled in.
    Answers,
    /// With a password, or without.
    Protect,
    /// The password of the link to be made.
    Password,
    /// 生成: makes the link with the password.
    Lock,
    /// The link itself.
    Link,
    /// 复制链接.
    Copy,
    /// The file twin.
    File,
    /// The field for a link that was sent.
    Text,
    /// 打开.
    Open,
    /// Opens a file: the table that answers want.
    OpenFile,
    /// The password of a link that was sent.
    Key,
    /// 解锁.
    Unlock,
    /// 查看差异.
    Difference,
    /// 打开收到的一份.
    Take,
    /// 打开本机的一份.
    OpenKept,
    /// Shows what another policy of this name changes.
    Rules,
    /// 改用: scores by the other policy.
    Score,
}

const CONTROLS: [(Control, &str); 21] = [
    (Control::Send, "share.send"),
    (Control::Receive, "share.receive"),
    (Control::Close, "share.close"),
    (Control::Whole, "share.whole"),
    (Control::Answers, "share.answers"),
    (Control::Protect, "share.protect"),
    (Control::Password, "share.password"),
    (Control::Lock, "share.lock"),
    (Control::Link, "share.link"),
    (Control::Copy, "share.copy"),
    (Control::File, "share.file"),
    (Control::Text, "share.text"),
    (Control::Open, "share.open"),
    (Control::OpenFile, "share.open-file"),
    (Control::Key, "share.key"),
    (Control::Unlock, "share.unlock"),
    (Control::Difference, "share.difference"),
    (Control::Take, "share.take"),
    (Control::OpenKept, "share.open-kept"),
    (Control::Rules, "share.rules"),
    (Control::Score, "share.score"),
];

impl Control {
    /// The element's `id`.
    #[must_use]
    pub fn id(self) -> &'static str {
        code(&CONTROLS, &self)
    }

    /// The control an `id` names, if it names one.
    #[must_use]
    pub fn read(id: &str) -> Option<Self> {
        find(&CONTROLS, id)
    }
}

/// What the Tab key goes through in a dialog, in order; the first has the focus when it opens.
#[must_use]
pub fn order(dialog: &Dialog) -> Vec<Control> {
    match dialog {
        Dialog::Send(send) => send_order(send),
        Dialog::Receive(receive) => {
            let mut order = vec![Control::Text, Control::Open];
            if receive.wants_table() {
                order.push(Control::OpenFile);
            }
            order.push(Control::Close);
            order
        }
        Dialog::Unlock(_) => vec![Control::Key, Control::Unlock, Control::Close],
        Dialog::Offer(offer) => {
            let mut order = vec![Control::Difference, Control::Take];
            order.extend(offer.kept.as_ref().map(|_| Control::OpenKept));
            order.push(Control::Close);
            order
        }
        Dialog::Rules(_) => vec![Control::Score, Control::Close],
    }
}

fn send_order(send: &Send) -> Vec<Control> {
    let mut order = vec![Control::Whole, Control::Answers, Control::Protect];
    if send.protect {
        order.extend([Control::Password, Control::Lock]);
    }
    if send.made().is_some_and(|made| made.is_ok()) {
        order.extend([Control::Link, Control::Copy]);
    }
    order.extend([Control::File, Control::Close]);
    order
}
