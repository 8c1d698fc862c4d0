//! The golden of a schema compiles as ordinary code, and does what the derives do.
//!
//! `macros/src/tests/goldens.rs` compares it with what the derives write now.

// What the derives repeat for the compiler, which clippy does not see in their expansion.
#![allow(clippy::extra_unused_lifetimes, clippy::needless_borrow)]

/// With our derives.
#[path = "written/schema.rs"]
mod written;

/// Without them.
#[allow(clippy::pedantic, unused_imports)] // generated code, but nobody knows
#[path = "expanded/schema.rs"]
#[rustfmt::skip] // as the derives write it
mod expanded;

use response_event::schema::{Rules, schema_for};

#[test]
fn the_golden_has_the_schema_of_the_derives() {
    for rules in [Rules::None, Rules::Contract, Rules::Strict] {
        assert_eq!(schema_for::<written::Text>(rules), schema_for::<expanded::Text>(rules), "{rules:?}");
    }
}
