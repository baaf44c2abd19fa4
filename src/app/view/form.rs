//! 填报信息 and 评分办法: what stands above the official form, and the rules by which it is scored.

use std::rc::Rc;

use yew::Html;

use super::detail::labelled;
use crate::app::control::{Command, Control};
use crate::app::part::el::{El, el};
use crate::app::part::field::Field;
use crate::app::part::press::press;
use crate::app::rules::{RULES, drafted};
use crate::app::session::Fold;
use crate::app::store::Glance;
use crate::edit::HeaderField;
use crate::i18n::ui::{RuleWord, Word, rule_word, word};
use crate::i18n::{Language, rules, term};
use crate::policy::BUILT_IN;
use crate::table::{Header, Text};

/// Whether the section looks the same.
#[must_use]
pub fn same(a: &Glance, b: &Glance) -> bool {
    Rc::ptr_eq(&a.document.header, &b.document.header)
        && Rc::ptr_eq(&a.document.policy, &b.document.policy)
        && a.session.rules == b.session.rules
        && super::same_session(&a.session, &b.session)
}

/// Draws what is unfolded.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let shown = |fold| session.shows(fold);
    let form = shown(Fold::Form).then(|| fields(&glance.document.header, session.language));
    let policy = shown(Fold::Policy).then(|| self::policy(glance).done());
    el("div", "form").kids(form).kids(policy).done()
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
        labelled(id, word(label, language), field.line())
    });
    el("section", "form__fields")
        .attr("aria-label", word(Word::Form, language))
        .kids(fields)
        .done()
}

fn policy(glance: &Glance) -> El {
    let language = glance.session.language;
    let policy = &glance.document.policy;
    let known = BUILT_IN.iter().any(|entry| *entry.id == *policy.id);
    let options = BUILT_IN.iter().enumerate().map(|(at, entry)| {
        let title = language.pick(entry.title, entry.title_en);
        option(at.to_string(), title, *entry.id == *policy.id)
    });
    let own = (!known).then(|| option(String::new(), term::policy(policy, language), true));
    let id = Control::Policy(0).id();
    let choice = el("select", "field")
        .attr("id", id.clone())
        .kids(own)
        .kids(options);
    let parts = policy.source.parts.iter().map(|part| {
        let basis = el("span", "unit").text([" ", term::basis(part.basis, language)].concat());
        let said = rules::part(&part.part, language).to_owned();
        el("li", "").text(said).kid(basis).done()
    });
    let source = &policy.source.document;
    let source = (!source.is_empty()).then(|| {
        let text = [
            rule_word(RuleWord::PolicySource, language),
            language.pick("：", ": "),
            source,
        ]
        .concat();
        el("p", "").text(text).done()
    });
    el("section", "form__policy")
        .attr("aria-label", word(Word::Policy, language))
        .kid(labelled(id, word(Word::Policy, language), choice.done()))
        .kids(source)
        .kid(el("ul", "form__parts").kids(parts))
        .kid(figures(glance))
}

/// The rules that can be edited, and the button that takes them.
fn figures(glance: &Glance) -> El {
    let language = glance.session.language;
    let rule = |of| rule_word(of, language);
    let draft = &glance.session.rules;
    let drafted = drafted(&glance.document.policy, draft, language);
    let all = RULES.iter().enumerate();
    let fields = all.filter_map(|(at, rule)| {
        let held = rule.of(&drafted)?;
        let shown = draft.get(at).unwrap_or(&held);
        // A choice that is not in the list can be gone back to.
        let keep = rule
            .of(&glance.document.policy)
            .is_some_and(|own| own.is_empty());
        let id = Control::Rule(at).id();
        let field = match rule.choices() {
            None => number(&id, shown),
            Some(choices) => choice(&id, shown, keep, &choices, language),
        };
        let label = el("label", "").attr("for", id).text(rule.label(language));
        Some(el("span", "pair").kid(label).kid(field).done())
    });
    let take = Control::Command(Command::TakeRules).id();
    el("div", "form__rules").kids(fields).kid(
        el("p", "form__take")
            .kid(press(take, rule(RuleWord::TakeRules), "button"))
            .text(rule(RuleWord::ForgetHint)),
    )
}

fn number(id: &str, shown: &str) -> Html {
    Field {
        id: id.to_owned(),
        value: shown.to_owned().into(),
        class: "field--number",
        ..Field::default()
    }
    .line()
}

fn choice(id: &str, shown: &str, keep: bool, choices: &[RuleWord], language: Language) -> Html {
    let keep = keep.then(|| {
        option(
            String::new(),
            rule_word(RuleWord::Keep, language),
            shown.is_empty(),
        )
    });
    let options = choices.iter().enumerate().map(|(at, of)| {
        let at = at.to_string();
        let chosen = at == shown;
        option(at, rule_word(*of, language), chosen)
    });
    el("select", "field")
        .attr("id", id.to_owned())
        .kids(keep)
        .kids(options)
        .done()
}

/// One choice of a list.
pub fn option(value: String, words: &str, chosen: bool) -> Html {
    el("option", "")
        .attr("value", value)
        .chosen(chosen)
        .text(words.to_owned())
        .done()
}
