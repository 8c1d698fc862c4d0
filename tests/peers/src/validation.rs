//! Validation, beside the decoding of the same event.

use std::hint::black_box;

use response_event::events::{ImageGenCallInProgress, ImageGenCallPartialImage};
use response_event::{ResponseEvent, Validate, Violations};
use response_event_measure::{all, kept, tag};

/// A text delta with the rules of its contract.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "response.output_text.delta")]
struct TextDelta {
    #[event(non_empty)]
    item_id: String,
    #[event(index)]
    output_index: u64,
    #[event(index)]
    content_index: u64,
    delta: String,
    #[event(index)]
    sequence_number: u64,
}

/// Decodes every event as the struct that it is.
pub fn decode(events: &[String], times: usize) -> Option<usize> {
    all(events, times, |json| match &*tag(json)? {
        TextDelta::TYPE => Some(decoder::<TextDelta>(json)),
        ImageGenCallInProgress::TYPE => Some(decoder::<ImageGenCallInProgress>(json)),
        ImageGenCallPartialImage::TYPE => Some(decoder::<ImageGenCallPartialImage>(json)),
        _ => None,
    })
}

/// Validates every event, decoded once.
pub fn validate(events: &[String], times: usize) -> Option<usize> {
    check(events, times, TextDelta::validate, ImageGenCallInProgress::validate, ImageGenCallPartialImage::validate)
}

/// Validates every event strictly, decoded once.
pub fn validate_strict(events: &[String], times: usize) -> Option<usize> {
    check(
        events,
        times,
        TextDelta::validate_strict,
        ImageGenCallInProgress::validate_strict,
        ImageGenCallPartialImage::validate_strict,
    )
}

type Check<E> = fn(&E) -> Result<(), Violations>;
type Work<'a> = Box<dyn Fn() -> bool + 'a>;

fn check(
    events: &[String],
    times: usize,
    text: Check<TextDelta>,
    in_progress: Check<ImageGenCallInProgress>,
    partial: Check<ImageGenCallPartialImage>,
) -> Option<usize> {
    all(events, times, |json| match &*tag(json)? {
        TextDelta::TYPE => checker(json, text),
        ImageGenCallInProgress::TYPE => checker(json, in_progress),
        ImageGenCallPartialImage::TYPE => checker(json, partial),
        _ => None,
    })
}

fn decoder<'a, E: response_event::Decode<'a>>(json: &'a str) -> Work<'a> {
    Box::new(move || kept(response_event::from_str::<E>(black_box(json))))
}

fn checker<'a, E: response_event::Decode<'a> + 'a>(json: &'a str, check: Check<E>) -> Option<Work<'a>> {
    let event = response_event::from_str::<E>(json).ok()?;
    Some(Box::new(move || kept(check(black_box(&event)))))
}
