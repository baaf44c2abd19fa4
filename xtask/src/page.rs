//! `www/index.html` made into the release page: style sheets joined, hashed names, the version, and the policy that
//! forbids every request and every foreign script.

use std::path::Path;

use crate::run::{Res, read_text, root, write};
use crate::stamp;

/// Below Chromium 97 WebAssembly needs `'unsafe-eval'`; later ones take `'wasm-unsafe-eval'`. No request leaves the
/// page, not even to its own server: `connect-src` falls to `'none'`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; worker-src blob:; manifest-src 'self'; connect-src 'none'; base-uri 'none'; \
     form-action 'none'";
const POLICY_PLACE: &str = "<!-- The release build puts the Content-Security-Policy here. -->";
const SHEET: &str = "<link data-trunk rel=\"css\" href=\"";

/// What the page loads.
pub(crate) struct Parts {
    /// wasm-bindgen's script.
    pub(crate) glue: String,
    /// The small program in its carrier.
    pub(crate) core: String,
    /// The whole program with its glue in its carrier.
    pub(crate) more: String,
    /// The start script.
    pub(crate) boot: String,
    /// All style sheets.
    pub(crate) style: String,
}

/// The style sheets that index.html names, joined in its order.
pub(crate) fn style_sheets() -> Res<String> {
    let page = read_text(&root().join("www/index.html"))?;
    let names = page
        .lines()
        .filter_map(|line| line.trim().strip_prefix(SHEET)?.split('"').next());
    names
        .map(|name| read_text(&root().join("www").join(name)))
        .collect()
}

/// Writes the page and its parts under names that carry their hashes.
pub(crate) fn write_site(folder: &Path, parts: &Parts) -> Res {
    let page = read_text(&root().join("www/index.html"))?;
    let all = [
        &page,
        &parts.glue,
        &parts.core,
        &parts.more,
        &parts.boot,
        &parts.style,
    ]
    .map(String::as_str)
    .concat();
    let version = format!("{}+{}", package_version()?, stamp::hash(all.as_bytes(), 8));
    let named = |stem: &str, text: &str, ending: &str| -> Res<String> {
        let name = format!("{stem}-{}.{ending}", stamp::hash(text.as_bytes(), 8));
        write(&folder.join(&name), text).map(|()| name)
    };
    let glue = named("glue", &parts.glue, "js")?;
    let core = named("core", &parts.core, "js")?;
    let more = named("more", &parts.more, "js")?;
    let boot = named("boot", &parts.boot, "js")?;
    let style = named("style", &parts.style, "css")?;
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <link rel=\"stylesheet\" href=\"{style}\">"
    );
    let page = replace(&page, POLICY_PLACE, &head)?;
    let page = replace(
        &page,
        "data-version=\"dev\"",
        &format!("data-version=\"{version}\""),
    )?;
    let page = replace(&page, "src=\"boot.js\"", &format!("src=\"{boot}\""))?;
    let page = replace(
        &page,
        "data-glue=\"jiping.js\"",
        &format!("data-glue=\"{glue}\""),
    )?;
    let page = replace(
        &page,
        "data-core=\"jiping_bg.wasm\"",
        &format!("data-core=\"{core}\""),
    )?;
    let page = replace(&page, "data-more=\"\"", &format!("data-more=\"{more}\""))?;
    let kept = |line: &&str| !line.contains("data-trunk") && !line.starts_with("<!-- ");
    let page: String = page
        .lines()
        .map(str::trim)
        .filter(kept)
        .flat_map(|line| [line, "\n"])
        .collect();
    write(&folder.join("index.html"), page)
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
        Err(format!("www/index.html must contain {place} once"))
    }
}
