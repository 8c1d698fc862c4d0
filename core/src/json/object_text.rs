//! The text of an object, written field by field.

use alloc::string::String;

use super::quoted::push_quoted;

/// The text of a JSON object.
#[derive(Default)]
pub(crate) struct ObjectText {
    /// Without the closing brace.
    text: String,
}

impl ObjectText {
    /// Appends a field whose value is JSON text.
    pub(crate) fn push(&mut self, name: &str, json: &str) {
        self.push_key(name);
        self.text.push_str(json);
    }

    /// Appends a field whose value is a string.
    pub(crate) fn push_string(&mut self, name: &str, value: &str) {
        self.push_key(name);
        push_quoted(&mut self.text, value);
    }

    fn push_key(&mut self, name: &str) {
        self.text.push(if self.text.is_empty() { '{' } else { ',' });
        push_quoted(&mut self.text, name);
        self.text.push(':');
    }

    /// Returns the whole object.
    pub(crate) fn finish(mut self) -> String {
        self.text.push_str(if self.text.is_empty() { "{}" } else { "}" });
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_stand_in_the_order_they_were_pushed_in() {
        let mut object = ObjectText::default();
        object.push("b", "1.0");
        object.push_string("a\"", "\n");
        assert_eq!(object.finish(), r#"{"b":1.0,"a\"":"\n"}"#);
        assert_eq!(ObjectText::default().finish(), "{}");
    }
}
