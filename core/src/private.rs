//! What generated code names. Not for use by hand: it changes without notice.

pub use crate::decode::{Borrowing, BorrowsItself, END, FAILED, Members, NeverAbsent, Slot, Source, deserialize};
pub use crate::encode::{AlwaysPresent, Encoder, MapEncoder, Presence, is_absent_nullable};

pub use crate::shape::{FAMILY_FIELDS, Shape, Tags, TypeList, UnknownMembers, Variants};

pub use crate::position::{NoNumber, NoText, Placing, position};

pub use crate::unknown::HoldsUnknown;

pub use alloc::boxed::Box;
pub use serde;

use crate::number::Number;

/// A whole number in a rule.
pub const fn whole(value: i128) -> Number {
    Number::whole(value)
}

/// A number with a fraction in a rule.
pub const fn fraction(value: f64) -> Number {
    Number::fraction(value)
}
