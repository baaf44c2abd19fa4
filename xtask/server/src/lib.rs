//! A static file server for the loopback interface: what `cargo xtask serve` and the browser tests use.
//!
//! It answers GET and HEAD for regular files below one directory and nothing else.
//! Every request is recorded, so that a test can say what the page asked for.

#![forbid(unsafe_code)]

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(20);
/// A request line or header longer than this is refused.
const LONGEST_LINE: u64 = 8 * 1024;
/// More header lines than this are refused.
const MOST_HEADERS: usize = 100;

/// What to serve and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The directory that is served; nothing outside it ever is.
    pub root: PathBuf,
    /// A folder in the address before the files, such as `/oa/jiping`; empty for none.
    pub prefix: String,
    /// Whether `.wasm` is refused with 404, as IIS does unless it is told about the type.
    pub refuse_wasm: bool,
}

impl Options {
    /// Serves `root` at the top of the address.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            prefix: String::new(),
            refuse_wasm: true,
        }
    }

    /// Serves the files below `prefix`, such as `/oa/jiping`.
    #[must_use]
    pub fn below(mut self, prefix: &str) -> Self {
        self.prefix = prefix.trim_end_matches('/').to_owned();
        self
    }
}

/// One answered request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The request target, as sent.
    pub target: String,
    /// The status code.
    pub status: u16,
    /// Bytes of the body as sent, after compression.
    pub bytes: usize,
}

/// A running server; it ends with the process, or when it is stopped.
#[derive(Clone, Debug)]
pub struct Server {
    address: SocketAddr,
    prefix: String,
    log: Arc<Mutex<Vec<Answered>>>,
    stopped: Arc<AtomicBool>,
}

impl Server {
    /// Starts serving on 127.0.0.1; port 0 takes any free one.
    ///
    /// # Errors
    /// The port is taken, or the directory does not exist.
    pub fn start(options: Options, port: u16) -> io::Result<Self> {
        let root = options.root.canonicalize()?;
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let address = listener.local_addr()?;
        let log = Arc::new(Mutex::new(Vec::new()));
        let stopped = Arc::new(AtomicBool::new(false));
        let server = Self {
            address,
            prefix: options.prefix.clone(),
            log: Arc::clone(&log),
            stopped: Arc::clone(&stopped),
        };
        let shared = Arc::new(Options { root, ..options });
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let (options, log) = (Arc::clone(&shared), Arc::clone(&log));
                let stopped = Arc::clone(&stopped);
                thread::spawn(move || {
                    // A visitor who hangs up is no error of ours.
                    let _ = converse(stream, &options, &log, &stopped);
                });
            }
        });
        Ok(server)
    }

    /// The address of the page, ending in `/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}/", self.address, self.prefix)
    }

    /// The port that was taken.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Answers nobody any more; the port is free again.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        // The thread that waits for visitors sees it with the next one.
        let _ = TcpStream::connect(self.address);
    }

    /// Every request answered so far, in order.
    #[must_use]
    pub fn log(&self) -> Vec<Answered> {
        self.log.lock().map(|log| log.clone()).unwrap_or_default()
    }
}

/// What was asked for.
#[derive(Debug)]
struct Request {
    head_only: bool,
    target: String,
    brotli: bool,
    gzip: bool,
    close: bool,
}

/// What is answered.
#[derive(Debug)]
struct Response {
    status: u16,
    kind: &'static str,
    encoding: Option<&'static str>,
    fresh: bool,
    body: Vec<u8>,
}

fn converse(
    stream: TcpStream,
    options: &Options,
    log: &Mutex<Vec<Answered>>,
    stopped: &AtomicBool,
) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    loop {
        let Some(request) = read_request(&mut reader)? else {
            return Ok(());
        };
        if stopped.load(Ordering::SeqCst) {
            return Ok(());
        }
        let response = match request {
            Ok(ref request) => answer(request, options),
            Err(status) => refusal(status),
        };
        let (target, head_only, close) = match request {
            Ok(request) => (request.target, request.head_only, request.close),
            Err(_) => (String::new(), false, true),
        };
        let bytes = response.body.len();
        if let Ok(mut log) = log.lock() {
            log.push(Answered {
                target,
                status: response.status,
                bytes,
            });
        }
        send(&mut writer, response, head_only, close)?;
        if close {
            return Ok(());
        }
    }
}

