//! `open_enum!`: an enum of texts that grows. An unknown text is kept and written back, and breaks the strict rule `one_of`.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use alloc::boxed::Box;
use alloc::string::String;

use serde::de::{Error, Visitor};

/// The text of an unknown value of the open enum `E`.
///
/// Only `E` creates it, from a text that none of its other variants has.
///
/// ```
/// use response_event::payload::ItemStatus;
///
/// let status = ItemStatus::from("paused");
/// assert!(matches!(&status, ItemStatus::Unknown(text) if text.as_str() == "paused"));
/// assert_eq!(ItemStatus::from("completed"), ItemStatus::Completed);
/// ```
pub struct UnknownValue<E> {
    text: Box<str>,
    of: PhantomData<fn() -> E>,
}

impl<E> UnknownValue<E> {
    pub(super) fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into(), of: PhantomData }
    }

    /// Returns the text as it was received.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<E> Clone for UnknownValue<E> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

impl<E> fmt::Debug for UnknownValue<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl<E> fmt::Display for UnknownValue<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<E> PartialEq for UnknownValue<E> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<E> Eq for UnknownValue<E> {}

impl<E> Hash for UnknownValue<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// Creates an enum of the given texts and `Unknown`; each variant is documented by its text.
macro_rules! open_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $text, "`")]
                $(#[$about])*
                $variant,
            )+
            /// Any other text.
            Unknown($crate::payload::UnknownValue<Self>),
        }

        impl $name {
            /// The known texts, in the order of their variants.
            pub const KNOWN: &'static [&'static str] = &[$($text),+];

            /// Returns the text that is sent for the value.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text.as_str(),
                }
            }

            fn known(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Unknown($crate::payload::UnknownValue::new(text)))
            }
        }

        impl From<::alloc::string::String> for $name {
            fn from(text: ::alloc::string::String) -> Self {
                Self::known(&text).unwrap_or_else(|| Self::Unknown($crate::payload::UnknownValue::new(text)))
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(text.into())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::payload::open_enum::TextVisitor::new())
            }
        }

        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> ::alloc::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $crate::schema::text_of(generator, Self::KNOWN)
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::rule::Text for $name {
            fn text(&self) -> Option<&str> {
                Some(self.as_str())
            }
        }

        /// Strictly one of the known texts.
        #[diagnostic::do_not_recommend]
        impl $crate::Validate for $name {
            fn check(&self, validator: &mut $crate::Validator<'_>) {
                if let Some(mut validator) = validator.strict() {
                    $crate::rule::one_of(&mut validator, self, Self::KNOWN);
                }
            }
        }
    };
}

/// Reads an open enum without copying a known text.
pub(super) struct TextVisitor<T>(PhantomData<T>);

impl<T> TextVisitor<T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: for<'t> From<&'t str> + From<String>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(text.into())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<T, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::{String, ToString};

    use crate::payload::MessagePhase;
    use crate::{Level, Validate};

    #[test]
    fn every_text_is_written_back() {
        for json in [r#""commentary""#, r#""final_answer""#, r#""aside""#, r#""""#, r#""COMMENTARY""#] {
            let phase: MessagePhase = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&phase).unwrap(), json);
        }
    }

    #[test]
    fn a_known_text_is_its_variant() {
        assert_eq!(serde_json::from_str::<MessagePhase>(r#""final\u005fanswer""#).unwrap(), MessagePhase::FinalAnswer);
        assert_eq!(MessagePhase::from("commentary"), MessagePhase::Commentary);
        assert_eq!(MessagePhase::from(String::from("commentary")), MessagePhase::Commentary);
        assert_eq!("commentary".parse(), Ok(MessagePhase::Commentary));
        assert_eq!(MessagePhase::from("aside"), "aside".parse::<MessagePhase>().unwrap());
        assert!(matches!(MessagePhase::from("aside"), MessagePhase::Unknown(text) if text.as_str() == "aside"));
        assert_eq!(MessagePhase::KNOWN, ["commentary", "final_answer"]);
        assert_eq!(MessagePhase::FinalAnswer.to_string(), "final_answer");
        assert_eq!(MessagePhase::FinalAnswer, "final_answer");
        assert_ne!(MessagePhase::FinalAnswer, *"commentary");
    }

    #[test]
    fn an_unknown_text_is_shown_as_it_is() {
        let aside = MessagePhase::from("aside");
        assert_eq!(format!("{aside} {aside:?}"), r#"aside Unknown("aside")"#);
    }

    #[test]
    fn only_a_string_is_one() {
        for json in ["1", "null", "[]", "true"] {
            assert!(serde_json::from_str::<MessagePhase>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn an_unknown_text_breaks_the_strict_rule() {
        assert!(MessagePhase::Commentary.validate_at(Level::Strict).is_ok());
        let aside = MessagePhase::from("aside");
        assert!(aside.validate_at(Level::Contract).is_ok());
        assert_eq!(
            aside.validate_at(Level::Strict).unwrap_err().to_string(),
            r#"found "aside", expected "commentary" or "final_answer" (strict rule `one_of`)"#
        );
    }
}
