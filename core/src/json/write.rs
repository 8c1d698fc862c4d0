//! The text of an object, written field by field.

use alloc::string::{String, ToString};

use super::run::run_end;

/// The text of a JSON object.
#[derive(Default)]
pub(crate) struct ObjectText {
    /// Without the closing brace.
    text: String,
}

impl ObjectText {
    /// Appends a field whose value is JSON text.
    pub(crate) fn push(&mut self, name: &str, json: &str) {
        self.text.push_str(if self.text.is_empty() { "{" } else { "," });
        self.text.push_str(&quote(name));
        self.text.push(':');
        self.text.push_str(json);
    }

    /// Appends a field whose value is a string.
    pub(crate) fn push_string(&mut self, name: &str, value: &str) {
        self.push(name, &quote(value));
    }

    /// Returns the whole object.
    pub(crate) fn finish(mut self) -> String {
        self.text.push_str(if self.text.is_empty() { "{}" } else { "}" });
        self.text
    }
}

/// Appends a string as JSON.
pub(crate) fn push_string(json: &mut String, text: &str) {
    if run_end(text.as_bytes(), 0) == text.len() {
        json.push('"');
        json.push_str(text);
        json.push('"');
    } else {
        json.push_str(&quote(text));
    }
}

fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_written_as_serde_json_writes_it() {
        for text in ["", "msg_1", "é\u{2028}\u{7f}", "a\"b", "\\", "\n\0\u{1f}", "a long text before a quote\""] {
            let mut json = String::from("x");
            push_string(&mut json, text);
            assert_eq!(json, String::from("x") + &quote(text), "{text:?}");
        }
    }

    #[test]
    fn the_fields_stand_in_the_order_they_were_pushed_in() {
        let mut object = ObjectText::default();
        object.push("b", "1.0");
        object.push_string("a\"", "\n");
        assert_eq!(object.finish(), r#"{"b":1.0,"a\"":"\n"}"#);
        assert_eq!(ObjectText::default().finish(), "{}");
    }
}
