//! `without_type` and `had_no_type`: an event that some servers send without `type`. `accept`: a body that is refused.

use response_event::{
    DecodeErrorKind, EventFamily, ExtraFields, Lossless, ResponseEvent, UnknownEvent, Valid, Validate,
};

use crate::{read, refusal, write};

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "error")]
struct Failure {
    #[event(non_empty)]
    error: String,
    #[event(had_no_type)]
    had_no_type: bool,
    #[serde(flatten)]
    extra: ExtraFields,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "plain")]
struct Plain {
    #[event(had_no_type)]
    had_no_type: bool,
    message: String,
    code: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "ping")]
struct Ping;

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Event {
    Ping(Ping),
    #[event(without_type = "error")]
    Failure(Box<Failure>),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Outer {
    #[event(family)]
    Event(Event),
}

#[derive(Clone, Debug, PartialEq, EventFamily)]
enum Plainly {
    #[event(without_type = "message")]
    Plain(Plain),
    Ping(Ping),
}

#[test]
fn an_object_without_type_is_the_event_whose_field_it_has() {
    let json = r#"{"status":503,"error":"busy","at":[1.0]}"#;
    let event = read::<Event>(json);
    let Event::Failure(failure) = &event else { panic!("{event:?}") };
    assert!(failure.had_no_type);
    assert_eq!((&*failure.error, failure.extra["at"].get()), ("busy", "[1.0]"));
    assert_eq!(event.event_type(), "error");
    assert!(event.is_terminal() && event.is_failure());
    assert!(event.validate().is_ok());
    assert_eq!(write(&event), r#"{"error":"busy","status":503,"at":[1.0]}"#);
    assert_eq!(read::<Outer>(json), Outer::Event(event.clone()));
    assert_eq!(read::<Valid<Event>>(json).into_inner(), event);
    assert_eq!(serde_json::from_str::<Event>(json).unwrap(), event);
    assert_eq!(serde_json::from_reader::<_, Event>(json.as_bytes()).unwrap(), event);
    assert_eq!(serde_json::from_value::<Event>(serde_json::to_value(&event).unwrap()).unwrap().event_type(), "error");
    assert_eq!(write(&read::<Lossless<Event>>(json)), json);

    let plain = r#"{"message":"m","code":7}"#;
    assert_eq!(read::<Plainly>(plain), Plainly::Plain(Plain { had_no_type: true, message: "m".into(), code: Some(7) }));
    assert_eq!(write(&read::<Plainly>(plain)), plain);
}

#[test]
fn an_event_with_its_type_is_written_with_it() {
    for json in [r#"{"type":"error","error":"busy"}"#, r#"{"type":"error","error":"busy","status":503}"#] {
        let event = read::<Event>(json);
        let Event::Failure(failure) = &event else { panic!("{event:?}") };
        assert!(!failure.had_no_type);
        assert_eq!(write(&event), json);
    }
    assert_eq!(write(&read::<Plainly>(r#"{"type":"plain","message":"m"}"#)), r#"{"type":"plain","message":"m"}"#);
}

#[test]
fn a_binary_format_gets_the_type_all_the_same() {
    let event = read::<Plainly>(r#"{"message":"m"}"#);
    let typed = Plainly::Plain(Plain { had_no_type: false, message: "m".into(), code: None });
    assert_eq!(rmp_serde::from_slice::<Plainly>(&rmp_serde::to_vec(&event).unwrap()).unwrap(), typed);
    assert_eq!(rmp_serde::from_slice::<Plainly>(&rmp_serde::to_vec_named(&event).unwrap()).unwrap(), typed);
    assert_eq!(postcard::from_bytes::<Plainly>(&postcard::to_allocvec(&event).unwrap()).unwrap(), typed);
}

#[test]
fn any_other_object_without_type_has_no_type() {
    for json in ["{}", r#"{"errors":"busy"}"#, r#"{"status":1,"message":"m"}"#] {
        assert_eq!(response_event::from_str::<Event>(json).unwrap_err().kind(), DecodeErrorKind::MissingType, "{json}");
        assert!(serde_json::from_str::<Outer>(json).unwrap_err().to_string().starts_with("missing field `type`"));
    }
    assert_eq!(refusal::<Ping>("{}"), r#"missing field `type`, expected an object with `"type": "ping"`"#);
}

#[test]
fn by_itself_the_event_needs_no_type() {
    let json = r#"{"message":"m"}"#;
    let plain = Plain { had_no_type: true, message: "m".into(), code: None };
    assert_eq!(read::<Plain>(json), plain);
    assert_eq!(serde_json::from_str::<Plain>(json).unwrap(), plain);
    assert_eq!(write(&plain), json);
    assert_eq!(refusal::<Plain>(r#"{"message":7}"#), "invalid type: integer `7`, expected a string");
    assert_eq!(refusal::<Plain>("{}"), "missing field `message`");
}

#[test]
fn a_bad_body_without_type_is_an_error_about_its_field() {
    let error = response_event::from_str::<Event>(r#"{"error":7,"status":503}"#).unwrap_err();
    assert_eq!((error.kind(), error.pointer(), error.event_type()), (DecodeErrorKind::Data, "/error", Some("error")));
    assert!(error.is_failure() && error.is_terminal());
    assert_eq!(error.message(), "invalid type: integer `7`, expected a string");
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "count", accept(is_even))]
struct Count {
    count: u8,
}

fn is_even(event: &Count) -> Result<(), String> {
    if event.count % 2 == 0 { Ok(()) } else { Err(format!("{} is odd", event.count)) }
}

#[test]
fn a_function_refuses_what_was_read() {
    assert_eq!(read::<Count>(r#"{"count":2,"type":"count"}"#), Count { count: 2 });
    let error = response_event::from_str::<Count>(r#"{"type":"count","count":3}"#).unwrap_err();
    assert_eq!((error.kind(), error.message(), error.event_type()), (DecodeErrorKind::Data, "3 is odd", Some("count")));
    let error = serde_json::from_str::<Count>(r#"{"type":"count","count":3}"#).unwrap_err();
    assert!(error.to_string().starts_with("`count`: 3 is odd"), "{error}");
}

#[test]
fn a_field_that_is_null_makes_no_event() {
    let json = r#"{"id":"resp_1","object":"response","status":"completed","error":null}"#;
    assert_eq!(response_event::from_str::<Event>(json).unwrap_err().kind(), DecodeErrorKind::MissingType);
    assert!(serde_json::from_str::<Event>(json).unwrap_err().to_string().starts_with("missing field `type`"));
}

#[test]
fn each_family_has_its_own_field() {
    #[derive(Clone, Debug, PartialEq, EventFamily)]
    enum Both {
        #[event(without_type = "error")]
        Failure(Failure),
        #[event(family)]
        Plainly(Plainly),
    }

    assert_eq!(read::<Both>(r#"{"error":"e"}"#).event_type(), "error");
    assert_eq!(read::<Both>(r#"{"message":"m"}"#).event_type(), "plain");
}
