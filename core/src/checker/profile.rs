//! The profiles of a checker and the severities of findings.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::ser::{Serialize, Serializer};

/// A set of rules to check a stream against.
///
/// A rule has a [severity](super::Code::severity) in each profile, or is off. Its name is `documented` or `strict`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// Demands what the documents and SDKs demand. A fault that they allow is a warning at most.
    #[default]
    Documented,
    /// Also demands what OpenAI's own servers keep beyond the documents.
    Strict,
}

impl Profile {
    /// Every profile.
    pub const ALL: &'static [Self] = &[Self::Documented, Self::Strict];

    /// Returns the name: `documented` or `strict`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Strict => "strict",
        }
    }
}

/// The severity of a finding. The worst is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// It is worth knowing and no fault, such as a field that no document knows.
    Note,
    /// Some clients may fail at it, or it is a likely mistake.
    Warning,
    /// The stream breaks a rule of the profile.
    Error,
}

impl Severity {
    /// Returns the name: `note`, `warning` or `error`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The error for a name that is no profile, severity, code or scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseNameError {
    pub(super) kind: &'static str,
    pub(super) name: String,
}

impl fmt::Display for ParseNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown {} {:?}", self.kind, self.name)
    }
}

impl core::error::Error for ParseNameError {}

impl FromStr for Profile {
    type Err = ParseNameError;

    fn from_str(name: &str) -> Result<Self, ParseNameError> {
        let found = Self::ALL.iter().find(|profile| profile.as_str() == name);
        found.copied().ok_or_else(|| ParseNameError { kind: "profile", name: name.into() })
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Severity {
    type Err = ParseNameError;

    fn from_str(name: &str) -> Result<Self, ParseNameError> {
        let found = [Self::Note, Self::Warning, Self::Error].into_iter().find(|severity| severity.as_str() == name);
        found.ok_or_else(|| ParseNameError { kind: "severity", name: name.into() })
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
