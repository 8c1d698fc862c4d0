//! Lists in which a server may send `null` in place of an element.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};

/// A family of parts whose `Unknown` also holds a `null`.
pub(crate) trait NullElement: Sized {
    fn from_null() -> Self;
    fn is_null(&self) -> bool;
}

/// Lets the `Unknown` of a family hold a `null`.
macro_rules! null_element {
    ($family:ident) => {
        impl $crate::payload::list::NullElement for $family {
            fn from_null() -> Self {
                Self::Unknown($crate::UnknownEvent::null())
            }

            fn is_null(&self) -> bool {
                matches!(self, Self::Unknown(element) if element.is_null())
            }
        }
    };
}

/// For `#[serde(with)]`: each `null` is an element, so that it is written back and no other element moves.
pub(crate) mod with_nulls {
    #[cfg(feature = "schema")]
    use schemars::{JsonSchema, Schema, SchemaGenerator};

    use super::{Deserialize, Deserializer, Elements, List, NullElement, Serialize, Serializer, Vec};
    #[cfg(feature = "schema")]
    use crate::schema::{Rules, note_rule};

    #[allow(clippy::ref_option)] // `with` passes a reference to the field
    pub(crate) fn serialize<T, S>(list: &Option<Vec<T>>, serializer: S) -> Result<S::Ok, S::Error>
    where
        T: NullElement + Serialize,
        S: Serializer,
    {
        list.as_deref().map(Elements).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
    where
        T: NullElement + Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(Option::deserialize(deserializer)?.map(|List(elements)| elements))
    }

    /// Returns the schema of such a list. A `null` breaks the contract of the list.
    #[cfg(feature = "schema")]
    pub(crate) fn schema<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
        match Rules::of(generator) {
            Rules::None => {
                note_rule(generator, Rules::Contract);
                generator.subschema_for::<Option<Vec<Option<T>>>>()
            }
            _ => generator.subschema_for::<Option<Vec<T>>>(),
        }
    }
}

struct Elements<'a, T>(&'a [T]);

impl<T: NullElement + Serialize> Serialize for Elements<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut output = serializer.serialize_seq(Some(self.0.len()))?;
        for element in self.0 {
            output.serialize_element(&(!element.is_null()).then_some(element))?;
        }
        output.end()
    }
}

struct List<T>(Vec<T>);

impl<'de, T: NullElement + Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: NullElement + Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<List<T>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = sequence.next_element::<Option<T>>()? {
            elements.push(element.unwrap_or_else(T::from_null));
        }
        Ok(List(elements))
    }
}
