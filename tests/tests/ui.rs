//! Compile errors as their reader sees them: `ui/pass` compiles, `ui/fail` fails with the words in the `.stderr` beside it.
//!
//! After a change of words: `TRYBUILD=overwrite cargo test -p response-event-tests --test ui`, then read the difference.
//! `ui/fail/bounds` holds the compiler's own words on our traits, which change from release to release; the rest is ours.

// Before `#[test]`, which would not see the `ignore` of an attribute below it.
#[rustversion::attr(not(stable(1.95)), ignore = "needs Rust 1.95: each release words compile errors in its own way")]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/**/*.rs");
}
