//! Imports between files of `src`: none runs in a ring, and none goes through the door of its own folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module by its path from the root of the crate: `["ledger", "posting"]`. The root itself is empty.
type Module = Vec<String>;

/// An import: which module names which, and what of it.
struct Import {
    from: Module,
    to: Module,
    item: String,
}

struct Crate {
    files: BTreeMap<Module, PathBuf>,
    imports: Vec<Import>,
}

fn read_crate() -> Crate {
    let mut files = BTreeMap::new();
    collect_modules(Path::new("src"), &mut Vec::new(), &mut files);
    let mut imports = Vec::new();
    for (module, path) in &files {
        let text = fs::read_to_string(path).expect("source is UTF-8");
        for named in named_paths(&code_of(&text), module, &files) {
            let target = longest_module(&named, &files);
            if target != *module {
                imports.push(Import {
                    from: module.clone(),
                    item: named[target.len()..].join("::"),
                    to: target,
                });
            }
        }
    }
    Crate { files, imports }
}

fn collect_modules(folder: &Path, module: &mut Module, files: &mut BTreeMap<Module, PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("src can be read").path();
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            module.push(name);
            collect_modules(&path, module, files);
            module.pop();
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let is_door = name == "mod" || name == "lib";
            let own = (!is_door).then_some(name);
            files.insert(module.iter().cloned().chain(own).collect(), path);
        }
    }
}

/// The code without comments, strings and unit tests.
fn code_of(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    let mut code = lines.collect::<Vec<_>>().join("\n");
    while let Some(start) = code.find('"') {
        let behind = &code[start + 1..];
        let end = behind.find('"').map_or(behind.len(), |end| end + 1);
        code.replace_range(start..start + 1 + end, " ");
    }
    code
}

/// Every path that code names from `crate::`, `super::` or `self::`, from the root; groups in braces taken apart.
fn named_paths(code: &str, module: &Module, files: &BTreeMap<Module, PathBuf>) -> BTreeSet<Module> {
    let mut paths = BTreeSet::new();
    let is_door = files
        .keys()
        .any(|other| other.len() > module.len() && other.starts_with(module));
    for (at, _) in code.match_indices("::") {
        let before = &code[..at];
        let start = before.rfind(|c: char| !is_letter(c)).map_or(0, |at| at + 1);
        if before[..start].ends_with("::") {
            continue;
        }
        let root: Module = match &before[start..] {
            "crate" => Vec::new(),
            // In a module inside a file, `super` is the file.
            "super" if code.contains("\nmod ") => continue,
            "super" => module[..module.len().saturating_sub(1)].to_vec(),
            "self" => module.clone(),
            child if is_door && files.contains_key(&join(module, child)) => join(module, child),
            _ => continue,
        };
        expand(&code[at + 2..], root, &mut paths);
    }
    paths
}

fn join(module: &Module, child: &str) -> Module {
    let mut joined = module.clone();
    joined.push(child.to_owned());
    joined
}

const fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Follows a path, into braces too.
fn expand(rest: &str, path: Module, paths: &mut BTreeSet<Module>) {
    if let Some(group) = rest.strip_prefix('{') {
        for part in split_group(group) {
            expand(part.trim(), path.clone(), paths);
        }
        return;
    }
    let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
    let (name, behind) = rest.split_at(length);
    let path = if name.is_empty() || name == "self" {
        path
    } else {
        join(&path, name)
    };
    match behind.strip_prefix("::") {
        Some(behind) => expand(behind, path, paths),
        None => {
            paths.insert(path);
        }
    }
}

/// The parts of a group up to its closing brace, at its own commas.
fn split_group(group: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

fn longest_module(path: &[String], files: &BTreeMap<Module, PathBuf>) -> Module {
    let lengths = (0..=path.len()).rev();
    let mut modules = lengths.map(|length| path[..length].to_vec());
    modules
        .find(|module| files.contains_key(module))
        .unwrap_or_default()
}

/// The modules that can be reached from one, itself only where it stands in a ring.
fn reachable<'c>(
    from: &'c Module,
    next: &BTreeMap<&'c Module, BTreeSet<&'c Module>>,
) -> BTreeSet<&'c Module> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(module) = waiting.pop() {
        for other in next.get(module).into_iter().flatten() {
            if seen.insert(*other) {
                waiting.push(*other);
            }
        }
    }
    seen
}

/// Imports that lie on a ring, as sentences.
fn imports_in_rings(read: &Crate) -> Vec<String> {
    // A door lists its rooms; what matters is what files take from each other.
    let is_door = |module: &Module| {
        read.files
            .get(module)
            .is_some_and(|path| path.ends_with("mod.rs") || path.ends_with("lib.rs"))
    };
    let mut next: BTreeMap<&Module, BTreeSet<&Module>> = BTreeMap::new();
    for import in read
        .imports
        .iter()
        .filter(|import| !is_door(&import.from) && !is_door(&import.to))
    {
        next.entry(&import.from).or_default().insert(&import.to);
    }
    let mut found = BTreeSet::new();
    for import in &read.imports {
        let is_step = next
            .get(&import.from)
            .is_some_and(|all| all.contains(&import.to));
        if is_step && reachable(&import.to, &next).contains(&import.from) {
            found.insert(format!(
                "{} imports {} of {}, which leads back to it",
                import.from.join("/"),
                import.item,
                import.to.join("/")
            ));
        }
    }
    found.into_iter().collect()
}

#[test]
fn no_files_import_each_other_in_a_ring() {
    let read = read_crate();
    assert!(
        read.files.len() > 300 && read.imports.len() > 1_000,
        "expected the whole crate"
    );
    let rings = imports_in_rings(&read);
    assert!(rings.is_empty(), "{}", rings.join("\n"));
}

#[test]
fn no_file_takes_from_a_sibling_through_their_door() {
    let read = read_crate();
    let mut wrong = Vec::new();
    for import in &read.imports {
        let Some((_, folder)) = import.from.split_last() else {
            continue;
        };
        let through_door =
            import.to.as_slice() == folder && !folder.is_empty() && !import.item.is_empty();
        if through_door && read.files[&import.from].file_name() != Some("mod.rs".as_ref()) {
            wrong.push(format!(
                "{} takes {} from its door: name the file that defines it",
                import.from.join("/"),
                import.item
            ));
        }
    }
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_ring_is_seen() {
    let module = |path: &str| path.split('/').map(str::to_owned).collect::<Module>();
    let import = |from: &str, to: &str| Import {
        from: module(from),
        to: module(to),
        item: "Thing".to_owned(),
    };
    let files = ["a/one", "a/two", "b"].map(|path| (module(path), PathBuf::from(path)));
    let mut read = Crate {
        files: files.into(),
        imports: vec![import("a/one", "a/two"), import("b", "a/one")],
    };
    assert!(imports_in_rings(&read).is_empty());
    read.imports.push(import("a/two", "a/one"));
    assert_eq!(imports_in_rings(&read).len(), 2);
    let mut paths = BTreeSet::new();
    expand("a::{self, two::{X, Y as Z}}, b", Vec::new(), &mut paths);
    let found: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a", "a::two::X", "a::two::Y"]);
}
