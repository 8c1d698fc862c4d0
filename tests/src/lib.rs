//! Code that several test binaries share: comparing JSON, and reading what lies beside the project. Cases belong in `tests`.

pub mod json;
pub mod recordings;
pub mod shared;
