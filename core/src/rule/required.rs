//! `required`: an optional field that the contract requires.

use crate::std_types::for_each_holder;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that may hold no value, for the rule `required`.
#[diagnostic::on_unimplemented(
    message = "the rule `required` does not fit a field of type `{Self}`",
    label = "always holds a value",
    note = "the rule is for `Option`: a field of any other type is required anyway; remove the rule"
)]
pub trait Optional {
    /// Returns `true` if there is a value.
    fn is_present(&self) -> bool;
}

impl<T> Optional for Option<T> {
    #[inline]
    fn is_present(&self) -> bool {
        self.is_some()
    }
}

macro_rules! impl_optional {
    // A `Cow` has no use here: it would borrow the `Option` itself.
    ([$($bounds:tt)*] alloc::borrow::Cow<'_, T>) => {};
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Optional + $($bounds)+> Optional for $holder {
            #[inline]
            fn is_present(&self) -> bool {
                (**self).is_present()
            }
        }
    };
}

for_each_holder! { impl_optional }

/// Checks that there is a value. Decoding accepts an absent field, the contract does not.
#[inline]
pub fn required<T: Optional + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    if !value.is_present() {
        validator.report_rule(Rule::Required, Found::Nothing);
    }
}
