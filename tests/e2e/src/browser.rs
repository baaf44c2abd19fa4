//! A browser process: its own profile, a free port, and an end that leaves nothing behind, even when the test is killed.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::session::Session;
use crate::site::scratch;
use crate::{bidi, firefox};

/// What browsers print before their port.
const LISTENS: [&str; 2] = ["DevTools listening on ws://127.0.0.1:", firefox::LISTENS];
/// How long a browser may take to start, on a machine that is busy.
const START: Duration = Duration::from_secs(60);

/// A user-data directory of its own, removed in the end. Two browsers one after the other may share it.
#[derive(Debug)]
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    /// A new, empty profile.
    #[must_use]
    pub fn new() -> Rc<Self> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let base = scratch("profiles");
        sweep(&base);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = base.join(format!("{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("downloads")).expect("a profile folder");
        Rc::new(Self { folder })
    }

    /// Where downloads go.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.folder).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Removes what tests that were killed left behind.
fn sweep(base: &Path) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in std::fs::read_dir(base).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let owner = name.split('-').next().unwrap_or_default();
        if !Path::new("/proc").join(owner).exists() {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// A running browser; it ends when this is dropped, and also when the test process ends in any other way.
#[derive(Debug)]
pub struct Browser {
    child: RefCell<Child>,
    watchman: Option<(Child, ChildStdin)>,
    port: u16,
    engine: Engine,
    profile: Rc<Profile>,
}

impl Browser {
    /// Starts a browser on a profile.
    #[track_caller]
    #[must_use]
    pub fn launch(engine: Engine, profile: &Rc<Profile>) -> Rc<Self> {
        // A browser that dies or hangs while starting gets another try: old builds now and then do.
        let mut said = Vec::new();
        for _ in 0..3 {
            match Self::try_launch(&engine, profile) {
                Ok(browser) => return Rc::new(browser),
                Err(message) => said.push(message),
            }
        }
        panic!("{} did not start: {said:#?}", engine.title())
    }

    fn try_launch(engine: &Engine, profile: &Rc<Profile>) -> Result<Self, String> {
        let mut command = if engine.is_firefox() {
            firefox::prepare(&profile.folder, &profile.downloads())
                .map_err(|error| error.to_string())?;
            let mut command = Command::new(&engine.program);
            command.args(firefox::OPTIONS).envs(firefox::ENVIRONMENT);
            command.arg("--profile").arg(&profile.folder);
            command
        } else {
            let mut command = Command::new(&engine.program);
            command.args(options(engine));
            command.arg(format!("--user-data-dir={}", profile.folder.display()));
            command
        };
        command.arg("about:blank");
        command
            .env("HOME", &profile.folder)
            .env("TZ", "Asia/Shanghai");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let watchman = watchman(child.id());
        let errors = child.stderr.take().ok_or("no standard error")?;
        let mut browser = Self {
            child: RefCell::new(child),
            watchman,
            port: 0,
            engine: engine.clone(),
            profile: Rc::clone(profile),
        };
        browser.port = port_from(errors)?;
        if !engine.is_firefox() {
            Session::probe(&browser.first_page()?)?;
        }
        Ok(browser)
    }

    /// The program that runs.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The profile it runs on.
    #[must_use]
    pub fn profile(&self) -> &Rc<Profile> {
        &self.profile
    }

    /// The version as the browser itself says it, such as `HeadlessChrome/69.0.3494.0`.
    #[must_use]
    pub fn version(&self) -> String {
        let answer = self.ask("GET", "/json/version").unwrap_or_default();
        answer
            .get("Browser")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    /// Asks the browser to end as a person does, so that it writes down what it has stored, and waits for it.
    ///
    /// Pages on it are gone then.
    #[track_caller]
    pub fn close(&self) {
        let answer = self.ask("GET", "/json/version").unwrap_or_default();
        let address = answer["webSocketDebuggerUrl"].as_str().unwrap_or_default();
        // The answer may be lost with the browser.
        let _ = Session::connect_bare(address)
            .and_then(|mut session| session.call("Browser.close", json!({})));
        let deadline = Instant::now() + START;
        while matches!(self.child.borrow_mut().try_wait(), Ok(None)) {
            assert!(
                Instant::now() < deadline,
                "{} does not close",
                self.engine.title()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The address at which the first page can be spoken to.
    pub(crate) fn first_page(&self) -> Result<String, String> {
        if self.engine.is_firefox() {
            return Ok(format!("ws://127.0.0.1:{}{}", self.port, bidi::PATH));
        }
        let deadline = Instant::now() + START;
        loop {
            let pages = self.ask("GET", "/json/list").unwrap_or_default();
            let page = pages
                .as_array()
                .and_then(|all| all.iter().find(|one| one["type"] == "page"));
            if let Some(address) = page.and_then(|page| page["webSocketDebuggerUrl"].as_str()) {
                return Ok(address.to_owned());
            }
            if Instant::now() > deadline {
                return Err("the browser has no page".to_owned());
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The DevTools address of a new tab. Chromium 111 asks for PUT, the oldest know only GET.
    pub(crate) fn new_page(&self) -> Result<String, String> {
        let answer = self
            .ask("PUT", "/json/new")
            .or_else(|_| self.ask("GET", "/json/new"))?;
        answer["webSocketDebuggerUrl"]
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| "no new tab".to_owned())
    }

    fn ask(&self, method: &str, path: &str) -> Result<Value, String> {
        let text = |error: std::io::Error| error.to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).map_err(text)?;
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .map_err(text)?;
        let port = self.port;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).map_err(text)?;
        let answer = read_answer(&mut BufReader::new(stream)).map_err(text)?;
        serde_json::from_slice(&answer).map_err(|error| error.to_string())
    }
}

/// The body of an HTTP answer; the old DevTools server keeps the connection open, so its length counts.
fn read_answer(reader: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut length = None;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
        line.clear();
    }
    let mut body = Vec::new();
    match length {
        Some(length) => reader.take(length).read_to_end(&mut body)?,
        None => reader.read_to_end(&mut body)?,
    };
    Ok(body)
}

fn options(engine: &Engine) -> Vec<&'static str> {
    let mut options = vec![
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        "--disable-default-apps",
        "--disable-features=Translate,OptimizationHints,MediaRouter",
        "--disable-renderer-backgrounding",
        "--disable-background-timer-throttling",
        "--mute-audio",
        "--lang=zh-CN",
        "--window-size=1366,768",
        "--host-resolver-rules=MAP *.test 127.0.0.1",
        "--remote-debugging-port=0",
    ];
    if engine.is_old() {
        // Not `--single-process`: with it Chromium 92 hangs at its first page three times in four.
        options.push("--no-zygote");
    }
    options
}

/// Reads the port from the line that the browser prints, and keeps its standard error flowing afterwards.
fn port_from(errors: impl Read + Send + 'static) -> Result<u16, String> {
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    let deadline = Instant::now() + START;
    let mut heard = Vec::new();
    while let Ok(line) = lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        let mut said = LISTENS.iter().filter_map(|words| line.split_once(words));
        let address = said.next().map(|(_, rest)| rest.to_owned());
        if let Some(port) = address.and_then(|rest| rest.split('/').next()?.parse().ok()) {
            return Ok(port);
        }
        heard.push(line);
    }
    Err(heard.join("\n"))
}

/// A shell that ends the browser's whole process group as soon as its standard input closes, which it does when this
/// process ends, however it ends.
fn watchman(group: u32) -> Option<(Child, ChildStdin)> {
    if !cfg!(unix) {
        return None;
    }
    let order = format!("read _; kill -9 -{group}");
    let mut command = Command::new("sh");
    command
        .args(["-c", &order])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().ok()?;
    let input = child.stdin.take()?;
    Some((child, input))
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some((mut watchman, input)) = self.watchman.take() {
            drop(input);
            let _ = watchman.wait();
        }
        let child = self.child.get_mut();
        let _ = child.kill();
        let _ = child.wait();
    }
}
