//! The rules of decoding, on structs and families of our own: what is an event and what is not.

mod any_way;
mod families;
mod late_type;
mod members;
mod messages;
mod regressions;
mod sequences;
mod type_member;
mod values;

use std::fmt::Debug;

use response_event::{Decode, DecodeError};
use serde::de::DeserializeOwned;

/// Decodes by every door of JSON, and sees that all give the same event, or all refuse.
#[track_caller]
fn decode<E>(json: &str) -> Result<E, DecodeError>
where
    E: for<'de> Decode<'de> + DeserializeOwned + Debug + PartialEq,
{
    let event = response_event::from_str::<E>(json);
    let doors = [
        ("response_event::from_slice", response_event::from_slice(json.as_bytes()).map_err(|error| error.to_string())),
        ("serde_json::from_str", serde_json::from_str(json).map_err(|error| error.to_string())),
        ("serde_json::from_slice", serde_json::from_slice(json.as_bytes()).map_err(|error| error.to_string())),
        ("serde_json::from_reader", serde_json::from_reader(json.as_bytes()).map_err(|error| error.to_string())),
    ];
    for (door, other) in doors {
        match (&event, &other) {
            (Ok(event), Ok(other)) => assert_eq!(event, other, "{door} reads another event from {json}"),
            (Err(_), Err(_)) => {}
            (_, other) => panic!("{json}\n  from_str: {event:?}\n  but {door}: {other:?}"),
        }
    }
    event
}

/// The error of [`decode`].
#[track_caller]
fn refuse<E>(json: &str) -> DecodeError
where
    E: for<'de> Decode<'de> + DeserializeOwned + Debug + PartialEq,
{
    match decode::<E>(json) {
        Ok(event) => panic!("{json}\n  must be refused, but is read as {event:?}"),
        Err(error) => error,
    }
}
