//! What this page never asks of yew is left out of the programs.

use rustc_demangle::demangle;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// What the page never asks of yew: listeners on elements (it listens once, at its root), maps of attributes, raw HTML, portals and
/// suspense. The journeys would end with the program if it did.
const UNUSED: [&str; 14] = [
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
];

/// Whether a function, by its name, is never called.
fn is_unused(name: &str) -> bool {
    // The two ways of naming differ in brackets.
    let name = name.replace(['<', '>'], "");
    UNUSED.iter().any(|start| name.starts_with(start))
}

/// Ends the program at once wherever it would do what it never does. The names must still be there.
pub(crate) fn shorten(module: &mut Module) {
    let all = module.funcs.iter_local();
    let found = all.filter(|(id, _)| {
        let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
        is_unused(&format!("{:#}", demangle(name)))
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
    use super::is_unused;

    #[track_caller]
    fn check(name: &str, unused: bool) {
        assert_eq!(is_unused(name), unused, "{name}");
    }

    #[test]
    fn only_what_is_never_called_ends() {
        check(
            "<yew::dom_bundle::subtree_root::SubtreeData>::add_listener::{closure#0}",
            true,
        );
        check(
            "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
            true,
        );
        check(
            "<yew::virtual_dom::vtag::VTag as yew::dom_bundle::traits::Reconcilable>::attach",
            false,
        );
    }
}
