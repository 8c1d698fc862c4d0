//! The derive beside serde's own, on the same fields: both write and read the same, in every place that serde has for a struct.

use std::collections::BTreeMap;
use std::fmt::Debug;

use response_event::ResponseEvent;
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde::ser::Serialize;
use serde_json::json;

/// One struct with both derives, in a module each.
macro_rules! both {
    ($($(#[$attr:meta])* struct $name:ident { $($(#[$field_attr:meta])* $field:ident: $type:ty,)* })*) => {
        mod ours {
            use super::*;

            $(
                #[derive(Clone, Debug, PartialEq, response_event::ResponseEvent)]
                #[event(untagged)]
                $(#[$attr])*
                pub(super) struct $name { $($(#[$field_attr])* pub(super) $field: $type,)* }
            )*
        }

        mod serdes {
            use super::*;

            $(
                #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
                $(#[$attr])*
                pub(super) struct $name { $($(#[$field_attr])* pub(super) $field: $type,)* }
            )*
        }
    };
}

both! {
    struct Pair {
        left: u8,
        right: Option<u8>,
    }

    struct Whole {
        left: u8,
        right: u8,
    }

    struct AllOptional {
        left: Option<u8>,
        right: Option<u8>,
    }

    struct Seven {
        id: u8,
        #[serde(default = "seven")]
        limit: Option<u8>,
    }

    struct MaybeFlattened {
        id: u8,
        #[serde(flatten)]
        inner: Option<Inner>,
    }

    struct MaybeMap {
        id: u8,
        #[serde(flatten)]
        rest: Option<BTreeMap<String, u8>>,
    }

    #[serde(deny_unknown_fields)]
    struct Closed {
        #[serde(alias = "identifier")]
        id: u8,
        note: Option<u8>,
    }

    #[serde(deny_unknown_fields)]
    struct Single {
        id: u8,
    }
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Inner {
    width: u8,
    height: u8,
}

#[allow(clippy::unnecessary_wraps, reason = "the type of the field")]
fn seven() -> Option<u8> {
    Some(7)
}

/// Sees that a value is read as it was written.
#[track_caller]
fn assert_comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).expect("JSON");
    assert_eq!(serde_json::from_str::<T>(&json).as_ref().map_err(ToString::to_string), Ok(value), "{json}");
    for bytes in [rmp_serde::to_vec(value), rmp_serde::to_vec_named(value)] {
        let bytes = bytes.expect("MessagePack");
        assert_eq!(rmp_serde::from_slice::<T>(&bytes).as_ref().map_err(ToString::to_string), Ok(value), "{bytes:?}");
    }
}

#[test]
fn a_flattened_option_comes_back() {
    for inner in [None, Some(Inner { width: 1, height: 2 })] {
        assert_comes_back(&ours::MaybeFlattened { id: 1, inner: inner.clone() });
        assert_comes_back(&serdes::MaybeFlattened { id: 1, inner });
    }
}

#[test]
fn a_flattened_option_is_none_if_there_is_no_field_of_its_own() {
    for json in [r#"{"id":1}"#, r#"{"id":1,"other":2}"#, r#"{"width":1,"id":1,"height":2}"#] {
        let ours: ours::MaybeFlattened = response_event::from_str(json).expect(json);
        let serdes: serdes::MaybeFlattened = serde_json::from_str(json).expect(json);
        assert_eq!((ours.id, ours.inner), (serdes.id, serdes.inner), "{json}");
    }
}

#[test]
fn a_flattened_option_of_a_map_is_never_none_when_read() {
    let json = r#"{"id":1}"#;
    let ours: ours::MaybeMap = response_event::from_str(json).expect(json);
    let serdes: serdes::MaybeMap = serde_json::from_str(json).expect(json);
    assert_eq!(ours.rest, serdes.rest);
    let rest = Some(BTreeMap::from([("a".to_owned(), 1)]));
    assert_comes_back(&ours::MaybeMap { id: 1, rest: rest.clone() });
    assert_comes_back(&serdes::MaybeMap { id: 1, rest });
}

#[test]
fn none_is_not_replaced_by_the_default_of_its_field() {
    for limit in [None, Some(7), Some(8)] {
        assert_comes_back(&ours::Seven { id: 1, limit });
        assert_comes_back(&serdes::Seven { id: 1, limit });
    }
    let absent: ours::Seven = response_event::from_str(r#"{"id":1}"#).expect("a default");
    assert_eq!(absent, ours::Seven { id: 1, limit: Some(7) });
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Other { name: String },
    Value(T),
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind")]
enum Internal<T> {
    Other { name: String },
    Value(T),
}

#[test]
fn enums_of_serde_hold_a_struct_in_formats_without_names() {
    let whole = (ours::Whole { left: 1, right: 2 }, serdes::Whole { left: 1, right: 2 });
    assert_comes_back(&Untagged::Value(whole.0.clone()));
    assert_comes_back(&Untagged::Value(whole.1.clone()));
    assert_comes_back(&Internal::Value(whole.0));
    assert_comes_back(&Internal::Value(whole.1));
    for right in [None, Some(2)] {
        assert_comes_back(&Untagged::Value(ours::Pair { left: 1, right }));
        assert_comes_back(&Untagged::Value(serdes::Pair { left: 1, right }));
    }
}

/// Some formats write the index of a field for its name.
fn from_indices<T: DeserializeOwned>() -> Result<T, serde_json::Error> {
    T::deserialize(MapDeserializer::new([(0_u64, json!(1)), (1, json!(2))].into_iter()))
}

#[test]
fn the_index_of_a_field_is_not_ignored() {
    assert_eq!(from_indices::<serdes::Whole>().ok(), Some(serdes::Whole { left: 1, right: 2 }));
    let optional = serdes::AllOptional { left: Some(1), right: Some(2) };
    assert_eq!(from_indices::<serdes::AllOptional>().ok(), Some(optional));
    // It is read, or an error says that it is not.
    if let Ok(whole) = from_indices::<ours::Whole>() {
        assert_eq!(whole, ours::Whole { left: 1, right: 2 });
    }
    if let Ok(optional) = from_indices::<ours::AllOptional>() {
        assert_eq!(optional, ours::AllOptional { left: Some(1), right: Some(2) }, "the fields are lost");
    }
}

#[test]
fn an_array_is_an_object_for_serde_only() {
    assert_eq!(serde_json::from_str::<serdes::Whole>("[1,2]").ok(), Some(serdes::Whole { left: 1, right: 2 }));
    let error = serde_json::from_str::<ours::Whole>("[1,2]").unwrap_err();
    assert!(error.to_string().starts_with("invalid type: sequence, expected "), "{error}");
}

#[test]
fn errors_name_the_fields_as_serde_does() {
    let unknown = r#"{"id":1,"else":2}"#;
    let ours = response_event::from_str::<ours::Closed>(unknown).unwrap_err();
    let serdes = serde_json::from_str::<serdes::Closed>(unknown).unwrap_err().to_string();
    for part in ["unknown field `else`", "`id`", "`identifier`", "`note`"] {
        assert!(serdes.contains(part), "serde says {serdes}");
        assert!(ours.message().contains(part), "`{part}` is missing in {}", ours.message());
    }
    let ours = response_event::from_str::<ours::Single>(unknown).unwrap_err();
    let serdes = serde_json::from_str::<serdes::Single>(unknown).unwrap_err().to_string();
    assert!(serdes.contains("expected `id`"), "serde says {serdes}");
    assert!(!ours.message().contains("one of"), "there is only one: {}", ours.message());

    for (json, part) in [
        ("{}", "missing field `id`"),
        (r#"{"id":1,"id":2}"#, "duplicate field `id`"),
        (r#"{"id":1,"identifier":2}"#, "duplicate field `id"),
    ] {
        let ours = response_event::from_str::<ours::Closed>(json).unwrap_err();
        let serdes = serde_json::from_str::<serdes::Closed>(json).unwrap_err().to_string();
        assert!(serdes.contains(part), "serde says {serdes}");
        assert!(ours.message().contains(part), "{}", ours.message());
    }
}

/// Functions that see whether they are called.
mod counted {
    use serde::de::{Deserialize, Deserializer};
    use serde::ser::Serializer;

    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub(super) fn serialize<S: Serializer>(value: &Option<u8>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i16(value.map_or(-1, i16::from))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
        Ok(u8::try_from(i16::deserialize(deserializer)?).ok())
    }
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Counted {
    #[serde(with = "counted")]
    left_out: Option<u8>,
    #[event(nullable)]
    #[serde(with = "counted")]
    written: Option<u8>,
}

#[test]
fn functions_are_not_called_for_none_unless_it_is_nullable() {
    let none = Counted { left_out: None, written: None };
    assert_eq!(response_event::to_string(&none).expect("JSON"), r#"{"written":-1}"#);
    assert_comes_back(&none);
    assert_comes_back(&Counted { left_out: Some(1), written: Some(2) });
}
