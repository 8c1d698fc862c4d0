//! The kinds of slots: of values that their own `Deserialize`, a seed or a function reads.

use core::marker::PhantomData;

use serde::de::DeserializeSeed;

use super::field_reader::{FieldReader, Slot};
use super::object_access::ObjectAccess;
use crate::field::ReadField;

impl<'de, A: ObjectAccess<'de>, T: ReadField<'de>> Slot<'de, A> for Option<T> {
    fn read(&mut self, fields: &mut FieldReader<'de, A>) -> Result<(), A::Error> {
        fields.read(self, PhantomData)
    }
}

/// Returns the slot of a value that its own `Deserialize` reads.
#[inline]
pub fn slot<'s, 'de: 's, A: ObjectAccess<'de> + 's, T: ReadField<'de> + 's>(
    value: &'s mut Option<T>,
) -> &'s mut (dyn Slot<'de, A> + 's) {
    value
}

/// The slot of a value that is not read by its own `Deserialize`.
pub struct SeedSlot<'s, T, F> {
    value: &'s mut Option<T>,
    seed: F,
}

impl<'s, T, F> SeedSlot<'s, T, F> {
    /// Creates the slot of a value; `seed` returns what reads it.
    #[inline]
    pub fn new<'de, S>(value: &'s mut Option<T>, seed: F) -> Self
    where
        S: DeserializeSeed<'de, Value = T>,
        F: Fn() -> S,
    {
        Self { value, seed }
    }
}

impl<'de, A, T, F, S> Slot<'de, A> for SeedSlot<'_, T, F>
where
    A: ObjectAccess<'de>,
    S: DeserializeSeed<'de, Value = T>,
    F: Fn() -> S,
{
    fn read(&mut self, fields: &mut FieldReader<'de, A>) -> Result<(), A::Error> {
        fields.read(self.value, (self.seed)())
    }
}

/// The slot of a value that a function reads.
pub struct SlotBy<'s, T, F> {
    value: &'s mut Option<T>,
    read: F,
}

impl<'s, T, F> SlotBy<'s, T, F> {
    /// Creates the slot of a value that `read` reads.
    #[inline]
    pub fn new<'de, A: ObjectAccess<'de>>(value: &'s mut Option<T>, read: F) -> Self
    where
        F: Fn(&mut FieldReader<'de, A>, &mut Option<T>) -> Result<(), A::Error>,
    {
        Self { value, read }
    }
}

impl<'de, A, T, F> Slot<'de, A> for SlotBy<'_, T, F>
where
    A: ObjectAccess<'de>,
    F: Fn(&mut FieldReader<'de, A>, &mut Option<T>) -> Result<(), A::Error>,
{
    fn read(&mut self, fields: &mut FieldReader<'de, A>) -> Result<(), A::Error> {
        (self.read)(fields, self.value)
    }
}
