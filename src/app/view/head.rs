//! The head of the page: unit and year, save state, buttons; below it the links to the sections.

use yew::{Html, html};

use crate::app::control::{Command, Control};
use crate::app::part::press::{press, press_if};
use crate::app::store::Glance;
use crate::i18n::ui::{self, Keeping, Word, word};

/// Draws the head.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let header = &glance.document.header;
    let unit = match header.unit.trim() {
        "" => t(Word::NoUnit),
        unit => unit,
    };
    let command = |command| Control::Command(command).id();
    let (kept, more) = ui::keeping(session.keeping, session.language);
    let lost = matches!(
        session.keeping,
        Keeping::Full | Keeping::Blocked | Keeping::Cleared
    );
    html! {
        <>
            <a class="skip" href="#h-indicators">{ t(Word::SkipToTable) }</a>
            <header class="head">
                <span class="head__product">{ t(Word::Product) }</span>
                <h1 class="head__unit" title={unit.to_owned()}>{ unit.to_owned() }</h1>
                <span class="head__year">{ header.year.to_string() }</span>
                <span class={if lost { "head__kept is-bad" } else { "head__kept" }} role="status" title={more}>{ kept }</span>
                <span class="head__tools" role="toolbar" aria-label={t(Word::Actions)}>
                    { press_if(glance.can_undo, command(Command::Undo), t(Word::Undo), "↶") }
                    { press_if(glance.can_redo, command(Command::Redo), t(Word::Redo), "↷") }
                    { press(command(Command::StartEmpty), t(Word::New), "button") }
                    { press(command(Command::Open), t(Word::Open), "button") }
                    { press(command(Command::Save), t(Word::Save), "button") }
                    { press(command(Command::Print), t(Word::Print), "button") }
                    <button type="button" class="button button--quiet" id={command(Command::Language)}
                        title={t(Word::SwitchLanguage)}>{ t(Word::OtherLanguage) }</button>
                </span>
            </header>
        </>
    }
}

/// Draws the links to the sections.
pub fn links(glance: &Glance) -> Html {
    let t = |of| word(of, glance.session.language);
    let links = [
        ("#h-tasks", "①", Word::Tasks),
        ("#h-goals", "②", Word::Goals),
        ("#h-indicators", "③", Word::Indicators),
        ("#h-satisfaction", "④", Word::Satisfaction),
        ("#h-findings", "⑤", Word::Findings),
    ];
    let found = glance.evaluation.findings.len();
    let links = links.map(|(href, sign, of)| {
        let count = (of == Word::Findings && found > 0)
            .then(|| html! { <span class="links__count">{ found }</span> });
        html! {
            <a {href}><span class="links__sign" aria-hidden="true">{ sign }</span>{ t(of) }{ for count }</a>
        }
    });
    html! { <nav class="links" aria-label={t(Word::Sections)}>{ for links }</nav> }
}

/// Draws what the page has to tell: the first-time offer, the last notice, trouble with storage.
pub fn notices(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let command = |command| Control::Command(command).id();
    let (_, more) = ui::keeping(session.keeping, session.language);
    let lost = matches!(
        session.keeping,
        Keeping::Full | Keeping::Blocked | Keeping::Cleared
    );
    let notice = session
        .notice
        .as_ref()
        .map(|notice| ui::notice(notice, session.language));
    let offer = session.offer.then(|| {
        html! {
            <p class="notice">
                <span>{ t(Word::Offer) }</span>
                { press(command(Command::OfferOpen), t(Word::OfferOpen), "button button--link") }
                { press(command(Command::OfferEmpty), t(Word::OfferEmpty), "button button--link") }
                { press(command(Command::HideOffer), t(Word::Dismiss), "button button--link notice__end") }
            </p>
        }
    });
    html! {
        <div class="notices">
            { for offer }
            { for lost.then(|| html! { <p class="notice is-bad" role="alert">{ more }</p> }) }
            <div role="status" aria-live="polite">
                { for notice.map(|text| html! {
                    <p class="notice is-news">
                        <span>{ text }</span>
                        { press(command(Command::HideNotice), t(Word::Close), "button button--link notice__end") }
                    </p>
                }) }
            </div>
        </div>
    }
}
