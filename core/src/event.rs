//! One event: its constant type and the contract it keeps.

use alloc::boxed::Box;

use crate::event_position::EventPosition;
use crate::validate::Validate;

/// A struct that is one event: a JSON object with a constant `type`.
///
/// Derive it with `#[derive(ResponseEvent)]`; the derive also implements [`Validate`], serde's `Serialize` and
/// `Deserialize`, and [`Decode`](crate::Decode).
///
/// ```
/// use response_event::{Number, ResponseEvent, Validate};
///
/// #[derive(Debug, PartialEq, ResponseEvent)]
/// #[event(type = "response.queued")]
/// struct Queued {
///     #[event(index)]
///     sequence_number: Number,
/// }
///
/// let event: Queued = response_event::from_str(r#"{"type":"response.queued","sequence_number":1}"#)?;
/// assert_eq!(Queued::TYPE, "response.queued");
/// assert!(event.validate_strict().is_ok());
/// assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"type":"response.queued","sequence_number":1}"#);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event",
    label = "this type does not implement `ResponseEvent`",
    note = "write `#[derive(ResponseEvent)]` and `#[event(type = \"…\")]` on the struct, without `#[event(part)]`"
)]
pub trait ResponseEvent: Validate {
    /// The value of the member `type`.
    const TYPE: &'static str;

    /// Older values of `type` that are read as this event; [`TYPE`](Self::TYPE) is what is written.
    const ALIASES: &'static [&'static str] = &[];

    /// Returns the fields `sequence_number`, `output_index`, `item_id` and `stream_id` of the event, as far as it has them.
    fn event_position(&self) -> EventPosition<'_> {
        EventPosition::default()
    }
}

#[diagnostic::do_not_recommend]
impl<E: ResponseEvent> ResponseEvent for Box<E> {
    const TYPE: &'static str = E::TYPE;
    const ALIASES: &'static [&'static str] = E::ALIASES;

    fn event_position(&self) -> EventPosition<'_> {
        (**self).event_position()
    }
}
