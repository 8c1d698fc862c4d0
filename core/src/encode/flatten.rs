//! A field with `#[serde(flatten)]`: its entries are written beside the members, and may not repeat one. It may hold the
//! `null` of a member before it that is `None`.

use core::marker::PhantomData;

use serde::ser::{Error, Impossible, Serialize, SerializeMap, SerializeStruct, Serializer};

use super::omitted::Omitted;
use crate::serializer_methods::{refuse_compounds, scalars};

/// Writes the entries of a map or struct into `output`.
pub(super) struct Flattened<'a, M> {
    pub(super) output: &'a mut M,
    pub(super) members: &'static [&'static str],
    /// The members that are `None` and might be left out.
    pub(super) omitted: Omitted,
    /// The format leaves no member out, so their `null` is there already.
    pub(super) are_omitted_written: bool,
}

impl<M: SerializeMap> Flattened<'_, M> {
    /// Checks that no member has this name, but for those that may be repeated.
    fn check<K: Serialize + ?Sized>(&self, key: &K, repeatable: Omitted) -> Result<(), M::Error> {
        key.serialize(FreeKey { members: self.members, repeatable, error: PhantomData })
    }
}

impl<M: SerializeMap> Flattened<'_, M> {
    #[cold]
    fn refuse<T>(found: &str) -> Result<T, M::Error> {
        Err(M::Error::custom(format_args!("a field with `#[serde(flatten)]` must be a map or a struct, not {found}")))
    }
}

#[rustfmt::skip] // one line each
impl<M: SerializeMap> Serializer for Flattened<'_, M> {
    type Ok = ();
    type Error = M::Error;
    type SerializeMap = Self;
    type SerializeStruct = Self;

    scalars! { refuse }
    refuse_compounds! { refuse }

    fn serialize_str(self, _: &str) -> Result<(), M::Error> { Self::refuse("a string") }
    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), M::Error> { Self::refuse("a variant") }
    fn serialize_none(self) -> Result<(), M::Error> { Ok(()) }
    fn serialize_unit(self) -> Result<(), M::Error> { Ok(()) }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), M::Error> { value.serialize(self) }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), M::Error> { value.serialize(self) }
    fn serialize_map(self, _: Option<usize>) -> Result<Self, M::Error> { Ok(self) }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, M::Error> { Ok(self) }
}

impl<M: SerializeMap> SerializeMap for Flattened<'_, M> {
    type Ok = ();
    type Error = M::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), M::Error> {
        self.check(key, Omitted::default())?;
        self.output.serialize_key(key)
    }

    fn serialize_entry<K: Serialize + ?Sized, V: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &V,
    ) -> Result<(), M::Error> {
        if let Err(error) = self.check(key, Omitted::default()) {
            if !is_null(value) || self.check(key, self.omitted).is_err() {
                return Err(error);
            }
            if self.are_omitted_written {
                return Ok(());
            }
        }
        self.output.serialize_entry(key, value)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), M::Error> {
        self.output.serialize_value(value)
    }

    fn end(self) -> Result<(), M::Error> {
        Ok(())
    }
}

impl<M: SerializeMap> SerializeStruct for Flattened<'_, M> {
    type Ok = ();
    type Error = M::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), M::Error> {
        self.check(name, Omitted::default())?;
        self.output.serialize_entry(name, value)
    }

    fn end(self) -> Result<(), M::Error> {
        Ok(())
    }
}

/// Accepts a key that is not the name of a member.
struct FreeKey<E> {
    members: &'static [&'static str],
    repeatable: Omitted,
    error: PhantomData<E>,
}

impl<E: Error> FreeKey<E> {
    /// Whatever is not text is left to the format.
    #[allow(clippy::unnecessary_wraps)] // as the macro calls it
    fn accept(_found: &str) -> Result<(), E> {
        Ok(())
    }

    fn refuse<T>(found: &str) -> Result<T, E> {
        Err(E::custom(format_args!("the name of a field must be text, not {found}")))
    }
}

#[rustfmt::skip] // one line each
impl<E: Error> Serializer for FreeKey<E> {
    type Ok = ();
    type Error = E;
    type SerializeMap = Impossible<(), E>;
    type SerializeStruct = Impossible<(), E>;

    scalars! { accept }
    refuse_compounds! { refuse }

    fn serialize_str(self, name: &str) -> Result<(), E> {
        let place = self.members.iter().position(|member| *member == name);
        if place.is_some_and(|place| !self.repeatable.contains(place)) {
            return Err(E::custom(format_args!(
                "the field with `#[serde(flatten)]` holds `{name}`, which is a field of its own; remove it there",
            )));
        }
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), E> { self.serialize_str(name) }
    fn serialize_none(self) -> Result<(), E> { Self::refuse("nothing") }
    fn serialize_unit(self) -> Result<(), E> { Self::refuse("nothing") }
    fn serialize_some<T: Serialize + ?Sized>(self, key: &T) -> Result<(), E> { key.serialize(self) }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, key: &T) -> Result<(), E> { key.serialize(self) }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, E> { Self::refuse("a map") }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, E> { Self::refuse("a struct") }
}

/// Returns `true` if a value is written as `null`.
pub(super) fn is_null<T: Serialize + ?Sized>(value: &T) -> bool {
    value.serialize(Null::<serde_json::Error>(PhantomData)).is_ok()
}

/// Accepts nothing but `null`.
struct Null<E>(PhantomData<E>);

impl<E: Error> Null<E> {
    fn refuse<T>(found: &str) -> Result<T, E> {
        Err(E::custom(format_args!("expected `null`, found {found}")))
    }
}

#[rustfmt::skip] // one line each
impl<E: Error> Serializer for Null<E> {
    type Ok = ();
    type Error = E;
    type SerializeMap = Impossible<(), E>;
    type SerializeStruct = Impossible<(), E>;

    scalars! { refuse }
    refuse_compounds! { refuse }

    fn serialize_str(self, _: &str) -> Result<(), E> { Self::refuse("a string") }
    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), E> { Self::refuse("a variant") }
    fn serialize_none(self) -> Result<(), E> { Ok(()) }
    fn serialize_unit(self) -> Result<(), E> { Ok(()) }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), E> { value.serialize(self) }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), E> { value.serialize(self) }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, E> { Self::refuse("a map") }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, E> { Self::refuse("a struct") }
}
