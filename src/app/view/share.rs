//! The dialogs of sharing and receiving.

use std::rc::Rc;

use yew::Html;

use crate::app::part::el::{El, el};
use crate::app::part::field::Field;
use crate::app::part::press::{press, toggle};
use crate::app::share::control::Control;
use crate::app::share::receive::Offer;
use crate::app::share::rules::Rules;
use crate::app::share::send::{Cargo, Fit};
use crate::app::share::{Dialog, Made, Receive, Send, Unlock};
use crate::app::store::Glance;
use crate::compare::{Entry, RowChange};
use crate::i18n::share::{self as words, ShareWord as W, share_word};
use crate::i18n::{Language, compare, link, rules as policy};
use crate::share::{LinkError, QrCode};

/// Draws the dialog that is open.
pub fn view(glance: &Glance) -> Html {
    let language = glance.session.language;
    let share = &glance.session.share;
    let Some(dialog) = &share.dialog else {
        return Html::default();
    };
    let (title, body) = match dialog {
        Dialog::Send(send) => (W::Title, sending(send, share.address.is_empty(), language)),
        Dialog::Receive(receive) => (W::ReceiveTitle, receiving(receive, language)),
        Dialog::Unlock(unlock) => (W::UnlockTitle, unlocking(unlock, language)),
        Dialog::Offer(offer) => (W::OfferTitle, offering(offer, language)),
        Dialog::Rules(rules) => (W::RulesTitle, ruling(rules, language)),
    };
    let title = el("h2", "dialog__title")
        .attr("id", "share-title")
        .text(share_word(title, language));
    let panel = el("div", "dialog")
        .attr("role", "dialog")
        .attr("aria-modal", "true")
        .attr("aria-labelledby", "share-title")
        .kid(title)
        .kid(body);
    el("div", "veil").kid(panel).done()
}

fn button(control: Control, word: W, class: &'static str, language: Language) -> Html {
    press(control.id().to_owned(), share_word(word, language), class)
}

fn hint(word: W, language: Language) -> El {
    el("p", "dialog__hint").text(share_word(word, language))
}

/// The row of buttons at the end; what is done first stands first.
fn end(buttons: impl IntoIterator<Item = Html>, language: Language) -> El {
    let close = button(Control::Close, W::Close, "button dialog__close", language);
    el("div", "dialog__end").kids(buttons).kid(close)
}

/// Says why something does not open.
fn trouble(error: Option<&LinkError>, language: Language) -> El {
    let said = error.map(|error| {
        el("p", "dialog__trouble is-bad")
            .text(link::link_error(error, language))
            .done()
    });
    el("div", "").attr("role", "alert").kids(said)
}

/// A line of the form: what it is called, then what it holds.
fn line(name: W, language: Language) -> El {
    el("div", "dialog__line").kid(el("span", "dialog__name").text(share_word(name, language)))
}

fn sending(send: &Send, nowhere: bool, language: Language) -> El {
    let t = |word| share_word(word, language);
    let choice = |control: Control, word, on| {
        toggle(
            control.id().to_owned(),
            t(word),
            on,
            "button button--choice",
        )
    };
    let cargo_hint = match send.cargo {
        Cargo::Whole => W::WholeHint,
        Cargo::Answers => W::AnswersHint,
    };
    let whole = send.cargo == Cargo::Whole;
    let cargo = line(W::Cargo, language)
        .kid(choice(Control::Whole, W::Whole, whole))
        .kid(choice(Control::Answers, W::Answers, !whole))
        .kid(choice(Control::Protect, W::Protect, send.protect))
        .kid(el("span", "dialog__aside").text(t(cargo_hint)));
    let address = nowhere.then(|| hint(W::NoAddress, language).done());
    let made = send.made().map(|made| match made {
        Ok(made) => self::made(send, made, language),
        Err(error) => trouble(Some(error), language).done(),
    });
    let save = button(Control::File, W::File, "button", language);
    let aside = el("span", "dialog__aside").text(t(W::FileHint));
    el("div", "")
        .kid(hint(W::About, language))
        .kid(cargo)
        .kids(send.protect.then(|| password(send, language)))
        .kids(address)
        .kids(made)
        .kid(end([save, aside.done()], language))
}

fn password(send: &Send, language: Language) -> Html {
    let field = Field {
        id: Control::Password.id().to_owned(),
        value: send.password.clone().into(),
        name: Some(share_word(W::Password, language).into()),
        ..Field::default()
    };
    let about = if send.busy { W::Busy } else { W::PasswordHint };
    line(W::Password, language)
        .kid(el("span", "dialog__key").kid(field.line()))
        .kid(button(Control::Lock, W::Lock, "button", language))
        .kid(el("span", "dialog__aside").text(share_word(about, language)))
        .done()
}

fn made(send: &Send, made: &Made, language: Language) -> Html {
    let (fit, class) = match made.fit() {
        Fit::Passes => (W::Passes, "dialog__fit is-good"),
        Fit::Long => (W::Long, "dialog__fit is-warn"),
        Fit::Risky => (W::Risky, "dialog__fit is-bad"),
    };
    let length = el("b", "dialog__length").text(words::length(made.length, language));
    let fit = el("p", class).kid(length).text(share_word(fit, language));
    let link = el("textarea", "field dialog__link")
        .attr("id", Control::Link.id())
        .attr("rows", "7")
        .attr("spellcheck", "false")
        .attr("aria-label", share_word(W::Link, language))
        .flag("readonly", true)
        .value(Rc::clone(&made.link).into());
    let copied = send.copied.map(|copied| {
        let word = if copied { W::Copied } else { W::NotCopied };
        el("span", "").text(share_word(word, language)).done()
    });
    let copied = el("span", "dialog__aside")
        .attr("role", "status")
        .kids(copied);
    let copy = button(Control::Copy, W::Copy, "button button--first", language);
    let text = el("div", "dialog__text")
        .kid(link)
        .kid(fit)
        .kid(el("p", "dialog__acts").kid(copy).kid(copied));
    let code = match &made.qr {
        Some(code) => picture(code, language),
        None => hint(W::NoQr, language),
    };
    el("div", "dialog__made")
        .kid(text)
        .kid(el("div", "dialog__code").kid(code))
        .done()
}

