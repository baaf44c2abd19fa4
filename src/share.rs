//! 分享链接: an evaluation as a short text that passes through chat programs, and back.
//!
//! Lossless, and byte-equal for equal documents. A link that was cut or altered says so and nothing else is
//! shown. Whatever was ever sent opens for ever: `docs/LINK.md` has the format, `tests/golden/links` one of
//! each form. The core reads no chance: salts are arguments.

mod base64;
mod error;
mod frame;
#[cfg(feature = "lock")]
mod lock;
mod pack;
#[cfg(feature = "qr")]
mod qr;
mod squeeze;
mod table_id;
mod wire;
mod words;

pub use error::{LinkError, MAX_LINK};
#[cfg(feature = "lock")]
pub use lock::{SALT, lock};
#[cfg(feature = "qr")]
pub use qr::{QrCode, qr};
pub use table_id::TableId;

use std::rc::Rc;

use crate::compare::{Comparison, compare};
use crate::document::Document;
use crate::document::json::{Brief, Loaded, Note, NoteKind};
use crate::policy::{Policy, builtin};
use frame::{Frame, Kind};
use wire::Extent;

/// What a link turns out to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A whole evaluation.
    Whole(Shared),
    /// Only what was filled in.
    Answers(Answers),
    /// Either, behind a password.
    Locked(Locked),
}

/// An evaluation that came in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The evaluation.
    pub document: Document,
    /// What there is to tell about it.
    pub notes: Vec<Note>,
    /// The policy it was made under.
    pub policy: SentPolicy,
}

/// What there is to tell of an evaluation that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The policy it was made under.
    pub policy: SentPolicy,
    /// What else: the fields that we do not know.
    pub about: Brief,
}

impl Sent {
    /// What there is to tell, where these are the notes of reading it.
    #[must_use]
    pub fn new(policy: SentPolicy, notes: Vec<Note>) -> Self {
        let about = Brief {
            policy: None,
            ..Brief::of(notes)
        };
        Self { policy, about }
    }
}

/// The policy that a link was made under, beside ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentPolicy {
    /// A built-in one, as we have it.
    Ours,
    /// A built-in one of another version; the document has ours.
    OtherVersion {
        /// The version it was made under.
        sent: u32,
        /// Ours.
        ours: u32,
    },
    /// One of the sender's own, carried whole.
    Own,
}

/// 答复: what was filled in, for a receiver who holds the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The table that it is for.
    pub table: TableId,
    bytes: Vec<u8>,
}

/// A link behind a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    #[cfg_attr(
        not(feature = "lock"),
        allow(dead_code, reason = "kept to be unlocked")
    )]
    payload: Vec<u8>,
}

/// The link of a document: its code, to stand behind the `#` of the page's address.
///
/// # Errors
/// Longer than [`MAX_LINK`]; a document that no file keeps.
pub fn encode(document: &Document) -> Result<String, LinkError> {
    let payload = squeeze::squeeze(&wire::write(document, Extent::Whole));
    let code = frame::seal(Kind::Whole, &payload)?;
    match decode(&code) {
        Ok(shared) if shared.document == *document => Ok(code),
        _ => Err(LinkError::NotShareable),
    }
}

/// The link of what was filled in, for a receiver who holds the same table.
///
/// # Errors
/// As [`encode`].
pub fn encode_answers(document: &Document) -> Result<String, LinkError> {
    let mut payload = table_id(document).bytes().to_vec();
    payload.extend(squeeze::squeeze(&wire::write(document, Extent::Answers)));
    let code = frame::seal(Kind::Answers, &payload)?;
    match open(&code) {
        Ok(Link::Answers(answers)) => match answers.fill(document) {
            Ok(shared) if shared.document == *document => Ok(code),
            _ => Err(LinkError::NotShareable),
        },
        _ => Err(LinkError::NotShareable),
    }
}

/// The name of a document's table.
#[must_use]
pub fn table_id(document: &Document) -> TableId {
    wire::digest(document).finish()
}

/// Opens the link in a text: a whole address, a fragment or the bare code, with anything around it.
///
/// # Errors
/// No link; a cut, altered or newer one; one that packs no evaluation, or one that no file may hold.
pub fn open(text: &str) -> Result<Link, LinkError> {
    let Frame { kind, payload } = frame::find(text)?;
    unpack(kind, payload)
}

