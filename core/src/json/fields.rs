//! The fields of an object that is not decoded, as text.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::error::Error;
use super::reader::Reader;

/// Returns the fields of an object in their order, each as its name and the text of its value.
///
/// # Errors
///
/// If the text is not an object.
pub(crate) fn fields(text: &str) -> Result<Vec<(Cow<'_, str>, &str)>, Error> {
    Reader::new(text).object_only(false, &"an object", |mut object| {
        let mut fields = Vec::new();
        while let Some(name) = object.next_name()? {
            fields.push((name, object.next_text()?));
        }
        Ok(fields)
    })
}

/// Visits the fields of an object, each as its name and the text of its value, up to the first error in the text.
pub(crate) fn each_field<'de>(text: &'de str, mut visit: impl FnMut(&str, &'de str)) {
    // The caller has already reported the error, or does not need it.
    let _ = Reader::new(text).object_only(false, &"an object", |mut object| {
        while let Some(name) = object.next_name()? {
            visit(&name, object.next_text()?);
        }
        Ok(())
    });
}

/// Returns the text of a JSON string, or `None` if the JSON is anything else.
pub(crate) fn text(json: &str) -> Option<Cow<'_, str>> {
    let mut reader = Reader::new(json);
    if reader.peek() == b'"' { reader.string().ok() } else { None }
}
