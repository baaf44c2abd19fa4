//! `cargo xtask serve`: from a fresh clone to the page in a browser.

use static_server::{Options, Server};

use crate::run::{Res, say, seconds};
use crate::site;

/// Tried first, so that the address, and with it the browser's drafts, stay the same from run to run.
const USUAL_PORT: u16 = 8433;

/// Builds what changed and serves it on this computer only, until it is stopped.
pub(crate) fn serve(port: Option<&str>) -> Res {
    let folder = site::build()?;
    let options = Options::new(folder);
    let server = match port {
        Some(word) => {
            let port = word
                .parse()
                .map_err(|_| format!("`{word}` is not a port number"))?;
            Server::start(options, port)
                .map_err(|error| format!("port {port} cannot be used: {error}"))?
        }
        None => Server::start(options.clone(), USUAL_PORT)
            .or_else(|_| Server::start(options, 0))
            .map_err(|error| format!("no port can be opened: {error}"))?,
    };
    say(&format!(
        "open {} — the 2022 table is loaded; Ctrl+C ends this",
        server.url()
    ));
    loop {
        std::thread::sleep(seconds(3600));
    }
}
