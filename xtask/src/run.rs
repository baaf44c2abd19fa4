//! Running other programs: with a time limit, without standard input, and with one sentence when they fail.

use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What a step ends with: a result, or one sentence.
pub(crate) type Res<T = ()> = Result<T, String>;

/// Seconds, for time limits.
pub(crate) const fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// Says what is being done.
pub(crate) fn say(what: &str) {
    println!("→ {what}");
    let _ = std::io::stdout().flush();
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A path below `target/`, cargo's own or the one that was configured.
pub(crate) fn target(below: &str) -> PathBuf {
    let base =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    if base.is_absolute() {
        base.join(below)
    } else {
        root().join(base).join(below)
    }
}

/// A path in this user's cache, for what is large and does not depend on the sources.
pub(crate) fn cache(below: &str) -> PathBuf {
    let given = std::env::var_os("JIPING_CACHE").map(PathBuf::from);
    let user = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = std::env::home_dir().map(|home| home.join(".cache"));
    let base = given.or_else(|| user.or(home).map(|cache| cache.join("jiping")));
    base.unwrap_or_else(|| target("cache")).join(below)
}

/// A command that runs in the repository's root.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this.
pub(crate) fn cargo(words: &[&str]) -> Command {
    command(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        words,
    )
}

/// Creates a directory with its parents.
pub(crate) fn make_dir(path: &Path) -> Res {
    std::fs::create_dir_all(path)
        .map_err(|error| format!("cannot create {}: {error}", path.display()))
}

/// A file's bytes.
pub(crate) fn read(path: &Path) -> Res<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// A file's text.
pub(crate) fn read_text(path: &Path) -> Res<String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Writes a file.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Res {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// Runs a command to its end, its output going where ours goes.
pub(crate) fn run(command: Command, limit: Duration, advice: &str) -> Res {
    let name = name_of(&command);
    let status = finish(spawn(command, &name)?, limit, &name)?;
    judge(status, &name, advice)
}

/// Runs a command and returns what it printed, standard error and all only when it fails.
pub(crate) fn capture(mut command: Command, limit: Duration, advice: &str) -> Res<String> {
    let name = name_of(&command);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = spawn(command, &name)?;
    let out = collect(child.stdout.take());
    let errors = collect(child.stderr.take());
    let status = finish(child, limit, &name)?;
    let patience = seconds(5);
    let out = out.recv_timeout(patience).unwrap_or_default();
    if status.success() {
        return Ok(out);
    }
    eprint!("{out}{}", errors.recv_timeout(patience).unwrap_or_default());
    judge(status, &name, advice).map(|()| out)
}

/// Runs a command, shows each line of its standard output and keeps it; also tells whether it succeeded.
pub(crate) fn watch(mut command: Command, limit: Duration) -> Res<(bool, Vec<String>)> {
    let name = name_of(&command);
    command.stdout(Stdio::piped());
    let mut child = spawn(command, &name)?;
    let (sender, lines) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        thread::spawn(move || {
            for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                println!("{line}");
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
    } else {
        drop(sender);
    }
    let status = finish(child, limit, &name);
    let deadline = Instant::now() + seconds(5);
    let mut kept = Vec::new();
    while let Ok(line) = lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        kept.push(line);
    }
    match status {
        Ok(status) => Ok((status.success(), kept)),
        Err(message) => {
            eprintln!("xtask: {message}");
            Ok((false, kept))
        }
    }
}

/// Whether a program is there and answers to `words`.
pub(crate) fn answers(program: &str, words: &[&str]) -> bool {
    capture(command(program, words), seconds(20), "").is_ok()
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words = command
        .get_args()
        .take(3)
        .map(|word| word.to_string_lossy());
    let words: Vec<_> = words.filter(|word| !word.contains('/')).collect();
    format!("{} {}", program.to_string_lossy(), words.join(" "))
        .trim()
        .to_owned()
}

fn spawn(mut command: Command, name: &str) -> Res<Child> {
    // Away from a terminal a group of its own, so that a time-out ends the whole family; at a terminal Ctrl-C does.
    #[cfg(unix)]
    if !std::io::stdin().is_terminal() {
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
    }
    command
        .spawn()
        .map_err(|error| format!("`{name}` cannot be started: {error}"))
}

fn finish(mut child: Child, limit: Duration, name: &str) -> Res<ExitStatus> {
    let deadline = Instant::now() + limit;
    let mut pause = Duration::from_millis(2);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if Instant::now() < deadline => {
                thread::sleep(pause);
                pause = (pause * 2).min(Duration::from_millis(100));
            }
            Ok(None) => {
                end_family(&mut child);
                return Err(format!(
                    "`{name}` did not end within {} seconds and was stopped",
                    limit.as_secs()
                ));
            }
            Err(error) => return Err(format!("`{name}` was lost: {error}")),
        }
    }
}

fn end_family(child: &mut Child) {
    #[cfg(unix)]
    if !std::io::stdin().is_terminal() {
        let group = format!("kill -9 -{}", child.id());
        let _ = Command::new("sh")
            .args(["-c", &group])
            .stderr(Stdio::null())
            .status();
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn judge(status: ExitStatus, name: &str, advice: &str) -> Res {
    if status.success() {
        return Ok(());
    }
    let gap = if advice.is_empty() { "" } else { "; " };
    Err(format!("`{name}` failed ({status}){gap}{advice}"))
}

fn collect(from: Option<impl std::io::Read + Send + 'static>) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    if let Some(mut from) = from {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = from.read_to_end(&mut bytes);
            let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
        });
    }
    receiver
}
