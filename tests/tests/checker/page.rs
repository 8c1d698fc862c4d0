//! Pages of documentation that are made by a test.

use std::path::Path;
use std::{env, fs};

/// Compares a page with the file that the documentation includes, or writes it there with `BLESS=1`.
///
/// # Panics
///
/// The file has another text.
#[track_caller]
pub(crate) fn check_page(file: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    if env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        fs::write(&path, page).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let written = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        written == page,
        "{file} is out of date; `BLESS=1 cargo test -p response-event-tests --test checker page -- --include-ignored` writes it"
    );
}
