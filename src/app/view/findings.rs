//! 检查: what there is to tell about the document, gravest first, each with a way to its place.

use yew::Html;

use super::head;
use crate::app::WHOLE;
use crate::app::control::Control;
use crate::app::part::el::el;
use crate::app::part::press::press;
use crate::app::store::Glance;
use crate::finding::Finding;
use crate::i18n::ui::{Word, word};
use crate::i18n::{fill, finding, term};
use crate::value::Severity;

/// The most findings that are shown.
const SHOWN: usize = 60;

/// Draws the section.
pub fn view(glance: &Glance) -> Html {
    let language = glance.session.language;
    let t = |of| word(of, language);
    let findings = &glance.evaluation.findings;
    let item = |at: usize, one: &Finding| {
        let (sign, class) = match one.severity {
            Severity::Error => ("✕", "finding is-bad"),
            Severity::Ask => ("？", "finding is-warn"),
            Severity::Note => ("·", "finding"),
        };
        let mend = (WHOLE && one.fix.is_some()).then(|| {
            let id = Control::Mend(at).id();
            press(id, t(Word::Mend), "button button--answer is-suggested")
        });
        let sign = el("span", "finding__sign")
            .attr("aria-hidden", "true")
            .text(sign);
        let text = finding::finding(one, &glance.document, language);
        el("li", class)
            .kid(sign)
            .kid(el("span", "finding__kind").text(term::severity(one.severity, language)))
            .kid(el("span", "finding__text").text(text))
            .kids(mend)
            .kid(press(
                Control::Find(at).id(),
                t(Word::Jump),
                "button button--link",
            ))
            .done()
    };
    let mut items = Vec::new();
    for severity in [Severity::Error, Severity::Ask, Severity::Note] {
        for (at, one) in findings.iter().enumerate() {
            if one.severity == severity && items.len() < SHOWN {
                items.push(item(at, one));
            }
        }
    }
    let rest = findings.len().saturating_sub(SHOWN);
    let more = (rest > 0).then(|| {
        let text = fill(
            language.pick("还有 {0} 条。", "{0} more."),
            &[&rest.to_string()],
        );
        el("p", "hint").text(text).done()
    });
    let none = findings.is_empty().then(|| {
        let none = if glance.evaluation.missing.is_empty() {
            Word::NoFindings
        } else {
            Word::NothingElse
        };
        el("p", "hint").text(t(none)).done()
    });
    head::section("h-findings", t(Word::Findings), None, [])
        .kids(none)
        .kid(el("ul", "findings").kids(items))
        .kids(more)
        .done()
}
