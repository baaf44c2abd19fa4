//! 加密链接: a link behind a password.
//!
//! XChaCha20-Poly1305 (IETF draft irtf-cfrg-xchacha) with a key and a nonce from Argon2id (RFC 9106) over
//! password and salt; the salt is an argument, new for every link, so that neither is ever used twice. The
//! checksum outside covers the locked bytes: a link that passes it and does not unlock has the wrong
//! password, not damage. Effort is bounded when opening: a link cannot ask for more than a weak PC has.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};

use super::frame::{self, Frame, Kind};
use super::{Link, LinkError, Locked, unpack};

/// Bytes of a salt.
pub const SALT: usize = 16;

/// MiB and passes of links that are made: the least that is recommended (19 MiB, 2 passes), in about half a
/// second on a slow PC.
const EFFORT: Effort = Effort { mib: 19, passes: 2 };
/// The most that a link may ask for.
const MOST: Effort = Effort { mib: 64, passes: 8 };

const KEY: usize = 32;
const NONCE: usize = 24;
const TAG: usize = 16;

/// How hard it is to try a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Effort {
    mib: u8,
    passes: u8,
}

/// Locks a link with a password. The salt has to be from chance and new for every link.
///
/// # Errors
/// No link; one that is locked already; one that becomes too long.
pub fn lock(code: &str, password: &str, salt: &[u8; SALT]) -> Result<String, LinkError> {
    let Frame { kind, payload } = frame::find(code)?;
    if kind == Kind::Locked {
        return Err(LinkError::NeedsPassword);
    }
    let head = [EFFORT.mib, EFFORT.passes];
    let (cipher, nonce) = cipher(password, salt, EFFORT)?;
    let mut bytes = Vec::with_capacity(payload.len() + 1);
    bytes.push(u8::try_from(kind.letter()).unwrap_or_default());
    bytes.extend(payload);
    let tag = cipher
        .encrypt_inout_detached(&nonce, &head, bytes.as_mut_slice().into())
        .map_err(|_| LinkError::TooLong)?;
    let mut locked = head.to_vec();
    locked.extend(salt);
    locked.extend(tag);
    locked.extend(bytes);
    frame::seal(Kind::Locked, &locked)
}

impl Locked {
    /// Unlocks it.
    ///
    /// # Errors
    /// The wrong password; a link that asks for too much effort; what is locked does not open.
    pub fn unlock(&self, password: &str) -> Result<Link, LinkError> {
        let parts = self.payload.split_first_chunk::<2>();
        let (head, rest) = parts.ok_or(LinkError::Malformed)?;
        let parts = rest.split_first_chunk::<SALT>();
        let (salt, rest) = parts.ok_or(LinkError::Malformed)?;
        let parts = rest.split_first_chunk::<TAG>();
        let (tag, bytes) = parts.ok_or(LinkError::Malformed)?;
        let [mib, passes] = *head;
        if mib > MOST.mib || passes > MOST.passes {
            return Err(LinkError::TooLarge);
        }
        let (cipher, nonce) = cipher(password, salt, Effort { mib, passes })?;
        let mut bytes = bytes.to_vec();
        cipher
            .decrypt_inout_detached(&nonce, head, bytes.as_mut_slice().into(), &Tag::from(*tag))
            .map_err(|_| LinkError::WrongPassword)?;
        let (kind, payload) = bytes.split_first().ok_or(LinkError::Malformed)?;
        match Kind::of(char::from(*kind)) {
            Some(kind) if kind != Kind::Locked => unpack(kind, payload.to_vec()),
            _ => Err(LinkError::Malformed),
        }
    }
}

/// The cipher and the nonce of a password.
fn cipher(
    password: &str,
    salt: &[u8; SALT],
    effort: Effort,
) -> Result<(XChaCha20Poly1305, XNonce), LinkError> {
    let memory = u32::from(effort.mib) * 1024;
    let params = Params::new(memory, effort.passes.into(), 1, Some(KEY + NONCE));
    let params = params.map_err(|_| LinkError::Malformed)?;
    let mut out = [0; KEY + NONCE];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut out)
        .map_err(|_| LinkError::TooLarge)?;
    let (key, nonce) = out.split_first_chunk::<KEY>().ok_or(LinkError::Malformed)?;
    let nonce: &[u8; NONCE] = nonce.try_into().map_err(|_| LinkError::Malformed)?;
    Ok((XChaCha20Poly1305::new(&(*key).into()), (*nonce).into()))
}

#[cfg(test)]
mod tests {
    use super::{MOST, SALT, TAG};
    use crate::share::frame::{Kind, seal};
    use crate::share::{Link, LinkError, open};

    #[track_caller]
    fn fails(payload: &[u8], error: LinkError) {
        let code = seal(Kind::Locked, payload).unwrap();
        let Ok(Link::Locked(locked)) = open(&code) else {
            panic!("not locked")
        };
        assert_eq!(locked.unlock("x"), Err(error));
    }

    #[test]
    fn a_link_cannot_ask_for_more_than_a_weak_pc_has() {
        let rest = [0; SALT + TAG + 9];
        fails(
            &[&[MOST.mib + 1, 1], &rest[..]].concat(),
            LinkError::TooLarge,
        );
        fails(
            &[&[8, MOST.passes + 1], &rest[..]].concat(),
            LinkError::TooLarge,
        );
        fails(&[&[0, 1], &rest[..]].concat(), LinkError::Malformed);
        fails(&[&[8, 0], &rest[..]].concat(), LinkError::Malformed);
        fails(&[&[8, 1], &rest[..]].concat(), LinkError::WrongPassword);
    }

    #[test]
    fn a_payload_without_its_parts_is_refused() {
        for length in [0, 1, 2, 17, 18, 33] {
            fails(&vec![1; length], LinkError::Malformed);
        }
    }
}
