//! What a caller may say besides the text or the document.

use std::rc::Rc;

use crate::i18n::Language;
use crate::node::{FormatError, FormatErrorKind, Node, Path, Record, Shape};

/// The years a cell's dates may lie in.
const YEARS: (u16, u16) = (1900, 2199);

/// Options of a call, read strictly: unknown ones are reported, wrong ones refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Of the words in the result.
    pub language: Language,
    /// 三级指标: the indicator's name.
    pub name: Rc<str>,
    /// 指标性质: the direction column.
    pub direction: Rc<str>,
    /// 计量单位: the unit column.
    pub unit: Rc<str>,
    /// 年度.
    pub year: Option<u16>,
    /// Whether a link is to hold only what was filled in.
    pub form: Form,
    /// The password of a link; empty for none.
    pub password: Rc<str>,
    /// Paths of options that nobody knows.
    unknown: Vec<String>,
}

/// How much a link holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The whole evaluation.
    #[default]
    Whole,
    /// What was filled in, for a receiver who holds the table.
    Answers,
}

/// Which options a call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// The language.
    Language,
    /// The language and what stands around a cell.
    Context,
    /// The language, and what a link is to be like.
    Encode,
    /// The language, and what a link needs to be opened, besides a document at hand.
    Decode,
}

impl Options {
    /// Reads options; none are given by `null`. Paths begin with `argument`.
    ///
    /// # Errors
    /// No object, a value of the wrong kind, a language other than `zh-CN` and `en`, a year outside 1900–2199.
    pub fn read(
        read: Result<Node, FormatError>,
        takes: Takes,
        argument: &str,
    ) -> Result<Self, FormatError> {
        let options = read.and_then(|node| Self::from_node(node, takes));
        let mut options = at_argument(options, argument)?;
        for path in &mut options.unknown {
            *path = path.replacen('$', argument, 1);
        }
        Ok(options)
    }

    fn from_node(node: Node, takes: Takes) -> Result<Self, FormatError> {
        if node == Node::Null {
            return Ok(Self::default());
        }
        let path = &Path::ROOT;
        let mut record = Record::open(node, path)?;
        let mut options = Self {
            language: language(&mut record, path)?,
            ..Self::default()
        };
        if takes == Takes::Context {
            options.name = record.text("name")?;
            options.direction = record.text("direction")?;
            options.unit = record.text("unit")?;
            options.year = year(&mut record, path)?;
        }
        if takes == Takes::Encode {
            options.form = form(&mut record, path)?;
        }
        if matches!(takes, Takes::Encode | Takes::Decode) {
            options.password = record.text("password")?;
        }
        let mut unknown = Vec::new();
        let _ = record.finish(&mut unknown);
        options.unknown = unknown;
        Ok(options)
    }

    /// Adds the options that nobody knows to a result.
    pub fn report_unknown(self, result: &mut Node) {
        if let Node::Object(fields) = result {
            let unknown = self.unknown.into_iter().map(Node::Text);
            fields.push(("unknownOptions".to_owned(), Node::List(unknown.collect())));
        }
    }
}

fn language(record: &mut Record<'_>, path: &Path<'_>) -> Result<Language, FormatError> {
    let tag = record.text("language")?;
    let known = Language::ALL.into_iter().find(|known| known.tag() == &*tag);
    match known {
        Some(language) => Ok(language),
        None if tag.is_empty() => Ok(Language::default()),
        None => Err(FormatError::at(
            &path.field("language"),
            FormatErrorKind::UnknownWord {
                found: tag.as_ref().to_owned(),
            },
        )),
    }
}

fn form(record: &mut Record<'_>, path: &Path<'_>) -> Result<Form, FormatError> {
    let word = record.text("form")?;
    match &*word {
        "" | "whole" => Ok(Form::Whole),
        "answers" => Ok(Form::Answers),
        found => Err(FormatError::at(
            &path.field("form"),
            FormatErrorKind::UnknownWord {
                found: found.to_owned(),
            },
        )),
    }
}

fn year(record: &mut Record<'_>, path: &Path<'_>) -> Result<Option<u16>, FormatError> {
    let (least, most) = YEARS;
    let text = record.cell("year")?;
    if text.is_empty() {
        return Ok(None);
    }
    let year = text.parse().ok();
    match year.filter(|year| (least..=most).contains(year)) {
        Some(year) => Ok(Some(year)),
        None => Err(FormatError::at(
            &path.field("year"),
            FormatErrorKind::OutOfRange {
                least: least.into(),
                most: most.into(),
            },
        )),
    }
}

/// The text of a cell that was handed in as `argument`.
///
/// # Errors
/// Anything but text, or what could not be read at all.
pub fn cell_text(read: Result<Node, FormatError>, argument: &str) -> Result<String, FormatError> {
    let text = read.and_then(|node| match node {
        Node::Text(text) => Ok(text),
        other => Err(FormatError::at(
            &Path::ROOT,
            FormatErrorKind::WrongType {
                expected: Shape::Text,
                found: other.shape(),
            },
        )),
    });
    at_argument(text, argument)
}

/// What was read from an argument, its error with a path that begins with the argument's name.
///
/// # Errors
/// As it was read.
pub fn at_argument<T>(read: Result<T, FormatError>, argument: &str) -> Result<T, FormatError> {
    read.map_err(|error| FormatError {
        path: error.path.replacen('$', argument, 1),
        kind: error.kind,
    })
}
