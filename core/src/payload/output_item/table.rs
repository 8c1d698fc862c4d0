//! The macro behind the table of output items: one row makes the variant of a type and finds its common fields.

/// ```text
/// output_items! {
///     /// …
///     pub enum OutputItem {
///         /// `function_call`
///         FunctionCall(FunctionCall) { id, call_id, status },
///         /// `compaction`
///         Compaction(Compaction) { id, call_id: None, status: None },
///         …
///     }
/// }
/// ```
///
/// makes the enum, with a variant `Unknown` added, and its method `common_fields`. Each row names all the common fields in
/// this order, so that none can be forgotten; `: None` follows the name of a field that the struct does not have.
macro_rules! output_items {
    (
        $(#[$about_all:meta])*
        pub enum $all:ident {
            $(
                $(#[$about:meta])*
                $variant:ident($item:ident) $({ $($fields:tt)* })?,
            )+
        }
    ) => {
        $(#[$about_all])*
        pub enum $all {
            $(
                $(#[$about])*
                $variant($item),
            )+
            /// Any other type, or `null`.
            #[event(unknown)]
            Unknown(UnknownEvent),
        }

        impl $all {
            /// Returns the fields that the struct of the item does not know; `None` for an item of an unknown type, which
            /// has no struct.
            pub fn extra(&self) -> Option<&crate::ExtraFields> {
                match self {
                    $( Self::$variant(item) => Some(&item.extra), )+
                    Self::Unknown(_) => None,
                }
            }

            /// Returns the common fields of the item; those of an unknown type are read from its JSON.
            fn common_fields(&self) -> CommonFields<'_> {
                match self {
                    $( Self::$variant(item) => table::common_fields!(item: $item $({ $($fields)* })?), )+
                    Self::Unknown(item) => CommonFields::of_unknown(item),
                }
            }
        }
    };
}

/// The common fields of one row.
macro_rules! common_fields {
    ($item:ident: $type:ident { id $(: $id:expr)?, call_id $(: $call_id:expr)?, status $(: $status:expr)? }) => {
        CommonFields {
            id: table::field!($item.id $(= $id)?).map(|id: &String| id.into()),
            call_id: table::field!($item.call_id $(= $call_id)?).map(|id: &String| id.into()),
            status: table::field!($item.status $(= $status)?).map(Cow::Borrowed),
        }
    };
    ($item:ident: $type:ident $($row:tt)*) => {
        compile_error!(concat!(
            "the row of `",
            stringify!($type),
            "` does not name all common fields; write `{ id, call_id, status }`, with `: None` after the name of each \
             field that the struct does not have"
        ))
    };
}

/// The field, or the value that the row names in its place.
macro_rules! field {
    ($item:ident.$field:ident) => {
        $item.$field.as_ref()
    };
    ($item:ident.$field:ident = $value:expr) => {
        $value
    };
}

pub(super) use {common_fields, field, output_items};
