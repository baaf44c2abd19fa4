//! The browser's local storage, which may be full, blocked or cleared at any time.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, StorageEvent};

use crate::app::shelf::storage::{Fault, Storage};

/// The local storage; what a tab alone remembers is in its session storage.
pub struct Local;

const OWN: &str = "jiping.own";

fn local() -> Result<web_sys::Storage, Fault> {
    let window = web_sys::window().ok_or(Fault::Blocked)?;
    window.local_storage().ok().flatten().ok_or(Fault::Blocked)
}

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

impl Storage for Local {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        local()?.get_item(key).map_err(fault)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        local()?.set_item(key, text).map_err(fault)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        local()?.remove_item(key).map_err(fault)
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = local()?;
        let count = storage.length().map_err(fault)?;
        Ok((0..count)
            .filter_map(|at| storage.key(at).ok().flatten())
            .collect())
    }

    fn own(&self) -> Option<String> {
        session()?.get_item(OWN).ok().flatten()
    }

    fn set_own(&self, text: &str) {
        if let Some(session) = session() {
            let _ = session.set_item(OWN, text);
        }
    }
}

fn fault(error: JsValue) -> Fault {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Blocked,
    }
}

/// Tells when another tab has changed a key, and which; no key when it has cleared everything.
pub fn on_change(tell: impl Fn(Option<String>) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            tell(event.key());
        }
    }))
}
