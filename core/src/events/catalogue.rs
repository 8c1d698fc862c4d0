//! The macro behind the table of events: one row for each event makes its variants and the conversions between them.

/// ```text
/// catalogue! {
///     /// …
///     StreamEvent {
///         /// …
///         OutputTextEvent {
///             Delta(OutputTextDelta),
///             AnnotationAdded(#[boxed] OutputTextAnnotationAdded),
///         }
///         …
///         _ { (#[boxed] ErrorEvent) … }
///     }
/// }
/// ```
///
/// makes an enum of each family, an enum of all the events, whose variants are named after the structs, and the
/// conversions between the families and that enum. Events under `_` belong to no family. A `#[boxed]` event is held in a
/// `Box`, so that it does not make all the others large.
macro_rules! catalogue {
    (
        $(#[$about_all:meta])*
        $all:ident {
            $(
                $(#[$about:meta])*
                $family:ident {
                    $( $variant:ident( $($plain:ident)? $(#[boxed] $boxed:ident)? ), )+
                }
            )+
            _ { $( ( $($lone:ident)? $(#[boxed] $lone_boxed:ident)? ) )+ }
        }
    ) => {
        $(#[$about_all])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, crate::EventFamily)]
        #[non_exhaustive]
        pub enum $all {
            $($(
                #[doc = concat!("[`", $(stringify!($plain),)? $(stringify!($boxed),)? "`]")]
                $($plain)? $($boxed)? ( $($plain)? $(alloc::boxed::Box<$boxed>)? ),
            )+)+
            $(
                #[doc = concat!("[`", $(stringify!($lone),)? $(stringify!($lone_boxed),)? "`]")]
                $($lone)? $($lone_boxed)? ( $($lone)? $(alloc::boxed::Box<$lone_boxed>)? ),
            )+
            /// Any other type.
            #[event(unknown)]
            Unknown(crate::UnknownEvent),
        }

        impl $all {
            /// The name of each family and the types of its events, in the order of the table.
            #[doc(hidden)]
            pub const FAMILIES: &'static [(&'static str, &'static [&'static str])] =
                &[$( (stringify!($family), <$family as crate::EventFamily>::TYPES), )+];
        }

        /// Calls a function that is generic over a family once for each of them.
        #[cfg(test)]
        macro_rules! for_each_family {
            ($function:ident($argument:expr)) => { $( $function::<$family>($argument); )+ };
        }
        #[cfg(test)]
        use for_each_family;

        $(
            $(#[$about])*
            #[derive(Clone, Debug, PartialEq, Eq, Hash, crate::EventFamily)]
            #[non_exhaustive]
            pub enum $family {
                $(
                    #[doc = concat!("[`", $(stringify!($plain),)? $(stringify!($boxed),)? "`]")]
                    $variant( $($plain)? $(alloc::boxed::Box<$boxed>)? ),
                )+
                /// Any other type.
                #[event(unknown)]
                Unknown(crate::UnknownEvent),
            }

            impl From<$family> for $all {
                fn from(event: $family) -> Self {
                    match event {
                        $( $family::$variant(event) => Self::$($plain)? $($boxed)? (event), )+
                        $family::Unknown(event) => Self::Unknown(event),
                    }
                }
            }

            /// An event of another family, or of an unknown type, is given back.
            impl TryFrom<$all> for $family {
                type Error = $all;

                fn try_from(event: $all) -> Result<Self, Self::Error> {
                    match event {
                        $( $all::$($plain)? $($boxed)? (event) => Ok(Self::$variant(event)), )+
                        other => Err(other),
                    }
                }
            }
        )+

        /// Each type that a variant holds without a box, and its size in bytes.
        #[cfg(test)]
        const INLINE: &[(&str, usize)] = &[
            $($( $( (stringify!($plain), size_of::<$plain>()), )? )+)+
            $( $( (stringify!($lone), size_of::<$lone>()), )? )+
        ];
    };
}

pub(super) use catalogue;
