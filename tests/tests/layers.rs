//! The layers of the core: arrows point downwards only, no folders import each other in a circle, and no more than three files do. Read from the
//! `use` lines and paths of the source.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Folders and files at the root of the core, the lowest layer first. What stands in one row does not import each other, but for the values at the
/// bottom: an error quotes a text, a text is checked, and both have limits.
const LAYERS: &[&[&str]] = &[
    &["right"],
    VALUES,
    &["num", "time", "labels"],
    &["schema", "entities"],
    &["entity"],
    &["ids"],
    &["policy", "costing", "system"],
    &["audit", "custom", "external"],
    &["feed", "access"],
    &["query"],
    &["storage"],
    &["act"],
    &["records"],
    &["operations"],
    &["tax", "company", "dictionary"],
    &["documents"],
    &["products"],
    &["customers"],
    &["pricing"],
    &["stock"],
    &["receivables"],
    &["sales"],
    &["opening", "administration"],
    &["session", "verify"],
];

/// The values at the bottom, which are one circle.
const VALUES: &[&str] = &["error", "limits", "text"];

/// Files that import each other in one circle, at most.
const MAX_CIRCLE: usize = 3;

/// A module, as the parts of its path.
type Module = Vec<String>;

struct Source {
    modules: BTreeMap<Module, String>,
    /// What a module gives out of another under a name.
    reexports: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Source {
    fn read() -> Self {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../crm-core/src"));
        let mut modules = BTreeMap::new();
        read_folder(root, &mut Vec::new(), &mut modules);
        let mut source = Self { modules, reexports: BTreeMap::new() };
        let mut reexports = BTreeMap::new();
        for (module, text) in &source.modules {
            let mut names = BTreeMap::new();
            for (path, _) in uses(text).into_iter().filter(|(_, is_given_on)| *is_given_on) {
                if let Some((from, Some(name))) = source.resolve(module, &path)
                    && from != *module
                {
                    names.insert(name, from);
                }
            }
            reexports.insert(module.clone(), names);
        }
        source.reexports = reexports;
        source
    }

    /// The module that a path leads to, and the name in it.
    fn resolve(&self, from: &Module, path: &str) -> Option<(Module, Option<String>)> {
        let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
        let mut at = match *parts.first()? {
            "crate" => Vec::new(),
            "self" => from.clone(),
            "super" => from.get(..from.len().checked_sub(1)?)?.to_vec(),
            first if self.modules.contains_key(&child(from, first)) => {
                parts.insert(0, "self");
                from.clone()
            }
            _ => return None,
        };
        parts.remove(0);
        while parts.first() == Some(&"super") {
            at.pop();
            parts.remove(0);
        }
        while let Some(next) = parts.first() {
            let inner = child(&at, next);
            if !self.modules.contains_key(&inner) {
                break;
            }
            at = inner;
            parts.remove(0);
        }
        Some((at, parts.first().map(|name| (*name).to_owned())))
    }

    /// Which module imports which, re-exports followed to where a name is at home.
    fn arrows(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let mut arrows = BTreeMap::new();
        for (module, text) in &self.modules {
            // What a module gives on of its own files is no arrow to them.
            let is_own = |path: &str| !path.starts_with("crate::") && !path.starts_with("super::");
            let used = uses(text).into_iter().filter(|(path, is_given_on)| !(*is_given_on && is_own(path))).map(|(path, _)| path);
            let paths = used.chain(paths(text));
            let targets = paths.filter_map(|path| self.resolve(module, &path)).map(|(at, name)| self.home(at, name.as_deref()));
            let targets: BTreeSet<Module> = targets.filter(|target| target != module && !target.is_empty()).collect();
            arrows.insert(module.clone(), targets);
        }
        arrows
    }

    fn home(&self, mut at: Module, name: Option<&str>) -> Module {
        for _ in 0..4 {
            match name.and_then(|name| self.reexports.get(&at)?.get(name)) {
                Some(from) if *from != at => at = from.clone(),
                _ => break,
            }
        }
        at
    }
}

fn child(of: &Module, name: &str) -> Module {
    of.iter().cloned().chain([name.to_owned()]).collect()
}

fn read_folder(folder: &Path, at: &mut Module, modules: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            at.push(name);
            read_folder(&entry.path(), at, modules);
            at.pop();
        } else if let Some(stem) = name.strip_suffix(".rs") {
            let module = if matches!(stem, "mod" | "lib") { at.clone() } else { child(at, stem) };
            modules.insert(module, without_comments_and_tests(&fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

fn without_comments_and_tests(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The paths of `use` lines, trees of braces spread out, and whether each is given on.
fn uses(text: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("use ") {
        let before = rest[..at].rsplit('\n').next().unwrap_or_default().trim();
        let end = rest[at..].find(';').map_or(rest.len(), |end| at + end);
        if before.is_empty() || before.starts_with("pub") {
            found.extend(spread(&rest[at + 4..end]).into_iter().map(|path| (path, before.starts_with("pub"))));
            rest = &rest[end..];
        } else {
            rest = &rest[at + 4..];
        }
    }
    found
}

fn spread(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, inner)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or_default().trim().to_owned()];
    };
    let inner = inner.trim_end().trim_end_matches('}');
    let (mut depth, mut item, mut items) = (0_i32, String::new(), Vec::new());
    for c in inner.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 {
            items.push(std::mem::take(&mut item));
        } else {
            item.push(c);
        }
    }
    items.push(item);
    let items = items.iter().filter(|item| !item.trim().is_empty());
    items.flat_map(|item| spread(item)).map(|item| format!("{}{item}", before.trim())).collect()
}

/// Paths within code: `crate::a::b` and `super::a`, those of macros for their callers (`$crate::`) apart.
fn paths(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in text.match_indices(start) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | ':')) {
                continue;
            }
            let end = text[at..].find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':')).map_or(text.len(), |end| at + end);
            found.push(text[at..end].trim_end_matches(':').to_owned());
        }
    }
    found
}

