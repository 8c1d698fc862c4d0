//! Code that several test binaries share: reading recorded streams, and comparing JSON. Test cases belong in `tests`.

pub mod json;
