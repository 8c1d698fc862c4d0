//! Questions that generated code asks about the type of a field, as those in `__private/probe.rs`: the inherent method is for
//! an `Option`, or for a type with `Serialize`, and the trait for all others.

use core::marker::PhantomData;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::value::Error;
use serde_json::Value;

use super::field::HeldSchema;
use super::object::Object;
use crate::decode::Missing;
use crate::field::ReadField;

/// Returns `true` if an absent field of type `T` is an error.
pub fn is_required<'de, T: ReadField<'de>>() -> bool {
    T::deserialize(Missing::<Error>::new("")).is_err()
}

/// A field of type `T` that a function reads.
pub struct Requirement<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized> Requirement<T> {
    /// A field of type `T`.
    pub const NEW: Self = Self(PhantomData);
}

impl<T> Requirement<Option<T>> {
    /// It is not.
    pub fn is_required(&self) -> bool {
        false
    }
}

/// A field that is no `Option`.
pub trait AlwaysRequired {
    /// It is.
    fn is_required(&self) -> bool {
        true
    }
}

impl<T: ?Sized> AlwaysRequired for Requirement<T> {}

/// The value of an absent field.
pub struct DefaultValue<'a, T: ?Sized>(pub &'a T);

impl<T: Serialize + ?Sized> DefaultValue<'_, T> {
    /// Returns the value, unless it is `null`, which says nothing.
    pub fn to_json(&self) -> Option<Value> {
        serde_json::to_value(self.0).ok().filter(|value| !value.is_null())
    }
}

/// A value that cannot be written.
pub trait NoDefault {
    /// There is no JSON.
    fn to_json(&self) -> Option<Value> {
        None
    }
}

impl<T: ?Sized> NoDefault for DefaultValue<'_, T> {}

/// A field of type `T` with `#[serde(flatten)]`.
pub struct Flattened<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized> Flattened<T> {
    /// A field of type `T`.
    pub const NEW: Self = Self(PhantomData);
}

impl<T: JsonSchema> Flattened<Option<T>> {
    /// Describes its fields, which may be all absent.
    pub fn describe(&self, object: &mut Object<'_>) {
        object.flatten::<T>(true);
    }
}

/// A flattened field that is no `Option`.
pub trait AlwaysFlattened {
    /// Its type.
    type Value;

    /// Describes its fields.
    fn describe(&self, object: &mut Object<'_>)
    where
        Self::Value: HeldSchema,
    {
        object.flatten::<Self::Value>(false);
    }
}

impl<T> AlwaysFlattened for Flattened<T> {
    type Value = T;
}
