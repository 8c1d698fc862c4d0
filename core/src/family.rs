//! A family of events: an enum that decodes by `type`.

use alloc::borrow::Cow;
use alloc::boxed::Box;

use crate::event_position::EventPosition;
use crate::number::Number;
use crate::responses_api;
use crate::validate::Validate;

/// An enum whose variants each hold one event, decoded by the value of `type` in one pass.
///
/// Derive it with `#[derive(EventFamily)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a family of events",
    label = "this type does not implement `EventFamily`",
    note = "write `#[derive(EventFamily)]` on the enum, without `#[event(part)]`"
)]
pub trait EventFamily: Validate {
    /// The `type` of every event the family knows, in the order of the variants; aliases are not listed.
    const TYPES: &'static [&'static str];

    /// The types of final events: those in `#[event(terminal("…"))]`, or else `response.completed`, `response.incomplete`,
    /// `response.failed`, `response.cancelled`, `response.done`, `error` and `response.error`. They need not be types of the
    /// family.
    const TERMINAL_TYPES: &'static [&'static str] = responses_api::TERMINAL_TYPES;

    /// The types of events that report a failure: those in `#[event(failure("…"))]`, or else `response.failed`, `error` and
    /// `response.error`.
    const FAILURE_TYPES: &'static [&'static str] = responses_api::FAILURE_TYPES;

    /// The `type` this event is written with.
    fn event_type(&self) -> &str;

    /// Returns the fields `sequence_number`, `output_index`, `item_id` and `stream_id` of the event, as far as it has them.
    /// Those of an unknown event are read from its JSON.
    fn event_position(&self) -> EventPosition<'_>;

    /// `sequence_number`: the place of the event in its stream, from 0.
    fn sequence_number(&self) -> Option<Number> {
        self.event_position().sequence_number
    }

    /// `output_index`: the place of the output item in the response's `output`, from 0.
    fn output_index(&self) -> Option<Number> {
        self.event_position().output_index
    }

    /// `item_id`: the id of the output item that the event is about.
    fn item_id(&self) -> Option<Cow<'_, str>> {
        self.event_position().item_id
    }

    /// Returns the `stream_id`: the lane of the event on a WebSocket connection that carries several responses at once.
    fn stream_id(&self) -> Option<Cow<'_, str>> {
        self.event_position().stream_id
    }

    /// Returns `true` if this is the last event of its response: its type is one of [`TERMINAL_TYPES`](Self::TERMINAL_TYPES).
    /// OpenAI sends `response.failed` after an `error`.
    fn is_terminal(&self) -> bool {
        Self::TERMINAL_TYPES.contains(&self.event_type())
    }

    /// Returns `true` if the event reports a failure: its type is one of [`FAILURE_TYPES`](Self::FAILURE_TYPES).
    fn is_failure(&self) -> bool {
        Self::FAILURE_TYPES.contains(&self.event_type())
    }
}

#[diagnostic::do_not_recommend]
impl<F: EventFamily> EventFamily for Box<F> {
    const TYPES: &'static [&'static str] = F::TYPES;
    const TERMINAL_TYPES: &'static [&'static str] = F::TERMINAL_TYPES;
    const FAILURE_TYPES: &'static [&'static str] = F::FAILURE_TYPES;

    fn event_type(&self) -> &str {
        (**self).event_type()
    }

    fn event_position(&self) -> EventPosition<'_> {
        (**self).event_position()
    }
}
