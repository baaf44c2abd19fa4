//! A program sorted for compression: bytes of one kind stand together, which makes the first load an eighth lighter
//! after brotli and a sixth after gzip.
//!
//! The code is taken apart into instructions, and each kind of operand goes into a stream of its own, the most frequent
//! kinds into several by the instruction that follows. What a call calls and most constants are written as how long ago
//! they came last between the same two instructions, a constant that points into the data as its distance from the one
//! before in the list of all such places, and an alignment only where it is not the usual one. boot.js puts the program
//! together again, byte for byte, in some 60 ms where the letters alone take 10. The layout: the program's length, the
//! number of functions, the lengths of the streams, the streams; all numbers in LEB128. The last streams are pieces by
//! themselves, each with letters of its own, see `carrier` in site.rs.

mod leb;
mod recent;
mod stream;

use crate::run::Res;
use leb::{number, put, put_number};
use recent::{Recent, folded};
use stream::{APART, STREAMS, Stream, after_get, after_whole};

const CODE_SECTION: u8 = 10;
/// Stands for a constant that points into the data; no instruction has this number.
const ADDRESS: u8 = 0xff;
/// Stands before an alignment that is not the usual one and its instruction; no instruction has this number.
const ALIGNED: u8 = 0xfe;
/// Stands for a constant of more than [`NARROW`]; no instruction has this number.
const WIDE: u8 = 0xfd;
const NARROW: i32 = 1 << 27;
/// The usual alignments of loads and stores, from 0x28 on.
const USUAL: &[u8; 23] = b"23230011001122232301012";
/// Where the data begins; what lies below is the stack.
const DATA: i32 = 1 << 20;
/// What is taken for a place in the data.
const DATA_END: i32 = DATA + (1 << 18);

const STRANGE: &str =
    "the program cannot be sorted: it has something that xtask/src/pack.rs does not know";

/// Sorts a program; gives its pieces, the data last.
pub(crate) fn sorted(program: &[u8]) -> Res<Vec<Vec<u8>>> {
    let mut sorter = Sorter {
        rest: program,
        streams: std::array::from_fn(|_| Vec::new()),
        pointers: Vec::new(),
        waiting: Vec::new(),
        before: 0x0b,
    };
    let functions = sorter.program(program).ok_or(STRANGE)?;
    sorter.place();
    sorter.point();
    let mut out = Vec::new();
    put_number(&mut out, program.len());
    put_number(&mut out, functions);
    for stream in &sorter.streams {
        put_number(&mut out, stream.len());
    }
    let (together, apart) = sorter.streams.split_at(APART);
    out.extend(together.concat());
    Ok([&[out], apart].concat())
}

struct Sorter<'a> {
    rest: &'a [u8],
    streams: [Vec<u8>; STREAMS],
    /// The places in the data that constants point to, one after the other.
    pointers: Vec<i32>,
    waiting: Vec<Waiting>,
    /// The last instruction.
    before: u8,
}

/// An operand whose stream or spelling depends on the next instruction.
struct Waiting {
    operand: Operand,
    before: u8,
    /// Where the next instruction stands.
    next: usize,
}

enum Operand {
    Local(Vec<u8>),
    Constant(i32),
    Function(i32),
}

