//! `with_type`: the JSON of an event that has its `type` in its frame alone.

use alloc::format;
use alloc::string::String;

use super::fields::each_field;
use super::object_text::ObjectText;
use super::peek::{peek_first_tag, peek_tag};

/// Returns the JSON with the name as its `type`, if it is an object without one.
pub(crate) fn with_type(json: &str, name: &str) -> Option<String> {
    if peek_first_tag(json.as_bytes()).is_some() || !matches!(peek_tag(json), Ok(None)) {
        return None;
    }
    let (before, fields) = json.split_once('{')?;
    // Malformed JSON stays as it was sent, for its error.
    let mut has_type = false;
    let is_object = each_field(json, |field, _| has_type |= field == "type").is_ok();
    if !is_object || has_type {
        return None;
    }
    let mut object = ObjectText::default();
    object.push_string("type", name);
    let object = object.finish();
    let comma = if fields.trim_start().starts_with('}') { "" } else { "," };
    Some(format!("{before}{}{comma}{fields}", object.trim_end_matches('}')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_without_a_type_is_given_one() {
        for (json, expected) in [
            ("{}", r#"{"type":"a}\""}"#),
            (" { }", r#" {"type":"a}\"" }"#),
            (r#"{"b":{"type":"c"}}"#, r#"{"type":"a}\"","b":{"type":"c"}}"#),
        ] {
            assert_eq!(with_type(json, "a}\"").as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn what_has_a_type_or_is_no_object_stays_as_it_is() {
        for json in [
            r#"{"type":"b"}"#,
            r#"{"b":1,"type":"c"}"#,
            r#"{"b":1,"\u0074ype":null}"#,
            r#"{"type":"\ud800"}"#,
            r#"{"b":"#,
            r#"{"b":1} {}"#,
            "[{}]",
            "",
        ] {
            assert_eq!(with_type(json, "a"), None, "{json}");
        }
    }
}
