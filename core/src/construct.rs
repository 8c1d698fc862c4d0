//! `new` for the structs of the catalogue: it takes what decoding requires, and everything else starts absent.

/// Implements `new` for each struct, with the fields that decoding requires as its arguments.
///
/// ```text
/// constructors! {
///     OutputTextDelta(delta: String);
///     ResponseCreated();
/// }
/// ```
macro_rules! constructors {
    ($($name:ident($($field:ident: $ty:ty),*);)+) => {$(
        impl $name {
            /// Creates one from the fields that decoding requires. All others are absent or empty; set them on the value.
            #[must_use]
            pub fn new($($field: impl Into<$ty>),*) -> Self {
                Self { $($field: $field.into(),)* ..Self::default() }
            }
        }
    )+};
}

pub(crate) use constructors;
