//! 汇总: the screen on which many evaluations stand in one table.
//!
//! The work itself goes on outside, a slice at a time; what is here is what the screen shows of it.

use std::cmp::Reverse;

use super::control::{code, find};
use super::happening::{Happening, Kind};
use super::respond::{Effect as PageEffect, Response};
use super::session::{self, Screen};
use super::share::Held;
use super::store::{Action, State};
use crate::document::Document;
use crate::finding::Finding;
use crate::grid::write;
use crate::i18n::{self, Language};
use crate::policy::Grade;
use crate::rollup::{Entry, Order, RollUp, SortKey};
use crate::scoring::evaluate;
use crate::value::Severity;

/// Rows that are shown at first, and more with each press on 更多.
pub const SHOWN: usize = 200;
/// Rows that are drawn at once, so that the page answers in between.
pub const DRAWN: usize = 25;

/// Which evaluations are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Show {
    /// All.
    #[default]
    All,
    /// Those with this grade.
    Grade(Grade),
    /// Those without a final grade.
    Provisional,
    /// Those that did not open.
    Failed,
}

impl Show {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Grade(Grade::Excellent),
        Self::Grade(Grade::Good),
        Self::Grade(Grade::Fair),
        Self::Grade(Grade::Poor),
        Self::Provisional,
        Self::Failed,
    ];
}

/// What the page remembers about rolling up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// What is rolled up so far.
    pub result: Option<Held<RollUp>>,
    /// How many are done, and of how many; nothing while nothing is worked on.
    pub progress: Option<(usize, usize)>,
    /// What the table is sorted by.
    pub key: SortKey,
    /// Which end comes first.
    pub order: Order,
    /// Which evaluations are listed.
    pub show: Show,
    /// What the unit or the source has to contain.
    pub word: String,
    /// Pasted links, one a line.
    pub links: String,
    /// How many rows are shown.
    pub shown: usize,
    /// How many of them are drawn yet.
    pub drawn: usize,
    /// The one that is to be compared with another, by its position.
    pub picked: Option<usize>,
    /// The one whose findings are shown, by its position.
    pub told: Option<(usize, Held<Told>)>,
}

/// What there is to tell about one evaluation besides plain notes, gravest first, and the document for its places.
#[derive(Debug)]
pub struct Told {
    document: Document,
    findings: Vec<Finding>,
}

impl Told {
    /// Works it out.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let mut findings = evaluate(&document).findings.to_vec();
        findings.retain(|finding| finding.severity != Severity::Note);
        findings.sort_by_key(|finding| Reverse(finding.severity));
        Self { document, findings }
    }

    /// The first so many in words.
    #[must_use]
    pub fn sentences(&self, most: usize, language: Language) -> Vec<String> {
        let first = self.findings.iter().take(most);
        first
            .map(|one| i18n::finding::finding(one, &self.document, language))
            .collect()
    }
}

impl Default for Board {
    fn default() -> Self {
        Self {
            result: None,
            progress: None,
            key: SortKey::Arrival,
            order: Order::Ascending,
            show: Show::All,
            word: String::new(),
            links: String::new(),
            shown: SHOWN,
            drawn: DRAWN,
            picked: None,
            told: None,
        }
    }
}

/// A change of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// So many are done, and of so many.
    Progress(usize, usize),
    /// Nothing is worked on any longer.
    Done(Held<RollUp>),
    /// Sorts by a column, or the other way round.
    Sort(SortKey),
    /// Lists only some.
    Show(Show),
    /// What the unit or the source has to contain.
    Word(String),
    /// Links are typed or pasted.
    Links(String),
    /// Shows more rows.
    More,
    /// Draws more of the rows that are shown.
    Grow,
    /// Chooses one to be compared, or none.
    Pick(Option<usize>),
    /// Shows the findings of one, or of none.
    Tell(Option<(usize, Held<Told>)>),
    /// Begins anew.
    Clear,
}

/// Something that must happen outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Lets the person choose files.
    Choose,
    /// Rolls up links, one a line.
    Links(Vec<String>),
    /// Stops.
    Cancel,
    /// Opens one as an evaluation of its own.
    Open(usize),
    /// Compares two.
    Compare(usize, usize),
    /// Has the findings of one.
    Tell(usize),
    /// Forgets everything.
    Clear,
}

