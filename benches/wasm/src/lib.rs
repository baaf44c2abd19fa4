//! The work of `benches/work.rs` behind plain exports: WebAssembly has no clock, so that Node takes the time.

#[path = "../../work.rs"]
mod work;

use std::cell::RefCell;

use jiping::document::Document;

thread_local! {
    static SEED: Document = work::seed();
    static MADE: RefCell<Vec<Document>> = const { RefCell::new(Vec::new()) };
}

/// Makes the documents of so many units, from this number on.
#[unsafe(no_mangle)]
pub extern "C" fn make(first: u32, count: u32) {
    let made = SEED.with(|seed| {
        (first..first + count)
            .map(|number| work::unit(seed, number))
            .collect()
    });
    MADE.with(|documents| documents.replace(made));
}

/// Evaluates the documents made, `times` over; gives the number of derivations.
#[unsafe(no_mangle)]
pub extern "C" fn evaluate(times: u32) -> u32 {
    MADE.with_borrow(|documents| {
        let derived = |_| documents.iter().map(work::derived).sum::<usize>();
        u32::try_from((0..times).map(derived).sum::<usize>()).unwrap_or(u32::MAX)
    })
}
