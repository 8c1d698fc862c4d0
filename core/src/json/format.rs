//! The formats of JSON that are told from others by their types: this reader, and serde_json.

use core::any::{TypeId, type_name};

use serde::de;
use serde::ser::Serializer;

use super::error::Error;

/// Returns `true` if `E` is the error of this reader: the format is the reader itself, or a part of serde around it.
pub(crate) fn is_reader_error<E: de::Error>() -> bool {
    typeid::of::<E>() == TypeId::of::<Error>()
}

/// Returns `true` if `E` is the error of this reader or of serde_json.
pub(crate) fn is_json_error<E: de::Error>() -> bool {
    is_reader_error::<E>() || typeid::of::<E>() == TypeId::of::<serde_json::Error>()
}

/// Returns `true` if `S` is the serializer that serde_json writes text with. It has type parameters, so it is told by its
/// name; its error is told for certain.
pub(crate) fn is_text_of_serde_json<S: Serializer>() -> bool {
    typeid::of::<S::Error>() == TypeId::of::<serde_json::Error>()
        && type_name::<S>().starts_with("&mut serde_json::ser::Serializer<")
}

/// Returns `true` if `T` is a type of serde_json that has numbers.
pub(super) fn is_of_serde_json<T>() -> bool {
    typeid::of::<T>() == TypeId::of::<serde_json::Value>() || typeid::of::<T>() == TypeId::of::<serde_json::Number>()
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use serde_json::ser::{CompactFormatter, PrettyFormatter};
    use serde_json::{Serializer as Text, value};

    use super::*;

    #[test]
    fn the_reader_and_serde_json_are_told_by_their_errors() {
        assert!(is_reader_error::<Error>());
        assert!(!is_reader_error::<serde_json::Error>());
        assert!(!is_reader_error::<serde::de::value::Error>());
        assert!(is_json_error::<Error>());
        assert!(is_json_error::<serde_json::Error>());
        assert!(!is_json_error::<serde::de::value::Error>());
    }

    #[test]
    fn text_of_serde_json_is_told_from_its_other_serializers() {
        assert!(is_text_of_serde_json::<&mut Text<Vec<u8>>>());
        assert!(is_text_of_serde_json::<&mut Text<&mut Vec<u8>, CompactFormatter>>());
        assert!(is_text_of_serde_json::<&mut Text<&mut Vec<u8>, PrettyFormatter<'_>>>());
        assert!(!is_text_of_serde_json::<value::Serializer>());
        assert!(!is_text_of_serde_json::<&mut core::fmt::Formatter<'_>>());
    }
}
