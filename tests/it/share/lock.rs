//! Links behind a password.

use jiping::share::{self, Link, LinkError, SALT};

use crate::support::{filled::filled_seed, seed};

/// The password of released links.
pub const PASSWORD: &str = "绩评 2024!";
pub const ONE: [u8; SALT] = [7; SALT];

/// Opens a locked link with a password.
fn unlock(code: &str, password: &str) -> Result<Link, LinkError> {
    match share::open(code)? {
        Link::Locked(locked) => locked.unlock(password),
        _ => panic!("not locked: {code}"),
    }
}

#[test]
fn the_right_password_opens_what_was_locked() {
    let document = filled_seed();
    let code = share::encode(&document).expect("a link");
    let locked = share::lock(&code, PASSWORD, &ONE).expect("a link");
    assert_eq!(unlock(&locked, PASSWORD), share::open(&code));
    assert_eq!(share::decode(&locked), Err(LinkError::NeedsPassword));
    // The salt, the tag, the effort and the kind.
    assert!(locked.len() <= code.len() + 48, "{}", locked.len());

    let code = share::encode_answers(&document).expect("a link");
    let locked = share::lock(&code, PASSWORD, &ONE).expect("a link");
    let Ok(Link::Answers(answers)) = unlock(&locked, PASSWORD) else {
        panic!("no answers")
    };
    assert_eq!(answers.fill(&seed()).expect("the table").document, document);
}

#[test]
fn a_wrong_password_is_told_apart_from_damage() {
    let code = share::encode(&filled_seed()).expect("a link");
    let locked = share::lock(&code, PASSWORD, &ONE).expect("a link");
    for wrong in ["", "绩评 2024", "绩评 2024! "] {
        assert_eq!(
            unlock(&locked, wrong),
            Err(LinkError::WrongPassword),
            "{wrong}"
        );
    }
    let mut altered = locked.clone();
    let last = if altered.ends_with('A') { "B" } else { "A" };
    altered.replace_range(locked.len() - 1.., last);
    assert_eq!(unlock(&altered, PASSWORD), Err(LinkError::Altered));
    let (arrived, declared) = (900, Some(locked.len()));
    assert_eq!(
        unlock(&locked[..900], PASSWORD),
        Err(LinkError::Cut { arrived, declared })
    );
}

#[test]
fn every_salt_gives_another_link() {
    let code = share::encode(&seed()).expect("a link");
    let lock = |salt| share::lock(&code, PASSWORD, &salt).expect("a link");
    assert_eq!(lock(ONE), lock(ONE));
    let (one, two) = (lock(ONE), lock([8; SALT]));
    let same = one.bytes().zip(two.bytes()).filter(|(a, b)| a == b);
    assert!(same.count() < one.len() / 10);
}

#[test]
fn a_locked_link_is_not_locked_again() {
    let code = share::encode(&seed()).expect("a link");
    let locked = share::lock(&code, PASSWORD, &ONE).expect("a link");
    assert_eq!(
        share::lock(&locked, PASSWORD, &ONE),
        Err(LinkError::NeedsPassword)
    );
    assert_eq!(share::lock("", PASSWORD, &ONE), Err(LinkError::NotALink));
}
