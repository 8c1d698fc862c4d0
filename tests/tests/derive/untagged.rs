//! `#[event(untagged)]`: a part of an event, which has no `type` of its own.

use response_event::{
    DecodeErrorKind, EventFamily, ExtraFields, Level, Lossless, Number, ResponseEvent, UnknownEvent, Validate,
    Violation,
};

use crate::{assert_round_trip, read, refusal, write};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Usage {
    #[event(index)]
    input_tokens: Number,
    note: Option<String>,
}

/// Its `type` says something else than which event it is.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
struct Problem {
    r#type: String,
    #[serde(alias = "msg")]
    message: Option<String>,
    #[serde(flatten)]
    other: ExtraFields,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "done")]
struct Done {
    #[event(nested)]
    usage: Usage,
    problem: Option<Problem>,
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Event {
    Done(Done),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

fn usage(input_tokens: i32) -> Usage {
    Usage { input_tokens: input_tokens.into(), note: None }
}

fn problem(kind: &str, message: Option<&str>) -> Problem {
    Problem { r#type: kind.to_owned(), message: message.map(str::to_owned), other: ExtraFields::new() }
}

#[test]
fn an_untagged_object_is_read_and_written_without_a_type() {
    assert_round_trip(&usage(3), r#"{"input_tokens":3}"#);
    assert_round_trip(&Usage { note: Some("a".to_owned()), ..usage(3) }, r#"{"input_tokens":3,"note":"a"}"#);
    // To it, `type` is a member that no field names.
    assert_eq!(read::<Usage>(r#"{"type":"usage","input_tokens":3}"#), usage(3));
}

#[test]
fn a_member_may_be_called_type_in_any_place() {
    assert_round_trip(&problem("a", None), r#"{"type":"a"}"#);
    assert_round_trip(&problem("a", Some("b")), r#"{"type":"a","message":"b"}"#);
    assert_eq!(read::<Problem>(r#"{"msg":"b","type":"a"}"#), problem("a", Some("b")));
    let json = r#"{"type":"a","message":"b","code":1.0,"param":null}"#;
    assert_eq!(write(&read::<Problem>(json)), json);
    assert_eq!(refusal::<Problem>(r#"{"type":"a","type":"a"}"#), "duplicate field `type`");
    assert_eq!(refusal::<Problem>(r#"{"message":"b"}"#), "missing field `type`");
}

#[test]
fn it_is_read_inside_an_event_and_its_errors_have_their_path() {
    let event = Event::Done(Done { usage: usage(3), problem: Some(problem("a", None)) });
    assert_round_trip(&event, r#"{"type":"done","usage":{"input_tokens":3},"problem":{"type":"a"}}"#);
    let error = response_event::from_str::<Event>(r#"{"usage":{"input_tokens":"3"},"type":"done"}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`done` at `/usage/input_tokens`: invalid type: string \"3\", expected a JSON number (line 1, column 28)",
    );
}

#[test]
fn by_itself_its_error_names_the_struct_and_no_event() {
    let error = response_event::from_str::<Usage>(r#"{"type":"x"}"#).unwrap_err();
    assert_eq!((error.kind(), error.event_type()), (DecodeErrorKind::Data, None));
    assert_eq!(error.message(), "missing field `input_tokens`");
    assert_eq!(refusal::<Usage>("[]"), "invalid type: array, expected an object");
}

#[test]
fn its_rules_are_checked() {
    let violations = usage(-1).validate_at(Level::Contract).unwrap_err();
    assert_eq!(violations.iter().map(Violation::pointer).collect::<Vec<_>>(), ["/input_tokens"]);
    let event = Done { usage: usage(-1), problem: None };
    let violations = event.validate().unwrap_err();
    assert_eq!(violations.iter().map(Violation::pointer).collect::<Vec<_>>(), ["/usage/input_tokens"]);
}

#[test]
fn formats_without_names_start_with_its_first_member() {
    let value = Usage { note: Some("a".to_owned()), ..usage(3) };
    let bytes = postcard::to_allocvec(&value).expect("postcard");
    assert_eq!(postcard::from_bytes::<Usage>(&bytes).expect("its own bytes"), value);
    let plain = rmp_serde::to_vec(&value).expect("MessagePack");
    assert_eq!(rmp_serde::from_slice::<Usage>(&plain).expect("its own bytes"), value);
    let event = Done { usage: value, problem: None };
    let bytes = postcard::to_allocvec(&event);
    assert_eq!(postcard::from_bytes::<Done>(&bytes.expect("postcard")).expect("its own bytes"), event);
    let mut cbor = Vec::new();
    ciborium::into_writer(&event, &mut cbor).expect("CBOR");
    assert_eq!(ciborium::from_reader::<Done, _>(&*cbor).expect("its own bytes"), event);
}

#[test]
fn lossless_keeps_what_it_does_not_know() {
    let json = r#"{"x":[1.0],"input_tokens":3.0,"type":null}"#;
    let kept: Lossless<Usage> = read(json);
    assert_eq!(*kept, usage(3));
    assert_eq!(write(&kept), json);
}
