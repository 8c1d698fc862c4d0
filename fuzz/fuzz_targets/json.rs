//! Any text as the value of a field: our reader accepts what serde_json accepts, with the same value, whether the value is
//! built, kept as text or skipped.

#![no_main]

use std::collections::BTreeMap;
use std::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use response_event::{Decode, DecodeError, EventFamily, ResponseEvent, from_slice, from_str};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use serde_json::value::RawValue;

/// A field of any type. Without a type of its own, an object is read from its start to its end.
#[derive(Debug, ResponseEvent)]
#[event(untagged)]
struct Field<T> {
    value: T,
}

#[derive(Debug, ResponseEvent)]
#[event(type = "event")]
struct Event {
    value: Value,
}

/// A family looks ahead for the `type`.
#[derive(Debug, EventFamily)]
enum Family {
    Event(Event),
}

// No numbers and booleans as keys: ours may have escapes.
type Typed = BTreeMap<String, Vec<Option<(f32, f64, i128)>>>;

fuzz_target!(|bytes: &[u8]| {
    let json = [b"{\"value\":", bytes, b"}"].concat();
    let Ok(text) = core::str::from_utf8(bytes) else {
        assert!(from_slice::<Field<IgnoredAny>>(&json).is_err(), "it is not UTF-8");
        return;
    };
    let json = String::from_utf8(json).expect("it is UTF-8 around the text, too");
    let is_built = agree::<Value>(&json);
    let is_kept = agree::<Box<RawValue>>(&json);
    let is_skipped = agree::<IgnoredAny>(&json);
    assert_eq!(is_kept, is_skipped, "a value that is kept is checked like one that is skipped");
    assert!(is_skipped || !is_built, "a value that is built is checked at least like one that is skipped");
    agree::<String>(&json);
    agree::<f32>(&json);
    agree::<f64>(&json);
    agree::<i128>(&json);
    agree::<u128>(&json);
    agree::<Typed>(&json);
    // The text could close the field and open others, such as a `type`.
    if serde_json::from_str::<IgnoredAny>(text).is_ok() {
        let early = from_str::<Family>(&format!("{{\"type\":\"event\",\"value\":{text}}}"));
        let late = from_str::<Family>(&format!("{{\"value\":{text},\"type\":\"event\"}}"));
        assert_eq!(early.is_ok(), is_built, "{early:?}");
        match (early, late) {
            (Ok(early), Ok(late)) => assert_eq!(format!("{early:?}"), format!("{late:?}")),
            (Err(early), Err(late)) => {
                assert_eq!((early.message(), early.pointer()), (late.message(), late.pointer()));
                assert!(early.pointer().starts_with("/value"), "{early}");
            }
            (early, late) => panic!("`type` early: {early:?}\n`type` late: {late:?}"),
        }
    }
});

/// Checks that we read the field as serde_json does. Returns `true` if it is accepted.
fn agree<T: DeserializeOwned + Debug>(json: &str) -> bool
where
    for<'de> Field<T>: Decode<'de>,
{
    let ours = from_str::<Field<T>>(json).map(|Field { value }| value);
    let theirs = serde_json::from_str::<Field<T>>(json).map(|Field { value }| value);
    match (&ours, &theirs) {
        // Their text tells numbers apart that are equal, such as 0 and -0.
        (Ok(ours), Ok(theirs)) => assert_eq!(format!("{ours:?}"), format!("{theirs:?}")),
        (Err(error), Err(_)) => check_place(error, json),
        _ => panic!("from_str: {ours:?}\nserde_json: {theirs:?}"),
    }
    ours.is_ok()
}

/// Checks that an error points into the text or at its end.
fn check_place(error: &DecodeError, json: &str) {
    let line = json.split('\n').nth(error.line() - 1).expect("the line is one of the text");
    assert!((1..=line.len() + 1).contains(&error.column()), "{error}");
}
