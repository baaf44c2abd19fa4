//! 总体目标: each goal beside what was achieved; one line while folded, its text still there to be found.

use std::rc::Rc;

use yew::{Html, html};

use crate::app::control::{Control, escape};
use crate::app::part::field::Field;
use crate::app::part::press::{press, sign, toggle};
use crate::app::session::Fold;
use crate::app::store::Glance;
use crate::edit::{GoalField, List};
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
    let open = session.unfolded.contains(&Fold::Goals) || session.structure;
    let last = goals.last().map(|goal| goal.id.clone());
    let add = (session.structure || last.is_none()).then(|| {
        press(
            Control::Add(List::Goals, last).id(),
            t(Word::AddGoal),
            "button",
        )
    });
    let fold = (!session.structure).then(|| {
        let words = if open { Word::Fold } else { Word::FillGoals };
        toggle(
            Control::Fold(Fold::Goals).id(),
            t(words),
            open,
            "button button--quiet",
        )
    });
    let body = if goals.is_empty() {
        Html::default()
    } else if open {
        table(glance)
    } else {
        let text: Vec<&str> = goals.iter().map(|goal| &*goal.text).collect();
        html! { <p class="goals__line">{ text.join(" ") }</p> }
    };
    html! {
        <section class="section" aria-labelledby="h-goals">
            <div class="section__head">
                <h2 id="h-goals">{ t(Word::Goals) }</h2>
                <span class="section__tools">{ for fold }</span>
            </div>
            { body }
            { for add.map(|add| html! { <p class="add">{ add }</p> }) }
        </section>
    }
}

fn table(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    html! {
        <table class="goals" aria-labelledby="h-goals">
            <thead>
                <tr>
                    <th scope="col" id="g-text">{ t(Word::GoalText) }</th>
                    <th scope="col" id="g-achieved">{ t(Word::GoalAchieved) }</th>
                    { for session.structure.then(|| html! { <th scope="col" class="money__acts">{ t(Word::Actions) }</th> }) }
                </tr>
            </thead>
            <tbody>{ for glance.document.goals.iter().map(|goal| line(glance, goal)) }</tbody>
        </table>
    }
}

fn line(glance: &Glance, goal: &Goal) -> Html {
    let language = glance.session.language;
    let structure = glance.session.structure;
    let mark = ["gn-", &escape(&goal.id)].concat();
    let id = || goal.id.clone();
    let text = if structure {
        let field = Field {
            id: Control::Goal(GoalField::Text, id()).id(),
            value: Rc::clone(&goal.text).into(),
            named_by: Some("g-text".to_owned()),
            ..Field::default()
        };
        field.area()
    } else {
        html! { { Rc::clone(&goal.text) } }
    };
    let achieved = Field {
        id: Control::Goal(GoalField::Achieved, id()).id(),
        value: Rc::clone(&goal.achieved).into(),
        named_by: Some(["g-achieved ", &mark].concat()),
        ..Field::default()
    };
    let acts = structure.then(|| {
        html! {
            <td>
                <span class="row__acts">
                    { sign(Control::Up(List::Goals, id()).id(), word(Word::Up, language), "↑") }
                    { sign(Control::Down(List::Goals, id()).id(), word(Word::Down, language), "↓") }
                    { sign(Control::Remove(List::Goals, id()).id(), word(Word::Remove, language), "✕") }
                </span>
            </td>
        }
    });
    html! {
        <tr key={mark.clone()}>
            <th scope="row" class="goals__text" id={mark}>{ text }</th>
            <td class="goals__achieved">{ achieved.area() }</td>
            { for acts }
        </tr>
    }
}
