//! The JSON of one event, written in any way: fields in any order, white space, escapes, repeats, other values, and cuts.

use std::fmt::Write;

/// Writes the event that the choices lead to; each takes one byte, and where there are no more, the first is taken.
pub fn text_delta(choices: &[u8]) -> String {
    Writer { choices: choices.iter(), json: String::new() }.event()
}

/// The fields of a text delta, two that it does not have, and their usual values.
const FIELDS: &[(&str, &str)] = &[
    ("type", r#""response.output_text.delta""#),
    ("item_id", r#""msg_0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071""#),
    ("output_index", "0"),
    ("content_index", "17"),
    ("delta", r#"" quick brown fox jumps over the lazy""#),
    ("sequence_number", "12"),
    ("logprobs", "[]"),
    ("obfuscation", r#""aB3dE5fG7hI9jK""#),
];

/// Values that a field may have instead, some of them of no type that it has, and some of them no JSON.
const VALUES: &[&str] = &[
    r#""response.other""#,
    r#""""#,
    r#""a\n\"\\\/\b\f\r\t\u00e9\ud83d\ude00 é😀""#,
    r#""\ud800""#,
    "\"\u{1}\"",
    r#""\x""#,
    "\"",
    "null",
    "true",
    "fals",
    "0",
    "-0",
    "00",
    "7",
    "18446744073709551615",
    "18446744073709551616",
    "-3",
    "1.0",
    "2.5",
    "1e2",
    "1e",
    "1e400",
    "9007199254740993",
    "[1,{\"a\":[]}]",
    "{\"type\":\"x\",\"delta\":1}",
    "[1,]",
    "{}",
    "",
    "}",
    "nul",
];

const WHITE: &[&str] = &["", "", "", " ", "\n", "\t\r\n  ", "\u{a0}", "/**/"];

struct Writer<'c> {
    choices: core::slice::Iter<'c, u8>,
    json: String,
}

impl Writer<'_> {
    fn choose(&mut self, most: usize) -> usize {
        self.choices.next().map_or(0, |choice| usize::from(*choice) % most)
    }

    /// Returns `true` in few cases.
    fn rarely(&mut self) -> bool {
        self.choose(24) == 23
    }

    fn event(mut self) -> String {
        let mut fields: Vec<_> = FIELDS.to_vec();
        // Permuted, with some twice and some not there.
        for index in 0..fields.len() {
            let other = index + self.choose(fields.len() - index);
            fields.swap(index, other);
        }
        if self.choose(8) == 7 {
            fields.sort_by_key(|(name, _)| *name != "type");
        }
        match self.choose(12) {
            10 => fields.extend_from_within(..1),
            11 => drop(fields.pop()),
            _ => {}
        }
        let is_spaced = self.choose(2) == 1;
        self.white(is_spaced);
        self.json.push('{');
        for (index, (name, value)) in fields.into_iter().enumerate() {
            // A comma before the first, or none between two, is no JSON.
            if (index > 0) != self.rarely() {
                self.white(is_spaced);
                let separator = if self.rarely() { ';' } else { ',' };
                self.json.push(separator);
            }
            self.white(is_spaced);
            self.key(name);
            self.white(is_spaced);
            self.json.push(':');
            self.white(is_spaced);
            let value = if self.choose(6) == 5 { VALUES[self.choose(VALUES.len())] } else { value };
            self.json.push_str(value);
        }
        self.white(is_spaced);
        self.json.push('}');
        self.white(is_spaced);
        if self.rarely() {
            let mut end = self.choose(256).min(self.json.len());
            while !self.json.is_char_boundary(end) {
                end -= 1;
            }
            self.json.truncate(end);
        }
        self.json
    }

    fn white(&mut self, is_spaced: bool) {
        if is_spaced {
            // The last two are no white space.
            let most = if self.rarely() { WHITE.len() } else { WHITE.len() - 2 };
            let white = WHITE[self.choose(most)];
            self.json.push_str(white);
        }
    }

    /// A name, at times with its first letter as an escape or with another.
    fn key(&mut self, name: &str) {
        self.json.push('"');
        let rest = match (self.choose(32), name.split_at(1)) {
            (30, (first, rest)) => {
                let first = first.chars().next().map_or(0, u32::from);
                let _ = write!(self.json, "\\u{first:04x}");
                rest
            }
            (31, (_, rest)) => rest,
            _ => name,
        };
        self.json.push_str(rest);
        self.json.push('"');
    }
}
