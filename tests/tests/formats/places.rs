//! The places at which an event is held.

use std::collections::BTreeMap;
use std::fmt::Debug;

use response_event::{EventFamily, RawJson, ResponseEvent};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::formats::Read;
use crate::kinds::{Event, Family};

/// A value that holds events.
pub(crate) trait Holder: DeserializeOwned + Serialize + PartialEq + Debug {
    /// Moves the `type` of each unknown event to its start.
    fn move_types_first(&mut self);
}

/// The event itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Alone<E>(E);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Field<E> {
    id: u8,
    event: E,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct List<E> {
    events: Vec<E>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Optional<E> {
    event: Option<E>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Map<E> {
    events: BTreeMap<String, E>,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "holder")]
pub(crate) struct EventField<E> {
    id: u8,
    event: E,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
pub(crate) struct Flatten<E> {
    id: u8,
    #[serde(flatten)]
    event: E,
}

#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(untagged)]
pub(crate) struct FlattenOption<E> {
    id: u8,
    #[serde(flatten)]
    event: Option<E>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SerdeFlatten<E> {
    id: u8,
    #[serde(flatten)]
    event: E,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SerdeFlattenOption<E> {
    id: u8,
    #[serde(flatten)]
    event: Option<E>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum External<E> {
    Empty { id: u8 },
    Event(E),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(crate) enum Internal<E> {
    Empty { id: u8 },
    Event(E),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub(crate) enum Adjacent<E> {
    Empty { id: u8 },
    Event(E),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Untagged<E> {
    Empty { id: u8 },
    Event(E),
}

macro_rules! event_of {
    ($($holder:ident)*) => {$(
        impl<E> $holder<E> {
            fn event(&mut self) -> Option<&mut E> {
                match self {
                    Self::Empty { .. } => None,
                    Self::Event(event) => Some(event),
                }
            }
        }
    )*};
}

event_of! { External Internal Adjacent Untagged }

/// An event of the outer family.
#[derive(Clone, Debug, PartialEq, ResponseEvent)]
#[event(type = "other")]
pub(crate) struct Other {
    id: u8,
}

/// A family in a family; it also knows events of its own.
#[derive(Clone, Debug, PartialEq, EventFamily)]
pub(crate) enum Outer {
    Other(Other),
    #[event(family)]
    Inner(Family),
}

impl Holder for Outer {
    fn move_types_first(&mut self) {
        if let Self::Inner(event) = self {
            event.move_type_first();
        }
    }
}

/// By what `response_event` reads a place: `from_str` where it is an event or a part, or else `RawJson::decode`.
macro_rules! read_by {
    (from_str, $holder:ty, $value:expr) => {
        |json| {
            let owned = |error: response_event::DecodeError| error.to_string();
            vec![
                (
                    "response_event::from_str",
                    response_event::from_str(json).map(|read| -> $holder { ($value)(read) }).map_err(owned),
                ),
                (
                    "response_event::from_slice",
                    response_event::from_slice(json.as_bytes())
                        .map(|read| -> $holder { ($value)(read) })
                        .map_err(owned),
                ),
            ]
        }
    };
    (decode, $holder:ty, $value:expr) => {
        |json| {
            let raw: Result<RawJson, _> = json.parse();
            let read = raw.and_then(|raw| raw.decode()).map(|read| -> $holder { ($value)(read) });
            vec![("RawJson::decode", read.map_err(|error| error.to_string()))]
        }
    };
}

macro_rules! places {
    ($($place:ident: $title:literal, $read:ident$(($wrap:expr))?, |$event:ident| $make:expr, |$holder:ident| $events:expr;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Place {
            $($place,)*
            Nested,
        }

        impl Place {
            pub(crate) const ALL: &[Self] = &[$(Self::$place,)* Self::Nested];

            pub(crate) fn title(self) -> &'static str {
                match self {
                    $(Self::$place => $title,)*
                    Self::Nested => "variant of a family with `#[event(family)]`",
                }
            }

            /// Holds an event at this place, and calls back with what is written, what is read, and how we read it.
            pub(crate) fn hold<W: Serialize + Clone, E: Event, V: Visit>(
                self,
                written: W,
                read: E,
                visit: &V,
            ) -> Option<V::Output> {
                Some(match self {
                    $(Self::$place => {
                        let make = |$event: W| $make;
                        let written: $place<W> = make(written);
                        let make = |$event: E| $make;
                        let read: $place<E> = make(read);
                        #[allow(clippy::redundant_closure, reason = "only some places are wrapped")]
                        visit.visit(&written, &read, read_by!($read, $place<E>, places!(@wrap $($wrap)?)))
                    })*
                    Self::Nested => return None,
                })
            }
        }

        $(impl<E: Event> Holder for $place<E> {
            fn move_types_first(&mut self) {
                let $holder = self;
                $events.into_iter().for_each(Event::move_type_first);
            }
        })*
    };
    (@wrap) => { |read| read };
    (@wrap $wrap:expr) => { $wrap };
}

/// Takes up a holder of any type.
pub(crate) trait Visit {
    type Output;

    fn visit<W: Serialize, R: Holder>(&self, written: &W, read: &R, ours: Read<R>) -> Self::Output;
}

impl Place {
    /// Holds a family in another. What is written is the event itself.
    pub(crate) fn hold_nested<V: Visit>(written: &impl Serialize, read: Family, visit: &V) -> V::Output {
        visit.visit(written, &Outer::Inner(read), read_by!(from_str, Outer, |read| read))
    }
}

places! {
    Alone: "alone", from_str(Alone), |event| Alone(event), |holder| [&mut holder.0];
    Field: "field of a struct", decode, |event| Field { id: 1, event }, |holder| [&mut holder.event];
    Optional: "`Option`", decode, |event| Optional { event: Some(event) }, |holder| holder.event.as_mut();
    List: "`Vec`", decode, |event| List { events: vec![event.clone(), event] }, |holder| &mut holder.events;
    Map: "value of a map", decode, |event| Map { events: [("a".into(), event)].into() }, |holder| holder.events.values_mut();
    EventField: "field of an event", from_str, |event| EventField { id: 1, event }, |holder| [&mut holder.event];
    Flatten: "`#[serde(flatten)]` in an event or part", from_str, |event| Flatten { id: 1, event }, |holder| [&mut holder.event];
    FlattenOption: "the same in an `Option`", from_str, |event| FlattenOption { id: 1, event: Some(event) }, |holder| holder.event.as_mut();
    SerdeFlatten: "`#[serde(flatten)]` in a struct of serde", decode, |event| SerdeFlatten { id: 1, event }, |holder| [&mut holder.event];
    SerdeFlattenOption: "the same in an `Option`, of serde", decode, |event| SerdeFlattenOption { id: 1, event: Some(event) }, |holder| holder.event.as_mut();
    External: "variant of an enum", decode, |event| External::Event(event), |holder| holder.event();
    Internal: "internally tagged enum", decode, |event| Internal::Event(event), |holder| holder.event();
    Adjacent: "adjacently tagged enum", decode, |event| Adjacent::Event(event), |holder| holder.event();
    Untagged: "untagged enum", decode, |event| Untagged::Event(event), |holder| holder.event();
}
