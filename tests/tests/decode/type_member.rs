//! The member `type`: there, once, a string, and the right one.

use response_event::{DecodeErrorKind, ResponseEvent, from_slice};

use crate::{decode, refuse};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "shop.opened", alias = "shop.open", alias = "open")]
struct Opened {
    at: u32,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "shop.closed")]
struct Closed;

#[test]
fn type_may_stand_anywhere() {
    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "e")]
    struct Event {
        a: u32,
        b: u32,
    }

    for json in [r#"{"type":"e","a":1,"b":2}"#, r#"{"a":1,"type":"e","b":2}"#, r#"{"b":2,"a":1,"type":"e"}"#] {
        assert_eq!(decode::<Event>(json).unwrap(), Event { a: 1, b: 2 }, "{json}");
    }
}

#[test]
fn type_must_be_there() {
    for json in [r#"{"at":1}"#, "{}", r#"{"Type":"shop.opened","at":1}"#, r#"{"at":1,"types":"shop.opened"}"#] {
        let error = refuse::<Opened>(json);
        assert_eq!(error.kind(), DecodeErrorKind::MissingType, "{json}: {error}");
        assert_eq!((error.event_type(), error.pointer()), (None, ""), "{json}");
    }
}

#[test]
fn a_missing_type_is_named_before_a_missing_member() {
    let error = refuse::<Opened>("{}");
    assert_eq!(error.kind(), DecodeErrorKind::MissingType);
    assert!(error.message().contains("`type`"), "{error}");
}

#[test]
fn a_missing_or_wrong_type_is_the_error_whatever_the_members_are() {
    for json in [r#"{"at":"x"}"#, r#"{"at":1,"at":1}"#, r#"{"at":null,"x":{"type":"shop.opened"}}"#] {
        let error = refuse::<Opened>(json);
        assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::MissingType, ""), "{json}: {error}");
        assert!(error.message().starts_with("missing field `type`"), "{json}: {error}");
    }
    for json in [r#"{"at":"x","type":1}"#, r#"{"at":1,"at":1,"type":[]}"#] {
        let error = refuse::<Opened>(json);
        assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::MissingType, "/type"), "{json}: {error}");
        assert!(error.message().ends_with("expected a string as `type`"), "{json}: {error}");
    }
}

#[test]
fn the_error_about_a_type_stands_at_its_last_byte() {
    for json in ["{\n\"type\":\"shop.shut\",\"at\":1}", "{\"at\":\"x\",\n\"type\":\"shop.shut\"\n}"] {
        let error = refuse::<Opened>(json);
        assert_eq!((error.line(), error.column()), (2, 18), "{json}: {error}");
    }
}