fn unpack(kind: Kind, payload: Vec<u8>) -> Result<Link, LinkError> {
    match kind {
        Kind::Whole => {
            let bytes = squeeze::stretch(&payload)?;
            wire::read(&bytes).map(|loaded| Link::Whole(shared(loaded)))
        }
        Kind::Answers => {
            let (table, rest) = TableId::read(&payload).ok_or(LinkError::Malformed)?;
            let bytes = squeeze::stretch(rest)?;
            Ok(Link::Answers(Answers { table, bytes }))
        }
        Kind::Locked => Ok(Link::Locked(Locked { payload })),
    }
}

/// Opens a link that holds a whole evaluation.
///
/// # Errors
/// As [`open`]; a link that needs the table or a password.
pub fn decode(text: &str) -> Result<Shared, LinkError> {
    match open(text)? {
        Link::Whole(shared) => Ok(shared),
        Link::Answers(answers) => Err(LinkError::NeedsTable(answers.table)),
        Link::Locked(_) => Err(LinkError::NeedsPassword),
    }
}

impl Answers {
    /// Puts what was filled in into the table of the document at hand: the sender's document again.
    ///
    /// # Errors
    /// The document at hand has another table; what no file may say.
    pub fn fill(&self, held: &Document) -> Result<Shared, LinkError> {
        let id = table_id(held);
        if id != self.table {
            return Err(LinkError::OtherTable {
                wanted: self.table,
                held: id,
            });
        }
        wire::read_answers(&self.bytes, held).map(shared)
    }
}

fn shared(loaded: Loaded) -> Shared {
    let Loaded { document, notes } = loaded;
    let other = notes.iter().find_map(|note| match note.kind {
        NoteKind::PolicyVersion { found, ours } => Some((found, ours)),
        NoteKind::UnknownField => None,
    });
    let policy = match other {
        Some((sent, ours)) => SentPolicy::OtherVersion { sent, ours },
        None if builtin(&document.policy.id).is_some_and(|ours| ours == document.policy) => {
            SentPolicy::Ours
        }
        None => SentPolicy::Own,
    };
    Shared {
        document,
        notes,
        policy,
    }
}

/// What another version of the rules changes: the document under the policy it was sent under, then under
/// its own.
#[must_use]
pub fn policy_change(document: &Document, sent: &Rc<Policy>) -> Comparison {
    let before = Document {
        policy: sent.clone(),
        ..document.clone()
    };
    compare(&before, document)
}

/// The bytes that [`encode`] and [`encode_answers`] hand to deflate; for measuring other methods.
#[doc(hidden)]
#[must_use]
pub fn unpacked(document: &Document) -> [Vec<u8>; 2] {
    [Extent::Whole, Extent::Answers].map(|extent| wire::write(document, extent))
}

/// A link around any bytes, with its checksum; for tests of what may be in one.
///
/// # Errors
/// Longer than [`MAX_LINK`].
#[doc(hidden)]
pub fn packed(bytes: &[u8]) -> Result<String, LinkError> {
    frame::seal(Kind::Whole, &squeeze::squeeze(bytes))
}

#[cfg(test)]
mod tests {
    use super::frame::{Kind, seal};
    use super::pack::{END, Out, SAME};
    use super::squeeze::squeeze;
    use super::{Link, LinkError, SentPolicy, decode, encode, open, unpacked};
    use crate::document::json::{Loaded, NoteKind, open as open_file};
    use crate::node::{FormatErrorKind, MAX_BYTES};
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn link(kind: Kind, bytes: &[u8]) -> String {
        seal(kind, &squeeze(bytes)).unwrap()
    }

    #[track_caller]
    fn fails(bytes: &[u8], error: LinkError) {
        assert_eq!(open(&link(Kind::Whole, bytes)), Err(error));
    }

    /// An empty document whose root has these columns.
    fn root(columns: usize, write: impl FnOnce(&mut Out)) -> Vec<u8> {
        let mut out = Out::default();
        out.count(columns);
        write(&mut out);
        out.0.extend([0, 0, 0]);
        out.0
    }

