//! Events that are decoded and validated in one step.

use core::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::decode::{Decode, Members, Source, deserialize};
use crate::shape::Shape;
use crate::validate::Validate;
use crate::violation::{Level, Violations};

macro_rules! validated {
    ($(#[$doc:meta])* $name:ident, $level:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<E>(E);

        impl<E: Validate> $name<E> {
            /// Validates an event.
            ///
            /// # Errors
            ///
            /// Every rule that the event breaks.
            pub fn new(event: E) -> Result<Self, Violations> {
                match event.validate_at($level) {
                    Ok(()) => Ok(Self(event)),
                    Err(violations) => Err(violations),
                }
            }
        }

        impl<E> $name<E> {
            /// The event, which may then be changed.
            pub fn into_inner(self) -> E {
                self.0
            }
        }

        impl<E> Deref for $name<E> {
            type Target = E;

            fn deref(&self) -> &E {
                &self.0
            }
        }

        impl<E> AsRef<E> for $name<E> {
            fn as_ref(&self) -> &E {
                &self.0
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'de, E: Decode<'de> + Validate> Decode<'de> for $name<E> {
            const SHAPE: &'static Shape = E::SHAPE;

            fn decode<A: Source<'de>>(members: &mut Members<'de, A>) -> Result<Self, A::Error> {
                Self::new(E::decode(members)?).map_err(A::Error::custom)
            }
        }

        impl<'de, E: Decode<'de> + Validate> Deserialize<'de> for $name<E> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(deserializer)
            }
        }

        impl<E: Serialize> Serialize for $name<E> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    };
}

validated! {
    /// An event, or a family, that keeps its documented contract: it was validated when it was decoded.
    ///
    /// ```
    /// use response_event::{ResponseEvent, Valid};
    ///
    /// #[derive(Debug, ResponseEvent)]
    /// #[event(type = "response.queued")]
    /// struct Queued {
    ///     #[event(non_empty)]
    ///     id: String,
    /// }
    ///
    /// let queued: Valid<Queued> = response_event::from_str(r#"{"type":"response.queued","id":"resp_1"}"#)?;
    /// assert_eq!(queued.id, "resp_1");
    /// let error = serde_json::from_str::<Valid<Queued>>(r#"{"type":"response.queued","id":""}"#).unwrap_err();
    /// assert!(error.to_string().contains("/id"));
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    Valid, Level::Contract
}

validated! {
    /// An event, or a family, that keeps its contract and the strict rules: it is what a real producer sends.
    Strict, Level::Strict
}
