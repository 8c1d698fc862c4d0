//! Hostile sizes: nesting ends with an error, never with the stack; memory grows no faster than the input.

use std::collections::BTreeMap;

use allocation_counter::measure;
use response_event::events::ImageGenCallEvent;
use response_event::{
    DecodeErrorKind, EventFamily, Lossless, Number, ResponseEvent, UnknownEvent, from_str, peek_type,
};
use serde_json::Value;

const MIB: usize = 1 << 20;

#[derive(Debug, ResponseEvent)]
#[event(type = "limits.sample")]
struct Sample {
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

/// An event that passes over the fields that it does not know.
#[derive(Debug, ResponseEvent)]
#[event(type = "response.image_generation_call.in_progress")]
struct InProgress {
    #[event(non_empty)]
    item_id: String,
    #[event(index)]
    output_index: Number,
    #[event(index)]
    sequence_number: Number,
}

#[derive(Debug, EventFamily)]
enum Event {
    InProgress(InProgress),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn in_progress(member: &str) -> String {
    format!(
        r#"{{"type":"response.image_generation_call.in_progress","item_id":"i","output_index":0,"sequence_number":1,{member}}}"#
    )
}

fn sample(value: &str) -> String {
    format!(r#"{{"type":"limits.sample","x":{value}}}"#)
}

#[test]
fn a_member_that_is_passed_over_may_be_nested_to_any_depth() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let value = format!("{}1{}", open.repeat(MIB), close.repeat(MIB));
        let json = in_progress(&format!(r#""x":{value}"#));
        let memory = measure(|| drop(from_str::<InProgress>(&json).unwrap()));
        // A bit for each level, and the item's id.
        assert!(memory.bytes_max < (MIB / 4) as u64, "{} bytes", memory.bytes_max);
        assert!(from_str::<Event>(&json).is_ok());
        assert!(from_str::<Event>(&json.replace("in_progress", "unknown")).is_ok());
        assert!(from_str::<ImageGenCallEvent>(&json).is_ok(), "it keeps the field");
    }
}

#[test]
fn a_member_that_is_decoded_may_be_nested_127_levels_deep_and_says_so() {
    let nested = |levels: usize| sample(&format!("{}{}", "[".repeat(levels), "]".repeat(levels)));
    // The event is the first level.
    from_str::<Sample>(&nested(126)).unwrap();
    let error = from_str::<Sample>(&nested(127)).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Json, "{error}");
    assert!(error.message().contains("127 levels that response-event decodes"), "{error}");
    for levels in [1000, MIB] {
        assert!(from_str::<Sample>(&nested(levels)).is_err());
        assert!(from_str::<Sample>(&sample(&"[".repeat(levels))).is_err(), "not closed");
    }
}

#[test]
fn memory_is_a_small_multiple_of_the_text() {
    let keys = "\"key\":1,".repeat(MIB / 8);
    for (what, json) in [
        ("one string", sample(&format!("\"{}\"", "a".repeat(MIB)))),
        ("one string of escapes", sample(&format!("\"{}\"", "\\n".repeat(MIB / 2)))),
        ("brackets that are not closed", sample(&"[".repeat(MIB))),
        ("keys that are passed over", in_progress(&format!("{keys}\"x\":1"))),
        ("keys before the type", format!(r#"{{{keys}"type":"keepalive"}}"#)),
    ] {
        let memory = measure(|| {
            drop(from_str::<Sample>(&json));
            drop(from_str::<Event>(&json));
            drop(serde_json::from_str::<Event>(&json));
            drop(peek_type(json.as_bytes()));
        });
        let most = 16 * json.len() as u64;
        assert!(memory.bytes_max < most, "{what}: {} bytes for {}", memory.bytes_max, json.len());
    }
    // A field that is kept takes a name, a text and two lengths, and the list of them grows.
    let json = in_progress(&format!("{keys}\"x\":1"));
    let memory = measure(|| drop(from_str::<ImageGenCallEvent>(&json)));
    assert!(memory.bytes_max < 32 * json.len() as u64, "fields that are kept: {} bytes", memory.bytes_max);
}

#[test]
fn peeking_stops_at_the_type() {
    let json = format!(r#"{{"type":"a",{}"#, "[".repeat(MIB));
    let memory = measure(|| assert_eq!(peek_type(json.as_bytes()).unwrap(), "a"));
    assert_eq!(memory.bytes_max, 0);
    let late = format!(r#"{{"x":{}1{},"type":"\u0061", not JSON"#, "[".repeat(1000), "]".repeat(1000));
    assert_eq!(peek_type(late.as_bytes()).unwrap(), "a");
}

#[test]
fn peeking_says_why_there_is_no_type() {
    for (json, kind) in [
        (&b"{}"[..], DecodeErrorKind::MissingType),
        (b"[]", DecodeErrorKind::MissingType),
        (br#"{"type":1}"#, DecodeErrorKind::MissingType),
        (br#"{"x":1"#, DecodeErrorKind::Json),
        (b"{\"x\":\"\xff\",\"type\":\"a\"}", DecodeErrorKind::Json),
        (b"", DecodeErrorKind::Json),
    ] {
        let error = peek_type(json).unwrap_err();
        assert_eq!(error.kind(), kind, "{}: {error}", String::from_utf8_lossy(json));
    }
}

#[test]
fn an_error_is_one_short_line_whatever_the_input_holds() {
    let long = "a\\n".repeat(MIB);
    for json in [
        in_progress(&format!(r#""item_id":"{long}""#)),
        in_progress(r#""x":1"#).replace(r#""output_index":0"#, &format!(r#""output_index":"{long}""#)),
        format!(r#"{{"type":"{long}"}}"#),
        sample(&format!(r#"{{"{long}":["#)),
    ] {
        let error = from_str::<InProgress>(&json).unwrap_err().to_string();
        assert!(error.len() < 600 && !error.contains('\n'), "{} bytes: {error:.600}", error.len());
        let error = from_str::<Sample>(&json).unwrap_err().to_string();
        assert!(error.len() < 600 && !error.contains('\n'), "{} bytes: {error:.600}", error.len());
    }
}

#[derive(Debug, response_event::EventFamily)]
enum Node {
    Inner(Inner),
}

#[derive(Debug, ResponseEvent)]
#[event(type = "n")]
struct Inner {
    child: Option<Box<Node>>,
}

#[derive(Debug, ResponseEvent)]
#[event(type = "n")]
struct Kept {
    child: Option<Box<Lossless<Kept>>>,
}

#[test]
fn what_is_held_before_it_is_decoded_is_limited_like_the_rest() {
    let nested = |levels: usize| {
        format!(r#"{}{{"type":"n"}}{}"#, r#"{"child":"#.repeat(levels), r#","type":"n"}"#.repeat(levels))
    };
    let shallow = nested(60);
    assert!(from_str::<Node>(&shallow).is_ok());
    assert!(serde_json::from_reader::<_, Node>(shallow.as_bytes()).is_ok());
    assert!(from_str::<Lossless<Kept>>(&shallow).is_ok());
    for levels in [200, 50_000] {
        let deep = nested(levels);
        assert!(from_str::<Node>(&deep).unwrap_err().to_string().contains("127 levels"));
        assert!(serde_json::from_reader::<_, Node>(deep.as_bytes()).unwrap_err().to_string().contains("127 levels"));
        assert!(from_str::<Lossless<Kept>>(&deep).unwrap_err().to_string().contains("127 levels"));
    }
    // What nobody reads may be as deep as it likes.
    let deep = format!(r#"{{"x":{}{},"type":"n"}}"#, "[".repeat(50_000), "]".repeat(50_000));
    assert!(from_str::<Lossless<Kept>>(&deep).is_ok());
    assert!(serde_json::from_reader::<_, Node>(deep.as_bytes()).is_ok());
}
