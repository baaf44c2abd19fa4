//! Elements, built by calls instead of by macro.
//!
//! A macro writes out every element in full wherever it stands, some 700 bytes of WebAssembly each; a call is 15.
//! Text goes into text nodes only.

use yew::virtual_dom::{VList, VTag};
use yew::{AttrValue, Html};

/// An element being built.
pub struct El(Box<VTag>);

/// Begins an element of this tag and these classes.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let el = El(Box::new(VTag::new(tag)));
    if class.is_empty() {
        el
    } else {
        el.set("class", AttrValue::Static(class))
    }
}

impl El {
    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Gives it an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into())
    }

    /// Gives it an attribute where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.set(name, value.into()),
            None => self,
        }
    }

    /// Gives it an attribute without a value, or not.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on {
            self.set(name, AttrValue::Static(name))
        } else {
            self
        }
    }

    /// Gives it an attribute that is `true` or `false`.
    pub fn either(self, name: &'static str, on: bool) -> Self {
        self.set(name, AttrValue::Static(if on { "true" } else { "false" }))
    }

    /// The text of a field.
    #[inline(never)]
    pub fn value(mut self, value: AttrValue) -> Self {
        self.0.set_value(Some(value));
        self
    }

    /// Whether this choice of a list is taken, also after a person chose another.
    #[inline(never)]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.0.add_property("selected", chosen);
        self
    }

    /// Tells it from its neighbours.
    #[inline(never)]
    pub fn key(mut self, key: String) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.kid(self::text(text))
    }

    /// Adds a child.
    #[inline(never)]
    pub fn kid(mut self, child: impl Into<Html>) -> Self {
        self.0.add_child(child.into());
        self
    }

    /// Adds children, in a place of their own: neighbours without keys are compared from the last one up, so an
    /// element that comes and goes must not shift the others, or a field would lose its focus.
    pub fn kids(self, children: impl IntoIterator<Item = Html>) -> Self {
        self.kid(many(children.into_iter().collect()))
    }

    /// The element, done.
    #[inline(never)]
    pub fn done(self) -> Html {
        Html::from(*self.0)
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
