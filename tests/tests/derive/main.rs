//! The two derives on structs and enums of a user's own: every attribute, every shape, and what they do together.

mod beside_serde;
mod bodies;
mod borrowing;
mod bounds;
mod custom;
mod defaults;
mod endings;
mod family;
mod flattening;
mod generics;
mod names;
mod omission;
mod parts;
mod places;
mod position;
mod rules;
mod serialize_only;
mod untagged;
mod without_type;

use std::fmt::Debug;

use response_event::{Decode, Violations};
use serde::{Deserialize, Serialize};

/// Decodes by our own entry point and by serde's, which must agree.
#[track_caller]
fn read<'de, E>(json: &'de str) -> E
where
    E: Decode<'de> + Deserialize<'de> + PartialEq + Debug,
{
    let event = response_event::from_str(json).expect(json);
    assert_eq!(serde_json::from_str::<E>(json).expect(json), event, "{json}");
    event
}

/// Why an event is refused.
#[track_caller]
fn refusal<'de, E>(json: &'de str) -> String
where
    E: Decode<'de> + Deserialize<'de> + PartialEq + Debug,
{
    assert!(serde_json::from_str::<E>(json).is_err(), "{json}");
    response_event::from_str::<E>(json).expect_err(json).message().to_owned()
}

#[track_caller]
fn write<E: Serialize>(event: &E) -> String {
    serde_json::to_string(event).expect("JSON")
}

/// The event is written as this text and read from it.
#[track_caller]
fn assert_round_trip<'de, E>(event: &E, json: &'de str)
where
    E: Serialize + Decode<'de> + Deserialize<'de> + PartialEq + Debug,
{
    assert_eq!(write(event), json);
    assert_eq!(read::<E>(json), *event);
}

/// Each violation as `pointer rule level`, in order.
fn broken(outcome: Result<(), Violations>) -> Vec<String> {
    let violations = outcome.map_or_else(Vec::from_iter, |()| Vec::new());
    violations
        .iter()
        .map(|violation| format!("{} {} {}", violation.pointer(), violation.rule(), violation.level()))
        .collect()
}
