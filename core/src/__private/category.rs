//! The category of the type in a variant of a family, and the errors about a type that the variant cannot hold.
//!
//! Generated code asserts once for each variant that the type has the role of the variant: it sorts the type into a
//! category with `(&&&&&&&Sorter::<T>::NEW).category()`, and calls the function for the role. The compiler takes the first
//! impl that fits, from the most references to none. Where category and role do not belong together, the function has a
//! bound that no type meets; its words are the error.

use core::marker::PhantomData;

use crate::decode::Decode;
use crate::event::ResponseEvent;
use crate::family::EventFamily;
use crate::part::{EventPart, PartFamily};
use crate::unknown::HoldsUnknown;
use crate::validate::Validate;

/// Sorts `T` into a category.
pub struct Sorter<T>(PhantomData<T>);

impl<T> Sorter<T> {
    /// Sorts `T`.
    pub const NEW: Self = Self(PhantomData);
}

macro_rules! categories {
    ($($(#[$doc:meta])* $category:ident, $sort:ident: [$($bounds:tt)*] $sorter:ty;)*) => {$(
        $(#[$doc])*
        pub struct $category<T>(PhantomData<T>);

        /// Sorts a type into the category of this name.
        pub trait $sort {
            /// The type.
            type Type;

            /// Returns the category.
            fn category(&self) -> $category<Self::Type> {
                $category(PhantomData)
            }
        }

        impl<T: $($bounds)*> $sort for $sorter {
            type Type = T;
        }
    )*};
}

categories! {
    /// An `UnknownEvent`.
    Unknown, SortUnknown: [HoldsUnknown] &&&&&&Sorter<T>;
    /// An event.
    Event, SortEvent: [ResponseEvent] &&&&&Sorter<T>;
    /// A family of events.
    Family, SortFamily: [EventFamily] &&&&Sorter<T>;
    /// A part of an event.
    Part, SortPart: [EventPart] &&&Sorter<T>;
    /// A family of parts.
    PartsFamily, SortPartsFamily: [PartFamily] &&Sorter<T>;
    /// A part without a type, or a wrapper of an event.
    Untagged, SortUntagged: [Validate + Decode<'static>] &Sorter<T>;
    /// Any other type.
    Other, SortOther: [] Sorter<T>;
}

/// The functions of a category, one for each role, with the bound that no type meets. A bound is whole tokens: the compiler
/// then shows its line in the table, and not this macro.
macro_rules! roles {
    ($($category:ident { $($role:ident($($bound:tt)*);)* })*) => {$(
        impl<T> $category<T> {
            $(
                /// Asserts that the category has the role.
                pub fn $role(&self) where $($bound)* {}
            )*
        }
    )*};
}

roles! {
    Unknown {
        as_event(T: MarkedUnknown);
        as_family(T: UnknownInsteadOfFamily);
        as_part(T: MarkedUnknown);
        as_part_family(T: UnknownInsteadOfFamily);
        as_unknown();
    }
    Event {
        as_event();
        as_family(T: NotMarkedFamily);
        as_part(T: AmongEvents);
        as_part_family(T: AmongEvents);
        as_unknown(T: AnUnknownEvent);
    }
    Family {
        as_event(T: MarkedFamily);
        as_family();
        as_part(T: AmongEvents);
        as_part_family(T: AmongEvents);
        as_unknown(T: AnUnknownEvent);
    }
    Part {
        as_event(T: AmongParts);
        as_family(T: AmongParts);
        as_part();
        as_part_family(T: NotMarkedFamily);
        as_unknown(T: AnUnknownEvent);
    }
    PartsFamily {
        as_event(T: AmongParts);
        as_family(T: AmongParts);
        as_part(T: MarkedFamily);
        as_part_family();
        as_unknown(T: AnUnknownEvent);
    }
    Untagged {
        as_event(T: Tagged);
        as_family(T: Tagged);
        as_part(T: Tagged);
        as_part_family(T: Tagged);
        as_unknown(T: AnUnknownEvent);
    }
    Other {
        as_event(T: AnEvent);
        as_family(T: AFamily);
        as_part(T: APart);
        as_part_family(T: AFamilyOfParts);
        as_unknown(T: AnUnknownEvent);
    }
}

/// Unmet: the variant has no `#[event(unknown)]`.
#[diagnostic::on_unimplemented(
    message = "a variant that holds an `UnknownEvent` must be marked",
    label = "this variant has no `#[event(unknown)]`",
    note = "write `#[event(unknown)]` above the variant"
)]
pub trait MarkedUnknown {}

/// Unmet: the variant has `#[event(family)]`.
#[diagnostic::on_unimplemented(
    message = "an `UnknownEvent` is not a family",
    label = "this variant has `#[event(family)]`",
    note = "write `#[event(unknown)]` above the variant instead"
)]
pub trait UnknownInsteadOfFamily {}

