//! Events that a `Rewriter` changes: what need not change stays to the byte, in the recordings and in any JSON.

use std::fmt::Write;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use response_event::events::StreamEvent;
use response_event::{DecodeErrorKind, EventFamily, Number, Rewriter, Sequencer};
use response_event_tests::json::{Members, bounded};
use response_event_tests::recordings::recordings;
use response_event_tests::written;
use serde::de::IgnoredAny;
use serde_json::Value;

/// Returns the place of each value of the members of this name.
fn places(json: &str, name: &str) -> Vec<std::ops::Range<usize>> {
    let members = Members::of(json).unwrap_or_else(|error| panic!("{error} in {}", bounded(json)));
    let start = |value: &str| value.as_ptr() as usize - json.as_ptr() as usize;
    members.values(name).map(|value| start(value)..start(value) + value.len()).collect()
}

/// Returns the JSON with another text in each of the places, which are in their order.
fn replaced(json: &str, places: &[std::ops::Range<usize>], text: &str) -> String {
    let mut result = json.to_owned();
    places.iter().rev().for_each(|place| result.replace_range(place.clone(), text));
    result
}

/// Returns the names and values of the members, without those of one name.
fn members_without<'a>(json: &'a str, name: &str) -> Vec<(String, &'a str)> {
    let members = Members::of(json).unwrap_or_else(|error| panic!("{error} in {}", bounded(json)));
    members.0.into_iter().filter(|(member, _)| member != name).map(|(member, value)| (member, value.get())).collect()
}

/// Rewrites one event.
#[track_caller]
fn rewrite(rewriter: &mut Rewriter, json: &str) -> String {
    rewriter.rewrite(json).unwrap_or_else(|error| panic!("{error} in {}", bounded(json))).to_string()
}

