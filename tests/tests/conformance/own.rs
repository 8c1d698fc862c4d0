//! Cases of our own, which run everywhere: one input each, and what must become of it.

use response_event_tests::json::bounded;
use serde_json::{Value, json};

use crate::verdict::{Verdict, is_same, ours};

/// A name, the last part of the type of the event that is asked for, and the input, in which `@` stands for that type.
type Case<'a> = (&'a str, &'a str, &'a str);

/// The members that the event has, without its type.
type Members = fn() -> Value;

const ACCEPTED: &[(Case<'_>, Members)] = &[
    (
        (
            "all members in order",
            "in_progress",
            r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "all members of a partial image",
            "partial_image",
            r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"partial_image_b64":"QUJD","partial_image_index":1,"background":"opaque","output_format":"png","quality":"low","size":"64x64"}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11, "partial_image_b64": "QUJD", "partial_image_index": 1, "background": "opaque", "output_format": "png", "quality": "low", "size": "64x64"}),
    ),
    (
        (
            "optional members that are null",
            "partial_image",
            r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"partial_image_b64":"QUJD","partial_image_index":1,"background":null,"size":null}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11, "partial_image_b64": "QUJD", "partial_image_index": 1}),
    ),
    (
        ("type in the middle", "generating", r#"{"item_id":"ig_7","type":"@","output_index":2,"sequence_number":11}"#),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "type at the end, members reversed",
            "completed",
            r#"{"sequence_number":11,"output_index":2,"item_id":"ig_7","type":"@"}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "fractional positions",
            "completed",
            r#"{"type":"@","item_id":"ig_7","output_index":0.5,"sequence_number":31.25}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 0.5, "sequence_number": 31.25}),
    ),
    (
        (
            "whole numbers with a fraction of zero",
            "in_progress",
            r#"{"type":"@","item_id":"ig_7","output_index":2.0,"sequence_number":11.000}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "whole numbers with an exponent",
            "in_progress",
            r#"{"type":"@","item_id":"ig_7","output_index":2e1,"sequence_number":1.1E+2}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 20, "sequence_number": 110}),
    ),
    (
        ("minus zero", "in_progress", r#"{"type":"@","item_id":"ig_7","output_index":-0,"sequence_number":-0.0}"#),
        || json!({"item_id": "ig_7", "output_index": 0, "sequence_number": 0}),
    ),
    (
        (
            "negative numbers, which only validation refuses",
            "in_progress",
            r#"{"type":"@","item_id":"ig_7","output_index":-1,"sequence_number":-2.5}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": -1, "sequence_number": -2.5}),
    ),
    (
        (
            "the largest 64-bit integer, exactly",
            "in_progress",
            r#"{"type":"@","item_id":"ig_7","output_index":18446744073709551615,"sequence_number":-9223372036854775808}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": u64::MAX, "sequence_number": i64::MIN}),
    ),
    (
        (
            "a number beyond 64 bits, as a float",
            "in_progress",
            r#"{"type":"@","item_id":"ig_7","output_index":1e30,"sequence_number":36893488147419103232}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 1e30, "sequence_number": 36_893_488_147_419_103_232.0}),
    ),
    (
        (
            "a number too small to tell from zero",
            "in_progress",
            r#"{"type":"@","item_id":"ig_7","output_index":1e-400,"sequence_number":0}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 0, "sequence_number": 0}),
    ),
    (
        (
            "an empty string, which only validation refuses",
            "generating",
            r#"{"type":"@","item_id":"","output_index":2,"sequence_number":11}"#,
        ),
        || json!({"item_id": "", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "a placeholder instead of base64, which only strict validation refuses",
            "partial_image",
            r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"partial_image_b64":"<a picture>","partial_image_index":1}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11, "partial_image_b64": "<a picture>", "partial_image_index": 1}),
    ),
    (
        (
            "escapes in a string",
            "in_progress",
            r#"{"type":"@","item_id":"\"\\\/\b\f\n\r\t\u00e9\ud834\udd1e","output_index":2,"sequence_number":11}"#,
        ),
        || json!({"item_id": "\"\\/\u{8}\u{c}\n\r\té𝄞", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "escapes in a name",
            "in_progress",
            r#"{"type":"@","\u0069tem_id":"ig_7","output\u005findex":2,"sequence_number":11}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "escapes in the name and the value of type",
            "generating",
            r#"{"\u0074\u0079\u0070\u0065":"response\u002eimage_generation_call.generating","item_id":"ig_7","output_index":2,"sequence_number":11}"#,
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "white space wherever it may stand",
            "in_progress",
            "\t{ \"type\" :\r\n\"@\" , \"item_id\":\"ig_7\",\n\"output_index\" : 2 ,\"sequence_number\":11 }\r\n ",
        ),
        || json!({"item_id": "ig_7", "output_index": 2, "sequence_number": 11}),
    ),
    (
        (
            "characters outside ASCII",
            "completed",
            r#"{"type":"@","item_id":"图像 🖼","output_index":2,"sequence_number":11}"#,
        ),
        || json!({"item_id": "图像 🖼", "output_index": 2, "sequence_number": 11}),
    ),
];

/// Inputs with fields that no struct knows. All of the input is written back.
const KEPT: &[Case<'_>] = &[
    (
        "unknown fields of every JSON type",
        "in_progress",
        r#"{"a":1e999,"b":null,"type":"@","c":[{"type":3}],"item_id":"ig_7","d":{"item_id":5},"output_index":2,"e":true,"sequence_number":11,"f":"\ud800"}"#,
    ),
    (
        "a field of another event",
        "generating",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"partial_image_b64":0,"size":0}"#,
    ),
    (
        "a name that differs in case",
        "in_progress",
        r#"{"type":"@","Type":"x","ITEM_ID":0,"item_id":"ig_7","output_index":2,"sequence_number":11}"#,
    ),
];

const REFUSED: &[Case<'_>] = &[
    ("nothing", "in_progress", ""),
    ("white space", "in_progress", " \n"),
    ("null", "in_progress", "null"),
    ("a string", "in_progress", r#""@""#),
    ("an array of the members", "in_progress", r#"["@","ig_7",2,11]"#),
    (
        "an array with the event",
        "in_progress",
        r#"[{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11}]"#,
    ),
    ("an empty object", "in_progress", "{}"),
    ("no type", "in_progress", r#"{"item_id":"ig_7","output_index":2,"sequence_number":11}"#),
    ("type null", "in_progress", r#"{"type":null,"item_id":"ig_7","output_index":2,"sequence_number":11}"#),
    ("type in an array", "in_progress", r#"{"type":["@"],"item_id":"ig_7","output_index":2,"sequence_number":11}"#),
    ("type a number", "in_progress", r#"{"type":0,"item_id":"ig_7","output_index":2,"sequence_number":11}"#),
    (
        "the type of another event",
        "in_progress",
        r#"{"type":"response.image_generation_call.generating","item_id":"ig_7","output_index":2,"sequence_number":11}"#,
    ),
    (
        "type in capitals",
        "in_progress",
        r#"{"type":"RESPONSE.IMAGE_GENERATION_CALL.IN_PROGRESS","item_id":"ig_7","output_index":2,"sequence_number":11}"#,
    ),
    ("type with a space", "in_progress", r#"{"type":"@ ","item_id":"ig_7","output_index":2,"sequence_number":11}"#),
    ("type twice", "in_progress", r#"{"type":"@","type":"@","item_id":"ig_7","output_index":2,"sequence_number":11}"#),
    (
        "type twice, once escaped",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"t\u0079pe":"@"}"#,
    ),
    ("a required member missing", "in_progress", r#"{"type":"@","item_id":"ig_7","sequence_number":11}"#),
    ("a required member null", "in_progress", r#"{"type":"@","item_id":null,"output_index":2,"sequence_number":11}"#),
    (
        "a required number null",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":null,"sequence_number":11}"#,
    ),
    ("a number for a string", "in_progress", r#"{"type":"@","item_id":7,"output_index":2,"sequence_number":11}"#),
    (
        "a string for a number",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":"2","sequence_number":11}"#,
    ),
    (
        "a boolean for a number",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":true}"#,
    ),
    (
        "an object for a number",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":{},"sequence_number":11}"#,
    ),
    (
        "a member twice",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"output_index":2,"sequence_number":11}"#,
    ),
    (
        "a member twice, once before type",
        "in_progress",
        r#"{"output_index":2,"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11}"#,
    ),
    (
        "an unknown field twice",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","a":1,"output_index":2,"a":2,"sequence_number":11}"#,
    ),
    (
        "an optional member twice, once null",
        "partial_image",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"partial_image_b64":"QUJD","partial_image_index":1,"size":null,"size":"64x64"}"#,
    ),
    (
        "a number for an optional string",
        "partial_image",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"partial_image_b64":"QUJD","partial_image_index":1,"size":64}"#,
    ),
    (
        "no picture in a partial image",
        "partial_image",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,"partial_image_index":1}"#,
    ),
    (
        "the names that SDKs give the members",
        "in_progress",
        r#"{"type":"@","itemId":"ig_7","outputIndex":2,"sequenceNumber":11}"#,
    ),
    (
        "a number too large for a float",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":1e400,"sequence_number":11}"#,
    ),
    ("half a UTF-16 pair", "in_progress", r#"{"type":"@","item_id":"\ud834","output_index":2,"sequence_number":11}"#),
    (
        "a line break in a string",
        "in_progress",
        "{\"type\":\"@\",\"item_id\":\"ig\n7\",\"output_index\":2,\"sequence_number\":11}",
    ),
    ("a leading zero", "in_progress", r#"{"type":"@","item_id":"ig_7","output_index":02,"sequence_number":11}"#),
    ("a leading plus", "in_progress", r#"{"type":"@","item_id":"ig_7","output_index":+2,"sequence_number":11}"#),
    ("NaN", "in_progress", r#"{"type":"@","item_id":"ig_7","output_index":NaN,"sequence_number":11}"#),
    ("a comma at the end", "in_progress", r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11,}"#),
    ("no comma", "in_progress", r#"{"type":"@" "item_id":"ig_7","output_index":2,"sequence_number":11}"#),
    ("no closing brace", "in_progress", r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11"#),
    ("something behind it", "in_progress", r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11}x"#),
    (
        "two events",
        "in_progress",
        r#"{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11}{"type":"@","item_id":"ig_7","output_index":2,"sequence_number":11}"#,
    ),
    (
        "a byte order mark",
        "in_progress",
        "\u{feff}{\"type\":\"@\",\"item_id\":\"ig_7\",\"output_index\":2,\"sequence_number\":11}",
    ),
    ("single quotes", "in_progress", "{'type':'@','item_id':'ig_7','output_index':2,'sequence_number':11}"),
    ("a comment", "in_progress", r#"{"type":"@",/* */"item_id":"ig_7","output_index":2,"sequence_number":11}"#),
];

/// Our verdict, and the type and input it is about.
fn decide(&(name, event, input): &Case<'_>) -> (Verdict, String, String) {
    let event = format!("response.image_generation_call.{event}");
    let input = input.replace('@', &event);
    match ours(&event, &input) {
        Ok(verdict) => (verdict, event, input),
        Err(contradiction) => panic!("{name}\n  input: {}\n  {contradiction}", bounded(&input)),
    }
}

#[test]
fn inputs_that_are_the_event_are_read_as_it() {
    for (case, expected) in ACCEPTED {
        let (verdict, event, input) = decide(case);
        let mut expected = expected();
        expected["type"] = Value::from(event);
        let is_as_expected = matches!(&verdict, Verdict::Accept(written) if is_same(written, &expected.to_string()));
        assert!(is_as_expected, "{}\n  input: {input}\n  expected: accept {expected}\n  ours: {verdict}", case.0);
    }
}

#[test]
fn fields_that_no_struct_knows_are_written_back() {
    for case in KEPT {
        let (verdict, _, input) = decide(case);
        let is_kept = matches!(&verdict, Verdict::Accept(written) if is_same(written, &input));
        assert!(is_kept, "{}\n  input: {input}\n  ours: {verdict}", case.0);
    }
}

#[test]
fn inputs_that_are_not_the_event_are_refused() {
    for case in REFUSED {
        let (verdict, _, input) = decide(case);
        assert!(
            matches!(verdict, Verdict::Reject(_)),
            "{}\n  input: {input}\n  expected: reject\n  ours: {verdict}",
            case.0
        );
    }
}

/// An event with an unknown field of this depth, before or after the `type`.
fn nested(depth: usize, is_before: bool) -> String {
    let field = format!(r#""a":{}{}"#, "[".repeat(depth), "]".repeat(depth));
    let (before, after) =
        if is_before { (field + ",", String::new()) } else { (String::new(), ",".to_owned() + &field) };
    format!(r#"{{{before}"type":"@"{after},"item_id":"ig_7","output_index":2,"sequence_number":11}}"#)
}

#[test]
fn an_unknown_field_may_be_nested_to_any_depth() {
    for (depth, is_before) in
        [(100, false), (1_000, false), (100_000, false), (100, true), (1_000, true), (100_000, true)]
    {
        let (verdict, _, input) = decide(&("depth", "in_progress", &nested(depth, is_before)));
        let is_kept = matches!(&verdict, Verdict::Accept(written) if is_same(written, &input));
        assert!(is_kept, "{depth} levels deep: {verdict}");
    }
}
