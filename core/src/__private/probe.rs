//! Questions that generated code asks about the type of a member, however it is spelt.
//!
//! A derive sees tokens, not types: it cannot tell `Option<T>` from a type alias of it. So the question is put as a method
//! call on a wrapper of the value. For the types that answer yes the wrapper has an inherent method; for all others a
//! trait has one of the same name, which the compiler takes only if there is no inherent one:
//!
//! | question | wrapper and its inherent method | answers for | trait of all others |
//! |---|---|---|---|
//! | is there nothing to write? | [`Presence::is_absent_member`] | `Option` | [`AlwaysPresent`] |
//! | what stands in for an absent member? | [`Absence::require_member`] | `Option` | [`NeverAbsent`] |
//! | how is it borrowed from the input? | [`Borrowing::member_seed`] | `Cow`, `Option<Cow>` | [`BorrowsItself`] |
//! | are unknown fields kept as text? | [`Rest::read_rest`], [`Rest::UNKNOWN`], [`RestOf::is_empty_rest`] | [`ExtraFields`] | [`ReadsRest`], [`MayHoldRest`] |
//! | has it rules, has it a place? | [`Flattened::check_flattened`], [`Flattened::flattened_position`] | [`Validate`], [`Positioned`] | [`NoRules`], [`NoPosition`] |
//! | which number, which text is it? | [`Placing::placing_number`], [`Placing::placing_text`] | `Numeric`, `Text` | [`NoNumber`], [`NoText`] |
//!
//! The trait has to be in scope where the method is called: generated code imports it as `_`.

use alloc::borrow::Cow;
use core::marker::PhantomData;

use serde::de::Deserialize;

use crate::decode::{CowBytes, CowStr, FieldReader, ObjectAccess, OptionCowBytes, OptionCowStr, Slots};
use crate::event_position::{EventPosition, Positioned};
use crate::extra_fields::ExtraFields;
use crate::number::Number;
use crate::rule::{Numeric, Text};
use crate::shape::UnknownFields;
use crate::validate::{Validate, Validator};

/// A member that is to be written.
pub struct Presence<'a, T: ?Sized>(pub &'a T);

impl<T> Presence<'_, Option<T>> {
    /// Returns `true` if there is nothing to write.
    #[inline]
    pub fn is_absent_member(&self) -> bool {
        self.0.is_none()
    }
}

/// A member that is always there.
pub trait AlwaysPresent {
    /// It is not.
    #[inline]
    fn is_absent_member(&self) -> bool {
        false
    }
}

impl<T: ?Sized> AlwaysPresent for Presence<'_, T> {}

/// The place of a member that a function of the user's reads: its type has no `Deserialize` to ask.
pub struct Absence<'s, T>(pub &'s mut Option<T>);

impl<T> Absence<'_, Option<T>> {
    /// Fills it with `None` for an absent member.
    #[inline]
    pub fn require_member<'de, A: ObjectAccess<'de>>(self, _members: &mut FieldReader<'de, A>, _index: usize) {
        self.0.get_or_insert(None);
    }
}

/// A member that has no value if it is absent.
pub trait NeverAbsent {
    /// Keeps the error if the member at `index` is absent.
    fn require_member<'de, A: ObjectAccess<'de>>(self, members: &mut FieldReader<'de, A>, index: usize);
}

impl<T> NeverAbsent for Absence<'_, T> {
    #[inline]
    fn require_member<'de, A: ObjectAccess<'de>>(self, members: &mut FieldReader<'de, A>, index: usize) {
        members.require_seed(self.0, index);
    }
}

/// A member of type `T` with `#[serde(borrow)]`.
pub struct Borrowing<T>(PhantomData<T>);

impl<T> Borrowing<T> {
    /// Of type `T`.
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

/// The seed of a type whose own `Deserialize` borrows.
pub trait BorrowsItself {
    /// The type that is read.
    type Value;

    /// Reads it by its own `Deserialize`.
    fn member_seed(self) -> PhantomData<Self::Value>;
}

impl<T> BorrowsItself for Borrowing<T> {
    type Value = T;

    fn member_seed(self) -> PhantomData<T> {
        PhantomData
    }
}

macro_rules! seeds {
    ($($ty:ty => $seed:ident;)*) => {$(
        impl<'a> Borrowing<$ty> {
            /// Reads it borrowed where the input allows.
            pub fn member_seed(self) -> $seed<'a> {
                $seed::default()
            }
        }
    )*};
}

seeds! {
    Cow<'a, str> => CowStr;
    Option<Cow<'a, str>> => OptionCowStr;
    Cow<'a, [u8]> => CowBytes;
    Option<Cow<'a, [u8]>> => OptionCowBytes;
}

