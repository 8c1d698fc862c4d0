//! The absence of a member, as a deserializer and as an empty slot: an `Option` reads `None` from it, anything else refuses it.

use core::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

use super::key::Source;
use super::members::Members;
use crate::error::{Fault, fault};

pub(super) struct Missing<E> {
    name: &'static str,
    error: PhantomData<E>,
}

impl<E> Missing<E> {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, error: PhantomData }
    }
}

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    #[cold]
    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, E> {
        Err(fault(&Fault::MissingMember { name: self.name }))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Where a member that a function of the user's reads was put, if it was there. Asked to fill an empty one, an inherent
/// method answers for each `Option`, [`NeverAbsent`] for any other type, as neither has a `Deserialize` to ask.
pub struct Slot<'s, T>(pub &'s mut Option<T>);

impl<T> Slot<'_, Option<T>> {
    /// Fills it with `None` for an absent member.
    #[inline]
    pub fn require_member<'de, A: Source<'de>>(self, _members: &mut Members<'de, A>, _index: usize) {
        self.0.get_or_insert(None);
    }
}

/// A member that has no value if it is absent.
pub trait NeverAbsent {
    /// Keeps the error if the member at `index` is absent.
    fn require_member<'de, A: Source<'de>>(self, members: &mut Members<'de, A>, index: usize);
}

impl<T> NeverAbsent for Slot<'_, T> {
    #[inline]
    fn require_member<'de, A: Source<'de>>(self, members: &mut Members<'de, A>, index: usize) {
        members.require_seed(self.0, index);
    }
}