    #[test]
    fn another_version_of_a_policy_is_told() {
        let code = link(Kind::Whole, &root(1 << 10, |out| out.text("7", END)));
        let shared = decode(&code).unwrap();
        assert_eq!(shared.policy, SentPolicy::OtherVersion { sent: 7, ours: 1 });
        let notes: Vec<NoteKind> = shared.notes.iter().map(|note| note.kind).collect();
        assert_eq!(notes, [NoteKind::PolicyVersion { found: 7, ours: 1 }]);
    }

    #[test]
    fn a_policy_that_we_do_not_have_is_named() {
        let code = link(Kind::Whole, &root(1 << 9, |out| out.text("mars", END)));
        let Err(LinkError::Content(error)) = decode(&code) else {
            panic!("opened")
        };
        let id = "mars".to_owned();
        assert_eq!(error.kind, FormatErrorKind::UnknownPolicy { id });
    }

    #[test]
    fn what_packs_no_evaluation_is_refused() {
        fails(&[], LinkError::Malformed);
        fails(&root(1 << 11, |_| ()), LinkError::TooLarge);
        fails(&root(1, |out| out.0.push(0x03)), LinkError::Malformed);
        fails(
            &root(1, |out| out.0.extend([0xD2 + 21, 0xFF])),
            LinkError::Malformed,
        );
        fails(
            &root(1, |out| out.0.extend([0xE8, 0xD8, 0x00])),
            LinkError::Malformed,
        );
        assert_eq!(
            open(&seal(Kind::Whole, &[0xFF; 9]).unwrap()),
            Err(LinkError::Malformed)
        );
        assert_eq!(
            open(&seal(Kind::Answers, &[1, 2]).unwrap()),
            Err(LinkError::Malformed)
        );
        // More after the end.
        let mut more = root(0, |_| ());
        more.extend([1, b'x', END, 0, 9]);
        fails(&more, LinkError::Malformed);
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        fails(&vec![0; MAX_BYTES + 1], LinkError::TooLarge);
        // Ten thousand characters, and three thousand times the same: 90 MB.
        let mut out = Out(root(0, |_| ()));
        out.0.truncate(3);
        out.count(5_000);
        out.count(1 << 3);
        out.text(&"长".repeat(10_000), END);
        out.0.extend([SAME; 4_999]);
        fails(&out.0, LinkError::TooLarge);
        let mut rows = Out(root(0, |_| ()));
        rows.0.truncate(3);
        rows.count(5_001);
        fails(&rows.0, LinkError::TooLarge);
    }

    #[test]
    fn deep_and_wide_rests_are_refused() {
        let mut deep = root(0, |_| ());
        deep.extend([1, b'x', END]);
        // A list in a list in a list …
        deep.extend([5, 1].repeat(100_000));
        fails(&deep, LinkError::Malformed);
        let mut wide = Out(root(0, |_| ()));
        wide.0.extend([1, b'x', END, 5]);
        wide.count(1_000_000);
        wide.0.extend(vec![0; 1_000_000]);
        fails(&wide.0, LinkError::TooLarge);
    }

    fn example() -> Vec<u8> {
        let file = include_bytes!("../www/data/project-example.json");
        let Loaded { document, .. } = open_file(file).unwrap();
        let [whole, _] = unpacked(&document);
        whole
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in vec(any::<u8>(), 0..200)) {
            for kind in [Kind::Whole, Kind::Answers, Kind::Locked] {
                let _ = open(&link(kind, &bytes));
                let _ = open(&seal(kind, &bytes).unwrap());
            }
        }

        #[test]
        fn changed_bytes_open_to_something_that_a_link_can_hold(
            at in any::<prop::sample::Index>(),
            piece in vec(any::<u8>(), 0..4),
        ) {
            let mut bytes = example();
            let at = at.index(bytes.len());
            let end = bytes.len().min(at + piece.len());
            bytes.splice(at..end, piece);
            if let Ok(Link::Whole(shared)) = open(&link(Kind::Whole, &bytes)) {
                let again = decode(&encode(&shared.document).unwrap()).unwrap();
                prop_assert_eq!(again.document, shared.document);
            }
        }
    }
}
