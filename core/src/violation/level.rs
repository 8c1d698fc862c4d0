//! `Level`: the level of a rule, as a value and as text.

use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::text::Excerpt;

/// The level of a rule, and of a validation.
///
/// ```
/// use response_event::Level;
///
/// let level: Level = "strict".parse()?;
/// assert_eq!(level, Level::Strict);
/// assert!(level > Level::Contract);
/// assert_eq!(level.to_string(), "strict");
/// # Ok::<(), response_event::ParseLevelError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// The documented contract.
    Contract,
    /// The rules that real producers keep beyond the contract, such as whole-number indexes. It includes the contract.
    Strict,
}

impl Level {
    const ALL: [Self; 2] = [Self::Contract, Self::Strict];

    const fn name(self) -> &'static str {
        match self {
            Self::Contract => "contract",
            Self::Strict => "strict",
        }
    }
}

/// Writes `contract` or `strict`.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Writes `"contract"` or `"strict"`.
impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Parses `contract` or `strict`.
impl FromStr for Level {
    type Err = ParseLevelError;

    fn from_str(name: &str) -> Result<Self, ParseLevelError> {
        let level = Self::ALL.into_iter().find(|level| level.name() == name);
        level.ok_or_else(|| ParseLevelError { found: format!("{:?}", Excerpt::short(name)) })
    }
}

/// Reads `"contract"` or `"strict"`.
impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(LevelVisitor)
    }
}

struct LevelVisitor;

const EXPECTED: &str = "`contract` or `strict`";

impl Visitor<'_> for LevelVisitor {
    type Value = Level;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Level, E> {
        name.parse().map_err(|_| E::invalid_value(Unexpected::Str(name), &self))
    }
}

/// The error for text that is not the name of a [`Level`].
///
/// ```
/// let error = "lax".parse::<response_event::Level>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown level \"lax\", expected `contract` or `strict`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseLevelError {
    /// An excerpt of the text, quoted.
    found: String,
}

impl fmt::Display for ParseLevelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown level {}, expected {EXPECTED}", self.found)
    }
}

impl core::error::Error for ParseLevelError {}
