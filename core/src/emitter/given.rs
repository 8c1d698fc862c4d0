//! Checks of the values that a caller gives.

use alloc::string::ToString;

use serde::Serialize;

use super::error::EmitError;
use crate::{DecodeOwned, Level, Validate, Violation, Violations};

/// Returns the value as a client reads it.
///
/// A field in `extra` that the type has is an error, unless it is `null`, which is dropped.
pub(super) fn checked<T>(name: &'static str, value: &T) -> Result<T, EmitError>
where
    T: Serialize + DecodeOwned + Validate,
{
    let json = crate::to_string(value).map_err(|error| invalid(name, Violation::from(error.to_string())))?;
    let value: T = crate::from_str(&json).map_err(|error| invalid(name, Violation::from(error.to_string())))?;
    if let Err(violations) = value.validate_strict() {
        // The lists of values grow.
        let is_fault = |violation: &&Violation| (violation.level(), violation.rule()) != (Level::Strict, "one_of");
        refuse(name, violations.iter().filter(is_fault).cloned())?;
    }
    Ok(value)
}

/// Returns an error if there are violations.
pub(super) fn refuse(name: &'static str, violations: impl IntoIterator<Item = Violation>) -> Result<(), EmitError> {
    Violations::collect(violations).map_err(|violations| EmitError::InvalidValue { name, violations })
}

fn invalid(name: &'static str, violation: Violation) -> EmitError {
    EmitError::InvalidValue { name, violations: violation.into() }
}
