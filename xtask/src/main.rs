//! `cargo xtask`: every set-up, build and test step of this repository, one command each.
//!
//! Each step says what it does, ends within a time limit, and on failure says in one sentence what is missing and how
//! to get it. Nothing is downloaded but from package registries.

mod api;
mod bench;
mod browsers;
mod bulk;
mod dist;
mod ends;
mod licences;
mod look;
mod names;
mod order;
mod pack;
mod page;
mod report;
mod run;
mod serve;
mod setup;
mod single;
mod site;
mod size;
mod stamp;
mod test;
mod trunk;
mod unit;
mod wasm;
mod weigh;

use run::Res;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]    install what is missing, build the release site, serve it on this computer
  test [part]         install what is missing and run every test, or one part:
                      style, native, app, unit, api, e2e, size
  build               the release site into dist/site
  dist [--verify]     site, single file and archive into dist; builds twice and compares
  api                 the JavaScript interface into dist/api
  size                weigh the first load; fails above the budget
  size modules [api]  where the program's bytes are, by module and function
  bench [part]        benchmarks, or one part: native, wasm, browser [name]
  shots [folder]      screenshots of the page's states, to look at
  e2e [filter]        build what changed, then the journeys in real browsers
  browsers            fetch the old browsers that the journeys run on
  trunk [build|serve] Trunk with the pinned tools, for developing
  total [code..]      the closing line of .ci/run
";

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            if !message.is_empty() {
                eprintln!("xtask: {message}");
            }
            std::process::ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Res {
    match words {
        ["serve"] => serve::serve(None),
        ["serve", "--port", port] => serve::serve(Some(port)),
        ["test", parts @ ..] => test::test(parts),
        ["build"] => site::build().map(drop),
        ["dist", rest @ ..] => dist::dist(rest),
        ["api"] => api::build().map(drop),
        ["size"] => size::size(),
        ["size", "modules"] => weigh::modules("jiping", "app"),
        ["size", "modules", "api"] => weigh::modules("jiping-api", "api"),
        ["bench", rest @ ..] => bench::bench(rest),
        ["shots", rest @ ..] => look::shots(rest),
        ["e2e", rest @ ..] => test::journeys_only(rest),
        ["browsers"] => browsers::fetch().map(drop),
        ["trunk", rest @ ..] => trunk::trunk(rest),
        ["total", codes @ ..] => report::total(codes),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        [unknown, ..] => Err(format!(
            "no command `{unknown}`; `cargo xtask help` lists them"
        )),
    }
}
