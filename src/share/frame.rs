//! The outside of a link: version, kind, declared length, checksum.
//!
//! `jp1e1389.aB3-_x…`: `jp`, the version, one letter for the kind, the number of characters from `jp` to the
//! end, a point, six letters of checksum, then the payload. The grammar up to the payload is the same in
//! every version, so that a newer link that was cut is still called cut. Nothing is shown unless the
//! checksum over everything else in it is right.

use super::LinkError;
use super::base64;
use super::error::MAX_LINK;

/// What every link starts with.
const MARK: &str = "jp";
/// The version that is written.
const VERSION: u32 = 1;
/// Letters of the checksum.
const CHECK: usize = 6;
/// Most digits of the version and of the length.
const MAX_DIGITS: usize = 6;
/// Most bytes of the text that a link is looked for in.
const MAX_TEXT: usize = 4 * MAX_LINK;
/// Most places in a text where a link is looked for.
const MAX_STARTS: usize = 32;

/// What a link holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The whole evaluation.
    Whole,
    /// Only what was filled in.
    Answers,
    /// One of these, locked.
    Locked,
}

impl Kind {
    /// Its letter in the link.
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Whole => 'e',
            Self::Answers => 'a',
            Self::Locked => 'k',
        }
    }

    /// What a letter stands for.
    pub(super) const fn of(letter: char) -> Option<Self> {
        match letter {
            'e' => Some(Self::Whole),
            'a' => Some(Self::Answers),
            'k' => Some(Self::Locked),
            _ => None,
        }
    }
}

/// A link whose length and checksum are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// What it holds.
    pub kind: Kind,
    /// Packed.
    pub payload: Vec<u8>,
}

/// The code of a payload.
///
/// # Errors
/// More than 200,000 characters.
pub(super) fn seal(kind: Kind, payload: &[u8]) -> Result<String, LinkError> {
    let mut letters = String::with_capacity(payload.len() / 3 * 4 + 4);
    base64::encode(payload, &mut letters);
    let mut start = MARK.to_owned();
    start.push_str(&VERSION.to_string());
    start.push(kind.letter());
    // The length counts its own digits.
    let rest = start.len() + 1 + CHECK + letters.len();
    let length = (1..=MAX_DIGITS)
        .map(|digits| rest + digits)
        .find(|length| *length <= MAX_LINK && length.to_string().len() + rest == *length)
        .ok_or(LinkError::TooLong)?;
    start.push_str(&length.to_string());
    let check = checksum(&start, &letters);
    start.push('.');
    Ok(start + &check + &letters)
}

/// Finds the link in a text: a whole address, a fragment, a code, with anything before and after it.
///
/// Line ends inside it (mail) are skipped, other spaces where only that gives a whole link.
///
/// # Errors
/// No link; a cut, altered or newer one; a text that is too long.
pub(super) fn find(text: &str) -> Result<Frame, LinkError> {
    if text.len() > MAX_TEXT {
        return Err(LinkError::TooLong);
    }
    let mut error = LinkError::NotALink;
    let starts = text.match_indices(MARK).map(|(at, _)| text.split_at(at));
    let starts = starts.filter(|(before, from)| may_start(before, from));
    for (before, from) in starts.take(MAX_STARTS) {
        let found = match read(before, from, is_line_end) {
            Err(LinkError::NotALink) => continue,
            Err(first) => read(before, from, is_space).map_err(|_| first),
            found => found,
        };
        match found {
            Ok(frame) => return Ok(frame),
            Err(found) => error = found,
        }
    }
    Err(error)
}

/// Whether a link can start between these: not in the middle of a word, but behind an escaped `#`.
fn may_start(before: &str, from: &str) -> bool {
    let inside = before.ends_with(|c| base64::is_letter(c) || c == '.');
    let mut version = from.chars().skip(MARK.len());
    (before.ends_with("%23") || !inside) && version.next().is_none_or(|c| c.is_ascii_digit())
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

fn is_space(c: char) -> bool {
    is_line_end(c) || c.is_whitespace()
}

/// Reads the link that starts here.
fn read(before: &str, from: &str, skip: fn(char) -> bool) -> Result<Frame, LinkError> {
    let ours = |c: &char| base64::is_letter(*c) || *c == '.';
    let run: String = from
        .chars()
        .filter(|c| !skip(*c))
        .take_while(ours)
        .collect();
    let Some(start) = read_start(&run) else {
        let said = before.ends_with('#') || before.ends_with("%23");
        let alone = before.trim().is_empty() && from.trim().len() == run.len();
        let begun = (said || alone) && is_begun(&run);
        return Err(if begun {
            cut(run.len(), None)
        } else {
            LinkError::NotALink
        });
    };
    let head = start.head.len() + 1;
    let body = run.get(head..).unwrap_or_default();
    let body = body.split('.').next().unwrap_or_default();
    if head + body.len() < start.length {
        return Err(cut(head + body.len(), Some(start.length)));
    }
    let body = start
        .length
        .checked_sub(head)
        .and_then(|end| body.get(..end));
    let (check, letters) = body
        .and_then(|body| body.split_at_checked(CHECK))
        .ok_or(LinkError::Altered)?;
    if checksum(start.head, letters) != check {
        return Err(LinkError::Altered);
    }
    let newer = LinkError::NewerVersion {
        found: start.version,
    };
    if start.version != VERSION {
        return Err(newer);
    }
    if start.length > MAX_LINK {
        return Err(LinkError::TooLong);
    }
    let kind = Kind::of(start.kind).ok_or(newer)?;
    let payload = base64::decode(letters).ok_or(LinkError::Altered)?;
    Ok(Frame { kind, payload })
}

const fn cut(arrived: usize, declared: Option<usize>) -> LinkError {
    LinkError::Cut { arrived, declared }
}

/// What a link says before its checksum.
struct Start<'a> {
    /// All of it, without the point behind it.
    head: &'a str,
    version: u32,
    kind: char,
    length: usize,
}

fn read_start(run: &str) -> Option<Start<'_>> {
    let (version, rest) = digits(run.strip_prefix(MARK)?)?;
    let mut letters = rest.chars();
    let kind = letters.next().filter(char::is_ascii_alphabetic)?;
    let (length, rest) = digits(letters.as_str())?;
    let head = run.get(..run.len() - rest.len())?;
    let length = length.parse().ok()?;
    rest.starts_with('.').then_some(Start {
        head,
        version: version.parse().ok()?,
        kind,
        length,
    })
}

/// The digits that a text starts with, one at least, and what follows them.
fn digits(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(..text.len() - rest.len())?;
    (1..=MAX_DIGITS)
        .contains(&digits.len())
        .then_some((digits, rest))
}

/// Whether a text is the beginning of a link and nothing else.
fn is_begun(run: &str) -> bool {
    let Some(rest) = run.strip_prefix(MARK).filter(|rest| !rest.is_empty()) else {
        return false;
    };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest
        .strip_prefix(|c: char| c.is_ascii_alphabetic())
        .unwrap_or(rest);
    rest.bytes().all(|byte| byte.is_ascii_digit())
}

/// CRC-32 (IEEE 802.3) over everything but itself, in six letters.
fn checksum(head: &str, letters: &str) -> String {
    let mut crc = u32::MAX;
    for byte in head.bytes().chain(letters.bytes()) {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            let low = crc & 1;
            crc = (crc >> 1) ^ (0xEDB8_8320 * low);
        }
    }
    let mut out = String::with_capacity(CHECK);
    base64::encode(&(!crc).to_be_bytes(), &mut out);
    out
}
