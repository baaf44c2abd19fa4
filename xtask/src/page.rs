//! `www/index.html` made into the release page: style sheets joined, hashed names, the version, and the policy that
//! forbids every request and every foreign script.

use std::path::Path;

use crate::run::{Res, make_dir, read_text, root, write};
use crate::stamp;

/// Below Chromium 97 WebAssembly needs `'unsafe-eval'`; later ones take `'wasm-unsafe-eval'`. No request leaves the
/// page, not even to its own server: `connect-src` falls to `'none'`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; worker-src 'self' blob:; manifest-src 'self'; connect-src 'none'; base-uri 'none'; \
     form-action 'none'";
const POLICY_PLACE: &str = "<!-- The release build puts the Content-Security-Policy here. -->";
const PAGE: &str = "index.html";
const SHEET: &str = "<link data-trunk rel=\"css\" href=\"";
const LATER: &str = " data-later>";

const SCRIPTS: [&str; 2] = ["<script src=\"check.js\"", "<script src=\"boot.js\""];

/// What the page is made of.
pub(crate) struct Parts {
    /// wasm-bindgen's script of the first program.
    pub(crate) glue: String,
    /// The first program in its carrier.
    pub(crate) core: String,
    /// The whole program with its glue, in one script.
    pub(crate) more: String,
    /// The page's foot and the start script, which run in this order.
    pub(crate) start: String,
    /// The whole program as wasm-opt leaves it, for the single file: it starts sooner unsorted and is not sent.
    pub(crate) whole: String,
    /// What hands over the single file.
    pub(crate) offline: String,
    /// The switch of the service worker, and the worker itself without its list.
    pub(crate) keep: String,
    pub(crate) worker: String,
    /// The style sheets of the first load.
    pub(crate) style: String,
    /// Those that the whole program brings.
    pub(crate) later: String,
    /// The licences of what is inside.
    pub(crate) licences: String,
}

/// The style sheets that index.html names, joined in its order: those of the first load, then those that only the
/// whole program needs.
pub(crate) fn style_sheets() -> Res<[String; 2]> {
    let page = read_text(&root().join("www/index.html"))?;
    let mut joined = [String::new(), String::new()];
    let [first, later] = &mut joined;
    for line in page.lines().filter_map(|line| line.strip_prefix(SHEET)) {
        let name = line.split('"').next().unwrap_or_default();
        let place = if line.contains(LATER) {
            &mut *later
        } else {
            &mut *first
        };
        place.push_str(&read_text(&root().join("www").join(name))?);
    }
    Ok(joined)
}

/// The version of what is made from these parts: the crate's, and a hash over everything that can run or be seen.
pub(crate) fn version(parts: &Parts) -> Res<String> {
    let page = read_text(&root().join("www/index.html"))?;
    let all = [
        &page,
        &parts.glue,
        &parts.core,
        &parts.more,
        &parts.start,
        &parts.offline,
        &parts.keep,
        &parts.worker,
        &parts.style,
        &parts.later,
        &parts.licences,
    ];
    let all = all.map(String::as_str).concat();
    Ok(format!(
        "{}+{}",
        package_version()?,
        stamp::hash(all.as_bytes(), 8)
    ))
}

