//! What this page never asks of yew is left out of the programs.

use std::path::Path;

use rustc_demangle::demangle;
use walrus::{ExportItem, FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

use crate::run::Res;

/// What the page never asks of yew: listeners on elements (it listens once, at its root), attributes other than a list,
/// raw HTML, portals, suspense, and copies of what is drawn; nor does a task of it wait. The journeys would end with the
/// program if it did.
const UNUSED: [&str; 32] = [
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone",
    "hashbrown::raw::RawTable(yew::dom_bundle::subtree_root::EventDescriptor, ())::reserve_rehash",
    "hashbrown::raw::RawTable(yew::dom_bundle::subtree_root::EventDescriptor, ())::find_or_find",
    "hashbrown::raw::RawTable(yew::dom_bundle::subtree_root::EventDescriptor, alloc::vec::Vecalloc::rc::Rcdyn yew::virtual_dom::listeners::Listener)::reserve_rehash",
    "hashbrown::raw::RawTable(u32, std::collections::hash::map::HashMapyew::dom_bundle::subtree_root::EventDescriptor, alloc::vec::Vecalloc::rc::Rcdyn yew::virtual_dom::listeners::Listener)::reserve_rehash",
    "hashbrown::raw::RawTable(u32, std::collections::hash::map::HashMapyew::dom_bundle::subtree_root::EventDescriptor, alloc::vec::Vecalloc::rc::Rcdyn yew::virtual_dom::listeners::Listener)::find_or_find",
    "yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable",
    "yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable",
    "yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable",
    "alloc::rc::Rcyew::virtual_dom::vportal::VPortal",
    "alloc::rc::Rcyew::virtual_dom::vsuspense::VSuspense",
    "yew::dom_bundle::braw::BRaw::detach_bundle",
    "yew::dom_bundle::btag::listeners::Registry::unregister",
    "yew::html::component::scope::AnyScope::find_parent_scope::yew::suspense",
    "yew::html::component::lifecycle::ComponentState::suspend",
    "indexmap::map::IndexMap",
    "alloc::rc::Rcindexmap::map::IndexMap",
    "core::iter::adapters::filter_map::FilterMapindexmap::map::iter::Iter",
    "core::iter::adapters::filter_map::FilterMapcore::slice::iter::Iter(&str, yew::virtual_dom::AttributeOrProperty)",
    "yew::virtual_dom::Attributes::apply_diff_index_maps",
    "yew::virtual_dom::vnode::VNode as core::clone::Clone",
    "alloc::vec::Vecyew::virtual_dom::vnode::VNode as core::clone::Clone",
    "yew::virtual_dom::vlist::VList as core::clone::Clone",
    "core::option::Optionimplicit_clone::unsync::string::IString as core::clone::Clone",
    "yew::virtual_dom::vcomp::PropsWrapperjiping::app::shot::Part as yew::virtual_dom::vcomp::Mountable::copy",
    "js_sys::futures::task::singlethread::Task::into_raw_waker::raw_clone",
    "js_sys::futures::task::singlethread::Task::into_raw_waker::raw_wake",
    "js_sys::futures::jspi::SpawnedTask",
    "js_sys::futures::jspi::task_waker",
];

/// What the small program does not ask either: its lists do not change their order, elements of different attributes have
/// different keys (`src/app/part/el.rs`), no table forgets anything, and only whole numbers are formatted, as they come.
const UNUSED_BY_SMALL: [&str; 9] = [
    "yew::virtual_dom::Attributes::apply_diff_as_maps",
    "hashbrown::raw::RawTable(&str, &yew::virtual_dom::AttributeOrProperty)",
    "yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget::shift",
    "yew::html::component::scope::Scopejiping::app::shot::Part as yew::html::component::scope::feat_csr::Scoped::shift_node",
    "hashbrown::raw::RawTable(yew::dom_bundle::blist::KeyedEntry, ())",
    "hashbrown::raw::RawTableInner::rehash_in_place",
    "alloc::string::String as core::fmt::Write::write_fmt",
    "core::fmt::Formatter::padding",
    "core::fmt::PostPadding::write",
];

/// What has one answer in the small program, `false`: whether neighbours are told apart by their keys.
const FALSE_IN_SMALL: &str = "yew::virtual_dom::vlist::VList::fully_keyed";

/// What lives as long as the page, so that freeing it would be in vain.
const KEPT: [&str; 4] = [
    "alloc::rc::Rcyew::dom_bundle::subtree_root::SubtreeData::drop_slow",
    "alloc::rc::Rccore::cell::RefCellyew::dom_bundle::subtree_root::AppData::drop_slow",
    "alloc::rc::Rcjiping::policy::Policy::drop_slow",
    "alloc::rc::Rcjs_sys::futures::queue::QueueState::drop_slow",
];

/// What the ways from JavaScript into closures are called; before it the name has the number of a crate by then.
const WAY_IN: &str = "::convert::closures::_::";

/// What becomes of a function.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// It stays.
    Stays,
    /// It is never called.
    Ends,
    /// It does nothing.
    Idles,
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
    } else if small && KEPT.contains(&name.as_str()) {
        Fate::Idles
    } else {
        Fate::Stays
    }
}

/// Ends the program at once wherever it would do what it never does. The names must still be there.
pub(crate) fn shorten(module: &mut Module, small: bool) {
    for (id, name) in named(module) {
        match fate(&name, small) {
            Fate::Stays => {}
            fate => replace(module, id, &fate),
        }
    }
}

/// Does so with the ways into closures by which JavaScript does not come, once wasm-bindgen has read what it wanted of
/// them: they are still in the table, where nothing of ours looks for them.
pub(crate) fn shorten_bound(program: &Path) -> Res {
    let shorter = Module::from_file(program).and_then(|mut module| {
        let asked: Vec<ExportItem> = module.exports.iter().map(|one| one.item).collect();
        for (id, name) in named(&module) {
            let is_asked = asked
                .iter()
                .any(|item| matches!(item, ExportItem::Function(one) if *one == id));
            if name.contains(WAY_IN) && !is_asked {
                replace(&mut module, id, &Fate::Ends);
            }
        }
        module.emit_wasm_file(program)
    });
    shorter.map_err(|error| format!("{} cannot be shortened: {error:#}", program.display()))
}

/// The functions of a program by their readable names.
fn named(module: &Module) -> Vec<(FunctionId, String)> {
    let all = module.funcs.iter_local().map(|(id, _)| {
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        (id, format!("{:#}", demangle(name)))
    });
    all.collect()
}

/// Gives a function the body that its fate asks for.
fn replace(module: &mut Module, id: FunctionId, fate: &Fate) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
    let takes_as = takes.iter().map(|one| module.locals.add(*one)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    let mut body = builder.func_body();
    match fate {
        Fate::False if gives == [ValType::I32] => drop(body.i32_const(0)),
        Fate::Idles if gives.is_empty() => {}
        _ => drop(body.unreachable()),
    }
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(takes_as));
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

    #[test]
    fn what_lives_as_long_as_the_page_is_not_freed() {
        check(
            "<alloc::rc::Rc<jiping::policy::Policy>>::drop_slow",
            true,
            Fate::Idles,
        );
    }
}
