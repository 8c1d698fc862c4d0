//! `with(path)`: a user-defined rule.

use alloc::string::String;
use alloc::vec::Vec;

use crate::std_types::for_each_holder;
use crate::validate::Validator;
use crate::violation::Violations;

/// A type whose value the function of `with(path)` can take as a `&T`: the value itself, or the value inside it.
///
/// For example, `fn(&str)` fits a `String` and an `Option<String>`, and is not called for `None`.
#[diagnostic::on_unimplemented(
    message = "the rule `with` cannot call this function with a field of type `{Self}`",
    label = "the function takes a `&{T}`",
    note = "write a function that takes a reference to the field's type, to the type inside its `Option` or `Box`, or \
            a `&str` for a string"
)]
pub trait AsInner<T: ?Sized> {
    /// Returns the value. `None` if there is none.
    fn as_inner(&self) -> Option<&T>;
}

impl<T: ?Sized> AsInner<T> for T {
    #[inline]
    fn as_inner(&self) -> Option<&T> {
        Some(self)
    }
}

impl AsInner<str> for String {
    #[inline]
    fn as_inner(&self) -> Option<&str> {
        Some(self)
    }
}

impl AsInner<str> for Option<String> {
    #[inline]
    fn as_inner(&self) -> Option<&str> {
        self.as_deref()
    }
}

macro_rules! impl_part {
    // No field is a `&mut T`: nothing can be deserialized as one.
    ([$($generics:tt)*] &mut T) => {};
    ([$($generics:tt)*] $holder:ty) => {
        impl_part! { [$($generics)*] $holder => T }
    };
    ([$($generics:tt)*] $holder:ty => $part:ty) => {
        impl<$($generics)*> AsInner<$part> for $holder {
            #[inline]
            fn as_inner(&self) -> Option<&$part> {
                Some(self)
            }
        }

        impl<$($generics)*> AsInner<$part> for Option<$holder> {
            #[inline]
            fn as_inner(&self) -> Option<&$part> {
                self.as_deref()
            }
        }
    };
}

for_each_holder! { impl_part }
impl_part! { [T] Vec<T> => [T] }

impl<T> AsInner<T> for Option<T> {
    #[inline]
    fn as_inner(&self) -> Option<&T> {
        self.as_ref()
    }
}

/// Calls `check` with the value and reports its error.
///
/// The function takes the value's own type, or the type inside it ([`AsInner`]). Its error is any type that converts into
/// [`Violations`]: a `&'static str`, a `String`, a [`Violation`](crate::Violation), or [`Violations`] itself.
#[inline]
pub fn with<T, P, E>(validator: &mut Validator<'_>, value: &T, check: impl FnOnce(&P) -> Result<(), E>)
where
    T: AsInner<P> + ?Sized,
    P: ?Sized,
    E: IntoViolations,
{
    if let Some(Err(error)) = value.as_inner().map(check) {
        validator.report(error.into_violations());
    }
}

/// An error that the function of `with(path)` can return: anything that converts into [`Violations`].
#[diagnostic::on_unimplemented(
    message = "the function of the rule `with` cannot return the error `{Self}`",
    label = "the function returns this `{Self}`",
    note = "return a `&'static str`, a `String`, a `Violation` or `Violations`; for another error \
            write `.map_err(|error| error.to_string())`"
)]
pub trait IntoViolations {
    /// Converts it.
    fn into_violations(self) -> Violations;
}

#[diagnostic::do_not_recommend]
impl<E: Into<Violations>> IntoViolations for E {
    #[inline]
    fn into_violations(self) -> Violations {
        self.into()
    }
}
