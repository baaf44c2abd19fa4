//! The server on a folder of its own, asked over a socket.

use super::*;

fn served() -> (Server, PathBuf) {
    static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = format!("static-server-{}-{number}", std::process::id());
    let base = std::env::temp_dir().join(folder);
    let root = base.join("site");
    std::fs::create_dir_all(root.join("sub")).unwrap();
    std::fs::write(base.join("secret.txt"), "secret").unwrap();
    std::fs::write(root.join("index.html"), "<p>first</p>").unwrap();
    std::fs::write(root.join("core-0123abcd.js"), "plain").unwrap();
    std::fs::write(root.join("core-0123abcd.js.br"), "packed").unwrap();
    std::fs::write(root.join("app.wasm"), "wasm").unwrap();
    std::fs::write(root.join("sub/说明 1.txt"), "help").unwrap();
    let server = Server::start(Options::new(&root).below("/oa"), 0).unwrap();
    (server, base)
}

fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    let message = format!("{request}\r\nHost: x\r\nConnection: close\r\n\r\n");
    stream.write_all(message.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[track_caller]
fn check(target: &str, status: &str, holds: &str) {
    let (server, base) = served();
    let answer = ask(&server, target);
    std::fs::remove_dir_all(base).unwrap();
    assert!(
        answer.starts_with(&format!("HTTP/1.1 {status}")),
        "{target}: {answer}"
    );
    assert!(answer.contains(holds), "{target}: {answer}");
}

#[test]
fn files_are_served_with_their_type() {
    check("GET /oa/ HTTP/1.1", "200", "text/html; charset=utf-8");
    check("GET /oa/index.html?x#y HTTP/1.1", "200", "<p>first</p>");
    check("GET /oa/core-0123abcd.js HTTP/1.1", "200", "immutable");
    check(
        "GET /oa/sub/%E8%AF%B4%E6%98%8E%201.txt HTTP/1.1",
        "200",
        "help",
    );
}

#[test]
fn a_packed_twin_is_sent_to_who_takes_it() {
    check(
        "GET /oa/core-0123abcd.js HTTP/1.1\r\nAccept-Encoding: gzip, br",
        "200",
        "packed",
    );
    check(
        "GET /oa/core-0123abcd.js HTTP/1.1\r\nAccept-Encoding: gzip",
        "200",
        "plain",
    );
}

#[test]
fn nothing_outside_the_root_is_served() {
    check("GET /oa/../secret.txt HTTP/1.1", "404", "");
    check("GET /oa/%2e%2e/secret.txt HTTP/1.1", "404", "");
    check("GET /oa/sub/..%2f..%2fsecret.txt HTTP/1.1", "404", "");
    check("GET /oa/..\\secret.txt HTTP/1.1", "404", "");
    check("GET /secret.txt HTTP/1.1", "404", "");
    check("GET /oa/%zz HTTP/1.1", "404", "");
}

#[test]
fn other_methods_broken_requests_and_wasm_are_refused() {
    check("POST /oa/ HTTP/1.1", "405", "Allow: GET, HEAD");
    check("nonsense", "400", "");
    check("GET /oa/app.wasm HTTP/1.1", "404", "");
}

#[test]
fn a_stopped_server_answers_nobody_and_another_takes_its_port() {
    let (server, base) = served();
    let mut open = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    server.stop();
    open.write_all(b"GET /oa/ HTTP/1.1\r\nHost: x\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    let _ = open.read_to_string(&mut answer);
    assert_eq!(answer, "");
    while TcpStream::connect(("127.0.0.1", server.port())).is_ok() {
        thread::sleep(Duration::from_millis(5));
    }
    let again = Server::start(Options::new(base.join("site")), server.port()).unwrap();
    assert!(ask(&again, "GET / HTTP/1.1").contains("first"));
    std::fs::remove_dir_all(base).unwrap();
}

#[test]
fn requests_are_recorded() {
    let (server, base) = served();
    ask(&server, "GET /oa/ HTTP/1.1");
    ask(&server, "GET /oa/none HTTP/1.1");
    std::fs::remove_dir_all(base).unwrap();
    let seen: Vec<_> = server
        .log()
        .into_iter()
        .map(|one| (one.target, one.status))
        .collect();
    assert_eq!(
        seen,
        [("/oa/".to_owned(), 200), ("/oa/none".to_owned(), 404)]
    );
}
