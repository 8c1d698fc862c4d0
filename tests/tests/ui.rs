//! Compile errors as their reader sees them: `ui/pass` compiles, `ui/fail` fails with the words in the `.stderr` beside it, and
//! whoever does what the words say has the `.fixed.rs` beside it, which compiles.
//!
//! After a change of words: `TRYBUILD=overwrite cargo test -p response-event-tests --test ui`, then read the difference.
//! `ui/fail/bounds` holds the compiler's own words on our traits, which change from release to release; the rest is ours.

use std::fs;
use std::path::{Path, PathBuf};

// Before `#[test]`, which would not see the `ignore` of an attribute below it.
#[rustversion::attr(not(stable(1.95)), ignore = "needs Rust 1.95: each release words compile errors in its own way")]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.pass("ui/fail/**/*.fixed.rs");
    for case in failing(Path::new("ui/fail")) {
        cases.compile_fail(case);
    }
}

/// Finds the cases that fail, in order.
fn failing(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut entries: Vec<_> = entries.map(|entry| entry.expect("an entry of a folder").path()).collect();
    entries.sort();
    let mut cases = Vec::new();
    for path in entries {
        if path.is_dir() {
            cases.extend(failing(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && !path.to_string_lossy().ends_with(".fixed.rs")
        {
            cases.push(path);
        }
    }
    cases
}

#[test]
fn an_error_of_the_compiler_is_short_and_lists_no_foreign_types() {
    for case in failing(Path::new("ui/fail/bounds")) {
        let words = fs::read_to_string(case.with_extension("stderr")).expect("the words of the case");
        let case = case.display();
        for error in words.split("\n\n") {
            let lines = error.lines().count();
            assert!(lines <= 30, "{case}: {lines} lines\n{error}");
            // A type of the catalogue, as a list names it.
            assert!(
                !error.contains("ImageGenCall") && !error.contains("Annotation"),
                "{case}: names the catalogue\n{error}"
            );
        }
    }
}
