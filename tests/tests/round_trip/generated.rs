//! Events made at random, through every format and in every order.

use proptest::prelude::*;
use response_event::events::{
    ImageGenCallCompleted, ImageGenCallEvent, ImageGenCallGenerating, ImageGenCallInProgress, ImageGenCallPartialImage,
};
use response_event::{EventFamily, Number, UnknownEvent, from_slice, from_str};
use serde_json::Value;

use crate::formats::{
    Event, Object, all_read, cbor, from_cbor, from_json, from_message_pack, json, read_from, round_trip_without_names,
};

pub(crate) fn config() -> ProptestConfig {
    // Nothing is written into the source tree.
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// Any text, also such that JSON must escape.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9+/=_-]{0,40}",
        2 => proptest::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => "[\"\\\\/\u{0}-\u{1f}\u{7f}\u{2028}😀]{0,8}",
    ]
}

fn any_number() -> impl Strategy<Value = Number> {
    prop_oneof![
        3 => (0_u64..100).prop_map(Number::from),
        1 => any::<u64>().prop_map(Number::from),
        1 => any::<i64>().prop_map(Number::from),
        2 => any::<f64>().prop_filter_map("not finite", |value| Number::try_from(value).ok()),
    ]
}

/// What a 64-bit float holds exactly.
fn any_float() -> impl Strategy<Value = Number> {
    any_number()
        .prop_filter_map("rounded", |number| Number::try_from(number.as_f64()).ok().filter(|float| *float == number))
}

/// Any event that the family knows, with numbers from `numbers`.
fn any_event(numbers: BoxedStrategy<Number>) -> impl Strategy<Value = ImageGenCallEvent> {
    let three = (any_text(), numbers.clone(), numbers.clone()).boxed();
    let optional = || proptest::option::of(any_text());
    let partial_image = (three.clone(), any_text(), numbers, [optional(), optional(), optional(), optional()]);
    prop_oneof![
        1 => three.clone().prop_map(|(item_id, output_index, sequence_number)| {
            ImageGenCallInProgress::new(item_id, output_index, sequence_number).into()
        }),
        1 => three.clone().prop_map(|(item_id, output_index, sequence_number)| {
            ImageGenCallGenerating::new(item_id, output_index, sequence_number).into()
        }),
        1 => three.prop_map(|(item_id, output_index, sequence_number)| {
            ImageGenCallCompleted::new(item_id, output_index, sequence_number).into()
        }),
        3 => partial_image.prop_map(|(three, partial_image_b64, partial_image_index, optional)| {
            let (item_id, output_index, sequence_number) = three;
            let mut event = ImageGenCallPartialImage::new(
                item_id, output_index, sequence_number, partial_image_b64, partial_image_index,
            );
            [event.background, event.output_format, event.quality, event.size] = optional;
            event.into()
        }),
    ]
}

/// An event and its members in any order.
fn shuffled() -> impl Strategy<Value = (ImageGenCallEvent, Object)> {
    any_event(any_number().boxed()).prop_flat_map(|event| {
        let Object(members) = Object::of(&event);
        (Just(event), Just(members).prop_shuffle().prop_map(Object))
    })
}

/// Any JSON value, a few levels deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(any_text(), inner, 0..4).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// White space as JSON allows it.
fn white_space() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => Just(""), 1 => Just(" "), 1 => Just("\n\t"), 1 => Just("\r\n  ")]
}

/// The text of an object of unknown type, with white space anywhere, and its type.
fn any_unknown_text() -> impl Strategy<Value = (String, String)> {
    let members = proptest::collection::btree_map(any_text(), any_json(), 0..5).prop_map(|mut members| {
        members.remove("type");
        members
    });
    let tag = any_text().prop_map(|tag| format!("{tag}!"));
    (members, tag, any::<prop::sample::Index>(), proptest::collection::vec(white_space(), 4)).prop_map(
        |(members, tag, place, space)| {
            let mut members: Vec<_> = members.into_iter().collect();
            members.insert(place.index(members.len() + 1), ("type".to_owned(), Value::from(tag.as_str())));
            let [a, b, c, d] = [space[0], space[1], space[2], space[3]];
            let members: Vec<_> = members
                .into_iter()
                .map(|(name, value)| format!("{a}{}{b}:{c}{value:#}{d}", Value::from(name)))
                .collect();
            (format!("{{{}}}", members.join(",")), tag)
        },
    )
}

fn of_variant<E: Event + TryFrom<ImageGenCallEvent>>(event: &ImageGenCallEvent, object: &Object) {
    if let Ok(event) = E::try_from(event.clone()) {
        read_from(object, &event);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_event_is_read_from_its_members_in_any_order((event, object) in shuffled()) {
        read_from(&object, &event);
        of_variant::<ImageGenCallInProgress>(&event, &object);
        of_variant::<ImageGenCallGenerating>(&event, &object);
        of_variant::<ImageGenCallCompleted>(&event, &object);
        of_variant::<ImageGenCallPartialImage>(&event, &object);
    }

    #[test]
    fn any_value_is_written_as_serde_json_does(value in any_json()) {
        prop_assert_eq!(response_event::to_string(&value).unwrap(), serde_json::to_string(&value).unwrap());
    }

    #[test]
    fn an_event_comes_back_from_json_to_the_byte(event in any_event(any_number().boxed())) {
        let text = json(&event);
        all_read(from_json(&text), &event, &text);
        let again: ImageGenCallEvent = from_str(&text).unwrap();
        prop_assert_eq!(json(&again), text);
    }

    #[test]
    fn an_event_comes_back_from_every_binary_format(event in any_event(any_float().boxed())) {
        let bytes = cbor(&event).unwrap();
        all_read(from_cbor(&bytes), &event, &bytes);
        let bytes = rmp_serde::to_vec_named(&event).unwrap();
        all_read(from_message_pack(&bytes), &event, &bytes);
        round_trip_without_names(&event);
    }

    #[test]
    fn an_unknown_event_is_kept_to_the_byte((text, tag) in any_unknown_text(), before in white_space(), after in white_space()) {
        let padded = format!("{before}{text}{after}");
        for read in [from_str::<ImageGenCallEvent>(&padded), from_slice(padded.as_bytes())] {
            let event = read.unwrap();
            prop_assert_eq!(event.event_type(), &*tag);
            let ImageGenCallEvent::Unknown(unknown) = &event else { panic!("`{tag}` is no type of the family") };
            prop_assert_eq!(unknown.json(), &*text);
            prop_assert_eq!(json(&event), text.as_str());
        }
        let alone: UnknownEvent = from_str(&padded).unwrap();
        prop_assert_eq!(alone.json(), text);
    }

    #[test]
    fn an_unknown_event_keeps_its_values_in_every_format_with_names((text, tag) in any_unknown_text()) {
        let object: Object = serde_json::from_str(&text).unwrap();
        let (cbor, message_pack) = (cbor(&object).unwrap(), rmp_serde::to_vec(&object).unwrap());
        let doors = from_json(&text).into_iter().chain(from_cbor(&cbor)).chain(from_message_pack(&message_pack));
        for (door, read) in doors {
            let event: ImageGenCallEvent = read.unwrap();
            prop_assert_eq!(event.event_type(), &*tag, "{}", door);
            let values: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(serde_json::to_value(&event).unwrap(), values, "{}", door);
        }
    }
}