/// The code as a picture, two pixels a module: crisp, and large enough for a phone.
fn picture(code: &QrCode, language: Language) -> El {
    let side = code.size.to_string();
    let pixels = code.size.saturating_mul(2).to_string();
    let ground = el("rect", "qr__ground")
        .attr("width", side.clone())
        .attr("height", side.clone());
    let svg = el("svg", "qr")
        .attr("viewBox", ["0 0 ", &side, " ", &side].concat())
        .attr("width", pixels.clone())
        .attr("height", pixels)
        .attr("shape-rendering", "crispEdges")
        .attr("role", "img")
        .attr("aria-label", share_word(W::Qr, language))
        .kid(ground)
        .kid(el("path", "qr__ink").attr("d", code.path.clone()));
    let size = el("p", "dialog__hint").text(words::qr_size(code, language));
    el("div", "").kid(svg).kid(size)
}

fn receiving(receive: &Receive, language: Language) -> El {
    let field = el("textarea", "field dialog__link")
        .attr("id", Control::Text.id())
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .attr("aria-label", share_word(W::ReceiveField, language))
        .value(receive.text.clone().into());
    let table = receive
        .wants_table()
        .then(|| button(Control::OpenFile, W::OpenTable, "button", language));
    let waits = receive
        .wants_table()
        .then(|| hint(W::WaitsForTable, language).done());
    let open = button(Control::Open, W::Open, "button button--first", language);
    el("div", "")
        .kid(trouble(receive.error.as_ref(), language))
        .kids(waits)
        .kid(hint(W::ReceiveHint, language))
        .kid(field)
        .kid(end([open].into_iter().chain(table), language))
}

fn unlocking(unlock: &Unlock, language: Language) -> El {
    let field = Field {
        id: Control::Key.id().to_owned(),
        value: unlock.password.clone().into(),
        name: Some(share_word(W::Password, language).into()),
        invalid: unlock.error.is_some(),
        ..Field::default()
    };
    let about = if unlock.busy { W::Busy } else { W::UnlockHint };
    let open = button(Control::Unlock, W::Unlock, "button button--first", language);
    el("div", "")
        .kid(hint(about, language))
        .kid(line(W::Password, language).kid(el("span", "dialog__key").kid(field.line())))
        .kid(trouble(unlock.error.as_ref(), language))
        .kid(end([open], language))
}

fn offering(offer: &Offer, language: Language) -> El {
    let said = |text: String| el("p", "dialog__said").text(text).done();
    let remark = words::remark(&offer.sent, language).map(said);
    let differs = button(
        Control::Difference,
        W::Difference,
        "button button--first",
        language,
    );
    let take = button(Control::Take, W::Take, "button", language);
    let kept = offer
        .kept
        .as_ref()
        .map(|_| button(Control::OpenKept, W::OpenKept, "button", language));
    let name = offer
        .kept
        .as_ref()
        .map(|kept| said(words::kept_as(&kept.name, language)));
    el("div", "")
        .kid(said(offer.document.header.unit.to_string()))
        .kid(said(compare::summary(&offer.comparison, language)))
        .kid(said(compare::counts(&offer.comparison, language)))
        .kids(compare::reviewed(&offer.comparison, language).map(said))
        .kids(name)
        .kids(remark)
        .kid(hint(W::OfferHint, language))
        .kid(end([differs, take].into_iter().chain(kept), language))
}

/// What the two policies make of it: totals and grades, the rules that differ, the rows that score differently.
fn ruling(rules: &Rules, language: Language) -> El {
    let comparison = &rules.comparison;
    let said = |text: String| el("p", "dialog__said").text(text).done();
    let head = |word| el("h3", "dialog__part").text(share_word(word, language));
    let about = if **rules.other == *comparison.after.policy {
        W::RulesHint
    } else {
        W::RulesHintOurs
    };
    let changed = comparison
        .policy
        .iter()
        .map(|change| said(policy::policy_change(change, language)));
    let rows: Vec<Html> = comparison
        .rows
        .iter()
        .map(|row| scores(row, language))
        .collect();
    let rows = if rows.is_empty() {
        hint(W::RulesSame, language)
    } else {
        let rows = el("tbody", "").kids(rows);
        el("div", "dialog__rows").kid(el("table", "grid").kid(rows))
    };
    let take = press(
        Control::Score.id().to_owned(),
        policy::score_by(&rules.other, language),
        "button",
    );
    el("div", "")
        .kid(hint(about, language))
        .kids(compare::policies(comparison, language).map(said))
        .kid(el("p", "dialog__said").kid(el("b", "").text(compare::summary(comparison, language))))
        .kid(head(W::RulesChanged))
        .kids(changed)
        .kid(head(W::RulesRows))
        .kid(rows)
        .kid(end([take], language))
}

fn scores(row: &Entry<RowChange>, language: Language) -> Html {
    let changes = row.changes.iter();
    let said: Vec<String> = changes
        .map(|change| compare::row_change(change, language))
        .collect();
    el("tr", "")
        .kid(
            el("th", "grid__name")
                .attr("scope", "row")
                .text(row.name.to_string()),
        )
        .kid(el("td", "").text(said.join(language.pick("；", "; "))))
        .done()
}
