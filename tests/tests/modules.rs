//! Every Rust file of a package is part of one of its crates. The compiler does not notice a file that no `mod` declares.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of a package in which Cargo looks for crates.
const TARGETS: [&str; 4] = ["src", "tests", "examples", "benches"];

#[test]
fn every_rust_file_is_part_of_a_crate() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of the workspace");
    let packages = packages(repository);
    let folders = packages.iter().flat_map(|package| TARGETS.map(|target| package.join(target)));
    let mut files = Vec::new();
    let mut reached = BTreeSet::new();
    for folder in folders.filter(|folder| folder.is_dir()) {
        files.extend(rust_files(&folder));
        for root in roots(&folder) {
            reach(&root, &folder, &mut reached);
        }
    }
    assert!(files.len() > 200, "only {} files were found in {}", files.len(), repository.display());
    let forgotten: Vec<_> = files.iter().filter(|file| !reached.contains(*file)).map(|file| remedy(file)).collect();
    let forgotten = forgotten.join("\n").replace(&format!("{}/", repository.display()), "");
    assert!(forgotten.is_empty(), "some files are never compiled:\n{forgotten}\n");
}

/// Finds the folders of all packages, however deep.
fn packages(folder: &Path) -> Vec<PathBuf> {
    let manifest = folder.join("Cargo.toml");
    let is_package = manifest.exists() && text(&manifest).contains("[package]");
    let inner = entries(folder).into_iter().filter(|path| path.is_dir()).flat_map(|folder| packages(&folder));
    is_package.then(|| folder.to_owned()).into_iter().chain(inner).collect()
}

/// Finds the Rust files in a folder, however deep.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let files = entries(folder).into_iter().flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    files.filter(|path| is_rust(path)).collect()
}

/// Lists the files in one of `TARGETS` that Cargo takes for the root of a crate.
fn roots(folder: &Path) -> Vec<PathBuf> {
    if folder.ends_with("src") {
        let programs = if folder.join("bin").is_dir() { roots(&folder.join("bin")) } else { Vec::new() };
        let roots = ["lib.rs", "main.rs"].map(|root| folder.join(root)).into_iter().filter(|root| root.exists());
        return roots.chain(programs).collect();
    }
    let roots = entries(folder).into_iter().map(|path| if path.is_dir() { path.join("main.rs") } else { path });
    roots.filter(|path| is_rust(path) && path.exists()).collect()
}

/// Adds a file, whose modules are in `folder`, and all files that it declares.
fn reach(file: &Path, folder: &Path, reached: &mut BTreeSet<PathBuf>) {
    let beside = file.parent().unwrap_or(folder);
    // The root of a crate that has a folder of its own.
    let folder = if name(file) == "main.rs" { beside } else { folder };
    reached.insert(file.to_owned());
    for module in declared(&text(file)) {
        let inner = folder.join(&module.path);
        let candidates = match &module.file {
            Some(path) => vec![beside.join(path)],
            None => vec![inner.with_extension("rs"), inner.join("mod.rs")],
        };
        for file in candidates.iter().filter(|file| file.exists()) {
            reach(file, &inner, reached);
        }
    }
}

/// A module in a file of its own.
struct Module {
    /// Its name, after those of the inline modules around it.
    path: PathBuf,
    /// The value of `#[path]`.
    file: Option<String>,
}

/// Finds the modules that formatted source code declares.
fn declared(source: &str) -> Vec<Module> {
    let mut modules = Vec::new();
    let mut inline: Vec<(usize, &str)> = Vec::new();
    let mut file = None;
    for line in source.lines() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        if code.starts_with('}') && inline.last().is_some_and(|(outer, _)| *outer == indent) {
            inline.pop();
        }
        if let Some(path) = code.strip_prefix("#[path = \"").and_then(|path| path.strip_suffix("\"]")) {
            file = Some(path.to_owned());
        }
        let Some((visibility, item)) = code.split_once("mod ") else { continue };
        if !(visibility.is_empty() || visibility == "pub " || visibility.starts_with("pub(")) {
            continue;
        }
        if let Some(name) = item.strip_suffix(';') {
            let names = inline.iter().map(|(_, name)| *name).chain([name.trim_start_matches("r#")]);
            modules.push(Module { path: names.collect(), file: file.take() });
        } else if let Some(name) = item.strip_suffix(" {") {
            inline.push((indent, name));
        }
    }
    modules
}

/// Says what to do about a file that no crate has.
fn remedy(file: &Path) -> String {
    let module = if name(file) == "mod.rs" { file.parent().unwrap_or(file) } else { file };
    let module_name = module.file_stem().unwrap_or_default().to_string_lossy();
    let folder = module.parent().unwrap_or(module);
    let is_crate = folder.parent().is_some_and(|outer| TARGETS[1..].iter().any(|target| outer.ends_with(target)));
    let parents = ["lib.rs", "main.rs", "mod.rs"].map(|parent| folder.join(parent));
    let parent = parents.into_iter().chain([folder.with_extension("rs")]).find(|parent| parent.exists());
    let parent = parent.unwrap_or_else(|| folder.join(if is_crate { "main.rs" } else { "mod.rs" }));
    format!("  {}: declare `mod {module_name};` in {}, or remove the file", file.display(), parent.display())
}

/// Lists what is in a folder, without what is hidden or built.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path());
    let mut paths: Vec<_> = paths.filter(|path| name(path) != "target" && !name(path).starts_with('.')).collect();
    paths.sort();
    paths
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

#[test]
fn declarations_are_found_wherever_they_stand() {
    let source = r#"
mod a;
pub mod b;
pub(crate) mod r#type;
#[path = "elsewhere.rs"]
#[doc(hidden)]
pub mod c;
mod d {
    fn f() {
    }
    pub(in crate::d) mod e;
    mod g {
    }
}
mod h;
// mod i;
"#;
    let declared: Vec<_> = declared(source).into_iter().map(|module| (module.path, module.file)).collect();
    let here = |path: &str| (PathBuf::from(path), None);
    let elsewhere = (PathBuf::from("c"), Some("elsewhere.rs".to_owned()));
    assert_eq!(declared, [here("a"), here("b"), here("type"), elsewhere, here("d/e"), here("h")]);
}
