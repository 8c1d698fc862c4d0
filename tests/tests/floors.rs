//! The order of the floors in DESIGN.md, held against the imports: no arrow goes up, no file is part of a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// One source file: its path as a module, and the paths in it that start with `crate`, `self` or `super`.
struct File {
    shown: String,
    module: Vec<String>,
    /// Whole module paths, without `crate`.
    paths: BTreeSet<Vec<String>>,
    /// The names that the file re-exports, with the path that each comes from.
    exports: BTreeMap<String, Vec<String>>,
}

/// Reads every source in a folder but tests, which may look up, and programs, which have floors of their own.
fn source_files(root: &str) -> Vec<File> {
    let src = Path::new(ROOT).join(root);
    let mut folders = vec![src.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                folders.extend((path != src.join("bin")).then_some(path));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(read(&src, root, &path));
            }
        }
    }
    files.retain(|file| !file.module.iter().any(|name| name == "tests" || name == "suite"));
    assert!(files.len() > 5, "{} holds no sources", src.display());
    files
}

fn read(src: &Path, folder: &str, path: &Path) -> File {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let inside = path.strip_prefix(src).expect("a path in the folder");
    let mut module: Vec<_> = inside.with_extension("").iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|name| name == "mod") || module == ["lib"] || module == ["main"] {
        module.pop();
    }
    let shown = format!("{folder}/{}", inside.display());
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{shown}: {error}"));
    let mut file = File { shown, module: module.clone(), paths: BTreeSet::new(), exports: BTreeMap::new() };
    collect(tokens, &module, &mut file);
    file
}

/// Collects the paths in `tokens`, which stand in `module`.
fn collect(tokens: TokenStream, module: &[String], file: &mut File) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        index += 1;
        match token {
            TokenTree::Group(group) => collect(group.stream(), module, file),
            TokenTree::Ident(ident) => match (&*ident.to_string(), tokens.get(index), tokens.get(index + 1)) {
                ("mod", Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) => {
                    if name != "tests" {
                        collect(body.stream(), &[module, &[name.to_string()]].concat(), file);
                    }
                    index += 2;
                }
                (start @ ("crate" | "self" | "super"), Some(next), _) if is_punct(next, ':') => {
                    let before = &tokens[..index - 1];
                    // `$crate` in a macro, or the middle of a path.
                    if before.last().is_some_and(|token| is_punct(token, '$') || is_punct(token, ':')) {
                        continue;
                    }
                    let mut base = match start {
                        "crate" => Vec::new(),
                        "self" => module.to_vec(),
                        _ => module[..module.len().saturating_sub(1)].to_vec(),
                    };
                    let mut found = Vec::new();
                    follow(&tokens[index..], &mut base, &mut found);
                    let is_export = is_export(before);
                    for path in found {
                        match path.last() {
                            Some(name) if is_export => {
                                file.exports.insert(name.clone(), path);
                            }
                            _ => {
                                file.paths.insert(path);
                            }
                        }
                    }
                }
                _ => {}
            },
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

/// Returns `true` if the tokens before a path end with `pub use` or `pub(…) use`.
fn is_export(before: &[TokenTree]) -> bool {
    let is = |token: &TokenTree, name: &str| matches!(token, TokenTree::Ident(ident) if ident == name);
    match before {
        [.., visibility, last] if is(last, "use") && is(visibility, "pub") => true,
        [.., visibility, TokenTree::Group(_), last] => is(last, "use") && is(visibility, "pub"),
        _ => false,
    }
}

/// Follows `::name::{…}` from `base` on to every path that it stands for.
fn follow(tokens: &[TokenTree], base: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let [one, two, next, rest @ ..] = tokens else { return found.push(base.clone()) };
    if !is_punct(one, ':') || !is_punct(two, ':') {
        return found.push(base.clone());
    }
    match next {
        TokenTree::Ident(name) if name == "super" => {
            base.pop();
            follow(rest, base, found);
        }
        TokenTree::Ident(name) => {
            base.push(name.to_string());
            follow(rest, base, found);
        }
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            for item in tokens.split(|token| is_punct(token, ',')) {
                match item {
                    [TokenTree::Ident(name), rest @ ..] if name != "self" => {
                        let mut path = base.clone();
                        path.push(name.to_string());
                        follow(rest, &mut path, found);
                    }
                    [TokenTree::Ident(_), ..] => found.push(base.clone()),
                    _ => {}
                }
            }
        }
        // A glob, or generics.
        TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => found.push(base.clone()),
    }
}

