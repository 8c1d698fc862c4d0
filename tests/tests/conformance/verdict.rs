//! Our verdict on one input, asked at every door that JSON can come in by.

use std::fmt;

use response_event::events::{
    ImageGenCallCompleted, ImageGenCallEvent, ImageGenCallGenerating, ImageGenCallInProgress, ImageGenCallPartialImage,
};
use response_event::{EventFamily, ResponseEvent};
use response_event_tests::json::{Null, bounded, within};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a decoder says of an input.
pub(crate) enum Verdict {
    /// The event as it is written back.
    Accept(String),
    /// Why.
    Reject(String),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accept(written) => write!(f, "accept {}", bounded(written)),
            Self::Reject(reason) => write!(f, "reject: {}", bounded(reason)),
        }
    }
}

/// Asks the decoder of the event with this tag.
///
/// # Errors
///
/// How our doors contradict each other.
pub(crate) fn ours(tag: &str, input: &str) -> Result<Verdict, String> {
    match tag {
        ImageGenCallInProgress::TYPE => ask::<ImageGenCallInProgress>(input),
        ImageGenCallGenerating::TYPE => ask::<ImageGenCallGenerating>(input),
        ImageGenCallPartialImage::TYPE => ask::<ImageGenCallPartialImage>(input),
        ImageGenCallCompleted::TYPE => ask::<ImageGenCallCompleted>(input),
        _ => Err(format!("no struct has the type `{tag}`; add one here")),
    }
}

/// Asks `E` and the family by all of their doors, and sees that they agree.
fn ask<E>(input: &str) -> Result<Verdict, String>
where
    E: ResponseEvent + Serialize + DeserializeOwned + for<'de> response_event::Decode<'de>,
{
    let first = verdict(response_event::from_str::<E>(input));
    let doors = [
        ("response_event::from_slice", verdict(response_event::from_slice::<E>(input.as_bytes()))),
        ("serde_json::from_str", verdict(serde_json::from_str::<E>(input))),
        ("serde_json::from_slice", verdict(serde_json::from_slice::<E>(input.as_bytes()))),
        ("serde_json::from_reader", verdict(serde_json::from_reader::<_, E>(input.as_bytes()))),
    ];
    for (door, other) in doors {
        if !agree(&first, &other) {
            return Err(format!("response_event::from_str says {first}\n  but {door} says {other}"));
        }
    }
    let family = [
        ("response_event::from_str", response_event::from_str::<ImageGenCallEvent>(input).map_err(|e| e.to_string())),
        ("serde_json::from_str", serde_json::from_str::<ImageGenCallEvent>(input).map_err(|e| e.to_string())),
        ("serde_json::from_reader", serde_json::from_reader(input.as_bytes()).map_err(|e| e.to_string())),
    ];
    for (door, event) in family {
        // An event of another type is none of `E`.
        let as_variant = match event {
            Ok(event) if event.event_type() == E::TYPE => verdict(Ok::<_, String>(event)),
            Ok(event) => Verdict::Reject(format!("it is `{}`", event.event_type())),
            Err(error) => Verdict::Reject(error),
        };
        if !agree(&first, &as_variant) {
            return Err(format!("the struct says {first}\n  but the family by {door} says {as_variant}"));
        }
    }
    Ok(first)
}

/// Returns `true` if two texts of JSON say the same.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    within(one, other, Null::Stays).is_ok() && within(other, one, Null::Stays).is_ok()
}

fn agree(one: &Verdict, other: &Verdict) -> bool {
    match (one, other) {
        (Verdict::Accept(one), Verdict::Accept(other)) => is_same(one, other),
        (Verdict::Reject(_), Verdict::Reject(_)) => true,
        (Verdict::Accept(_), Verdict::Reject(_)) | (Verdict::Reject(_), Verdict::Accept(_)) => false,
    }
}

fn verdict<E: Serialize>(decoded: Result<E, impl fmt::Display>) -> Verdict {
    match decoded {
        Ok(event) => match serde_json::to_string(&event) {
            Ok(written) => Verdict::Accept(written),
            Err(error) => Verdict::Reject(format!("decoded, but cannot be written again: {error}")),
        },
        Err(error) => Verdict::Reject(error.to_string()),
    }
}
