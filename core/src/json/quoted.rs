//! Strings in quotes, with escapes where JSON needs them.

use alloc::string::String;

use super::run::{LONG, is_run, run_end};

/// Appends a string as JSON, byte for byte as serde_json writes it.
#[inline]
pub(crate) fn push_quoted(json: &mut String, value: &str) {
    if value.len() > LONG {
        // Else the last quote might double the buffer.
        json.reserve(value.len() + 2);
    }
    json.push('"');
    push_characters(json, value);
    json.push('"');
}

/// Appends the key of a field and its colon, with a comma before it unless it is the first.
#[inline]
pub(super) fn push_key(json: &mut String, name: &str, is_first: bool) {
    if is_first {
        json.push('"');
    } else {
        json.push_str(",\"");
    }
    push_characters(json, name);
    json.push_str("\":");
}

#[inline]
fn push_characters(json: &mut String, value: &str) {
    if is_run(value.as_bytes()) {
        json.push_str(value);
    } else {
        push_escaped(json, value);
    }
}

fn push_escaped(json: &mut String, value: &str) {
    let mut start = 0;
    loop {
        let end = run_end(value.as_bytes(), start);
        json.push_str(value.get(start..end).unwrap_or_default());
        match value.as_bytes().get(end) {
            Some(byte) => push_escape(json, *byte),
            None => return,
        }
        start = end + 1;
    }
}

#[inline]
fn push_escape(json: &mut String, byte: u8) {
    // All of the same length: the compiler makes one store of it.
    json.push_str(match byte {
        b'"' => "\\\"",
        b'\\' => "\\\\",
        b'\n' => "\\n",
        b'\t' => "\\t",
        b'\r' => "\\r",
        8 => "\\b",
        12 => "\\f",
        _ => return push_code_unit(json, byte),
    });
}

#[cold]
fn push_code_unit(json: &mut String, byte: u8) {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
    json.push_str("\\u00");
    json.push(digit(byte >> 4));
    json.push(digit(byte & 0xf));
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn a_string_is_quoted_as_serde_json_does() {
        for plain in ["", "a", "é", "abcd", "abcdefg", "abcdefgh", "a text of more than two words", &"long ".repeat(20)]
        {
            for character in ('\0'..='\u{ff}').chain(['\u{2028}', '\u{feff}', '\u{10ffff}']) {
                for place in plain.char_indices().map(|(place, _)| place).chain([plain.len()]) {
                    let mut value = plain.to_string();
                    value.insert(place, character);
                    let mut json = String::new();
                    push_quoted(&mut json, &value);
                    assert_eq!(json, serde_json::Value::from(value).to_string());
                }
            }
        }
    }
}
