//! An evaluation that comes from elsewhere and is kept here already, perhaps as another version.

use std::rc::Rc;

use super::keep::take;
use super::kept::plain;
use super::list::items;
use super::storage::Storage;
use crate::app::persist;
use crate::app::share::receive::is_same;
use crate::app::show::whose;
use crate::document::Document;
use crate::i18n::Language;

/// An evaluation that is kept here.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// What it is called in the list.
    pub name: String,
    /// The evaluation.
    pub document: Rc<Document>,
}

/// The evaluation on this machine that the one that came is a version of, besides the open one: the very same if it is
/// there, else the one changed last.
#[must_use]
pub fn known(storage: &dyn Storage, open: &str, came: &Document) -> Option<Known> {
    let header = &came.header;
    let mut found = None;
    for item in items(storage, &|_| String::new()) {
        let kept = &item.kept;
        let may_be = kept.gone == 0 && item.id != open;
        // Of a project, its name is kept with the unit's since it is shown in the list.
        let names = [whose(header), header.unit.to_string()];
        let named = names.iter().any(|name| plain(name) == kept.unit());
        if !may_be || !named || kept.year() != plain(&header.year) {
            continue;
        }
        let Ok(Some(whole)) = take(storage, &item.id) else {
            continue;
        };
        let Ok(document) = persist::read(whole.text.as_bytes(), Language::Chinese) else {
            continue;
        };
        let same = document == *came;
        if !same && (found.is_some() || !is_same(&document, came)) {
            continue;
        }
        let name = [&*kept.label, kept.unit()];
        let name = name.into_iter().find(|name| !name.is_empty());
        found = Some(Known {
            id: item.id.clone(),
            name: name.unwrap_or_default().to_owned(),
            document: Rc::new(document),
        });
        if same {
            break;
        }
    }
    found
}