/// Unmet: the variant has no `#[event(family)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is a family, and a variant that holds a family must be marked",
    label = "this variant has no `#[event(family)]`",
    note = "write `#[event(family)]` above the variant"
)]
pub trait MarkedFamily {}

/// Unmet: the variant has `#[event(family)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a family",
    label = "this variant has `#[event(family)]`",
    note = "remove `#[event(family)]` above the variant"
)]
pub trait NotMarkedFamily {}

/// Unmet: the family has no `#[event(part)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has `#[event(part)]`, but the family does not",
    label = "this is not for a family of events",
    note = "write `#[event(part)]` above the enum as well, or remove it from `{Self}`"
)]
pub trait AmongParts {}

/// Unmet: the family has `#[event(part)]`.
#[diagnostic::on_unimplemented(
    message = "the family has `#[event(part)]`, but `{Self}` does not",
    label = "this is not for a family of parts",
    note = "write `#[event(part)]` on `{Self}` as well, or remove it from the enum"
)]
pub trait AmongEvents {}

/// Unmet: the type is untagged.
#[diagnostic::on_unimplemented(
    message = "a variant cannot hold `{Self}`, which has no type of its own",
    label = "this has no `type` to tell it by",
    note = "write `#[event(type = \"…\")]` on the struct instead of `#[event(untagged)]`; hold an event itself, not a wrapper of it"
)]
pub trait Tagged {}

/// Unmet: the type is anything else.
#[diagnostic::on_unimplemented(
    message = "a variant cannot hold `{Self}`, which is not an event",
    label = "this is not an event",
    note = "write `#[derive(ResponseEvent)]` and `#[event(type = \"…\")]` on a struct, and hold the struct itself or a `Box` of it"
)]
pub trait AnEvent {}

/// Unmet: the type is anything else.
#[diagnostic::on_unimplemented(
    message = "a variant with `#[event(family)]` cannot hold `{Self}`, which is not a family",
    label = "this is not a family",
    note = "write `#[derive(EventFamily)]` on the enum, or remove `#[event(family)]` if this is a single event"
)]
pub trait AFamily {}

/// Unmet: the type is anything else.
#[diagnostic::on_unimplemented(
    message = "a variant cannot hold `{Self}`, which is not a part of an event",
    label = "this is not a part of an event",
    note = "write `#[derive(ResponseEvent)]` and `#[event(part, type = \"…\")]` on a struct, and hold the struct itself or a `Box` of it"
)]
pub trait APart {}

/// Unmet: the type is anything else.
#[diagnostic::on_unimplemented(
    message = "a variant with `#[event(family)]` cannot hold `{Self}`, which is not a family of parts",
    label = "this is not a family of parts",
    note = "write `#[derive(EventFamily)]` and `#[event(part)]` on the enum, or remove `#[event(family)]` if this is a single part"
)]
pub trait AFamilyOfParts {}

/// Unmet: the type is not an `UnknownEvent`.
#[diagnostic::on_unimplemented(
    message = "a variant with `#[event(unknown)]` cannot hold `{Self}`",
    label = "this is not an `UnknownEvent`",
    note = "write `UnknownEvent`, which has the type and the JSON of the event"
)]
pub trait AnUnknownEvent {}
