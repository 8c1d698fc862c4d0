//! `required`: an optional member that the contract wants present.

use crate::std_types::for_each_holder;
use crate::validate::Validator;
use crate::violation::{Found, Rule};

/// A type that may hold no value, for the rule `required`.
#[diagnostic::on_unimplemented(
    message = "the rule `required` does not fit a member of type `{Self}`",
    label = "always holds a value",
    note = "the rule is for `Option`: a member of any other type is required anyway; remove the rule"
)]
pub trait Optional {
    /// Whether there is a value.
    fn is_present(&self) -> bool;
}

impl<T> Optional for Option<T> {
    #[inline]
    fn is_present(&self) -> bool {
        self.is_some()
    }
}

macro_rules! impl_optional {
    // A `Cow` holds no `Option`: it would borrow the `Option`, not what is inside.
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

/// A value that is there. The member may be absent for the decoder, but not for the contract.
#[inline]
pub fn required<T: Optional + ?Sized>(validator: &mut Validator<'_>, value: &T) {
    if !value.is_present() {
        validator.report_rule(Rule::Required, Found::Nothing);
    }
}
