//! An event that a family does not know: its type and its JSON, nothing lost.

use alloc::boxed::Box;
use alloc::string::{String, ToString};

use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{self, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::decode::{Content, Decode, Held, Members, Source, deserialize};
use crate::position::Position;
use crate::shape::{FAMILY_FIELDS, Shape, Tags, Variants};
use crate::validate::{Validate, Validator};

/// An event of a type that the family does not know, as the variant with `#[event(unknown)]` holds it.
///
/// Through [`from_str`](crate::from_str) and [`from_slice`](crate::from_slice) the JSON is kept to the byte, and
/// serde_json writes it back so. Through another entry point of serde_json, and inside another event, every member is kept to
/// the byte, but not the white space between them nor, through `from_str`, the place of `type`, which is the first. Other
/// formats keep the values as JSON has them: bytes become an array of numbers, and a float that is no number `null`.
///
/// ```
/// use response_event::UnknownEvent;
///
/// let json = r#"{"type":"keepalive", "sequence_number":3.0}"#;
/// let event: UnknownEvent = response_event::from_str(json)?;
/// assert_eq!(event.event_type(), "keepalive");
/// assert_eq!(serde_json::to_string(&event).unwrap(), json);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownEvent {
    event_type: Box<str>,
    /// One JSON object, without white space around it.
    json: Box<str>,
}

impl UnknownEvent {
    pub(crate) fn from_parts(event_type: &str, json: &str) -> Self {
        Self { event_type: event_type.into(), json: json.into() }
    }

    /// The value of the member `type`.
    pub fn event_type(&self) -> &str {
        &self.event_type
    }

    /// The members `sequence_number`, `output_index` and `item_id`, of those that the event has.
    pub fn position(&self) -> Position<'_> {
        Position::of_json(&self.json)
    }

    /// The whole event: one JSON object.
    pub fn json(&self) -> &str {
        &self.json
    }
}

/// What a variant with `#[event(unknown)]` holds.
#[diagnostic::on_unimplemented(
    message = "a variant with `#[event(unknown)]` cannot hold `{Self}`",
    label = "this is not an `UnknownEvent`",
    note = "write `UnknownEvent`, which has the type and the JSON of the event"
)]
pub trait HoldsUnknown {
    /// The event that it holds.
    fn unknown_event(&self) -> &UnknownEvent;
}

impl HoldsUnknown for UnknownEvent {
    #[inline]
    fn unknown_event(&self) -> &UnknownEvent {
        self
    }
}

impl HoldsUnknown for Box<UnknownEvent> {
    #[inline]
    fn unknown_event(&self) -> &UnknownEvent {
        self
    }
}

/// Any object with a `type` is an unknown event to a family without variants.
const SHAPE: &Shape = &Shape {
    name: "UnknownEvent",
    fields: FAMILY_FIELDS,
    tags: Tags::Family { variants: &Variants::new([]), keeps_unknown: true },
    ..Shape::STUB
};

#[diagnostic::do_not_recommend]
impl<'de> Decode<'de> for UnknownEvent {
    const SHAPE: &'static Shape = SHAPE;

    fn decode<A: Source<'de>>(members: &mut Members<'de, A>) -> Result<Self, A::Error> {
        members.variant()?;
        members.unknown()
    }
}

impl<'de> Deserialize<'de> for UnknownEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl Serialize for UnknownEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        JsonText(&self.json).serialize(serializer)
    }
}

/// The text of a JSON value, written as it is by serde_json, and as its value by binary formats.
pub(crate) struct JsonText<'a>(pub(crate) &'a str);

impl Serialize for JsonText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            let json: &RawValue = serde_json::from_str(self.0).map_err(ser::Error::custom)?;
            json.serialize(serializer)
        } else {
            let content: Content<'_> = Content::from_json(self.0).map_err(ser::Error::custom)?;
            content.serialize(serializer)
        }
    }
}

/// It has no contract: nothing is known of it.
#[diagnostic::do_not_recommend]
impl Validate for UnknownEvent {
    fn check(&self, _validator: &mut Validator<'_>) {}
}

/// The text of a JSON object, put together member by member.
#[derive(Default)]
pub(crate) struct JsonObject {
    /// Without the closing brace.
    text: String,
}

impl JsonObject {
    pub(crate) fn push<E: de::Error>(&mut self, name: &str, value: &Held<'_>) -> Result<(), E> {
        let value = value.to_json().map_err(E::custom)?;
        self.push_text(name, &value);
        Ok(())
    }

    pub(crate) fn push_tag(&mut self, tag: &str) {
        self.push_text("type", &json_string(tag));
    }

    fn push_text(&mut self, name: &str, value: &str) {
        self.text.push_str(if self.text.is_empty() { "{" } else { "," });
        self.text.push_str(&json_string(name));
        self.text.push(':');
        self.text.push_str(value);
    }

    pub(crate) fn finish(mut self) -> String {
        self.text.push('}');
        self.text
    }
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
