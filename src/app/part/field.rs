//! Text fields: one line or several, always with a name for readers.

use yew::{AttrValue, Html, html};

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

const OFF: &str = "off";

impl Field {
    /// One line.
    pub fn line(self) -> Html {
        html! {
            <input type="text" class={["field ", self.class].concat()} id={self.id} value={self.value}
                aria-labelledby={self.named_by} aria-label={self.name} aria-describedby={self.told_by}
                aria-invalid={self.invalid.then_some("true")} aria-required={self.required.then_some("true")}
                readonly={self.fixed} placeholder={self.hint} list={self.suggestions}
                autocomplete={OFF} spellcheck="false" />
        }
    }

    /// Several lines.
    pub fn area(self) -> Html {
        html! {
            <textarea class={["field field--area ", self.class].concat()} id={self.id} value={self.value} rows="1"
                aria-labelledby={self.named_by} aria-label={self.name} aria-describedby={self.told_by}
                aria-invalid={self.invalid.then_some("true")} aria-required={self.required.then_some("true")}
                readonly={self.fixed} placeholder={self.hint} spellcheck="false" />
        }
    }
}
