//! The list of evaluations: open, copy, rename, delete and have back, versions, the whole store out and in.

use jiping::app::compare::Origin;
use jiping::app::happening::{Happening, Kind};
use jiping::app::respond::{Effect, respond};
use jiping::app::session::Screen;
use jiping::app::shelf::errand::{self, Errand};
use jiping::app::shelf::keep::{begin, save, take};
use jiping::app::shelf::storage::{AUTOMATIC, EVALUATION, NAMED, Storage};
use jiping::app::shelf::{Place, whole};
use jiping::app::store::State;

use super::{Shelf, kept};
use crate::page::{actual, clicks, does, event, seed, types};

/// The page and its storage, at a time.
struct Desk {
    shelf: Shelf,
    state: State,
    now: u64,
}

impl Desk {
    fn new() -> Self {
        let (shelf, state) = (Shelf::default(), seed());
        Self {
            shelf,
            state,
            now: 1_000,
        }
    }

    /// Keeps what is on the sheet, as the page does a moment after every change.
    #[track_caller]
    fn keep(&mut self) {
        self.now += 1_000;
        let place = &self.state.session.place;
        let saved = save(&self.shelf, place, &kept(&self.state), "", self.now).unwrap();
        let change = jiping::app::session::Change::Place(saved.place);
        self.state.act(jiping::app::store::Action::Session(change));
    }

    /// Clicks a button and runs the errands it leads to.
    #[track_caller]
    fn click(&mut self, id: &str) {
        self.now += 1_000;
        let response = clicks(&mut self.state, id);
        for effect in response.effects {
            if let Effect::Shelf(errand) = effect {
                let when = |time: u64| format!("at {time}");
                let all = errand::run(&self.shelf, &self.state, errand, self.now, &when);
                for action in all {
                    self.state.act(action);
                }
            }
        }
    }

    fn types(&mut self, id: &str, text: &str) {
        types(&mut self.state, id, text);
    }

    /// The names on the list.
    fn names(&self) -> Vec<String> {
        let shown = self.state.session.shelf.shown();
        shown
            .map(|item| [&*item.kept.label, "/", item.kept.total()].concat())
            .collect()
    }

    fn id(&self, at: usize) -> String {
        self.state.session.shelf.items[at].id.clone()
    }
}

/// The list with one evaluation on it.
fn one() -> Desk {
    let mut desk = Desk::new();
    desk.types("row.actual.i1", "16");
    desk.keep();
    desk.click("shelf.begin");
    desk
}

#[test]
fn the_list_shows_what_is_kept() {
    let desk = one();
    assert_eq!(desk.state.session.screen, Screen::Shelf);
    assert_eq!(desk.names(), ["/1.25"]);
    let item = &desk.state.session.shelf.items[0];
    assert_eq!((item.kept.year(), item.when.as_str()), ("2022", "at 2000"));
    assert!(item.kept.text.is_empty(), "the list holds no documents");
}

#[test]
fn another_evaluation_is_compared_with_the_open_one() {
    let mut desk = one();
    let here = desk.id(0);
    desk.click(&["shelf.copy.", &here].concat());
    let copy = desk.id(0);
    desk.click("shelf.back");
    desk.types("row.actual.i1", "8");
    desk.keep();
    desk.click("shelf.begin");
    desk.click(&["shelf.compare.", &copy].concat());
    let session = &desk.state.session;
    assert_eq!(session.screen, Screen::Compare);
    let pair = session.compare.pair.as_ref().expect("two are compared");
    assert_eq!(pair.before.origin, Origin::Here);
    assert!(matches!(&pair.after.origin, Origin::Kept(name) if name.contains("副本")));
    assert_eq!(pair.comparison.rows.len(), 1, "one row differs");
    assert_eq!(desk.state.session.place.id, here, "the open one stays");
    assert_eq!(actual(&desk.state, 0), "8");
}

#[test]
fn a_deleted_evaluation_is_not_compared() {
    let mut desk = one();
    let here = desk.id(0);
    desk.click(&["shelf.copy.", &here].concat());
    let copy = desk.id(0);
    desk.click(&["shelf.delete.", &copy].concat());
    desk.click(&["shelf.compare.", &copy].concat());
    assert!(desk.state.session.compare.pair.is_none());
    assert_eq!(desk.state.session.screen, Screen::Shelf);
}

