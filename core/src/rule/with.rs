//! `with(path)`: a rule of the user's own.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::validate::Validator;
use crate::violation::Violations;

/// A type whose value can be given to the function of `with(path)` as a `&T`: itself, and what is inside it.
///
/// So `fn(&str)` fits a `String` and an `Option<String>`, and is not called for `None`.
#[diagnostic::on_unimplemented(
    message = "the rule `with` cannot call this function with a member of type `{Self}`",
    label = "the function takes a `&{T}`",
    note = "write a function that takes a reference to the member's type, to the type inside its `Option` or `Box`, or \
            a `&str` for a string"
)]
pub trait Part<T: ?Sized> {
    /// The value; `None` if there is none.
    fn part(&self) -> Option<&T>;
}

impl<T: ?Sized> Part<T> for T {
    #[inline]
    fn part(&self) -> Option<&T> {
        Some(self)
    }
}

macro_rules! parts {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $holder:ty => $part:ty;)*) => {$(
        $(#[$cfg])*
        impl<$($generics)*> Part<$part> for $holder {
            #[inline]
            fn part(&self) -> Option<&$part> {
                Some(self)
            }
        }

        $(#[$cfg])*
        impl<$($generics)*> Part<$part> for Option<$holder> {
            #[inline]
            fn part(&self) -> Option<&$part> {
                self.as_deref()
            }
        }
    )*};
}

parts! {
    [] String => str;
    [T] Vec<T> => [T];
    [T: ?Sized] Box<T> => T;
    [T: ?Sized] Rc<T> => T;
    #[cfg(target_has_atomic = "ptr")]
    [T: ?Sized] Arc<T> => T;
    [T: ToOwned + ?Sized] Cow<'_, T> => T;
    [T: ?Sized] &T => T;
}

impl<T> Part<T> for Option<T> {
    #[inline]
    fn part(&self) -> Option<&T> {
        self.as_ref()
    }
}

/// Calls `check` with the value, and reports what it returns as an error.
///
/// The function takes the value's own type, or what is inside it ([`Part`]). Its error is anything that becomes
/// [`Violations`]: a `&'static str`, a `String`, a [`Violation`](crate::Violation), or all of them.
#[inline]
pub fn with<T, P, E>(validator: &mut Validator<'_>, value: &T, check: impl FnOnce(&P) -> Result<(), E>)
where
    T: Part<P> + ?Sized,
    P: ?Sized,
    E: Into<Violations>,
{
    if let Some(Err(violations)) = value.part().map(check) {
        validator.report(violations);
    }
}
