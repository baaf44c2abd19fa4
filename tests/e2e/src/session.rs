//! One connection to a browser: calls with answers, and everything the page did meanwhile.

use std::io;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use crate::bidi;

/// How long a call may take on a busy machine with an old browser.
const CALL: Duration = Duration::from_secs(60);
/// How long the first answer of a new browser may take.
const START: Duration = Duration::from_secs(15);

/// A request that the page made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The address.
    pub url: String,
    /// The method.
    pub method: String,
    /// What for: `Document`, `Script`, `Stylesheet`, `XHR`, …
    pub kind: String,
    /// Bytes over the wire, headers and all; 0 until it has arrived.
    pub bytes: u64,
    id: String,
}

/// An exception, an error or a warning that the page or the browser reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// `exception`, `error`, `warning`, `crash` or `dialog`.
    pub kind: String,
    /// What it says.
    pub text: String,
}

/// A connection to one page.
#[derive(Debug)]
pub(crate) struct Session {
    socket: WebSocket<TcpStream>,
    /// The tab, where the browser speaks BiDi.
    tab: Option<String>,
    limit: Duration,
    next: u64,
    pub(crate) requests: Vec<Request>,
    pub(crate) troubles: Vec<Trouble>,
    pub(crate) chooser: Option<u64>,
    pub(crate) loads: u64,
    /// How often the page asked whether to leave.
    pub(crate) asked: u64,
    /// Whether such a question is answered with no.
    pub(crate) stays: bool,
}

impl Session {
    /// Connects to a page and has it report what happens.
    pub(crate) fn connect(address: &str) -> Result<Self, String> {
        let mut session = Self::connect_bare(address)?;
        if address.ends_with(bidi::PATH) {
            session.tab = Some(bidi::begin(&mut session)?);
            return Ok(session);
        }
        for domain in ["Page", "Runtime", "Network", "Log"] {
            session.call(&format!("{domain}.enable"), json!({}))?;
        }
        Ok(session)
    }

    /// Whether the page answers at all, and soon.
    pub(crate) fn probe(address: &str) -> Result<(), String> {
        let mut session = Self::connect_bare(address)?;
        session.limit = START;
        session.call("Page.enable", json!({}))?;
        session
            .call("Runtime.evaluate", json!({ "expression": "1 + 1" }))
            .map(drop)
    }

