//! Objects, read field by field.

use alloc::borrow::Cow;
use alloc::string::String;

use serde::de::{DeserializeSeed, MapAccess};

use super::error::Error;
use super::map_key::MapKey;
use super::reader::Reader;

/// The fields of an object whose opening brace was taken, as a `MapAccess`. A key is taken together with its colon.
pub(crate) struct Object<'r, 'de> {
    reader: &'r mut Reader<'de>,
    /// The offset of the last key that was read.
    key: usize,
    turn: Turn,
    /// All keys were the expected ones so far, in JSON with white space.
    is_in_order: bool,
    /// The `type` that was read before its turn and is skipped in its place, from its key to the end of its value.
    skipped: Option<(usize, usize)>,
}

/// The next step in an object.
#[derive(Clone, Copy)]
enum Turn {
    /// The first field in the text.
    First,
    /// `type`, which is not the first field in the text but is read before it; the offset of its key.
    Type(usize),
    /// A field after a comma.
    Later,
    /// The field whose key comes next: its opening quote was looked for.
    Key,
}

impl<'r, 'de> Object<'r, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'de>) -> Self {
        Self { reader, key: 0, turn: Turn::First, is_in_order: true, skipped: None }
    }

    /// Creates an object whose first field is `type`, wherever it is in the text.
    pub(super) fn with_type_first(reader: &'r mut Reader<'de>) -> Result<Self, Error> {
        let start = reader.at;
        let turn = match reader.find_type()? {
            Some(key) => Turn::Type(key),
            None => Turn::First,
        };
        reader.at = start;
        Ok(Self { reader, key: 0, turn, is_in_order: true, skipped: None })
    }

    /// Takes the next key and its colon if the key is `name`, without escapes, and not the first field.
    #[inline]
    pub(crate) fn take_key(&mut self, name: &str) -> bool {
        let Turn::Later = self.turn else { return false };
        // The usual case: compact JSON.
        let Some(end) = self.reader.later_key_end(name.as_bytes()) else {
            return self.is_spaced() && self.take_spaced_key(name);
        };
        self.key = self.reader.at + 1;
        self.reader.at = end;
        true
    }

    /// Returns `true` if white space is next, or behind a comma, and all keys were the expected ones so far.
    #[inline]
    fn is_spaced(&self) -> bool {
        let next = self.reader.bytes().get(self.reader.at..self.reader.at + 2);
        next.is_some_and(|next| next.iter().any(|byte| *byte <= b' ')) && self.is_in_order
    }

    fn take_spaced_key(&mut self, name: &str) -> bool {
        let comma = self.reader.at;
        match self.any_next_key() {
            Ok(true) => {}
            Ok(false) => return false,
            Err(_) => {
                // It is found again by who takes the key.
                self.reader.at = comma;
                return false;
            }
        }
        let start = self.reader.at;
        if let Some(end) = self.reader.key_end(name.as_bytes()) {
            self.reader.at = end;
            if self.colon().is_ok() {
                return true;
            }
            self.reader.at = start;
        }
        (self.turn, self.is_in_order) = (Turn::Key, false);
        false
    }

    /// Takes `type` and its value if they come next, in compact JSON and without escapes.
    #[inline]
    pub(crate) fn take_type(&mut self) -> Option<&'de str> {
        let start = self.reader.at;
        match self.turn {
            Turn::First => {
                let tag = self.reader.take_tag()?;
                (self.key, self.turn) = (start, Turn::Later);
                Some(tag)
            }
            Turn::Type(key) => {
                self.reader.at = key;
                let tag = self.reader.take_tag();
                if tag.is_some() {
                    (self.turn, self.skipped) = (Turn::First, Some((key, self.reader.at)));
                }
                self.reader.at = start;
                tag
            }
            Turn::Later | Turn::Key => None,
        }
    }

    /// Takes `type` and its value if they come first and the value is `tag`, in compact JSON and without escapes.
    #[inline]
    pub(crate) fn take_first_type(&mut self, tag: &str) -> bool {
        let Turn::First = self.turn else { return false };
        let start = self.reader.at;
        let is_tag = self.reader.take_this_tag(tag);
        if is_tag {
            (self.key, self.turn) = (start, Turn::Later);
        }
        is_tag
    }

    /// Moves to the opening quote of the next key. Returns `false` at the end of the object, which is not taken.
    #[inline]
    pub(crate) fn next_key(&mut self) -> Result<bool, Error> {
        // The usual case: compact JSON, and not the first field.
        let next = self.reader.at + 1;
        if self.reader.bytes().get(next - 1..=next) == Some(b",\"") && self.is_plain_turn(next) {
            (self.key, self.reader.at) = (next, next);
            return Ok(true);
        }
        self.any_next_key()
    }

    /// Returns `true` if the key at an offset is not the first in the text, and not that of a `type` that was read.
    #[inline]
    fn is_plain_turn(&self, key: usize) -> bool {
        matches!(self.turn, Turn::Later) && self.skipped.is_none_or(|(skipped, _)| skipped != key)
    }

    fn any_next_key(&mut self) -> Result<bool, Error> {
        match self.turn {
            Turn::Later if self.skipped.is_none() => {}
            Turn::Type(key) => {
                self.key = key;
                return Ok(true);
            }
            Turn::Key => {
                self.turn = Turn::Later;
                return Ok(true);
            }
            Turn::First | Turn::Later => return self.next_key_but_type(),
        }
        if !self.comma()? {
            return Ok(false);
        }
        self.key = self.reader.at;
        Ok(true)
    }

    /// Does the same where the key may be the first, or that of a `type` that was read.
    fn next_key_but_type(&mut self) -> Result<bool, Error> {
        loop {
            let is_key = match self.turn {
                Turn::First => match self.reader.peek() {
                    b'"' => true,
                    b'}' => false,
                    _ => return Err(self.reader.unexpected("expected a string as key, or `}`")),
                },
                _ => self.comma()?,
            };
            if !is_key {
                return Ok(false);
            }
            self.turn = Turn::Later;
            match self.skipped {
                Some((key, end)) if key == self.reader.at => self.reader.at = end,
                _ => break,
            }
        }
        self.key = self.reader.at;
        Ok(true)
    }

    /// Moves over a comma to the key behind it. Returns `false` at the end of the object, which is not taken.
    #[inline]
    fn comma(&mut self) -> Result<bool, Error> {
        match self.reader.peek() {
            b',' => {
                self.reader.at += 1;
                match self.reader.peek() {
                    b'"' => Ok(true),
                    _ => Err(self.reader.unexpected("expected a string as key")),
                }
            }
            b'}' => Ok(false),
            _ => Err(self.reader.unexpected("expected `,` or `}`")),
        }
    }

    #[inline]
    fn colon(&mut self) -> Result<(), Error> {
        self.reader.take(b':', "expected `:`")
    }

    /// Takes the key and its colon, if it is without escapes. Otherwise takes nothing.
    #[inline]
    pub(crate) fn plain_key(&mut self) -> Result<Option<&'de str>, Error> {
        if let Turn::Type(_) = self.turn {
            return Ok(Some("type"));
        }
        let Some(key) = self.reader.plain_string() else { return Ok(None) };
        self.colon()?;
        Ok(Some(key))
    }

    /// Takes the key that [`plain_key`](Self::plain_key) did not take, and its colon.
    #[cold]
    pub(crate) fn escaped_key(&mut self) -> Result<String, Error> {
        let key = self.reader.escaped_string()?;
        self.colon()?;
        Ok(key)
    }

    /// Takes the next key and returns it without escapes, or `None` at the end of the object.
    pub(super) fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, Error> {
        if !self.next_key()? {
            return Ok(None);
        }
        Ok(Some(match self.plain_key()? {
            Some(key) => Cow::Borrowed(key),
            None => Cow::Owned(self.escaped_key()?),
        }))
    }

    /// Takes the value of the last key and returns its text.
    pub(super) fn next_text(&mut self) -> Result<&'de str, Error> {
        self.reader.raw()
    }

    /// Takes the first key if it is `type`. Otherwise takes nothing and returns `false`.
    pub(crate) fn take_type_key(&mut self) -> Result<bool, Error> {
        if !self.next_key()? {
            return Ok(false);
        }
        if let Turn::Type(_) = self.turn {
            return Ok(true);
        }
        let Some(end) = self.reader.key_end(b"type") else {
            // The key is read again as the next one.
            self.turn = Turn::First;
            return Ok(false);
        };
        self.reader.at = end;
        self.colon()?;
        Ok(true)
    }

    /// Sets the offset of an error in the last key to its end.
    #[cold]
    pub(crate) fn after_key(&mut self, error: Error) -> Error {
        let at = core::mem::replace(&mut self.reader.at, self.key);
        let end = self.reader.skip_string().map(|()| self.reader.at);
        self.reader.at = at;
        match end {
            Ok(end) => error.at(end),
            Err(_) => error,
        }
    }

    /// Adds the last key to the path of an error in its value.
    #[cold]
    fn inside(&mut self, error: Error) -> Error {
        let at = core::mem::replace(&mut self.reader.at, self.key);
        let error = match self.reader.string() {
            Ok(key) => error.at(at).inside(&key),
            Err(_) => error,
        };
        self.reader.at = at;
        error
    }
}