/// `None` at the end of the connection; `Err` holds the status to refuse with.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Result<Request, u16>>> {
    let Some(first) = read_line(reader)? else {
        return Ok(None);
    };
    let mut words = first.split_ascii_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next())
    else {
        return Ok(Some(Err(400)));
    };
    let mut request = Request {
        head_only: method == "HEAD",
        target: target.to_owned(),
        brotli: false,
        gzip: false,
        close: version != "HTTP/1.1",
    };
    for _ in 0..MOST_HEADERS {
        let Some(line) = read_line(reader)? else {
            return Ok(None);
        };
        if line.is_empty() {
            let known = matches!(method, "GET" | "HEAD");
            return Ok(Some(if known { Ok(request) } else { Err(405) }));
        }
        let Some((name, value)) = line.split_once(':') else {
            return Ok(Some(Err(400)));
        };
        let value = value.trim();
        if name.eq_ignore_ascii_case("accept-encoding") {
            let offers = |coding: &str| value.split(',').any(|part| part.trim() == coding);
            (request.brotli, request.gzip) = (offers("br"), offers("gzip"));
        } else if name.eq_ignore_ascii_case("connection") {
            request.close |= value.eq_ignore_ascii_case("close");
        }
    }
    Ok(Some(Err(431)))
}

fn read_line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if reader.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&line);
    Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
}

fn answer(request: &Request, options: &Options) -> Response {
    let Some(path) = locate(&request.target, options) else {
        return refusal(404);
    };
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let kind = media_type(&name);
    if options.refuse_wasm && kind == "application/wasm" {
        return refusal(404);
    }
    let codings = [(request.brotli, "br", "br"), (request.gzip, "gz", "gzip")];
    for (offered, ending, coding) in codings {
        if offered && let Ok(body) = std::fs::read(path.with_file_name(format!("{name}.{ending}")))
        {
            let encoding = Some(coding);
            return Response {
                status: 200,
                kind,
                encoding,
                fresh: !is_hashed(&name),
                body,
            };
        }
    }
    match std::fs::read(&path) {
        Ok(body) => Response {
            status: 200,
            kind,
            encoding: None,
            fresh: !is_hashed(&name),
            body,
        },
        Err(_) => refusal(404),
    }
}

/// The regular file that `target` names below the root, if there is one.
fn locate(target: &str, options: &Options) -> Option<PathBuf> {
    let path = percent_decode(target.split(['?', '#']).next()?)?;
    let path = path
        .strip_prefix(options.prefix.as_str())?
        .strip_prefix('/')?;
    let mut file = options.root.clone();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(segment);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(&options.root) && file.is_file()).then_some(file)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
        bytes.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// Whether the name carries its content's hash (`core-0123abcd.js`), so that it never changes.
fn is_hashed(name: &str) -> bool {
    let stem = Path::new(name)
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

fn refusal(status: u16) -> Response {
    let body = reason(status).as_bytes().to_vec();
    Response {
        status,
        kind: "text/plain; charset=utf-8",
        encoding: None,
        fresh: true,
        body,
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        _ => "Bad Request",
    }
}

fn send(to: &mut impl Write, response: Response, head_only: bool, close: bool) -> io::Result<()> {
    let Response {
        status,
        kind,
        encoding,
        fresh,
        body,
    } = response;
    let mut head = format!(
        "HTTP/1.1 {status} {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Vary: Accept-Encoding\r\n",
        reason(status),
        body.len()
    );
    if let Some(coding) = encoding {
        head.push_str(&format!("Content-Encoding: {coding}\r\n"));
    }
    head.push_str(if fresh {
        "Cache-Control: no-cache\r\n"
    } else {
        "Cache-Control: public, max-age=31536000, immutable\r\n"
    });
    if status == 405 {
        head.push_str("Allow: GET, HEAD\r\n");
    }
    head.push_str(if close {
        "Connection: close\r\n\r\n"
    } else {
        "\r\n"
    });
    let mut message = head.into_bytes();
    if !head_only {
        message.extend_from_slice(&body);
    }
    to.write_all(&message)?;
    to.flush()
}

#[cfg(test)]
mod tests;
