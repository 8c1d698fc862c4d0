//! `PartialJson`: reads JSON text that is still coming, each byte once.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Number, Value};

/// Levels of lists and objects that are read, as in serde_json.
const MAX_DEPTH: usize = 128;

/// Digits of a number that is shown before it is complete: it is parsed again with each piece.
const MAX_PARTIAL_NUMBER: usize = 64;

/// A reader of JSON text that comes in pieces, such as the arguments of a tool call or a structured output.
///
/// The value so far has what has come: strings, lists and objects that are open count as closed. Each byte is scanned
/// once, whatever the size of the pieces, and [`value`](Self::value) costs nothing.
///
/// ```
/// use response_event::PartialJson;
/// use serde_json::json;
///
/// let mut partial = PartialJson::new();
/// partial.push(r#"{"city":"Ber"#);
/// assert_eq!(partial.value(), Some(&json!({"city": "Ber"})));
/// partial.push(r#"gen","days":[1,2"#);
/// assert_eq!(partial.value(), Some(&json!({"city": "Bergen", "days": [1, 2]})));
/// assert!(!partial.is_complete());
/// partial.push("]}");
/// assert!(partial.is_complete());
/// ```
///
/// A number counts from the first digit on: after `1` it may still become `12`. A key without a value, and the beginning
/// of `true`, `false` or `null`, do not count. If the text is no JSON, the value stays as it was before the first bad byte.
#[derive(Clone, Debug, Default)]
pub struct PartialJson {
    root: Option<Value>,
    /// The lists and objects that are open, from the root on.
    open: Vec<Container>,
    state: State,
    /// The text of a key or a number so far.
    token: String,
    /// The number in `token` is in the value.
    is_shown: bool,
    /// Bytes of the text, also those after the first bad one.
    read: usize,
    scanned: usize,
}

#[derive(Clone, Debug)]
enum Container {
    List,
    /// With the key of the last field.
    Object(String),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Value,
    FirstElement,
    FirstKey,
    NextKey,
    Colon,
    AfterValue,
    Text(Text),
    Number,
    Literal(Literal),
    Complete,
    Invalid,
}

/// The rest of `true`, `false` or `null` that must come, and the value; `None` is `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Literal {
    rest: &'static str,
    value: Option<bool>,
}

/// The place in a string at which the text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Text {
    is_key: bool,
    escape: Escape,
    /// The first half of a surrogate pair.
    high: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None,
    Backslash,
    Unicode { digits: u8, code: u16 },
}

impl PartialJson {
    /// Creates a reader that has read nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the next piece of the text.
    pub fn push(&mut self, piece: &str) {
        self.read += piece.len();
        let mut rest = piece;
        while !rest.is_empty() && self.state != State::Invalid {
            let read = match self.state {
                State::Text(text) => self.read_text(text, rest),
                State::Number => self.read_number(rest),
                _ => {
                    self.read_byte(rest.as_bytes()[0]);
                    // A byte that is not ASCII is in a string or is an error.
                    if rest.is_char_boundary(1) { 1 } else { rest.len() }
                }
            };
            self.scanned += read;
            rest = rest.get(read..).unwrap_or_default();
        }
        if self.state == State::Number {
            let number = if self.token.len() <= MAX_PARTIAL_NUMBER { parse_number(&self.token) } else { None };
            self.show(number);
        }
    }

    /// Reads what a text that grows has after what was read of it. A text that is shorter is read from its start.
    pub(super) fn read(&mut self, text: &str) {
        if self.read > text.len() {
            *self = Self::new();
        }
        self.push(text.get(self.read..).unwrap_or_default());
    }

    /// Returns the value so far; `None` if nothing of it has come.
    pub fn value(&self) -> Option<&Value> {
        self.root.as_ref()
    }

    /// Returns `true` if the value is complete. A number at the top is complete with the white space after it.
    pub fn is_complete(&self) -> bool {
        self.state == State::Complete
    }

    /// Returns `true` if the text so far is not the beginning of JSON, or is nested too deep.
    pub fn is_invalid(&self) -> bool {
        self.state == State::Invalid
    }

    /// Returns the number of bytes that were scanned.
    pub fn scanned(&self) -> usize {
        self.scanned
    }

