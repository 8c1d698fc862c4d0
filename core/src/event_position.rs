//! The place of an event in its stream and in the response, read alike from typed events, unknown ones and errors.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;

use crate::json;
use crate::number::Number;

/// The members that place an event, of those that it has.
///
/// A member counts if its type is one that the rules `index` and `non_empty` fit as a number or as text: the numbers and
/// strings of the standard library, [`Number`], what holds one of them, and types with [`Numeric`](crate::rule::Numeric) or [`Text`](crate::rule::Text) of their own.
///
/// A member whose type is a bare type parameter does not count: whether it is a number is not known where the derive stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EventPosition<'a> {
    /// `sequence_number`: the place of the event in its stream, from 0.
    pub sequence_number: Option<Number>,
    /// `output_index`: the place of the output item in the response's `output`, from 0.
    pub output_index: Option<Number>,
    /// `item_id`: the id of that item.
    pub item_id: Option<Cow<'a, str>>,
    /// `stream_id`: the lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Cow<'a, str>>,
}

impl<'a> EventPosition<'a> {
    /// Of the JSON text of an event, as far as it is an object; of two members of one name the first that can be read counts.
    pub(crate) fn of_json(text: &'a str) -> (Self, Result<(), json::Error>) {
        let mut position = Self::default();
        let end = json::each_field(text, |name, value| {
            // Asked first: an error would be made only to be dropped.
            let is_number = value.starts_with(|first: char| first == '-' || first.is_ascii_digit());
            let number = || if is_number { serde_json::from_str(value).ok() } else { None };
            match name {
                "sequence_number" => position.sequence_number = position.sequence_number.or_else(number),
                "output_index" => position.output_index = position.output_index.or_else(number),
                "item_id" if position.item_id.is_none() => position.item_id = json::text(value),
                "stream_id" if position.stream_id.is_none() => position.stream_id = json::text(value),
                _ => {}
            }
        });
        (position, end)
    }

    /// Fills what is absent from `other`.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn or(self, other: Self) -> Self {
        Self {
            sequence_number: self.sequence_number.or(other.sequence_number),
            output_index: self.output_index.or(other.output_index),
            item_id: self.item_id.or(other.item_id),
            stream_id: self.stream_id.or(other.stream_id),
        }
    }

    pub(crate) fn into_owned(self) -> EventPosition<'static> {
        let Self { sequence_number, output_index, item_id, stream_id } = self;
        let [item_id, stream_id] = [item_id, stream_id].map(|id| id.map(|id| Cow::Owned(String::from(id))));
        EventPosition { sequence_number, output_index, item_id, stream_id }
    }
}

/// A part of an event that has no `type`, but may have what places the event it is flattened into.
pub trait Positioned {
    /// Those of its fields that place the event.
    fn event_position(&self) -> EventPosition<'_>;
}

impl<T: Positioned> Positioned for Option<T> {
    fn event_position(&self) -> EventPosition<'_> {
        self.as_ref().map(T::event_position).unwrap_or_default()
    }
}

impl<T: Positioned + ?Sized> Positioned for Box<T> {
    fn event_position(&self) -> EventPosition<'_> {
        (**self).event_position()
    }
}

/// The place that generated code reads from the fields that an event has.
#[inline]
pub fn event_position<'a>(
    sequence_number: Option<Number>,
    output_index: Option<Number>,
    item_id: Option<Cow<'a, str>>,
    stream_id: Option<Cow<'a, str>>,
) -> EventPosition<'a> {
    EventPosition { sequence_number, output_index, item_id, stream_id }
}
