//! An event that a family does not know: its type and its JSON, nothing lost.

#[cfg(feature = "schema")]
use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::decode::{Decode, FieldReader, ObjectAccess, deserialize};
use crate::encode::JsonText;
use crate::entry::from_str;
use crate::error::DecodeError;
use crate::event_position::EventPosition;
use crate::extra_fields::ExtraFields;
use crate::json::ObjectText;
use crate::number::Number;
use crate::raw::RawJson;
use crate::rewriter::with_sequence_number;
use crate::shape::Shape;
use crate::validate::{Validate, Validator};
use crate::violation::{Found, Rule};

/// An event of a type that the family does not know: the content of a variant with `#[event(unknown)]`.
///
/// Through [`from_str`](crate::from_str) and [`from_slice`](crate::from_slice) the JSON is kept to the byte, and
/// [`to_string`](crate::to_string) and serde_json write it back so. Through another entry point of serde_json, and inside
/// another event, every field is kept to the byte, but not the white space between them nor, through `from_str`, the place of
/// `type`, which is the first. From other formats the values are kept as JSON has them: bytes become an array of numbers, and
/// a float that JSON cannot hold is an error.
///
/// ```
/// use response_event::UnknownEvent;
///
/// let json = r#"{"type":"keepalive", "sequence_number":3.0}"#;
/// let event: UnknownEvent = response_event::from_str(json)?;
/// assert_eq!(event.event_type(), "keepalive");
/// assert_eq!(response_event::to_string(&event)?, json);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownEvent {
    event_type: Box<str>,
    /// One JSON object, without white space around it; `null` for such an element of a list.
    json: Box<str>,
}

impl UnknownEvent {
    /// Creates an event from its `type` and its other fields.
    ///
    /// `type` is written first, then the fields in their order and to the byte. To keep the text of a whole event, parse it
    /// or convert it from a [`RawJson`].
    ///
    /// ```
    /// use response_event::UnknownEvent;
    ///
    /// let event = UnknownEvent::new("keepalive", &r#"{"sequence_number": 3.0}"#.parse()?)?;
    /// assert_eq!(event.json(), r#"{"type":"keepalive","sequence_number":3.0}"#);
    /// assert_eq!(event, r#"{"type":"keepalive","sequence_number":3.0}"#.parse()?);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If one of the fields is called `type`.
    pub fn new(event_type: &str, fields: &ExtraFields) -> Result<Self, DecodeError> {
        let mut object = ObjectText::default();
        object.push_string("type", event_type);
        for (name, value) in fields {
            object.push(name, value.get());
        }
        from_str(&object.finish())
    }

    /// Creates the element of a list that is `null` in place of an object.
    #[cfg(feature = "events")]
    pub(crate) fn null() -> Self {
        Self { event_type: Box::default(), json: "null".into() }
    }

    /// Returns `true` if it is the element of a list that is `null` in place of an object.
    #[cfg(feature = "events")]
    pub(crate) fn is_null(&self) -> bool {
        *self.json == *"null"
    }

    /// Takes the object whose `type` no variant reads.
    pub(crate) fn from_members<'de, A: ObjectAccess<'de>>(members: &mut FieldReader<'de, A>) -> Result<Self, A::Error> {
        let (event_type, json) = members.unknown()?;
        Ok(Self { event_type: event_type.into(), json: json.into() })
    }

    /// Returns the value of the field `type`.
    pub fn event_type(&self) -> &str {
        &self.event_type
    }

    /// Returns the fields `sequence_number`, `output_index`, `item_id` and `stream_id` of the event, as far as it has them.
    pub fn event_position(&self) -> EventPosition<'_> {
        EventPosition::of_json(&self.json).0
    }

    /// Sets the field `sequence_number`, which is the last one if it was absent. All else stays to the byte.
    ///
    /// ```
    /// use response_event::UnknownEvent;
    ///
    /// let mut event: UnknownEvent = response_event::from_str(r#"{"type":"keepalive", "sequence_number":3.0}"#)?;
    /// event.set_sequence_number(4.into());
    /// assert_eq!(event.json(), r#"{"type":"keepalive", "sequence_number":4}"#);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn set_sequence_number(&mut self, number: Number) {
        // An element of a list that is `null` has no fields.
        if let Some(json) = with_sequence_number(&self.json, number) {
            self.json = json.into();
        }
    }

    /// Returns the whole event: one JSON object.
    pub fn json(&self) -> &str {
        &self.json
    }
}

/// The payload of a variant with `#[event(unknown)]`.
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

#[diagnostic::do_not_recommend]
impl<'de> Decode<'de> for UnknownEvent {
    const SHAPE: &'static Shape = Shape::ANY;

    fn decode<A: ObjectAccess<'de>>(members: &mut FieldReader<'de, A>) -> Result<Self, A::Error> {
        members.variant()?;
        Self::from_members(members)
    }
}

impl<'de> Deserialize<'de> for UnknownEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for UnknownEvent {
    fn schema_name() -> Cow<'static, str> {
        "UnknownEvent".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::UnknownEvent").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An event of any type.",
            "type": "object",
            "properties": { "type": { "type": "string" } },
            "required": ["type"],
        })
    }
}

/// Decodes an event, as [`from_str`](crate::from_str) does.
impl FromStr for UnknownEvent {
    type Err = DecodeError;

    fn from_str(json: &str) -> Result<Self, DecodeError> {
        from_str(json)
    }
}

/// Decodes an event, as [`from_str`](crate::from_str) does.
impl TryFrom<RawJson> for UnknownEvent {
    type Error = DecodeError;

    fn try_from(json: RawJson) -> Result<Self, DecodeError> {
        from_str(json.get())
    }
}

/// Returns the text of the whole event.
impl From<UnknownEvent> for RawJson {
    fn from(event: UnknownEvent) -> Self {
        Self::from_checked(event.json)
    }
}

impl Serialize for UnknownEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        JsonText(&self.json).serialize(serializer)
    }
}

/// Nothing is known of it, so it has no contract; but an element of a list must not be `null`.
#[diagnostic::do_not_recommend]
impl Validate for UnknownEvent {
    fn check(&self, validator: &mut Validator<'_>) {
        if *self.json == *"null" {
            validator.report_rule(Rule::Required, Found::Nothing);
        }
    }
}