/// What the elements of the screen are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// 汇总: goes to the screen.
    Begin,
    /// Chooses files.
    Files,
    /// The field for links.
    Text,
    /// Rolls up the links of the field.
    Links,
    /// Stops.
    Cancel,
    /// Sorts by a column.
    Sort(SortKey),
    /// Lists only some.
    Show,
    /// What the unit or the source has to contain.
    Word,
    /// Shows more rows.
    More,
    /// 导出 CSV.
    Csv,
    /// Prints the table.
    Print,
    /// Begins anew.
    Clear,
    /// Back to the evaluation.
    Back,
}

const CONTROLS: [(Control, &str); 20] = [
    (Control::Begin, "rollup.begin"),
    (Control::Files, "rollup.files"),
    (Control::Text, "rollup.text"),
    (Control::Links, "rollup.links"),
    (Control::Cancel, "rollup.cancel"),
    (Control::Sort(SortKey::Arrival), "rollup.by-arrival"),
    (Control::Sort(SortKey::Unit), "rollup.by-unit"),
    (Control::Sort(SortKey::Year), "rollup.by-year"),
    (Control::Sort(SortKey::Total), "rollup.by-total"),
    (Control::Sort(SortKey::Rate), "rollup.by-rate"),
    (Control::Sort(SortKey::Unmet), "rollup.by-unmet"),
    (Control::Sort(SortKey::Open), "rollup.by-open"),
    (Control::Sort(SortKey::Findings), "rollup.by-findings"),
    (Control::Show, "rollup.show"),
    (Control::Word, "rollup.word"),
    (Control::More, "rollup.more"),
    (Control::Csv, "rollup.csv"),
    (Control::Print, "rollup.print"),
    (Control::Clear, "rollup.clear"),
    (Control::Back, "rollup.back"),
];

impl Control {
    /// The element's `id`.
    #[must_use]
    pub fn id(self) -> &'static str {
        code(&CONTROLS, &self)
    }

    /// The control an `id` names, if it names one.
    #[must_use]
    pub fn read(id: &str) -> Option<Self> {
        find(&CONTROLS, id)
    }
}

impl Board {
    /// Applies a change.
    pub fn change(&mut self, change: Change) -> bool {
        match change {
            Change::Progress(done, all) => self.progress = Some((done, all)),
            Change::Done(result) => {
                self.progress = None;
                self.result = Some(result);
                self.drawn = DRAWN;
            }
            Change::Sort(key) if key == self.key => {
                self.drawn = DRAWN;
                self.order = match self.order {
                    Order::Ascending => Order::Descending,
                    Order::Descending => Order::Ascending,
                };
            }
            Change::Sort(key) => {
                self.drawn = DRAWN;
                self.key = key;
                self.order = begins_with(key);
            }
            Change::Show(show) => {
                self.show = show;
                (self.shown, self.drawn) = (SHOWN, DRAWN);
            }
            Change::Word(word) => {
                self.word = word;
                (self.shown, self.drawn) = (SHOWN, DRAWN);
            }
            Change::Links(links) => self.links = links,
            Change::More => self.shown = self.shown.saturating_add(SHOWN),
            Change::Grow => self.drawn = self.drawn.saturating_add(DRAWN).min(self.shown),
            Change::Pick(picked) => self.picked = picked,
            Change::Tell(told) => self.told = told,
            Change::Clear => *self = Self::default(),
        }
        true
    }

    /// Whether rows that are shown are not drawn yet.
    #[must_use]
    pub fn grows(&self) -> bool {
        let all = self
            .result
            .as_ref()
            .map_or(0, |result| result.entries().len());
        self.drawn < self.shown.min(all)
    }

    /// Positions of the listed evaluations, in their order.
    #[must_use]
    pub fn listed(&self) -> Vec<usize> {
        let Some(result) = &self.result else {
            return Vec::new();
        };
        let mut order = result.sorted(self.key, self.order);
        let word = self.word.trim();
        order.retain(|at| {
            let entry = result.entries().get(*at);
            entry.is_some_and(|entry| shows(self.show, entry) && holds(entry, word))
        });
        order
    }
}

/// Texts and places begin with the first, figures with the largest.
const fn begins_with(key: SortKey) -> Order {
    match key {
        SortKey::Arrival | SortKey::Unit | SortKey::Year => Order::Ascending,
        _ => Order::Descending,
    }
}

fn shows(show: Show, entry: &Entry) -> bool {
    match (show, &entry.outcome) {
        (Show::All, _) | (Show::Failed, Err(_)) => true,
        (Show::Grade(grade), Ok(outcome)) => outcome.grade == Some(grade),
        (Show::Provisional, Ok(outcome)) => outcome.grade.is_none(),
        _ => false,
    }
}

