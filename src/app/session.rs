//! 会话: what the page remembers while it is open and neither saves nor undoes.

use crate::i18n::Language;
use crate::i18n::ui::{Keeping, Notice};
use crate::table::Id;

use super::WHOLE;
use super::few::Few;
use super::rules::Draft;
use super::shelf::Place;
#[cfg(feature = "more")]
use super::{compare, rollup, share};

/// A part of the page that folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// 填报信息.
    Form,
    /// 任务与预算, by fund source.
    Tasks,
    /// 总体目标.
    Goals,
    /// 评分办法.
    Policy,
}

/// What the page is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// 自评表: one evaluation is filled in.
    #[default]
    Sheet,
    /// 本机自评: the evaluations on this machine.
    Shelf,
    /// 对比: two evaluations side by side.
    Compare,
    /// 汇总: many evaluations in one table.
    RollUp,
    /// 评审: a reviewer's figures beside the self-evaluated ones.
    Review,
}

/// The field that has the focus, and what it held when it got it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Entry {
    /// The field's `id`.
    pub id: String,
    /// Its text when it got the focus: what Esc restores.
    pub original: String,
    /// The field in which a run of Tabs began: where Enter goes down.
    pub run: Option<String>,
}

/// 会话.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Session {
    /// The language of the page.
    pub language: Language,
    /// What the page is at.
    pub screen: Screen,
    /// Whether cells of the table are fields.
    pub structure: bool,
    /// Whether the first-time offer shows.
    pub offer: bool,
    /// Rows whose derivation shows.
    pub explained: Few<Id>,
    /// Parts that are unfolded.
    pub unfolded: Few<Fold>,
    /// What the page last told.
    pub notice: Option<Notice>,
    /// How the work is kept.
    pub keeping: Keeping,
    /// Where it is kept, and which version of it was read or written last.
    pub place: Place,
    /// The field with the focus.
    pub entry: Entry,
    /// Rules that are typed and not yet taken.
    pub rules: Draft,
    /// Whether the paper is shown.
    pub printing: bool,
    /// Whether a file hovers over the page.
    pub dragging: bool,
    /// Counts refused edits and pictures left out, so that fields show again what the document holds.
    pub refusals: u32,
    /// The dialogs of sharing.
    #[cfg(feature = "more")]
    pub share: share::Share,
    /// The comparison.
    #[cfg(feature = "more")]
    pub compare: compare::Compare,
    /// The list of evaluations.
    #[cfg(feature = "more")]
    pub shelf: super::shelf::board::Board,
    /// The roll-up.
    #[cfg(feature = "more")]
    pub board: rollup::Board,
}

/// One change to the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Switches the language.
    Language(Language),
    /// Goes to another screen.
    Screen(Screen),
    /// Switches between filling in and editing the table.
    Structure,
    /// Puts the offer away.
    HideOffer,
    /// Tells something, or puts it away.
    Notice(Option<Notice>),
    /// Opens a row's derivation, or closes it.
    Explain(Id),
    /// Opens every derivation, or closes all.
    ExplainAll(Vec<Id>),
    /// Folds a part or unfolds it.
    Fold(Fold),
    /// Unfolds a part.
    Unfold(Fold),
    /// How the work is kept.
    Keeping(Keeping),
    /// Where it is kept.
    Place(Place),
    /// A field got the focus.
    Enter {
        /// Its `id`.
        id: String,
        /// Its text.
        text: String,
    },
    /// A run of Tabs begins in this field, or ends.
    Run(Option<String>),
    /// A rule of the policy is typed or chosen.
    Rule(usize, String),
    /// Forgets what is typed of the rules.
    ForgetRules,
    /// Shows the paper, or the screen.
    Printing(bool),
    /// A file hovers over the page, or does no longer.
    Dragging(bool),
    /// Every part is drawn again, as one was left out.
    Redraw,
    /// Something of sharing.
    #[cfg(feature = "more")]
    Share(share::Change),
    /// Something of comparing.
    #[cfg(feature = "more")]
    Compare(compare::Change),
    /// Something of rolling up.
    #[cfg(feature = "more")]
    Board(rollup::Change),
    /// Something of the list of evaluations.
    #[cfg(feature = "more")]
    Shelf(super::shelf::board::Change),
}

impl Session {
    /// Whether cells of the table are fields: in the whole program only.
    #[must_use]
    pub const fn edits(&self) -> bool {
        WHOLE && self.structure
    }

    /// Whether a section is unfolded: in the whole program only, which the button brings.
    #[must_use]
    pub fn shows(&self, fold: Fold) -> bool {
        WHOLE && self.unfolded.contains(&fold)
    }

    /// Applies a change; tells whether anything that is seen has changed.
    pub fn change(&mut self, change: Change) -> bool {
        match change {
            Change::Language(language) => {
                self.language = language;
                // An offer stays; what tells may hold words already.
                self.notice = self.notice.take().filter(Notice::offers);
            }
            Change::Screen(screen) => return replace(&mut self.screen, screen),
            Change::Structure => self.structure = !self.structure,
            Change::HideOffer => return std::mem::take(&mut self.offer),
            Change::Notice(notice) => return replace(&mut self.notice, notice),
            Change::Explain(id) => self.explained.toggle(id),
            Change::ExplainAll(ids) => {
                let all = ids.iter().all(|id| self.explained.contains(id));
                self.explained.clear();
                for id in ids.into_iter().filter(|_| !all) {
                    self.explained.insert(id);
                }
            }
            Change::Fold(fold) => self.unfolded.toggle(fold),
            Change::Unfold(fold) => return self.unfolded.insert(fold),
            Change::Keeping(keeping) => return replace(&mut self.keeping, keeping),
            Change::Place(place) => {
                self.place = place;
                return false;
            }
            Change::Enter { id, text } => {
                self.entry.id = id;
                self.entry.original = text;
                return false;
            }
            Change::Run(run) => {
                self.entry.run = run;
                return false;
            }
            Change::Rule(at, text) => {
                self.rules.insert(at, text);
            }
            Change::ForgetRules => self.rules.clear(),
            Change::Redraw => self.refusals = self.refusals.wrapping_add(1),
            #[cfg(feature = "more")]
            Change::Share(change) => return self.share.change(change),
            #[cfg(feature = "more")]
            Change::Compare(change) => return self.compare.change(change),
            #[cfg(feature = "more")]
            Change::Shelf(change) => return self.shelf.change(change),
            #[cfg(feature = "more")]
            Change::Board(change) => return self.board.change(change),
            Change::Printing(printing) => return replace(&mut self.printing, printing),
            Change::Dragging(dragging) => return replace(&mut self.dragging, dragging),
        }
        true
    }
}

fn replace<T: PartialEq>(place: &mut T, value: T) -> bool {
    let differs = *place != value;
    *place = value;
    differs
}

#[cfg(test)]
mod tests {
    use super::{Change, Session};
    use crate::table::Id;

    #[test]
    fn a_second_click_closes_what_the_first_opened() {
        let mut session = Session::default();
        let id = Id::new("r1");
        assert!(session.change(Change::Explain(id.clone())));
        assert!(session.explained.contains(&id));
        session.change(Change::Explain(id.clone()));
        assert!(!session.explained.contains(&id));
    }

    #[test]
    fn what_is_not_seen_asks_for_no_new_picture() {
        let mut session = Session::default();
        let entered = Change::Enter {
            id: "row.actual.r1".to_owned(),
            text: "16".to_owned(),
        };
        assert!(!session.change(entered));
        assert!(!session.change(Change::HideOffer), "there is no offer");
        assert!(!session.change(Change::Dragging(false)));
    }
}
