//! A family of events: an enum that decodes by `type`.

use alloc::borrow::Cow;
use alloc::boxed::Box;

use crate::event_position::EventPosition;
use crate::number::Number;
use crate::responses_api;
use crate::validate::{Validate, Validator};
use crate::violation::{Level, Violations};

/// An enum whose variants each hold one event, decoded by the value of `type` in one pass.
///
/// Derive it with `#[derive(EventFamily)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a family of events",
    label = "this type does not implement `EventFamily`",
    note = "write `#[derive(EventFamily)]` on the enum `{Self}`, or remove `#[event(family)]` if it is a single event"
)]
pub trait EventFamily: Validate {
    /// The `type` of every event the family knows, in the order of the variants; aliases are not listed.
    const TYPES: &'static [&'static str];

    /// The `type` this event is written with.
    fn event_type(&self) -> &str;

    /// The members `sequence_number`, `output_index` and `item_id`, of those that the event has; those of an unknown event
    /// are read from its JSON.
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

    /// Whether the event is the last that tells of its response: `response.completed`, `response.incomplete`,
    /// `response.failed` or `error`. OpenAI sends `response.failed` behind an `error`.
    fn is_terminal(&self) -> bool {
        responses_api::is_terminal(self.event_type())
    }

    /// Whether the event says that the response failed: `response.failed` or `error`.
    fn is_failure(&self) -> bool {
        responses_api::is_failure(self.event_type())
    }

    /// Checks the documented contract of the event, as [`ResponseEvent::validate`](crate::ResponseEvent::validate) does.
    /// An unknown event has no contract.
    ///
    /// # Errors
    ///
    /// Every rule that the event breaks.
    fn validate(&self) -> Result<(), Violations> {
        Validator::run(self, Level::Contract)
    }

    /// Checks the contract and the strict rules, as
    /// [`ResponseEvent::validate_strict`](crate::ResponseEvent::validate_strict) does.
    ///
    /// # Errors
    ///
    /// Every rule that the event breaks, of both levels.
    fn validate_strict(&self) -> Result<(), Violations> {
        Validator::run(self, Level::Strict)
    }
}

#[diagnostic::do_not_recommend]
impl<F: EventFamily> EventFamily for Box<F> {
    const TYPES: &'static [&'static str] = F::TYPES;

    fn event_type(&self) -> &str {
        (**self).event_type()
    }

    fn event_position(&self) -> EventPosition<'_> {
        (**self).event_position()
    }
}
