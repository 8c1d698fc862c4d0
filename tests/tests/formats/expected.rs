//! The cells that are not equal, each with what becomes of the event and why. The first row that names a cell holds for it.

use std::fmt;

use crate::cell::{Cell, Outcome};
use crate::formats::Format;
use crate::kinds::Kind;
use crate::places::Place;

/// What becomes of an event; each text is part of the message or of the JSON that comes back.
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
    pub(crate) outcome: Expected,
    /// A sentence of the documentation.
    pub(crate) reason: &'static str,
}

/// Returns the index of the row that holds for a cell.
pub(crate) fn row(cell: Cell) -> Option<usize> {
    ROWS.iter().position(|row| {
        row.kinds.contains(&cell.kind) && row.places.contains(&cell.place) && row.formats.contains(&cell.format)
    })
}

pub(crate) const ROWS: &[Row] = &[];