/// Returns the files that each file imports from, through re-exports.
fn arrows(files: &[File]) -> Vec<BTreeSet<usize>> {
    let by_module: BTreeMap<&[String], usize> =
        files.iter().enumerate().map(|(index, file)| (&*file.module, index)).collect();
    let target = |path: &[String]| {
        let mut path = path.to_vec();
        // A re-export may lead to another one.
        for _ in 0..4 {
            let len = (0..=path.len()).rev().find(|len| by_module.contains_key(&path[..*len]))?;
            let index = by_module[&path[..len]];
            match path.get(len).and_then(|name| files[index].exports.get(name)) {
                Some(export) if *export != path => path.clone_from(export),
                _ => return Some(index),
            }
        }
        None
    };
    let of_file = |(index, file): (usize, &File)| {
        file.paths.iter().filter_map(|path| target(path)).filter(|other| *other != index).collect()
    };
    files.iter().enumerate().map(of_file).collect()
}

/// Reads the floors of a folder from the table of DESIGN.md whose rows go from the ground up.
fn floors(folder: &str) -> BTreeMap<String, usize> {
    let path = Path::new(ROOT).join("DESIGN.md");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let heading = format!("| `{folder}`, from the ground up |");
    let table = text.lines().skip_while(|line| !line.starts_with(&heading)).skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    let mut floors = BTreeMap::new();
    for (floor, row) in rows.enumerate() {
        let names = row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2);
        floors.extend(names.map(|name| (name.to_string(), floor)));
    }
    assert!(!floors.is_empty(), "DESIGN.md has no table that starts with `{heading}`");
    floors
}

fn room(file: &File) -> &str {
    file.module.first().map_or("the root", String::as_str)
}

fn imports_go_down(folder: &str) {
    let mut floors = floors(folder);
    let root = ["lib", "main"].into_iter().find_map(|root| floors.remove(root)).expect("the floor of the root");
    floors.insert("the root".into(), root);
    let files = source_files(folder);
    let rooms: BTreeSet<&str> = files.iter().map(room).collect();
    let missing: Vec<_> = rooms.iter().filter(|room| !floors.contains_key(**room)).collect();
    assert!(missing.is_empty(), "DESIGN.md names no floor for {missing:?} of {folder}");
    let gone: Vec<_> = floors.keys().filter(|name| !rooms.contains(&***name)).collect();
    assert!(gone.is_empty(), "DESIGN.md names a floor for {gone:?}, which {folder} does not have");

    let arrows = arrows(&files);
    let mut up = Vec::new();
    for (from, targets) in files.iter().zip(&arrows) {
        for to in targets.iter().map(|target| &files[*target]) {
            if room(from) != room(to) && floors[room(from)] <= floors[room(to)] {
                up.push(format!("{} imports from {}", from.shown, to.shown));
            }
        }
    }
    assert!(
        up.is_empty(),
        "imports go down, to a floor below (see DESIGN.md); move what is imported, or the file that imports it:\n{}",
        up.join("\n")
    );
    for (start, file) in files.iter().enumerate() {
        let mut reached = BTreeSet::new();
        let mut open: Vec<usize> = arrows[start].iter().copied().collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(&arrows[next]);
            }
        }
        let others: Vec<_> = reached.iter().map(|index| &files[*index].shown).collect();
        assert!(!reached.contains(&start), "{} is part of a circle, by way of some of {others:?}", file.shown);
    }
}

#[test]
fn imports_of_the_library_go_down() {
    imports_go_down("core/src");
}

#[test]
fn imports_of_the_command_go_down() {
    imports_go_down("core/src/bin/response-event");
}

#[test]
fn imports_of_the_derives_go_down() {
    imports_go_down("macros/src");
}
