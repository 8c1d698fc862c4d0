//! The names that generated code uses. Not for use by hand: they change without notice.

mod category;
mod held;
mod probe;

pub use alloc::boxed::Box;
pub use serde;

pub use crate::decode::{FieldReader, ObjectAccess, SeedSlot, SlotBy, Slots, deserialize, slot};
pub use crate::encode::{Encoder, MapEncoder, is_absent_nullable};
pub use crate::event_position::{Positioned, event_position};
pub use crate::shape::{
    Endings, FieldOrder, MayLackType, Names, Shape, Tags, TypeList, UnknownFields, Variants, WithoutType,
    assert_may_lack_type,
};

pub use self::category::Sorter;
pub use self::held::{AsEvent, AsFamily, AsPart, AsPartFamily, AsUnknown, Held, NotHeld};
pub use self::probe::{
    Absence, AlwaysPresent, Borrowing, BorrowsItself, Flattened, MayHoldRest, NeverAbsent, NoNumber, NoPosition,
    NoRules, NoText, Placing, Presence, ReadsRest, Rest, RestOf,
};

/// The traits of [`Sorter`], to be imported without their names.
pub mod sort {
    pub use super::category::{
        SortEvent as _, SortFamily as _, SortOther as _, SortPart as _, SortPartsFamily as _, SortUnknown as _,
        SortUntagged as _,
    };
}

/// The types that generated code describes an event with.
#[cfg(feature = "schema")]
pub mod schema {
    pub use alloc::borrow::Cow;

    pub use crate::schema::{
        AlwaysFlattened, AlwaysRequired, DefaultValue, Family, Field, FieldSchema, Flattened, JsonSchema, NoDefault,
        Object, Requirement, Rule, Schema, SchemaGenerator, constant, id, is_required, name,
    };
}

use crate::number::Number;

/// A whole number in a rule.
pub const fn whole(value: i128) -> Number {
    Number::whole(value)
}

/// A number with a fraction in a rule.
pub const fn fraction(value: f64) -> Number {
    Number::fraction(value)
}
