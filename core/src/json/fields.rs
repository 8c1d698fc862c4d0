//! The fields of an object that is not decoded, as text.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::error::Error;
use super::reader::Reader;

/// The members of an object in their order, each as its name and the text of its value.
///
/// # Errors
///
/// If the text is no object.
pub(crate) fn fields(text: &str) -> Result<Vec<(Cow<'_, str>, &str)>, Error> {
    Reader::new(text).object_only(false, &"an object", |mut object| {
        let mut members = Vec::new();
        while let Some(name) = object.next_name()? {
            members.push((name, object.next_text()?));
        }
        Ok(members)
    })
}

/// Visits the members of an object, each as its name and the text of its value, as far as the text is one.
pub(crate) fn each_field<'de>(text: &'de str, mut visit: impl FnMut(&str, &'de str)) {
    // What is wrong with the text was said before, or is nobody's concern.
    let _ = Reader::new(text).object_only(false, &"an object", |mut object| {
        while let Some(name) = object.next_name()? {
            visit(&name, object.next_text()?);
        }
        Ok(())
    });
}

/// The text that a JSON string is; `None` if the JSON is anything else.
pub(crate) fn text(json: &str) -> Option<Cow<'_, str>> {
    let mut reader = Reader::new(json);
    if reader.peek() == b'"' { reader.string().ok() } else { None }
}
