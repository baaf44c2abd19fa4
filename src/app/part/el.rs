//! Elements, built by calls instead of by macro.
//!
//! A macro writes out every element in full wherever it stands, some 700 bytes of WebAssembly each; a call is 15.
//! Text goes into text nodes only.

use std::cell::RefCell;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag};
use yew::{AttrValue, Html};

use crate::app::WHOLE;

/// Names of attributes.
type Names = &'static [&'static str];

/// An element being built.
pub struct El(Box<Parts>);

struct Parts {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
}

/// Begins an element of this tag and these classes.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let el = El(Box::new(Parts {
        tag: VTag::new(tag),
        names: Vec::new(),
        values: Vec::new(),
    }));
    if class.is_empty() {
        el
    } else {
        el.set("class", Some(AttrValue::Static(class)))
    }
}

/// The one list of these names that lives as long as the page: yew compares lists by their address, and only the
/// values of equal lists. There are as many as kinds of elements. Beside it a key that no other list has.
#[inline(never)]
fn shared(names: Vec<&'static str>) -> (Names, Key) {
    thread_local! {
        static LISTS: RefCell<Vec<(Names, Key)>> = const { RefCell::new(Vec::new()) };
    }
    LISTS.with_borrow_mut(|lists| {
        let same = |(list, _): &&(Names, Key)| {
            list.len() == names.len() && list.iter().zip(&names).all(|(a, b)| std::ptr::eq(*a, *b))
        };
        if let Some(shared) = lists.iter().find(same) {
            return shared.clone();
        }
        let key = Key::from(names.concat());
        let shared: (Names, Key) = (names.leak(), key);
        lists.push(shared.clone());
        shared
    })
}

impl El {
    /// Gives it an attribute, each name once.
    #[inline(never)]
    fn put(mut self, name: &'static str, value: Option<AttributeOrProperty>) -> Self {
        self.0.names.push(name);
        self.0.values.push(value);
        self
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: Option<AttrValue>) -> Self {
        self.put(name, value.map(AttributeOrProperty::Attribute))
    }

    /// Gives it an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, Some(value.into()))
    }

    /// Gives it an attribute where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        self.set(name, value.map(Into::into))
    }

    /// Gives it an attribute without a value, or not.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.set(name, on.then_some(AttrValue::Static(name)))
    }

    /// Gives it an attribute that is `true` or `false`.
    pub fn either(self, name: &'static str, on: bool) -> Self {
        self.attr(name, AttrValue::Static(if on { "true" } else { "false" }))
    }

    /// The text of a field.
    #[inline(never)]
    pub fn value(mut self, value: AttrValue) -> Self {
        self.0.tag.set_value(Some(value));
        self
    }

    /// Whether this choice of a list is taken, also after a person chose another.
    #[inline(never)]
    pub fn chosen(self, chosen: bool) -> Self {
        self.put(
            "selected",
            Some(AttributeOrProperty::Property(chosen.into())),
        )
    }

    /// Tells it from its neighbours, which the small program need not: they neither move nor go.
    pub fn key(mut self, key: String) -> Self {
        if WHOLE {
            self.0.tag.key = Some(key.into());
        }
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.kid(self::text(text))
    }

    /// Adds a child.
    #[inline(never)]
    pub fn kid(mut self, child: impl Into<Html>) -> Self {
        self.0.tag.add_child(child.into());
        self
    }

    /// Adds children, in a place of their own: neighbours without keys are compared from the last one up, so an
    /// element that comes and goes must not shift the others, or a field would lose its focus.
    pub fn kids(self, children: impl IntoIterator<Item = Html>) -> Self {
        let mut children = children.into_iter();
        self.every(&mut || children.next())
    }

    /// The same for every kind of iterator, so that each need not be collected by code of its own.
    #[inline(never)]
    fn every(self, next: &mut dyn FnMut() -> Option<Html>) -> Self {
        let mut children = Vec::new();
        while let Some(child) = next() {
            children.push(child);
        }
        self.kid(many(children))
    }

    /// The element, done.
    #[inline(never)]
    pub fn done(self) -> Html {
        let Parts {
            mut tag,
            names,
            values,
        } = *self.0;
        let (keys, key) = shared(names);
        // What has other attributes is another element there, so that it needs no way from one list to another.
        if !WHOLE {
            tag.key = Some(key);
        }
        tag.set_attributes(Attributes::Dynamic {
            keys,
            values: values.into(),
        });
        Html::from(tag)
    }
}

impl From<El> for Html {
    fn from(el: El) -> Self {
        el.done()
    }
}

/// A text.
pub fn text(text: impl Into<AttrValue>) -> Html {
    plain(text.into())
}

#[inline(never)]
fn plain(text: AttrValue) -> Html {
    Html::from(yew::virtual_dom::VText::new(text))
}

/// Several neighbours.
#[inline(never)]
pub fn many(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}
