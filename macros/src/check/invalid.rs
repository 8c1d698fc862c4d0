//! Items that cannot be expanded.

use syn::Path;

use crate::problems::Errors;

/// The reasons why an item cannot be expanded, and what its stub impls need.
pub(crate) struct Invalid {
    pub(crate) errors: Errors,
    /// Path to the runtime crate.
    pub(crate) runtime: Path,
    /// The item is part of an event, or a family of parts.
    pub(crate) is_part: bool,
    /// The item has the key `schema`.
    pub(crate) has_schema: bool,
    /// The item has keys of the other derive, which then has implemented the traits already.
    pub(crate) is_derived_twice: bool,
}
