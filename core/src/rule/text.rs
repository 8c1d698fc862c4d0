//! `Text`, for the rules that check text.

use alloc::string::String;

use crate::std_types::for_each_holder;

/// A type that is text, for the rules `base64`, `prefix` and `one_of`.
pub trait Text {
    /// Returns the text. `None`, for an absent value, breaks no rule.
    fn text(&self) -> Option<&str>;
}

impl Text for str {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Text for String {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

macro_rules! impl_text {
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Text + $($bounds)+> Text for $holder {
            #[inline]
            fn text(&self) -> Option<&str> {
                (**self).text()
            }
        }
    };
}

for_each_holder! { impl_text }

#[diagnostic::do_not_recommend]
impl<T: Text> Text for Option<T> {
    #[inline]
    fn text(&self) -> Option<&str> {
        self.as_ref()?.text()
    }
}
