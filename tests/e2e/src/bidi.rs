//! WebDriver BiDi as Firefox speaks it, behind the calls that the rest of the driver makes in the DevTools protocol.
//!
//! Firefox listens for it on a WebSocket of its own, so no driver program is needed. Only what the journeys use is
//! here; anything else is refused, and the caller falls back or says so.

use serde_json::{Map, Value, json};

use crate::session::Session;

/// Where Firefox listens; a DevTools address has another path.
pub(crate) const PATH: &str = "/session";

const EVENTS: [&str; 6] = [
    "browsingContext.load",
    "browsingContext.userPromptOpened",
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.fetchError",
    "network.responseCompleted",
];

/// Begins a session and returns the first tab.
pub(crate) fn begin(session: &mut Session) -> Result<String, String> {
    let leave = json!({ "default": "dismiss", "beforeUnload": "accept" });
    let wanted = json!({ "alwaysMatch": { "unhandledPromptBehavior": leave } });
    session.ask("session.new", &json!({ "capabilities": wanted }))?;
    session.ask("session.subscribe", &json!({ "events": EVENTS }))?;
    let tree = session.ask("browsingContext.getTree", &json!({}))?;
    let first = tree["contexts"][0]["context"].as_str();
    first.map(str::to_owned).ok_or_else(|| "no tab".to_owned())
}

/// Makes a DevTools call in BiDi and answers as DevTools does.
pub(crate) fn call(
    session: &mut Session,
    context: &str,
    method: &str,
    params: &Value,
) -> Result<Value, String> {
    let here = |more: Value| with_context(context, more);
    match method {
        "Page.navigate" => {
            let to = json!({ "url": params["url"], "wait": "none" });
            session.ask("browsingContext.navigate", &here(to))?;
            Ok(json!({ "loaderId": "" }))
        }
        "Page.reload" => session.ask("browsingContext.reload", &here(json!({ "wait": "none" }))),
        "Runtime.evaluate" => evaluate(session, context, params),
        "Input.dispatchMouseEvent" => act(session, context, "pointer", mouse(params)),
        "Input.dispatchKeyEvent" => match keys(params) {
            Some(strokes) => act(session, context, "key", strokes),
            None => Err(format!("no key {}", params["key"])),
        },
        "Page.addScriptToEvaluateOnNewDocument" => {
            let source = params["source"].as_str().unwrap_or_default();
            let order = json!({ "functionDeclaration": format!("function(){{{source}}}") });
            session.ask("script.addPreloadScript", &order)
        }
        // The profile says it already.
        "Page.setDownloadBehavior" => Ok(json!({})),
        "Page.captureScreenshot" => {
            session.ask("browsingContext.captureScreenshot", &here(json!({})))
        }
        "Page.printToPDF" => {
            let turned = params["landscape"] == json!(true);
            let paper = json!({
                "orientation": if turned { "landscape" } else { "portrait" }, "background": true,
                "page": { "width": 21.0, "height": 29.7 },
            });
            session.ask("browsingContext.print", &here(paper))
        }
        "Emulation.setDeviceMetricsOverride" => {
            let size = json!({
                "viewport": { "width": params["width"], "height": params["height"] },
                "devicePixelRatio": params["deviceScaleFactor"],
            });
            session.ask("browsingContext.setViewport", &here(size))
        }
        _ => Err(format!("Firefox has no {method}")),
    }
}

fn with_context(context: &str, mut more: Value) -> Value {
    more["context"] = json!(context);
    more
}

fn evaluate(session: &mut Session, context: &str, params: &Value) -> Result<Value, String> {
    let order = json!({
        "expression": params["expression"], "target": { "context": context }, "awaitPromise": true,
        "resultOwnership": "none", "serializationOptions": { "maxDomDepth": 0 }, "userActivation": true,
    });
    let answer = session.ask("script.evaluate", &order)?;
    Ok(match answer["type"].as_str() {
        Some("success") => json!({ "result": { "value": plain(&answer["result"]) } }),
        _ => json!({ "exceptionDetails": { "text": answer["exceptionDetails"]["text"] } }),
    })
}

/// A value as BiDi describes it, made into the value itself; what is no JSON is null.
fn plain(remote: &Value) -> Value {
    let inside = || remote["value"].as_array().into_iter().flatten();
    match remote["type"].as_str() {
        Some("string" | "number" | "boolean") => remote["value"].clone(),
        Some("array") => inside().map(plain).collect(),
        Some("object") => {
            let pair = |pair: &Value| Some((pair[0].as_str()?.to_owned(), plain(&pair[1])));
            Value::Object(inside().filter_map(pair).collect::<Map<_, _>>())
        }
        _ => Value::Null,
    }
}

fn act(
    session: &mut Session,
    context: &str,
    hand: &str,
    strokes: Vec<Value>,
) -> Result<Value, String> {
    let actions = json!([{ "type": hand, "id": hand, "actions": strokes }]);
    let order = with_context(context, json!({ "actions": actions }));
    session.ask("input.performActions", &order)
}

