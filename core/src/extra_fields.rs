//! `ExtraFields`: the fields of an object that its type does not know.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::fmt;
use core::iter;
use core::slice;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::decode::{Fault, fault};
use crate::raw::RawJson;

/// The members of an object that its type does not name, in their order: for a field with `#[serde(flatten)]`.
///
/// Writing the object writes them back as they came, so nothing is lost that only the producer and some other consumer
/// know of.
///
/// ```
/// use response_event::{ExtraFields, ResponseEvent};
///
/// #[derive(Debug, PartialEq, ResponseEvent)]
/// #[event(type = "response.queued")]
/// struct Queued {
///     #[serde(flatten)]
///     other: ExtraFields,
/// }
///
/// let json = r#"{"type":"response.queued","z":[1.0],"a":null}"#;
/// let event: Queued = response_event::from_str(json)?;
/// assert_eq!(event.other.get("z").unwrap().get(), "[1.0]");
/// assert_eq!(serde_json::to_string(&event).unwrap(), json);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct ExtraFields(Vec<(Box<str>, RawJson)>);

impl ExtraFields {
    /// None; nothing is allocated.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of the member `name`.
    pub fn get(&self, name: &str) -> Option<&RawJson> {
        self.iter().find_map(|(other, value)| (other == name).then_some(value))
    }

    /// Sets the member `name`: in its place if it is there, otherwise behind all others. Gives the value it had.
    pub fn insert(&mut self, name: &str, value: RawJson) -> Option<RawJson> {
        if let Some((_, old)) = self.0.iter_mut().find(|(other, _)| **other == *name) {
            return Some(core::mem::replace(old, value));
        }
        self.0.push((name.into(), value));
        None
    }

    /// Takes the member `name` out.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        let place = self.0.iter().position(|(other, _)| **other == *name)?;
        Some(self.0.remove(place).1)
    }

    /// Fields by name and text, each name once and each text JSON.
    pub(crate) fn from_texts<'a>(fields: Vec<(Cow<'a, str>, Cow<'a, str>)>) -> Self {
        Self(fields.into_iter().map(|(name, json)| (name.into(), RawJson::from_checked(json))).collect())
    }

    /// Names and values, in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &RawJson)> + Clone {
        self.into_iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a ExtraFields {
    type Item = (&'a str, &'a RawJson);
    type IntoIter = iter::Map<slice::Iter<'a, (Box<str>, RawJson)>, fn(&'a (Box<str>, RawJson)) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(name, value)| (&**name, value))
    }
}

impl IntoIterator for ExtraFields {
    type Item = (Box<str>, RawJson);
    type IntoIter = vec::IntoIter<(Box<str>, RawJson)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The last of two values of one name stays, in the place of the first.
impl<N: AsRef<str>> FromIterator<(N, RawJson)> for ExtraFields {
    fn from_iter<I: IntoIterator<Item = (N, RawJson)>>(members: I) -> Self {
        let mut all = Vec::new();
        let mut places = BTreeMap::new();
        for (name, value) in members {
            let name: Box<str> = name.as_ref().into();
            match places.entry(name.clone()) {
                Entry::Vacant(place) => {
                    place.insert(all.len());
                    all.push((name, value));
                }
                Entry::Occupied(place) => all[*place.get()].1 = value,
            }
        }
        Self(all)
    }
}

impl fmt::Debug for ExtraFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl Serialize for ExtraFields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut output = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self {
            output.serialize_entry(name, value)?;
        }
        output.end()
    }
}

impl<'de> Deserialize<'de> for ExtraFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ExtraFieldsVisitor)
    }
}

struct ExtraFieldsVisitor;

impl<'de> Visitor<'de> for ExtraFieldsVisitor {
    type Value = ExtraFields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ExtraFields, A::Error> {
        let mut members: Vec<(Box<str>, RawJson)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            members.push((name.into(), map.next_value()?));
        }
        let mut names: Vec<&str> = members.iter().map(|(name, _)| &**name).collect();
        names.sort_unstable();
        if let Some(name) =
            names.iter().zip(names.iter().skip(1)).find_map(|(one, other)| (one == other).then_some(one))
        {
            return Err(fault(&Fault::DuplicateMember { name }));
        }
        Ok(ExtraFields(members))
    }
}
