//! Events that are decoded and validated in one step.

use core::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::decode::{Decode, FieldReader, ObjectAccess, deserialize};
use crate::shape::Shape;
use crate::validate::Validate;
use crate::violation::{Level, Violations};

macro_rules! validated {
    ($(#[$doc:meta])* $name:ident, $level:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<E>(E);

        impl<E: Validate> $name<E> {
            /// Creates one from an event, if the event is valid.
            ///
            /// There is no `TryFrom`: for every type `E` at once it would collide with the one of the standard library.
            ///
            /// # Errors
            ///
            /// Every rule that the event breaks. The event is dropped; to keep it, validate a reference to it first.
            pub fn try_new(event: E) -> Result<Self, Violations> {
                match event.validate_at($level) {
                    Ok(()) => Ok(Self(event)),
                    Err(violations) => Err(violations),
                }
            }
        }

        impl<E> $name<E> {
            /// Returns the event, which may then be changed.
            pub fn into_inner(self) -> E {
                self.0
            }
        }

        /// A valid event is still an event: its fields and methods are read as if there were no wrapper. There is no
        /// `DerefMut`, which could make it invalid.
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

            fn decode<A: ObjectAccess<'de>>(members: &mut FieldReader<'de, A>) -> Result<Self, A::Error> {
                Self::try_new(E::decode(members)?).map_err(A::Error::custom)
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
    /// An event, or a family, that keeps its documented contract.
    ///
    /// It is validated when it is decoded, in every place where serde decodes, such as the body of a request.
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
    ///
    /// let error = serde_json::from_str::<Valid<Queued>>(r#"{"type":"response.queued","id":""}"#).unwrap_err();
    /// assert!(error.to_string().contains("/id"));
    ///
    /// let violations = Valid::try_new(Queued { id: String::new() }).unwrap_err();
    /// assert_eq!(violations.len(), 1);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    ///
    /// It dereferences to the event, although it is no pointer, because nothing about reading an event changes when it is
    /// valid. So that no method is shadowed, [`into_inner`](Self::into_inner) is its only one.
    Valid, Level::Contract
}

validated! {
    /// An event, or a family, that keeps its contract and the strict rules: it is what a real producer sends.
    ///
    /// ```
    /// use response_event::{Number, ResponseEvent, Strict, Valid};
    ///
    /// #[derive(Clone, Debug, ResponseEvent)]
    /// #[event(type = "response.queued")]
    /// struct Queued {
    ///     #[event(index)]
    ///     sequence_number: Number,
    /// }
    ///
    /// let documented: Valid<Queued> = response_event::from_str(r#"{"type":"response.queued","sequence_number":9914.45}"#)?;
    /// assert!(Strict::try_new(documented.into_inner()).is_err());
    ///
    /// let real: Strict<Queued> = response_event::from_str(r#"{"type":"response.queued","sequence_number":9914}"#)?;
    /// let real: Valid<Queued> = real.into();
    /// assert_eq!(real.sequence_number, 9914);
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    Strict, Level::Strict
}

/// Keeps the event: the strict rules include the contract.
impl<E> From<Strict<E>> for Valid<E> {
    fn from(event: Strict<E>) -> Self {
        Self(event.0)
    }
}
