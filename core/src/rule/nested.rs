//! `nested`: the value's own rules.

use crate::validate::{Validate, Validator};

/// A type that the rule `nested` fits: any [`Validate`] one.
#[diagnostic::on_unimplemented(
    message = "the rule `nested` does not fit a member of type `{Self}`",
    label = "has no rules to check",
    note = "it fits types that implement `response_event::Validate`, also inside `Option`, `Box`, lists and maps with \
            string keys; remove the rule if there is nothing to check"
)]
pub trait NestedRule: Validate {}

#[diagnostic::do_not_recommend]
impl<T: Validate + ?Sized> NestedRule for T {}

/// Checks the rules of the value itself; of each item, if it is a list or a map.
#[inline]
pub fn nested<T: NestedRule + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    value.check(validator);
}
