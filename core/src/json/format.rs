//! The formats of JSON that are told from others by their types: this reader, and serde_json.

use core::any::{TypeId, type_name};

use serde::de;
use serde::ser::Serializer;

use super::error::Error;
use super::writer::Writer;

/// Returns `true` if `E` is the error of this reader: the format is the reader itself, or a part of serde around it.
pub(crate) fn is_reader_error<E: de::Error>() -> bool {
    typeid::of::<E>() == TypeId::of::<Error>()
}

/// Returns `true` if `E` is the error of this reader or of serde_json.
pub(crate) fn is_json_error<E: de::Error>() -> bool {
    is_reader_error::<E>() || typeid::of::<E>() == TypeId::of::<serde_json::Error>()
}

/// Returns `true` if `S` writes JSON text: it is the writer of this crate, or that of serde_json. The latter has type
/// parameters, so it is told by its name; the error of both is told for certain.
pub(crate) fn is_json_text<S: Serializer>() -> bool {
    typeid::of::<S::Error>() == TypeId::of::<serde_json::Error>() && {
        let name = type_name::<S>();
        name.starts_with("&mut serde_json::ser::Serializer<") || name == type_name::<&mut Writer>()
    }
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
    fn text_is_told_from_other_serializers() {
        assert!(is_json_text::<&mut Writer>());
        assert!(is_json_text::<&mut Text<Vec<u8>>>());
        assert!(is_json_text::<&mut Text<&mut Vec<u8>, CompactFormatter>>());
        assert!(is_json_text::<&mut Text<&mut Vec<u8>, PrettyFormatter<'_>>>());
        assert!(!is_json_text::<value::Serializer>());
        assert!(!is_json_text::<&mut core::fmt::Formatter<'_>>());
    }
}
