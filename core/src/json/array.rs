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

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use serde::Deserialize;

    use super::*;

    #[test]
    fn items_are_read_in_their_order() {
        for (text, expected) in [("[]", &[][..]), (" [ ]", &[]), ("[1]", &[1]), ("[ 1 ,2, 3 ]", &[1, 2, 3])] {
            let mut reader = Reader::new(text);
            assert_eq!(Vec::<u8>::deserialize(&mut reader).unwrap(), expected, "{text}");
            assert_eq!(reader.at, text.len(), "{text}");
            assert_eq!(serde_json::from_str::<Vec<u8>>(text).unwrap(), expected, "{text}: serde_json");
        }
    }

    #[test]
    fn an_error_knows_the_item_and_the_byte() {
        for (text, message, offset, pointer) in [
            ("[", "the text ends in the middle of a value", 1, "/0"),
            ("[1", "the text ends in the middle of a value", 2, ""),
            ("[1,", "the text ends in the middle of a value", 3, "/1"),
            ("[1 2]", "expected `,` or `]`", 3, ""),
            ("[1}", "expected `,` or `]`", 2, ""),
            ("[,1]", "expected a value", 1, "/0"),
            ("[1,]", "expected a value", 3, "/1"),
            ("[1,,2]", "expected a value", 3, "/1"),
            (r#"["x"]"#, "invalid type: string \"x\", expected u8", 3, "/0"),
            ("[1, 2, 256]", "invalid value: integer `256`, expected u8", 9, "/2"),
            ("[1,[2]]", "invalid type: array, expected u8", 3, "/1"),
        ] {
            let error = Vec::<u8>::deserialize(&mut Reader::new(text)).unwrap_err();
            assert_eq!(error.parts(), (message, offset, pointer.into()), "{text}");
            assert!(serde_json::from_str::<Vec<u8>>(text).is_err(), "{text}: serde_json");
        }
        let error = Vec::<Vec<u8>>::deserialize(&mut Reader::new("[[],[1,-1]]")).unwrap_err();
        assert_eq!(error.parts(), ("invalid value: integer `-1`, expected u8", 8, "/1/1".into()));
    }

    #[test]
    fn a_tuple_takes_as_many_items_as_it_has_places() {
        assert_eq!(<(u8, String)>::deserialize(&mut Reader::new(r#"[1,"a"]"#)).unwrap(), (1, "a".into()));
        for (text, message, offset) in [
            ("[1]", "invalid length 1, expected a tuple of size 2", 2),
            (r#"[1,"a",2]"#, "expected `]`, as no more items are wanted", 6),
            (r#"[1,"a",]"#, "expected `]`, as no more items are wanted", 6),
        ] {
            let error = <(u8, String)>::deserialize(&mut Reader::new(text)).unwrap_err();
            assert_eq!(error.parts(), (message, offset, String::new()), "{text}");
            assert!(serde_json::from_str::<(u8, String)>(text).is_err(), "{text}: serde_json");
        }
    }
}