#[test]
fn a_copy_is_an_evaluation_of_its_own() {
    let mut desk = one();
    let id = desk.id(0);
    desk.click(&["shelf.copy.", &id].concat());
    assert_eq!(desk.shelf.count(EVALUATION), 2);
    let copy = desk.id(0);
    assert_ne!(copy, id);
    assert!(desk.names()[0].contains("副本"), "{:?}", desk.names());
    desk.click(&["shelf.open.", &copy].concat());
    assert_eq!(desk.state.session.screen, Screen::Sheet);
    assert_eq!(desk.state.session.place.id, copy);
    desk.types("row.actual.i1", "8");
    desk.keep();
    assert!(
        take(&desk.shelf, &id)
            .unwrap()
            .unwrap()
            .text
            .contains("\"16\"")
    );
}

#[test]
fn a_name_is_given_and_stays() {
    let mut desk = one();
    let id = desk.id(0);
    desk.click(&["shelf.rename.", &id].concat());
    desk.types("shelf.label", "送审稿");
    let enter = Happening {
        key: "Enter".to_owned(),
        ..event(Kind::Key, "shelf.label")
    };
    let response = does(&mut desk.state, &enter);
    let renames = Errand::Rename(id.clone(), "送审稿".to_owned());
    assert_eq!(response.effects, [Effect::Shelf(renames)]);
    desk.click("shelf.named");
    assert_eq!(desk.names(), ["送审稿/1.25"]);
    assert_eq!(desk.state.session.shelf.renaming, None);
    desk.keep();
    assert_eq!(take(&desk.shelf, &id).unwrap().unwrap().label, "送审稿");
}

#[test]
fn what_is_deleted_can_be_had_back() {
    let mut desk = one();
    let id = desk.id(0);
    desk.click(&["shelf.delete.", &id].concat());
    assert_eq!(desk.names(), [""; 0]);
    assert_eq!(desk.state.session.shelf.gone().count(), 1);
    assert_eq!(begin(&desk.shelf), Ok(None));
    let undo = Happening {
        ctrl: true,
        key: "z".to_owned(),
        ..event(Kind::Key, "shelf.title")
    };
    let response = respond(&desk.state, &undo);
    assert_eq!(
        response.effects,
        [Effect::Shelf(Errand::Undelete(id.clone()))]
    );
    desk.click(&["shelf.undelete.", &id].concat());
    assert_eq!(desk.names(), ["/1.25"]);
    assert!(begin(&desk.shelf).unwrap().is_some());
}

#[test]
fn a_search_wants_every_word() {
    let mut desk = one();
    for (query, found) in [("世界银行 2022", 1), ("2021", 0), ("  ", 1)] {
        let typed = Happening {
            value: query.to_owned(),
            ..event(Kind::Input, "shelf.search")
        };
        does(&mut desk.state, &typed);
        assert_eq!(desk.names().len(), found, "{query}");
    }
}

#[test]
fn a_version_is_put_by_and_had_back() {
    let mut desk = one();
    let id = desk.id(0);
    desk.click(&["shelf.versions.", &id].concat());
    desk.types("shelf.naming", "初稿");
    desk.click("shelf.snap");
    assert_eq!(desk.shelf.count(NAMED), 1);
    desk.click("shelf.back");
    desk.types("row.actual.i1", "8");
    desk.keep();
    desk.click("shelf.begin");
    desk.click(&["shelf.versions.", &id].concat());
    let (_, versions) = desk.state.session.shelf.versions.clone().unwrap();
    assert_eq!(
        (versions.len(), versions[0].kept.label.as_str()),
        (1, "初稿")
    );
    desk.click(&["shelf.restore.", &versions[0].key].concat());
    assert_eq!(desk.state.session.screen, Screen::Sheet);
    assert_eq!(actual(&desk.state, 0), "16");
    assert_eq!(
        desk.shelf.count(AUTOMATIC),
        1,
        "what was there is put by first"
    );
    clicks(&mut desk.state, "do.undo");
    assert_eq!(actual(&desk.state, 0), "8");
}

