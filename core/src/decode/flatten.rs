//! A field with `#[serde(flatten)]`: its type reads the members that no name fits, while the others go to their fields.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::key::Source;
use super::members::{END, FAILED, Members};
use crate::error::{Fault, fault};
use crate::json::MapKey;

/// Reads one named member, by the index that [`Members::next`] gives, and gives that of the next.
type ReadMember<'f, 'de, A> = &'f mut dyn FnMut(&mut Members<'de, A>, usize) -> usize;

impl<'de, A: Source<'de>> Members<'de, A> {
    /// Reads all members: the named ones through `read_member`, the others into a `T`.
    ///
    /// # Errors
    ///
    /// Those of the members and of `T`; also if a member that no name fits is there twice.
    pub fn flatten<T: Deserialize<'de>>(&mut self, read_member: ReadMember<'_, 'de, A>) -> Result<T, A::Error> {
        let mut rest = Rest { members: self, read_member, seen: BTreeSet::new(), is_over: false };
        let value = T::deserialize(&mut rest)?;
        // A `T` that stops early, or does not read at all, must not cost the named members.
        while rest.next_unnamed()?.is_some() {
            rest.members.pass_over()?;
        }
        Ok(value)
    }
}

struct Rest<'r, 'f, 'de, A: Source<'de>> {
    members: &'r mut Members<'de, A>,
    read_member: ReadMember<'f, 'de, A>,
    /// The keys that were handed on.
    seen: BTreeSet<Cow<'de, str>>,
    /// Whether the end was met: CBOR reads on if it is asked again.
    is_over: bool,
}

impl<'de, A: Source<'de>> Rest<'_, '_, 'de, A> {
    /// The next key that no name fits.
    fn next_unnamed(&mut self) -> Result<Option<Cow<'de, str>>, A::Error> {
        if self.is_over {
            return Ok(None);
        }
        let mut index = self.members.next();
        loop {
            match index {
                END => {
                    self.is_over = true;
                    return Ok(None);
                }
                FAILED => return Err(self.members.error()),
                _ => {}
            }
            let Some(name) = self.members.take_kept() else {
                index = (self.read_member)(self.members, index);
                continue;
            };
            if !self.seen.insert(name.clone()) {
                return Err(fault(&Fault::DuplicateMember { name: &name }));
            }
            return Ok(Some(name));
        }
    }
}

impl<'de, A: Source<'de>> MapAccess<'de> for Rest<'_, '_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.next_unnamed()? {
            Some(name) => seed.deserialize(MapKey::new(name)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.members.value(seed)
    }
}

impl<'de, A: Source<'de>> Deserializer<'de> for &mut Rest<'_, '_, 'de, A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_some(self)
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

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
