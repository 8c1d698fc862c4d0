//! `Numeric`, for the rules that check a number.

use crate::number::{Number, NumericValue};
use crate::std_types::for_each_holder;

/// A type that is a number, for the rules `index`, `integer` and `range`.
#[diagnostic::on_unimplemented(
    message = "a rule for numbers does not fit a field of type `{Self}`",
    label = "not a number",
    note = "`index`, `integer` and `range` fit `u64` and the other primitive numbers and `response_event::Number`, also inside \
            `Option` or `Box`; for any other type write `with(path)`, or implement `response_event::rule::Numeric` if it is \
            your own"
)]
pub trait Numeric {
    /// Returns the number. `None`, for an absent value, breaks no rule.
    fn number(&self) -> Option<NumericValue>;
}

macro_rules! impl_numeric {
    ($($number:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Numeric for $number {
            #[inline]
            fn number(&self) -> Option<NumericValue> {
                Some((*self).into())
            }
        }
    )*};
}

impl_numeric! { Number u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 }

macro_rules! impl_numeric_of_holder {
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Numeric + $($bounds)+> Numeric for $holder {
            #[inline]
            fn number(&self) -> Option<NumericValue> {
                (**self).number()
            }
        }
    };
}

for_each_holder! { impl_numeric_of_holder }

#[diagnostic::do_not_recommend]
impl<T: Numeric> Numeric for Option<T> {
    #[inline]
    fn number(&self) -> Option<NumericValue> {
        self.as_ref()?.number()
    }
}
