//! `#[event(part)]`: what has a type and no place in a stream.

use response_event::{
    DecodeErrorKind, EventFamily, EventPart, PartFamily, ResponseEvent, UnknownEvent, Validate, from_str,
};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(part, type = "message", alias = "msg")]
struct Message {
    #[event(non_empty)]
    id: String,
    sequence_number: Option<u64>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "reasoning", part)]
struct Reasoning;

#[derive(Debug, PartialEq, EventFamily)]
#[event(part)]
enum Texts {
    Message(Box<Message>),
}

#[derive(Debug, PartialEq, EventFamily)]
#[event(part)]
enum Item {
    #[event(family)]
    Texts(Texts),
    Reasoning(Reasoning),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[test]
fn a_part_has_its_type_and_its_rules() {
    assert_eq!((Message::TYPE, Message::ALIASES), ("message", &["msg"][..]));
    let message: Message = from_str(r#"{"type":"msg","id":""}"#).unwrap();
    assert_eq!(
        message.validate().unwrap_err().to_string(),
        "/id: found 0 characters, expected at least one (contract rule `non_empty`)"
    );
    assert_eq!(serde_json::to_string(&message).unwrap(), r#"{"type":"message","id":""}"#);
}

#[test]
fn a_family_of_parts_decodes_by_type_and_nests() {
    assert_eq!(Item::TYPES, ["message", "reasoning"]);
    for (json, part_type) in [
        (r#"{"type":"message","id":"msg_1"}"#, "message"),
        (r#"{"type":"reasoning"}"#, "reasoning"),
        (r#"{"type":"other","x":[1.0]}"#, "other"),
    ] {
        let item: Item = from_str(json).unwrap();
        assert_eq!(item.part_type(), part_type);
        assert_eq!(serde_json::to_string(&item).unwrap(), json);
    }
}

#[test]
fn the_error_of_a_part_knows_no_place_in_a_stream() {
    let error = from_str::<Item>(r#"{"type":"message","id":1,"sequence_number":7}"#).unwrap_err();
    assert_eq!((error.kind(), error.event_type()), (DecodeErrorKind::Data, Some("message")));
    assert_eq!(error.sequence_number(), None);
    let error = from_str::<Message>(r#"{"type":"error"}"#).unwrap_err();
    assert!(!error.is_failure() && !error.is_terminal());
}
