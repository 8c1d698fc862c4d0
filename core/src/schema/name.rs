//! The names and ids of schemas: those of generic types include the parameters.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::ToString;
use core::fmt::Display;

/// Returns the name of a type with its parameters.
pub fn name(name: &'static str, parameters: &[Cow<'static, str>]) -> Cow<'static, str> {
    if parameters.is_empty() { name.into() } else { format!("{name}_for_{}", parameters.join("_and_")).into() }
}

/// Returns the id of a type: its path with its parameters. A module alone would not tell types in functions apart.
pub fn id<T: ?Sized>() -> Cow<'static, str> {
    core::any::type_name::<T>().into()
}

/// Returns the text of a constant parameter.
pub fn constant(value: &impl Display) -> Cow<'static, str> {
    value.to_string().into()
}
