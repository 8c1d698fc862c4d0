//! Compile errors of items with a schema: `ui/fail` fails with the words in the `.stderr` beside it, and whoever does what they
//! say has the `.fixed.rs` beside it, which compiles as part of this test.

use std::fs;
use std::path::{Path, PathBuf};

#[allow(dead_code)] // nobody runs them
mod fixed;

#[rustversion::attr(not(stable(1.95)), ignore = "needs Rust 1.95: each release words compile errors in its own way")]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    for case in files().into_iter().filter(|case| !is_fixed(case)) {
        cases.compile_fail(case);
    }
}

#[test]
fn every_fixed_case_is_compiled() {
    let fixed: Vec<_> = files().into_iter().filter(|case| is_fixed(case)).collect();
    assert!(fixed.len() > 5, "{fixed:?}");
    for case in fixed {
        let line = format!("../../{}\"]", case.display());
        assert!(include_str!("fixed.rs").contains(&line), "add {} to `fixed.rs`", case.display());
    }
}

fn is_fixed(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".fixed.rs")
}

/// Finds the Rust files in the folders of `ui/fail`, in order.
fn files() -> Vec<PathBuf> {
    let entries = |folder: PathBuf| {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        entries.map(|entry| entry.expect("an entry of a folder").path()).collect::<Vec<_>>()
    };
    let mut files: Vec<_> = entries("ui/fail".into()).into_iter().flat_map(entries).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    files
}