impl<'de> MapAccess<'de> for Object<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        if !self.next_key()? {
            return Ok(None);
        }
        let key = match self.plain_key()? {
            Some(key) => seed.deserialize(MapKey::new(Cow::Borrowed(key))),
            None => seed.deserialize(MapKey::new(Cow::Owned(self.escaped_key()?))),
        };
        key.map(Some).map_err(|error| self.after_key(error))
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        if let Turn::Type(key) = self.turn {
            return self.value_ahead(seed, key);
        }
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.inside(error)),
        }
    }
}

impl<'de> Object<'_, 'de> {
    /// Reads the value of the `type` at `key`, and returns to the current position.
    #[cold]
    fn value_ahead<V: DeserializeSeed<'de>>(&mut self, seed: V, key: usize) -> Result<V::Value, Error> {
        let start = core::mem::replace(&mut self.reader.at, key);
        match self.reader.key_end(b"type") {
            Some(end) => self.reader.at = end,
            None => self.reader.skip_string()?,
        }
        self.colon()?;
        let value = seed.deserialize(&mut *self.reader).map_err(|error| self.inside(error))?;
        (self.turn, self.skipped) = (Turn::First, Some((key, self.reader.at)));
        self.reader.at = start;
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeMap;
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use serde::de::Visitor;
    use serde::{Deserialize, Deserializer};
    use serde_json::value::RawValue;

    use super::*;
    use crate::json::TYPE_FIRST;

    const CUT: &str = "the text ends in the middle of a value";

    /// Takes the fields as they come.
    struct Fields;

    impl<'de> Visitor<'de> for Fields {
        type Value = Vec<(String, &'de str)>;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut fields = Vec::new();
            while let Some(key) = map.next_key()? {
                fields.push((key, map.next_value::<&RawValue>()?.get()));
            }
            Ok(fields)
        }
    }

    fn read(text: &str, type_first: bool) -> Result<Vec<(String, &str)>, Error> {
        let mut reader = Reader::new(text);
        let fields = if type_first {
            reader.deserialize_newtype_struct(TYPE_FIRST, Fields)?
        } else {
            reader.deserialize_struct("", &["type"], Fields)?
        };
        reader.end().map(|()| fields)
    }

    fn shown(fields: &[(String, &str)]) -> String {
        let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={value};")).collect();
        fields.concat()
    }

    #[test]
    fn the_type_comes_first_where_it_is_asked_for() {
        for (text, type_first, in_order) in [
            ("{}", "", ""),
            (" { } ", "", ""),
            (r#"{"a":1}"#, "a=1;", "a=1;"),
            (r#"{"type":1}"#, "type=1;", "type=1;"),
            (r#"{"type":1,"a":2}"#, "type=1;a=2;", "type=1;a=2;"),
            (r#"{"a":1,"type":2}"#, "type=2;a=1;", "a=1;type=2;"),
            (r#"{"a":1,"type":2,"b":3}"#, "type=2;a=1;b=3;", "a=1;type=2;b=3;"),
            (r#"{"a":1,"b":2,"type":3}"#, "type=3;a=1;b=2;", "a=1;b=2;type=3;"),
            (" {\n\"a\" : 1 , \"type\" : 2 ,\t\"b\" : 3 } ", "type=2;a=1;b=3;", "a=1;type=2;b=3;"),
            (r#"{"a":1,"type":2 }"#, "type=2;a=1;", "a=1;type=2;"),
            (r#"{"a":1 ,"type":2,"b":3}"#, "type=2;a=1;b=3;", "a=1;type=2;b=3;"),
            (r#"{"a":1,"\u0074ype":2,"b":3}"#, "type=2;a=1;b=3;", "a=1;type=2;b=3;"),
            (r#"{"\u0074ype":1,"a":2}"#, "type=1;a=2;", "type=1;a=2;"),
            (r#"{"\u0061":1,"type":2}"#, "type=2;a=1;", "a=1;type=2;"),
            // A second one comes in its turn.
            (r#"{"type":1,"a":2,"type":3}"#, "type=1;a=2;type=3;", "type=1;a=2;type=3;"),
            (r#"{"a":1,"type":2,"type":3}"#, "type=2;a=1;type=3;", "a=1;type=2;type=3;"),
            (r#"{"a":1,"type":2,"\u0074ype":3}"#, "type=2;a=1;type=3;", "a=1;type=2;type=3;"),
            // One inside of another value is not the object's.
            (r#"{"a":{"type":1}}"#, r#"a={"type":1};"#, r#"a={"type":1};"#),
            (
                r#"{"a":[{"type":1}],"type":{"type":2}}"#,
                r#"type={"type":2};a=[{"type":1}];"#,
                r#"a=[{"type":1}];type={"type":2};"#,
            ),
            (r#"{"a":"type","type":"a"}"#, r#"type="a";a="type";"#, r#"a="type";type="a";"#),
        ] {
            assert_eq!(shown(&read(text, true).unwrap()), type_first, "{text}, `type` first");
            assert_eq!(shown(&read(text, false).unwrap()), in_order, "{text}");
            let theirs = serde_json::Deserializer::from_str(text).deserialize_map(Fields).unwrap();
            assert_eq!(shown(&theirs), in_order, "{text}: serde_json");
        }
    }

    #[test]
    fn a_malformed_object_is_an_error_at_the_byte_that_is_wrong() {
        for (text, message, offset) in [
            ("{", CUT, 1),
            ("{,", "expected a string as key, or `}`", 1),
            ("{1:2}", "expected a string as key, or `}`", 1),
            (r#"{"a"}"#, "expected `:`", 4),
            (r#"{"a":1"#, CUT, 6),
            (r#"{"a":1,"#, CUT, 7),
            (r#"{"a":1,}"#, "expected a string as key", 7),
            (r#"{"a":1,,"b":2}"#, "expected a string as key", 7),
            (r#"{"a":1 "b":2}"#, "expected `,` or `}`", 7),
            (r#"{"a":1]"#, "expected `,` or `}`", 6),
            (r#"{"a":1,"b"#, CUT, 9),
            (r#"{"a":1,"\x":2}"#, "found an escape that JSON does not have", 8),
            (r#"{"a":1} {"#, "expected nothing after the value", 8),
        ] {
            for type_first in [false, true] {
                assert_eq!(read(text, type_first).unwrap_err().parts(), (message, offset, String::new()), "{text}");
            }
            assert!(serde_json::from_str::<BTreeMap<String, u8>>(text).is_err(), "{text}: serde_json");
        }
        // The same after a `type` that was read before its turn.
        for (text, message, offset) in [
            (r#"{"a":1,"type":2"#, CUT, 15),
            (r#"{"a":1,"type":2,}"#, "expected a string as key", 16),
            (r#"{"a":1,"type":2,3}"#, "expected a string as key", 16),
            (r#"{"a":1,"type":2 "b":3}"#, "expected `,` or `}`", 16),
            (r#"{"a":1,"type" 2}"#, "expected `:`", 14),
        ] {
            assert_eq!(read(text, true).unwrap_err().parts(), (message, offset, String::new()), "{text}");
        }
    }

    #[test]
    fn an_error_knows_its_field() {
        #[derive(Debug)]
        struct Numbers;

        impl<'de> Visitor<'de> for Numbers {
            type Value = ();

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object of numbers")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
                while map.next_entry::<String, u8>()?.is_some() {}
                Ok(())
            }
        }

        for (text, message, offset, pointer) in [
            (r#"{"a":1,"b":"x"}"#, "invalid type: string \"x\", expected u8", 13, "/b"),
            (r#"{"\u0061":"x"}"#, "invalid type: string \"x\", expected u8", 12, "/a"),
            (r#"{"a/~":256 }"#, "invalid value: integer `256`, expected u8", 9, "/a~1~0"),
            (r#"{"a":{"b":1}}"#, "invalid type: object, expected u8", 5, "/a"),
            (r#"{"type":1,"a":}"#, "expected a value", 14, "/a"),
            // Found by looking ahead, which does not keep the path.
            (r#"{"a":}"#, "expected a value", 5, ""),
            (r#"{"a":1,"type":[]}"#, "invalid type: array, expected u8", 14, "/type"),
            (r#"{"a":"x","\u0074ype":-1}"#, "invalid value: integer `-1`, expected u8", 22, "/type"),
            (r#"{"a":"x","type":1}"#, "invalid type: string \"x\", expected u8", 7, "/a"),
            (r#"{"a":1,"type":2,"b":[]}"#, "invalid type: array, expected u8", 20, "/b"),
        ] {
            let error = Reader::new(text).deserialize_newtype_struct(TYPE_FIRST, Numbers).unwrap_err();
            assert_eq!(error.parts(), (message, offset, pointer.into()), "{text}");
        }
        let error = BTreeMap::<String, BTreeMap<u8, u8>>::deserialize(&mut Reader::new(r#"{"a":{"1":2,"x":3}}"#));
        assert_eq!(error.unwrap_err().parts(), ("invalid type: string \"x\", expected u8", 15, "/a".into()));
    }

    /// Reads all fields, expecting the names in turn.
    fn keys(text: &str, type_first: bool, expected: &[&str]) -> Result<String, Error> {
        Reader::new(text).object_only(type_first, &"an object", |mut object| {
            let mut fields = Vec::new();
            let mut expected = expected.iter().copied();
            loop {
                let key = if expected.next().is_some_and(|name| object.take_key(name)) {
                    "<expected>".to_string()
                } else {
                    match object.next_name()? {
                        Some(name) => name.into_owned(),
                        None => return Ok(fields.concat()),
                    }
                };
                fields.push(format!("{key}={};", object.next_value::<&RawValue>()?.get()));
            }
        })
    }

    #[test]
    fn a_key_is_taken_at_once_if_it_is_the_expected_one() {
        let json = r#"{"a":1,"b":2,"type":3}"#;
        for (text, type_first, expected, shown) in [
            // The first one is not.
            (json, false, &["a", "b", "type"][..], "a=1;<expected>=2;<expected>=3;"),
            (json, false, &["b", "b"], "a=1;<expected>=2;type=3;"),
            (json, false, &[], "a=1;b=2;type=3;"),
            (json, true, &["", "a", "b"], "type=3;a=1;<expected>=2;"),
            (json, true, &["type", "b"], "type=3;a=1;b=2;"),
            (r#"{"type":1,"a":2}"#, true, &["type", "a"], "type=1;<expected>=2;"),
            (r#"{ "a" : 1 , "b" : 2 }"#, false, &["a", "b"], "a=1;<expected>=2;"),
            (r#"{"a":1, "b":2,	"c" :3}"#, false, &["a", "b", "c"], "a=1;<expected>=2;<expected>=3;"),
            // Without white space before it, it is not looked for.
            (r#"{"a":1,"c" :3}"#, false, &["a", "c"], "a=1;c=3;"),
            // With white space, none is looked for after one that was another.
            (r#"{ "a": 1, "b": 2, "c": 3 }"#, false, &["a", "c", "c"], "a=1;b=2;c=3;"),
            (r#"{ "a": 1, "bc": 2 , "type": 3, "c": 4 }"#, true, &["type", "a", "b", "c"], "type=3;a=1;bc=2;c=4;"),
            (
                r#"{ "a": 1, "b": 2 , "type": 3, "c": 4 }"#,
                true,
                &["type", "a", "b", "c"],
                "type=3;a=1;<expected>=2;<expected>=4;",
            ),
            (r#"{"a":1,"\u0062":2}"#, false, &["a", "b"], "a=1;b=2;"),
            (r#"{"a":1,"bc":2}"#, false, &["a", "b"], "a=1;bc=2;"),
            ("{}", false, &["a"], ""),
        ] {
            assert_eq!(keys(text, type_first, expected).unwrap(), shown, "{text}, expecting {expected:?}");
        }
        for text in [
            "{",
            r#"{"a"#,
            r#"{"a":1,}"#,
            r#"{"a":1, }"#,
            r#"{"a":1, "a" 1}"#,
            r#"{"a":1,"\x":1}"#,
            r#"{,"a":1}"#,
            r#"{"a":1,"a"#,
        ] {
            assert!(keys(text, false, &["a", "a"]).is_err(), "{text}");
        }
    }

    #[test]
    fn a_plain_type_is_taken_with_its_value() {
        for (text, type_first, tag, rest) in [
            (r#"{"type":"t","a":1}"#, false, Some("t"), "a=1;"),
            (r#"{"type":"t"}"#, true, Some("t"), ""),
            (r#"{"a":1,"type":"t","b":2}"#, true, Some("t"), "a=1;b=2;"),
            // What is not plain is left to be read.
            (r#"{"a":1,"type":"t"}"#, false, None, r#"a=1;type="t";"#),
            (r#"{ "type":"t"}"#, false, None, r#"type="t";"#),
            (r#"{"type": "t"}"#, false, None, r#"type="t";"#),
            (r#"{"type":"\u0074"}"#, false, None, r#"type="\u0074";"#),
            (r#"{"type":1}"#, false, None, "type=1;"),
            (r#"{"a":1,"type":"\n"}"#, true, None, r#"type="\n";a=1;"#),
            ("{}", false, None, ""),
        ] {
            let rest_of = |object: &mut Object<'_, '_>| {
                let mut fields = Vec::new();
                while let Some((name, value)) = object.next_entry::<String, &RawValue>()? {
                    fields.push(format!("{name}={};", value.get()));
                }
                Ok(fields.concat())
            };
            let read = |take: &dyn Fn(&mut Object<'_, '_>) -> Option<String>| {
                Reader::new(text)
                    .object_only(type_first, &"an object", |mut object| Ok((take(&mut object), rest_of(&mut object)?)))
                    .unwrap()
            };
            assert_eq!(read(&|object| object.take_type().map(str::to_string)), (tag.map(str::to_string), rest.into()));
            if tag.is_some() && !type_first {
                assert_eq!(read(&|object| object.take_first_type("t").then(|| "t".into())).0.as_deref(), tag, "{text}");
                assert_eq!(read(&|object| object.take_first_type("").then(String::new)).0, None, "{text}");
                assert_eq!(read(&|object| object.take_first_type("tt").then(String::new)).0, None, "{text}");
            }
        }
    }

    #[test]
    fn a_type_key_is_taken_only_if_it_is_first() {
        for (text, type_first, taken, rest) in [
            (r#"{"type":1,"a":2}"#, false, true, "1;a=2;"),
            (r#" { "type" : 1 } "#, false, true, "1;"),
            (r#"{"a":1,"type":2}"#, false, false, "a=1;type=2;"),
            (r#"{ "a":1}"#, false, false, "a=1;"),
            // With escapes it is left to be looked up.
            (r#"{"\u0074ype":1}"#, false, false, "type=1;"),
            (r#"{"types":1}"#, false, false, "types=1;"),
            ("{}", false, false, ""),
            (r#"{"a":1,"type":2,"b":3}"#, true, true, "2;a=1;b=3;"),
        ] {
            let (is_taken, shown) = Reader::new(text)
                .object_only(type_first, &"an object", |mut object| {
                    let mut fields = Vec::new();
                    let is_taken = object.take_type_key()?;
                    if is_taken {
                        fields.push(format!("{};", object.next_value::<&RawValue>()?.get()));
                    }
                    while let Some((name, value)) = object.next_entry::<String, &RawValue>()? {
                        fields.push(format!("{name}={};", value.get()));
                    }
                    Ok((is_taken, fields.concat()))
                })
                .unwrap();
            assert_eq!((is_taken, &*shown), (taken, rest), "{text}");
        }
        let error = Reader::new("{1").object_only(false, &"an object", |mut object| object.take_type_key());
        assert_eq!(error.unwrap_err().offset(), 1);
    }

    #[test]
    fn an_error_in_the_value_of_a_taken_type_knows_its_field() {
        for (text, type_first) in [(r#"{"type":"x"}"#, false), (r#"{"a":1,"type":"x"}"#, true)] {
            let error = Reader::new(text).object_only(type_first, &"an object", |mut object| {
                assert!(object.take_type_key()?);
                object.next_value::<u8>()
            });
            assert_eq!(error.unwrap_err().pointer(), "/type", "{text}");
            let error = Reader::new(text).object_only(type_first, &"an object", |mut object| {
                assert_eq!(object.next_name()?.as_deref(), Some("type"));
                object.next_value::<u8>()
            });
            assert_eq!(error.unwrap_err().pointer(), "/type", "{text}");
        }
    }

    #[test]
    fn a_visitor_must_take_every_field() {
        let error = Reader::new(r#"{"a":1,"b":2}"#)
            .object_only(false, &"an object", |mut object| object.next_entry::<String, u8>());
        assert_eq!(error.unwrap_err().parts(), ("expected `}`", 6, String::new()));
    }
}
