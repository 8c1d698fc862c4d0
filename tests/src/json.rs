//! JSON compared as text, whatever its depth: members in any order, numbers by value, half a surrogate pair as it is
//! spelled.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Each member's name and the text of its value, in their order.
pub struct Members<'a>(pub Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    /// Reads the members of the object `json`.
    ///
    /// # Errors
    ///
    /// `json` is no object.
    pub fn of(json: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// Returns the text of each member of this name.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(member, _)| member == name).map(|(_, value)| value.get())
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}

/// The meaning of a member that is `null`.
#[derive(Clone, Copy, PartialEq)]
pub enum Null {
    /// It may be left out.
    OrAbsent,
    /// It is a member like any other.
    Stays,
}

/// Checks that `whole` holds all of `part`. Members that only `whole` has are ignored.
///
/// # Errors
///
/// The JSON pointer at which they differ, and how.
pub fn within(part: &str, whole: &str, null: Null) -> Result<(), String> {
    compare(part, whole, null, &mut String::new())
}

fn compare(part: &str, whole: &str, null: Null, pointer: &mut String) -> Result<(), String> {
    if part == whole {
        return Ok(());
    }
    let same = match (part.as_bytes().first(), whole.as_bytes().first()) {
        (Some(b'{'), Some(b'{')) => return compare_members(part, whole, null, pointer),
        (Some(b'['), Some(b'[')) => {
            let (part, whole) = (read::<Vec<&RawValue>>(part)?, read::<Vec<&RawValue>>(whole)?);
            if part.len() != whole.len() {
                return Err(format!("`{pointer}`: {} items became {}", part.len(), whole.len()));
            }
            let mut pairs = part.iter().zip(whole).enumerate();
            return pairs.try_for_each(|(index, (part, whole))| {
                inside(pointer, &index.to_string(), |pointer| compare(part.get(), whole.get(), null, pointer))
            });
        }
        (Some(b'"'), Some(b'"')) => read::<String>(part)? == read::<String>(whole)?,
        (Some(b'-' | b'0'..=b'9'), Some(b'-' | b'0'..=b'9')) => part.parse::<f64>() == whole.parse::<f64>(),
        _ => false,
    };
    if same { Ok(()) } else { Err(format!("`{pointer}`: {} became {}", bounded(part), bounded(whole))) }
}

fn compare_members(part: &str, whole: &str, null: Null, pointer: &mut String) -> Result<(), String> {
    let (part, whole) = (read::<Members<'_>>(part)?, read::<Members<'_>>(whole)?);
    part.0.iter().try_for_each(|(name, value)| {
        inside(pointer, name, |pointer| match whole.values(name).next() {
            Some(other) => compare(value.get(), other, null, pointer),
            None if value.get() == "null" && null == Null::OrAbsent => Ok(()),
            None => Err(format!("`{pointer}`: {} was lost", bounded(value.get()))),
        })
    })
}

fn inside<T>(pointer: &mut String, segment: &str, step: impl FnOnce(&mut String) -> T) -> T {
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(segment);
    let result = step(pointer);
    pointer.truncate(length);
    result
}

fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| format!("{error} in {}", bounded(json)))
}

/// Shortens text that is too long for the message of a test.
pub fn bounded(text: &str) -> String {
    const MOST: usize = 300;
    match text.char_indices().nth(MOST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}… ({} bytes)", &text[..end], text.len()),
    }
}

#[test]
fn values_are_compared_by_what_they_say() {
    for (part, whole) in [
        (r#"{"a":[1.0,{"b":"\u0061"}]}"#, r#"{"c":0, "a":[1,{"b":"a","n":null}]}"#),
        (r#"{"a":"\ud800"}"#, r#"{"a":"\ud800"}"#),
        ("-0", "0"),
    ] {
        assert_eq!(within(part, whole, Null::Stays), Ok(()), "{part} in {whole}");
    }
    let nulls = (r#"{"a":{"n":null}}"#, r#"{"a":{}}"#);
    assert_eq!(within(nulls.0, nulls.1, Null::OrAbsent), Ok(()));
    for (part, whole, pointer) in [
        (nulls.0, nulls.1, "`/a/n`"),
        (r#"{"a":[1,2]}"#, r#"{"a":[1]}"#, "`/a`"),
        (r#"{"a":[1,2]}"#, r#"{"a":[1,3]}"#, "`/a/1`"),
        (r#"{"a":1}"#, r#"{"a":"1"}"#, "`/a`"),
        (r#"{"a":1}"#, r#"{"b":1}"#, "`/a`"),
        ("true", "false", "``"),
    ] {
        let difference = within(part, whole, Null::Stays).unwrap_err();
        assert!(difference.starts_with(pointer), "{part} in {whole}: {difference}");
    }
}
