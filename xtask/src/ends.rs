//! What only a panic needs, and what this page never asks of yew, is left out of the programs.
//!
//! A panic ends the program: nothing unwinds, and boot.js saves the text and says what happened. What the standard
//! library carries along to word a message for the console is a fortieth of the first load, so the ways into it end
//! at once. The compiler's own switch for this is not stable.

use rustc_demangle::demangle;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// The standard library's ways into a panic, by the start of their names; none of them returns.
const ENDS: [&str; 22] = [
    "core::panicking::panic",
    "core::panicking::assert_failed",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::cell::lazy::panic_poisoned",
    "core::slice::index::slice_index_fail",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::sort::shared::smallsort::panic_on_ord_violation",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "std::alloc::rust_oom",
    "std::panicking::panic_with_hook",
    "std::panicking::panic_handler",
    "std::panicking::begin_panic",
    "std::thread::local::panic_access_error",
    "std::sys::backtrace::__rust_end_short_backtrace",
    // Called with the words of a panic only.
    "console_error_panic_hook::hook",
    "std::panic::PanicHookInfo as core::fmt::Display::fmt",
];

/// What the page never asks of yew: listeners on elements (it listens once, at its root), raw HTML, portals and
/// suspense. The journeys would end with the program if it did.
const UNUSED: [&str; 7] = [
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone",
    "yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable",
    "yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable",
    "yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable",
];

/// How a panic words what it has found; nothing else of ours is written out so.
const WORDED: &str = " as core::fmt::Debug::fmt";

/// Whether a function, by its name, is never called but for the message of a panic.
fn is_end(name: &str) -> bool {
    // The two ways of naming differ in brackets; of several of one name, the compiler numbers all but the first.
    let name = name.replace(['<', '>'], "");
    let name = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let is = |start: &&str| name.starts_with(*start);
    ENDS.iter().chain(&UNUSED).any(is) || name.ends_with(WORDED)
}

/// Ends the program at once wherever it would first word a panic, or do what it never does. The names must still be there.
pub(crate) fn shorten(module: &mut Module) {
    let all = module.funcs.iter_local();
    let found = all.filter(|(id, _)| {
        let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
        is_end(&format!("{:#}", demangle(name)))
    });
    let found: Vec<FunctionId> = found.map(|(id, _)| id).collect();
    for id in found {
        let kind = module.types.get(module.funcs.get(id).ty());
        let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
        let takes_as = takes.iter().map(|one| module.locals.add(*one)).collect();
        let mut end = FunctionBuilder::new(&mut module.types, &takes, &gives);
        end.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(end.local_func(takes_as));
    }
}

#[cfg(test)]
mod tests {
    use super::is_end;

    #[track_caller]
    fn check(name: &str, ends: bool) {
        assert_eq!(is_end(name), ends, "{name}");
    }

    #[test]
    fn only_what_is_never_called_ends() {
        check("core::panicking::panic_fmt", true);
        check(
            "core::panicking::panic_const::panic_const_div_by_zero",
            true,
        );
        check(
            "<core::ops::range::Range<usize> as core::fmt::Debug>::fmt",
            true,
        );
        check("<u32 as core::fmt::Display>::fmt", false);
        check("std::panicking::set_hook", false);
        check("core::fmt::write", false);
        check("<usize as core::fmt::Debug>::fmt.171", true);
        check(
            "<yew::dom_bundle::subtree_root::SubtreeData>::add_listener::{closure#0}",
            true,
        );
        check(
            "<yew::virtual_dom::vtag::VTag as yew::dom_bundle::traits::Reconcilable>::attach",
            false,
        );
    }
}
