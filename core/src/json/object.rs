//! Objects, read field by field.

use alloc::borrow::Cow;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, MapAccess};

use super::error::Error;
use super::map_key::MapKey;
use super::reader::Reader;

/// The fields of an object whose opening brace was taken, as a `MapAccess`.
pub(crate) struct Object<'r, 'de> {
    reader: &'r mut Reader<'de>,
    /// The offset of the last key that was read.
    key: usize,
    is_first: bool,
    ahead: Ahead,
}

/// The state of a `type` that is read before its turn.
#[derive(Clone, Copy)]
enum Ahead {
    No,
    /// It is the next field; the offset of its key.
    Next(usize),
    /// It was read, and is skipped in its place, from its key to the end of its value.
    Done {
        key: usize,
        end: usize,
    },
}

/// The next key of an object, compared with the expected one.
pub(crate) enum NextKey<'de> {
    /// There is no further key.
    End,
    /// `type`, read before its turn.
    Type,
    Expected,
    Other(Cow<'de, str>),
}

impl<'r, 'de> Object<'r, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'de>) -> Self {
        Self { reader, key: 0, is_first: true, ahead: Ahead::No }
    }

    /// Creates an object whose first field is `type`, wherever it is in the text.
    pub(super) fn with_type_first(reader: &'r mut Reader<'de>) -> Result<Self, Error> {
        let start = reader.at;
        let ahead = match reader.find_type()? {
            Some(key) => Ahead::Next(key),
            None => Ahead::No,
        };
        reader.at = start;
        Ok(Self { reader, key: 0, is_first: true, ahead })
    }

    /// Moves to the opening quote of the next key. Returns `false` at the end of the object, which is not taken.
    #[inline]
    fn next_key(&mut self) -> Result<bool, Error> {
        // The usual case: compact JSON, and not the first field.
        let next = self.reader.at + 1;
        let is_skipped = matches!(self.ahead, Ahead::Done { key, .. } if key == next);
        if self.reader.bytes().get(next - 1..=next) == Some(b",\"") && !self.is_first && !is_skipped {
            self.reader.at = next;
            return Ok(true);
        }
        self.any_next_key()
    }

    fn any_next_key(&mut self) -> Result<bool, Error> {
        loop {
            match (self.reader.peek(), self.is_first) {
                (b'}', _) => return Ok(false),
                (b'"', true) => {}
                (b',', false) => {
                    self.reader.at += 1;
                    if self.reader.peek() != b'"' {
                        return Err(self.reader.unexpected("expected a string as key"));
                    }
                }
                (_, true) => return Err(self.reader.unexpected("expected a string as key, or `}`")),
                (_, false) => return Err(self.reader.unexpected("expected `,` or `}`")),
            }
            self.is_first = false;
            match self.ahead {
                Ahead::Done { key, end } if key == self.reader.at => self.reader.at = end,
                _ => return Ok(true),
            }
        }
    }

    /// Takes the next key and returns it without escapes, or `None` at the end of the object.
    pub(super) fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, Error> {
        if self.next_key()? { self.reader.string().map(Some) } else { Ok(None) }
    }

    /// Takes the value of the last key and returns its text.
    pub(super) fn next_text(&mut self) -> Result<&'de str, Error> {
        self.reader.take(b':', "expected `:`")?;
        self.reader.raw()
    }

    /// Takes the next key. If it is `expected`, as it usually is, its text is read only once.
    #[inline]
    pub(crate) fn next_key_expecting(&mut self, expected: Option<&str>) -> Result<NextKey<'de>, Error> {
        if let Ahead::Next(at) = self.ahead {
            self.key = at;
            return Ok(NextKey::Type);
        }
        if !self.next_key()? {
            return Ok(NextKey::End);
        }
        self.key = self.reader.at;
        if let Some(end) = expected.and_then(|name| self.reader.key_end(name.as_bytes())) {
            self.reader.at = end;
            return Ok(NextKey::Expected);
        }
        self.reader.string().map(NextKey::Other)
    }

    /// Takes the first key if it is `type`. Otherwise takes nothing and returns `false`.
    pub(crate) fn take_type_key(&mut self) -> Result<bool, Error> {
        if let Ahead::Next(at) = self.ahead {
            self.key = at;
            return Ok(true);
        }
        if !self.next_key()? {
            return Ok(false);
        }
        let Some(end) = self.reader.key_end(b"type") else {
            // The key is read again as the next one.
            self.is_first = true;
            return Ok(false);
        };
        self.key = self.reader.at;
        self.reader.at = end;
        Ok(true)
    }

    /// Adds the last key to the path of an error in its value.
    #[cold]
    fn inside(&mut self, error: Error) -> Error {
        let at = core::mem::replace(&mut self.reader.at, self.key);
        let error = match self.reader.string() {
            Ok(key) => error.at(at).inside(&key),
            Err(_) => error,
        };
        self.reader.at = at;
        error
    }
}

impl<'de> MapAccess<'de> for Object<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        if let Ahead::Next(key) = self.ahead {
            self.key = key;
            return seed.deserialize(BorrowedStrDeserializer::new("type")).map(Some);
        }
        if !self.next_key()? {
            return Ok(None);
        }
        self.key = self.reader.at;
        match self.reader.string()? {
            Cow::Borrowed(key) => seed.deserialize(MapKey::new(Cow::Borrowed(key))).map(Some),
            key @ Cow::Owned(_) => seed.deserialize(MapKey::new(key)).map(Some),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        if let Ahead::Next(key) = self.ahead {
            return self.value_ahead(seed, key);
        }
        self.reader.take(b':', "expected `:`")?;
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.inside(error)),
        }
    }
}

impl<'de> Object<'_, 'de> {
    /// Reads the value of the `type` at `key`, and returns to the current position.
    #[cold]
    fn value_ahead<V: DeserializeSeed<'de>>(&mut self, seed: V, key: usize) -> Result<V::Value, Error> {
        let start = core::mem::replace(&mut self.reader.at, key);
        match self.reader.key_end(b"type") {
            Some(end) => self.reader.at = end,
            None => self.reader.skip_string()?,
        }
        self.reader.take(b':', "expected `:`")?;
        let value = seed.deserialize(&mut *self.reader).map_err(|error| self.inside(error))?;
        self.ahead = Ahead::Done { key, end: self.reader.at };
        self.reader.at = start;
        Ok(value)
    }
}
