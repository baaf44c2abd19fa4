//! Hands: mouse, keyboard, Chinese composition, files. Everything goes the way real input goes.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::page::Page;

const ALT: u32 = 1;
const CTRL: u32 = 2;
const META: u32 = 4;
const SHIFT: u32 = 8;

/// A key as the protocol wants it.
struct Key {
    name: String,
    code: String,
    number: u32,
    text: String,
    modifiers: u32,
}

impl Page {
    /// Clicks the middle of the first element that matches, once there is one; panics when something lies over it.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let (x, y) = self.middle(css);
        let mouse = |kind: &str, count: u32| {
            let buttons = u32::from(kind == "mousePressed");
            self.call(
                "Input.dispatchMouseEvent",
                json!({
                    "type": kind, "x": x, "y": y, "button": if count == 0 { "none" } else { "left" },
                    "buttons": buttons, "clickCount": count,
                }),
            );
        };
        mouse("mouseMoved", 0);
        mouse("mousePressed", 1);
        mouse("mouseReleased", 1);
    }

    #[track_caller]
    fn middle(&self, css: &str) -> (f64, f64) {
        // The picture may lag behind what was done a moment ago.
        let named = json!(css);
        self.wait(&format!("document.querySelector({named})"));
        let spot = self.of(
            css,
            "(function(){e.scrollIntoView({block:'center',inline:'nearest'});\
             var b=e.getBoundingClientRect(),x=b.left+b.width/2,y=b.top+b.height/2,\
             t=document.elementFromPoint(x,y);\
             return {x:x,y:y,size:b.width*b.height,\
             over:t&&(e===t||e.contains(t)||t.contains(e))?null:(t?t.outerHTML.slice(0,200):'nothing')}})()",
        );
        let number = |name: &str| spot[name].as_f64().unwrap_or_default();
        assert!(number("size") > 0.0, "{css} has no size{}", self.state());
        assert!(
            spot["over"].is_null(),
            "{css} is covered by {}",
            spot["over"]
        );
        (number("x"), number("y"))
    }

    /// Focuses an element by clicking it, selects what it holds, and replaces it as typing does, in one input event.
    #[track_caller]
    pub fn type_into(&self, css: &str, text: &str) {
        self.click(css);
        self.of(css, "e.select&&e.select()");
        if text.is_empty() {
            self.press("Delete");
        } else {
            self.insert(text);
        }
    }

    /// Inserts text where the caret is, in one input event.
    #[track_caller]
    pub fn insert(&self, text: &str) {
        if self
            .try_call("Input.insertText", json!({ "text": text }))
            .is_err()
        {
            // Chromium 69 has no such call; the editing command does the same.
            let text = json!(text);
            let done = self.js(&format!(
                "document.execCommand('insertText', false, {text})"
            ));
            assert_eq!(
                done,
                Value::Bool(true),
                "nothing takes the text{}",
                self.state()
            );
        }
    }

    /// Types letter by letter, with key events.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        for letter in text.chars() {
            self.press(letter.encode_utf8(&mut [0; 4]));
        }
    }

    /// Presses a key with modifiers: `Enter`, `Shift+Tab`, `Ctrl+Z`, `F2`, `a`.
    #[track_caller]
    pub fn press(&self, words: &str) {
        let Some(key) = key(words) else {
            panic!("no key named {words}")
        };
        let event = |kind: &str, text: &str| {
            let mut event = json!({
                "type": kind, "modifiers": key.modifiers, "key": key.name, "code": key.code,
                "windowsVirtualKeyCode": key.number, "nativeVirtualKeyCode": key.number,
            });
            if !text.is_empty() {
                event["text"] = json!(text);
            }
            if kind != "keyUp"
                && let Some(order) = editing_order(&key)
            {
                event["commands"] = json!([order]);
            }
            self.call("Input.dispatchKeyEvent", event);
        };
        event(
            if key.text.is_empty() {
                "rawKeyDown"
            } else {
                "keyDown"
            },
            &key.text,
        );
        event("keyUp", "");
    }

    /// Composes Chinese as an input method does: each state in turn is shown under composition, then `result` is
    /// committed. Browsers below 92 cannot; then `false` is returned and nothing has happened.
    #[track_caller]
    #[must_use]
    pub fn compose(&self, states: &[&str], result: &str) -> bool {
        for state in states {
            let end = state.encode_utf16().count();
            let params = json!({ "text": state, "selectionStart": end, "selectionEnd": end });
            if self.try_call("Input.imeSetComposition", params).is_err() {
                return false;
            }
        }
        self.insert(result);
        true
    }

    /// Puts files into a file field without a dialog.
    #[track_caller]
    pub fn choose_files(&self, css: &str, paths: &[&Path]) {
        let named = json!(css);
        let found = self.call(
            "Runtime.evaluate",
            json!({ "expression": format!("document.querySelector({named})") }),
        );
        let id = found["result"]["objectId"]
            .as_str()
            .unwrap_or_else(|| panic!("no element {css}"));
        self.call(
            "DOM.setFileInputFiles",
            json!({ "files": paths, "objectId": id }),
        );
    }

    /// Clicks an element that opens a file dialog, and answers the dialog. Chromium 77 and later.
    #[track_caller]
    pub fn choose_files_by(&self, css: &str, paths: &[&Path]) {
        self.call(
            "Page.setInterceptFileChooserDialog",
            json!({ "enabled": true }),
        );
        self.click(css);
        let deadline = Instant::now() + Duration::from_secs(10);
        let node = loop {
            if let Some(node) = self.take_chooser() {
                break node;
            }
            assert!(
                Instant::now() < deadline,
                "{css} opened no file dialog{}",
                self.state()
            );
            self.pause(Duration::from_millis(10));
        };
        self.call(
            "DOM.setFileInputFiles",
            json!({ "files": paths, "backendNodeId": node }),
        );
        self.call(
            "Page.setInterceptFileChooserDialog",
            json!({ "enabled": false }),
        );
    }

    /// Drags a file from outside onto an element. Needs a current browser.
    #[track_caller]
    pub fn drop_file(&self, css: &str, path: &Path) {
        let (x, y) = self.middle(css);
        let data = json!({ "items": [], "files": [path], "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            self.call(
                "Input.dispatchDragEvent",
                json!({ "type": kind, "x": x, "y": y, "data": data }),
            );
        }
    }

    /// Waits for a download to be complete and returns its bytes.
    #[track_caller]
    pub fn downloaded(&self, name: &str) -> Vec<u8> {
        let path = self.browser().profile().downloads().join(name);
        let deadline = Instant::now() + Duration::from_secs(15);
        loop {
            // Chromium writes under another name and renames at the end.
            if let Ok(bytes) = std::fs::read(&path)
                && !bytes.is_empty()
            {
                return bytes;
            }
            let found: Vec<_> = std::fs::read_dir(self.browser().profile().downloads())
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.file_name())
                .collect();
            assert!(
                Instant::now() < deadline,
                "no download {name}; there are {found:?}{}",
                self.state()
            );
            self.pause(Duration::from_millis(20));
        }
    }

    /// Where the focus is: the first attribute among `id`, `name`, `data-cell` of the focused element, else its tag.
    #[track_caller]
    #[must_use]
    pub fn focused(&self) -> Value {
        self.js(
            "(function(e){return e.id||e.getAttribute('name')||e.getAttribute('data-cell')||e.tagName})\
             (document.activeElement)",
        )
    }
}

