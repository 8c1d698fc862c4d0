//! `Level`: the level of a rule, as a value and as text.

use core::fmt;

use serde::ser::{Serialize, Serializer};

/// The level of a rule, and of a validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The documented contract.
    Contract,
    /// The rules that real producers keep beyond the contract, such as whole-number indexes. It includes the contract.
    Strict,
}

impl Level {
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
