//! Text fields: one line or several, always with a name for readers.

use yew::{AttrValue, Html};

use super::el::{El, el};

/// A text field.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Its `id`, which also says what it is for.
    pub id: String,
    /// Its text.
    pub value: AttrValue,
    /// The `id`s of the elements that name it.
    pub named_by: Option<String>,
    /// Its name, where no element names it.
    pub name: Option<AttrValue>,
    /// The `id` of the element that says more about it.
    pub told_by: Option<String>,
    /// What an empty field shows.
    pub hint: Option<AttrValue>,
    /// More classes.
    pub class: &'static str,
    /// Whether its text cannot be used.
    pub invalid: bool,
    /// Whether it must be filled in.
    pub required: bool,
    /// Whether it only shows.
    pub fixed: bool,
    /// The `id` of a list of suggestions.
    pub suggestions: Option<AttrValue>,
}

impl Field {
    /// One line.
    pub fn line(self) -> Html {
        let field = el("input", "")
            .attr("type", "text")
            .attr("autocomplete", "off");
        self.on(field, "field ")
    }

    /// Several lines, as high as its text: the box around it holds the text too, and gives the height.
    pub fn area(self) -> Html {
        let field = el("textarea", "").attr("rows", "1");
        el("span", "grows")
            .attr("data-text", self.value.clone())
            .kid(self.on(field, "field field--area "))
            .done()
    }

    #[inline(never)]
    fn on(self, field: El, class: &str) -> Html {
        field
            .attr("class", [class, self.class].concat())
            .attr("id", self.id)
            .attr("spellcheck", "false")
            .maybe("aria-labelledby", self.named_by)
            .maybe("aria-label", self.name)
            .maybe("aria-describedby", self.told_by)
            .maybe("placeholder", self.hint)
            .maybe("list", self.suggestions)
            .maybe("aria-invalid", self.invalid.then_some("true"))
            .maybe("aria-required", self.required.then_some("true"))
            .flag("readonly", self.fixed)
            .value(self.value)
            .done()
    }
}
