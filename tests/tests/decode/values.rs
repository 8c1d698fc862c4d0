//! Values of every kind that serde knows: our own reader takes and refuses what `serde_json` does.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::num::NonZeroU8;
use std::time::Duration;

use response_event::{Number, ResponseEvent, from_str};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

#[derive(Debug, ResponseEvent)]
#[event(type = "holder")]
struct Holder<T> {
    value: T,
}

#[derive(Debug, Serialize, Deserialize)]
struct Unit;

#[derive(Debug, Serialize, Deserialize)]
struct Newtype(i32);

#[derive(Debug, Serialize, Deserialize)]
struct Tuple(u8, String);

#[derive(Debug, Serialize, Deserialize)]
struct Plain {
    a: u8,
    #[serde(default)]
    b: Option<Box<Plain>>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Choice {
    A,
    B(u8),
    C(u8, u8),
    D { a: u8 },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Text(String),
    Number(f64),
    Plain(Plain),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    A(u8),
    B { a: u8 },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Internal {
    A { a: u8 },
    B,
}

#[derive(Debug, Serialize, Deserialize)]
struct Bytes<'a>(#[serde(borrow)] &'a [u8]);

const TEXTS: [&str; 91] = [
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "7",
    "127",
    "128",
    "255",
    "256",
    "-129",
    "65536",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "9999999999999999999",
    "10000000000000000000",
    "18446744073709551615",
    "18446744073709551616",
    "340282366920938463463374607431768211455",
    "340282366920938463463374607431768211456",
    "-170141183460469231731687303715884105728",
    "0.0",
    "-0.0",
    "1.0",
    "1.5",
    "-1.5e-3",
    "1e2",
    "1E+2",
    "1e308",
    "1e309",
    "-1e309",
    "5e-324",
    "1e-400",
    "0.30000000000000004",
    "123456789.123456789123456789",
    "00",
    "01",
    "-01",
    "-",
    "+1",
    "1.",
    ".1",
    "1e",
    "1e+",
    "0x1",
    "1_0",
    "Infinity",
    "nan",
    r#""""#,
    r#""A""#,
    r#""a""#,
    r#""é""#,
    r#""\u00e9""#,
    r#""🖼""#,
    r#""\ud83d\uddbc""#,
    r#""ab""#,
    r#""a\"\\\/\b\f\n\r\tb""#,
    r#""7""#,
    r#""\u0000""#,
    r#""\ud83d""#,
    r#""\q""#,
    r#""\u00g0""#,
    "\"a\nb\"",
    "\"a",
    "[]",
    "[ ]",
    "[1]",
    "[1,2]",
    "[1 , \"x\"]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1",
    "[[1],[2]]",
    "{}",
    r#"{"a":1}"#,
    r#"{ "a" : 1 , "b" : { "a" : 2 } }"#,
    r#"{"a":1,"a":2}"#,
    r#"{"B":7}"#,
    r#"{"D":{"a":1}}"#,
    r#"{"C":[1,2]}"#,
    r#"{"7":1,"-8":2,"true":3,"A":4}"#,
    r#"{"t":"A","c":1,"type":"A","a":3}"#,
    r#"{"type":"B"}"#,
];

fn event(text: &str) -> String {
    format!("{{\"value\":{text},\"type\":\"holder\"}}")
}

/// Sees that a member of type `T` is taken and refused as `serde_json` does.
fn agree<T: DeserializeOwned + Debug>() {
    let name = std::any::type_name::<T>();
    for text in TEXTS {
        let theirs = serde_json::from_str::<T>(text).map(|value| format!("{value:?}"));
        let json = event(text);
        let ours = from_str::<Holder<T>>(&json).map(|Holder { value }| format!("{value:?}"));
        match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text} as `{name}`"),
            (Err(_), Err(_)) => {}
            // An absent or null optional member is `None`, and no other type may be absent.
            _ => panic!("{text} as `{name}`\n  ours: {ours:?}\n  serde_json: {theirs:?}"),
        }
    }
}

