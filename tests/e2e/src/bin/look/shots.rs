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

/// One row met, one in another unit, one that lost points, one unreadable.
fn half(page: &Page) {
    for (row, text) in [
        ("i1", "16人"),
        ("i3", "2人"),
        ("i4", "10次"),
        ("i9", "看不清"),
    ] {
        page.type_into(&format!("[id='row.actual.{row}']"), text);
        page.press("Tab");
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
        // And at 200 %.
        State {
            name: "half-filled-200",
            width: 683,
            height: 384,
            scale: 2.0,
            ..at_office("", half)
        },
        at_office("dropped", |page| {
            let file = scratch("shots").join("自评 2022.json");
            std::fs::write(&file, "{}").expect("a file to drop");
            page.drop_file("#app", &file);
            page.wait("document.querySelector(\"[id='open.left']\")");
        }),
        at_office("half-filled", half),
        at_office("explained", |page| {
            half(page);
            page.click("[id='explain.i4']");
        }),
        at_office("edited-english", |page| {
            half(page);
            page.click("[id='do.structure']");
            page.wait("document.querySelector(\"[id='lock.i1']\")");
            page.click("[id='do.language']");
        }),
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
