//! [`Node`] → [`Document`].

use std::collections::BTreeSet;
use std::rc::Rc;

use super::words::{BANDS, COMPARATORS};
use super::{FORMAT, Loaded, Note, NoteKind, VERSION};
use crate::actual::Actual;
use crate::decimal::Number;
use crate::document::{Document, Fresh, GOALS, Listing, MAX_ID, ROWS, Row, TASKS};
use crate::node::{FormatError, FormatErrorKind, Node, Path, Record, Shape, list, wrong_type};
use crate::policy::{self, Policy};
use crate::survey;
use crate::table::{Funds, Goal, Header, Id, Indicator, Task};

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
        tasks: rows(&mut record, path, TASKS, &mut report, task)?,
        goals: rows(&mut record, path, GOALS, &mut report, goal)?,
        rows: rows(&mut record, path, ROWS, &mut report, row)?,
        policy,
        extra: record.finish(&mut report),
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
    Ok(Header {
        unit: inner.text("unit")?,
        year: inner.cell("year")?,
        project: inner.text("project")?,
        supervisor: inner.text("supervisor")?,
        implementer: inner.text("implementer")?,
        filled_by: inner.text("filledBy")?,
        phone: inner.cell("phone")?,
        date: inner.text("date")?,
        execution_reason: inner.text("executionReason")?,
        extra: inner.finish(report),
    })
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

fn task(
    mut record: Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
    id: Id,
) -> Read<Rc<Task>> {
    Ok(Rc::new(Task {
        id,
        name: record.text("name")?,
        content: record.text("content")?,
        initial: funds(&mut record, path, "initial", report)?,
        full_year: funds(&mut record, path, "fullYear", report)?,
        executed: funds(&mut record, path, "executed", report)?,
        extra: record.finish(report),
    }))
}

fn funds(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    report: &mut Vec<String>,
) -> Read<Funds> {
    let Some(node) = record.take(name) else {
        return Ok(Funds::default());
    };
    let path = path.field(name);
    let mut inner = Record::open(node, &path)?;
    let funds = Funds {
        total: inner.cell("total")?,
        fiscal: inner.cell("fiscal")?,
        other: inner.cell("other")?,
    };
    record.keep(name, inner.finish(report));
    Ok(funds)
}

fn goal(mut record: Record<'_>, _: &Path<'_>, report: &mut Vec<String>, id: Id) -> Read<Rc<Goal>> {
    Ok(Rc::new(Goal {
        id,
        text: record.text("text")?,
        achieved: record.text("achieved")?,
        extra: record.finish(report),
    }))
}

fn row(mut record: Record<'_>, path: &Path<'_>, report: &mut Vec<String>, id: Id) -> Read<Row> {
    let actual = match record.take("actual") {
        None => Actual::default(),
        Some(node) => actual(node, &path.field("actual"), report)?,
    };
    Ok(Row {
        indicator: Rc::new(Indicator {
            id,
            level1: record.text("level1")?,
            level2: record.text("level2")?,
            name: record.text("name")?,
            target: record.cell("target")?,
            direction: record.text("direction")?,
            unit: record.text("unit")?,
            weight: record.cell("weight")?,
            locked: record.flag("locked")?,
            extra: record.finish(report),
        }),
        actual: Rc::new(actual),
    })
}

fn actual(node: Node, path: &Path<'_>, report: &mut Vec<String>) -> Read<Actual> {
    let mut record = Record::open(node, path)?;
    let tally = match record.take("tally") {
        None => None,
        Some(node) => {
            let path = path.field("tally");
            let mut inner = Record::open(node, &path)?;
            let tally = survey::json::tally(&mut inner, &path, report)?;
            record.keep("tally", inner.finish(report));
            Some(tally)
        }
    };
    Ok(Actual {
        text: record.cell("text")?,
        reason: record.text("reason")?,
        evidence: record.text("evidence")?,
        band: choice(&mut record, path, "band", &BANDS)?,
        share: record.cell("share")?,
        comparator: choice(&mut record, path, "comparator", &COMPARATORS)?,
        confirmed: confirmed(&mut record, path)?,
        tally,
        deduction: record.cell("deduction")?,
        extra: record.finish(report),
    })
}

fn confirmed(record: &mut Record<'_>, path: &Path<'_>) -> Read<Option<Number>> {
    let text = record.cell("confirmed")?;
    if text.is_empty() {
        return Ok(None);
    }
    let number = Number::parse(&text);
    number
        .map(Some)
        .map_err(|_| FormatError::at(&path.field("confirmed"), FormatErrorKind::NotDecimal))
}

fn choice<T: Copy>(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    words: &[(&str, T)],
) -> Read<Option<T>> {
    let text = record.text(name)?;
    if text.is_empty() {
        return Ok(None);
    }
    match words.iter().find(|(word, _)| *word == &*text) {
        Some(&(_, choice)) => Ok(Some(choice)),
        None => {
            let found = text.to_string();
            Err(FormatError::at(
                &path.field(name),
                FormatErrorKind::UnknownWord { found },
            ))
        }
    }
}
