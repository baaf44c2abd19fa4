//! Pictures of the page's states, for people to look at. A state is a name, a browser, a window and steps.

use std::path::Path;

use e2e::{Engine, Page, Site, scratch};

/// One state to be pictured.
struct State {
    name: &'static str,
    /// `current`, or an old Chromium's version.
    engine: &'static str,
    width: u32,
    height: u32,
    scale: f64,
    steps: fn(&Page),
}

const fn at_office(name: &'static str, steps: fn(&Page)) -> State {
    State {
        name,
        engine: "current",
        width: 1366,
        height: 768,
        scale: 1.0,
        steps,
    }
}

fn states() -> Vec<State> {
    let nothing: fn(&Page) = |_| {};
    vec![
        at_office("first-open", nothing),
        State {
            name: "first-open-1024",
            width: 1024,
            ..at_office("", nothing)
        },
        // Windows at 150 %: fewer CSS pixels, finer ones.
        State {
            name: "first-open-150",
            width: 911,
            height: 512,
            scale: 1.5,
            ..at_office("", nothing)
        },
        State {
            name: "first-open-69",
            engine: "69",
            ..at_office("", nothing)
        },
        at_office("paper", |page| page.media("print")),
    ]
}

/// Takes all pictures, or those whose name contains `only`.
pub(crate) fn take(folder: &str, only: Option<&str>) -> bool {
    let folder = if folder.is_empty() {
        scratch("shots")
    } else {
        folder.into()
    };
    std::fs::create_dir_all(&folder).expect("the folder for the pictures");
    let site = Site::serve();
    for state in states()
        .iter()
        .filter(|state| only.is_none_or(|part| state.name.contains(part)))
    {
        let Some(engine) = Engine::all()
            .into_iter()
            .find(|engine| engine.name == state.engine)
        else {
            println!("  {} is left out: no browser {}", state.name, state.engine);
            continue;
        };
        let page = Page::open(engine, &site.url());
        page.viewport(state.width, state.height, state.scale);
        page.settle();
        (state.steps)(&page);
        page.settle();
        let path = Path::new(&folder).join(format!("{}.png", state.name));
        page.screenshot(&path);
        println!("  {}", path.display());
        if state.name == "paper" {
            page.pdf(&path.with_extension("pdf"), true);
        }
    }
    true
}