/// Headless browsers have no key bindings for these; the protocol lets the key carry the order.
fn editing_order(key: &Key) -> Option<&'static str> {
    match (key.modifiers, key.name.as_str()) {
        (CTRL, "a") => Some("selectAll"),
        (CTRL, "c") => Some("copy"),
        (CTRL, "x") => Some("cut"),
        (CTRL, "v") => Some("paste"),
        _ => None,
    }
}

fn key(words: &str) -> Option<Key> {
    let mut modifiers = 0;
    let mut rest = words;
    while let Some((word, after)) = rest.split_once('+').filter(|(_, after)| !after.is_empty()) {
        modifiers |= match word {
            "Alt" => ALT,
            "Ctrl" => CTRL,
            "Meta" => META,
            "Shift" => SHIFT,
            _ => return None,
        };
        rest = after;
    }
    let mut letters = rest.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    let typed = modifiers & (ALT | CTRL | META) == 0;
    let (name, code, number, text) = match single {
        Some(letter) => letter_key(letter, modifiers, typed),
        None => named_key(rest)?,
    };
    Some(Key {
        name,
        code,
        number,
        text,
        modifiers,
    })
}

fn letter_key(letter: char, modifiers: u32, typed: bool) -> (String, String, u32, String) {
    let upper = letter.to_ascii_uppercase();
    let name = if modifiers & SHIFT == 0 {
        letter.to_ascii_lowercase()
    } else {
        upper
    };
    let name = if modifiers == 0 { letter } else { name };
    let code = match upper {
        'A'..='Z' => format!("Key{upper}"),
        '0'..='9' => format!("Digit{upper}"),
        _ => String::new(),
    };
    let number = if upper.is_ascii_alphanumeric() {
        u32::from(upper)
    } else {
        0
    };
    (
        name.to_string(),
        code,
        number,
        if typed {
            name.to_string()
        } else {
            String::new()
        },
    )
}

fn named_key(name: &str) -> Option<(String, String, u32, String)> {
    let (number, text) = match name {
        "Enter" => (13, "\r"),
        "Tab" => (9, ""),
        "Escape" => (27, ""),
        "Backspace" => (8, ""),
        "Delete" => (46, ""),
        "Space" => (32, " "),
        "Home" => (36, ""),
        "End" => (35, ""),
        "PageUp" => (33, ""),
        "PageDown" => (34, ""),
        "ArrowLeft" => (37, ""),
        "ArrowUp" => (38, ""),
        "ArrowRight" => (39, ""),
        "ArrowDown" => (40, ""),
        _ => (
            name.strip_prefix('F')?
                .parse::<u32>()
                .ok()
                .filter(|n| (1..=12).contains(n))?
                + 111,
            "",
        ),
    };
    let key = if name == "Space" { " " } else { name };
    Some((key.to_owned(), name.to_owned(), number, text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::key;

    #[track_caller]
    fn check(words: &str, expected: (&str, &str, u32, &str, u32)) {
        let key = key(words).unwrap();
        let found = (
            key.name.as_str(),
            key.code.as_str(),
            key.number,
            key.text.as_str(),
            key.modifiers,
        );
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn keys_are_named_as_the_protocol_names_them() {
        check("a", ("a", "KeyA", 65, "a", 0));
        check("7", ("7", "Digit7", 55, "7", 0));
        check("+", ("+", "", 0, "+", 0));
        check("Ctrl+Z", ("z", "KeyZ", 90, "", 2));
        check("Ctrl+Shift+z", ("Z", "KeyZ", 90, "", 10));
        check("Shift+Tab", ("Tab", "Tab", 9, "", 8));
        check("Enter", ("Enter", "Enter", 13, "\r", 0));
        check("F2", ("F2", "F2", 113, "", 0));
        assert!(key("Hyper+a").is_none());
        assert!(key("F13").is_none());
    }
}
