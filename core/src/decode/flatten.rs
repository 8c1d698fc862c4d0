//! A field with `#[serde(flatten)]`: its type reads the fields that no name fits, while the others go into their slots.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::any::type_name;
use core::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::field_reader::{FieldReader, NameAndText, Slots};
use super::key::{END, UNKNOWN};
use super::object_access::ObjectAccess;
use super::object_error::{ObjectError, fault};
use crate::json::MapKey;
use crate::text::repeated;

impl<'de, A: ObjectAccess<'de>> FieldReader<'de, A> {
    /// Reads all fields: the named ones into their slots, the others into a `T`.
    ///
    /// # Errors
    ///
    /// Those of the fields and of `T`; also if a field that no name fits is there twice.
    pub fn flatten<T: Deserialize<'de>>(&mut self, slots: Slots<'_, '_, 'de, A>) -> Result<T, A::Error> {
        let mut rest = Rest {
            reader: self,
            slots,
            seen: BTreeSet::new(),
            has_value: false,
            progress: Progress::Reading,
            is_option: false,
            own_fields: None,
        };
        let value = T::deserialize(&mut rest);
        // A `T` may make something of an error, but nobody can read on after one.
        if rest.progress == Progress::Failed {
            return Err(rest.reader.error());
        }
        if value.is_err() && !rest.is_option {
            return value;
        }
        // A `T` that stops early, or does not read at all, must not cost the named fields.
        if rest.has_value {
            rest.reader.pass_over()?;
        }
        while rest.next_unnamed()?.is_some() {
            rest.reader.pass_over()?;
        }
        // An `Option` whose value is not there at all. If some of it is there, it is not dropped.
        if value.is_err() && !rest.has_some() { T::deserialize(Absent(PhantomData)) } else { value }
    }
}

impl<'de, A: ObjectAccess<'de>> FieldReader<'de, A> {
    /// Reads all fields: the named ones into their slots, the others as text.
    ///
    /// # Errors
    ///
    /// Those of the fields; also if a field that no name fits is there twice.
    pub(crate) fn extra(&mut self, slots: Slots<'_, '_, 'de, A>) -> Result<Vec<NameAndText<'de>>, A::Error> {
        let mut extra = Vec::new();
        loop {
            match self.next()? {
                END => break,
                UNKNOWN => extra.extend(self.unknown_field()?),
                index => self.read_one(index, slots)?,
            }
        }
        if extra.len() > 1 { Self::distinct(extra) } else { Ok(extra) }
    }

    #[cold]
    fn unknown_field(&mut self) -> Result<Option<NameAndText<'de>>, A::Error> {
        match self.take_kept() {
            Some(name) => {
                let json = self.buffered_value()?.to_json().map_err(A::Error::custom)?;
                Ok(Some((name, json)))
            }
            None => self.pass_over().map(|()| None),
        }
    }

    /// Refuses a name that is there twice.
    #[cold]
    fn distinct(extra: Vec<NameAndText<'de>>) -> Result<Vec<NameAndText<'de>>, A::Error> {
        match repeated(extra.iter().map(|(name, _)| &**name)) {
            Some(name) => Err(fault(&ObjectError::DuplicateMember { name })),
            None => Ok(extra),
        }
    }
}

/// Returns `true` if `D` is the deserializer of a flattened field. It has type parameters, so it is told by its name; what
/// is taken for it by mistake is asked for a struct, which every format has.
pub(super) fn is_rest<D>() -> bool {
    type_name::<D>().strip_prefix("&mut ").is_some_and(|name| name.starts_with(concat!(module_path!(), "::Rest<")))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Reading,
    /// The end was met: CBOR reads on if it is asked again.
    Over,
    /// Reading failed; [`FieldReader::error`] says why.
    Failed,
}

struct Rest<'r, 's, 'de, A: ObjectAccess<'de>> {
    reader: &'r mut FieldReader<'de, A>,
    slots: Slots<'r, 's, 'de, A>,
    /// The keys that were handed on.
    seen: BTreeSet<Cow<'de, str>>,
    /// The value of the last key is still to be read.
    has_value: bool,
    progress: Progress,
    /// The type is an `Option`.
    is_option: bool,
    /// The fields of the type, if it is a struct that says which.
    own_fields: Option<&'static [&'static str]>,
}

impl<'de, A: ObjectAccess<'de>> Rest<'_, '_, 'de, A> {
    /// Keeps an error, and gives the same in words to whom may lose it.
    #[cold]
    fn fail(&mut self, error: A::Error) -> A::Error {
        let copy = A::Error::custom(&error);
        self.reader.keep_first(error);
        self.progress = Progress::Failed;
        copy
    }

    /// Returns `true` if there was a key that is one of the type's.
    fn has_some(&self) -> bool {
        match self.own_fields {
            Some(fields) => self.seen.iter().any(|name| fields.contains(&&**name)),
            None => !self.seen.is_empty(),
        }
    }

    /// The next key that no name fits.
    fn next_unnamed(&mut self) -> Result<Option<Cow<'de, str>>, A::Error> {
        if self.progress == Progress::Failed {
            return Err(A::Error::custom("an error that was told before"));
        }
        if self.progress == Progress::Over {
            return Ok(None);
        }
        loop {
            let index = self.reader.next().map_err(|error| self.fail(error))?;
            if index == END {
                self.progress = Progress::Over;
                return Ok(None);
            }
            let Some(name) = self.reader.take_kept() else {
                self.reader.read_one(index, self.slots).map_err(|error| self.fail(error))?;
                continue;
            };
            if !self.seen.insert(name.clone()) {
                let error = self.reader.duplicate_of(&name);
                return Err(self.fail(error));
            }
            return Ok(Some(name));
        }
    }
}

impl<'de, A: ObjectAccess<'de>> MapAccess<'de> for Rest<'_, '_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.next_unnamed()? {
            Some(name) => {
                self.has_value = true;
                seed.deserialize(MapKey::new(name)).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.has_value = false;
        match self.reader.value(seed) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.fail(error)),
        }
    }
}

/// The types that cannot take fields.
macro_rules! refuse {
    ($($deserialize:ident)*) => {$(
        #[cold]
        fn $deserialize<V: Visitor<'de>>(self, _: V) -> Result<V::Value, A::Error> {
            Err(A::Error::custom("the field with `#[serde(flatten)]` is of a type that is no map or struct"))
        }
    )*};
}

impl<'de, A: ObjectAccess<'de>> Deserializer<'de> for &mut Rest<'_, '_, 'de, A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        self.is_option = true;
        visitor.visit_some(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.own_fields = Some(fields);
        visitor.visit_map(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_unit()
    }

    refuse! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string
        deserialize_bytes deserialize_byte_buf deserialize_seq
    }

    serde::forward_to_deserialize_any! { unit_struct tuple tuple_struct map enum identifier ignored_any }
}

/// A deserializer of nothing: an `Option` reads it as `None`.
struct Absent<E>(PhantomData<E>);

impl<'de, E: Error> Deserializer<'de> for Absent<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
