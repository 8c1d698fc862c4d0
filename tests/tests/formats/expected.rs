//! The cells that are not equal, each with what becomes of the event and why. The first row that names a cell holds for it.

use std::fmt;

use crate::cell::{Cell, Outcome};
use crate::formats::Format;
use crate::kinds::Kind;
use crate::places::Place;

/// The outcome that a row expects; each text is part of the message or of the JSON that comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Expected {
    Equal,
    NotWritten(&'static str),
    NotRead(&'static str),
    Differs(&'static str),
}

impl Expected {
    pub(crate) fn is(self, outcome: &Outcome) -> bool {
        match (self, outcome) {
            (Self::Equal, Outcome::Equal) => true,
            (Self::NotWritten(part), Outcome::NotWritten(message))
            | (Self::NotRead(part), Outcome::NotRead(message))
            | (Self::Differs(part), Outcome::Differs(message)) => message.contains(part),
            _ => false,
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Equal => f.write_str("equal"),
            Self::NotWritten(part) => write!(f, "an error on writing with `{part}`"),
            Self::NotRead(part) => write!(f, "an error on reading with `{part}`"),
            Self::Differs(part) => write!(f, "that it comes back with `{part}`"),
        }
    }
}

pub(crate) struct Row {
    pub(crate) kinds: &'static [Kind],
    pub(crate) places: &'static [Place],
    pub(crate) formats: &'static [Format],
    /// Part of the name of the entry points, if it holds only for some.
    pub(crate) door: &'static str,
    pub(crate) outcome: Expected,
    /// A sentence of the documentation.
    pub(crate) reason: &'static str,
}

impl Row {
    fn names(&self, cell: Cell) -> bool {
        self.kinds.contains(&cell.kind) && self.places.contains(&cell.place) && self.formats.contains(&cell.format)
    }
}

/// Returns the index of the row that holds for a door of a cell.
pub(crate) fn row(cell: Cell, door: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.names(cell) && door.contains(row.door))
}

/// Returns the indices of the rows that name a cell.
pub(crate) fn rows(cell: Cell) -> impl Iterator<Item = usize> {
    let named = ROWS.iter().enumerate().filter(move |(_, row)| row.names(cell)).map(|(index, _)| index);
    // What comes after a row for every door holds for none.
    let mut is_over = false;
    named.take_while(move |row| !std::mem::replace(&mut is_over, ROWS[*row].door.is_empty()))
}

const ALL: &[Kind] = Kind::ALL;
const ANYWHERE: &[Place] = Place::ALL;

/// The places where serde buffers the whole value when it reads.
const BUFFERED: &[Place] = &[Place::SerdeFlatten, Place::SerdeFlattenOption, Place::Internal, Place::Untagged];
/// The places where the fields of the event are among others, or the event is the whole.
const FLAT: &[Place] = &[
    Place::Alone,
    Place::Flatten,
    Place::FlattenOption,
    Place::SerdeFlatten,
    Place::SerdeFlattenOption,
    Place::Internal,
    Place::Untagged,
    Place::Nested,
];
const BEHIND_FLATTEN: &[Place] =
    &[Place::Flatten, Place::FlattenOption, Place::SerdeFlatten, Place::SerdeFlattenOption];

const JSON_TEXT: &[Format] = &[Format::Ours, Format::SerdeJson];
/// The formats that hold values and not their JSON text.
const STRUCTURES: &[Format] = &[
    Format::JsonValue,
    Format::Sonic,
    Format::Simd,
    Format::Yaml,
    Format::Toml,
    Format::Ron,
    Format::Cbor,
    Format::PackMap,
    Format::PackArray,
    Format::Form,
];

const NO_NESTING: &str = "URL-encoded text is a flat list of names and texts: it holds no list, map or `null`.";
const ONLY_TEXTS: &str = "URL-encoded text has no types: a kept number comes back as a string.";
const TEXTS_ARE_BUFFERED: &str = "URL-encoded text has no types, so that a field with another type than text is read only \
    where it need not be buffered: with `type` before it, and outside of serde's `flatten` and of tagged and untagged \
    enums. Serde reads an `Option` behind its `flatten` as `None` then.";
const NOT_EXACT: &str = "Only JSON text holds a number that is neither an integer of 64 bits nor exactly a 64-bit float. \
    Writing it in another format is an error.";
const ROUNDED: &str = "Serde buffers the value, as it does behind its `flatten` and in internally tagged and untagged \
    enums: a kept number comes back as an integer of 64 bits or a 64-bit float, which may be rounded. One that is out of \
    the range of a float is an error.";
const DIGITS: &str = "Kept numbers come back as the same numbers, not in the same digits (`1.50` as `1.5`), and without \
    white space around them.";
const SORTED: &str = "The format sorts fields by their names, so that kept fields come back in that order. For \
    `serde_json::Value`, its feature `preserve_order` prevents that; for TOML, that of the crate `toml`.";
const NO_NULL: &str = "TOML has no `null`: writing one in kept JSON is an error.";
const SIGNED: &str = "`toml::Value` holds signed integers of 64 bits; a larger one is an error.";
const NO_LENGTH: &str = "postcard writes the length of a map first, which is not known of an event with flattened \
    fields, of `Lossless`, and behind `flatten`.";
const NO_TYPES: &str = "postcard writes no types: kept JSON is written, but reading it is an error. Internally tagged, \
    adjacently tagged and untagged enums cannot be read either.";
const NO_NONE: &str = "In an internally tagged enum, serde says of every format that it is readable. So a field that is \
    `None` is left out, and without names, the number of fields is then wrong: reading is an error.";

/// Rows that share a reason are one note in the documentation.
macro_rules! rows {
    ($($reason:ident { $($kinds:expr, $places:expr, $formats:expr $(, in $door:literal)? => $outcome:expr;)* })*) => {
        &[$($(Row {
            kinds: $kinds,
            places: $places,
            formats: $formats,
            door: concat!($($door)?),
            outcome: $outcome,
            reason: $reason,
        },)*)*]
    };
}

use Expected::{Differs, NotRead, NotWritten};
use Kind::{
    Digits, Extra, FiftyDigits, Huge, I128, Known, KnownAlias, KnownLate, LongFraction, Lossless, LosslessUnknown,
    Null, Order, Raw, ThirtyDigits, U64, Unknown, UnknownLate, Valid,
};

pub(crate) const ROWS: &[Row] = rows! {
    NO_NESTING {
        ALL, &[Place::Field, Place::Optional, Place::List, Place::Map, Place::EventField, Place::Adjacent], &[Format::Form]
            => NotWritten("unsupported value");
        ALL, &[Place::External], &[Format::Form] => NotWritten("top-level serializer supports only maps and structs");
        &[Extra, Raw, Unknown, UnknownLate, Lossless, LosslessUnknown, Null, Digits], FLAT, &[Format::Form]
            => NotWritten("unsupported value");
    }
    ONLY_TEXTS {
        &[Order], FLAT, &[Format::Form] => Differs(r#""b":"2","a":"1""#);
        &[U64], FLAT, &[Format::Form] => Differs(r#""n":"18446744073709551615""#);
    }
    TEXTS_ARE_BUFFERED {
        &[KnownLate], &[Place::Alone, Place::Flatten, Place::FlattenOption, Place::Nested], &[Format::Form]
            => NotRead(r#"invalid type: string "3", expected u32"#);
        &[Known, KnownLate, KnownAlias, Valid], &[Place::SerdeFlatten, Place::Internal], &[Format::Form]
            => NotRead(r#"invalid type: string "3", expected u32"#);
        &[Known, KnownLate, KnownAlias, Valid], &[Place::SerdeFlattenOption], &[Format::Form] => Differs(r#"{"id":1}"#);
        &[Known, KnownLate, KnownAlias, Valid], &[Place::Untagged], &[Format::Form]
            => NotRead("data did not match any variant");
    }
    NO_LENGTH {
        ALL, BEHIND_FLATTEN, &[Format::Postcard] => NotWritten("length of a sequence must be known");
        &[Extra, Lossless, LosslessUnknown], ANYWHERE, &[Format::Postcard] => NotWritten("length of a sequence must be known");
    }
    NOT_EXACT {
        &[I128, ThirtyDigits, FiftyDigits, LongFraction, Huge], ANYWHERE, STRUCTURES
            => NotWritten("which only JSON text can hold exactly");
        &[I128, ThirtyDigits, FiftyDigits, LongFraction, Huge], ANYWHERE, &[Format::Postcard]
            => NotWritten("Serde Serialization Error");
    }
    ROUNDED {
        &[I128], BUFFERED, JSON_TEXT => Differs(r#""n":-1.2676506002282294e"#);
        &[ThirtyDigits], BUFFERED, JSON_TEXT => Differs(r#""n":1.2345678901234568e"#);
        &[FiftyDigits], BUFFERED, JSON_TEXT => Differs(r#""n":1.2345678901234567e"#);
        &[LongFraction], BUFFERED, JSON_TEXT => Differs(r#""n":0.12345678901234568"#);
        &[Huge], BUFFERED, JSON_TEXT => NotRead("out of range");
    }
    DIGITS {
        &[Digits], BUFFERED, JSON_TEXT => Differs(r#""n":[1.5,200.0]"#);
        &[Digits], ANYWHERE, STRUCTURES => Differs(r#""n":[1.5,200.0]"#);
    }
    SORTED {
        &[Order], ANYWHERE, &[Format::JsonValue, Format::Toml] => Differs(r#""a":1,"b":2"#);
        &[Lossless], ANYWHERE, &[Format::JsonValue, Format::Toml]
            => Differs(r#""count":3,"list":[1.0,"a"],"text":"a b","type":"note""#);
        &[LosslessUnknown], ANYWHERE, &[Format::JsonValue, Format::Toml]
            => Differs(r#""list":[1.0,"a"],"text":"a b","type":"new","whole":{"flag":true}"#);
    }
    NO_NULL {
        &[Null], ANYWHERE, &[Format::Toml] => NotWritten("unsupported unit type");
    }
    SIGNED {
        &[U64], ANYWHERE, &[Format::Toml], in "toml::Value" => NotWritten("u64 value was too large");
    }
    NO_TYPES {
        ALL, &[Place::Internal, Place::Adjacent, Place::Untagged], &[Format::Postcard] => NotRead("never implement");
        &[Raw, Unknown, Null, Order, Digits, U64], ANYWHERE, &[Format::Postcard]
            => NotRead("Serde Deserialization Error");
    }
    NO_NONE {
        &[Known, Valid], &[Place::Internal], &[Format::PackArray] => NotRead("invalid length");
    }
};
