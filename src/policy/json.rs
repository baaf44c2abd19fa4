//! A policy as JSON: the file form of built-in ones and of a user's own.
//!
//! Reading is strict: every field must be there, unless `"extends"` names a built-in policy whose figures
//! then fill what is missing. Edges must be in order and without holes, points must add up to 100.
//! Writing is always whole.

mod check;
mod part;
mod rule;
mod words;
mod write;

use std::rc::Rc;

use super::{Policy, profile};
use crate::decimal::Number;
use crate::node::{Fields, FormatError, FormatErrorKind, Node, Path, Record, Shape, overlay};
use words::word;

pub use write::write;

/// Most entries of any list in a policy.
const MAX_ENTRIES: usize = 100;

/// Reads a policy. Paths of unknown fields are added to `report`.
///
/// # Errors
/// A field that is missing or of the wrong kind, a number out of range, edges out of order or with holes,
/// points that do not add up to 100, `extends` without such a built-in policy.
pub fn read(node: Node, path: &Path<'_>, report: &mut Vec<String>) -> Result<Policy, FormatError> {
    let node = extend(node, path)?;
    let mut record = Record::open(node, path)?;
    let policy = Policy {
        id: id(&mut record, path)?,
        version: small(&mut record, path, "version", (1, u32::MAX))?,
        title: record.text("title")?,
        title_en: record.text("titleEn")?,
        source: object(&mut record, path, "source", report, part::source)?,
        places: small(&mut record, path, "places", (0, 4))?,
        rounding: word(&mut record, path, "rounding")?,
        execution: object(&mut record, path, "execution", report, part::execution)?,
        shares: object(&mut record, path, "shares", report, part::shares)?,
        forward: object(&mut record, path, "forward", report, rule::forward)?,
        above: word(&mut record, path, "above")?,
        reverse: object(&mut record, path, "reverse", report, rule::reverse)?,
        below: word(&mut record, path, "below")?,
        equal: word(&mut record, path, "equal")?,
        deadline: object(&mut record, path, "deadline", report, rule::deadline)?,
        bands: part::bands(&mut record, path, report)?,
        over: object(&mut record, path, "over", report, part::over)?,
        satisfaction: object(
            &mut record,
            path,
            "satisfaction",
            report,
            part::satisfaction,
        )?,
        grades: entries(&mut record, path, "grades", report, part::grade)?,
        checks: entries(&mut record, path, "checks", report, rule::check)?,
        extra: Fields::new(),
    };
    check::whole(&policy, path)?;
    Ok(Policy {
        extra: record.finish(report),
        ..policy
    })
}

/// Lays the file over the built-in policy that it extends.
fn extend(node: Node, path: &Path<'_>) -> Result<Node, FormatError> {
    let Node::Object(mut fields) = node else {
        return Ok(node);
    };
    let Some(at) = fields.iter().position(|(name, _)| name == "extends") else {
        return Ok(Node::Object(fields));
    };
    let (_, base) = fields.remove(at);
    let path = path.field("extends");
    let Node::Text(id) = base else {
        return Err(crate::node::wrong_type(&path, Shape::Text, &base));
    };
    let Some(base) = profile::file(&id) else {
        return Err(FormatError::at(
            &path,
            FormatErrorKind::UnknownPolicy { id },
        ));
    };
    let Node::Object(mut base) = extend(base, &path)? else {
        return Err(FormatError::at(
            &path,
            FormatErrorKind::UnknownPolicy { id },
        ));
    };
    // What names a policy is its own.
    base.retain(|(name, _)| {
        !matches!(
            name.as_str(),
            "id" | "version" | "title" | "titleEn" | "source"
        )
    });
    overlay(&mut base, fields);
    Ok(Node::Object(base))
}

fn id(record: &mut Record<'_>, path: &Path<'_>) -> Result<Rc<str>, FormatError> {
    match record.need("id")? {
        Node::Text(text) if (1..=100).contains(&text.chars().count()) => Ok(text.into()),
        Node::Text(_) => Err(FormatError::at(&path.field("id"), FormatErrorKind::BadId)),
        other => Err(crate::node::wrong_type(
            &path.field("id"),
            Shape::Text,
            &other,
        )),
    }
}

type Reader<T> = fn(&mut Record<'_>, &Path<'_>, &mut Vec<String>) -> Result<T, FormatError>;

/// An object that must be there; its unknown fields are kept.
fn object<T>(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    report: &mut Vec<String>,
    read: Reader<T>,
) -> Result<T, FormatError> {
    let node = record.need(name)?;
    let path = path.field(name);
    let mut inner = Record::open(node, &path)?;
    let value = read(&mut inner, &path, report)?;
    record.keep(name, inner.finish(report));
    Ok(value)
}

/// A list of objects that must be there; their unknown fields are kept.
fn entries<T>(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    report: &mut Vec<String>,
    read: Reader<T>,
) -> Result<Vec<T>, FormatError> {
    let items = items(record, path, name)?;
    let path = path.field(name);
    let mut unknown = Fields::new();
    let mut values = Vec::with_capacity(items.len());
    for (at, item) in items.into_iter().enumerate() {
        let path = path.item(at);
        let mut inner = Record::open(item, &path)?;
        values.push(read(&mut inner, &path, report)?);
        let fields = inner.finish(report);
        if !fields.is_empty() {
            unknown.push((at.to_string(), Node::Object(fields)));
        }
    }
    record.keep(name, unknown);
    Ok(values)
}

fn items(record: &mut Record<'_>, path: &Path<'_>, name: &str) -> Result<Vec<Node>, FormatError> {
    let node = record.need(name)?;
    let path = path.field(name);
    let items = crate::node::list(node, &path)?;
    if items.len() > MAX_ENTRIES {
        let kind = FormatErrorKind::TooManyRows {
            most: MAX_ENTRIES,
            found: items.len(),
        };
        return Err(FormatError::at(&path, kind));
    }
    Ok(items)
}

/// A decimal from 0 to `most`, as text or number.
fn decimal(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    most: u32,
) -> Result<Number, FormatError> {
    let node = record.need(name)?;
    decimal_of(node, &path.field(name), most)
}

fn decimal_of(node: Node, path: &Path<'_>, most: u32) -> Result<Number, FormatError> {
    let text = crate::node::cell(node, path)?;
    let number =
        Number::parse(&text).map_err(|_| FormatError::at(path, FormatErrorKind::NotDecimal))?;
    if number.is_negative() || number > Number::from_int(i64::from(most)) {
        return Err(FormatError::at(
            path,
            FormatErrorKind::OutOfRange { least: 0, most },
        ));
    }
    Ok(number)
}

/// A percentage or points: 0 to 100.
fn percent(record: &mut Record<'_>, path: &Path<'_>, name: &str) -> Result<Number, FormatError> {
    decimal(record, path, name, 100)
}

/// A whole number in a range.
fn small(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    (least, most): (u32, u32),
) -> Result<u32, FormatError> {
    let node = record.need(name)?;
    whole_of(&node, &path.field(name), (least, most))
}

/// A whole number in a range, written as a number.
pub(crate) fn whole_of(
    node: &Node,
    path: &Path<'_>,
    (least, most): (u32, u32),
) -> Result<u32, FormatError> {
    let Node::Number(text) = node else {
        return Err(crate::node::wrong_type(path, Shape::Number, node));
    };
    match text.parse::<u32>() {
        Ok(value) if (least..=most).contains(&value) => Ok(value),
        _ => Err(FormatError::at(
            path,
            FormatErrorKind::OutOfRange { least, most },
        )),
    }
}