    /// Connects to anything that speaks the protocol.
    pub(crate) fn connect_bare(address: &str) -> Result<Self, String> {
        let rest = address.strip_prefix("ws://").ok_or("not a ws:// address")?;
        let host = rest.split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).map_err(|error| error.to_string())?;
        stream
            .set_nodelay(true)
            .map_err(|error| error.to_string())?;
        stream
            .set_read_timeout(Some(CALL))
            .map_err(|error| error.to_string())?;
        let (socket, _) =
            tungstenite::client(address, stream).map_err(|error| error.to_string())?;
        let (requests, troubles) = (Vec::new(), Vec::new());
        Ok(Self {
            socket,
            tab: None,
            limit: CALL,
            next: 0,
            requests,
            troubles,
            chooser: None,
            loads: 0,
            asked: 0,
            stays: false,
        })
    }

    /// Calls a DevTools method and waits for its answer.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Result<Value, String> {
        match self.tab.clone() {
            Some(tab) => bidi::call(self, &tab, method, &params),
            None => self.ask(method, &params),
        }
    }

    /// Calls a method of the protocol that the browser speaks.
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Result<Value, String> {
        let id = self.send(method, params)?;
        let deadline = Instant::now() + self.limit;
        while let Some(mut message) = self.receive(deadline)? {
            if message["id"] == json!(id) {
                return match message.get("error") {
                    // BiDi says it beside the error.
                    Some(Value::String(_)) => Err(format!("{method}: {}", message["message"])),
                    Some(error) => Err(format!("{method}: {}", error["message"])),
                    None => Ok(message["result"].take()),
                };
            }
        }
        Err(format!(
            "{method}: no answer within {} seconds",
            self.limit.as_secs()
        ))
    }

    /// Takes in events for a while.
    pub(crate) fn idle(&mut self, time: Duration) -> Result<(), String> {
        let deadline = Instant::now() + time;
        while self.receive(deadline)?.is_some() {}
        Ok(())
    }

    fn send(&mut self, method: &str, params: &Value) -> Result<u64, String> {
        self.next += 1;
        let text = json!({ "id": self.next, "method": method, "params": params }).to_string();
        self.socket
            .send(Message::text(text))
            .map_err(|error| format!("{method}: {error}"))?;
        Ok(self.next)
    }

    /// The next message, its event noted; `None` at the deadline.
    fn receive(&mut self, deadline: Instant) -> Result<Option<Value>, String> {
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(None);
            }
            let patience = left.max(Duration::from_millis(1));
            self.socket
                .get_ref()
                .set_read_timeout(Some(patience))
                .map_err(|error| error.to_string())?;
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    let message: Value =
                        serde_json::from_str(text.as_str()).map_err(|error| error.to_string())?;
                    if let Some(method) = message["method"].as_str() {
                        match bidi::event(method, &message["params"]) {
                            Some((method, params)) => self.note(method, &params)?,
                            None => self.note(method, &message["params"])?,
                        }
                    }
                    return Ok(Some(message));
                }
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if matches!(
                        error.kind(),
                        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
                    ) => {}
                Err(error) => return Err(format!("the browser is gone: {error}")),
            }
        }
    }

    fn note(&mut self, method: &str, params: &Value) -> Result<(), String> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match method {
            "Network.requestWillBeSent" => {
                let request = &params["request"];
                self.requests.push(Request {
                    url: text(&request["url"]),
                    method: text(&request["method"]),
                    kind: text(&params["type"]),
                    bytes: 0,
                    id: text(&params["requestId"]),
                });
            }
            "Network.loadingFinished" => {
                let id = text(&params["requestId"]);
                let bytes = params["encodedDataLength"].as_f64().unwrap_or_default();
                if let Some(request) = self.requests.iter_mut().rev().find(|one| one.id == id) {
                    request.bytes = bytes.round() as u64;
                }
            }
            "Network.loadingFailed" if params["blockedReason"] == "csp" => {
                // The browser refused it: nothing was asked for.
                let id = text(&params["requestId"]);
                self.requests.retain(|one| one.id != id);
            }
            "Runtime.exceptionThrown" => {
                let details = &params["exceptionDetails"];
                let said = details["exception"]["description"]
                    .as_str()
                    .or(details["text"].as_str());
                self.trouble("exception", said.unwrap_or_default().to_owned());
            }
            "Runtime.consoleAPICalled" => {
                let kind = text(&params["type"]);
                if matches!(kind.as_str(), "error" | "warning" | "assert") {
                    self.trouble(&kind, console_text(&params["args"]));
                }
            }
            "Log.entryAdded" => {
                let entry = &params["entry"];
                let kind = text(&entry["level"]);
                if matches!(kind.as_str(), "error" | "warning") {
                    self.trouble(
                        &kind,
                        format!("{} {}", text(&entry["text"]), text(&entry["url"])),
                    );
                }
            }
            "Inspector.targetCrashed" => self.trouble("crash", "the page crashed".to_owned()),
            "Page.loadEventFired" => self.loads += 1,
            "Page.fileChooserOpened" => self.chooser = params["backendNodeId"].as_u64(),
            "Page.javascriptDialogOpening" => {
                // Leaving a page that asks whether to leave is what most tests want; other dialogs are noted.
                let leaves = params["type"] == "beforeunload";
                if leaves {
                    self.asked += 1;
                } else {
                    self.trouble("dialog", text(&params["message"]));
                }
                let accept = !(leaves && self.stays);
                self.send("Page.handleJavaScriptDialog", &json!({ "accept": accept }))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn trouble(&mut self, kind: &str, text: String) {
        // An old browser does not know the newer word of the policy and says so; that is expected.
        if !text.contains("'wasm-unsafe-eval'") || text.contains("Refused") {
            self.troubles.push(Trouble {
                kind: kind.to_owned(),
                text,
            });
        }
    }
}

fn console_text(values: &Value) -> String {
    let words = values
        .as_array()
        .into_iter()
        .flatten()
        .map(|value| match &value["value"] {
            Value::String(text) => text.clone(),
            Value::Null => value["description"].as_str().unwrap_or_default().to_owned(),
            other => other.to_string(),
        });
    words.collect::<Vec<_>>().join(" ")
}
