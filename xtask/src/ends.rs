//! What this page never asks of yew is left out of the programs.

use rustc_demangle::demangle;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

/// What the page never asks of yew: listeners on elements (it listens once, at its root), maps of attributes, raw HTML,
/// portals, suspense, and copies of what is drawn. The journeys would end with the program if it did.
const UNUSED: [&str; 18] = [
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone",
    "yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable",
    "yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable",
    "yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable",
    "alloc::rc::Rcyew::virtual_dom::vportal::VPortal as yew::utils::RcExt",
    "alloc::rc::Rcyew::virtual_dom::vsuspense::VSuspense as yew::utils::RcExt",
    "yew::dom_bundle::braw::BRaw::detach_bundle",
    "yew::dom_bundle::btag::listeners::Registry::unregister",
    "yew::html::component::scope::AnyScope::find_parent_scope::yew::suspense",
    "indexmap::map::IndexMap",
    "yew::virtual_dom::Attributes::apply_diff_index_maps",
    "yew::virtual_dom::vnode::VNode as core::clone::Clone",
    "alloc::vec::Vecyew::virtual_dom::vnode::VNode as core::clone::Clone",
    "yew::virtual_dom::vlist::VList as core::clone::Clone",
    "core::option::Optionimplicit_clone::unsync::string::IString as core::clone::Clone",
];

/// What the small program does not ask either: its lists neither grow nor shrink nor change their order.
const UNUSED_BY_SMALL: [&str; 2] = [
    "yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget::shift",
    "yew::html::component::scope::Scopejiping::app::shot::Part as yew::html::component::scope::feat_csr::Scoped::shift_node",
];

/// What has one answer in the small program, `false`: whether neighbours are told apart by their keys.
const FALSE_IN_SMALL: &str = "yew::virtual_dom::vlist::VList::fully_keyed";

/// What becomes of a function.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// It stays.
    Stays,
    /// It is never called.
    Ends,
    /// Its answer is always the same.
    False,
}

/// What becomes of the function of this name.
fn fate(name: &str, small: bool) -> Fate {
    // The two ways of naming differ in brackets.
    let name = name.replace(['<', '>'], "");
    let among = |names: &[&str]| names.iter().any(|start| name.starts_with(start));
    if among(&UNUSED) || small && among(&UNUSED_BY_SMALL) {
        Fate::Ends
    } else if small && name == FALSE_IN_SMALL {
        Fate::False
    } else {
        Fate::Stays
    }
}

/// Ends the program at once wherever it would do what it never does. The names must still be there.
pub(crate) fn shorten(module: &mut Module, small: bool) {
    let all = module.funcs.iter_local();
    let found = all.map(|(id, _)| {
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        (id, fate(&format!("{:#}", demangle(name)), small))
    });
    let found: Vec<(FunctionId, Fate)> = found.filter(|one| one.1 != Fate::Stays).collect();
    for (id, fate) in found {
        let kind = module.types.get(module.funcs.get(id).ty());
        let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
        let takes_as = takes.iter().map(|one| module.locals.add(*one)).collect();
        let mut end = FunctionBuilder::new(&mut module.types, &takes, &gives);
        if fate == Fate::False && gives == [ValType::I32] {
            end.func_body().i32_const(0);
        } else {
            end.func_body().unreachable();
        }
        module.funcs.get_mut(id).kind = FunctionKind::Local(end.local_func(takes_as));
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, fate};

    #[track_caller]
    fn check(name: &str, small: bool, expected: Fate) {
        assert_eq!(fate(name, small), expected, "{name}");
    }

    #[test]
    fn only_what_is_never_called_ends() {
        let ends = |name| check(name, false, Fate::Ends);
        ends("<yew::dom_bundle::subtree_root::SubtreeData>::add_listener::{closure#0}");
        ends("<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach");
        check(
            "<yew::virtual_dom::vtag::VTag as yew::dom_bundle::traits::Reconcilable>::attach",
            true,
            Fate::Stays,
        );
    }

    #[test]
    fn only_the_small_program_does_without_keys() {
        let keyed = "<yew::virtual_dom::vlist::VList>::fully_keyed";
        check(keyed, true, Fate::False);
        check(keyed, false, Fate::Stays);
        let moves =
            "<yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift";
        check(moves, true, Fate::Ends);
        check(moves, false, Fate::Stays);
    }
}
