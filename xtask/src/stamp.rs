//! Whether something has to be made again: a hash of everything it is made from, kept beside it.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::run::{Res, read, root, write};

/// The first `digits` hexadecimal digits of the SHA-256 of `bytes`.
pub(crate) fn hash(bytes: &[u8], digits: usize) -> String {
    let digest = Sha256::digest(bytes);
    let text: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    text.chars().take(digits).collect()
}

/// The SHA-256 of `bytes` in base64, as a Content-Security-Policy names what may run.
pub(crate) fn base64_hash(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digest = Sha256::digest(bytes);
    let mut text = String::new();
    for three in digest.chunks(3) {
        let held = (0..3).fold(0, |held, at| {
            held << 8 | three.get(at).copied().map_or(0, usize::from)
        });
        for at in 0..4 {
            let letter = LETTERS.get(held >> (18 - 6 * at) & 63).copied();
            let filled = at <= three.len();
            text.push(letter.filter(|_| filled).map_or('=', char::from));
        }
    }
    text
}

/// A hash over the files named, relative to the root; a folder stands for everything below it, missing ones for nothing.
pub(crate) fn hash_of(inputs: &[&str], words: &[&str]) -> Res<String> {
    let mut hasher = Sha256::new();
    for word in words {
        hasher.update(word.as_bytes());
        hasher.update([0]);
    }
    for input in inputs {
        for path in files_below(&root().join(input)) {
            let name = path
                .strip_prefix(root())
                .unwrap_or(&path)
                .to_string_lossy()
                .into_owned();
            let bytes = read(&path)?;
            hasher.update(format!("{name}\0{}\0", bytes.len()).as_bytes());
            hasher.update(&bytes);
        }
    }
    Ok(hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// Every file below a folder (or the file itself), in the order of its path.
pub(crate) fn files_below(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let Ok(entries) = std::fs::read_dir(path) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| files_below(path)).collect()
}

/// Whether the stamp at `path` says `hash`.
pub(crate) fn is_current(path: &Path, hash: &str) -> bool {
    std::fs::read_to_string(path).is_ok_and(|text| text == hash)
}

/// Records that the work is done for `hash`.
pub(crate) fn record(path: &Path, hash: &str) -> Res {
    write(path, hash)
}

#[cfg(test)]
mod tests {
    use super::base64_hash;

    #[test]
    fn a_hash_is_written_as_policies_name_it() {
        assert_eq!(
            base64_hash(b""),
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}
