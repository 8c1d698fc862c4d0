//! The text of errors: users read it, so it changes only on purpose.

use response_event::{EventFamily, Number, ResponseEvent, UnknownEvent, from_slice};

use crate::refuse;

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "item.added", alias = "item.add")]
struct Added {
    id: String,
    index: Number,
    part: Option<Part>,
    list: Option<Vec<Part>>,
    #[serde(rename = "a/b~c")]
    odd: Option<bool>,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "part")]
#[serde(deny_unknown_fields)]
struct Part {
    text: String,
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "item.removed")]
#[serde(deny_unknown_fields)]
struct Removed {}

#[derive(Debug, PartialEq, EventFamily)]
enum Item {
    Added(Added),
    Part(Part),
    Removed(Removed),
}

#[derive(Debug, PartialEq, EventFamily)]
enum OpenItem {
    Added(Added),
    #[event(unknown)]
    Unknown(UnknownEvent),
}

#[track_caller]
fn same<T: AsRef<str>>(json: &str, found: T, expected: &str) {
    assert_eq!(found.as_ref(), expected, "\n  input: {json}");
}

#[test]
fn errors_of_a_struct() {
    for (json, message) in [
        ("", "the text is empty (line 1, column 1)"),
        ("{", "the text ends in the middle of a value (line 1, column 2)"),
        (
            r#"{"type":"item.added","id":"a","index":0"#,
            "`item.added`: the text ends in the middle of a value (line 1, column 40)",
        ),
        (
            r#"{"type":"item.added","id":"a","index":00}"#,
            "`item.added` at `/index`: found a number with a leading zero (line 1, column 40)",
        ),
        (
            r#"{"type":"item.added","id":"a","index":0} {}"#,
            "`item.added`: expected nothing after the value (line 1, column 42)",
        ),
        (
            "[]",
            r#"invalid type: array, expected an object with `"type": "item.added"` (or `item.add`) (line 1, column 1)"#,
        ),
        (
            "null",
            r#"invalid type: null, expected an object with `"type": "item.added"` (or `item.add`) (line 1, column 4)"#,
        ),
        (
            "{}",
            r#"missing field `type`, expected an object with `"type": "item.added"` (or `item.add`) (line 1, column 2)"#,
        ),
        (r#"{"type":1}"#, "at `/type`: invalid type: integer `1`, expected a string as `type` (line 1, column 9)"),
        (
            r#"{"type":"item.changed"}"#,
            r#"found the type `item.changed`, expected an object with `"type": "item.added"` (or `item.add`) (line 1, column 22)"#,
        ),
        (r#"{"type":"item.added","index":0}"#, "`item.added`: missing field `id` (line 1, column 31)"),
        (
            r#"{"type":"item.added","id":null}"#,
            "`item.added` at `/id`: invalid type: null, expected a string (line 1, column 30)",
        ),
        (
            r#"{"type":"item.added","id":{}}"#,
            "`item.added` at `/id`: invalid type: object, expected a string (line 1, column 27)",
        ),
        (
            r#"{"type":"item.added","index":"0"}"#,
            r#"`item.added` at `/index`: invalid type: string "0", expected a JSON number (line 1, column 32)"#,
        ),
        (
            r#"{"type":"item.added","index":1e400}"#,
            "`item.added` at `/index`: found a number that is out of range of a 64-bit float (line 1, column 30)",
        ),
        (r#"{"type":"item.added","id":"a","id":"a"}"#, "`item.added`: duplicate field `id` (line 1, column 35)"),
        (r#"{"type":"item.added","type":"item.added"}"#, "`item.added`: duplicate field `type` (line 1, column 28)"),
        (
            r#"{"type":"item.added","id":"\ud800"}"#,
            r"`item.added` at `/id`: found one half of a surrogate pair; a character beyond U+FFFF is two `\u` escapes (line 1, column 28)",
        ),
        (
            r#"{"type":"item.added","a/b~c":0}"#,
            "`item.added` at `/a~1b~0c`: invalid type: integer `0`, expected a boolean (line 1, column 30)",
        ),
        (
            r#"{"type":"item.added","part":{"type":"part"}}"#,
            "`item.added` at `/part`: missing field `text` (line 1, column 43)",
        ),
        (
            r#"{"type":"item.added","part":{"type":"trap","text":""}}"#,
            r#"`item.added` at `/part`: found the type `trap`, expected an object with `"type": "part"` (line 1, column 43)"#,
        ),
        (
            r#"{"type":"item.added","part":{"type":"part","text":"","x":1}}"#,
            "`item.added` at `/part`: unknown field `x`, expected `type` or `text` (line 1, column 57)",
        ),
        (
            r#"{"type":"item.added","list":[{"type":"part","text":""},{"type":"part","text":7}]}"#,
            "`item.added` at `/list/1/text`: invalid type: integer `7`, expected a string (line 1, column 78)",
        ),
        (
            r#"{"type":"item.add","id":7}"#,
            "`item.add` at `/id`: invalid type: integer `7`, expected a string (line 1, column 25)",
        ),
    ] {
        same(json, refuse::<Added>(json).to_string(), message);
    }
}

#[test]
fn errors_of_an_event_that_refuses_unknown_members() {
    let json = r#"{"type":"item.removed","x":0}"#;
    let message = "`item.removed`: unknown field `x`, expected only `type` (line 1, column 27)";
    same(json, refuse::<Removed>(json).to_string(), message);
}

#[test]
fn errors_of_a_family() {
    for (json, message) in [
        ("[]", "invalid type: array, expected an object with a `type` (line 1, column 1)"),
        (r#"{"id":"a"}"#, "missing field `type` (line 1, column 10)"),
        (
            r#"{"id":"a","type":null}"#,
            "at `/type`: invalid type: null, expected a string as `type` (line 1, column 21)",
        ),
        (
            r#"{"id":"a","type":"keepalive"}"#,
            "unknown type `keepalive`, expected `item.added`, `item.add`, `part` or `item.removed` (line 1, column 28)",
        ),
        (
            r#"{"type":"item.aded"}"#,
            "unknown type `item.aded`; did you mean `item.add` or `item.added`? (line 1, column 19)",
        ),
        (r#"{"type":"item.added","id":"a"}"#, "`item.added`: missing field `index` (line 1, column 30)"),
        (
            r#"{"id":7,"type":"item.added"}"#,
            "`item.added` at `/id`: invalid type: integer `7`, expected a string (line 1, column 7)",
        ),
        (
            r#"{"part":{"text":7,"type":"part"},"type":"item.added"}"#,
            "`item.added` at `/part/text`: invalid type: integer `7`, expected a string (line 1, column 17)",
        ),
        (
            r#"{"type":"part","text":"","x":1}"#,
            "`part`: unknown field `x`, expected `type` or `text` (line 1, column 29)",
        ),
    ] {
        same(json, refuse::<Item>(json).to_string(), message);
    }
}

#[test]
fn errors_of_a_family_that_keeps_unknown_events() {
    for (json, message) in [
        (r#"{"a":"keepalive"}"#, "missing field `type` (line 1, column 17)"),
        (r#"{"type":"keepalive","n":1,"type":"keepalive"}"#, "`keepalive`: duplicate field `type` (line 1, column 33)"),
        (r#"{"type":"keepalive","n":}"#, "`keepalive` at `/n`: expected a value (line 1, column 25)"),
    ] {
        same(json, refuse::<OpenItem>(json).to_string(), message);
    }
}

#[test]
fn errors_through_serde_json() {
    for (json, message) in [
        (
            "{}",
            r#"missing field `type`, expected an object with `"type": "item.added"` (or `item.add`) at line 1 column 2"#,
        ),
        (
            r#"{"type":"item.changed"}"#,
            r#"found the type `item.changed`, expected an object with `"type": "item.added"` (or `item.add`) at line 1 column 23"#,
        ),
        (
            r#"{"type":"item.added","id":7}"#,
            "`item.added` at `/id`: invalid type: integer `7`, expected a string at line 1 column 27",
        ),
        (
            r#"{"type":"item.added","part":{"type":"part","text":7}}"#,
            "`item.added` at `/part`: `part` at `/text`: invalid type: integer `7`, expected a string at line 1 column 51",
        ),
        (r#"{"type":"item.added","id":"a""#, "`item.added`: EOF while parsing an object at line 1 column 29"),
    ] {
        same(json, serde_json::from_str::<Added>(json).unwrap_err().to_string(), message);
    }
    for (json, message) in [
        (
            r#"{"type":"item.aded"}"#,
            "unknown type `item.aded`; did you mean `item.add` or `item.added`? at line 1 column 20",
        ),
        (
            r#"{"id":7,"type":"item.added"}"#,
            "`item.added` at `/id`: invalid type: integer `7`, expected a string at line 1 column 28",
        ),
    ] {
        same(json, serde_json::from_str::<Item>(json).unwrap_err().to_string(), message);
    }
}

#[test]
fn errors_of_bytes() {
    same(
        "bytes",
        from_slice::<Added>(b"{\"type\":\"item.added\",\n\"id\":\"\xe9\"}").unwrap_err().to_string(),
        "`item.added`: the input is not UTF-8, as JSON must be (line 2, column 7)",
    );
    same(
        "bytes",
        from_slice::<Added>(b"{\"type\":\"item.added\xe9\"}").unwrap_err().to_string(),
        "the input is not UTF-8, as JSON must be (line 1, column 20)",
    );
}

#[test]
fn a_long_text_from_the_input_is_cut() {
    let json = format!(r#"{{"type":"{}"}}"#, "é".repeat(1_000));
    let text = refuse::<Added>(&json).to_string();
    assert!(text.contains(&format!("`{}…`", "é".repeat(100))), "{text}");
    assert!(text.chars().count() < 250, "{text}");
}