fn mouse(params: &Value) -> Vec<Value> {
    let place = |name: &str| params[name].as_f64().unwrap_or_default().round();
    match params["type"].as_str() {
        Some("mousePressed") => vec![json!({ "type": "pointerDown", "button": 0 })],
        Some("mouseReleased") => vec![json!({ "type": "pointerUp", "button": 0 })],
        _ => vec![json!({ "type": "pointerMove", "x": place("x"), "y": place("y") })],
    }
}

/// A key and the modifiers held with it, down or up; `None` for a key that has no place here.
fn keys(params: &Value) -> Option<Vec<Value>> {
    let held = params["modifiers"].as_u64().unwrap_or_default();
    let modifiers = [
        (1, '\u{e00a}'),
        (2, '\u{e009}'),
        (4, '\u{e03d}'),
        (8, '\u{e008}'),
    ];
    let mut all: Vec<char> = modifiers
        .into_iter()
        .filter(|(bit, _)| held & bit != 0)
        .map(|(_, key)| key)
        .collect();
    all.push(named(params["key"].as_str()?)?);
    let up = params["type"] == "keyUp";
    if up {
        all.reverse();
    }
    let kind = if up { "keyUp" } else { "keyDown" };
    let stroke = |key: char| json!({ "type": kind, "value": key.to_string() });
    Some(all.into_iter().map(stroke).collect())
}

/// A key's letter, or its place among the letters that stand for keys.
fn named(name: &str) -> Option<char> {
    const KEYS: [(&str, char); 14] = [
        ("Backspace", '\u{e003}'),
        ("Tab", '\u{e004}'),
        ("Enter", '\u{e007}'),
        ("Escape", '\u{e00c}'),
        ("PageUp", '\u{e00e}'),
        ("PageDown", '\u{e00f}'),
        ("End", '\u{e010}'),
        ("Home", '\u{e011}'),
        ("ArrowLeft", '\u{e012}'),
        ("ArrowUp", '\u{e013}'),
        ("ArrowRight", '\u{e014}'),
        ("ArrowDown", '\u{e015}'),
        ("Delete", '\u{e017}'),
        ("F2", '\u{e032}'),
    ];
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(letter),
        _ => KEYS.iter().find(|key| key.0 == name).map(|key| key.1),
    }
}

/// An event of BiDi as the DevTools protocol would report it: method and parameters.
pub(crate) fn event(method: &str, params: &Value) -> Option<(&'static str, Value)> {
    let request = &params["request"];
    Some(match method {
        "browsingContext.load" => ("Page.loadEventFired", json!({})),
        "browsingContext.userPromptOpened" if params["type"] != "beforeunload" => (
            "Log.entryAdded",
            json!({ "entry": { "level": "error", "text": params["message"] } }),
        ),
        "network.beforeRequestSent" => {
            let kind = if params["navigation"].is_null() {
                ""
            } else {
                "Document"
            };
            let sent = json!({
                "requestId": request["request"], "type": kind,
                "request": { "url": request["url"], "method": request["method"] },
            });
            ("Network.requestWillBeSent", sent)
        }
        "network.responseCompleted" => {
            let bytes = &params["response"]["bytesReceived"];
            let seen = json!({ "requestId": request["request"], "encodedDataLength": bytes });
            ("Network.loadingFinished", seen)
        }
        "network.fetchError" if params["errorText"] == "NS_ERROR_CONTENT_BLOCKED" => {
            let refused = json!({ "requestId": request["request"], "blockedReason": "csp" });
            ("Network.loadingFailed", refused)
        }
        "log.entryAdded" if params["type"] == "javascript" => {
            let said = json!({ "exceptionDetails": { "text": params["text"] } });
            ("Runtime.exceptionThrown", said)
        }
        "log.entryAdded" => {
            let level = if params["level"] == "warn" {
                json!("warning")
            } else {
                params["level"].clone()
            };
            let said = json!({ "entry": { "level": level, "text": params["text"] } });
            ("Log.entryAdded", said)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{keys, plain};
    use serde_json::json;

    #[test]
    fn described_values_become_values() {
        let described = json!({ "type": "object", "value": [
            ["a", { "type": "array", "value": [{ "type": "number", "value": 1 }, { "type": "null" }] }],
            ["b", { "type": "string", "value": "二" }],
            ["c", { "type": "node", "sharedId": "x" }],
        ]});
        assert_eq!(
            plain(&described),
            json!({ "a": [1, null], "b": "二", "c": null })
        );
    }

    #[test]
    fn modifiers_go_down_first_and_come_up_last() {
        let stroke =
            |kind: &str| keys(&json!({ "type": kind, "key": "z", "modifiers": 2 })).unwrap();
        assert_eq!(stroke("rawKeyDown")[0]["value"], "\u{e009}");
        assert_eq!(stroke("keyUp")[0]["value"], "z");
        assert!(keys(&json!({ "type": "keyUp", "key": "F9" })).is_none());
    }
}
