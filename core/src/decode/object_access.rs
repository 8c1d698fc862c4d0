//! The access to the fields of an object, in our own reader of JSON and in any format.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::any::TypeId;

use serde::de::{self, DeserializeSeed, Error as _, MapAccess};

use super::key::{Key, ShapeKey};
use crate::json;
use crate::text::{Excerpt, push_segment};

/// An object whose fields are read one by one.
pub trait ObjectAccess<'de>: MapAccess<'de> {
    /// Reads the next key and looks it up.
    #[doc(hidden)]
    fn next_member(&mut self, key: ShapeKey<'_, 'de>) -> Result<Key, Self::Error>;

    /// Takes the next key if it is `name`; `false` says nothing, and takes nothing.
    #[doc(hidden)]
    #[inline]
    fn take_key(&mut self, _name: &str) -> bool {
        false
    }

    /// Takes `type` and its value if they come first and the value is `tag`; `false` says nothing, and takes nothing.
    #[doc(hidden)]
    #[inline]
    fn take_first_type(&mut self, _tag: &str) -> bool {
        false
    }

    /// Takes `type` and its value if they come next; `None` says nothing, and takes nothing.
    #[doc(hidden)]
    #[inline]
    fn take_type(&mut self) -> Option<&'de str> {
        None
    }

    /// Takes the first key if it is `type`; `false` says nothing, and takes nothing.
    #[doc(hidden)]
    fn next_is_type(&mut self) -> Result<bool, Self::Error> {
        Ok(false)
    }

    /// Adds to an error the place of the key that was taken last, which it is in.
    #[doc(hidden)]
    #[cold]
    fn in_key(&mut self, error: Self::Error) -> Self::Error {
        error
    }

    /// Adds to an error the event and the field that it was met in; the parts of an event have added theirs already.
    ///
    /// `event_type` is empty where there is none. `is_buffered` says that the field was decoded from a buffer.
    #[doc(hidden)]
    fn place_error(error: Self::Error, event_type: &str, member: Option<&str>, is_buffered: bool) -> Self::Error;

    /// Makes an error of one in JSON text that was buffered.
    #[doc(hidden)]
    #[cold]
    fn buffered_error(error: BufferedError) -> Self::Error {
        Self::Error::custom(error.0)
    }
}

/// Adds to an error the event and the field that it was met in, in its text.
#[cold]
fn place_in_text<E: de::Error>(error: E, event_type: &str, member: Option<&str>) -> E {
    let mut pointer = String::new();
    if let Some(member) = member {
        push_segment(&mut pointer, member);
    }
    match (event_type, &*pointer) {
        ("", "") => error,
        ("", pointer) => E::custom(format_args!("at `{pointer}`: {error}")),
        (event_type, "") => E::custom(format_args!("`{}`: {error}", Excerpt::new(event_type))),
        (event_type, pointer) => E::custom(format_args!("`{}` at `{pointer}`: {error}", Excerpt::new(event_type))),
    }
}

/// An error in JSON text that was buffered; its offset counts from the start of that text.
pub struct BufferedError(pub(super) json::Error);

/// The members of an object in any format.
pub(super) struct FromMapAccess<A>(pub(super) A);

impl<'de, A: MapAccess<'de>> MapAccess<'de> for FromMapAccess<A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.0.next_value_seed(seed)
    }
}

/// A nested object of our own reader is one of them too.
impl<'de, A: MapAccess<'de>> ObjectAccess<'de> for FromMapAccess<A> {
    #[cold]
    fn place_error(error: A::Error, event_type: &str, member: Option<&str>, is_buffered: bool) -> A::Error {
        let is_of_reader = typeid::of::<A>() == TypeId::of::<json::Object<'static, 'static>>();
        // What is behind `flatten` may have come from the reader, too: then the error has its path already.
        let has_path = || json::is_reader_error::<A::Error>() && error.to_string().starts_with("at `");
        if !is_buffered && (is_of_reader || has_path()) {
            return error;
        }
        place_in_text(error, event_type, member)
    }

    #[inline]
    fn next_member(&mut self, key: ShapeKey<'_, 'de>) -> Result<Key, A::Error> {
        Ok(self.0.next_key_seed(key)?.unwrap_or(Key::END))
    }
}

/// The members of an object in JSON text: nothing is buffered, and errors know their path, as data.
impl<'de> ObjectAccess<'de> for json::Object<'_, 'de> {
    #[inline]
    fn take_key(&mut self, name: &str) -> bool {
        self.take_key(name)
    }

    #[inline]
    fn take_first_type(&mut self, tag: &str) -> bool {
        self.take_first_type(tag)
    }

    #[inline]
    fn take_type(&mut self) -> Option<&'de str> {
        self.take_type()
    }

    fn next_member(&mut self, key: ShapeKey<'_, 'de>) -> Result<Key, json::Error> {
        if !self.next_key()? {
            return Ok(Key::END);
        }
        let key = if let Some(name) = self.plain_key()? {
            key.find(name, || Cow::Borrowed(name))
        } else {
            let name = self.escaped_key()?;
            key.find(&name, || Cow::Owned(name.clone()))
        };
        key.map_err(|error| self.after_key(error))
    }

    #[cold]
    fn in_key(&mut self, error: json::Error) -> json::Error {
        self.after_key(error)
    }

    #[inline]
    fn next_is_type(&mut self) -> Result<bool, json::Error> {
        self.take_type_key()
    }

    // The path is put together on the way out, and whoever began to read knows the event.
    #[cold]
    fn place_error(error: json::Error, _event_type: &str, member: Option<&str>, is_buffered: bool) -> json::Error {
        match member {
            Some(member) if is_buffered => error.inside(member),
            _ => error,
        }
    }

    #[cold]
    fn buffered_error(error: BufferedError) -> json::Error {
        error.0.without_offset()
    }
}
