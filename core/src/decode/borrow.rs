//! Members with `#[serde(borrow)]`: a `Cow` borrows from the input where it can, which its own `Deserialize` never does.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// Asked for the seed of a borrowing member of type `T`: an inherent method answers for each `Cow`,
/// [`BorrowsItself`] for any other type. The compiler decides by the type, however it is spelt.
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
    /// What is read.
    type Value;

    /// Reads it by its own `Deserialize`.
    fn seed(self) -> PhantomData<Self::Value>;
}

impl<T> BorrowsItself for Borrowing<T> {
    type Value = T;

    fn seed(self) -> PhantomData<T> {
        PhantomData
    }
}

macro_rules! seeds {
    ($($ty:ty => $seed:ident;)*) => {$(
        impl<'a> Borrowing<$ty> {
            /// Reads it borrowed where the input allows.
            pub fn seed(self) -> $seed<'a> {
                $seed(PhantomData)
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

macro_rules! cow_seed {
    ($(#[$doc:meta])* $seed:ident, $option:ident, $borrowed:ty, $owned:ty, $deserialize:ident, $expecting:literal,
     $visit:ident, $visit_borrowed:ident, $visit_owned:ident) => {
        $(#[$doc])*
        pub struct $seed<'a>(PhantomData<&'a ()>);

        impl<'de: 'a, 'a> DeserializeSeed<'de> for $seed<'a> {
            type Value = Cow<'a, $borrowed>;

            #[inline]
            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
                deserializer.$deserialize(self)
            }
        }

        impl<'de: 'a, 'a> Visitor<'de> for $seed<'a> {
            type Value = Cow<'a, $borrowed>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($expecting)
            }

            fn $visit<E: Error>(self, value: &$borrowed) -> Result<Self::Value, E> {
                Ok(Cow::Owned(value.to_owned()))
            }

            #[inline]
            fn $visit_borrowed<E: Error>(self, value: &'de $borrowed) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(value))
            }

            fn $visit_owned<E: Error>(self, value: $owned) -> Result<Self::Value, E> {
                Ok(Cow::Owned(value))
            }
        }

        /// The same, or `None`.
        pub struct $option<'a>(PhantomData<&'a ()>);

        impl<'de: 'a, 'a> DeserializeSeed<'de> for $option<'a> {
            type Value = Option<Cow<'a, $borrowed>>;

            #[inline]
            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
                deserializer.deserialize_option(self)
            }
        }

        impl<'de: 'a, 'a> Visitor<'de> for $option<'a> {
            type Value = Option<Cow<'a, $borrowed>>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($expecting)
            }

            fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            #[inline]
            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
                $seed(PhantomData).deserialize(deserializer).map(Some)
            }
        }
    };
}

cow_seed! {
    /// Reads text, borrowed if the input has it without escapes.
    CowStr, OptionCowStr, str, String, deserialize_str, "a string", visit_str, visit_borrowed_str, visit_string
}

cow_seed! {
    /// Reads bytes, borrowed if the input has them as they are.
    CowBytes, OptionCowBytes, [u8], Vec<u8>, deserialize_bytes, "bytes", visit_bytes, visit_borrowed_bytes, visit_byte_buf
}
