//! The built-in policies: one JSON file each, read when first asked for.
//!
//! Each file names its source and what in it is the document's, practice or ours. All but `national-2020` say
//! only where they differ from it. Changing a figure means a new version in the file and in [`BUILT_IN`], and the
//! file as it was in [`EARLIER`].

use std::cell::OnceCell;
use std::rc::Rc;

use super::national::national_2020;
use super::{Policy, json};
use crate::node::{Node, Path};

/// What is known of a built-in policy without reading its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Name in files and links.
    pub id: &'static str,
    /// Version of its figures.
    pub version: u32,
    /// Title in Chinese.
    pub title: &'static str,
    /// Title in English.
    pub title_en: &'static str,
}

/// All built-in policies, the default one first.
pub const BUILT_IN: [BuiltIn; 8] = [
    entry(
        "national-2020",
        "全国 2020（项目支出绩效评价）",
        "National 2020",
    ),
    entry(
        "national-2021",
        "全国 2021（含成本指标）",
        "National 2021 (with cost)",
    ),
    entry("hubei", "湖北", "Hubei"),
    entry("sichuan", "四川", "Sichuan"),
    entry("chongqing", "重庆", "Chongqing"),
    entry("guangxi", "广西", "Guangxi"),
    entry("shanxi", "山西", "Shanxi"),
    entry(
        "platform-cap",
        "省级平台（按执行率封顶）",
        "Provincial platform (capped by execution)",
    ),
];

const FILES: [&str; 8] = [
    include_str!("profile/national-2020.json"),
    include_str!("profile/national-2021.json"),
    include_str!("profile/hubei.json"),
    include_str!("profile/sichuan.json"),
    include_str!("profile/chongqing.json"),
    include_str!("profile/guangxi.json"),
    include_str!("profile/shanxi.json"),
    include_str!("profile/platform-cap.json"),
];

/// Policies as they were: id, version, file. What was sent under one is worked out both ways.
const EARLIER: [(&str, u32, &str); 0] = [];

thread_local! {
    static READ: [OnceCell<Rc<Policy>>; 8] = const { [const { OnceCell::new() }; 8] };
}

const fn entry(id: &'static str, title: &'static str, title_en: &'static str) -> BuiltIn {
    BuiltIn {
        id,
        version: 1,
        title,
        title_en,
    }
}

/// The built-in policy of this id.
#[must_use]
pub fn builtin(id: &str) -> Option<Rc<Policy>> {
    // The small program knows the default one.
    let known = if crate::WHOLE { BUILT_IN.len() } else { 1 };
    let mut known = BUILT_IN.iter().take(known);
    let at = known.position(|entry| entry.id == id)?;
    READ.with(|cells| {
        let cell = cells.get(at)?;
        if cell.get().is_none() {
            cell.set(Rc::new(first_read(at)?)).ok()?;
        }
        cell.get().cloned()
    })
}

fn first_read(at: usize) -> Option<Policy> {
    if !crate::WHOLE {
        return Some(national_2020());
    }
    json::read(node(FILES.get(at)?)?, &Path::ROOT, &mut Vec::new()).ok()
}

/// The built-in policy of this id as it was in a version, where the program has it.
#[must_use]
pub fn edition(id: &str, version: u32) -> Option<Rc<Policy>> {
    let ours = builtin(id).filter(|policy| policy.version == version);
    ours.or_else(|| {
        let mut earlier = EARLIER.iter();
        let (_, _, file) = earlier.find(|(name, number, _)| (*name, *number) == (id, version))?;
        let policy = json::read(node(file)?, &Path::ROOT, &mut Vec::new()).ok()?;
        Some(Rc::new(policy))
    })
}

/// The file of a built-in policy, for policies that extend it.
pub(super) fn file(id: &str) -> Option<Node> {
    let at = BUILT_IN.iter().position(|entry| entry.id == id)?;
    node(FILES.get(at)?)
}

fn node(text: &str) -> Option<Node> {
    Node::from_json(text.as_bytes()).ok()
}

/// The policy of a document that names none: `national-2020`.
#[must_use]
pub fn default_policy() -> Rc<Policy> {
    let Some(policy) = builtin("national-2020") else {
        // The file is part of the program; a test reads every one.
        unreachable!()
    };
    policy
}
