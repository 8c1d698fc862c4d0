//! A family of events: an enum that decodes by `type`.

use alloc::boxed::Box;

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

impl<F: EventFamily> EventFamily for Box<F> {
    const TYPES: &'static [&'static str] = F::TYPES;

    fn event_type(&self) -> &str {
        (**self).event_type()
    }
}
