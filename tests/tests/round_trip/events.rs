//! The catalogue's image events and their family, in every format and order.

use response_event::events::{
    ImageGenCallCompleted, ImageGenCallEvent, ImageGenCallGenerating, ImageGenCallInProgress, ImageGenCallPartialImage,
};
use response_event::{EventFamily, Number, RawJson, ResponseEvent, UnknownEvent, from_str};
use serde_json::json;

use crate::formats::{
    Object, all_read, cbor, from_cbor, from_json, from_message_pack, json, read_from, reordered, round_trip_with_names,
    round_trip_without_names,
};

fn in_progress() -> ImageGenCallInProgress {
    ImageGenCallInProgress::new("ig_1", 1, 4)
}

fn generating() -> ImageGenCallGenerating {
    ImageGenCallGenerating::new("ig_\"2\"\u{0}\n", -3, 5)
}

fn completed() -> ImageGenCallCompleted {
    let output_index = Number::try_from(0.1).unwrap();
    ImageGenCallCompleted::new("图像 🖼", output_index, 1_u64 << 53)
}

fn partial_image() -> ImageGenCallPartialImage {
    ImageGenCallPartialImage::new("ig_1", 1, 6, "iVBORw0KGgo=".repeat(1_000), 0)
}

/// Every choice of optional members.
fn partial_images() -> impl Iterator<Item = ImageGenCallPartialImage> {
    (0..16).map(|choice| {
        let chosen = |bit: u8, text: &str| (choice >> bit & 1 == 1).then(|| text.to_owned());
        let mut event = partial_image();
        event.background = chosen(0, "transparent");
        event.output_format = chosen(1, "png");
        event.quality = chosen(2, "");
        event.size = chosen(3, "1024x1536");
        event
    })
}

