//! Whatever a person does with the example, in whatever order, the small program stands it and says what the whole one
//! says of the outcome.

use crate::form::{Form, actual, at, strings};
use crate::same::{explain_all, said};

/// What is typed somewhere: plain, odd and nothing.
const TEXTS: [&str; 24] = [
    "16人",
    "1辆",
    "312.20平方米",
    "12次",
    "",
    "95%",
    "0.9",
    "3天",
    "6.73万元",
    "5500元",
    "5年",
    "显著加强",
    "有所保障",
    "无",
    "2022年12月31日",
    "约13人",
    "≥6次",
    "=9个",
    "12-15次",
    "-1",
    "abc",
    "１００％",
    "二十",
    "107.7",
];

/// What is pressed: everything that the small program serves.
const PRESSED: &str = "[id^='explain.'],[id^='status.'],[id^='band.'],[id^='answer.'],[id^='jump.'],[id^='find.'],\
    [id='do.undo'],[id='do.redo'],[id^='do.next-'],[id='do.hide-notice'],[id='do.hide-offer']";

/// A number in place of chance: the same walk every time.
struct Walk(u64);

impl Walk {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn text(&mut self) -> &'static str {
        TEXTS[self.below(TEXTS.len())]
    }

    fn row(&mut self) -> String {
        format!("i{}", 1 + self.below(38))
    }
}

/// The `id`s of what matches and can be used.
fn ids(form: &Form, css: &str) -> Vec<String> {
    strings(&form.js(&format!(
        "[].map.call(document.querySelectorAll(\"{css}\"),function(e){{return !e.disabled&&!e.readOnly&&e.offsetParent?e.id:''}}).filter(Boolean)"
    )))
}

/// What is drawn anew while somebody types leaves the field its focus.
#[track_caller]
fn stays(form: &Form, field: &str, steps: &[String]) {
    assert_eq!(form.focused(), field, "{steps:?}");
}

#[track_caller]
fn wander(seed: u64) {
    let form = Form::open();
    let mut walk = Walk(seed);
    let mut steps = Vec::new();
    for _ in 0..150 {
        let step = match walk.below(12) {
            0..4 => {
                let (row, text) = (walk.row(), walk.text());
                form.type_into(&actual(&row), text);
                stays(&form, &format!("row.actual.{row}"), &steps);
                format!("{row}: {text}")
            }
            4..7 => {
                let all = ids(&form, PRESSED);
                let id = &all[walk.below(all.len())];
                form.js(&format!("document.getElementById('{id}').click()"));
                id.clone()
            }
            7 => {
                let key = ["Ctrl+z", "Ctrl+y"][walk.below(2)];
                form.press(key);
                key.to_owned()
            }
            8 => {
                let (row, lines) = (walk.row(), 1 + walk.below(5));
                let block: Vec<&str> = (0..lines).map(|_| walk.text()).collect();
                form.click(&actual(&row));
                form.paste(&block.join("\r\n"), None);
                format!("{row}: {block:?}")
            }
            9 | 10 => {
                let all = ids(&form, "#app input[type=text], #app textarea");
                let (id, text) = (&all[walk.below(all.len())], walk.text());
                form.type_into(&at(id), text);
                stays(&form, id, &steps);
                format!("{id}: {text}")
            }
            _ => {
                let key = ["Enter", "Shift+Enter", "Tab", "Escape"][walk.below(4)];
                form.press(key);
                key.to_owned()
            }
        };
        steps.push(step);
        let state = form.js("document.documentElement.getAttribute('data-boot')");
        assert_eq!(state, "ready", "{steps:?}");
    }
    form.press("Tab");
    explain_all(&form);
    let small = said(&form);
    form.wait_kept();
    let whole_came = |form: &Form| form.requests().iter().any(|one| one.url.contains("/more-"));
    assert!(!whole_came(&form), "this is the small program: {steps:?}");
    form.forget();
    form.reload();
    form.wait("document.querySelector('#total')");
    explain_all(&form);
    let whole = said(&form);
    assert!(whole_came(&form), "this is the whole program");
    for (small, whole) in small.iter().zip(&whole) {
        assert_eq!(
            small, whole,
            "the small program, then the whole one, after {steps:?}"
        );
    }
    assert_eq!(small.len(), whole.len());
    form.assert_quiet();
}

/// What is pressed and chosen in the whole program: everything but what ends in a dialog of the browser or a download.
const EVERYTHING: &str = "#app select,#app button:not([id$=open]):not([id$=save]):not([id$=csv]):not([id$=print])\
    :not([id*=file]):not([id$='.in']):not([id$='.out'])";

/// The whole program stands whatever is pressed, chosen and typed, wherever it leads.
#[track_caller]
fn roam(seed: u64) {
    let form = Form::open();
    form.click(&at("do.structure"));
    form.wait("document.documentElement.getAttribute('data-more') === 'ready' && document.querySelector('#total')");
    let mut walk = Walk(seed);
    let mut steps = Vec::new();
    for _ in 0..200 {
        let step = if walk.below(3) > 0 {
            let all = ids(&form, EVERYTHING);
            let id = &all[walk.below(all.len())];
            let at = walk.below(8);
            form.js(&format!(
                "(function(e){{if(e.tagName==='SELECT'){{e.selectedIndex={at}%e.options.length;\
                 e.dispatchEvent(new Event('change',{{bubbles:true}}))}}else e.click()}})(document.getElementById({id:?}))"
            ));
            id.clone()
        } else {
            let all = ids(&form, "#app input[type=text],#app textarea");
            if all.is_empty() {
                form.press("Escape");
                "Escape".to_owned()
            } else {
                let (id, text) = (&all[walk.below(all.len())], walk.text());
                form.js(&format!(
                    "(function(e){{e.focus();e.value={text:?};e.dispatchEvent(new Event('input',{{bubbles:true}}))}})\
                     (document.getElementById({id:?}))"
                ));
                form.press(["Enter", "Tab", "Ctrl+z"][walk.below(3)]);
                format!("{id}: {text}")
            }
        };
        steps.push(step);
        let state = form.js("document.documentElement.getAttribute('data-boot')");
        assert_eq!(state, "ready", "{steps:?}");
    }
    form.assert_quiet();
}

#[test]
fn one_way() {
    wander(1);
}

#[test]
fn another_way() {
    wander(2);
}

#[test]
fn a_third_way() {
    wander(3);
}

#[test]
fn through_the_whole_program() {
    roam(1);
}

#[test]
fn through_the_whole_program_another_way() {
    roam(2);
}