macro_rules! agree {
    ($($ty:ty),* $(,)?) => {
        $(agree::<$ty>();)*
    };
}

#[test]
fn scalars_are_read_as_serde_json_reads_them() {
    agree!(bool, char, String, (), i8, i16, i32, i64, i128, u8, u16, u32, u64, u128, usize, f32, f64, NonZeroU8);
    agree!(Number, Box<str>, Cow<'static, str>, Option<u8>, Option<Option<String>>, Box<u8>);
}

#[test]
fn sequences_and_maps_are_read_as_serde_json_reads_them() {
    agree!(Vec<u8>, Vec<String>, Vec<Vec<u8>>, [u8; 2], (u8,), (u8, u8), (u8, String), Box<[Value]>);
    agree!(BTreeMap<String, u8>, BTreeMap<u8, u8>, BTreeMap<i64, u8>, BTreeMap<bool, u8>, BTreeMap<char, u8>);
    agree!(BTreeMap<u128, u8>, BTreeMap<i128, u8>, BTreeMap<Choice, u8>, BTreeMap<Option<i8>, u8>, BTreeMap<String, Value>);
}

#[test]
fn structs_and_enums_are_read_as_serde_json_reads_them() {
    agree!(Unit, Newtype, Tuple, Plain, Choice, Untagged, Adjacent, Internal, Duration, Option<Plain>, Vec<Choice>);
    agree!(Result<u8, String>, std::ops::Range<u8>, Option<Internal>, Vec<Untagged>);
}

#[test]
fn values_of_any_type_are_read_as_serde_json_reads_them() {
    agree!(Value, serde_json::Number, serde_json::Map<String, Value>, IgnoredAny, Box<RawValue>, Vec<IgnoredAny>);
    agree!(Vec<Box<RawValue>>, BTreeMap<String, Box<RawValue>>, Option<Box<RawValue>>);
}

#[test]
fn bytes_are_borrowed_from_text() {
    let json = event(r#""abc""#);
    let Holder { value: Bytes(bytes) } = from_str(&json).unwrap();
    assert_eq!(bytes, b"abc");
    assert!(json.as_bytes().as_ptr_range().contains(&bytes.as_ptr()));
    assert!(from_str::<Holder<Bytes<'_>>>(&event(r#""\u0061""#)).is_err(), "an escape leaves nothing to borrow");
}

#[test]
fn hash_maps_of_events_are_read() {
    let json = event(r#"{"x":{"type":"holder","value":1},"y":{"value":2,"type":"holder"}}"#);
    let Holder { value } = from_str::<Holder<HashMap<String, Holder<u8>>>>(&json).unwrap();
    assert_eq!((value["x"].value, value["y"].value), (1, 2));
}

#[test]
fn every_place_of_a_string_of_any_length_is_looked_at() {
    // Escapes, the end, what must be escaped, and bytes that look like them where only some bits are compared.
    let special = [
        "\\n",
        "\\u00e9",
        "\\ud83d\\uddbc",
        "\\\"",
        "\n",
        "\u{1f}",
        "\0",
        "\u{7f}",
        "é",
        "🖼",
        "\\x",
        "\u{a2}",
        "\u{dc}!#",
    ];
    let lengths = (0..=40).chain([63, 64, 65, 71, 72, 127, 128, 129, 200]);
    for length in lengths {
        for place in (0..=length).filter(|place| length <= 40 || place % 7 < 2 || length - place < 10) {
            for special in special {
                let text = format!("\"{}{special}{}\"", "x".repeat(place), "y".repeat(length - place));
                let theirs = serde_json::from_str::<String>(&text);
                // As the value of a member, as one that is skipped, and as a name.
                let json = event(&text);
                let value = from_str::<Holder<String>>(&json).map(|holder| holder.value);
                let skipped =
                    from_str::<Holder<()>>(&format!("{{{text}:0,\"type\":\"holder\",\"value\":null,\"s\":{text}}}"));
                let name = from_str::<Holder<BTreeMap<String, u8>>>(&event(&format!("{{{text}:0}}")));
                let name = name.map(|holder| holder.value.into_keys().next().unwrap());
                match &theirs {
                    Ok(theirs) => {
                        assert_eq!(value.as_ref().ok(), Some(theirs), "{text:?}: {value:?}");
                        assert_eq!(name.as_ref().ok(), Some(theirs), "{text:?} as a name: {name:?}");
                        assert!(skipped.is_ok(), "{text:?} is skipped: {skipped:?}");
                    }
                    Err(_) => assert!(value.is_err() && name.is_err() && skipped.is_err(), "{text:?} is no JSON"),
                }
            }
        }
    }
}

#[test]
fn brackets_must_match_at_any_depth() {
    for depth in [1, 2, 62, 63, 64, 65, 66, 126, 127, 128, 129, 130, 192, 193, 1_000] {
        // Arrays and objects in a pattern that has no period of a word.
        let is_object = |level: usize| level % 3 == 1 || level % 7 == 2;
        let open: String = (0..depth).map(|level| if is_object(level) { "{\"k\":" } else { "[" }).collect();
        let close: Vec<_> = (0..depth).rev().map(|level| if is_object(level) { "}" } else { "]" }).collect();
        let value = format!("{open}0{}", close.concat());
        let skips = |value: &str| from_str::<Holder<IgnoredAny>>(&event(value)).is_ok();
        assert!(skips(&value), "{depth} levels");
        for wrong in [0, depth / 2, depth - 1] {
            let mut close = close.clone();
            close[wrong] = if close[wrong] == "}" { "]" } else { "}" };
            assert!(!skips(&format!("{open}0{}", close.concat())), "{depth} levels, the wrong bracket at {wrong}");
        }
        assert!(!skips(&format!("{open}0{}", close[1..].concat())), "{depth} levels, one not closed");
        assert!(!skips(&format!("{open}0{}]", close.concat())), "{depth} levels, one closed twice");
        // What is decoded may nest as deep as for serde_json.
        let theirs = serde_json::from_str::<Holder<Value>>(&event(&value));
        let ours = from_str::<Holder<Value>>(&event(&value));
        assert_eq!(ours.is_ok(), theirs.is_ok(), "{depth} levels: {:?}", ours.map(drop));
    }
}

#[test]
fn depth_is_counted_anew_for_each_member() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let many = (0..300).map(|index| format!("\"{index}\":{}", deep(100))).collect::<Vec<_>>().join(",");
    assert!(from_str::<Holder<Value>>(&event(&format!("{{{many}}}"))).is_ok());
    let many = vec![deep(100); 300].join(",");
    assert!(from_str::<Holder<Value>>(&event(&format!("[{many}]"))).is_ok());
}

#[test]
fn wide_integers_and_raw_values_survive_inside_held_members() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "other")]
    struct Other;

    type Item = (u128, Box<RawValue>, BTreeMap<u8, i128>);

    #[derive(Debug, response_event::EventFamily)]
    enum Family {
        Holder(Holder<Vec<Item>>),
        Other(Other),
    }

    let json = event(&format!(r#"[[{}, {{ "x" : 1.0 }}, {{"7":{}}}]]"#, u128::MAX, i128::MIN));
    let by_door: [Family; 4] = [
        from_str(&json).unwrap(),
        serde_json::from_str(&json).unwrap(),
        serde_json::from_slice(json.as_bytes()).unwrap(),
        serde_json::from_reader(json.as_bytes()).unwrap(),
    ];
    for family in by_door {
        let Family::Holder(Holder { value }) = family else { panic!("{json} is read as another event") };
        let [(unsigned, raw, map)] = &*value else { panic!("{value:?} has not one item") };
        assert_eq!((*unsigned, raw.get(), map[&7]), (u128::MAX, r#"{ "x" : 1.0 }"#, i128::MIN));
    }
}
