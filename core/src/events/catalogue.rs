//! The macro for the table of events: each row makes the variants of an event and the conversions between them.

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
///         _ {
///             #[event(without_type = "error")]
///             Error(#[boxed] ErrorEvent),
///             …
///         }
///     }
/// }
/// ```
///
/// makes an enum of each family, an enum of all the events, and the conversions between the families and that enum. In the
/// latter a variant has the name of its struct. Events under `_` belong to no family; their variants have the names in the
/// table. A `#[boxed]` event is held in a `Box`, so that it does not make all the others large.
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
            _ { $( $(#[$about_lone:meta])* $lone_variant:ident( $($lone:ident)? $(#[boxed] $lone_boxed:ident)? ), )+ }
        }
    ) => {
        $(#[$about_all])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, crate::EventFamily)]
        #[cfg_attr(feature = "schema", event(schema))]
        #[non_exhaustive]
        pub enum $all {
            $($(
                #[doc = concat!("[`", $(stringify!($plain),)? $(stringify!($boxed),)? "`]")]
                $($plain)? $($boxed)? ( $($plain)? $(alloc::boxed::Box<$boxed>)? ),
            )+)+
            $(
                #[doc = concat!("[`", $(stringify!($lone),)? $(stringify!($lone_boxed),)? "`]")]
                $(#[$about_lone])*
                $lone_variant( $($lone)? $(alloc::boxed::Box<$lone_boxed>)? ),
            )+
            /// Any other type.
            #[event(unknown)]
            Unknown(crate::UnknownEvent),
        }

        impl $all {
            /// Returns the fields that the struct of the event does not know; `None` for an event of an unknown type, which
            /// has no struct.
            pub fn extra(&self) -> Option<&crate::ExtraFields> {
                match self {
                    $($( Self::$($plain)? $($boxed)? (event) => Some(&event.extra), )+)+
                    $( Self::$lone_variant(event) => Some(&event.extra), )+
                    Self::Unknown(_) => None,
                }
            }

            /// Sets the `sequence_number`, as a [`Sequencer`](crate::Sequencer) counts it. That of an event of an unknown type is
            /// changed in its JSON, or added to it.
            pub fn set_sequence_number(&mut self, number: crate::Number) {
                match self {
                    $($( Self::$($plain)? $($boxed)? (event) => event.sequence_number = number.into(), )+)+
                    $( Self::$lone_variant(event) => event.sequence_number = number.into(), )+
                    Self::Unknown(event) => event.set_sequence_number(number),
                }
            }

            /// Name of each family and the types of its events, in the order of the table.
            #[doc(hidden)]
            pub const FAMILIES: &'static [(&'static str, &'static [&'static str])] =
                &[$( (stringify!($family), <$family as crate::EventFamily>::TYPES), )+];

            /// Name of each event and family, the types that it is read from, and its schema.
            #[cfg(feature = "schema")]
            #[doc(hidden)]
            pub const SCHEMAS: &'static [(&'static str, &'static [&'static str], catalogue::SchemaOf)] = &[
                $($( catalogue::schema_of!(event $($plain)? $($boxed)?), )+)+
                $( catalogue::schema_of!(event $($lone)? $($lone_boxed)?), )+
                $( catalogue::schema_of!(family $family), )+
                catalogue::schema_of!(family $all),
            ];
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
            #[cfg_attr(feature = "schema", event(schema))]
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

            /// Returns an event of another family, or of an unknown type, as the error.
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

/// A row of the table of schemas.
#[cfg(feature = "schema")]
macro_rules! schema_of {
    (event $event:ident) => {
        (stringify!($event), &[<$event as crate::ResponseEvent>::TYPE], crate::schema::schema_for::<$event>)
    };
    (family $family:ident) => {
        (stringify!($family), <$family as crate::EventFamily>::TYPES, crate::schema::schema_for::<$family>)
    };
}

/// Returns a schema that includes these rules.
#[cfg(feature = "schema")]
pub(super) type SchemaOf = fn(crate::schema::Rules) -> crate::schema::Schema;

pub(super) use catalogue;
#[cfg(feature = "schema")]
pub(super) use schema_of;
