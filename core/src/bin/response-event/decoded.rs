//! The pieces of an input, decoded.

use std::borrow::Cow;
use std::str;

use response_event::events::StreamEvent;
use response_event::{DecodeError, DecodeErrorKind, ExtraFields, UnknownEvent, from_slice, peek_type};

use crate::input::{Content, NOT_UTF8};

/// The name that server-sent events have without one.
const DEFAULT_NAME: &str = "message";

/// A piece of an input as an event, or the reason that it is none.
pub(crate) enum Decoded<'a> {
    Event {
        event: Box<StreamEvent>,
        json: Cow<'a, [u8]>,
    },
    Bad {
        error: DecodeError,
        json: Cow<'a, [u8]>,
    },
    /// The input ends in the middle of it.
    CutOff,
    TooLarge,
    DoneMark,
}

/// Decodes a piece of an input.
pub(crate) fn decode(content: Content<'_>) -> Decoded<'_> {
    match content {
        Content::Json(json) => of_json(json.into()),
        Content::Frame { event, data } => of_json(with_type(event, data)),
        Content::CutOff { event, data } => match of_json(with_type(event, data)) {
            Decoded::Bad { error, .. } if error.kind() == DecodeErrorKind::Json => Decoded::CutOff,
            decoded => decoded,
        },
        Content::DoneMark => Decoded::DoneMark,
        Content::TooLarge => Decoded::TooLarge,
    }
}

fn of_json(json: Cow<'_, [u8]>) -> Decoded<'_> {
    match from_slice(&json) {
        Ok(event) => Decoded::Event { event: Box::new(event), json },
        Err(error) => Decoded::Bad { error, json },
    }
}

/// Returns the data of a frame, with its name as the type if it has no other.
fn with_type<'a>(name: &str, data: &'a [u8]) -> Cow<'a, [u8]> {
    let typed = || {
        if ["", DEFAULT_NAME, NOT_UTF8].contains(&name) || peek_type(data).is_ok() {
            return None;
        }
        let text = str::from_utf8(data).ok()?;
        let fields: ExtraFields = text.parse().ok()?;
        if fields.contains_key("type") {
            return None;
        }
        UnknownEvent::new(name, &fields).ok()
    };
    typed().map_or(Cow::Borrowed(data), |event| Cow::Owned(event.json().as_bytes().to_vec()))
}
