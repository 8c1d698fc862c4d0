//! `with`, `serialize_with`, `deserialize_with`: members that functions of the user's read and write.

use std::fmt::Display;
use std::str::FromStr;

use response_event::{ResponseEvent, Validate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{assert_round_trip, broken, read, refusal, write};

/// Neither `Serialize` nor `Deserialize`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Time(i64);

/// A time as its number.
mod seconds {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Time};

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
    pub(super) fn serialize<S: Serializer>(time: &Time, serializer: S) -> Result<S::Ok, S::Error> {
        time.0.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
        Deserialize::deserialize(deserializer).map(Time)
    }

    pub(super) mod optional {
        use super::{Deserialize, Deserializer, Serialize, Serializer, Time};

        #[allow(clippy::ref_option)] // serde asks for a reference
        pub(in super::super) fn serialize<S: Serializer>(time: &Option<Time>, s: S) -> Result<S::Ok, S::Error> {
            time.map(|time| time.0).serialize(s)
        }

        pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Time>, D::Error> {
            Ok(Option::deserialize(d)?.map(Time))
        }
    }
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Timed {
    #[serde(with = "seconds")]
    #[event(with(after_1970))]
    created_at: Time,
    #[serde(with = "self::seconds::optional", alias = "ended_at")]
    completed_at: Option<Time>,
    #[serde(serialize_with = "seconds::serialize", deserialize_with = "seconds::deserialize", default = "start")]
    started_at: Time,
    #[serde(serialize_with = "shout")]
    name: String,
    #[serde(deserialize_with = "lenient")]
    count: u64,
}

fn start() -> Time {
    Time(0)
}

#[allow(clippy::trivially_copy_pass_by_ref)] // rules take references
fn after_1970(time: &Time) -> Result<(), &'static str> {
    if time.0 >= 0 { Ok(()) } else { Err("is before 1970") }
}

fn shout<S: Serializer>(name: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&name.to_uppercase())
}

/// A number, or its text.
fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(u64),
        Text(String),
    }
    match Either::deserialize(deserializer)? {
        Either::Number(number) => Ok(number),
        Either::Text(text) => text.parse().map_err(serde::de::Error::custom),
    }
}

#[test]
fn functions_read_and_write_members() {
    let event =
        Timed { created_at: Time(5), completed_at: Some(Time(6)), started_at: Time(7), name: "ADA".into(), count: 8 };
    assert_round_trip(&event, r#"{"type":"t","created_at":5,"completed_at":6,"started_at":7,"name":"ADA","count":8}"#);
    let event = read::<Timed>(r#"{"type":"t","created_at":-5,"ended_at":null,"name":"ada","count":"8"}"#);
    assert_eq!(
        event,
        Timed { created_at: Time(-5), completed_at: None, started_at: start(), name: "ada".into(), count: 8 },
    );
    assert_eq!(broken(event.validate()), ["/created_at custom contract"]);
}

#[test]
fn none_is_left_out_and_read_back_though_a_function_reads_it() {
    let event = Timed { created_at: Time(5), completed_at: None, started_at: Time(7), name: "A".into(), count: 8 };
    assert_round_trip(&event, r#"{"type":"t","created_at":5,"started_at":7,"name":"A","count":8}"#);
}

#[test]
fn an_absent_member_is_missing_though_a_function_reads_it() {
    assert_eq!(refusal::<Timed>(r#"{"type":"t","name":"ada","count":8}"#), "missing field `created_at`");
    assert_eq!(refusal::<Timed>(r#"{"type":"t","name":"ada","created_at":8}"#), "missing field `count`");
}

#[test]
fn an_error_of_a_function_stands_at_the_member() {
    let error = response_event::from_str::<Timed>(r#"{"type":"t","count":"eight"}"#).unwrap_err();
    assert_eq!((error.pointer(), error.message()), ("/count", "invalid digit found in string"));
    assert_eq!(refusal::<Timed>(r#"{"type":"t","count":1,"count":"eight"}"#), "duplicate field `count`");
}

/// As text, whatever it is.
mod text {
    use super::{Deserialize, Deserializer, Display, FromStr, Serializer};

    pub(super) fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub(super) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Whatever functions read and write needs no bound but the one they ask for.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Generic<'a, T: 'a, const N: usize = 1>
where
    T: Copy,
{
    #[serde(with = "text", bound(serialize = "T: Display", deserialize = "T: FromStr, <T as FromStr>::Err: Display"))]
    value: T,
    #[serde(serialize_with = "first", deserialize_with = "repeated", bound = "")]
    many: [T; N],
    #[serde(borrow, deserialize_with = "borrowed")]
    borrowed: Option<&'a str>,
}

fn first<T: Display, S: Serializer, const N: usize>(many: &[T; N], serializer: S) -> Result<S::Ok, S::Error> {
    match many.first() {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_unit(),
    }
}

fn repeated<'de, T, D, const N: usize>(deserializer: D) -> Result<[T; N], D::Error>
where
    T: FromStr<Err: Display> + Copy,
    D: Deserializer<'de>,
{
    text::deserialize(deserializer).map(|value| [value; N])
}

fn borrowed<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'a str>, D::Error> {
    <&str>::deserialize(deserializer).map(Some)
}

#[test]
fn generic_structs_have_functions_too() {
    let json = String::from(r#"{"type":"t","value":"1.5","many":"2.5","borrowed":"a"}"#);
    let event = Generic::<f64, 2> { value: 1.5, many: [2.5; 2], borrowed: Some("a") };
    assert_round_trip(&event, &json);
    let json = r#"{"type":"t","value":"1.5","many":"2.5"}"#;
    assert_round_trip(&Generic::<f64, 2> { borrowed: None, ..event }, json);
}

/// The type of a parameter may be an `Option`, but nobody knows.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Parameter<T> {
    #[serde(with = "through", bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
    value: T,
}

mod through {
    pub(super) use serde::{Deserialize, Serialize};

    pub(super) fn serialize<T: Serialize, S: serde::Serializer>(value: &T, s: S) -> Result<S::Ok, S::Error> {
        value.serialize(s)
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> {
        T::deserialize(d)
    }
}

#[test]
fn a_parameter_that_a_function_reads_is_required() {
    assert_round_trip(&Parameter::<Option<u8>> { value: None }, r#"{"type":"t","value":null}"#);
    assert_eq!(refusal::<Parameter<Option<u8>>>(r#"{"type":"t"}"#), "missing field `value`");
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct NullableTime {
    #[event(nullable)]
    #[serde(with = "seconds::optional")]
    at: Option<Time>,
}

#[test]
fn a_function_writes_none_where_it_is_nullable() {
    assert_round_trip(&NullableTime { at: None }, r#"{"type":"t","at":null}"#);
    assert_eq!(write(&read::<NullableTime>(r#"{"type":"t"}"#)), r#"{"type":"t","at":null}"#);
}

#[test]
fn binary_formats_call_functions_for_none() {
    let bytes = postcard::to_allocvec(&NullableTime { at: None }).expect("postcard");
    assert_eq!(postcard::from_bytes::<NullableTime>(&bytes).expect("postcard"), NullableTime { at: None });
}
