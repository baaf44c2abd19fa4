//! The streams of a sorted program.

/// The streams, in the order in which they stand.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    /// Everything before the first function.
    Head,
    /// All places in the data that constants point to, each as its distance from the one before.
    Places,
    /// Constants that point into the data.
    Address,
    Branch,
    BranchTable,
    /// The first of five, see [`after_whole`].
    Whole32,
    Whole64 = 10,
    /// The first of three, see [`after_get`].
    Get,
    Set = 14,
    Tee,
    /// The declarations of locals.
    Locals,
    LoadOffset,
    /// Whatever is rare.
    Rest,
    StoreOffset,
    Call,
    /// Instructions, with the types of blocks and unusual alignments.
    Code,
    /// Everything after the last function, above all the data.
    Tail,
}

pub(super) const STREAMS: usize = 23;
/// From here on each stream is a piece by itself: its letters are like no other's.
pub(super) const APART: usize = Stream::Call as usize;
/// Which stream of constants one goes into that is followed by this instruction.
pub(super) const fn after_whole(next: u8) -> usize {
    match next {
        0x6a => 0,
        0x36..=0x3e => 1,
        0x10 => 2,
        0x46..=0x4f => 3,
        _ => 4,
    }
}

/// Which stream of locals that are got one goes into that is followed by this instruction.
pub(super) const fn after_get(next: u8) -> usize {
    match next {
        0x28..=0x35 => 0,
        0x20 | 0x41 | super::ADDRESS => 1,
        _ => 2,
    }
}