impl Sorter<'_> {
    /// Sorts everything; gives the number of functions.
    fn program(&mut self, whole: &[u8]) -> Option<usize> {
        self.take(8)?;
        while !self.rest.is_empty() {
            let kind = self.byte()?;
            let length = self.number()?;
            if kind != CODE_SECTION {
                self.take(length)?;
                continue;
            }
            let functions = self.number()?;
            let head = whole.len() - self.rest.len();
            self.stream(Stream::Head).extend(&whole[..head]);
            for _ in 0..functions {
                self.function()?;
            }
            let tail = self.rest;
            self.stream(Stream::Tail).extend(tail);
            return Some(functions);
        }
        None
    }

    fn function(&mut self) -> Option<()> {
        let length = self.number()?;
        let end = self.rest.len().checked_sub(length)?;
        for _ in 0..self.pass(Stream::Locals)? {
            self.pass(Stream::Locals)?;
            self.copy(Stream::Locals, 1)?;
        }
        let mut depth = 1;
        while depth > 0 {
            match self.instruction()? {
                0x02..=0x04 => depth += 1,
                0x0b => depth -= 1,
                _ => {}
            }
        }
        (self.rest.len() == end).then_some(())
    }

    fn instruction(&mut self) -> Option<u8> {
        let code = self.byte()?;
        if code == 0x41 {
            self.before = self.constant()?;
            return Some(code);
        }
        if let 0x28..=0x3e = code {
            self.alignment(code)?;
        }
        self.stream(Stream::Code).push(code);
        match code {
            0x02..=0x04 => self.copy(Stream::Code, 1)?,
            0x0c | 0x0d => drop(self.pass(Stream::Branch)?),
            0x0e => {
                for _ in 0..=self.pass(Stream::BranchTable)? {
                    self.pass(Stream::BranchTable)?;
                }
            }
            0x10 => {
                let function = self.spelt(0)?;
                self.wait(Operand::Function(function));
            }
            0x11 => {
                self.pass(Stream::Rest)?;
                self.copy(Stream::Rest, 1)?;
            }
            0x20 => {
                let before = self.rest;
                self.number()?;
                let local = before.get(..before.len() - self.rest.len())?;
                self.wait(Operand::Local(local.to_vec()));
            }
            0x21 => drop(self.pass(Stream::Set)?),
            0x22 => drop(self.pass(Stream::Tee)?),
            0x23 | 0x24 => drop(self.pass(Stream::Rest)?),
            0x28..=0x35 => drop(self.pass(Stream::LoadOffset)?),
            0x36..=0x3e => drop(self.pass(Stream::StoreOffset)?),
            0x3f | 0x40 => self.copy(Stream::Rest, 1)?,
            0x42 => drop(self.pass(Stream::Whole64)?),
            0x43 => self.copy(Stream::Rest, 4)?,
            0x44 => self.copy(Stream::Rest, 8)?,
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xbf => {}
            _ => return None,
        }
        self.before = code;
        Some(code)
    }

    /// Takes a constant; gives what stands for its instruction.
    fn constant(&mut self) -> Option<u8> {
        let mut after = self.rest;
        number(&mut after)?;
        let bytes = self.rest.get(..self.rest.len() - after.len())?;
        let code = match self.spelt(1) {
            Some(value) if (DATA..DATA_END).contains(&value) => {
                self.pointers.push(value);
                ADDRESS
            }
            Some(value) if (-NARROW..NARROW).contains(&value) => {
                self.stream(Stream::Code).push(0x41);
                self.wait(Operand::Constant(value));
                return Some(0x41);
            }
            _ => {
                self.stream(Stream::Rest).extend(bytes);
                WIDE
            }
        };
        self.rest = after;
        self.stream(Stream::Code).push(code);
        Some(code)
    }

    /// Takes a number that is spelt in the shortest way, or the program would not come together as it was; `sign` is the
    /// number of bits for that.
    fn spelt(&mut self, sign: u32) -> Option<i32> {
        let mut after = self.rest;
        number(&mut after)?;
        let bytes = self.rest.get(..self.rest.len() - after.len())?;
        let bits = u32::try_from(bytes.len()).ok()? * 7;
        let value = bytes.iter().rev();
        let value = value.fold(0_i64, |value, byte| value << 7 | i64::from(byte & 127));
        let unused = 64 - bits.min(64);
        let value = if sign > 0 {
            value << unused >> unused
        } else {
            value
        };
        let value = i32::try_from(value).ok()?;
        let mut shortest = Vec::new();
        put(&mut shortest, value, 127 >> sign);
        (bytes == shortest).then_some(())?;
        self.rest = after;
        Some(value)
    }

    /// Takes the alignment of a load or store; writes it where it is unusual.
    fn alignment(&mut self, code: u8) -> Option<()> {
        let alignment = self.byte()?;
        let usual = USUAL.get(usize::from(code).checked_sub(0x28)?)?;
        if alignment + b'0' != *usual {
            self.stream(Stream::Code).extend([ALIGNED, alignment]);
        }
        Some(())
    }

    /// Keeps an operand until the next instruction is known.
    fn wait(&mut self, operand: Operand) {
        let next = self.stream(Stream::Code).len();
        let before = self.before;
        self.waiting.push(Waiting {
            operand,
            before,
            next,
        });
    }

    /// Puts the operands that wait into their streams.
    fn place(&mut self) {
        let (mut constants, mut functions) = (Recent::default(), Recent::default());
        for waiting in std::mem::take(&mut self.waiting) {
            let next = self.stream(Stream::Code).get(waiting.next).copied();
            let next = next.unwrap_or_default();
            let between = (waiting.before, next);
            match waiting.operand {
                Operand::Local(bytes) => {
                    self.streams[Stream::Get as usize + after_get(next)].extend(bytes);
                }
                Operand::Constant(value) => {
                    let stream = &mut self.streams[Stream::Whole32 as usize + after_whole(next)];
                    put_number(stream, constants.symbol(between, value));
                }
                Operand::Function(value) => {
                    let symbol = functions.symbol(between, value);
                    put_number(self.stream(Stream::Call), symbol);
                }
            }
        }
    }

    /// Writes the places that constants point to, then which of them each constant is.
    fn point(&mut self) {
        let mut all = self.pointers.clone();
        all.sort_unstable();
        all.dedup();
        let mut before = DATA;
        for place in &all {
            put(self.stream(Stream::Places), place - before, 127);
            before = *place;
        }
        let mut before = 0;
        for pointer in std::mem::take(&mut self.pointers) {
            let at = i32::try_from(all.partition_point(|place| *place < pointer));
            let at = at.unwrap_or_default();
            put_number(self.stream(Stream::Address), folded(at - before));
            before = at;
        }
    }

    fn stream(&mut self, of: Stream) -> &mut Vec<u8> {
        &mut self.streams[of as usize]
    }

    fn copy(&mut self, to: Stream, count: usize) -> Option<()> {
        let bytes = self.take(count)?;
        self.stream(to).extend(bytes);
        Some(())
    }

    /// Copies a number and gives it; its sign does not matter here.
    fn pass(&mut self, to: Stream) -> Option<usize> {
        let before = self.rest;
        let value = self.number()?;
        let bytes = before.get(..before.len() - self.rest.len())?.to_vec();
        self.stream(to).extend(bytes);
        Some(value)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn number(&mut self) -> Option<usize> {
        number(&mut self.rest)
    }

    fn take(&mut self, count: usize) -> Option<Vec<u8>> {
        let (bytes, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(bytes.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::sorted;

    /// The first bytes of every program.
    const HEAD: [u8; 8] = [0, b'a', b's', b'm', 1, 0, 0, 0];

    fn program(body: &[u8]) -> Vec<u8> {
        let length = |bytes: &[u8]| u8::try_from(bytes.len()).unwrap();
        let mut section = vec![1, length(body)];
        section.extend(body);
        let mut program = HEAD.to_vec();
        program.extend([10, length(&section)]);
        program.extend(section);
        program
    }

    #[track_caller]
    fn check(body: &[u8], streams: &[(usize, &[u8])]) {
        let program = program(body);
        let sorted = sorted(&program).unwrap().concat();
        let (lengths, mut rest) = sorted[2..].split_at(super::STREAMS);
        assert_eq!(usize::from(sorted[0]), program.len());
        assert_eq!(sorted[1], 1);
        for (at, length) in lengths.iter().enumerate().skip(1) {
            let before = if at == 1 { usize::from(lengths[0]) } else { 0 };
            rest = &rest[before..];
            let (stream, after) = rest.split_at(usize::from(*length));
            let expected = streams.iter().find(|(of, _)| *of == at);
            assert_eq!(stream, expected.map_or(&[][..], |one| one.1), "stream {at}");
            rest = after;
        }
    }

    #[test]
    fn operands_stand_by_their_kind() {
        // One local of 32 bits; local.get 3; i32.load 2 8; local.set 4; end.
        check(
            &[1, 1, 0x7f, 0x20, 3, 0x28, 2, 8, 0x21, 4, 0x0b],
            &[
                (11, &[3]),
                (14, &[4]),
                (16, &[1, 1, 0x7f]),
                (17, &[8]),
                (21, &[0x20, 0x28, 0x21, 0x0b]),
            ],
        );
    }

    #[test]
    fn what_follows_decides_where_constants_and_locals_stand() {
        // local.get 1; local.get 2; i32.const 3; i32.add; i32.const 4; call 5; i32.const 6; i32.eq; local.get 7; end.
        check(
            &[
                0, 0x20, 1, 0x20, 2, 0x41, 3, 0x6a, 0x41, 4, 0x10, 5, 0x41, 6, 0x46, 0x20, 7, 0x0b,
            ],
            &[
                (5, &[64 + 6]),
                (7, &[64 + 8]),
                (8, &[64 + 12]),
                (12, &[1, 2]),
                (13, &[7]),
                (16, &[0]),
                (20, &[64 + 10]),
                (
                    21,
                    &[0x20, 0x20, 0x41, 0x6a, 0x41, 0x10, 0x41, 0x46, 0x20, 0x0b],
                ),
            ],
        );
    }

    #[test]
    fn only_unusual_alignments_are_written() {
        // i64.store 3 8; i64.store 0 9; end.
        check(
            &[0, 0x37, 3, 8, 0x37, 0, 9, 0x0b],
            &[
                (16, &[0]),
                (19, &[8, 9]),
                (21, &[0x37, 0xfe, 0, 0x37, 0x0b]),
            ],
        );
    }

    #[test]
    fn places_in_the_data_stand_in_a_list() {
        // i32.const (1 << 20) + 3; i32.const 5; i32.const 1 << 20; i32.const (1 << 20) + 3; end.
        check(
            &[
                0, 0x41, 0x83, 0x80, 0xc0, 0, 0x41, 5, 0x41, 0x80, 0x80, 0xc0, 0, 0x41, 0x83, 0x80,
                0xc0, 0, 0x0b,
            ],
            &[
                (1, &[0, 3]),
                (2, &[2, 1, 2]),
                (9, &[64 + 10]),
                (16, &[0]),
                (21, &[0xff, 0x41, 0xff, 0xff, 0x0b]),
            ],
        );
    }

    #[test]
    fn what_came_before_is_a_place_in_a_list() {
        // i32.const -1; i32.const 2; i32.const -1; i32.const -1; end.
        check(
            &[0, 0x41, 0x7f, 0x41, 2, 0x41, 0x7f, 0x41, 0x7f, 0x0b],
            &[
                // First between end and a constant, then between constants, the last before an end.
                (9, &[64 + 1, 64 + 4, 16 + 1, 16]),
                (16, &[0]),
                (21, &[0x41, 0x41, 0x41, 0x41, 0x0b]),
            ],
        );
    }

    #[test]
    fn wide_and_long_constants_stay_as_they_are() {
        // i32.const i32::MIN; i32.const 1, spelt in two bytes; end.
        check(
            &[0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x78, 0x41, 0x81, 0, 0x0b],
            &[
                (16, &[0]),
                (18, &[0x80, 0x80, 0x80, 0x80, 0x78, 0x81, 0]),
                (21, &[0xfd, 0xfd, 0x0b]),
            ],
        );
    }

    #[test]
    fn later_instructions_are_refused() {
        assert!(sorted(&program(&[0, 0xfc, 0x0b, 0x0b])).is_err());
    }
}