/// Nodes that reach each other, in groups; those that are alone are left out.
fn circles<N: Ord + Clone>(arrows: &BTreeMap<N, BTreeSet<N>>) -> Vec<Vec<N>> {
    let reach = |from: &N| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(node) = next.pop() {
            for to in arrows.get(&node).into_iter().flatten() {
                if seen.insert(to.clone()) {
                    next.push(to.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<N, BTreeSet<N>> = arrows.keys().map(|node| (node.clone(), reach(node))).collect();
    let mut circles: BTreeSet<Vec<N>> = BTreeSet::new();
    for (node, others) in &reached {
        if others.contains(node) {
            let circle = others.iter().filter(|other| reached.get(*other).is_some_and(|back| back.contains(node))).cloned().collect();
            circles.insert(circle);
        }
    }
    circles.into_iter().filter(|circle| circle.len() > 1).collect()
}

fn layer_of(folder: &str) -> usize {
    LAYERS.iter().position(|names| names.contains(&folder)).unwrap_or_else(|| panic!("`{folder}` has no layer here: give it one"))
}

#[test]
fn arrows_point_downwards_only() {
    let arrows = Source::read().arrows();
    let mut wrong = BTreeSet::new();
    for (module, targets) in arrows.iter().filter(|(module, _)| !module.is_empty()) {
        for target in targets.iter().filter(|target| target[0] != module[0]) {
            let (from, to) = (layer_of(&module[0]), layer_of(&target[0]));
            let are_values = VALUES.contains(&module[0].as_str()) && VALUES.contains(&target[0].as_str());
            if to >= from && !are_values {
                wrong.insert(format!("{} -> {}", module.join("::"), target.join("::")));
            }
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn no_folders_import_each_other_in_a_circle() {
    let mut folders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, targets) in Source::read().arrows().into_iter().filter(|(module, _)| !module.is_empty()) {
        let others = targets.into_iter().map(|target| target[0].clone()).filter(|target| *target != module[0]);
        folders.entry(module[0].clone()).or_default().extend(others);
    }
    let circles: Vec<Vec<String>> = circles(&folders).into_iter().filter(|circle| circle.as_slice() != VALUES).collect();
    assert_eq!(circles, Vec::<Vec<String>>::new());
}

#[test]
fn no_more_than_three_files_import_each_other() {
    let large: Vec<Vec<String>> = circles(&Source::read().arrows())
        .into_iter()
        .filter(|circle| circle.len() > MAX_CIRCLE)
        .map(|circle| circle.into_iter().map(|module| module.join("::")).collect())
        .collect();
    assert_eq!(large, Vec::<Vec<String>>::new());
}

#[test]
fn paths_are_read_out_of_use_lines() {
    let text = "use crate::{\n    a::{B, c::D},\n    e::F as G,\n};\npub(crate) use super::h::I;\nfn f() { crate::j::k(); $crate::no::way(); }";
    let all: BTreeSet<String> = uses(text).into_iter().map(|(path, _)| path).chain(paths(text)).collect();
    for path in ["crate::a::B", "crate::a::c::D", "crate::e::F", "super::h::I", "crate::j::k"] {
        assert!(all.contains(path), "{path} is missing in {all:?}");
    }
    assert!(!all.iter().any(|path| path.contains("no::way")), "{all:?}");
    assert!(uses(text).contains(&("super::h::I".to_owned(), true)));
}
