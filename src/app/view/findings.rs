//! 检查: what there is to tell about the document, gravest first, each with a way to its place.

use yew::{Html, html};

use crate::app::control::Control;
use crate::app::part::press::press;
use crate::app::store::Glance;
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
    let mut order: Vec<usize> = (0..findings.len()).collect();
    let severity = |at: &usize| findings.get(*at).map(|one| one.severity);
    order.sort_by_key(|at| std::cmp::Reverse(severity(at)));
    let rest = order.len().saturating_sub(SHOWN);
    let items = order.iter().take(SHOWN).filter_map(|&at| {
        let one = findings.get(at)?;
        let (sign, class) = match one.severity {
            Severity::Error => ("✕", "finding is-bad"),
            Severity::Ask => ("？", "finding is-warn"),
            Severity::Note => ("·", "finding"),
        };
        let mend = one.fix.is_some().then(|| {
            press(Control::Mend(at).id(), t(Word::Mend), "button button--answer is-suggested")
        });
        Some(html! {
            <li {class}>
                <span class="finding__sign" aria-hidden="true">{ sign }</span>
                <span class="finding__kind">{ term::severity(one.severity, language) }</span>
                <span class="finding__text">{ finding::finding(one, &glance.document, language) }</span>
                { for mend }
                { press(Control::Find(at).id(), t(Word::Jump), "button button--link") }
            </li>
        })
    });
    let more = (rest > 0).then(|| {
        let text = fill(
            language.pick("还有 {0} 条。", "{0} more."),
            &[&rest.to_string()],
        );
        html! { <p class="hint">{ text }</p> }
    });
    html! {
        <section class="section" aria-labelledby="h-findings">
            <div class="section__head"><h2 id="h-findings">{ t(Word::Findings) }</h2></div>
            { for findings.is_empty().then(|| html! { <p class="hint">{ t(Word::NoFindings) }</p> }) }
            <ul class="findings">{ for items }</ul>
            { for more }
        </section>
    }
}
