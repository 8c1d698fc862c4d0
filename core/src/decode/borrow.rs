//! Fields with `#[serde(borrow)]`: a `Cow` borrows from the input where it can, which its own `Deserialize` never does.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Unexpected, Visitor};

macro_rules! cow_seed {
    ($(#[$doc:meta])* $seed:ident, $option:ident, $borrowed:ty, $deserialize:ident, $expecting:literal, {$($visit:item)*}) => {
        $(#[$doc])*
        #[derive(Default)]
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

            $($visit)*
        }

        /// The same, or `None`.
        #[derive(Default)]
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
    /// Reads text, borrowed if the input has it without escapes; from all that a `String` is read from.
    CowStr, OptionCowStr, str, deserialize_str, "a string", {
        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Cow::Owned(text.to_owned()))
        }

        #[inline]
        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
            Ok(Cow::Borrowed(text))
        }

        fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
            Ok(Cow::Owned(text))
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
            match core::str::from_utf8(bytes) {
                Ok(text) => self.visit_str(text),
                Err(_) => Err(E::invalid_value(Unexpected::Bytes(bytes), &self)),
            }
        }

        fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
            match core::str::from_utf8(bytes) {
                Ok(text) => self.visit_borrowed_str(text),
                Err(_) => Err(E::invalid_value(Unexpected::Bytes(bytes), &self)),
            }
        }
    }
}

cow_seed! {
    /// Reads bytes, borrowed if the input has them as they are; from all that a `Vec<u8>` is read from, and text.
    CowBytes, OptionCowBytes, [u8], deserialize_bytes, "bytes", {
        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
            Ok(Cow::Owned(bytes.to_owned()))
        }

        #[inline]
        fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
            Ok(Cow::Borrowed(bytes))
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Self::Value, E> {
            Ok(Cow::Owned(bytes))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            self.visit_bytes(text.as_bytes())
        }

        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
            self.visit_borrowed_bytes(text.as_bytes())
        }

        /// JSON has no bytes: they are written as an array of numbers.
        fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<Self::Value, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(elements)).map(Cow::Owned)
        }
    }
}
