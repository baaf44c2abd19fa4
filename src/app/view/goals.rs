//! 总体目标: each goal beside what was achieved; one line while folded, its text still there to be found.

use std::rc::Rc;

use yew::Html;

use super::head;
use super::row::acts;
use crate::app::WHOLE;
use crate::app::control::{Control, escape};
use crate::app::part::el::{El, el};
use crate::app::part::field::Field;
use crate::app::part::press::{press, toggle};
use crate::app::session::Fold;
use crate::app::store::Glance;
use crate::edit::{GoalField, List};
use crate::gather;
use crate::i18n::ui::{Word, word};
use crate::table::Goal;

/// Whether the section looks the same.
#[must_use]
pub fn same(a: &Glance, b: &Glance) -> bool {
    let (x, y) = (&a.document.goals, &b.document.goals);
    x.len() == y.len()
        && x.iter().zip(y).all(|(x, y)| Rc::ptr_eq(x, y))
        && super::same_session(&a.session, &b.session)
}

/// Draws the section.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let goals = &glance.document.goals;
    let open = session.shows(Fold::Goals) || session.edits();
    let last = goals.last().map(|goal| goal.id.clone());
    let add = (session.edits() || WHOLE && last.is_none()).then(|| {
        let id = Control::Add(List::Goals, last).id();
        el("p", "add")
            .kid(press(id, t(Word::AddGoal), "button"))
            .done()
    });
    let fold = (!session.edits()).then(|| {
        let words = if open { Word::Fold } else { Word::FillGoals };
        toggle(
            Control::Fold(Fold::Goals).id(),
            t(words),
            open,
            "button button--quiet",
        )
    });
    let text = (!open).then(|| {
        let text = gather(goals.iter().map(|goal| &*goal.text));
        el("span", "section__note").text(text.join(" ")).done()
    });
    let body = (open && !goals.is_empty()).then(|| table(glance).done());
    head::section("h-goals", t(Word::Goals), text, fold)
        .kids(body)
        .kids(add)
        .done()
}

fn table(glance: &Glance) -> El {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let acts = session
        .edits()
        .then(|| head::column(t(Word::Actions), "money__acts").done());
    let heads = el("tr", "")
        .kid(head::column(t(Word::GoalText), "").attr("id", "g-text"))
        .kid(head::column(t(Word::GoalAchieved), "").attr("id", "g-achieved"))
        .kids(acts);
    let lines = glance.document.goals.iter().map(|goal| line(glance, goal));
    el("table", "goals")
        .attr("aria-labelledby", "h-goals")
        .kid(el("thead", "").kid(heads))
        .kid(el("tbody", "").kids(lines))
}

fn line(glance: &Glance, goal: &Goal) -> Html {
    let structure = glance.session.edits();
    let mark = ["gn-", &escape(&goal.id)].concat();
    let text = el("th", "goals__text")
        .attr("scope", "row")
        .attr("id", mark.clone());
    let text = if structure {
        text.kid(field(
            goal,
            GoalField::Text,
            &goal.text,
            "g-text".to_owned(),
        ))
    } else {
        text.text(Rc::clone(&goal.text))
    };
    let named_by = ["g-achieved ", &mark].concat();
    let achieved = field(goal, GoalField::Achieved, &goal.achieved, named_by);
    let acts = structure.then(|| {
        let acts = acts(List::Goals, &goal.id, glance.session.language);
        el("td", "").kid(acts).done()
    });
    el("tr", "")
        .key(mark)
        .kid(text)
        .kid(el("td", "goals__achieved").kid(achieved))
        .kids(acts)
        .done()
}

fn field(goal: &Goal, field: GoalField, value: &Rc<str>, named_by: String) -> Html {
    Field {
        id: Control::Goal(field, goal.id.clone()).id(),
        value: Rc::clone(value).into(),
        named_by: Some(named_by),
        ..Field::default()
    }
    .area()
}
