//! The names that generated code uses. Not for use by hand: they change without notice.

mod probe;

pub use alloc::boxed::Box;
pub use serde;

pub use crate::decode::{END, FAILED, FieldReader, ObjectAccess, deserialize};
pub use crate::encode::{Encoder, MapEncoder, is_absent_nullable};
pub use crate::event_position::{Positioned, event_position};
pub use crate::shape::{Endings, FieldOrder, Shape, Tags, TypeList, UnknownFields, Variants};
pub use crate::unknown::HoldsUnknown;

pub use self::probe::{
    AlwaysPresent, Borrowing, BorrowsItself, Flattened, MayHoldRest, NeverAbsent, NoNumber, NoPosition, NoRules,
    NoText, Placing, Presence, ReadsRest, Rest, RestOf, Slot,
};

use crate::number::Number;

/// A whole number in a rule.
pub const fn whole(value: i128) -> Number {
    Number::whole(value)
}

/// A number with a fraction in a rule.
pub const fn fraction(value: f64) -> Number {
    Number::fraction(value)
}
