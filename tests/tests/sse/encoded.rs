//! Events that are encoded as server-sent events, and read again in any chunks.

use std::error::Error;
use std::io;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use response_event::events::{OutputTextDelta, StreamEvent};
use response_event::sse::{Decoder, Received, StreamErrorKind, encode, to_string, to_vec};
use response_event::{DecodeOwned, ExtraFields, Lossless, RawJson, Rewriter, Sequencer, UnknownEvent};
use serde::Serialize;
use serde_json::Value;

use crate::chunks::{decode, read};

/// Any text, with what matters to a decoder of server-sent events in it.
fn text() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        6 => select(vec![
            "\n", "\r", "\r\n", "\n\n", "data: x", "event: x", ":", " ", "\t", "\0", "\u{feff}", "\u{2028}", "\u{85}", "é", "😀",
            "\"", "\\", "\\n", "[DONE]", "type",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    vec(fragment, 0..5).prop_map(|fragments| fragments.concat())
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    vec(1..20_usize, 1..6)
}

/// Decodes the only event of a stream, whose chunks have the given sizes, over and over.
#[track_caller]
fn decode_one<F: DecodeOwned>(stream: &[u8], sizes: &[usize]) -> Received<F> {
    let mut rest = stream;
    let chunks = sizes.iter().cycle().map_while(|size| {
        let (chunk, after) = rest.split_at((*size).min(rest.len()));
        rest = after;
        (!chunk.is_empty()).then_some(chunk)
    });
    let mut received = decode::<F>(chunks);
    assert_eq!(received.len(), 1, "{:?}", String::from_utf8_lossy(stream));
    received.remove(0).unwrap_or_else(|error| panic!("{error} in {:?}", String::from_utf8_lossy(stream)))
}

/// Returns the name that the frame of an event of this type must have.
fn expected_name(event_type: &str) -> Option<&str> {
    (!event_type.is_empty() && !event_type.contains(['\r', '\n'])).then_some(event_type)
}

/// Writes the value with a line break, or another text, between any two tokens.
fn spaced(json: &str, spaces: &[&str]) -> String {
    let mut spaces = spaces.iter().copied().cycle();
    let mut text = String::new();
    let (mut in_string, mut is_escaped) = (false, false);
    for character in json.chars() {
        let is_token = !in_string && matches!(character, '{' | '}' | '[' | ']' | ',' | ':');
        if is_token && !text.is_empty() {
            text.extend(spaces.next());
        }
        text.push(character);
        in_string ^= character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn an_event_of_any_type_and_text_comes_back(event_type in text(), value in text(), sizes in sizes()) {
        let mut fields = ExtraFields::new();
        fields.insert(&value, RawJson::encode(&[&value]).expect("an array of strings"));
        // `new` refuses a field called `type`.
        if let Ok(event) = UnknownEvent::new(&event_type, &fields) {
            let received = decode_one::<UnknownEvent>(&to_vec(&event).expect("JSON"), &sizes);
            prop_assert_eq!(received.event_name.as_deref(), expected_name(&event_type));
            prop_assert_eq!(received.event, event);
        }
    }

    #[test]
    fn a_typed_event_with_any_text_comes_back(text in text(), sizes in sizes()) {
        let mut delta = OutputTextDelta::new(text.clone());
        delta.item_id = Some(text);
        let event = StreamEvent::from(delta.clone());
        let stream = to_string(&event).expect("JSON");
        prop_assert_eq!(&stream, &to_string(&delta).expect("JSON"), "a family and its event");
        prop_assert_eq!(&stream, &to_string(&Lossless::new(delta)).expect("JSON"), "`Lossless` and its event");
        let received = decode_one::<StreamEvent>(stream.as_bytes(), &sizes);
        prop_assert_eq!(received.event, event);
    }

    #[test]
    fn kept_json_with_line_breaks_comes_back(
        event_type in text(),
        value in text(),
        spaces in vec(select(vec!["", " ", "\t", "\n", "\n\n", "\r", "\r\n", "\n  ", "\r\r\n"]), 1..6),
        sizes in sizes(),
    ) {
        let value = serde_json::json!({ "a": { "b": [value] }, "type": event_type });
        let json = spaced(&value.to_string(), &spaces);
        let event: UnknownEvent = json.parse().expect("JSON with white space");
        prop_assert_eq!(event.json(), &json, "the white space is kept");
        let received = decode_one::<UnknownEvent>(to_string(&event).expect("JSON").as_bytes(), &sizes);
        prop_assert_eq!(received.event_name.as_deref(), expected_name(&event_type));
        prop_assert_eq!(received.event.json(), json.replace("\r\n", "\n").replace('\r', "\n"));
        prop_assert_eq!(&serde_json::from_str::<Value>(received.event.json()).expect("JSON"), &value);

        let event: Lossless<UnknownEvent> = response_event::from_str(&json).expect("an event");
        let received = decode_one::<Lossless<UnknownEvent>>(to_string(&event).expect("JSON").as_bytes(), &sizes);
        let json = response_event::to_string(&received.event).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON"), value);
    }
}

#[test]
fn a_frame_is_passed_on_with_its_name_and_id() {
    let stream = "\u{feff}event: a\nid: 7\ndata: {\"type\":\"a\",\ndata: \ndata:  \"sequence_number\":41}\r\n\r\n\
        : comment\n\ndata:{\"b\":\"\u{2028}\",\"obfuscation\":0}\n\nid\nevent: x y \ndata: {\"obfuscation\":0,\rdata:\"c\":1}\n\n";
    let pass_on = |mut rewriter: Rewriter, stream: &str| {
        let mut decoder = Decoder::<UnknownEvent>::new();
        decoder.push(stream.as_bytes());
        let mut out = Vec::new();
        while let Some(result) = decoder.next_with(|frame| -> Result<(), Box<dyn Error>> {
            frame.append_to(&mut out, &rewriter.rewrite(frame.json()?)?);
            Ok(())
        }) {
            result.expect("a good event");
        }
        String::from_utf8(out).expect("text")
    };
    let same = pass_on(Rewriter::new(), stream);
    let frames = |stream: &str| -> Vec<_> {
        read([stream.as_bytes()]).frames.into_iter().map(|frame| (frame.name, frame.data, frame.id)).collect()
    };
    assert_eq!(frames(&same).len(), 3);
    assert_eq!(frames(&same), frames(stream));
    assert_eq!(
        pass_on(Rewriter::new().renumber(Sequencer::new()).drop_obfuscation(), stream),
        "event: a\nid: 7\ndata: {\"type\":\"a\",\ndata: \ndata:  \"sequence_number\":0}\n\n\
         data: {\"b\":\"\u{2028}\"}\n\nevent: x y \nid: \ndata: {\"c\":1}\n\n"
    );
}

#[test]
fn a_frame_that_is_no_text_or_too_large_has_no_json() {
    let mut decoder = Decoder::<UnknownEvent>::new().with_max_event_size(20);
    decoder.push(b"data: \"\xff\"\n\nevent: \xff\ndata: {}\n\ndata: {\"type\":\"much too large\"}\n\ndata: {}\n\n");
    let mut next = || decoder.next_with(|frame| frame.json().map(str::to_owned)).expect("a frame");
    for kind in [StreamErrorKind::InvalidUtf8, StreamErrorKind::InvalidUtf8, StreamErrorKind::TooLarge] {
        assert_eq!(next().expect_err("no JSON").kind(), kind);
    }
    assert_eq!(next().expect("JSON"), "{}");
}

#[test]
fn a_type_with_a_line_break_begins_no_field() {
    for event_type in ["a\ndata: {}", "a\r\n\r\nid: 7", "\n", "\r"] {
        let event = UnknownEvent::new(event_type, &ExtraFields::new()).expect("any type");
        assert_eq!(to_string(&event).expect("JSON"), format!("data: {}\n\n", event.json()), "{event_type:?}");
    }
    let escaped: UnknownEvent = r#"{"type":"a\u000adata: {}"}"#.parse().expect("an event");
    assert_eq!(to_string(&escaped).expect("JSON"), "data: {\"type\":\"a\\u000adata: {}\"}\n\n");
}

#[test]
fn what_has_no_type_has_no_name() {
    for (value, text) in [
        (r#"{"error":"busy"}"#, "data: {\"error\":\"busy\"}\n\n"),
        (r#"{"type":7}"#, "data: {\"type\":7}\n\n"),
        (r#"{"type":""}"#, "data: {\"type\":\"\"}\n\n"),
        ("[\n1\r\n]", "data: [\ndata: 1\ndata: ]\n\n"),
        (r#"{"a":{"type":"b"}}"#, "data: {\"a\":{\"type\":\"b\"}}\n\n"),
    ] {
        let value: RawJson = value.parse().expect("JSON");
        assert_eq!(to_string(&value).expect("JSON"), text);
    }
}

#[test]
fn an_event_is_one_write_or_none() {
    /// Takes one write, and fails at the second.
    struct Once(Vec<u8>);

    impl io::Write for Once {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                self.0.extend_from_slice(bytes);
                Ok(bytes.len())
            } else {
                Err(io::Error::from(io::ErrorKind::BrokenPipe))
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            panic!("flushing is the caller's")
        }
    }

    struct Unwritable;

    impl Serialize for Unwritable {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("unwritable"))
        }
    }

    let event: UnknownEvent = r#"{"type":"ping"}"#.parse().expect("an event");
    let mut writer = Once(Vec::new());
    assert_eq!(encode(&Unwritable, &mut writer).expect_err("no JSON").to_string(), "unwritable");
    assert!(writer.0.is_empty());
    encode(&event, &mut writer).expect("one write");
    assert_eq!(writer.0, to_vec(&event).expect("JSON"));
    let error = encode(&event, &mut writer).expect_err("the second write");
    assert!(error.is_io(), "{error}");
}
