//! The release site, served for the tests.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use static_server::{Answered, Options, Server};

/// The repository's root.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the repository's root")
}

/// A folder below `target/e2e` for what a test makes; created when asked for.
#[must_use]
pub fn scratch(name: &str) -> PathBuf {
    let folder = repository().join("target/e2e").join(name);
    std::fs::create_dir_all(&folder).expect("a folder below target/e2e");
    folder
}

/// The single file under a name with Chinese and blanks, as people keep it; its address.
#[track_caller]
#[must_use]
pub fn single_file(name: &str) -> String {
    let from = repository().join("dist/jiping.html");
    let to = scratch("files").join(name);
    let copied = std::fs::copy(&from, &to);
    assert!(
        copied.is_ok(),
        "dist/jiping.html is missing: run `cargo xtask dist` first"
    );
    file_url(&to)
}

/// The address of a file of this machine.
#[must_use]
pub fn file_url(path: &Path) -> String {
    let bytes = path.to_string_lossy().into_owned().into_bytes();
    let letter = |byte: u8| match byte {
        b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let path: String = bytes.into_iter().map(letter).collect();
    format!("file://{path}")
}

/// A server on a free port; it ends with the test process.
#[derive(Clone, Debug)]
pub struct Site {
    server: Server,
}

impl Site {
    /// Serves the release site, which `cargo xtask build` makes.
    #[track_caller]
    #[must_use]
    pub fn serve() -> Self {
        Self::serve_with(|options| options)
    }

    /// Serves the release site in another way, such as below a folder.
    #[track_caller]
    #[must_use]
    pub fn serve_with(change: impl FnOnce(Options) -> Options) -> Self {
        let folder = repository().join("dist/site");
        assert!(
            folder.join("index.html").is_file(),
            "dist/site is missing: run `cargo xtask build` first"
        );
        Self::serve_folder(change(Options::new(folder)))
    }

    /// Serves any folder.
    #[track_caller]
    #[must_use]
    pub fn serve_folder(options: Options) -> Self {
        Self {
            server: Server::start(options, 0).expect("a free port"),
        }
    }

    /// Ends the server as if its machine were switched off.
    pub fn stop(&self) {
        self.server.stop();
    }

    /// Serves a folder at the address of a server that was stopped.
    #[track_caller]
    #[must_use]
    pub fn again(&self, options: Options) -> Self {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            match Server::start(options.clone(), self.server.port()) {
                Ok(server) => return Self { server },
                Err(error) => assert!(Instant::now() < deadline, "the port is not free: {error}"),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The page's address on this machine.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// The page's address under a plain-http intranet name, which every test browser maps to this machine.
    #[must_use]
    pub fn intranet_url(&self) -> String {
        self.url().replace("127.0.0.1", "oa.test")
    }

    /// What the server was asked for so far.
    #[must_use]
    pub fn log(&self) -> Vec<Answered> {
        self.server.log()
    }
}