fn unknown() -> UnknownEvent {
    from_str(r#"{"type":"response.queued","sequence_number":2,"response":{"output":[],"x":null,"y":[1.5,true]}}"#)
        .unwrap()
}

#[test]
fn every_struct_comes_back_from_every_format() {
    round_trip_with_names(&in_progress());
    round_trip_with_names(&generating());
    round_trip_with_names(&completed());
    round_trip_without_names(&in_progress());
    round_trip_without_names(&generating());
    round_trip_without_names(&completed());
}

#[test]
fn optional_members_may_be_there_or_not_in_every_format() {
    for event in partial_images() {
        round_trip_with_names(&event);
        round_trip_without_names(&event);
        let family = ImageGenCallEvent::from(event);
        round_trip_with_names(&family);
        round_trip_without_names(&family);
    }
}

#[test]
fn every_variant_of_the_family_comes_back_from_every_format() {
    let events: [ImageGenCallEvent; 4] =
        [in_progress().into(), generating().into(), completed().into(), partial_image().into()];
    for event in events {
        round_trip_with_names(&event);
        round_trip_without_names(&event);
    }
}

#[test]
fn a_family_and_its_event_are_written_alike() {
    let (event, family) = (in_progress(), ImageGenCallEvent::from(in_progress()));
    assert_eq!(json(&family), json(&event));
    assert_eq!(cbor(&family), cbor(&event));
    assert_eq!(rmp_serde::to_vec(&family).unwrap(), rmp_serde::to_vec(&event).unwrap());
    assert_eq!(postcard::to_allocvec(&family).unwrap(), postcard::to_allocvec(&event).unwrap());
    // What one wrote the other reads.
    let bytes = postcard::to_allocvec(&event).unwrap();
    assert_eq!(postcard::from_bytes::<ImageGenCallEvent>(&bytes).unwrap(), family);
}

#[test]
fn members_are_written_in_declared_order_after_the_type() {
    let mut event = partial_image();
    event.size = Some("s".into());
    event.background = Some("b".into());
    let names: Vec<_> = Object::of(&event).0.into_iter().map(|(name, _)| name).collect();
    let expected = [
        "type",
        "item_id",
        "output_index",
        "sequence_number",
        "partial_image_b64",
        "partial_image_index",
        "background",
        "size",
    ];
    assert_eq!(names, expected);
}

#[test]
fn binary_formats_leave_no_member_out() {
    let names = |bytes: &[u8]| rmp_serde::from_slice::<Object>(bytes).unwrap().0.len();
    for event in partial_images() {
        assert_eq!(names(&rmp_serde::to_vec_named(&event).unwrap()), 11);
    }
}

#[test]
fn unknown_fields_are_kept_in_every_format_with_names() {
    let value = json!({"type": "x", "item_id": [0, 1.5, null], "o": {"k": "v"}});
    let mut event = in_progress();
    event.extra.insert("response", RawJson::from(&value));
    let Object(members) = Object::of(&in_progress());
    for place in 0..=members.len() {
        let mut members = members.clone();
        members.insert(place, ("response".into(), value.clone()));
        read_from(&Object(members.clone()), &event);
        read_from(&Object(members), &ImageGenCallEvent::from(event.clone()));
    }
}

#[test]
fn an_unknown_event_comes_back_from_every_format_with_names() {
    let event = ImageGenCallEvent::from(unknown());
    let text = json(&event);
    all_read(from_json::<UnknownEvent>(&text)[..5].to_vec(), &unknown(), &text);
    all_read(from_json(&text)[..5].to_vec(), &event, &text);
    // A `Value` and a binary map do not keep the text, but the values.
    for object in Object::of(&event).orders() {
        let bytes = cbor(&object).unwrap();
        let message_pack = rmp_serde::to_vec(&object).unwrap();
        let read =
            from_cbor(&bytes).into_iter().chain(from_message_pack(&message_pack)).chain(from_json(&json(&object)));
        for (door, read) in read {
            let read: ImageGenCallEvent = read.unwrap_or_else(|error| panic!("{door} refuses {object:?}: {error}"));
            assert_eq!(read.event_type(), "response.queued", "{door}");
            assert_eq!(serde_json::to_value(&read).unwrap(), serde_json::to_value(&event).unwrap(), "{door}");
        }
    }
}

#[test]
fn an_unknown_event_that_was_written_in_a_binary_format_is_read_from_it() {
    let event = ImageGenCallEvent::from(unknown());
    let bytes = cbor(&event).unwrap();
    all_read(from_cbor(&bytes), &event, &bytes);
    let bytes = rmp_serde::to_vec_named(&event).unwrap();
    all_read(from_message_pack(&bytes), &event, &bytes);
    // It is a map there too: its members have no order that is known.
    let bytes = rmp_serde::to_vec(&event).unwrap();
    all_read(from_message_pack(&bytes), &event, &bytes);
}

#[test]
fn an_unknown_event_cannot_be_read_from_a_format_without_names() {
    const MESSAGE: &str =
        "a format without names cannot hold an event of unknown type; use one with names, such as JSON or CBOR";
    let bytes = rmp_serde::to_vec(&("response.queued", 2)).unwrap();
    for (door, read) in from_message_pack::<ImageGenCallEvent>(&bytes) {
        let error = read.expect_err(door);
        assert!(error.contains(MESSAGE), "{door}: {error}");
    }
    for (door, read) in from_message_pack::<UnknownEvent>(&bytes) {
        let error = read.expect_err(door);
        assert!(error.contains(MESSAGE), "{door}: {error}");
    }
    // postcard's errors have no text.
    let bytes = postcard::to_allocvec(&("response.queued", 2)).unwrap();
    assert!(postcard::from_bytes::<ImageGenCallEvent>(&bytes).is_err());
    let bytes = postcard::to_allocvec(&unknown()).unwrap();
    assert!(postcard::from_bytes::<ImageGenCallEvent>(&bytes).is_err());
    assert!(postcard::from_bytes::<UnknownEvent>(&bytes).is_err());
}

#[test]
fn bytes_of_a_binary_unknown_event_become_an_array() {
    let value = ciborium::Value::Map(vec![
        (ciborium::Value::Text("data".into()), ciborium::Value::Bytes(vec![0, 255])),
        (ciborium::Value::Text("type".into()), ciborium::Value::Text("x".into())),
    ]);
    let bytes = cbor(&value).unwrap();
    for (door, read) in from_cbor::<UnknownEvent>(&bytes) {
        assert_eq!(read.as_ref().map(UnknownEvent::json), Ok(r#"{"data":[0,255],"type":"x"}"#), "{door}");
    }
}

#[test]
fn plain_integers_of_a_binary_format_are_numbers() {
    let event = ImageGenCallInProgress::new("ig_1", u64::MAX, i64::MIN);
    reordered(&event);
    reordered(&ImageGenCallEvent::from(event));
}

#[test]
fn a_number_that_a_float_cannot_hold_is_an_error_in_binary_formats() {
    for (number, text) in [
        (Number::from(u64::MAX), "18446744073709551615"),
        (Number::from((1_u64 << 53) + 1), "9007199254740993"),
        (Number::from(i64::MIN + 1), "-9223372036854775807"),
    ] {
        let event = ImageGenCallInProgress::new("ig_1", number, 4);
        assert_eq!(from_str::<ImageGenCallInProgress>(&json(&event)).unwrap(), event, "JSON keeps every digit");
        let message = format!("the whole number `{text}` cannot be written as a 64-bit float without losing digits");
        for error in [
            cbor(&event).unwrap_err(),
            rmp_serde::to_vec(&event).unwrap_err().to_string(),
            rmp_serde::to_vec_named(&event).unwrap_err().to_string(),
        ] {
            assert!(error.contains(&message), "{error}");
        }
        assert!(postcard::to_allocvec(&event).is_err());
    }
    // Large and exact.
    let event = ImageGenCallInProgress::new("ig_1", 1_u64 << 63, i64::MIN);
    round_trip_with_names(&event);
    round_trip_without_names(&event);
}

#[test]
fn a_json_array_is_no_event() {
    let text = r#"["response.image_generation_call.in_progress","ig_1",1,4]"#;
    for (door, read) in from_json::<ImageGenCallInProgress>(text) {
        assert!(read.is_err(), "{door}: {read:?}");
    }
    for (door, read) in from_json::<ImageGenCallEvent>(text) {
        assert!(read.is_err(), "{door}: {read:?}");
    }
}

#[test]
fn formats_without_names_check_the_type() {
    let bytes = rmp_serde::to_vec(&in_progress()).unwrap();
    for (door, read) in from_message_pack::<ImageGenCallGenerating>(&bytes) {
        let error = read.expect_err(door);
        assert!(
            error.contains(ImageGenCallInProgress::TYPE) && error.contains(ImageGenCallGenerating::TYPE),
            "{error}"
        );
    }
    let bytes = postcard::to_allocvec(&in_progress()).unwrap();
    assert!(postcard::from_bytes::<ImageGenCallGenerating>(&bytes).is_err());
}

#[test]
fn an_array_that_is_too_short_lacks_a_member() {
    let bytes = rmp_serde::to_vec(&(ImageGenCallInProgress::TYPE, "ig_1", 1)).unwrap();
    for (door, read) in from_message_pack::<ImageGenCallInProgress>(&bytes) {
        let error = read.expect_err(door);
        assert!(error.contains("missing field `sequence_number`"), "{door}: {error}");
    }
    let bytes = postcard::to_allocvec(&in_progress()).unwrap();
    for len in 0..bytes.len() {
        assert!(postcard::from_bytes::<ImageGenCallInProgress>(&bytes[..len]).is_err(), "the first {len} bytes");
    }
}

#[test]
fn an_array_from_an_older_writer_may_lack_optional_members() {
    let old = (ImageGenCallPartialImage::TYPE, "ig_1", 1, 6, "iVBORw0KGgo=".repeat(1_000), 0);
    let bytes = rmp_serde::to_vec(&old).unwrap();
    all_read(from_message_pack(&bytes), &partial_image(), &bytes);
    all_read(from_message_pack(&bytes), &ImageGenCallEvent::from(partial_image()), &bytes);
}

#[test]
fn several_events_follow_each_other_in_a_format_without_names() {
    let events: Vec<ImageGenCallEvent> = vec![in_progress().into(), partial_image().into(), completed().into()];
    let bytes = postcard::to_allocvec(&events).unwrap();
    assert_eq!(postcard::from_bytes::<Vec<ImageGenCallEvent>>(&bytes).unwrap(), events);
    let bytes = rmp_serde::to_vec(&events).unwrap();
    assert_eq!(rmp_serde::from_slice::<Vec<ImageGenCallEvent>>(&bytes).unwrap(), events);
}