/// Replaces each id in a decoded event.
fn rename_in(event: &mut Value, rename: impl Fn(&str) -> String) {
    let ids = ["/item_id", "/response_id", "/item/id", "/response/id", "/response/previous_response_id"];
    let items = event.pointer("/response/output").and_then(Value::as_array).map_or(0, Vec::len);
    let of_items = (0..items).map(|index| format!("/response/output/{index}/id"));
    for pointer in ids.map(str::to_owned).into_iter().chain(of_items) {
        if let Some(Value::String(id)) = event.pointer_mut(&pointer) {
            *id = rename(id);
        }
    }
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn recorded_events_stay_to_the_byte_but_for_what_is_changed() {
    let (mut numbered, mut padded, mut renamed) = (0, 0, 0);
    for (name, events) in recordings() {
        for (index, json) in events.iter().enumerate() {
            let place = format!("{name}, event {}", index + 1);
            if serde_json::from_str::<IgnoredAny>(json).is_err() {
                assert!(Rewriter::new().rewrite(json).is_err(), "{place}");
                continue;
            }
            let numbers = places(json, "sequence_number");
            let own = numbers.first().map(|place| &json[place.clone()]).and_then(|number| number.parse::<u64>().ok());
            if let Some(own) = own {
                numbered += 1;
                let mut rewriter = Rewriter::new().renumber(Sequencer::starting_at(own));
                let rewritten = rewriter.rewrite(json).expect("an event");
                assert!(rewritten.is_unchanged(), "{place}: {} by its own number", bounded(json));
            }
            let mut rewriter = Rewriter::new().renumber(Sequencer::starting_at(1_000_000));
            assert_eq!(rewrite(&mut rewriter, json), replaced(json, &numbers, "1000000"), "{place}");
            assert_eq!(*rewriter.sequencer(), Sequencer::starting_at(1_000_000 + numbers.len() as u64), "{place}");

            let mut rewriter = Rewriter::new().number_all(Sequencer::starting_at(1_000_000));
            let event = response_event::from_str::<StreamEvent>(&rewrite(&mut rewriter, json));
            // Some recorded events are bad.
            if let Ok(event) = event {
                assert_eq!(event.sequence_number(), Some(Number::from(1_000_000)), "{place}");
                let mut typed = response_event::from_str::<StreamEvent>(json).expect("it was one with a number");
                typed.set_sequence_number(1_000_000.into());
                assert_eq!(typed, event, "{place}");
            }

            let dropped = rewrite(&mut Rewriter::new().drop_obfuscation(), json);
            assert_eq!(members_without(&dropped, ""), members_without(json, "obfuscation"), "{place}");
            padded += usize::from(dropped != *json);

            let mut rewriter = Rewriter::new();
            let there = rewriter.rewrite_ids(json, |id| Some(format!("other_{id}"))).expect("an event").to_string();
            let mut expected: Value = serde_json::from_str(json).expect("JSON");
            rename_in(&mut expected, |id| format!("other_{id}"));
            assert_eq!(serde_json::from_str::<Value>(&there).expect("JSON"), expected, "{place}");
            let back = rewriter
                .rewrite_ids(&there, |id| id.strip_prefix("other_").map(str::to_owned))
                .expect("an event")
                .to_string();
            assert_eq!(back, *json, "{place}");
            renamed += usize::from(there != *json);
        }
    }
    println!("numbered: {numbered}, with obfuscation: {padded}, with ids: {renamed}");
    assert!(numbered > 1000 && padded > 100 && renamed > 1000, "the recordings have too few such events");
}

/// A field of a generated event: its name, as it is written, and its value.
#[derive(Clone, Debug)]
struct Field {
    name: &'static str,
    key: String,
    value: String,
}

fn field() -> impl Strategy<Value = Field> {
    let name = select(vec![
        "type",
        "sequence_number",
        "obfuscation",
        "item_id",
        "response_id",
        "item",
        "response",
        "delta",
        "",
    ]);
    let value = select(vec![
        "7",
        "0",
        "-1",
        "7.0",
        "70e-1",
        "null",
        "true",
        r#""""#,
        r#""7""#,
        r#""a\n\"é\u00e9""#,
        "[]",
        "{}",
        r#""sequence_number\":1,""#,
        r#"",\"sequence_number\":1""#,
        r#"[{"sequence_number":1,"obfuscation":""}]"#,
        r#"{"id":"old","sequence_number" : 1,"obfuscation":"x","item_id":"old","output":[]}"#,
        r#"{ "output" : [ {"id":"old"} , 1, {"x":{"id":"old"}}, [] ], "id" : "\u006fld", "previous_response_id":null}"#,
        r#"{"output":{"id":"old"},"item":{"id":"old"},"previous_response_id":"old"}"#,
        r#""old""#,
        r#""\u006f\u006cd""#,
    ]);
    (name, value, any::<[bool; 2]>()).prop_map(|(name, value, [is_escaped, escapes_last])| {
        let at = if escapes_last { name.len().saturating_sub(1) } else { 0 };
        let key = match name.as_bytes().get(at) {
            Some(byte) if is_escaped => format!("{}\\u{byte:04X}{}", &name[..at], &name[at + 1..]),
            _ => name.to_owned(),
        };
        Field { name, key, value: value.to_owned() }
    })
}

/// Writes the fields with white space, for which `change` may write another value.
fn write(fields: &[Field], spaces: &[&str], change: impl Fn(&Field) -> Option<String>) -> String {
    let mut spaces = spaces.iter().copied().cycle();
    let mut space = || spaces.next().unwrap_or_default();
    let mut json = space().to_owned() + "{";
    for (index, field) in fields.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        let value = change(field).unwrap_or_else(|| field.value.clone());
        let (before, after, then, last) = (space(), space(), space(), space());
        let _ = write!(json, "{comma}{before}\"{}\"{after}:{then}{value}{last}", field.key);
    }
    json + space() + "}" + space()
}

