//! Timings: natively, as WebAssembly under Node, and in a browser.

use crate::look::look;
use crate::run::{Res, cargo, command, make_dir, run, say, seconds, target};
use crate::setup::{self, WASM};
use crate::wasm::{self, Aim};
use crate::{browsers, bulk, dist};

/// `cargo xtask bench [native|wasm|browser [name]]`: all of them, or one.
pub(crate) fn bench(words: &[&str]) -> Res {
    let all = words.is_empty();
    if all || words == ["native"] {
        say("natively (benches/evaluate.rs)");
        run(cargo(&["bench", "--locked"]), seconds(2400), "")?;
    }
    if all || words == ["wasm"] {
        under_node()?;
    }
    match words {
        [] => in_browser(&[]),
        ["browser", rest @ ..] => in_browser(rest),
        ["native" | "wasm"] => Ok(()),
        _ => Err("bench takes native, wasm, or browser and a name".to_owned()),
    }
}

/// The core alone as the page ships it and as the interface ships it: the same flags, the same lowering.
fn under_node() -> Res {
    setup::for_build()?;
    for (aim, whose) in [(Aim::Size, "page"), (Aim::Speed, "JavaScript interface")] {
        let profile = aim.profile();
        say(&format!(
            "as WebAssembly, under Node (benches/wasm), as the {whose} is built (profile `{profile}`)"
        ));
        timed(aim)?;
    }
    Ok(())
}

fn timed(aim: Aim) -> Res {
    let profile = aim.profile();
    let mut build = wasm::builder(aim, wasm::flags());
    build.args(["--package", "bench-wasm"]);
    run(build, seconds(2400), "the compiler's message is above")?;
    let folder = target("xtask/bench");
    make_dir(&folder)?;
    let program = folder.join("bench.wasm");
    let built = target(&format!("{WASM}/{profile}/bench_wasm.wasm"));
    let worded = folder.join("worded.wasm");
    bulk::lower_file(&built, &worded, false)?;
    wasm::lower(&worded, &program, aim)?;
    let mut node = command("node", &["benches/wasm/run.mjs"]);
    node.arg(&program);
    run(node, seconds(600), "")
}

/// Cold starts of every browser, and the scripts of `tests/e2e/bench` in the served release page.
fn in_browser(words: &[&str]) -> Res {
    dist::build()?;
    browsers::fetch()?;
    say("in the browser (tests/e2e/bench, tests/e2e/src/bin/look/start.rs)");
    let mut bench = look(&["bench"]);
    bench.args(words);
    run(bench, seconds(900), "")
}
