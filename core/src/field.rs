//! serde's traits as the fields of an event need them: the bounds of generated code, with words for a field that has none.

use serde::de::Deserialize;
use serde::ser::Serialize;

/// A type that a field can be read into: any with serde's `Deserialize`.
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` cannot be read",
    label = "this, or a type in it, does not implement serde's `Deserialize`",
    note = "write `#[derive(serde::Deserialize)]` on that type, or `#[serde(deserialize_with = \"path\")]` above the field"
)]
pub trait ReadField<'de>: Deserialize<'de> {}

#[diagnostic::do_not_recommend]
impl<'de, T: Deserialize<'de>> ReadField<'de> for T {}

/// A type that a field can be written from: any with serde's `Serialize`.
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` cannot be written",
    label = "this, or a type in it, does not implement serde's `Serialize`",
    note = "write `#[derive(serde::Serialize)]` on that type, or `#[serde(serialize_with = \"path\")]` above the field"
)]
pub trait WriteField: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> WriteField for T {}
