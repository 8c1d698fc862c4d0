//! JSON that is still coming: the value so far, each byte scanned once.

use jiter::{JsonValue, PartialMode};
use proptest::prelude::*;
use response_event::{PartialJson, Snapshot};
use serde_json::{Value, json};

use crate::{added, done, event, message, of, response, text};

/// The value so far as jiter reads it.
fn expected(text: &str) -> Option<Value> {
    let value = JsonValue::parse_with_config(text.as_bytes(), false, PartialMode::TrailingStrings).ok()?;
    Some(converted(&value))
}

fn converted(value: &JsonValue<'_>) -> Value {
    match value {
        JsonValue::Null => Value::Null,
        JsonValue::Bool(value) => json!(value),
        JsonValue::Int(value) => json!(value),
        JsonValue::Float(value) => json!(value),
        JsonValue::Str(text) => json!(text),
        JsonValue::Array(elements) => elements.iter().map(converted).collect(),
        JsonValue::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.to_string(), converted(value))).collect())
        }
    }
}

/// The reader after all pieces.
fn read<'a>(pieces: impl IntoIterator<Item = &'a str>) -> PartialJson {
    let mut partial = PartialJson::new();
    pieces.into_iter().for_each(|piece| partial.push(piece));
    partial
}

/// Every prefix of the text, in pieces of one character, is as jiter reads it.
fn agrees_with_jiter(text: &str) -> usize {
    let (mut partial, mut views) = (PartialJson::new(), 0);
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        partial.push(&text[start..end]);
        let prefix = &text[..end];
        assert!(!partial.is_invalid(), "{prefix}");
        assert_eq!(partial.value().cloned(), expected(prefix), "{prefix}");
        assert_eq!(partial.scanned(), end, "{prefix}");
        views += 1;
    }
    views
}

#[test]
fn every_prefix_is_read_as_by_jiter() {
    let mut views = 0;
    for text in [
        r#"{"city":"Bergen","days":[1,-2.5,30e2],"wet":true,"dry":false,"sun":null}"#,
        r#" { "a" : { "b" : [ [ ] , { } , "" ] , "c" : "x\n\"\\\/\b\f\r\t" } , "d" : "é 日本 🏔" } "#,
        r#"["é\u00e9\ud83c\udfd4 fjord","\u0041"]"#,
        r#"{"a\u0062c\n":1,"":2,"":3}"#,
        r#""a text""#,
        "12.5e-3 ",
        "true",
        "[true,false,null]",
        "[-1,0,10.25,1E+2,-7]",
        "[[[[[[1],2],3],4],5],6]",
    ] {
        serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        views += agrees_with_jiter(text);
        assert_eq!(read([text]).value(), Some(&serde_json::from_str(text).unwrap()));
    }
    println!("partial output: {views} prefixes read as by jiter");
}

#[test]
fn four_thousand_deltas_of_one_byte_are_scanned_once() {
    let rows: Vec<_> = (0..140).map(|row| json!({"row": row, "name": format!("fjord {row}")})).collect();
    let text = json!({"rows": rows}).to_string();
    let text = &text[..4_000.min(text.len())];
    let (mut snapshot, mut partial) = (Snapshot::new(), PartialJson::new());
    let mut deltas = 0;
    for index in 0..text.len() {
        let delta = &text[index..=index];
        let arguments = of("response.function_call_arguments.delta", "fc_1", 0, json!({"delta": delta}));
        snapshot.apply(&event(&arguments));
        partial.push(delta);
        let value = expected(&text[..=index]);
        assert_eq!(partial.value(), value.as_ref());
        assert_eq!(snapshot.partial_value(0), value.as_ref());
        deltas += 1;
    }
    assert!(deltas > 3_500 && partial.scanned() == text.len());
    println!("partial output: {deltas} deltas of one byte, {} bytes scanned", partial.scanned());
}

#[test]
fn what_is_no_json_keeps_what_came_before() {
    for (text, value) in [
        ("[1,]", json!([1])),
        ("[1}", json!([1])),
        ("{\"a\":1 \"b\"", json!({"a": 1})),
        ("{a", json!({})),
        ("[tru1", json!([])),
        ("[1,01]", json!([1])),
        ("[\"a\\x", json!(["a"])),
        ("[\"a\\ud800b", json!(["a"])),
        ("[\"a\\ud800\\n", json!(["a"])),
        ("[\"a\\udc00", json!(["a"])),
        ("[\"a\\u00g", json!(["a"])),
        ("[\"a\nb", json!(["a"])),
        ("[\"a\"é", json!(["a"])),
        ("[] []", json!([])),
    ] {
        let mut partial = read([text]);
        assert!(partial.is_invalid() && !partial.is_complete(), "{text}");
        assert_eq!(partial.value(), Some(&value), "{text}");
        let scanned = partial.scanned();
        partial.push("[1,2,3]");
        assert_eq!((partial.value(), partial.scanned()), (Some(&value), scanned), "{text}");
    }
    for text in ["", " ", "-", "nul", "x", "é", "]"] {
        assert_eq!(read([text]).value(), None, "{text}");
    }
    let deep = read([&*"[".repeat(100_000)]);
    assert!(deep.is_invalid() && deep.scanned() < 200);
}

#[test]
fn a_snapshot_reads_what_its_items_have() {
    let arguments =
        |event: &str, key: &str, text: &str| event_of(&format!("response.function_call_arguments.{event}"), key, text);
    let mut snapshot = Snapshot::new();
    assert_eq!(snapshot.partial_value(0), None);
    snapshot.apply(&arguments("delta", "delta", "{\"a\":[1,"));
    assert_eq!(snapshot.partial_value(0), Some(&json!({"a": [1]})));
    // The server corrects itself.
    snapshot.apply(&arguments("done", "arguments", "{\"b\":\"another text\"}"));
    assert_eq!(snapshot.partial_value(0), Some(&json!({"b": "another text"})));

    snapshot.apply(&event(&text("msg_1", 1, 1, "{\"c\":1")));
    assert_eq!(snapshot.partial_value(1), Some(&json!({"c": 1})));
    snapshot.apply(&event(&text("msg_1", 1, 0, "{\"first\":1")));
    assert_eq!(snapshot.partial_value(1), Some(&json!({"first": 1})), "a part before it");
    snapshot.apply(&event(&done(1, message("msg_1", &["[7]"]))));
    assert_eq!(snapshot.partial_value(1), Some(&json!([7])));
    snapshot.apply(&event(&added(2, json!({"type": "reasoning", "id": "rs_1", "summary": []}))));
    assert_eq!(snapshot.partial_value(2), None);
    snapshot.apply(&event(&response("response.completed", json!([message("msg_1", &["[8]"])]))));
    assert_eq!(snapshot.partial_value(0), Some(&json!([8])));
    assert_eq!(snapshot.partial_value(1), None);
}

fn event_of(event_type: &str, key: &str, text: &str) -> response_event::events::StreamEvent {
    event(&of(event_type, "fc_1", 0, json!({key: text})))
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-1e6..1e6_f64).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_as_by_jiter_and_wherever_it_is_cut(value in any_json(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8)) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        agrees_with_jiter(&text);
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(text.len())).filter(|cut| text.is_char_boundary(*cut)).collect();
        cuts.extend([0, text.len()]);
        cuts.sort_unstable();
        let partial = read(cuts.windows(2).map(|cut| &text[cut[0]..cut[1]]));
        prop_assert_eq!(partial.value(), Some(&value));
        prop_assert_eq!(partial.scanned(), text.len());
    }
}
