//! 得分概览: total or points so far, grade, what each part has earned, what is still missing.

use yew::{Html, html};

use crate::app::control::{Command, Control};
use crate::app::part::bar::bar;
use crate::app::part::press::press;
use crate::app::show;
use crate::app::store::Glance;
use crate::decimal::Number;
use crate::i18n::ui::{Word, word};
use crate::i18n::{fill, finding, term};
use crate::scoring::{ExecutionState, MissingKind, Sum};

/// The most missing things that are listed.
const LISTED: usize = 6;

/// Draws the summary.
pub fn view(glance: &Glance) -> Html {
    let t = |of| word(of, glance.session.language);
    html! {
        <aside class="summary" aria-label={t(Word::Summary)}>
            { total(glance) }
            { parts(glance) }
            { missing(glance) }
        </aside>
    }
}

fn total(glance: &Glance) -> Html {
    let language = glance.session.language;
    let t = |of| word(of, language);
    let totals = &glance.evaluation.totals;
    let grade = totals.grade.map(|grade| term::grade(grade, language));
    let (badge, class) = match grade {
        Some(grade) => (grade, "summary__grade"),
        None => (t(Word::Provisional), "summary__grade is-provisional"),
    };
    let more = match totals.graded_on {
        Some(on) if totals.attainable != Number::HUNDRED && !totals.provisional => fill(
            language.pick(
                "折合百分制 {0} 分（满分 {1}）",
                "{0} on a scale of 100 (of {1})",
            ),
            &[&show::points(on), &show::points(totals.attainable)],
        ),
        _ if totals.provisional => fill(
            language.pick("可达 {0} 分", "{0} within reach"),
            &[&show::points(totals.reachable)],
        ),
        _ => fill(
            language.pick("满分 {0} 分", "of {0} points"),
            &[&show::points(totals.attainable)],
        ),
    };
    let cap = totals.cap.map(|cap| {
        let text = language.pick(
            "执行率低于 {0}%，总分不超过 {1} 分（原 {2} 分）",
            "Execution below {0}%: at most {1} points (before: {2})",
        );
        let values = [cap.below.to_string(), show::points(cap.most), show::points(cap.before)];
        html! { <p class="summary__note is-warn">{ fill(text, &values.each_ref().map(String::as_str)) }</p> }
    });
    let unrounded = totals.unrounded.map(|(sum, grade)| {
        let text = language.pick(
            "不四舍五入的合计为 {0} 分，属“{1}”",
            "Without rounding the sum is {0}: {1}",
        );
        html! { <p class="summary__note is-warn">{ fill(text, &[&sum.to_string(), term::grade(grade, language)]) }</p> }
    });
    html! {
        <div class="summary__total" role="status" aria-live="polite">
            <p class="summary__points">
                <span id="total" class="summary__figure">{ show::points(totals.so_far) }</span>
                <span class="unit">{ t(Word::Points) }</span>
                <span {class} id="grade">{ badge }</span>
            </p>
            <p class="summary__note">{ more }</p>
            { for cap }
            { for unrounded }
        </div>
    }
}

fn parts(glance: &Glance) -> Html {
    let language = glance.session.language;
    let evaluation = &glance.evaluation;
    let parts = evaluation.parts.iter().map(|part| {
        let alone = matches!(&*part.groups, [group] if group.label == part.label);
        let groups = part
            .groups
            .iter()
            .filter(|_| !alone)
            .map(|group| line(group.label.to_string(), &group.sum, "meter meter--small"));
        html! { <>{ line(part.label.to_string(), &part.sum, "meter") }{ for groups }</> }
    });
    let execution = &evaluation.execution;
    let sum = Sum {
        weight: execution.points,
        earned: execution.score.unwrap_or_default(),
        open: match execution.state {
            ExecutionState::NotReported | ExecutionState::Unusable => execution.points,
            ExecutionState::Known | ExecutionState::NotApplicable => Number::ZERO,
        },
    };
    html! {
        <ul class="meters">
            { for parts }
            { line(word(Word::Execution, language).to_owned(), &sum, "meter") }
        </ul>
    }
}

fn line(label: String, sum: &Sum, class: &'static str) -> Html {
    let earned = show::per_mille(sum.earned, sum.weight);
    let reachable = sum.earned.checked_add(sum.open).unwrap_or(sum.earned);
    let reachable = show::per_mille(reachable, sum.weight);
    html! {
        <li {class}>
            <span class="meter__label">{ label }</span>
            <span class="meter__figures">{ show::points(sum.earned) }<span class="unit">{ " / " }{ show::points(sum.weight) }</span></span>
            { bar(earned, reachable) }
        </li>
    }
}

fn missing(glance: &Glance) -> Html {
    let language = glance.session.language;
    let missing = &glance.evaluation.missing;
    let count = |kinds: &[MissingKind]| {
        missing
            .iter()
            .filter(|one| kinds.contains(&one.what))
            .count()
    };
    let kinds = [
        (
            Command::NextMissing,
            Word::NotFilled,
            count(&[MissingKind::NotReported, MissingKind::Unreadable]),
        ),
        (
            Command::NextAsk,
            Word::ToConfirm,
            count(&[MissingKind::Asks]),
        ),
        (
            Command::NextReason,
            Word::ReasonMissing,
            count(&[MissingKind::Reason]),
        ),
    ];
    let buttons =
        kinds
            .into_iter()
            .filter(|(_, _, count)| *count > 0)
            .map(|(command, of, count)| {
                let words = fill(
                    language.pick("{0} {1} 项 →", "{1} {0} →"),
                    &[word(of, language), &count.to_string()],
                );
                press(
                    Control::Command(command).id(),
                    words,
                    "button button--link summary__jump",
                )
            });
    let listed = missing.iter().enumerate().take(LISTED).map(|(at, one)| {
        html! {
            <li>{ press(Control::Jump(at).id(), finding::missing(one, &glance.document, language), "button button--link") }</li>
        }
    });
    if missing.is_empty() {
        return html! { <p class="summary__note is-good">{ "✓ " }{ word(Word::NothingMissing, language) }</p> };
    }
    html! {
        <div class="summary__missing">
            <p class="summary__jumps">{ for buttons }</p>
            <ul class="summary__list">{ for listed }</ul>
        </div>
    }
}
