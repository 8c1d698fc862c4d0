//! Finds a field that an object has twice, at any depth.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::text::{push_segment, repeated};

/// Returns the JSON pointer to the first field that an object has twice.
///
/// Values that are nested too deep, or are no JSON, are not searched.
pub(super) fn find(json: &str) -> Option<String> {
    let mut found = None;
    let mut reader = crate::json::Reader::new(json);
    // An error is reported by whoever decodes the event.
    let _ = Search { pointer: &mut String::new(), found: &mut found }.deserialize(&mut reader);
    found
}

/// A search in one value.
struct Search<'s> {
    /// Pointer to the value.
    pointer: &'s mut String,
    found: &'s mut Option<String>,
}

impl Search<'_> {
    /// Searches a value inside this one.
    fn inside<T>(&mut self, segment: impl FnOnce(&mut String), search: impl FnOnce(Search<'_>) -> T) -> T {
        let len = self.pointer.len();
        segment(self.pointer);
        let result = search(Search { pointer: &mut *self.pointer, found: &mut *self.found });
        self.pointer.truncate(len);
        result
    }
}

impl<'de> DeserializeSeed<'de> for Search<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Search<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            let segment = |pointer: &mut String| {
                // Writing to a `String` cannot fail.
                let _ = fmt::Write::write_fmt(pointer, format_args!("/{index}"));
            };
            if self.inside(segment, |search| items.next_element_seed(search))?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<(), A::Error> {
        let mut names = Vec::new();
        while let Some(Name(name)) = fields.next_key()? {
            if self.found.is_some() {
                fields.next_value::<IgnoredAny>()?;
                continue;
            }
            self.inside(|pointer| push_segment(pointer, &name), |search| fields.next_value_seed(search))?;
            names.push(name);
        }
        if self.found.is_none() {
            if let Some(name) = repeated(names.iter().map(|name| &**name)) {
                push_segment(self.pointer, name);
                *self.found = Some(self.pointer.clone());
            }
        }
        Ok(())
    }
}

/// The name of a field, borrowed where it has no escapes.
struct Name<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.into())))
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[test]
    fn a_duplicate_is_found_at_any_depth() {
        for (json, pointer) in [
            (r#"{"a":1,"a":2}"#, Some("/a")),
            (r#"{"a":1,"\u0061":2}"#, Some("/a")),
            (r#"{"a":[{},{"b/c":{"d":1,"e":2,"d":3}}]}"#, Some("/a/1/b~1c/d")),
            (r#"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}"#, None),
            (r#"{"a":"\ud800","b":1.5,"c":-1,"d":null,"e":true}"#, None),
            ("[1", None),
            ("", None),
        ] {
            assert_eq!(find(json).as_deref(), pointer, "{json}");
        }
    }

    #[test]
    fn deep_nesting_is_no_harm() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(find(&deep), None);
    }
}
