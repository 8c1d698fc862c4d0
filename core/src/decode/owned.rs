//! `DecodeOwned`: a shorter name for a bound.

use super::Decode;

/// A type that decodes without borrowing from its input, as serde's `DeserializeOwned`.
///
/// Use it as the bound of a function that owns the text it decodes:
///
/// ```
/// use response_event::{DecodeError, DecodeOwned, UnknownEvent};
///
/// fn decode_reversed<E: DecodeOwned>(lines: &str) -> Result<Vec<E>, DecodeError> {
///     lines.lines().rev().map(str::to_owned).map(|line| response_event::from_str(&line)).collect()
/// }
///
/// let events: Vec<UnknownEvent> = decode_reversed("{\"type\":\"ping\"}\n{\"type\":\"pong\"}")?;
/// assert_eq!(events[0].event_type(), "pong");
/// # Ok::<(), DecodeError>(())
/// ```
///
/// Every type that is `for<'de> Decode<'de>` implements it: every event and family that has no lifetime parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an event nor a family of events",
    label = "this type cannot be decoded by its `type`",
    note = "write `#[derive(ResponseEvent)]` on a struct, or `#[derive(EventFamily)]` on an enum of events; in generic \
            code, add the bound `DecodeOwned`"
)]
pub trait DecodeOwned: for<'de> Decode<'de> {}

#[diagnostic::do_not_recommend]
impl<E: for<'de> Decode<'de>> DecodeOwned for E {}