/// The field of type `T` with `#[serde(flatten)]`, to be read.
pub struct Rest<T>(PhantomData<T>);

impl Rest<ExtraFields> {
    /// They are kept as text.
    pub const UNKNOWN: UnknownFields = UnknownFields::KeepText;

    /// Reads all fields, the named ones into their slots.
    ///
    /// # Errors
    ///
    /// Those of the fields; also if one that no name fits is there twice.
    #[inline]
    pub fn read_rest<'de, A: ObjectAccess<'de>>(
        fields: &mut FieldReader<'de, A>,
        slots: Slots<'_, '_, 'de, A>,
    ) -> Result<ExtraFields, A::Error> {
        fields.extra(slots).map(ExtraFields::from_texts)
    }
}

/// A flattened field whose type reads what no name fits.
pub trait ReadsRest {
    /// The type that is read.
    type Value;

    /// Its type reads them.
    const UNKNOWN: UnknownFields = UnknownFields::Keep;

    /// Reads all fields, the named ones into their slots.
    ///
    /// # Errors
    ///
    /// Those of the fields and of the type; also if one that no name fits is there twice.
    fn read_rest<'de, A: ObjectAccess<'de>>(
        fields: &mut FieldReader<'de, A>,
        slots: Slots<'_, '_, 'de, A>,
    ) -> Result<Self::Value, A::Error>
    where
        Self::Value: Deserialize<'de>,
    {
        fields.flatten(slots)
    }
}

impl<T> ReadsRest for Rest<T> {
    type Value = T;
}

/// The value of a field with `#[serde(flatten)]`, to be written.
pub struct RestOf<'a, T: ?Sized>(pub &'a T);

impl RestOf<'_, ExtraFields> {
    /// Returns `true` if there is nothing to write.
    #[inline]
    pub fn is_empty_rest(&self) -> bool {
        self.0.is_empty()
    }
}

/// A flattened field of a type that may hold something.
pub trait MayHoldRest {
    /// It is not known to be empty.
    #[inline]
    fn is_empty_rest(&self) -> bool {
        false
    }
}

impl<T: ?Sized> MayHoldRest for RestOf<'_, T> {}

/// The value of a field with `#[serde(flatten)]`, to be checked.
pub struct Flattened<'a, T: ?Sized>(pub &'a T);

impl<T: Validate + ?Sized> Flattened<'_, T> {
    /// Checks its rules, at the path of the object that it is flattened into.
    #[inline]
    pub fn check_flattened(&self, validator: &mut Validator<'_>) {
        self.0.check(validator);
    }
}

impl<'a, T: Positioned + ?Sized> Flattened<'a, T> {
    /// Those of its fields that place the event.
    #[inline]
    pub fn flattened_position(&self) -> EventPosition<'a> {
        self.0.event_position()
    }
}

/// A flattened field of a type that has no rules.
pub trait NoRules {
    /// There is nothing to check.
    #[inline]
    fn check_flattened(&self, _validator: &mut Validator<'_>) {}
}

impl<T: ?Sized> NoRules for Flattened<'_, T> {}

/// A flattened field of a type that does not place an event.
pub trait NoPosition<'a> {
    /// It has nothing that does.
    #[inline]
    fn flattened_position(&self) -> EventPosition<'a> {
        EventPosition::default()
    }
}

impl<'a, T: ?Sized> NoPosition<'a> for Flattened<'a, T> {}

/// A member that places its event.
pub struct Placing<'a, T: ?Sized>(pub &'a T);

impl<T: Numeric + ?Sized> Placing<'_, T> {
    /// The number that the member is.
    #[inline]
    pub fn placing_number(&self) -> Option<Number> {
        self.0.number()?.as_number()
    }
}

impl<'a, T: Text + ?Sized> Placing<'a, T> {
    /// The text that the member is.
    #[inline]
    pub fn placing_text(&self) -> Option<Cow<'a, str>> {
        self.0.text().map(Cow::Borrowed)
    }
}

/// A member that is no number.
pub trait NoNumber {
    /// There is none.
    #[inline]
    fn placing_number(&self) -> Option<Number> {
        None
    }
}

impl<T: ?Sized> NoNumber for Placing<'_, T> {}

/// A member that is no text.
pub trait NoText<'a> {
    /// There is none.
    #[inline]
    fn placing_text(&self) -> Option<Cow<'a, str>> {
        None
    }
}

impl<'a, T: ?Sized> NoText<'a> for Placing<'a, T> {}
