//! `ExtraFields`: the fields of an object that its type does not know.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::fmt;
use core::iter::FusedIterator;
use core::ops::Index;
use core::slice;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::decode::{ObjectError, fault};
use crate::error::DecodeError;
use crate::raw::{RawJson, checked, decode};

/// The fields of an object that its type does not know, in their order: for a field with `#[serde(flatten)]`.
///
/// They are written back as they came, so nothing is lost that only the producer and another consumer know.
///
/// ```
/// use response_event::{ExtraFields, ResponseEvent};
///
/// #[derive(Debug, PartialEq, ResponseEvent)]
/// #[event(type = "response.queued")]
/// struct Queued {
///     #[serde(flatten)]
///     extra: ExtraFields,
/// }
///
/// let json = r#"{"type":"response.queued","z":[1.0],"a":null}"#;
/// let mut event: Queued = response_event::from_str(json)?;
/// assert_eq!(event.extra["z"].get(), "[1.0]");
/// assert_eq!(response_event::to_string(&event)?, json);
///
/// event.extra.insert("z", "2.50".parse()?);
/// assert_eq!(response_event::to_string(&event)?, json.replace("[1.0]", "2.50"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Parse them from the text of an object, or collect them from names and values.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct ExtraFields(Vec<(Box<str>, RawJson)>);

impl ExtraFields {
    /// Creates an empty list, without allocating.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns the value of a field.
    pub fn get(&self, name: &str) -> Option<&RawJson> {
        self.iter().find_map(|(other, value)| (other == name).then_some(value))
    }

    /// Returns `true` if there is a field of that name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets a field: in its place if it exists, otherwise after all others. Returns its old value.
    pub fn insert(&mut self, name: &str, value: RawJson) -> Option<RawJson> {
        if let Some((_, old)) = self.0.iter_mut().find(|(other, _)| **other == *name) {
            return Some(core::mem::replace(old, value));
        }
        self.0.push((name.into(), value));
        None
    }

    /// Removes a field and returns its value. The others keep their order.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        let place = self.0.iter().position(|(other, _)| **other == *name)?;
        Some(self.0.remove(place).1)
    }

    /// Creates them from names and texts, each name once and each text JSON.
    #[inline]
    pub(crate) fn from_texts(fields: Vec<(Cow<'_, str>, Cow<'_, str>)>) -> Self {
        // Nearly every event has none.
        if fields.is_empty() { Self::new() } else { Self::own(fields) }
    }

    #[cold]
    fn own(fields: Vec<(Cow<'_, str>, Cow<'_, str>)>) -> Self {
        Self(fields.into_iter().map(|(name, json)| (name.into(), RawJson::from_checked(json))).collect())
    }

    /// Returns an iterator over names and values, in their order.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    /// Returns the number of fields.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns `true` if there are no fields.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Returns the value of a field.
///
/// # Panics
///
/// If there is no field of that name; [`get`](ExtraFields::get) does not panic.
impl Index<&str> for ExtraFields {
    type Output = RawJson;

    fn index(&self, name: &str) -> &RawJson {
        self.get(name).unwrap_or_else(|| panic!("there is no field {name:?}; `get` returns an `Option`"))
    }
}

/// An iterator over the names and values of [`ExtraFields`].
#[derive(Clone, Debug)]
pub struct Iter<'a>(slice::Iter<'a, (Box<str>, RawJson)>);

/// An iterator over the names and values of [`ExtraFields`], which owns them.
#[derive(Clone, Debug)]
pub struct IntoIter(vec::IntoIter<(Box<str>, RawJson)>);

fn borrowed((name, value): &(Box<str>, RawJson)) -> (&str, &RawJson) {
    (name, value)
}

fn owned((name, value): (Box<str>, RawJson)) -> (String, RawJson) {
    (name.into(), value)
}

macro_rules! iterator {
    ([$($lifetime:lifetime)?] $iterator:ty => $item:ty, $convert:path) => {
        impl $(<$lifetime>)? Iterator for $iterator {
            type Item = $item;

            fn next(&mut self) -> Option<$item> {
                self.0.next().map($convert)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl $(<$lifetime>)? DoubleEndedIterator for $iterator {
            fn next_back(&mut self) -> Option<$item> {
                self.0.next_back().map($convert)
            }
        }

        impl $(<$lifetime>)? ExactSizeIterator for $iterator {}
        impl $(<$lifetime>)? FusedIterator for $iterator {}
    };
}

iterator! { ['a] Iter<'a> => (&'a str, &'a RawJson), borrowed }
iterator! { [] IntoIter => (String, RawJson), owned }

impl<'a> IntoIterator for &'a ExtraFields {
    type Item = (&'a str, &'a RawJson);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl IntoIterator for ExtraFields {
    type Item = (String, RawJson);
    type IntoIter = IntoIter;

    fn into_iter(self) -> IntoIter {
        IntoIter(self.0.into_iter())
    }
}

/// Sets each field in turn, as [`insert`](ExtraFields::insert) does.
impl<N: AsRef<str>> Extend<(N, RawJson)> for ExtraFields {
    fn extend<I: IntoIterator<Item = (N, RawJson)>>(&mut self, fields: I) {
        // By name: the fields may be many.
        let mut places: BTreeMap<Box<str>, usize> =
            self.0.iter().enumerate().map(|(place, (name, _))| (name.clone(), place)).collect();
        for (name, value) in fields {
            let name: Box<str> = name.as_ref().into();
            match places.entry(name.clone()) {
                Entry::Vacant(place) => {
                    place.insert(self.0.len());
                    self.0.push((name, value));
                }
                Entry::Occupied(place) => self.0[*place.get()].1 = value,
            }
        }
    }
}

/// If a name occurs twice, the last value is kept, in the place of the first.
impl<N: AsRef<str>> FromIterator<(N, RawJson)> for ExtraFields {
    fn from_iter<I: IntoIterator<Item = (N, RawJson)>>(fields: I) -> Self {
        let mut all = Self::new();
        all.extend(fields);
        all
    }
}

/// Parses a JSON object. A duplicate field is an error.
///
/// ```
/// use response_event::ExtraFields;
///
/// let fields: ExtraFields = r#"{"z": 1.0, "a": [2]}"#.parse()?;
/// assert_eq!(fields["z"].get(), "1.0");
/// assert_eq!(fields.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["z", "a"]);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
impl FromStr for ExtraFields {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        checked(text)?;
        decode(text)
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

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ExtraFields {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ExtraFields".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::ExtraFields").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object", "additionalProperties": true })
    }
}

struct ExtraFieldsVisitor;

impl<'de> Visitor<'de> for ExtraFieldsVisitor {
    type Value = ExtraFields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ExtraFields, A::Error> {
        let mut fields: Vec<(Box<str>, RawJson)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            fields.push((name.into(), map.next_value()?));
        }
        let mut names: Vec<&str> = fields.iter().map(|(name, _)| &**name).collect();
        names.sort_unstable();
        if let Some(name) =
            names.iter().zip(names.iter().skip(1)).find_map(|(one, other)| (one == other).then_some(one))
        {
            return Err(fault(&ObjectError::DuplicateMember { name }));
        }
        Ok(ExtraFields(fields))
    }
}