fn holds(entry: &Entry, word: &str) -> bool {
    word.is_empty()
        || entry.source.contains(word)
        || entry
            .outcome
            .as_ref()
            .is_ok_and(|outcome| outcome.unit.contains(word))
}

/// The links of a text: one a line, empty lines left out.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

fn act(of: Change) -> Response {
    Response::act(Action::Session(session::Change::Board(of)))
}

fn effect(effect: Effect) -> Response {
    Response::effect(PageEffect::RollUp(effect))
}

fn screen(screen: Screen) -> Response {
    Response::act(Action::Session(session::Change::Screen(screen)))
}

/// What a happening on the screen, or on the way to it, leads to.
#[must_use]
pub fn respond(state: &State, event: &Happening) -> Option<Response> {
    if event.kind == Kind::Click
        && let Some(response) = row(state, &event.id)
    {
        return Some(response);
    }
    let control = Control::read(&event.id)?;
    let board = &state.session.board;
    Some(match (event.kind, control) {
        (Kind::Input | Kind::Composed, Control::Text) => act(Change::Links(event.value.clone())),
        (Kind::Input | Kind::Composed, Control::Word) => act(Change::Word(event.value.clone())),
        (Kind::Commit, Control::Show) => {
            let at = event.value.parse::<usize>().ok();
            let show = at.and_then(|at| Show::ALL.get(at)).copied();
            act(Change::Show(show.unwrap_or_default()))
        }
        (Kind::Click, control) => click(state, board, control),
        _ => Response::default(),
    })
}

/// What begins the `id` of a button that opens a row, and of one that chooses it for a comparison.
pub const OPEN: &str = "rollup.open.";
/// See [`OPEN`].
pub const PICK: &str = "rollup.pick.";
/// What begins the `id` of a count of findings, which shows and hides them.
pub const TELL: &str = "rollup.tell.";

/// A click on a button of a row: it is opened, told, or chosen; the second one that is chosen is compared with the first.
fn row(state: &State, id: &str) -> Option<Response> {
    if let Some(at) = id.strip_prefix(OPEN) {
        return Some(effect(Effect::Open(at.parse().ok()?)));
    }
    if let Some(at) = id.strip_prefix(TELL) {
        let at = at.parse().ok()?;
        let shown = state.session.board.told.as_ref();
        return Some(if shown.is_some_and(|(shown, _)| *shown == at) {
            act(Change::Tell(None))
        } else {
            effect(Effect::Tell(at))
        });
    }
    let at = id.strip_prefix(PICK)?.parse().ok()?;
    Some(match state.session.board.picked {
        None => act(Change::Pick(Some(at))),
        Some(first) if first == at => act(Change::Pick(None)),
        Some(first) => {
            let mut response = act(Change::Pick(None));
            let compare = Effect::Compare(first, at);
            response.effects.push(PageEffect::RollUp(compare));
            response
        }
    })
}

fn click(state: &State, board: &Board, control: Control) -> Response {
    match control {
        Control::Begin => {
            let mut response = screen(Screen::RollUp);
            let quiet = session::Change::Notice(None);
            response.actions.push(Action::Session(quiet));
            response
        }
        Control::Back => screen(Screen::Sheet),
        Control::Files => effect(Effect::Choose),
        Control::Links => {
            let links = lines(&board.links);
            if links.is_empty() {
                let id = Control::Text.id().to_owned();
                return Response::effect(PageEffect::Focus(id));
            }
            let mut response = act(Change::Links(String::new()));
            response
                .effects
                .push(PageEffect::RollUp(Effect::Links(links)));
            response
        }
        Control::Cancel => effect(Effect::Cancel),
        Control::Sort(key) => act(Change::Sort(key)),
        Control::More => act(Change::More),
        Control::Csv => csv(state, board),
        // All of them are on paper.
        Control::Print => Response {
            actions: vec![Action::Session(session::Change::Printing(true))],
            effects: vec![PageEffect::Print],
            ..Response::default()
        },
        Control::Clear => {
            let mut response = act(Change::Clear);
            response.effects.push(PageEffect::RollUp(Effect::Clear));
            response
        }
        Control::Text | Control::Word | Control::Show => Response::default(),
    }
}

/// The listed evaluations as a file for spreadsheets.
fn csv(state: &State, board: &Board) -> Response {
    let Some(result) = &board.result else {
        return Response::default();
    };
    let language = state.session.language;
    let grid = i18n::rollup::grid(result, &board.listed(), language);
    Response::effect(PageEffect::Download {
        name: i18n::rollup::file_name(language).to_owned(),
        kind: "text/csv",
        content: write::csv(&grid),
    })
}