    fn read_byte(&mut self, byte: u8) {
        if let State::Literal(literal) = self.state {
            self.read_literal(byte, literal);
            return;
        }
        if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
            return;
        }
        match (self.state, byte) {
            (State::FirstElement, b']') | (State::FirstKey, b'}') => self.close(),
            (State::Value | State::FirstElement, _) => self.begin_value(byte),
            (State::FirstKey | State::NextKey, b'"') => {
                self.token.clear();
                self.state = State::Text(Text { is_key: true, escape: Escape::None, high: None });
            }
            (State::Colon, b':') => self.state = State::Value,
            (State::AfterValue, _) => match (self.open.last(), byte) {
                (Some(Container::List), b',') => self.state = State::Value,
                (Some(Container::Object(_)), b',') => self.state = State::NextKey,
                (Some(Container::List), b']') | (Some(Container::Object(_)), b'}') => self.close(),
                _ => self.state = State::Invalid,
            },
            _ => self.state = State::Invalid,
        }
    }

    fn begin_value(&mut self, byte: u8) {
        match byte {
            b'"' => {
                self.insert(Value::String(String::new()));
                self.state = State::Text(Text { is_key: false, escape: Escape::None, high: None });
            }
            b'[' | b'{' if self.open.len() == MAX_DEPTH => self.state = State::Invalid,
            b'[' => {
                self.insert(Value::Array(Vec::new()));
                self.open.push(Container::List);
                self.state = State::FirstElement;
            }
            b'{' => {
                self.insert(Value::Object(Map::new()));
                self.open.push(Container::Object(String::new()));
                self.state = State::FirstKey;
            }
            b'-' | b'0'..=b'9' => {
                self.token.clear();
                self.token.push(char::from(byte));
                self.is_shown = false;
                self.state = State::Number;
            }
            b't' => self.state = State::Literal(Literal { rest: "rue", value: Some(true) }),
            b'f' => self.state = State::Literal(Literal { rest: "alse", value: Some(false) }),
            b'n' => self.state = State::Literal(Literal { rest: "ull", value: None }),
            _ => self.state = State::Invalid,
        }
    }

    fn read_literal(&mut self, byte: u8, literal: Literal) {
        match literal.rest.strip_prefix(char::from(byte)) {
            None => self.state = State::Invalid,
            Some("") => {
                self.insert(literal.value.map_or(Value::Null, Value::Bool));
                self.end_value();
            }
            Some(rest) => self.state = State::Literal(Literal { rest, ..literal }),
        }
    }

    fn read_number(&mut self, rest: &str) -> usize {
        let is_of_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let len = rest.bytes().take_while(|byte| is_of_number(byte)).count();
        self.token.push_str(&rest[..len]);
        if len < rest.len() {
            let number = parse_number(&self.token);
            let is_number = number.is_some();
            self.show(number);
            if is_number {
                self.end_value();
            } else {
                self.state = State::Invalid;
            }
        }
        len
    }

    /// Reads to the end of the piece, of the string, or of one step of an escape.
    fn read_text(&mut self, text: Text, rest: &str) -> usize {
        let byte = rest.as_bytes()[0];
        match text.escape {
            Escape::None if text.high.is_none() => {
                let len = rest.bytes().take_while(|byte| !matches!(byte, b'"' | b'\\' | ..b' ')).count();
                if len > 0 {
                    self.append(text, &rest[..len]);
                    return len;
                }
                match byte {
                    b'"' if text.is_key => {
                        let key = core::mem::take(&mut self.token);
                        if let Some(Container::Object(last)) = self.open.last_mut() {
                            *last = key;
                        }
                        self.state = State::Colon;
                    }
                    b'"' => self.end_value(),
                    b'\\' => self.state = State::Text(Text { escape: Escape::Backslash, ..text }),
                    _ => self.state = State::Invalid,
                }
            }
            // The second half of a pair must follow.
            Escape::None if byte == b'\\' => self.state = State::Text(Text { escape: Escape::Backslash, ..text }),
            Escape::None => self.state = State::Invalid,
            Escape::Backslash => self.read_escape(text, byte),
            Escape::Unicode { digits, code } => match char::from(byte).to_digit(16) {
                None => self.state = State::Invalid,
                Some(digit) => {
                    let code = code << 4 | u16::try_from(digit).unwrap_or_default();
                    if digits == 3 {
                        self.end_unicode(text, code);
                    } else {
                        self.state = State::Text(Text { escape: Escape::Unicode { digits: digits + 1, code }, ..text });
                    }
                }
            },
        }
        1
    }

    fn read_escape(&mut self, text: Text, byte: u8) {
        let character = match byte {
            b'u' => {
                self.state = State::Text(Text { escape: Escape::Unicode { digits: 0, code: 0 }, ..text });
                return;
            }
            b'"' => "\"",
            b'\\' => "\\",
            b'/' => "/",
            b'b' => "\u{8}",
            b'f' => "\u{c}",
            b'n' => "\n",
            b'r' => "\r",
            b't' => "\t",
            _ => "",
        };
        if character.is_empty() || text.high.is_some() {
            self.state = State::Invalid;
        } else {
            self.append(text, character);
            self.state = State::Text(Text { escape: Escape::None, ..text });
        }
    }

    fn end_unicode(&mut self, text: Text, code: u16) {
        let text = Text { escape: Escape::None, ..text };
        if text.high.is_none() && (0xD800..0xDC00).contains(&code) {
            self.state = State::Text(Text { high: Some(code), ..text });
            return;
        }
        let units = text.high.into_iter().chain([code]);
        let mut characters = char::decode_utf16(units);
        match (characters.next(), characters.next()) {
            (Some(Ok(character)), None) => {
                let text = Text { high: None, ..text };
                self.append(text, character.encode_utf8(&mut [0; 4]));
                self.state = State::Text(text);
            }
            _ => self.state = State::Invalid,
        }
    }

    fn append(&mut self, text: Text, piece: &str) {
        if text.is_key {
            self.token.push_str(piece);
        } else if let Some(Value::String(text)) = self.last_value() {
            text.push_str(piece);
        }
    }

    fn close(&mut self) {
        self.open.pop();
        self.end_value();
    }

    fn end_value(&mut self) {
        self.state = if self.open.is_empty() { State::Complete } else { State::AfterValue };
    }

    /// Shows the number in `token` as far as it is one.
    fn show(&mut self, number: Option<Value>) {
        match number {
            Some(number) if self.is_shown => {
                if let Some(last) = self.last_value() {
                    *last = number;
                }
            }
            Some(number) => {
                self.insert(number);
                self.is_shown = true;
            }
            None if self.is_shown => {
                self.remove();
                self.is_shown = false;
            }
            None => {}
        }
    }

    /// Returns the value that was inserted last.
    fn last_value(&mut self) -> Option<&mut Value> {
        let Some(container) = self.open.last() else { return self.root.as_mut() };
        match (innermost(&mut self.root, &self.open)?, container) {
            (Value::Array(elements), _) => elements.last_mut(),
            (Value::Object(fields), Container::Object(key)) => fields.get_mut(key),
            _ => None,
        }
    }

    fn insert(&mut self, value: Value) {
        match (innermost(&mut self.root, &self.open), self.open.last()) {
            (Some(Value::Array(elements)), _) => elements.push(value),
            (Some(Value::Object(fields)), Some(Container::Object(key))) => {
                fields.insert(key.clone(), value);
            }
            _ => self.root = Some(value),
        }
    }

    fn remove(&mut self) {
        match (innermost(&mut self.root, &self.open), self.open.last()) {
            (Some(Value::Array(elements)), _) => {
                elements.pop();
            }
            (Some(Value::Object(fields)), Some(Container::Object(key))) => {
                fields.remove(key);
            }
            _ => self.root = None,
        }
    }
}

/// Returns the innermost list or object that is open; `None` if none is.
fn innermost<'v>(root: &'v mut Option<Value>, open: &[Container]) -> Option<&'v mut Value> {
    let (_, outer) = open.split_last()?;
    outer.iter().try_fold(root.as_mut()?, |value, container| match (value, container) {
        (Value::Array(elements), _) => elements.last_mut(),
        (Value::Object(fields), Container::Object(key)) => fields.get_mut(key),
        _ => None,
    })
}

fn parse_number(text: &str) -> Option<Value> {
    text.parse::<Number>().ok().map(Value::Number)
}
