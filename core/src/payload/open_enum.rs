//! `open_enum!`: texts from a list that grows. A text that is not in it is kept and written back, and breaks the strict
//! rule `one_of`.

use core::fmt;
use core::marker::PhantomData;

use alloc::string::String;

use serde::de::{Error, Visitor};

/// Makes an enum of the given texts and `Unknown`; each variant is documented by its text.
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
            /// Any other text, as it came. A known text is never held here, unless you put it here yourself.
            Unknown(::alloc::string::String),
        }

        impl $name {
            /// The texts that have a variant, in the order of the variants.
            pub const KNOWN: &'static [&'static str] = &[$($text),+];

            /// The text on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text,
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
                Self::known(text).unwrap_or_else(|| Self::Unknown(text.into()))
            }
        }

        impl From<::alloc::string::String> for $name {
            fn from(text: ::alloc::string::String) -> Self {
                Self::known(&text).unwrap_or(Self::Unknown(text))
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
    use alloc::string::{String, ToString};

    use crate::payload::MessagePhase;
    use crate::{Level, Validator};

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
        assert_eq!(MessagePhase::from("aside"), MessagePhase::Unknown("aside".into()));
        assert_eq!(MessagePhase::KNOWN, ["commentary", "final_answer"]);
        assert_eq!(MessagePhase::FinalAnswer.to_string(), "final_answer");
        assert_eq!(MessagePhase::FinalAnswer, "final_answer");
        assert_ne!(MessagePhase::FinalAnswer, *"commentary");
    }

    #[test]
    fn only_a_string_is_one() {
        for json in ["1", "null", "[]", "true"] {
            assert!(serde_json::from_str::<MessagePhase>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn an_unknown_text_breaks_the_strict_rule() {
        assert!(Validator::run(&MessagePhase::Commentary, Level::Strict).is_ok());
        let aside = MessagePhase::from("aside");
        assert!(Validator::run(&aside, Level::Contract).is_ok());
        assert_eq!(
            Validator::run(&aside, Level::Strict).unwrap_err().to_string(),
            r#"found "aside", expected "commentary" or "final_answer" (strict rule `one_of`)"#
        );
    }
}
