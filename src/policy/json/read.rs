//! Reading an object of a policy field by field.
//!
//! The first fault is kept, and reading goes on with values that nobody will see; a way out at every field would
//! make the program a good deal larger.

use std::rc::Rc;

use super::words::{Word, unknown};
use super::{decimal_of, whole_of};
use crate::decimal::Number;
use crate::node::{
    Fields, FormatError, FormatErrorKind, Node, Path, Record, Shape, list, wrong_type,
};

/// Most entries of any list in a policy.
const MAX_ENTRIES: usize = 100;

/// What reading tells besides what it reads.
pub(super) struct Told<'a> {
    /// Paths of unknown fields.
    report: &'a mut Vec<String>,
    fault: Option<FormatError>,
}

impl<'a> Told<'a> {
    pub(super) const fn new(report: &'a mut Vec<String>) -> Self {
        Self {
            report,
            fault: None,
        }
    }

    /// The first fault, if there was one.
    pub(super) fn end(self) -> Result<(), FormatError> {
        self.fault.map_or(Ok(()), Err)
    }

    #[inline(never)]
    fn fail(&mut self, fault: FormatError) {
        if self.fault.is_none() {
            self.fault = Some(fault);
        }
    }
}

/// One object while it is read.
pub(super) struct Part<'a, 'b> {
    record: Record<'a>,
    path: &'a Path<'a>,
    told: &'a mut Told<'b>,
}

impl<'a, 'b> Part<'a, 'b> {
    #[inline(never)]
    pub(super) fn open(node: Node, path: &'a Path<'a>, told: &'a mut Told<'b>) -> Self {
        let record = match Record::open(node, path) {
            Ok(record) => record,
            Err(fault) => {
                told.fail(fault);
                Record::empty(path)
            }
        };
        Self { record, path, told }
    }

    /// Ends reading: the unknown fields, reported and returned.
    #[inline(never)]
    pub(super) fn finish(self) -> Fields {
        self.record.finish(self.told.report)
    }

    pub(super) fn fail(&mut self, name: &str, kind: FormatErrorKind) {
        self.told
            .fail(FormatError::at(&self.path.field(name), kind));
    }

    /// What was read, or where that is faulty something else.
    pub(super) fn or<T>(&mut self, read: Result<T, FormatError>, other: T) -> T {
        read.unwrap_or_else(|fault| {
            self.told.fail(fault);
            other
        })
    }

    /// Reads with what an object is made of.
    pub(super) fn with<T>(
        &mut self,
        read: fn(&mut Record<'_>, &Path<'_>) -> Result<T, FormatError>,
        other: T,
    ) -> T {
        let read = read(&mut self.record, self.path);
        self.or(read, other)
    }

    #[inline(never)]
    fn need(&mut self, name: &str) -> Node {
        let read = self.record.need(name);
        self.or(read, Node::Null)
    }

    /// Takes a field out; `null` counts as absent.
    pub(super) fn take(&mut self, name: &str) -> Option<Node> {
        self.record.take(name)
    }

    /// The policy's name.
    pub(super) fn id(&mut self) -> Rc<str> {
        let text = self.text("id");
        if !(1..=100).contains(&text.chars().count()) {
            self.fail("id", FormatErrorKind::BadId);
        }
        text.into()
    }

    /// A text that must be there.
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str) -> String {
        match self.need(name) {
            Node::Text(text) => text,
            other => {
                let fault = wrong_type(&self.path.field(name), Shape::Text, &other);
                self.told.fail(fault);
                String::new()
            }
        }
    }

    /// A text that may be absent.
    #[inline(never)]
    pub(super) fn label(&mut self, name: &str) -> Rc<str> {
        let read = self.record.text(name);
        self.or(read, Rc::default())
    }

    /// `true` or `false`; false where the field is absent.
    #[inline(never)]
    pub(super) fn flag(&mut self, name: &str) -> bool {
        let read = self.record.flag(name);
        self.or(read, false)
    }

    /// A word that must be there.
    pub(super) fn word<T: Word>(&mut self, name: &str) -> T {
        let text = self.text(name);
        match T::WORDS.iter().find(|(word, _)| *word == text) {
            Some((_, choice)) => *choice,
            None => {
                self.unknown(name, text);
                T::OTHER
            }
        }
    }

    /// A word that is none of those allowed here.
    #[inline(never)]
    pub(super) fn unknown(&mut self, name: &str, found: String) {
        self.told.fail(unknown(&self.path.field(name), found));
    }

    /// A whole number in a range.
    #[inline(never)]
    pub(super) fn small(&mut self, name: &str, range: (u32, u32)) -> u32 {
        let node = self.need(name);
        let read = whole_of(&node, &self.path.field(name), range);
        self.or(read, 0)
    }

    /// A decimal from 0 to `most`, as text or number.
    #[inline(never)]
    pub(super) fn decimal(&mut self, name: &str, most: u32) -> Number {
        let node = self.need(name);
        let read = decimal_of(node, &self.path.field(name), most);
        self.or(read, Number::default())
    }

    /// A percentage or points: 0 to 100.
    #[inline(never)]
    pub(super) fn percent(&mut self, name: &str) -> Number {
        self.decimal(name, 100)
    }

    /// Percentages or points in a row.
    pub(super) fn percents(&mut self, name: &str) -> Vec<Number> {
        let path = self.path.field(name);
        let items = self.items(name).into_iter().enumerate();
        let number = |(at, node)| {
            let read = decimal_of(node, &path.item(at), 100);
            self.or(read, Number::default())
        };
        items.map(number).collect()
    }

    /// An object that must be there; its unknown fields are kept.
    pub(super) fn object<T>(&mut self, name: &str, read: fn(&mut Part<'_, '_>) -> T) -> T {
        let node = self.need(name);
        self.inside(name, node, read)
    }

    /// An object inside this one; its unknown fields are kept.
    pub(super) fn inside<T>(
        &mut self,
        name: &str,
        node: Node,
        read: fn(&mut Part<'_, '_>) -> T,
    ) -> T {
        let path = self.path.field(name);
        let mut inner = Part::open(node, &path, self.told);
        let value = read(&mut inner);
        let unknown = inner.finish();
        self.record.keep(name, unknown);
        value
    }

    /// A list of objects that must be there; their unknown fields are kept.
    pub(super) fn entries<T>(&mut self, name: &str, read: fn(&mut Part<'_, '_>) -> T) -> Vec<T> {
        let items = self.items(name);
        let path = self.path.field(name);
        let mut unknown = Fields::new();
        let mut values = Vec::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            let path = path.item(at);
            let mut inner = Part::open(item, &path, self.told);
            values.push(read(&mut inner));
            let fields = inner.finish();
            if !fields.is_empty() {
                unknown.push((at.to_string(), Node::Object(fields)));
            }
        }
        self.record.keep(name, unknown);
        values
    }

    #[inline(never)]
    fn items(&mut self, name: &str) -> Vec<Node> {
        let node = self.need(name);
        let read = list(node, &self.path.field(name));
        let items = self.or(read, Vec::new());
        if items.len() <= MAX_ENTRIES {
            return items;
        }
        let kind = FormatErrorKind::TooManyRows {
            most: MAX_ENTRIES,
            found: items.len(),
        };
        self.fail(name, kind);
        Vec::new()
    }
}
