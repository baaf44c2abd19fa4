//! 全部导出: the whole store as one file, and back in.
//!
//! The file is JSON with one evaluation a line, so that one that cannot be read does not take the others with it.

use super::keep::{free_id, set};
use super::kept::{Kept, line};
use super::list::{items, versions};
use super::storage::{AUTOMATIC, EVALUATION, Fault, NAMED, Storage, key, timed};
use crate::document::json;
use crate::node::{MAX_BYTES, Node};
use crate::scoring::evaluate;

const HEAD: &str = "{\"format\":\"jiping-shelf\",\"version\":1,\"evaluations\":[";

/// Most bytes of one evaluation with its versions, so that it can be read again.
const LINE: usize = MAX_BYTES - 100_000;

/// The last moment a browser can name; a file that says a later one is not ours.
const LATEST: u64 = 8_640_000_000_000_000;

/// Everything that is kept and not deleted.
#[must_use]
pub fn write(storage: &dyn Storage) -> String {
    let no_words = |_| String::new();
    let whole = |key: &str| Kept::read(&storage.get(key).ok()??);
    let mut lines = Vec::new();
    for item in items(storage, &no_words) {
        let Some(kept) = whole(&key(EVALUATION, &item.id)).filter(|kept| kept.gone == 0) else {
            continue;
        };
        let versions = versions(storage, &item.id, &no_words);
        let versions = versions.iter().filter_map(|version| {
            let kept = whole(&version.key)?;
            let sort = if version.named { "named" } else { "automatic" };
            Some(entry(
                &kept,
                version.kept.revision,
                &["\"kind\":\"", sort, "\","].concat(),
            ))
        });
        // A line that is too long could not be read again: the oldest versions stay out.
        let mut room = LINE.saturating_sub(kept.text.len());
        let versions = versions.take_while(|version| {
            let fits = version.len() <= room;
            room = room.saturating_sub(version.len());
            fits
        });
        let mut versions: Vec<String> = versions.collect();
        versions.reverse();
        let versions = ["\"snapshots\":[", &versions.join(","), "],"].concat();
        lines.push(entry(&kept, kept.revision, &versions));
    }
    [HEAD, "\n", &lines.join(",\n"), "\n]}\n"].concat()
}

fn entry(kept: &Kept, changed: u64, more: &str) -> String {
    let label = Node::text(&kept.label).to_line();
    let changed = changed.to_string();
    let parts = [
        "{\"changed\":\"",
        &changed,
        "\",\"label\":",
        &label,
        ",",
        more,
        "\"document\":",
        &kept.text,
        "}",
    ];
    parts.concat()
}

/// What came of reading a file back in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Taken {
    /// Evaluations that are here now and were not before.
    pub added: usize,
    /// Evaluations that were here already, letter by letter.
    pub same: usize,
    /// Lines that could not be read, or found no room.
    pub bad: usize,
}

/// Takes a file of the whole store in; nothing that is here is changed. Nothing where it is no such file.
#[must_use]
pub fn read(storage: &dyn Storage, text: &str) -> Option<Taken> {
    let text = text.trim_start_matches('\u{feff}');
    let rest = text.strip_prefix(HEAD)?;
    let here = items(storage, &|_| String::new());
    let here = here.iter().filter(|item| item.kept.gone == 0);
    let here = here.filter_map(|item| Kept::read(&storage.get(&key(EVALUATION, &item.id)).ok()??));
    let here: Vec<String> = here.map(|kept| kept.text).collect();
    let mut taken = Taken::default();
    for one in rest.lines() {
        let one = one.trim().trim_end_matches(',');
        if one.is_empty() || one == "]}" {
            continue;
        }
        match Node::from_json(one.as_bytes()).ok().and_then(kept) {
            Some((kept, _)) if here.contains(&kept.text) => taken.same += 1,
            Some((kept, versions)) => match put(storage, &kept, &versions) {
                Ok(()) => taken.added += 1,
                Err(_) => taken.bad += 1,
            },
            None => taken.bad += 1,
        }
    }
    Some(taken)
}

fn put(storage: &dyn Storage, kept: &Kept, versions: &[(bool, Kept)]) -> Result<(), Fault> {
    let id = free_id(storage, kept.revision)?;
    set(storage, &key(EVALUATION, &id), &kept.write(), &id)?;
    for (named, version) in versions {
        let kind = if *named { NAMED } else { AUTOMATIC };
        let name = timed(kind, &id, version.revision);
        // An evaluation without one of its versions is better than none.
        let _ = storage.set(&name, &version.write());
    }
    Ok(())
}

type WithVersions = (Kept, Vec<(bool, Kept)>);

fn kept(node: Node) -> Option<WithVersions> {
    let Node::Object(fields) = node else {
        return None;
    };
    let (mut label, mut changed) = (String::new(), 0);
    let (mut document, mut versions) = (None, Vec::new());
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("label", Node::Text(text)) => label = text,
            ("changed", Node::Text(text)) => {
                changed = text.parse().ok().filter(|at| *at <= LATEST)?;
            }
            ("document", node) => document = json::read(node).ok(),
            ("snapshots", Node::List(items)) => {
                versions.extend(items.into_iter().filter_map(version))
            }
            _ => {}
        }
    }
    let document = document?.document;
    let evaluation = evaluate(&document);
    let text = line(&document);
    let kept = Kept {
        revision: changed,
        label,
        ..Kept::of(&document, &evaluation, text)
    };
    Some((kept, versions))
}

fn version(node: Node) -> Option<(bool, Kept)> {
    let named = match &node {
        Node::Object(fields) => fields
            .iter()
            .any(|(name, value)| name == "kind" && *value == Node::text("named")),
        _ => false,
    };
    kept(node).map(|(kept, _)| (named, kept))
}
