//! Files: chosen by button, dropped on the page, handed over as downloads.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, EventTarget, File, FileList, FileReader,
    HtmlAnchorElement, HtmlInputElement, TextDecoder, Url,
};

use super::pile::{Handle, Pile, Take};

/// A file's name and its bytes, or nothing where it is too large or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Result<Vec<u8>, Unread>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// The largest file that is read: 10 MB.
pub const MAX_BYTES: u32 = 10 * 1024 * 1024;
/// The largest file of the whole store that is read: 64 MB, each evaluation in it as any other file.
#[cfg(feature = "more")]
pub const MAX_STORE: u32 = 64 * 1024 * 1024;

/// What takes an opened file.
pub type Receive = Rc<dyn Fn(Opened)>;

/// Lets the person choose a file of these kinds, e.g. `.json`.
pub fn choose(kinds: &str, take: impl FnOnce(Handle) + 'static) {
    ask(kinds, false, move |files| {
        if let Some(file) = files.get(0) {
            take(Handle::of(file));
        }
    });
}

/// Lets the person choose a file of the whole store.
#[cfg(feature = "more")]
pub fn choose_store(receive: Receive) {
    ask(".json,application/json", false, move |files| {
        if let Some(file) = files.get(0) {
            read(file, MAX_STORE, receive);
        }
    });
}

/// Lets the person choose files of these kinds, one or several.
pub(super) fn ask(kinds: &str, several: bool, take: impl FnOnce(FileList) + 'static) {
    let input = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("input").ok())
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else {
        return;
    };
    input.set_type("file");
    input.set_accept(kinds);
    input.set_multiple(several);
    let chosen = input.clone();
    EventListener::once(&input, "change", move |_| {
        if let Some(files) = chosen.files() {
            take(files);
        }
    })
    .forget();
    input.click();
}

/// Takes files dropped on the page; `hover` tells when one comes and goes.
pub fn accept_drops(
    root: &EventTarget,
    hover: impl Fn(bool) + Clone + 'static,
    take: Take,
) -> Vec<EventListener> {
    let on = |name: &'static str, run: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(root, name, options, move |event: &Event| {
            if let Some(drag) = event
                .dyn_ref::<DragEvent>()
                .filter(|drag| brings_files(drag))
            {
                event.prevent_default();
                run(drag);
            }
        })
    };
    let (over, leave, drop) = (hover.clone(), hover.clone(), hover);
    vec![
        on("dragover", Box::new(move |_| over(true))),
        on(
            "dragleave",
            Box::new(move |drag| {
                if drag.related_target().is_none() {
                    leave(false);
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |drag| {
                drop(false);
                let files = drag.data_transfer().and_then(|data| data.files());
                if let Some(files) = files {
                    take(Pile::of(&files));
                }
            }),
        ),
    ]
}

fn brings_files(drag: &DragEvent) -> bool {
    let types = drag.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// Reads a file of at most so many bytes.
pub(super) fn read(file: File, most: u32, receive: Receive) {
    let name = file.name();
    if file.size() > f64::from(most) {
        receive(Opened {
            name,
            bytes: Err(Unread::TooLarge),
        });
        return;
    }
    let Ok(reader) = FileReader::new() else {
        return;
    };
    let done = reader.clone();
    EventListener::once(&reader, "loadend", move |_| {
        let bytes = done
            .result()
            .ok()
            .filter(|result| !result.is_null())
            .map(|buffer| as_utf8(Uint8Array::new(&buffer).to_vec()))
            .ok_or(Unread::Failed);
        receive(Opened { name, bytes });
    })
    .forget();
    let _ = reader.read_as_array_buffer(&file);
}

/// Text in another encoding as UTF-8: Windows programs save Chinese text as GB18030 or UTF-16. What is neither stays.
fn as_utf8(bytes: Vec<u8>) -> Vec<u8> {
    let label = match bytes.get(..2) {
        Some([0xff, 0xfe]) => "utf-16le",
        Some([0xfe, 0xff]) => "utf-16be",
        _ if std::str::from_utf8(&bytes).is_err() => "gb18030",
        _ => return bytes,
    };
    let decoded =
        TextDecoder::new_with_label(label).and_then(|decoder| decoder.decode_with_u8_array(&bytes));
    decoded.map_or(bytes, String::into_bytes)
}

/// Hands a text over as a file.
pub fn download(name: &str, kind: &str, content: &str) {
    let parts = Array::of1(&content.into());
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &bag) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    let body = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.body());
    let anchor = body
        .as_ref()
        .and_then(|body| body.owner_document()?.create_element("a").ok())
        .and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok());
    if let Some((body, anchor)) = body.zip(anchor) {
        anchor.set_href(&address);
        anchor.set_download(name);
        // In the page, so that check.js sees it and can offer a way out where downloads are swallowed.
        let _ = body.append_child(&anchor);
        anchor.click();
        anchor.remove();
    }
    // The download reads the address after the click has returned.
    Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}
