//! `cargo xtask`: every set-up, build and test step of this repository, one command each.
//!
//! Each step says what it does, ends within a time limit, and on failure says in one sentence what is missing and how
//! to get it. Nothing is downloaded but from package registries.

mod page;
mod run;
mod serve;
mod setup;
mod site;
mod size;
mod stamp;

use run::Res;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]    install what is missing, build the release site, serve it on this computer
  build               the release site into dist/site
  size                weigh the first load; fails above the budget
";

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Res {
    match words {
        ["serve"] => serve::serve(None),
        ["serve", "--port", port] => serve::serve(Some(port)),
        ["build"] => site::build().map(drop),
        ["size"] => size::size(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        [unknown, ..] => Err(format!(
            "no command `{unknown}`; `cargo xtask help` lists them"
        )),
    }
}
