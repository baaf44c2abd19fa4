//! 查找: whether and where a text holds another or a character.
//!
//! The library's search is made for long texts and is 2 kB of WebAssembly. The small program, whose texts are cells, goes
//! through them by the plainest means.

use crate::WHOLE;

/// Where a text holds another first.
pub fn find(text: &str, part: &str) -> Option<usize> {
    if WHOLE {
        text.find(part)
    } else {
        plainly(text, part)
    }
}

/// Whether a text holds another.
pub fn holds(text: &str, part: &str) -> bool {
    if WHOLE {
        text.contains(part)
    } else {
        plainly(text, part).is_some()
    }
}

/// Whether a text has a character.
pub fn has(text: &str, one: char) -> bool {
    if WHOLE {
        text.contains(one)
    } else {
        any(text, one)
    }
}

#[inline(never)]
fn plainly(text: &str, part: &str) -> Option<usize> {
    (0..=text.len()).find(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))
}

#[inline(never)]
fn any(text: &str, one: char) -> bool {
    text.chars().any(|each| each == one)
}

#[cfg(test)]
mod tests {
    use super::{any, plainly};

    #[test]
    fn the_plainest_search_finds_what_the_librarys_finds() {
        let texts = [
            "",
            "率",
            "完成率",
            "率完成率",
            "无**事故",
            "***",
            "a率a",
            "é",
        ];
        for text in texts {
            for part in texts.into_iter().chain(["**", "成率", "a"]) {
                assert_eq!(plainly(text, part), text.find(part), "{part} in {text}");
            }
            for one in ['率', '*', 'a', 'é'] {
                assert_eq!(any(text, one), text.contains(one), "{one} in {text}");
            }
        }
    }
}
