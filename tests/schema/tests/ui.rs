//! Compile errors of items with a schema: `ui/fail` fails with the words in the `.stderr` beside it, and whoever does what they
//! say has the `.fixed.rs` beside it, which compiles.

use std::fs;
use std::path::PathBuf;

#[rustversion::attr(not(stable(1.95)), ignore = "needs Rust 1.95: each release words compile errors in its own way")]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    for case in files() {
        if case.to_string_lossy().ends_with(".fixed.rs") {
            cases.pass(case);
        } else {
            cases.compile_fail(case);
        }
    }
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
