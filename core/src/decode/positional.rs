//! Formats that write no names, such as postcard and MessagePack arrays: places stand in for keys.

use core::fmt;

use serde::de::value::U128Deserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use crate::number::NUMBER;

/// The elements of a sequence as the members of an object: the key of each is its place, that of `type` is 0.
pub(super) struct Positional<A> {
    elements: A,
    /// Wider than any key that a format has, which tells it from one.
    place: u128,
}

impl<A> Positional<A> {
    pub(super) fn new(elements: A) -> Self {
        Self { elements, place: 0 }
    }

    /// Returns the number of elements that were read.
    pub(super) fn len(&self) -> usize {
        usize::try_from(self.place).unwrap_or(usize::MAX)
    }
}

impl<'de, A: SeqAccess<'de>> MapAccess<'de> for Positional<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        // An older writer may have known fewer members.
        if self.elements.size_hint() == Some(0) {
            return Ok(None);
        }
        let place: U128Deserializer<A::Error> = self.place.into_deserializer();
        seed.deserialize(place).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.elements.next_element_seed(Nameless(seed))? {
            Some(value) => {
                self.place += 1;
                Ok(value)
            }
            None => Err(Error::custom(format_args!("the sequence ends before its element {}", self.place))),
        }
    }
}

/// A value in a format without names, which may be one without types: nothing can ask it what comes next.
///
/// A [`Number`](crate::Number) asks by its name, and is answered with the `f64` it is written as. A struct is passed on as
/// it is: if it is an event it comes back here, and wrapping it twice would make a recursive type infinite.
struct Nameless<T>(T);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Nameless<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Nameless(deserializer))
    }
}

macro_rules! pass_on {
    ($($deserialize:ident($($argument:ident: $ty:ty),*) => $wrap:expr;)*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, $($argument: $ty,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$deserialize($($argument,)* $wrap(visitor))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Nameless<D> {
    type Error = D::Error;

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        if name == NUMBER {
            return self.0.deserialize_f64(visitor);
        }
        self.0.deserialize_newtype_struct(name, Nameless(visitor))
    }

    pass_on! {
        deserialize_any() => as_it_is;
        deserialize_bool() => as_it_is;
        deserialize_i8() => as_it_is;
        deserialize_i16() => as_it_is;
        deserialize_i32() => as_it_is;
        deserialize_i64() => as_it_is;
        deserialize_i128() => as_it_is;
        deserialize_u8() => as_it_is;
        deserialize_u16() => as_it_is;
        deserialize_u32() => as_it_is;
        deserialize_u64() => as_it_is;
        deserialize_u128() => as_it_is;
        deserialize_f32() => as_it_is;
        deserialize_f64() => as_it_is;
        deserialize_char() => as_it_is;
        deserialize_str() => as_it_is;
        deserialize_string() => as_it_is;
        deserialize_bytes() => as_it_is;
        deserialize_byte_buf() => as_it_is;
        deserialize_unit() => as_it_is;
        deserialize_unit_struct(name: &'static str) => as_it_is;
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) => as_it_is;
        deserialize_enum(name: &'static str, variants: &'static [&'static str]) => as_it_is;
        deserialize_identifier() => as_it_is;
        deserialize_ignored_any() => as_it_is;
        deserialize_option() => Nameless;
        deserialize_seq() => Nameless;
        deserialize_tuple(len: usize) => Nameless;
        deserialize_tuple_struct(name: &'static str, len: usize) => Nameless;
        deserialize_map() => Nameless;
    }
}

fn as_it_is<V>(visitor: V) -> V {
    visitor
}

macro_rules! visit_scalar {
    ($($visit:ident($ty:ty);)*) => {$(
        fn $visit<E: Error>(self, value: $ty) -> Result<V::Value, E> {
            self.0.$visit(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Nameless<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Nameless(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Nameless(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Nameless(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Nameless(entries))
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    // MessagePack has types and answers with what it finds, whatever it was asked.
    visit_scalar! {
        visit_bool(bool);
        visit_i64(i64);
        visit_i128(i128);
        visit_u64(u64);
        visit_u128(u128);
        visit_f64(f64);
        visit_char(char);
        visit_str(&str);
        visit_borrowed_str(&'de str);
        visit_bytes(&[u8]);
        visit_borrowed_bytes(&'de [u8]);
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Nameless<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Nameless(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Nameless<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.0.next_key_seed(Nameless(seed))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Nameless(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}