#[test]
fn the_whole_store_goes_out_and_comes_back() {
    let mut desk = one();
    let id = desk.id(0);
    desk.click(&["shelf.copy.", &id].concat());
    desk.click(&["shelf.versions.", &id].concat());
    desk.types("shelf.naming", "初稿");
    desk.click("shelf.snap");
    let file = whole::write(&desk.shelf);
    serde_json_like(&file);
    let other = Shelf::default();
    let taken = whole::read(&other, &file).unwrap();
    assert_eq!((taken.added, taken.same, taken.bad), (2, 0, 0));
    assert_eq!(whole::write(&other), file);
    let again = whole::read(&other, &file).unwrap();
    assert_eq!((again.added, again.same, again.bad), (0, 2, 0));
    assert_eq!(other.count(EVALUATION), 2);
    assert_eq!(other.count(NAMED), 1);
}

/// The file is JSON as a whole too.
#[track_caller]
fn serde_json_like(file: &str) {
    let node = jiping::node::Node::from_json(file.as_bytes());
    assert!(node.is_ok(), "{file}");
}

#[test]
fn one_bad_line_does_not_take_the_others_with_it() {
    let mut desk = one();
    let id = desk.id(0);
    desk.click(&["shelf.copy.", &id].concat());
    let file = whole::write(&desk.shelf);
    let damaged = file.replacen("\"indicators\":[", "\"indicators\":{", 1);
    let other = Shelf::default();
    let taken = whole::read(&other, &damaged).unwrap();
    assert_eq!((taken.added, taken.same, taken.bad), (1, 0, 1));
    assert_eq!(whole::read(&other, "{\"format\":\"jiping\"}"), None);
}

#[test]
fn a_full_storage_is_told_and_nothing_is_half_done() {
    let mut desk = one();
    let id = desk.id(0);
    desk.shelf.room.set(Some(desk.shelf.used() + 100));
    desk.click(&["shelf.copy.", &id].concat());
    assert_eq!(desk.shelf.count(EVALUATION), 1);
    assert!(desk.state.session.notice.is_some());
    assert!(
        desk.shelf
            .get(&[EVALUATION, &id].concat())
            .unwrap()
            .is_some()
    );
    assert_ne!(desk.state.session.place, Place::default());
}

#[test]
fn a_moment_that_no_clock_shows_is_a_bad_line() {
    let desk = one();
    let whole = whole::write(&desk.shelf);
    let changed = "\"changed\":\"2000\"";
    assert_eq!(whole.matches(changed).count(), 1, "{whole}");
    let beyond = whole.replace(changed, "\"changed\":\"18446744073709551615\"");
    let taken = whole::read(&Shelf::default(), &beyond).expect("a file of the whole store");
    assert_eq!((taken.added, taken.same, taken.bad), (0, 0, 1));
    let taken = whole::read(&Shelf::default(), &whole).expect("a file of the whole store");
    assert_eq!((taken.added, taken.same, taken.bad), (1, 0, 0));
}

#[test]
fn a_file_of_the_whole_store_may_be_larger_than_one_evaluation() {
    let desk = one();
    let file = whole::write(&desk.shelf);
    let (head, rest) = file.split_once('\n').expect("one evaluation a line");
    let line = |bytes: usize| format!("{{\"label\":\"{}\"}},\n", "x".repeat(bytes));
    let large = [head, "\n", &line(6_000_000), &line(11_000_000), rest].concat();
    let taken = whole::read(&Shelf::default(), &large).expect("a file of the whole store");
    assert_eq!((taken.added, taken.same, taken.bad), (1, 0, 2));
}

#[test]
fn what_goes_out_can_come_in_again_however_many_versions_there_are() {
    let desk = one();
    let id = desk.id(0);
    let key = jiping::app::shelf::storage::key(EVALUATION, &id);
    let mut version = desk.shelf.get(&key).expect("open").expect("kept");
    // A long opinion that is no secret to anybody.
    let opinion = format!("\"x-long\":\"{}\",", "长".repeat(19_000));
    version = version.replacen("\"header\":{", &format!("\"header\":{{{opinion}"), 1);
    for at in 0..200 {
        let name = jiping::app::shelf::storage::timed(AUTOMATIC, &id, 5_000 + at);
        desk.shelf.set(&name, &version).expect("room");
    }
    let file = whole::write(&desk.shelf);
    assert!(file.len() > 9_000_000, "{}", file.len());
    let other = Shelf::default();
    let taken = whole::read(&other, &file).expect("a file of the whole store");
    assert_eq!((taken.added, taken.bad), (1, 0));
    let kept = other.count(AUTOMATIC);
    assert!((100..200).contains(&kept), "{kept}");
}
