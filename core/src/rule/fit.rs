//! What a type must offer for several rules to fit it: a text, a length or a number.

use alloc::string::String;

use crate::number::{Number, Reading};
use crate::std_types::{for_each_collection, for_each_holder};
use crate::violation::Unit;

/// A type that is text, for the rules `base64`, `prefix` and `one_of`.
pub trait Text {
    /// The text; `None` if there is none, which no rule minds.
    fn text(&self) -> Option<&str>;
}

/// A type that has a length, for the rules `len` and `non_empty`.
pub trait Length {
    /// What is counted.
    const UNIT: Unit;

    /// The length in that unit; `None` if the value is absent, which no rule minds.
    fn length(&self) -> Option<u64>;

    /// Whether the value is there and has length 0. Worth writing where that is cheaper than counting.
    #[inline]
    fn has_length_zero(&self) -> bool {
        self.length() == Some(0)
    }
}

/// A type that is a number, for the rules `index`, `integer` and `range`.
pub trait Numeric {
    /// The number; `None` if there is none, which no rule minds.
    fn number(&self) -> Option<Reading>;
}

macro_rules! impl_numeric {
    ($($number:ident)*) => {$(
        impl Numeric for $number {
            #[inline]
            fn number(&self) -> Option<Reading> {
                Some((*self).into())
            }
        }
    )*};
}

impl_numeric! { Number u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 }

impl Text for str {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Text for String {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

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

macro_rules! impl_text_of_holder {
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Text + $($bounds)+> Text for $holder {
            #[inline]
            fn text(&self) -> Option<&str> {
                (**self).text()
            }
        }
    };
}

for_each_holder! { impl_text_of_holder }

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

macro_rules! impl_numeric_of_holder {
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Numeric + $($bounds)+> Numeric for $holder {
            #[inline]
            fn number(&self) -> Option<Reading> {
                (**self).number()
            }
        }
    };
}

for_each_holder! { impl_numeric_of_holder }

#[diagnostic::do_not_recommend]
impl<T: Text> Text for Option<T> {
    #[inline]
    fn text(&self) -> Option<&str> {
        self.as_ref()?.text()
    }
}

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

#[diagnostic::do_not_recommend]
impl<T: Numeric> Numeric for Option<T> {
    #[inline]
    fn number(&self) -> Option<Reading> {
        self.as_ref()?.number()
    }
}
