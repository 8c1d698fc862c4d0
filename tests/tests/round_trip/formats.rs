//! The formats, and an object whose members stand in an order of our choice.

use std::fmt::{self, Debug};

use response_event::Decode;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// What the tests ask of an event or a family.
pub(crate) trait Event: for<'de> Decode<'de> + DeserializeOwned + Serialize + PartialEq + Debug {}

impl<E: for<'de> Decode<'de> + DeserializeOwned + Serialize + PartialEq + Debug> Event for E {}

/// An object, its members in the order in which they are written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Object(pub(crate) Vec<(String, Value)>);

impl Object {
    /// The members as an event writes them.
    pub(crate) fn of(event: &impl Serialize) -> Self {
        serde_json::from_str(&json(event)).unwrap()
    }

    /// With the member `type` first, then at every other place.
    pub(crate) fn orders(&self) -> Vec<Self> {
        let Self(members) = self;
        let tag = members.iter().position(|(name, _)| name == "type").unwrap();
        (0..members.len())
            .map(|place| {
                let mut members = members.clone();
                let tag = members.remove(tag);
                members.insert(place, tag);
                Self(members)
            })
            .collect()
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor;

        impl<'de> Visitor<'de> for ObjectVisitor {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Object(members))
            }
        }

        deserializer.deserialize_map(ObjectVisitor)
    }
}

/// What each door of a format made of an input.
type Doors<E> = Vec<(&'static str, Result<E, String>)>;

fn text<T>(result: Result<T, impl ToString>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// Every way to read JSON text.
pub(crate) fn from_json<E: Event>(json: &str) -> Doors<E> {
    let value = text(serde_json::from_str::<Value>(json));
    vec![
        ("response_event::from_str", text(response_event::from_str(json))),
        ("response_event::from_slice", text(response_event::from_slice(json.as_bytes()))),
        ("serde_json::from_str", text(serde_json::from_str(json))),
        ("serde_json::from_slice", text(serde_json::from_slice(json.as_bytes()))),
        ("serde_json::from_reader", text(serde_json::from_reader(json.as_bytes()))),
        ("serde_json::from_value", value.clone().and_then(|value| text(serde_json::from_value(value)))),
        ("&serde_json::Value", value.and_then(|value| text(E::deserialize(&value)))),
    ]
}

pub(crate) fn cbor(value: &impl Serialize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// Every way to read CBOR.
pub(crate) fn from_cbor<E: Event>(bytes: &[u8]) -> Doors<E> {
    let value = text(ciborium::from_reader::<ciborium::Value, _>(bytes));
    vec![
        ("ciborium::from_reader", text(ciborium::from_reader(bytes))),
        ("ciborium::Value", value.and_then(|value| text(value.deserialized()))),
    ]
}

/// Every way to read `MessagePack`.
pub(crate) fn from_message_pack<E: Event>(bytes: &[u8]) -> Doors<E> {
    vec![
        ("rmp_serde::from_slice", text(rmp_serde::from_slice(bytes))),
        ("rmp_serde::from_read", text(rmp_serde::from_read(bytes))),
    ]
}

/// Sees that every door read `event`.
#[track_caller]
pub(crate) fn all_read<E: Event>(doors: Doors<E>, event: &E, input: &impl Debug) {
    for (door, read) in doors {
        assert_eq!(read.as_ref(), Ok(event), "{door} reads another event from {input:?}");
    }
}

/// Sees that an event comes back from every format with names, and its members from every order.
#[track_caller]
pub(crate) fn round_trip_with_names<E: Event>(event: &E) {
    let text = json(event);
    all_read(from_json(&text), event, &text);
    assert_eq!(serde_json::to_vec(event).unwrap(), text.as_bytes());
    assert_eq!(serde_json::to_value(event).unwrap(), serde_json::from_str::<Value>(&text).unwrap());
    let pretty = serde_json::to_string_pretty(event).unwrap();
    all_read(from_json(&pretty), event, &pretty);

    let bytes = cbor(event).unwrap();
    all_read(from_cbor(&bytes), event, &bytes);
    let bytes = rmp_serde::to_vec_named(event).unwrap();
    all_read(from_message_pack(&bytes), event, &bytes);

    reordered(event);
}

/// Sees that an event is read from its JSON members, with `type` at every place, in every format with names. There whole
/// numbers are plain integers.
#[track_caller]
pub(crate) fn reordered<E: Event>(event: &E) {
    for object in Object::of(event).orders() {
        read_from(&object, event);
    }
}

/// Sees that an event is read from an object in every format with names.
#[track_caller]
pub(crate) fn read_from<E: Event>(object: &Object, event: &E) {
    all_read(from_json(&json(object)), event, object);
    all_read(from_cbor(&cbor(object).unwrap()), event, object);
    all_read(from_message_pack(&rmp_serde::to_vec(object).unwrap()), event, object);
}

/// Sees that an event comes back from the formats that write no names.
#[track_caller]
pub(crate) fn round_trip_without_names<E: Event>(event: &E) {
    let bytes = rmp_serde::to_vec(event).unwrap();
    all_read(from_message_pack(&bytes), event, &bytes);
    let bytes = postcard::to_allocvec(event).unwrap();
    assert_eq!(postcard::from_bytes(&bytes).as_ref(), Ok(event), "postcard reads another event from {bytes:?}");
}
