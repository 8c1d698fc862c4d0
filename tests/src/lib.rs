//! Code that several test binaries share: comparing JSON, writing it in any way, and reading what lies beside the project. Cases belong in `tests`.

pub mod json;
pub mod recordings;
pub mod shared;
pub mod written;

// Every example of the README is a test; the library's package does not hold what lies above it.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
