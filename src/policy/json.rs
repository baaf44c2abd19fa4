//! A policy as JSON: the file form of built-in ones and of a user's own.
//!
//! Reading is strict: every field must be there, unless `"extends"` names a built-in policy whose figures
//! then fill what is missing. Edges must be in order and without holes, points must add up to 100.
//! Writing is always whole.

mod check;
mod part;
mod read;
mod rule;
mod words;
mod write;

use super::{Policy, profile};
use crate::decimal::Number;
use crate::node::{FormatError, FormatErrorKind, Node, Path, Shape, Unknown, overlay};
use read::{Part, Told};

pub use write::write;

/// Reads a policy. Paths of unknown fields are added to `report`.
///
/// # Errors
/// A field that is missing or of the wrong kind, a number out of range, edges out of order or with holes,
/// points that do not add up to 100, `extends` without such a built-in policy.
pub fn read(node: Node, path: &Path<'_>, report: &mut Vec<String>) -> Result<Policy, FormatError> {
    let node = extend(node, path)?;
    let mut told = Told::new(report);
    let mut part = Part::open(node, path, &mut told);
    let policy = policy(&mut part);
    let extra = part.finish().into();
    told.end()?;
    check::whole(&policy, path)?;
    Ok(Policy { extra, ..policy })
}

fn policy(part: &mut Part<'_, '_>) -> Policy {
    Policy {
        id: part.id(),
        version: part.small("version", (1, u32::MAX)),
        title: part.label("title"),
        title_en: part.label("titleEn"),
        source: part.object("source", part::source),
        places: part.small("places", (0, 4)),
        rounding: part.word("rounding"),
        execution: part.object("execution", part::execution),
        shares: part.object("shares", part::shares),
        forward: part.object("forward", rule::forward),
        above: part.word("above"),
        reverse: part.object("reverse", rule::reverse),
        below: part.word("below"),
        equal: part.word("equal"),
        deadline: part.object("deadline", rule::deadline),
        bands: part::bands(part),
        over: part.object("over", part::over),
        satisfaction: part.object("satisfaction", part::satisfaction),
        grades: part.entries("grades", part::grade),
        checks: part.entries("checks", rule::check),
        extra: Unknown::default(),
    }
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

/// A decimal from 0 to `most`, as text or number.
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
        // 1.0, 1e2
        Err(_) if text.contains(['.', 'e', 'E']) => {
            Err(FormatError::at(path, FormatErrorKind::NotWhole))
        }
        _ => Err(FormatError::at(
            path,
            FormatErrorKind::OutOfRange { least, most },
        )),
    }
}
