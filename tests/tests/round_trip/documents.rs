//! The examples that the documents print, byte for byte.

use response_event::events::{ImageGenCallEvent, ImageGenCallInProgress, ImageGenCallPartialImage};
use response_event::{Number, ResponseEvent, from_str};

use crate::formats::{json, round_trip_with_names, round_trip_without_names};

const IN_PROGRESS: &str = r#"{"type":"response.image_generation_call.in_progress","item_id":"<id>","output_index":9914.45,"sequence_number":0}"#;
const PARTIAL_IMAGE: &str = r#"{"type":"response.image_generation_call.partial_image","item_id":"<id>","output_index":2243.31,"sequence_number":0,"partial_image_b64":"<value>","partial_image_index":1141.42}"#;

fn number(value: f64) -> Number {
    Number::try_from(value).unwrap()
}

fn in_progress() -> ImageGenCallInProgress {
    ImageGenCallInProgress::new("<id>", number(9914.45), 0)
}

fn partial_image() -> ImageGenCallPartialImage {
    ImageGenCallPartialImage::new("<id>", number(2243.31), 0, "<value>", number(1141.42))
}

#[test]
fn the_examples_are_read_and_written_byte_for_byte() {
    assert_eq!(from_str::<ImageGenCallInProgress>(IN_PROGRESS).unwrap(), in_progress());
    assert_eq!(json(&in_progress()), IN_PROGRESS);
    assert_eq!(from_str::<ImageGenCallPartialImage>(PARTIAL_IMAGE).unwrap(), partial_image());
    assert_eq!(json(&partial_image()), PARTIAL_IMAGE);
}

#[test]
fn the_family_reads_and_writes_the_examples_byte_for_byte() {
    for (example, event) in
        [(IN_PROGRESS, ImageGenCallEvent::from(in_progress())), (PARTIAL_IMAGE, partial_image().into())]
    {
        assert_eq!(from_str::<ImageGenCallEvent>(example).unwrap(), event);
        assert_eq!(json(&event), example);
    }
}

#[test]
fn the_examples_go_through_every_format() {
    round_trip_with_names(&in_progress());
    round_trip_with_names(&partial_image());
    round_trip_without_names(&in_progress());
    round_trip_without_names(&partial_image());
}

#[test]
fn the_examples_keep_the_contract_and_are_placeholders_to_strict_validation() {
    assert!(in_progress().validate().is_ok() && partial_image().validate().is_ok());
    assert_eq!(in_progress().validate_strict().unwrap_err().iter().count(), 1);
    assert_eq!(partial_image().validate_strict().unwrap_err().iter().count(), 3);
}
