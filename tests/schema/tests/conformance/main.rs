//! The schemas of the catalogue held against what decodes, what `validate()` accepts and what `validate_strict()` accepts.

mod exceptions;
mod inputs;
mod own;
mod verdict;
