//! The browser's own clipboard, used as a person uses it. Works on plain http and on old browsers, where
//! `navigator.clipboard` does not.

use serde_json::{Value, json};

use crate::page::Page;

/// Makes a field out of sight, focuses it and leaves it in `window.__spare`.
const SPARE: &str = "window.__was=document.activeElement;var t=document.createElement('textarea');\
     t.style.cssText='position:fixed;left:0;top:0;width:9px;height:9px';document.body.appendChild(t);\
     window.__spare=t;t.focus();";
const DONE: &str =
    "window.__spare.remove();window.__was&&window.__was.focus&&window.__was.focus();";

impl Page {
    /// Puts plain text, and a table as HTML where one is given, onto the clipboard; the focus stays.
    #[track_caller]
    pub fn fill_clipboard(&self, text: &str, html: Option<&str>) {
        let (text, html) = (json!(text), json!(html));
        let done = self.js(&format!(
            "(function(){{{SPARE}t.value='x';t.select();var put=function(e){{\
             e.clipboardData.setData('text/plain',{text});\
             if({html}!==null)e.clipboardData.setData('text/html',{html});e.preventDefault();e.stopPropagation()}};\
             document.addEventListener('copy',put,true);var ok=document.execCommand('copy');\
             document.removeEventListener('copy',put,true);{DONE}return ok}})()"
        ));
        assert_eq!(done, Value::Bool(true), "the clipboard took nothing");
    }

    /// What is on the clipboard, as `(plain text, HTML)`; the focus stays.
    #[track_caller]
    #[must_use]
    pub fn clipboard(&self) -> (String, String) {
        self.js(&format!(
            "(function(){{{SPARE}window.__pasted=null;window.__take=function(e){{\
             window.__pasted=[e.clipboardData.getData('text/plain'),e.clipboardData.getData('text/html')];\
             e.preventDefault();e.stopPropagation()}};document.addEventListener('paste',window.__take,true)}})()"
        ));
        self.press("Ctrl+v");
        let seen = self.js(&format!(
            "(function(){{document.removeEventListener('paste',window.__take,true);{DONE}return window.__pasted}})()"
        ));
        let part = |index: usize| seen[index].as_str().unwrap_or_default().to_owned();
        (part(0), part(1))
    }

    /// Puts text onto the clipboard and pastes it with Ctrl+V where the focus is.
    #[track_caller]
    pub fn paste(&self, text: &str, html: Option<&str>) {
        self.fill_clipboard(text, html);
        self.press("Ctrl+v");
    }
}