#[test]
fn type_must_be_a_string() {
    for value in ["null", "true", "0", "1.5", "[]", r#"["shop.opened"]"#, "{}"] {
        for json in [format!(r#"{{"type":{value},"at":1}}"#), format!(r#"{{"at":1,"type":{value}}}"#)] {
            let error = refuse::<Opened>(&json);
            assert_eq!(error.kind(), DecodeErrorKind::MissingType, "{json}: {error}");
            assert_eq!((error.event_type(), error.pointer()), (None, "/type"), "{json}");
        }
    }
}

#[test]
fn type_must_be_that_of_the_event() {
    for found in ["shop.closed", "", "shop.opened ", "Shop.opened", "shop.opene", "shop.openedd"] {
        for json in [format!(r#"{{"type":"{found}","at":1}}"#), format!(r#"{{"at":1,"type":"{found}"}}"#)] {
            let error = refuse::<Opened>(&json);
            assert_eq!(error.kind(), DecodeErrorKind::WrongType, "{json}: {error}");
            assert_eq!((error.event_type(), error.pointer()), (Some(found), "/type"), "{json}");
            let text = error.to_string();
            assert!(text.contains(&format!("`{found}`")) && text.contains("shop.opened"), "{text}");
        }
    }
}

#[test]
fn another_type_is_the_error_whatever_the_members_are() {
    for json in
        [r#"{"type":"shop.closed"}"#, r#"{"at":"x","type":"shop.closed"}"#, r#"{"at":1,"at":1,"type":"shop.closed"}"#]
    {
        assert_eq!(refuse::<Opened>(json).kind(), DecodeErrorKind::WrongType, "{json}");
    }
}

#[test]
fn type_may_not_be_there_twice() {
    for json in [
        r#"{"type":"shop.opened","type":"shop.opened","at":1}"#,
        r#"{"type":"shop.opened","at":1,"type":"shop.opened"}"#,
        r#"{"type":"shop.opened","at":1,"type":"shop.closed"}"#,
        r#"{"type":"shop.opened","at":1,"type":null}"#,
        r#"{"type":"shop.opened","at":1,"\u0074ype":"shop.opened"}"#,
    ] {
        let error = refuse::<Opened>(json);
        assert_eq!(error.kind(), DecodeErrorKind::Data, "{json}: {error}");
        assert_eq!(error.message(), "duplicate field `type`", "{json}");
    }
}

#[test]
fn type_may_be_spelt_with_escapes() {
    for json in [
        r#"{"\u0074ype":"shop.opened","at":1}"#,
        r#"{"type":"shop\u002eopened","at":1}"#,
        r#"{"at":1,"\u0074\u0079\u0070\u0065":"\u0073hop.opened"}"#,
    ] {
        assert_eq!(decode::<Opened>(json).unwrap(), Opened { at: 1 }, "{json}");
    }
}

#[test]
fn an_alias_is_read_and_the_type_is_written() {
    for alias in Opened::ALIASES {
        let event: Opened = decode(&format!(r#"{{"type":"{alias}","at":1}}"#)).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"type":"shop.opened","at":1}"#);
    }
    assert_eq!(Opened::ALIASES, ["shop.open", "open"]);
    assert_eq!(Closed::ALIASES, [""; 0]);
}

#[test]
fn an_event_without_members_is_its_type() {
    assert_eq!(decode::<Closed>(r#"{"type":"shop.closed"}"#).unwrap(), Closed);
    assert_eq!(decode::<Closed>(r#"{"a":[1],"type":"shop.closed","b":null}"#).unwrap(), Closed);
    assert_eq!(serde_json::to_string(&Closed).unwrap(), r#"{"type":"shop.closed"}"#);
}

#[test]
fn only_an_object_is_an_event() {
    for json in ["null", "true", "1", r#""shop.closed""#, "[]", r#"["shop.closed"]"#, r#"[{"type":"shop.closed"}]"#] {
        let error = refuse::<Closed>(json);
        assert_eq!(error.kind(), DecodeErrorKind::MissingType, "{json}: {error}");
        assert!(error.message().contains("expected an object with `\"type\": \"shop.closed\"`"), "{error}");
    }
}

#[test]
fn what_is_not_json_says_so_first() {
    for json in [
        "",
        "{",
        r#"{"type":"shop.closed""#,
        r#"{"type":"shop.closed",}"#,
        r#"{"type":"shop.closed"}}"#,
        r#"{"type":"shop.closed"} x"#,
        r#"{"type":"another", x}"#,
        r#"{"at":"not a number", "type":"shop.closed""#,
        "\u{feff}{\"type\":\"shop.closed\"}",
    ] {
        assert_eq!(refuse::<Closed>(json).kind(), DecodeErrorKind::Json, "{json}");
        assert_eq!(refuse::<Opened>(json).kind(), DecodeErrorKind::Json, "{json}");
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_not_json() {
    let error = from_slice::<Closed>(b"{\"type\":\n \"shop.closed\xff\"}").unwrap_err();
    assert_eq!((error.kind(), error.line(), error.column()), (DecodeErrorKind::Json, 2, 14));
    assert!(error.message().contains("UTF-8") || error.message().contains("utf-8"), "{error}");
}

#[test]
fn white_space_around_an_event_is_fine() {
    assert_eq!(decode::<Closed>(" \t\r\n{ \"type\" : \"shop.closed\" }\n ").unwrap(), Closed);
}

/// A type and a name with characters that JSON escapes.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "a\\b")]
struct Escaped {
    first: u8,
    #[serde(rename = "c\"\\n")]
    second: u8,
}

#[test]
fn a_type_and_a_name_that_json_escapes_are_compared_without_escapes() {
    let event = Escaped { first: 1, second: 2 };
    let json = r#"{"type":"a\\b","first":1,"c\"\\n":2}"#;
    assert_eq!(decode::<Escaped>(json).unwrap(), event);
    assert_eq!(response_event::to_string(&event).unwrap(), json);
    for other in [
        // A backspace, a line break and half a string.
        r#"{"type":"a\b","first":1,"c\"\\n":2}"#,
        r#"{"type":"a\\b","first":1,"c\"\n":2}"#,
        r#"{"type":"a\\b","first":1,"c"\n":2}"#,
    ] {
        assert!(decode::<Escaped>(other).is_err(), "{other}");
    }
}
