//! A tally and its method as JSON.

use super::{Method, Tally};
use crate::node::{
    Fields, FormatError, FormatErrorKind, Node, Path, Record, Shape, Writer, cell, list, wrong_type,
};

/// Reads the fields `rule` and `levels`.
///
/// # Errors
/// An unknown method, or a number of levels that is not 1–4.
pub(crate) fn method(record: &mut Record<'_>, path: &Path<'_>) -> Result<Method, FormatError> {
    match record.need("rule")? {
        Node::Text(word) => match word.as_str() {
            "share" => Ok(Method::Share {
                levels: levels(record, path)?,
            }),
            "points" => Ok(Method::Points),
            "mean" => Ok(Method::Mean),
            _ => Err(FormatError::at(
                &path.field("rule"),
                FormatErrorKind::UnknownWord { found: word },
            )),
        },
        other => Err(wrong_type(&path.field("rule"), Shape::Text, &other)),
    }
}

fn levels(record: &mut Record<'_>, path: &Path<'_>) -> Result<u8, FormatError> {
    let node = record.need("levels")?;
    match node {
        Node::Number(text) => match text.parse::<u8>() {
            Ok(levels @ 1..=4) => Ok(levels),
            _ => Err(FormatError::at(
                &path.field("levels"),
                FormatErrorKind::OutOfRange { least: 1, most: 4 },
            )),
        },
        other => Err(wrong_type(&path.field("levels"), Shape::Number, &other)),
    }
}

/// Writes a method.
pub(crate) fn write_method(method: Method) -> Fields {
    let mut w = Writer::default();
    match method {
        Method::Share { levels } => {
            w.text("rule", "share");
            w.put("levels", Node::Number(levels.to_string()));
        }
        Method::Points => w.text("rule", "points"),
        Method::Mean => w.text("rule", "mean"),
    }
    w.finish(&[])
}

/// Reads a tally.
///
/// # Errors
/// Counts that are not five texts or numbers; an unknown method.
pub(crate) fn tally(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Result<Tally, FormatError> {
    let mut tally = Tally {
        blank: record.cell("blank")?,
        ..Tally::default()
    };
    if let Some(node) = record.take("counts") {
        let path = path.field("counts");
        let items = list(node, &path)?;
        if items.len() != tally.counts.len() {
            let kind = FormatErrorKind::WrongLength {
                expected: tally.counts.len(),
                found: items.len(),
            };
            return Err(FormatError::at(&path, kind));
        }
        for (at, (count, item)) in tally.counts.iter_mut().zip(items).enumerate() {
            *count = cell(item, &path.item(at))?;
        }
    }
    if let Some(node) = record.take("method") {
        let path = path.field("method");
        let mut inner = Record::open(node, &path)?;
        tally.method = method(&mut inner, &path)?;
        record.keep("method", inner.finish(report));
    }
    Ok(tally)
}

/// Writes a tally.
pub(crate) fn write_tally(tally: &Tally) -> Node {
    let mut w = Writer::default();
    if tally.counts.iter().any(|count| !count.is_empty()) {
        let counts = tally.counts.iter();
        w.list("counts", counts.map(|count| Node::text(count)).collect());
    }
    w.text("blank", &tally.blank);
    w.object("method", write_method(tally.method));
    Node::Object(w.finish(&[]))
}
