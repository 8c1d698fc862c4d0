//! `EncodeError`: the reason why a value cannot be written as JSON.

use alloc::string::ToString;
use core::fmt;
#[cfg(feature = "std")]
use std::io;

use crate::text::{OneLine, shorten};

/// The error of [`to_string`](crate::to_string), [`to_vec`](crate::to_vec) and [`to_writer`](crate::to_writer), and of those in
/// [`sse`](crate::sse).
///
/// A type that JSON cannot hold causes it, such as a map whose keys are lists, and so does a writer that fails. `Display`
/// writes one line.
///
/// ```
/// use std::collections::BTreeMap;
///
/// let error = response_event::to_string(&BTreeMap::from([([1, 2], 3)])).unwrap_err();
/// assert_eq!(error.to_string(), "key must be a string");
/// assert!(!error.is_io());
/// ```
pub struct EncodeError(Problem);

enum Problem {
    Value(serde_json::Error),
    #[cfg(feature = "std")]
    Io(io::Error),
}

impl EncodeError {
    #[cold]
    pub(crate) fn new(error: serde_json::Error) -> Self {
        #[cfg(feature = "std")]
        if error.is_io() {
            return Self(Problem::Io(error.into()));
        }
        Self(Problem::Value(error))
    }

    /// Creates the error of a writer that failed.
    #[cfg(all(feature = "std", feature = "sse"))]
    #[cold]
    pub(crate) fn io(error: io::Error) -> Self {
        Self(Problem::Io(error))
    }

    /// Returns `true` if the writer failed. [`source`](core::error::Error::source) then returns its `std::io::Error`.
    pub fn is_io(&self) -> bool {
        !matches!(self.0, Problem::Value(_))
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Problem::Value(error) => OneLine(&shorten(&error.to_string())).fmt(f),
            #[cfg(feature = "std")]
            Problem::Io(_) => f.write_str("the writer failed"),
        }
    }
}

impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EncodeError").field(&format_args!("{self}")).finish()
    }
}

impl core::error::Error for EncodeError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0 {
            Problem::Value(_) => None,
            #[cfg(feature = "std")]
            Problem::Io(error) => Some(error),
        }
    }
}

/// Returns the error of the writer itself. An error of the value becomes one of the kind `InvalidData`.
#[cfg(feature = "std")]
impl From<EncodeError> for io::Error {
    fn from(error: EncodeError) -> Self {
        match error.0 {
            Problem::Io(error) => error,
            Problem::Value(_) => Self::new(io::ErrorKind::InvalidData, error),
        }
    }
}
