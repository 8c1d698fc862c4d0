//! Items that cannot be expanded.

use syn::Path;

use crate::problems::Errors;

/// The reasons why an item cannot be expanded, and the path that its stub impls need.
pub(crate) struct Invalid {
    pub(crate) errors: Errors,
    /// Path to the runtime crate.
    pub(crate) runtime: Path,
}
