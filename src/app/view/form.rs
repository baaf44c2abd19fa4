//! 填报信息 and 评分办法: what stands above the official form, and the rules by which it is scored.

use std::rc::Rc;

use yew::{Html, html};

use crate::app::control::Control;
use crate::app::part::field::Field;
use crate::app::part::press::toggle;
use crate::app::session::Fold;
use crate::app::store::Glance;
use crate::edit::HeaderField;
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, term};
use crate::policy::BUILT_IN;
use crate::table::{Header, Text};

/// Whether the section looks the same.
#[must_use]
pub fn same(a: &Glance, b: &Glance) -> bool {
    Rc::ptr_eq(&a.document.header, &b.document.header)
        && Rc::ptr_eq(&a.document.policy, &b.document.policy)
        && super::same_session(&a.session, &b.session)
}

/// Draws the line of folds, and what is unfolded.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let form = session.unfolded.contains(&Fold::Form);
    let policy = session.unfolded.contains(&Fold::Policy);
    let shown = term::policy(&glance.document.policy, session.language).to_owned();
    html! {
        <section class="form" aria-label={t(Word::Form)}>
            <div class="form__folds">
                { toggle(Control::Fold(Fold::Form).id(), t(Word::Form), form, "button button--quiet") }
                { toggle(Control::Fold(Fold::Policy).id(), [t(Word::Policy), session.language.pick("：", ": "), &shown].concat(), policy, "button button--quiet") }
            </div>
            { for form.then(|| fields(&glance.document.header, session.language)) }
            { for policy.then(|| rules(glance)) }
        </section>
    }
}

fn fields(header: &Header, language: Language) -> Html {
    let fields: [(HeaderField, &Text, Word); 8] = [
        (HeaderField::Unit, &header.unit, Word::Unit),
        (HeaderField::Year, &header.year, Word::Year),
        (HeaderField::Project, &header.project, Word::Project),
        (
            HeaderField::Supervisor,
            &header.supervisor,
            Word::Supervisor,
        ),
        (
            HeaderField::Implementer,
            &header.implementer,
            Word::Implementer,
        ),
        (HeaderField::FilledBy, &header.filled_by, Word::FilledBy),
        (HeaderField::Phone, &header.phone, Word::Phone),
        (HeaderField::Date, &header.date, Word::Date),
    ];
    let fields = fields.map(|(field, value, label)| {
        let id = Control::Header(field).id();
        let field = Field {
            id: id.clone(),
            value: Rc::clone(value).into(),
            ..Field::default()
        };
        html! { <span class="pair"><label for={id}>{ word(label, language) }</label>{ field.line() }</span> }
    });
    html! { <div class="form__fields">{ for fields }</div> }
}

fn rules(glance: &Glance) -> Html {
    let language = glance.session.language;
    let policy = &glance.document.policy;
    let known = BUILT_IN.iter().any(|entry| *entry.id == *policy.id);
    let options = BUILT_IN.iter().enumerate().map(|(at, entry)| {
        let title = language.pick(entry.title, entry.title_en);
        html! { <option value={at.to_string()} selected={*entry.id == *policy.id}>{ title }</option> }
    });
    let own = (!known).then(|| {
        html! { <option value="own" selected=true>{ term::policy(policy, language).to_owned() }</option> }
    });
    let parts = policy.source.parts.iter().map(|part| {
        html! { <li>{ Rc::clone(&part.part) }<span class="unit">{ " " }{ term::basis(part.basis, language) }</span></li> }
    });
    let document = (!policy.source.document.is_empty()).then(|| {
        html! { <p>{ word(Word::PolicySource, language) }{ language.pick("：", ": ") }{ Rc::clone(&policy.source.document) }</p> }
    });
    let id = Control::Policy(0).id();
    html! {
        <div class="form__policy">
            <span class="pair">
                <label for={id.clone()}>{ word(Word::Policy, language) }</label>
                <select class="field" {id}>{ for own }{ for options }</select>
            </span>
            { for document }
            <ul class="form__parts">{ for parts }</ul>
        </div>
    }
}
