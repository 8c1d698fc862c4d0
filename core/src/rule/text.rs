//! `Text`, for the rules that check text.

use alloc::string::String;

use crate::std_types::for_each_holder;

/// A type that is text, for the rules `base64`, `prefix` and `one_of`.
#[diagnostic::on_unimplemented(
    message = "a rule for text does not fit a field of type `{Self}`",
    label = "not text",
    note = "`base64`, `one_of` and `prefix` fit strings, also inside `Option` or `Box`; for any other type write \
            `with(path)`, or implement `response_event::rule::Text` if it is your own",
    note = "bytes that `#[serde(with = \"…\")]` reads from base64 need no rule: other text is an error when the event is decoded"
)]
pub trait Text {
    /// Returns the text. `None`, for an absent value, breaks no rule.
    fn text(&self) -> Option<&str>;
}

#[diagnostic::do_not_recommend]
impl Text for str {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
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
