//! Compile errors as their reader sees them: `ui/pass` compiles, `ui/fail` fails with the words in the `.stderr` beside it, and
//! whoever does what the words say has the `.fixed.rs` beside it, which compiles.
//!
//! After a change of words: `TRYBUILD=overwrite cargo test -p response-event-tests --test ui`, then read the difference.
//! `ui/fail/bounds` holds the compiler's own words on our traits, which change from release to release; the rest is ours.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

// Before `#[test]`, which would not see the `ignore` of an attribute below it.
#[rustversion::attr(not(stable(1.95)), ignore = "needs Rust 1.95: each release words compile errors in its own way")]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.pass(fixed_cases());
    for case in cases_that_fail() {
        cases.compile_fail(case);
    }
}

/// Writes one program of all fixed cases, a module each: compiled one by one, they would take minutes.
fn fixed_cases() -> PathBuf {
    let mut program = String::from(
        "trait Succeed { fn succeed(self); }\n\
         impl Succeed for () { fn succeed(self) {} }\n\
         impl<E: std::fmt::Debug> Succeed for Result<(), E> { fn succeed(self) { self.unwrap() } }\n",
    );
    let cases: Vec<_> = files("ui/fail").into_iter().filter(|path| is_fixed(path)).collect();
    assert!(cases.len() > 100, "{} fixed cases", cases.len());
    for (index, case) in cases.iter().enumerate() {
        let case = fs::canonicalize(case).expect("the path of a case");
        let case = case.to_str().expect("a path in UTF-8");
        let run = "pub(super) fn run() { super::Succeed::succeed(main()) }";
        writeln!(program, "mod case_{index} {{ include!({case:?}); {run} }}").expect("text is written");
    }
    let runs: Vec<_> = (0..cases.len()).map(|index| format!("case_{index}::run();")).collect();
    writeln!(program, "fn main() {{ {} }}", runs.join(" ")).expect("text is written");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixed_cases.rs");
    fs::write(&path, program).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}

fn is_fixed(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".fixed.rs")
}

fn cases_that_fail() -> impl Iterator<Item = PathBuf> {
    files("ui/fail").into_iter().filter(|path| !is_fixed(path))
}

/// Finds the Rust files in the folders of a folder, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        entries.map(|entry| entry.expect("an entry of a folder").path()).collect::<Vec<_>>()
    };
    let mut files: Vec<_> = entries(Path::new(folder)).iter().flat_map(|folder| entries(folder)).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    files
}

#[test]
fn an_error_of_the_compiler_is_short_and_lists_no_foreign_types() {
    for case in cases_that_fail().filter(|case| case.starts_with("ui/fail/bounds")) {
        let words = fs::read_to_string(case.with_extension("stderr")).expect("the words of the case");
        let case = case.display();
        for error in words.split("\n\n") {
            let lines = error.lines().count();
            assert!(lines <= 30, "{case}: {lines} lines\n{error}");
            // Types of the catalogue, as a list names them.
            let names_catalogue = error.contains("ImageGenCall") || error.contains("Annotation");
            assert!(!names_catalogue, "{case}: names the catalogue\n{error}");
        }
    }
}
