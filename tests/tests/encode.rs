//! `to_string`, `to_vec` and `to_writer`: the same text as serde_json's, kept JSON to the byte, and errors of our own.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write};

use response_event::emitter::Emitter;
use response_event::events::StreamEvent;
use response_event::{
    DecodeOwned, EncodeError, ExtraFields, Lossless, RawJson, ResponseEvent, Strict, UnknownEvent, Valid, from_slice,
    from_str, to_string, to_vec, to_writer,
};
use serde::Serialize;
use serde::ser::{Error as _, Serializer};

const DELTA: &str = r#"{"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"é\n","logprobs":[]}"#;

/// Asserts that an event is written as it was read, through each entry point.
#[track_caller]
fn returns<E: DecodeOwned + Serialize>(json: &str) {
    let event: E = from_str(json).unwrap();
    assert_eq!(to_string(&event).unwrap(), json);
    assert_eq!(to_vec(&event).unwrap(), json.as_bytes());
    let mut text = b"data: ".to_vec();
    to_writer(&mut text, &event).unwrap();
    assert_eq!(text, format!("data: {json}").into_bytes());
}

#[test]
fn events_families_and_wrappers_are_written_as_they_were_read() {
    returns::<StreamEvent>(DELTA);
    returns::<Box<StreamEvent>>(DELTA);
    returns::<Valid<StreamEvent>>(DELTA);
    returns::<Strict<StreamEvent>>(DELTA);
    returns::<Lossless<StreamEvent>>(&DELTA.replace(r#""sequence_number":4"#, r#""new":1e2,"sequence_number":4.0"#));
}

#[test]
fn kept_json_is_written_to_the_byte() {
    let json = r#"{"n" : 100000000000000000000.0 , "type":"response.new", "a":[ 1.50, "\u00e9" ]}"#;
    returns::<UnknownEvent>(json);
    returns::<StreamEvent>(json);
    let raw: RawJson = json.parse().unwrap();
    assert_eq!(to_string(&raw).unwrap(), json);
}

#[test]
fn a_null_for_a_field_that_is_none_goes_through_binary_formats() {
    for event in Emitter::new("resp_1", "m", 1).unwrap() {
        let expected: StreamEvent = from_str(&to_string(&event).unwrap()).unwrap();
        let mut cbor = Vec::new();
        ciborium::into_writer(&event, &mut cbor).unwrap();
        assert_eq!(ciborium::from_reader::<StreamEvent, _>(&*cbor).unwrap(), expected);
        let packed = rmp_serde::to_vec_named(&event).unwrap();
        assert_eq!(rmp_serde::from_slice::<StreamEvent>(&packed).unwrap(), expected);
    }
}

#[test]
fn a_null_does_not_stand_in_for_a_value_that_is_left_out() {
    #[derive(Debug, ResponseEvent)]
    #[event(type = "t")]
    struct Counted {
        #[serde(default = "five", skip_serializing_if = "is_five")]
        count: Option<u8>,
        #[serde(flatten)]
        extra: ExtraFields,
    }

    #[allow(clippy::unnecessary_wraps)] // as the field has it
    fn five() -> Option<u8> {
        Some(5)
    }

    #[allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option)] // as serde calls it
    fn is_five(count: &Option<u8>) -> bool {
        *count == five()
    }

    let mut event: Counted = from_str(r#"{"type":"t"}"#).unwrap();
    assert_eq!(event.count, Some(5));
    event.extra.insert("count", "null".parse().unwrap());
    let error = to_string(&event).unwrap_err().to_string();
    assert!(error.contains("holds `count`, which is a field of its own"), "{error}");
}

#[test]
fn a_list_is_written_too() {
    let events: Vec<StreamEvent> = vec![from_slice(DELTA.as_bytes()).unwrap(); 2];
    assert_eq!(to_string(&events).unwrap(), format!("[{DELTA},{DELTA}]"));
    assert_eq!(to_string("unsized").unwrap(), r#""unsized""#);
}

#[test]
fn a_value_that_json_cannot_hold_is_an_error_of_one_line() {
    struct Refuses;

    impl Serialize for Refuses {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(S::Error::custom("the first line\nthe second"))
        }
    }

    let errors =
        [to_string(&Refuses).unwrap_err(), to_vec(&Refuses).unwrap_err(), to_writer(io::sink(), &Refuses).unwrap_err()];
    for error in errors {
        assert_eq!(error.to_string(), r"the first line\nthe second");
        assert!(!error.is_io());
        assert!(error.source().is_none());
        let error = io::Error::from(error);
        assert_eq!(
            (error.kind(), error.to_string()),
            (io::ErrorKind::InvalidData, r"the first line\nthe second".into())
        );
    }
    assert!(to_string(&BTreeMap::from([([1], 2)])).is_err());
}

#[test]
fn a_flattened_field_that_repeats_a_field_is_an_error() {
    #[derive(ResponseEvent)]
    #[event(type = "t")]
    struct Event {
        id: u8,
        #[serde(flatten)]
        extra: BTreeMap<String, u8>,
    }

    let event = Event { id: 1, extra: BTreeMap::from([("id".into(), 2)]) };
    assert!(to_string(&event).unwrap_err().to_string().contains("`id`"));
}

#[test]
fn a_flattened_field_may_hold_the_null_of_a_field_that_is_left_out() {
    #[derive(Debug, Default, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    struct Event {
        id: Option<u8>,
        #[serde(alias = "other")]
        name: Option<String>,
        #[serde(flatten)]
        extra: ExtraFields,
    }

    let event = |extra: &str| Event { extra: extra.parse().unwrap(), ..Event::default() };
    let json = to_string(&event(r#"{"name":null,"a":1}"#)).unwrap();
    assert_eq!(json, r#"{"type":"t","name":null,"a":1}"#);
    assert_eq!(from_str::<Event>(&json).unwrap(), event(r#"{"a":1}"#));

    for (extra, id) in [(r#"{"id":null}"#, Some(1)), (r#"{"id":1}"#, None), (r#"{"type":null}"#, None)] {
        let event = Event { id, ..event(extra) };
        let error = to_string(&event).unwrap_err().to_string();
        assert!(error.contains("which is a field of its own; remove it there"), "{extra}: {error}");
    }
    // The alias is read as the field.
    assert!(to_string(&event(r#"{"other":null}"#)).is_err());
}

#[test]
fn the_error_of_the_writer_is_the_source() {
    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::StorageFull, "no room"))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let error: EncodeError = to_writer(Full, &from_str::<StreamEvent>(DELTA).unwrap()).unwrap_err();
    assert!(error.is_io());
    assert_eq!(error.to_string(), "the writer failed");
    let source = error.source().and_then(|source| source.downcast_ref::<io::Error>()).unwrap();
    assert_eq!((source.kind(), source.to_string()), (io::ErrorKind::StorageFull, "no room".into()));
    assert_eq!(io::Error::from(error).kind(), io::ErrorKind::StorageFull);
}

#[test]
fn the_error_crosses_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<EncodeError>();
}
