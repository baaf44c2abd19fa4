//! The page as one file that opens by a double click, asks for nothing and can say its own hash.
//!
//! Every script and the style sheet stand inside and are named by their SHA-256 in the policy; nothing else may run.
//! It carries the whole program only. The file is written exactly as a browser writes out what it has read, so that the running page can hand itself
//! over, byte by byte, and work out its own SHA-256: see `www/offline.js`.

use crate::page::{self, Parts};
use crate::run::Res;
use crate::stamp;

/// As the site's policy, but only what stands inside may run.
const POLICY: [&str; 3] = [
    "default-src 'none'; script-src",
    " 'wasm-unsafe-eval' 'unsafe-eval'; style-src",
    "; img-src data: blob:; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'",
];

/// The file.
pub(crate) fn page(parts: &Parts, version: &str) -> Res<String> {
    // The start comes last: the page is whole when it copies itself.
    let scripts = [&parts.whole, &parts.offline, &parts.start];
    if let Some(text) = scripts
        .iter()
        .chain([&&parts.licences])
        .find(|text| !can_stand_inside(text))
    {
        let start: String = text.chars().take(40).collect();
        return Err(format!("a script cannot stand inside a page: {start}…"));
    }
    let [first, then, last] = POLICY;
    let mut policy = first.to_owned();
    for script in scripts {
        policy.push_str(&source(script));
    }
    policy += then;
    let style = [parts.style.as_str(), &parts.later].concat();
    policy += &source(&style);
    policy += last;
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<style>{style}</style>"
    );
    // The place of an evaluation that travels with the file.
    let mut body = format!(
        "<script type=\"text/plain\" id=\"jiping-licences\">\n{}</script>\n\
         <script type=\"application/json\" id=\"jiping-document\"></script>\n",
        parts.licences
    );
    for script in scripts {
        body.push_str(&format!("<script>{script}</script>\n"));
    }
    page::frame(version, &head, body.trim_end()).map(|page| as_written_out(&page))
}

/// A script's or a style's name in the policy.
fn source(text: &str) -> String {
    format!(" 'sha256-{}'", stamp::base64_hash(text.as_bytes()))
}

/// Whether the text is the same after a browser has read it as a script's content.
fn can_stand_inside(script: &str) -> bool {
    !script.contains(['\r', '\0']) && !script.contains("</script") && !script.contains("<!--")
}

/// Leaves out the line ends that a browser drops or moves while reading.
fn as_written_out(page: &str) -> String {
    let page = page.replacen("\n<head>", "<head>", 1);
    let end = page.trim_end().trim_end_matches("</html>").trim_end();
    let end = end.trim_end_matches("</body>").trim_end();
    [end, "</body></html>"].concat()
}

#[cfg(test)]
mod tests {
    use super::{as_written_out, can_stand_inside, page};
    use crate::page::Parts;

    #[test]
    fn line_ends_stay_only_where_a_browser_keeps_them() {
        let page = "<!DOCTYPE html>\n<html>\n<head>\n</head>\n<body>\n<p></p>\n</body>\n</html>\n";
        let expected = "<!DOCTYPE html>\n<html><head>\n</head>\n<body>\n<p></p></body></html>";
        assert_eq!(as_written_out(page), expected);
    }

    #[test]
    fn what_would_end_a_script_is_refused() {
        assert!(can_stand_inside("a < b && c"));
        assert!(!can_stand_inside("\"</script>\""));
        assert!(!can_stand_inside("x<!--y"));
        assert!(!can_stand_inside("a\r\n"));
    }

    #[test]
    fn every_part_stands_inside_and_nothing_is_loaded() {
        let text = |text: &str| text.to_owned();
        let parts = Parts {
            glue: text("glue()"),
            core: text("core()"),
            more: text("more()"),
            whole: text("whole()"),
            keep: text("keep()"),
            worker: text("worker()"),
            start: text("start()"),
            offline: text("offline()"),
            style: text("p{}"),
            later: text("b{}"),
            licences: text("MIT & more"),
        };
        let file = page(&parts, "1.0+ab").unwrap();
        for part in ["whole()", "start()", "offline()"] {
            assert_eq!(file.matches(&format!("<script>{part}</script>")).count(), 1);
        }
        for part in ["core()", "more()", "keep()", "worker()"] {
            assert!(!file.contains(part), "one program is enough, and no worker");
        }
        assert!(file.contains("data-version=\"1.0+ab\""));
        assert!(file.contains("connect-src 'none'"));
        assert!(!file.contains("'self'") && !file.contains("unsafe-inline"));
        assert!(!file.contains(" src=\"") && !file.contains("stylesheet"));
        assert!(!file.contains("data-trunk"));
    }
}