fn generated() -> impl Strategy<Value = (Vec<Field>, Vec<&'static str>)> {
    (vec(field(), 0..7), vec(select(vec!["", "", " ", "\n", "\t\r\n "]), 1..9))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn only_the_number_of_the_event_itself_is_changed((fields, spaces) in generated()) {
        let json = write(&fields, &spaces, |_| None);
        let is_seven = |field: &Field| field.value.parse() == Ok(7.0);
        let expected = write(&fields, &spaces, |field| {
            (field.name == "sequence_number" && !is_seven(field)).then(|| "7".to_owned())
        });
        let mut rewriter = Rewriter::new().renumber(Sequencer::starting_at(7));
        prop_assert_eq!(rewrite(&mut rewriter, &json), expected);
        let has_number = fields.iter().any(|field| field.name == "sequence_number");
        prop_assert_eq!(rewriter.sequencer(), &Sequencer::starting_at(7 + u64::from(has_number)));

        let mut rewriter = Rewriter::new().number_all(Sequencer::starting_at(7));
        let all = rewrite(&mut rewriter, &json);
        let mut members = members_without(&all, "");
        if !has_number {
            prop_assert_eq!(members.pop(), Some(("sequence_number".to_owned(), "7")));
            prop_assert_eq!(members.len(), fields.iter().filter(|field| !field.name.is_empty()).count());
        }
        prop_assert_eq!(rewriter.sequencer(), &Sequencer::starting_at(8));
    }

    #[test]
    fn only_the_obfuscation_of_the_event_itself_is_dropped((fields, spaces) in generated()) {
        let json = write(&fields, &spaces, |_| None);
        let dropped = rewrite(&mut Rewriter::new().drop_obfuscation(), &json);
        let members = Members::of(&dropped).expect("an object");
        let members: Vec<_> = members.0.iter().map(|(name, value)| (&**name, value.get())).collect();
        let left = fields.iter().filter(|field| field.name != "obfuscation");
        prop_assert_eq!(&members, &left.map(|field| (field.name, &*field.value)).collect::<Vec<_>>());
        if members.len() == fields.len() {
            prop_assert_eq!(&dropped, &json);
        }
        // With everything else at once.
        let mut rewriter = Rewriter::new().drop_obfuscation().number_all(Sequencer::new());
        let all = rewriter.rewrite_ids(&json, |id| (id == "old").then_some("new")).expect("an event").to_string();
        let all = members_without(&all, "sequence_number");
        let left: Vec<_> = members.iter().filter(|(name, _)| *name != "sequence_number").collect();
        prop_assert_eq!(all.len(), left.len());
    }

    #[test]
    fn only_the_ids_of_the_response_and_its_items_are_renamed((fields, spaces) in generated()) {
        let json = write(&fields, &spaces, |_| None);
        let in_place = |value: &str| {
            let mut value: Value = serde_json::from_str(value).expect("JSON");
            rename_in(&mut value, |id| if id == "old" { "n\"ew".to_owned() } else { id.to_owned() });
            value
        };
        let rewritten = Rewriter::new().rewrite_ids(&json, |id| (id == "old").then_some("n\"ew")).expect("an event").to_string();
        let members = Members::of(&rewritten).expect("an object");
        prop_assert_eq!(members.0.len(), fields.len());
        for (field, (name, value)) in fields.iter().zip(members.0) {
            prop_assert_eq!(field.name, name);
            let expected = in_place(&format!(r#"{{"{}":{}}}"#, field.key, field.value));
            let value: Value = serde_json::from_str(&format!(r#"{{"{}":{}}}"#, field.key, value.get())).expect("JSON");
            prop_assert_eq!(value, expected);
        }
        // What was not renamed is as it came: so is the text around it.
        prop_assert_eq!(rewritten.replace(r#""n\"ew""#, "_"), replaced_ids(&json));
    }

    #[test]
    fn what_is_no_object_is_refused_and_takes_no_number(choices in vec(any::<u8>(), 0..60)) {
        let json = written::text_delta(&choices);
        let is_object = json.trim_ascii_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(&json).is_ok();
        let mut rewriter = Rewriter::new().number_all(Sequencer::new()).drop_obfuscation();
        match rewriter.rewrite(&json) {
            Ok(rewritten) => {
                prop_assert!(is_object, "{}", json);
                let rewritten = rewritten.to_string();
                prop_assert!(serde_json::from_str::<IgnoredAny>(&rewritten).is_ok(), "{} became {}", json, rewritten);
            }
            Err(error) => {
                prop_assert!(!is_object, "{}: {}", json, error);
                prop_assert_eq!(error.kind(), DecodeErrorKind::Json);
            }
        }
        prop_assert_eq!(rewriter.sequencer(), &Sequencer::starting_at(u64::from(is_object)));
    }
}

/// A text delta whose strings and number are written in any way, some of them no JSON.
fn delta() -> impl Strategy<Value = String> {
    let string = select(vec![
        "",
        "a",
        " quick brown fox",
        "é\u{2028}",
        r#"\n\"\u00e9"#,
        r"\ud800",
        r#"x","sequence_number":1,"y":""#,
        "\"",
        "\\",
        "\n",
        r"\x",
        r"\u12",
        "a long text that goes on for more than the sixty-four bytes from which on another loop is used",
    ]);
    let number = select(vec![
        "0",
        "7",
        "12",
        "18446744073709551616",
        "00",
        "07",
        "7.0",
        "7e0",
        "-7",
        "",
        " 7",
        "7 ",
        "null",
        "\"7\"",
        "7x",
    ]);
    let id = select(vec!["old", "old", "old", "other", r"\u006fld"]);
    let order = select(vec![0, 0, 0, 1, 2, 3]);
    (string.clone(), number, string, id, order).prop_map(|(delta, number, padding, id, order)| match order {
        0 => format!(
            r#"{{"type":"a","sequence_number":{number},"item_id":"{id}","delta":"{delta}","obfuscation":"{padding}"}}"#
        ),
        1 => format!(r#"{{"obfuscation":"{padding}","item_id":"{id}","delta":"{delta}","sequence_number":{number} }}"#),
        2 => format!(r#"{{"type":"a","item_id":"{id}","delta":"{delta}"}}"#),
        _ => format!(
            r#"{{"type":"a","sequence_number":{number},"item_id":"{id}","delta":"{delta}","obfuscation":"{padding}""#
        ),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn an_event_is_rewritten_alike_whatever_came_before(events in vec(delta(), 1..12), choices in any::<[bool; 4]>()) {
        let [numbers, adds, drops, renames] = choices;
        let new = |first| {
            let mut rewriter = Rewriter::new();
            if numbers {
                rewriter = rewriter.renumber(Sequencer::starting_at(first));
            }
            if adds {
                rewriter = rewriter.number_all(Sequencer::starting_at(first));
            }
            if drops { rewriter.drop_obfuscation() } else { rewriter }
        };
        let mut rewriter = new(0);
        for json in &events {
            let first = rewriter.sequencer().clone().next_number().as_u64().expect("a small number");
            let mut fresh = new(first);
            let rewrite = |rewriter: &mut Rewriter| {
                let rewritten = if renames {
                    rewriter.rewrite_ids(json, |id| (id == "old").then_some("a longer one"))
                } else {
                    rewriter.rewrite(json)
                };
                rewritten.map(|rewritten| rewritten.to_string())
            };
            let expected = rewrite(&mut fresh);
            prop_assert_eq!(expected.is_ok(), serde_json::from_str::<IgnoredAny>(json).is_ok(), "{}", json);
            prop_assert_eq!(rewrite(&mut rewriter), expected, "{}", json);
            prop_assert_eq!(rewriter.sequencer(), fresh.sequencer(), "{}", json);
        }
    }
}

/// Returns the JSON with `_` in place of each `"old"` that is an id of the event, found by their places as raw values.
fn replaced_ids(json: &str) -> String {
    let start = |value: &str| value.as_ptr() as usize - json.as_ptr() as usize;
    let mut ids: Vec<&str> = Vec::new();
    let members = Members::of(json).expect("an object");
    for (name, value) in &members.0 {
        let value = value.get();
        match &**name {
            "item_id" | "response_id" => ids.push(value),
            "item" => ids.extend(inner(value, "id")),
            "response" => {
                ids.extend(inner(value, "id"));
                ids.extend(inner(value, "previous_response_id"));
                for output in inner(value, "output") {
                    let items: Vec<&serde_json::value::RawValue> = serde_json::from_str(output).unwrap_or_default();
                    ids.extend(items.iter().flat_map(|item| inner(item.get(), "id")));
                }
            }
            _ => {}
        }
    }
    ids.retain(|id| serde_json::from_str::<String>(id).is_ok_and(|id| id == "old"));
    let mut places: Vec<_> = ids.iter().map(|id| start(id)..start(id) + id.len()).collect();
    places.sort_by_key(|place| place.start);
    replaced(json, &places, "_")
}

/// Returns the values of the members of this name, if the value is an object.
fn inner<'a>(value: &'a str, name: &str) -> Vec<&'a str> {
    Members::of(value).map(|members| members.values(name).collect()).unwrap_or_default()
}

#[test]
fn a_bad_event_is_named_and_changes_nothing() {
    let mut rewriter = Rewriter::new().renumber(Sequencer::new());
    for (json, message) in [
        (
            r#"{"type":"response.queued","sequence_number":1,"#,
            "`response.queued`: the text ends in the middle of a value (line 1, column 47)",
        ),
        (r#"{"type":"ping","sequence_number":01}"#, "`ping`: found a number with a leading zero (line 1, column 35)"),
        (r#"[{"type":"ping"}]"#, "expected an object (line 1, column 1)"),
        ("", "the text is empty (line 1, column 1)"),
        (r#"{"sequence_number":1} x"#, "expected nothing after the value (line 1, column 23)"),
    ] {
        let error = rewriter.rewrite(json).map(|rewritten| rewritten.to_string()).expect_err("a bad event");
        assert_eq!(error.to_string(), message, "{json}");
    }
    assert_eq!(rewrite(&mut rewriter, r#"{"sequence_number":1}"#), r#"{"sequence_number":0}"#);
}

#[test]
fn a_rewriter_that_was_used_allocates_nothing_more() {
    let json = r#"{"type":"a","sequence_number":123,"item_id":"msg_1","obfuscation":"x"}"#;
    let mut rewriter = Rewriter::new().renumber(Sequencer::new()).drop_obfuscation();
    let mut buffer = Vec::with_capacity(json.len());
    let mut run = || {
        buffer.clear();
        rewriter.rewrite_ids(json, |_| Some("msg_2")).expect("an event").append_to(&mut buffer);
    };
    run();
    let count = allocation_counter::measure(run).count_total;
    assert_eq!(count, 0);
    assert_eq!(buffer, br#"{"type":"a","sequence_number":1,"item_id":"msg_2"}"#);
}
