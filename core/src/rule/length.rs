//! `Length`, for the rules that check how long a value is.

use alloc::string::String;

use crate::std_types::{for_each_collection, for_each_holder};
use crate::violation::Unit;

/// A type that has a length, for the rules `len` and `non_empty`.
#[diagnostic::on_unimplemented(
    message = "a rule for lengths does not fit a field of type `{Self}`",
    label = "has no length",
    note = "`len` and `non_empty` fit strings, lists and maps of std, also inside `Option` or `Box`; for any other type write \
            `with(path)`, or implement `response_event::rule::Length` if it is your own"
)]
pub trait Length {
    /// The unit of the length.
    const UNIT: Unit;

    /// Returns the length in that unit. `None`, for an absent value, breaks no rule.
    fn length(&self) -> Option<u64>;

    /// Returns `true` if the value is present and has length 0. Override it if that is cheaper than counting.
    #[inline]
    fn has_length_zero(&self) -> bool {
        self.length() == Some(0)
    }
}

#[diagnostic::do_not_recommend]
impl Length for str {
    const UNIT: Unit = Unit::Characters;

    #[inline]
    fn length(&self) -> Option<u64> {
        Some(self.chars().count() as u64)
    }

    #[inline]
    fn has_length_zero(&self) -> bool {
        self.is_empty()
    }
}

#[diagnostic::do_not_recommend]
impl Length for String {
    const UNIT: Unit = Unit::Characters;

    #[inline]
    fn length(&self) -> Option<u64> {
        self.as_str().length()
    }

    #[inline]
    fn has_length_zero(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! impl_length {
    ([$($generics:tt)*] $collection:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Length for $collection {
            const UNIT: Unit = Unit::Items;

            #[inline]
            fn length(&self) -> Option<u64> {
                Some(self.len() as u64)
            }
        }
    };
}

for_each_collection! { impl_length }
impl_length! { [] serde_json::Map<String, serde_json::Value> }

macro_rules! impl_length_of_holder {
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Length + $($bounds)+> Length for $holder {
            const UNIT: Unit = T::UNIT;

            #[inline]
            fn length(&self) -> Option<u64> {
                (**self).length()
            }

            #[inline]
            fn has_length_zero(&self) -> bool {
                (**self).has_length_zero()
            }
        }
    };
}

for_each_holder! { impl_length_of_holder }

#[diagnostic::do_not_recommend]
impl<T: Length> Length for Option<T> {
    const UNIT: Unit = T::UNIT;

    #[inline]
    fn length(&self) -> Option<u64> {
        self.as_ref()?.length()
    }

    #[inline]
    fn has_length_zero(&self) -> bool {
        self.as_ref().is_some_and(T::has_length_zero)
    }
}
