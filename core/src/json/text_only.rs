//! A serializer that takes a string and nothing else.

use serde::ser::{Error as _, Impossible, Serialize, Serializer};
use serde_json::Error;

use crate::serializer_methods::{refuse_compounds, scalars};

/// Gives a string to a function. Any other value is an error.
pub(super) struct TextOnly<F>(pub(super) F);

impl<F> TextOnly<F> {
    #[cold]
    fn refuse<T>(found: &str) -> Result<T, Error> {
        Err(Error::custom(format_args!("expected a string, found {found}")))
    }
}

#[rustfmt::skip] // one line each
impl<F: FnOnce(&str)> Serializer for TextOnly<F> {
    type Ok = ();
    type Error = Error;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Impossible<(), Error>;

    scalars! { refuse }
    refuse_compounds! { refuse }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        (self.0)(value);
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Error> { Self::refuse("a variant") }
    fn serialize_none(self) -> Result<(), Error> { Self::refuse("nothing") }
    fn serialize_unit(self) -> Result<(), Error> { Self::refuse("nothing") }
    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Error> { Self::refuse("an option") }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> { value.serialize(self) }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> { Self::refuse("a map") }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Error> { Self::refuse("a struct") }
}
