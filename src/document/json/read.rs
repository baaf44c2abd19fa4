//! [`Node`] → [`Document`].

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{FORMAT, Loaded, Note, NoteKind, VERSION, cells, row};
use crate::document::{Document, Fresh, GOALS, Listing, MAX_ID, ROWS, TASKS};
use crate::node::{FormatError, FormatErrorKind, Node, Path, Record, Shape, list, wrong_type};
use crate::policy::{self, Policy};
use crate::table::{Header, Id};

type Read<T> = Result<T, FormatError>;

/// Reads a document.
///
/// # Errors
/// Not our format or a newer version of it; a value of the wrong kind; a row without the fields it needs;
/// too many rows; an id twice; a policy that cannot be read. Each with its path.
pub fn read(node: Node) -> Result<Loaded, FormatError> {
    let path = &Path::ROOT;
    let mut record = Record::open(node, path)?;
    check_version(&mut record, path)?;
    let mut report = Vec::new();
    let mut notes = Vec::new();
    let header = header(&mut record, path, &mut report)?;
    let policy = read_policy(&mut record, path, &mut report, &mut notes)?;
    let document = Document {
        header: Rc::new(header),
        tasks: rows(&mut record, path, TASKS, &mut report, row::task)?,
        goals: rows(&mut record, path, GOALS, &mut report, row::goal)?,
        rows: rows(&mut record, path, ROWS, &mut report, row::row)?,
        policy,
        extra: record.finish(&mut report).into(),
    };
    notes.extend(report.into_iter().map(|path| Note {
        path,
        kind: NoteKind::UnknownField,
    }));
    Ok(Loaded { document, notes })
}

fn check_version(record: &mut Record<'_>, path: &Path<'_>) -> Read<()> {
    let ours = matches!(record.take("format"), Some(Node::Text(format)) if format == FORMAT);
    let version = record.take("version").filter(|_| ours);
    let Some(version) = version else {
        return Err(FormatError::at(path, FormatErrorKind::NotOurs));
    };
    let path = path.field("version");
    match policy::json::whole_of(&version, &path, (1, u32::MAX))? {
        VERSION => Ok(()),
        found => Err(FormatError::at(
            &path,
            FormatErrorKind::NewerVersion { found },
        )),
    }
}

fn header(record: &mut Record<'_>, path: &Path<'_>, report: &mut Vec<String>) -> Read<Header> {
    let Some(node) = record.take("header") else {
        return Ok(Header::default());
    };
    let path = path.field("header");
    let mut inner = Record::open(node, &path)?;
    let mut header = Header::default();
    cells::read(&mut inner, &cells::HEADER, &mut header)?;
    header.extra = inner.finish(report).into();
    Ok(header)
}

/// A built-in policy by its id, or one of the user's own, whole.
fn read_policy(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
    notes: &mut Vec<Note>,
) -> Read<Rc<Policy>> {
    let Some(node) = record.take("policy") else {
        return Ok(policy::default_policy());
    };
    let path = path.field("policy");
    if is_whole(&node) {
        return policy::json::read(node, &path, report).map(Rc::new);
    }
    let mut inner = Record::open(node, &path)?;
    let id = inner.text("id")?;
    let version = inner.take("version");
    let Some(ours) = policy::builtin(&id) else {
        let id = id.to_string();
        return Err(FormatError::at(
            &path.field("id"),
            FormatErrorKind::UnknownPolicy { id },
        ));
    };
    if let Some(version) = version {
        let path = path.field("version");
        let found = policy::json::whole_of(&version, &path, (1, u32::MAX))?;
        if found != ours.version {
            let ours = ours.version;
            notes.push(Note {
                path: path.to_string(),
                kind: NoteKind::PolicyVersion { found, ours },
            });
        }
    }
    record.keep("policy", inner.finish(report));
    Ok(ours)
}

/// Whether a policy brings figures of its own and is not only named.
fn is_whole(node: &Node) -> bool {
    let Node::Object(fields) = node else {
        return false;
    };
    let mut names = fields.iter().map(|(name, _)| name.as_str());
    names.any(|name| {
        matches!(
            name,
            "extends" | "execution" | "shares" | "bands" | "grades"
        )
    })
}

type RowReader<T> = fn(Record<'_>, &Path<'_>, &mut Vec<String>, Id) -> Read<T>;

/// The rows of one list. Rows without an id get one that no other row has.
fn rows<T>(
    record: &mut Record<'_>,
    path: &Path<'_>,
    listing: Listing,
    report: &mut Vec<String>,
    read: RowReader<T>,
) -> Read<Vec<T>> {
    let Some(node) = record.take(listing.name) else {
        return Ok(Vec::new());
    };
    let path = path.field(listing.name);
    let mut items = list(node, &path)?;
    if items.len() > listing.most {
        let kind = FormatErrorKind::TooManyRows {
            most: listing.most,
            found: items.len(),
        };
        return Err(FormatError::at(&path, kind));
    }
    let ids = ids(&mut items, &path, listing)?;
    let mut rows = Vec::with_capacity(items.len());
    for (at, (item, id)) in items.into_iter().zip(ids).enumerate() {
        let path = path.item(at);
        let record = Record::open(item, &path)?;
        rows.push(read(record, &path, report, id)?);
    }
    Ok(rows)
}

/// Takes the ids out of the rows and makes up the missing ones.
fn ids(items: &mut [Node], path: &Path<'_>, listing: Listing) -> Read<Vec<Id>> {
    let mut given = Vec::with_capacity(items.len());
    let mut seen = BTreeSet::new();
    for (at, item) in items.iter_mut().enumerate() {
        let path = path.item(at);
        let id = id(item, &path.field("id"))?;
        if let Some(id) = &id
            && !seen.insert(id.clone())
        {
            let id = id.as_str().to_owned();
            return Err(FormatError::at(
                &path.field("id"),
                FormatErrorKind::DuplicateId { id },
            ));
        }
        given.push(id);
    }
    let mut fresh = Fresh::beside(listing, &seen);
    let ids = given.into_iter();
    Ok(ids.map(|id| id.unwrap_or_else(|| fresh.next())).collect())
}

fn id(item: &mut Node, path: &Path<'_>) -> Read<Option<Id>> {
    let Node::Object(fields) = item else {
        return Ok(None);
    };
    let Some(at) = fields.iter().position(|(name, _)| name == "id") else {
        return Ok(None);
    };
    match fields.remove(at).1 {
        Node::Null => Ok(None),
        Node::Text(text) if (1..=MAX_ID).contains(&text.chars().count()) => {
            Ok(Some(Id::new(&text)))
        }
        Node::Text(_) => Err(FormatError::at(path, FormatErrorKind::BadId)),
        other => Err(wrong_type(path, Shape::Text, &other)),
    }
}
