//! From event to output: `type` first, then the members in their order.

mod error;
mod flatten;
mod json_text;
mod omitted;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use self::flatten::{Flattened, is_null};
use crate::field::WriteField;
use crate::rule::Optional;

pub use self::error::EncodeError;
pub(crate) use self::json_text::JsonText;
use self::omitted::Omitted;

/// A type that `#[event(nullable)]` fits.
#[diagnostic::on_unimplemented(
    message = "`nullable` does not fit a member of type `{Self}`",
    label = "always holds a value",
    note = "it is for `Option`, whose `None` it writes as `null`; remove it, or make the member an `Option`"
)]
pub trait Nullable {}

#[diagnostic::do_not_recommend]
impl<T: Optional + ?Sized> Nullable for T {}

/// Returns `false`: a nullable field always has something to write, as `None` is `null`.
#[inline]
pub fn is_absent_nullable<T: Nullable + ?Sized>(_: &T) -> bool {
    false
}

/// Writes an event, or an object that has no tag.
pub struct Encoder<S: Serializer> {
    output: S::SerializeStruct,
}

impl<S: Serializer> Encoder<S> {
    /// Starts an event; `omit` says of each member whether it has nothing to write, and then whether it is left out.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[inline]
    pub fn new(serializer: S, name: &'static str, omit: &mut [bool]) -> Result<Self, S::Error> {
        Self::start(serializer, name, 1, omit)
    }

    /// Starts an object that has no tag.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[inline]
    pub fn untagged(serializer: S, name: &'static str, omit: &mut [bool]) -> Result<Self, S::Error> {
        Self::start(serializer, name, 0, omit)
    }

    /// Starts an event and writes its `type`, unless the object that it was read from had none: then a readable format
    /// gets none. Formats without names count on it.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn perhaps_tagged(
        serializer: S,
        name: &'static str,
        tag: &'static str,
        had_no_type: bool,
        omit: &mut [bool],
    ) -> Result<Self, S::Error> {
        if had_no_type && serializer.is_human_readable() {
            return Self::untagged(serializer, name, omit);
        }
        let mut encoder = Self::new(serializer, name, omit)?;
        encoder.tag(tag)?;
        Ok(encoder)
    }

    #[inline]
    fn start(serializer: S, name: &'static str, tags: usize, omit: &mut [bool]) -> Result<Self, S::Error> {
        // A format without names counts on every member being there, so no binary format leaves one out.
        if !serializer.is_human_readable() {
            omit_none(omit);
        }
        let omitted = omit.iter().filter(|omit| **omit).count();
        let output = serializer.serialize_struct(name, tags + omit.len() - omitted)?;
        Ok(Self { output })
    }

    /// Writes its `type`. Not part of [`new`](Self::new), which would then have an output in use to move.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[inline]
    pub fn tag(&mut self, tag: &'static str) -> Result<(), S::Error> {
        self.output.serialize_field("type", tag)
    }

    /// Writes the next member, or leaves it out.
    ///
    /// # Errors
    ///
    /// Those of the format and of the value.
    #[inline]
    pub fn member<T>(&mut self, name: &'static str, value: &T, omit: bool) -> Result<(), S::Error>
    where
        T: WriteField + ?Sized,
    {
        if omit { self.output.skip_field(name) } else { self.output.serialize_field(name, value) }
    }

    /// Ends the event.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[inline]
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.output.end()
    }
}

/// A call of its own: the code around it is compiled for each event.
#[cold]
fn omit_none(omit: &mut [bool]) {
    omit.fill(false);
}

/// Writes an event with a flattened field.
pub struct MapEncoder<S: Serializer> {
    output: Output<S>,
    may_omit: bool,
    /// The names of the members and their aliases; `type` among them, if there is a tag.
    members: &'static [&'static str],
    omitted: Omitted,
}

enum Output<S: Serializer> {
    /// The number of fields is not known before they are written.
    Map(S::SerializeMap),
    /// The flattened field holds nothing: a format without names has a place for each of the others.
    Struct(S::SerializeStruct),
}

impl<S: Serializer> MapEncoder<S> {
    /// Starts an event and writes its `type`. `len` is the number of its members, without `type`, and `is_rest_empty` says
    /// that the flattened field is known to hold nothing.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[inline]
    pub fn new(
        serializer: S,
        name: &'static str,
        members: &'static [&'static str],
        tag: &'static str,
        len: usize,
        is_rest_empty: bool,
    ) -> Result<Self, S::Error> {
        let mut encoder = Self::untagged(serializer, name, members, len + 1, is_rest_empty)?;
        encoder.write("type", tag)?;
        Ok(encoder)
    }

    /// Starts an event and writes its `type`, unless the object that it was read from had none: then a readable format
    /// gets none.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn perhaps_tagged(
        serializer: S,
        name: &'static str,
        members: &'static [&'static str],
        tag: &'static str,
        had_no_type: bool,
        len: usize,
        is_rest_empty: bool,
    ) -> Result<Self, S::Error> {
        if had_no_type && serializer.is_human_readable() {
            Self::untagged(serializer, name, members, len, is_rest_empty)
        } else {
            Self::new(serializer, name, members, tag, len, is_rest_empty)
        }
    }

    /// Starts an object that has no tag.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[inline]
    pub fn untagged(
        serializer: S,
        name: &'static str,
        members: &'static [&'static str],
        len: usize,
        is_rest_empty: bool,
    ) -> Result<Self, S::Error> {
        let may_omit = serializer.is_human_readable();
        let output = if may_omit || !is_rest_empty {
            Output::Map(serializer.serialize_map(None)?)
        } else {
            Output::Struct(serializer.serialize_struct(name, len)?)
        };
        Ok(Self { output, may_omit, members, omitted: Omitted::default() })
    }

    #[inline]
    fn write<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), S::Error> {
        match &mut self.output {
            Output::Map(output) => output.serialize_entry(name, value),
            Output::Struct(output) => output.serialize_field(name, value),
        }
    }

    /// Writes the next member, unless it has nothing to write.
    ///
    /// # Errors
    ///
    /// Those of the format and of the value.
    #[inline]
    pub fn member<T>(&mut self, name: &'static str, value: &T, omit: bool) -> Result<(), S::Error>
    where
        T: WriteField + ?Sized,
    {
        // A value that is left out for another reason must not come back as `None`.
        if omit && is_null(value) {
            self.omitted.insert(self.members, name);
        }
        if omit && self.may_omit { Ok(()) } else { self.write(name, value) }
    }

    /// Writes the entries of the flattened field.
    ///
    /// # Errors
    ///
    /// Those of the format and of the value; also if the value is no map, or holds `type` or a member of the event: the
    /// output would have it twice. A `null` for a member before it that is `None` is written once.
    pub fn flatten<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        match &mut self.output {
            Output::Map(output) => {
                let are_omitted_written = !self.may_omit;
                value.serialize(Flattened { output, members: self.members, omitted: self.omitted, are_omitted_written })
            }
            Output::Struct(_) => Ok(()),
        }
    }

    /// Ends the event.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        match self.output {
            Output::Map(output) => output.end(),
            Output::Struct(output) => output.end(),
        }
    }
}