/// Writes the page and its parts under names that carry their hashes; `single` is the page as one file.
pub(crate) fn write_site(folder: &Path, parts: &Parts, version: &str, single: &str) -> Res {
    let mut kept = Vec::new();
    let mut put = |name: String, text: &str| -> Res<String> {
        write(&folder.join(&name), text)?;
        let file = if name == PAGE { "./" } else { &name };
        kept.push(format!(
            "\"{file}\":\"{}\"",
            stamp::base64_hash(text.as_bytes())
        ));
        Ok(name)
    };
    let mut named = |stem: &str, text: &str, ending: &str| {
        let hash = stamp::hash(text.as_bytes(), 8);
        put(format!("{stem}-{hash}.{ending}"), text)
    };
    let glue = named("glue", &parts.glue, "js")?;
    let core = named("core", &parts.core, "js")?;
    let more = named("more", &parts.more, "js")?;
    let boot = named("boot", &parts.start, "js")?;
    let keep = named("keep", &parts.keep, "js")?;
    let style = named("style", &parts.style, "css")?;
    let later = named("more", &parts.later, "css")?;
    let carried = format!("window.jipingSingle=\"{}\";\n", quoted(single));
    let offline = named("offline", &(carried + &parts.offline), "js")?;
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <link rel=\"stylesheet\" href=\"{style}\">"
    );
    let script = format!(
        "<script src=\"{boot}\" charset=\"utf-8\" data-glue=\"{glue}\" data-core=\"{core}\" \
         data-more=\"{more}\" data-style=\"{later}\" data-offline=\"{offline}\" data-keep=\"{keep}\"></script>\n"
    );
    put("THIRD-PARTY.txt".to_owned(), &parts.licences)?;
    put(PAGE.to_owned(), &frame(version, &head, &script)?)?;
    let list = format!("{{{}}}", kept.join(","));
    write(
        &folder.join("sw.js"),
        worker(&parts.worker, version, &list)?,
    )
}

/// The service worker of one version, with the list of its files.
fn worker(script: &str, version: &str, list: &str) -> Res<String> {
    let script = replace(script, "{version}", version)?;
    replace(&script, "LIST", list)
}

/// What the page itself never asks for: the schema of its files, and settings for web servers, none of which is needed.
pub(crate) fn write_extras(site: &Path) -> Res {
    for (name, text) in [
        (
            "schema/jiping-1.json",
            include_str!("../../www/schema/jiping-1.json"),
        ),
        ("samples/nginx.conf", include_str!("../offline/nginx.conf")),
        ("samples/web.config", include_str!("../offline/web.config")),
        ("samples/Caddyfile", include_str!("../offline/Caddyfile")),
    ] {
        let file = site.join(name);
        make_dir(file.parent().unwrap_or(site))?;
        write(&file, text)?;
    }
    Ok(())
}

/// The version that a made page says it is.
pub(crate) fn version_of(page: &[u8]) -> Res<String> {
    let page = String::from_utf8_lossy(page);
    let version = page.split("data-version=\"").nth(1);
    version
        .and_then(|rest| rest.split('"').next())
        .map(str::to_owned)
        .ok_or_else(|| "the page names no version".to_owned())
}

/// The page's frame with what a release puts into its head and at the end of its body; nothing that Trunk reads.
pub(crate) fn frame(version: &str, head: &str, scripts: &str) -> Res<String> {
    let page = read_text(&root().join("www/index.html"))?;
    let kept = |line: &&str| {
        let ours = SCRIPTS.iter().any(|script| line.starts_with(script));
        let comment = line.starts_with("<!-- ") && *line != POLICY_PLACE;
        !line.contains("data-trunk") && !comment && !ours
    };
    let page: String = page
        .lines()
        .map(str::trim)
        .filter(kept)
        .flat_map(|line| [line, "\n"])
        .collect();
    let page = replace(&page, POLICY_PLACE, head)?;
    let version = format!("data-version=\"{version}\"");
    let page = replace(&page, "data-version=\"dev\"", &version)?;
    replace(&page, "</body>\n", &format!("{scripts}</body>\n"))
}

/// A text between double quotes of JavaScript.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '"' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\u{2028}' => quoted.push_str("\\u2028"),
            '\u{2029}' => quoted.push_str("\\u2029"),
            letter => quoted.push(letter),
        }
    }
    quoted
}

/// The crate's version.
pub(crate) fn package_version() -> Res<String> {
    let manifest = read_text(&root().join("Cargo.toml"))?;
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \""));
    line.and_then(|rest| rest.split('"').next())
        .map(str::to_owned)
        .ok_or_else(|| "Cargo.toml has no line `version = \"…\"`".to_owned())
}

fn replace(page: &str, place: &str, with: &str) -> Res<String> {
    if page.matches(place).count() == 1 {
        Ok(page.replace(place, with))
    } else {
        Err(format!("the page or the worker must contain {place} once"))
    }
}
