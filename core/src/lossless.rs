//! An event with everything that came with it: what its type does not know, and how its members were written.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::ops::{Deref, DerefMut};

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};

use crate::decode::{Decode, FieldReader, ObjectAccess, deserialize};
use crate::encode::JsonText;
use crate::json;
use crate::shape::{FieldOrder, Shape};
use crate::validate::{Validate, Validator};

/// An event, or a family, that is written back as it came but for what was changed.
///
/// Every member is kept as JSON text, in its order: those that `E` does not know, and how the others were written (`1.0`,
/// an explicit `null`). Writing takes the kept text of each member that `E` would still write as it did when it was read,
/// and `E`'s own for the others. So a gateway can change one member of an event and lose nothing. A nested object counts as
/// one member: if it is changed, what its type does not know is kept only by a `#[serde(flatten)]` map in it.
///
/// It costs the memory of the text, and writing compares; an `E` by itself pays nothing for this type to exist.
///
/// ```
/// use response_event::{Lossless, Number, ResponseEvent};
///
/// #[derive(ResponseEvent)]
/// #[event(type = "response.queued")]
/// struct Queued {
///     sequence_number: Number,
/// }
///
/// let json = r#"{"sequence_number":7.0,"new":[1e2],"type":"response.queued","error":null}"#;
/// let mut event: Lossless<Queued> = response_event::from_str(json)?;
/// assert_eq!(response_event::to_string(&event)?, json);
///
/// event.sequence_number = 8.into();
/// assert_eq!(response_event::to_string(&event)?, json.replace("7.0", "8"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lossless<E> {
    event: E,
    kept: Vec<Kept>,
    /// Name and text of each field that the event itself wrote right after it was read and that had not come, such as a default.
    added: Vec<(Box<str>, Box<str>)>,
}

/// A member as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Kept {
    name: Box<str>,
    json: Box<str>,
    written: Written,
}

/// The text of a field as the event itself wrote it, right after it was read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Written {
    AsItCame,
    Otherwise(Box<str>),
    NotAtAll,
}

impl<E> Lossless<E> {
    /// Creates one from an event that came with nothing else.
    pub fn new(event: E) -> Self {
        Self { event, kept: Vec::new(), added: Vec::new() }
    }

    /// Returns the event alone.
    pub fn into_inner(self) -> E {
        self.event
    }
}

/// The fields and methods of the event are used as if there were no wrapper, which is what it is for: to change an event in
/// place.
impl<E> Deref for Lossless<E> {
    type Target = E;

    fn deref(&self) -> &E {
        &self.event
    }
}

impl<E> DerefMut for Lossless<E> {
    fn deref_mut(&mut self) -> &mut E {
        &mut self.event
    }
}

impl<E> From<E> for Lossless<E> {
    fn from(event: E) -> Self {
        Self::new(event)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Validate> Validate for Lossless<E> {
    fn check(&self, validator: &mut Validator<'_>) {
        self.event.check(validator);
    }
}

#[diagnostic::do_not_recommend]
impl<'de, E: Decode<'de> + Serialize> Decode<'de> for Lossless<E> {
    const SHAPE: &'static Shape = &Shape { order: FieldOrder::AsWritten, ..*E::SHAPE };

    fn decode<A: ObjectAccess<'de>>(members: &mut FieldReader<'de, A>) -> Result<Self, A::Error> {
        let held = members.hold_all(E::SHAPE)?;
        let event = E::decode(members)?;
        let text = serde_json::to_string(&event).map_err(A::Error::custom)?;
        let own = json::fields(&text).map_err(A::Error::custom)?;
        // By name: what a stranger sends may have many members.
        let came: BTreeSet<&str> = held.iter().map(|(name, _)| &**name).collect();
        let added = own.iter().filter(|(name, _)| !came.contains(&**name));
        let added = added.map(|(name, json)| (name.as_ref().into(), (*json).into())).collect();
        let own: BTreeMap<&str, &str> = own.iter().map(|(name, json)| (&**name, *json)).collect();
        let kept = held.into_iter().map(|(name, json)| {
            let written = match own.get(&*name) {
                Some(own) if **own == *json => Written::AsItCame,
                Some(own) => Written::Otherwise((*own).into()),
                None => Written::NotAtAll,
            };
            Kept { name: name.into(), json: json.into(), written }
        });
        Ok(Self { event, kept: kept.collect(), added })
    }
}

impl<'de, E: Decode<'de> + Serialize> Deserialize<'de> for Lossless<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<E: Serialize> Serialize for Lossless<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.kept.is_empty() {
            return self.event.serialize(serializer);
        }
        let text = serde_json::to_string(&self.event).map_err(S::Error::custom)?;
        let own = json::fields(&text).map_err(S::Error::custom)?;
        let mut left: BTreeMap<&str, &str> = own.iter().map(|(name, json)| (&**name, *json)).collect();
        let mut output = serializer.serialize_map(None)?;
        for Kept { name, json, written } in &self.kept {
            let now = left.remove(&**name);
            let unchanged = match written {
                Written::AsItCame => now == Some(json),
                Written::Otherwise(before) => now == Some(before),
                Written::NotAtAll => now.is_none(),
            };
            match now {
                _ if unchanged => output.serialize_entry(name, &JsonText(json))?,
                Some(now) => output.serialize_entry(name, &JsonText(now))?,
                // It was removed.
                None => {}
            }
        }
        let added: BTreeMap<&str, &str> = self.added.iter().map(|(name, json)| (&**name, &**json)).collect();
        for (name, json) in &own {
            if left.contains_key(&**name) && added.get(&**name) != Some(json) {
                output.serialize_entry(name, &JsonText(json))?;
            }
        }
        output.end()
    }
}
