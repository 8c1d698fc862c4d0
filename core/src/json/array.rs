//! Arrays, read item by item.

use alloc::string::ToString;

use serde::de::{DeserializeSeed, SeqAccess};

use super::error::Error;
use super::reader::Reader;

/// The items of an array whose opening bracket was taken, as a `SeqAccess`.
pub(super) struct Array<'r, 'de> {
    reader: &'r mut Reader<'de>,
    /// The number of items read so far.
    len: usize,
}

impl<'r, 'de> Array<'r, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'de>) -> Self {
        Self { reader, len: 0 }
    }
}

impl<'de> SeqAccess<'de> for Array<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        match (self.reader.peek(), self.len) {
            (b']', _) => return Ok(None),
            (_, 0) => {}
            (b',', _) => self.reader.at += 1,
            _ => return Err(self.reader.unexpected("expected `,` or `]`")),
        }
        match seed.deserialize(&mut *self.reader) {
            Ok(item) => {
                self.len += 1;
                Ok(Some(item))
            }
            Err(error) => Err(error.at(self.reader.at).inside(&self.len.to_string())),
        }
    }
}
