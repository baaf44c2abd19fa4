//! How Firefox is started: its options, and a profile that asks nothing of anybody.

use std::path::Path;

/// The line on standard error after which the port stands.
pub(crate) const LISTENS: &str = "WebDriver BiDi listening on ws://127.0.0.1:";

/// The command line, without the profile.
pub(crate) const OPTIONS: [&str; 4] = ["--headless", "--no-remote", "--remote-debugging-port", "0"];

/// What the window is called to be, and what root in a container needs.
pub(crate) const ENVIRONMENT: [(&str, &str); 4] = [
    ("MOZ_HEADLESS_WIDTH", "1366"),
    ("MOZ_HEADLESS_HEIGHT", "768"),
    ("MOZ_CRASHREPORTER_DISABLE", "1"),
    ("MOZ_DISABLE_CONTENT_SANDBOX", "1"),
];

/// The intranet name leads to this machine, downloads go to their folder without a question, and nothing of the
/// browser's own goes out.
const PREFERENCES: [(&str, &str); 16] = [
    ("network.dns.localDomains", "\"oa.test\""),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("network.prefetch-next", "false"),
    ("intl.accept_languages", "\"zh-CN,zh\""),
    ("app.update.disabledForTesting", "true"),
    ("browser.shell.checkDefaultBrowser", "false"),
    ("browser.startup.page", "0"),
    ("browser.startup.homepage_override.mstone", "\"ignore\""),
    ("browser.download.folderList", "2"),
    ("browser.download.useDownloadDir", "true"),
    ("browser.download.alwaysOpenPanel", "false"),
    (
        "browser.download.always_ask_before_handling_new_types",
        "false",
    ),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    (
        "services.settings.server",
        "\"data:,#remote-settings-dummy/v1\"",
    ),
    ("toolkit.startup.max_resumed_crashes", "-1"),
];

/// Writes the preferences into a new profile.
pub(crate) fn prepare(profile: &Path, downloads: &Path) -> std::io::Result<()> {
    let line = |name: &str, value: &str| format!("user_pref(\"{name}\", {value});\n");
    let mut text: String = PREFERENCES
        .iter()
        .map(|(name, value)| line(name, value))
        .collect();
    let folder = serde_json::Value::from(downloads.to_string_lossy()).to_string();
    text += &line("browser.download.dir", &folder);
    std::fs::write(profile.join("user.js"), text)
}
