//! The folder `../shared` beside the project, which a plain clone does not have.
//!
//! A test that reads it is marked `#[ignore = "needs ../shared/<folder> beside the project"]`; `.ci/run` runs all that
//! are marked so where the folder is there.

use std::path::{Path, PathBuf};

/// Returns the path of a file or folder in `../shared`.
///
/// # Panics
///
/// There is no such file or folder.
#[track_caller]
pub fn shared(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(name);
    assert!(
        path.exists(),
        "this test needs ../shared/{name} beside the project; without it, do not run ignored tests (no {})",
        path.display()
    );
    path
}
