//! Pages of documentation, without code.

#[doc = include_str!("../differences.md")]
#[doc = include_str!("../formats.md")]
pub mod formats {}
