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
///
/// # Errors
///
/// If the text is not an object.
pub(crate) fn each_field<'de>(text: &'de str, mut visit: impl FnMut(&str, &'de str)) -> Result<(), Error> {
    Reader::new(text).object_only(false, &"an object", |mut object| {
        while let Some(name) = object.next_name()? {
            visit(&name, object.next_text()?);
        }
        Ok(())
    })
}

/// Returns the text of a JSON string, or `None` if the JSON is anything else.
pub(crate) fn text(json: &str) -> Option<Cow<'_, str>> {
    let mut reader = Reader::new(json);
    if reader.peek() == b'"' { reader.string().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::*;

    #[test]
    fn each_field_is_its_name_and_the_text_of_its_value() {
        let json = r#" { "a" : [ 1.0 , null ] , "\u0062":"\u0061", "type":0, "a":{} } "#;
        let expected = [("a", "[ 1.0 , null ]"), ("b", r#""\u0061""#), ("type", "0"), ("a", "{}")];
        let all = fields(json).unwrap();
        assert_eq!(all.iter().map(|(name, value)| (&**name, *value)).collect::<Vec<_>>(), expected);
        let mut visited = Vec::new();
        each_field(json, |name, value| visited.push((name.to_string(), value))).unwrap();
        assert_eq!(visited.iter().map(|(name, value)| (&**name, *value)).collect::<Vec<_>>(), expected);
        assert_eq!(fields("{}").unwrap(), []);
    }

    #[test]
    fn a_malformed_object_is_visited_up_to_its_error() {
        for (json, message, offset, names) in [
            ("[]", "invalid type: array, expected an object", 0, ""),
            ("", "the text is empty", 0, ""),
            ("{", "the text ends in the middle of a value", 1, ""),
            (r#"{"a":1,"b":}"#, "expected a value", 11, "a"),
            (r#"{"a":1,"b":2"#, "the text ends in the middle of a value", 12, "ab"),
            (r#"{"a":1,"b" 2}"#, "expected `:`", 11, "a"),
            (r#"{"a":1,}"#, "expected a string as key", 7, "a"),
            (r#"{"a":1} x"#, "expected nothing after the value", 8, "a"),
        ] {
            assert_eq!(fields(json).unwrap_err().parts(), (message, offset, String::new()), "{json}");
            let mut visited = String::new();
            let error = each_field(json, |name, _| visited.push_str(name)).unwrap_err();
            assert_eq!(error.parts(), (message, offset, String::new()), "{json}");
            assert_eq!(visited, names, "{json}");
        }
    }

    #[test]
    fn only_a_string_has_text() {
        for (json, expected) in [
            (r#""a""#, Some("a")),
            (r#" "\u0061""#, Some("a")),
            (r#""""#, Some("")),
            ("1", None),
            ("null", None),
            (r#"["a"]"#, None),
            (r#""\x""#, None),
            ("", None),
        ] {
            assert_eq!(text(json).as_deref(), expected, "{json}");
        }
    }
}
