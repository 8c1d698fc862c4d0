//! What a type must offer for several rules to fit it: a text, a length or a number.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
#[cfg(feature = "std")]
use std::collections::{HashMap, HashSet};

use crate::number::Number;

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

/// What a [`Length`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode scalar values, for text.
    Characters,
    /// Items of a list, or entries of a map.
    Items,
}

/// A type that is a number, for the rules `index`, `integer` and `range`.
pub trait Numeric {
    /// The number; `None` if there is none, which no rule minds.
    fn number(&self) -> Option<Reading>;
}

/// The number that a [`Numeric`] type holds, made with `From`.
///
/// It also holds what a [`Number`] cannot: 128-bit integers exactly, and the floats that are not numbers, which break
/// every rule.
#[derive(Clone, Copy, Debug)]
pub struct Reading(Value);

#[derive(Clone, Copy, Debug)]
enum Value {
    Number(Number),
    /// More than `u64::MAX`.
    Large(u128),
    /// Less than `i64::MIN`.
    Small(i128),
    NotFinite(f64),
}

impl Reading {
    /// The number, if JSON has it as one.
    pub(crate) fn as_number(self) -> Option<Number> {
        match self.0 {
            Value::Number(number) => Some(number),
            Value::Large(_) | Value::Small(_) | Value::NotFinite(_) => None,
        }
    }

    /// Whether the number is what nearly every index is: whole, not negative and of 64 bits.
    #[inline]
    pub(super) fn is_index(self) -> bool {
        matches!(self.0, Value::Number(number) if number.as_u64().is_some())
    }

    /// Whether the rule `index` holds as far as the contract goes.
    #[inline]
    pub(super) fn is_zero_or_more(self) -> bool {
        match self.0 {
            Value::Number(number) => !number.is_negative(),
            Value::Large(_) => true,
            Value::Small(_) | Value::NotFinite(_) => false,
        }
    }

    #[inline]
    pub(super) fn is_integer(self) -> bool {
        match self.0 {
            Value::Number(number) => number.is_integer(),
            Value::Large(_) | Value::Small(_) => true,
            Value::NotFinite(_) => false,
        }
    }

    /// Whether the number is within both ends.
    #[inline]
    pub(super) fn is_within(self, min: Option<Number>, max: Option<Number>) -> bool {
        let not_below = min.is_none_or(|min| self.cmp_to(min).is_some_and(Ordering::is_ge));
        not_below && max.is_none_or(|max| self.cmp_to(max).is_some_and(Ordering::is_le))
    }

    /// `None` if it is not a number at all.
    #[inline]
    fn cmp_to(self, end: Number) -> Option<Ordering> {
        match self.0 {
            Value::Number(number) => Some(number.cmp(&end)),
            // An end that is no integer of the same type has a fraction, so it is small, or it is outside that type.
            Value::Large(value) => Some(match u128::try_from(end) {
                Ok(end) => value.cmp(&end),
                Err(_) if end.is_integer() && !end.is_negative() => Ordering::Less,
                Err(_) => Ordering::Greater,
            }),
            Value::Small(value) => Some(match i128::try_from(end) {
                Ok(end) => value.cmp(&end),
                Err(_) if end.is_integer() && end.is_negative() => Ordering::Greater,
                Err(_) => Ordering::Less,
            }),
            Value::NotFinite(_) => None,
        }
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Number(number) => number.fmt(f),
            Value::Large(value) => value.fmt(f),
            Value::Small(value) => value.fmt(f),
            Value::NotFinite(value) => value.fmt(f),
        }
    }
}

impl From<Number> for Reading {
    #[inline]
    fn from(number: Number) -> Self {
        Self(Value::Number(number))
    }
}

impl From<f64> for Reading {
    #[inline]
    fn from(value: f64) -> Self {
        Self(Number::try_from(value).map_or(Value::NotFinite(value), Value::Number))
    }
}

/// By its exact value, which for `0.1` is a little more than 0.1.
impl From<f32> for Reading {
    #[inline]
    fn from(value: f32) -> Self {
        f64::from(value).into()
    }
}

impl From<u128> for Reading {
    #[inline]
    fn from(value: u128) -> Self {
        Self(u64::try_from(value).map_or(Value::Large(value), |value| Value::Number(value.into())))
    }
}

impl From<i128> for Reading {
    #[inline]
    fn from(value: i128) -> Self {
        match (i64::try_from(value), u128::try_from(value)) {
            (Ok(value), _) => Self(Value::Number(value.into())),
            (_, Ok(value)) => value.into(),
            (Err(_), Err(_)) => Self(Value::Small(value)),
        }
    }
}

macro_rules! readings {
    ($($int:ident)*) => {$(
        impl From<$int> for Reading {
            #[inline]
            fn from(value: $int) -> Self {
                Number::from(value).into()
            }
        }
    )*};
}

readings! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }

macro_rules! numeric {
    ($($number:ident)*) => {$(
        impl Numeric for $number {
            #[inline]
            fn number(&self) -> Option<Reading> {
                Some((*self).into())
            }
        }
    )*};
}

numeric! { Number u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 }

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

macro_rules! collections {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $collection:ty;)*) => {$(
        $(#[$cfg])*
        impl<$($generics)*> Length for $collection {
            const UNIT: Unit = Unit::Items;

            #[inline]
            fn length(&self) -> Option<u64> {
                Some(self.len() as u64)
            }
        }
    )*};
}

collections! {
    [T] [T];
    [T, const N: usize] [T; N];
    [T] Vec<T>;
    [T] VecDeque<T>;
    [T] BTreeSet<T>;
    [K, V] BTreeMap<K, V>;
    [] serde_json::Map<String, serde_json::Value>;
    #[cfg(feature = "std")]
    [T, S] HashSet<T, S>;
    #[cfg(feature = "std")]
    [K, V, S] HashMap<K, V, S>;
}

/// Types that hold one value of another: they are what that value is.
macro_rules! through {
    ($($(#[$cfg:meta])* [$($generics:tt)*] ($($bound:tt)*) $holder:ty;)*) => {$(
        $(#[$cfg])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)* T: Text + $($bound)*> Text for $holder {
            #[inline]
            fn text(&self) -> Option<&str> {
                (**self).text()
            }
        }

        $(#[$cfg])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)* T: Length + $($bound)*> Length for $holder {
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

        $(#[$cfg])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)* T: Numeric + $($bound)*> Numeric for $holder {
            #[inline]
            fn number(&self) -> Option<Reading> {
                (**self).number()
            }
        }
    )*};
}

through! {
    [] (?Sized) &T;
    [] (?Sized) &mut T;
    [] (?Sized) Box<T>;
    [] (?Sized) Rc<T>;
    #[cfg(target_has_atomic = "ptr")]
    [] (?Sized) Arc<T>;
    [] (ToOwned + ?Sized) Cow<'_, T>;
}

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
