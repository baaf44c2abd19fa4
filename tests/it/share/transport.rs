//! What happens to links on their way: cut, altered, decorated, wrapped.

use jiping::document::Document;
use jiping::share::{self, LinkError};
use proptest::prelude::*;

use crate::support::{example, filled};

fn code() -> String {
    share::encode(&example()).expect("a link")
}

#[track_caller]
fn opens(text: &str) {
    let shared = share::decode(text).expect(text);
    assert_eq!(shared.document, example(), "{text}");
}

#[track_caller]
fn fails(text: &str, error: LinkError) {
    assert_eq!(share::decode(text), Err(error), "{text}");
}

#[test]
fn only_letters_that_chat_programs_leave_alone() {
    let code = share::encode(&filled::filled_seed()).expect("a link");
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    assert!(code.chars().all(plain), "{code}");
    assert!(code.starts_with("jp1e"));
    let length = code[4..].split('.').next().expect("a length");
    assert_eq!(length.parse(), Ok(code.len()));
}

#[test]
fn a_link_opens_with_anything_around_it() {
    let code = code();
    opens(&code);
    for around in [
        "#{}",
        "https://example.cn/jiping/#{}",
        "file:///C:/%E7%BB%A9/jiping.html#{}",
        "  {}\n",
        "https://example.cn/#{}&shareTo=weixin",
        "https://example.cn/#{}?from=singlemessage&isappinstalled=0",
        "https://example.cn/#{}。",
        "自评在这里：https://example.cn/#{}，请查收。",
        "（https://example.cn/#{}）",
        "<https://example.cn/#{}>",
        "[链接](https://example.cn/#{})",
        "\"{}\"",
        "{}.",
        "{}...",
        "{}-_Abc",
        "https://example.cn/%23{}",
        "看 jp1 的 jp2e5. 不是 {}",
        "https://jp1e900.cn/#{}",
    ] {
        opens(&around.replace("{}", &code));
    }
}

#[test]
fn a_link_that_mail_wrapped_opens() {
    let code = code();
    for gap in ["\n", "\r\n", "\u{200b}", "\u{ad}", " ", "\n> ", "\u{3000}"] {
        let wrapped: Vec<&str> = (0..code.len())
            .step_by(76)
            .map(|at| &code[at..code.len().min(at + 76)])
            .collect();
        let text = wrapped.join(gap);
        if gap.contains('>') {
            // Quoting marks are no spaces: told as cut, never shown.
            let declared = Some(code.len());
            fails(
                &text,
                LinkError::Cut {
                    arrived: 76,
                    declared,
                },
            );
        } else {
            opens(&format!("https://example.cn/#{text}"));
        }
    }
}

#[test]
fn a_cut_link_says_how_much_arrived() {
    let code = code();
    let head = code.find('.').expect("a point") + 1;
    for end in 3..code.len() {
        let declared = (end >= head).then_some(code.len());
        let cut = LinkError::Cut {
            arrived: end,
            declared,
        };
        let part = &code[..end];
        fails(part, cut.clone());
        fails(&format!("https://example.cn/#{part}"), cut.clone());
        fails(
            &format!("https://example.cn/#{part}&shareTo=weixin"),
            cut.clone(),
        );
        fails(
            &format!("请看 https://example.cn/#{part}… 收到请回复"),
            cut.clone(),
        );
        if end >= head {
            fails(&format!("#{part} see above"), cut);
        }
    }
}

#[test]
fn an_altered_link_is_never_shown() {
    let code = code();
    for at in 0..code.len() {
        for letter in ['A', 'z', '0', '9', '_'] {
            let mut altered = code.clone();
            altered.replace_range(at..=at, &letter.to_string());
            if altered != code {
                share::decode(&altered).expect_err(&altered);
            }
        }
    }
    let mut altered = code.clone();
    altered.replace_range(40..41, if &code[40..41] == "x" { "y" } else { "x" });
    fails(&altered, LinkError::Altered);
    fails(&code.to_lowercase(), LinkError::Altered);
    let mut swapped = code.into_bytes();
    let at = (30..)
        .find(|at| swapped[*at] != swapped[at + 1])
        .expect("two letters");
    swapped.swap(at, at + 1);
    fails(
        &String::from_utf8(swapped).expect("letters"),
        LinkError::Altered,
    );
}

#[test]
fn other_texts_are_no_links() {
    for text in [
        "",
        "#",
        "https://example.cn/",
        "https://example.cn/#top",
        "jpeg 图片",
        "jp",
        "ajp1e13.AAAAAAx",
        "jp1 is short",
        "{\"format\":\"jiping\"}",
    ] {
        fails(text, LinkError::NotALink);
    }
}

#[test]
fn a_newer_link_says_so() {
    // Version 2 and a kind that version 1 does not have, with their checksums.
    fails("jp2e16.hmSc-gAAAA", LinkError::Altered);
    for text in super::golden::NEWER {
        let version = text[2..].chars().next().and_then(|c| c.to_digit(10));
        let found = version.expect("a version");
        fails(text, LinkError::NewerVersion { found });
    }
}

#[test]
fn a_text_too_long_for_a_link_is_not_looked_at() {
    let text = format!("{}{}", " ".repeat(800_000), code());
    fails(&text, LinkError::TooLong);
}

/// Texts by chance that look like links.
fn scrambled() -> impl Strategy<Value = String> {
    (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        "[A-Za-z0-9_.# \\n-]{0,12}",
    )
        .prop_map(|(from, to, piece)| {
            let mut code = code();
            let (from, to) = (from.index(code.len()), to.index(code.len()));
            code.replace_range(from.min(to)..from.max(to), &piece);
            code
        })
}

proptest! {
    #[test]
    fn whatever_arrives_is_the_senders_or_an_error(text in scrambled()) {
        let opened: Result<Document, LinkError> = share::decode(&text).map(|shared| shared.document);
        prop_assert!(opened.is_err() || opened == Ok(example()));
    }

    #[test]
    fn no_text_panics(text in any::<String>(), letters in "jp1[eak][0-9]{1,3}\\.[A-Za-z0-9_-]{0,80}") {
        let _ = share::open(&text);
        let _ = share::open(&letters);
    }
}
