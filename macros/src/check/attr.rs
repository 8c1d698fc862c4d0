//! Keys that may be written once.

use syn::{Path, parse_quote};

use crate::diag::Problem;
use crate::model::Bound;
use crate::problems::{Problems, SourceSpan};

/// The value of a key that may be written once, and where the key is.
pub(super) struct Attr<T>(Option<(SourceSpan, T)>);

// Derived, it would ask for `T: Default`.
impl<T> Default for Attr<T> {
    fn default() -> Self {
        Attr(None)
    }
}

impl<T> Attr<T> {
    /// Keeps the first value of the key and reports the second.
    pub(super) fn set(&mut self, key: &'static str, at: SourceSpan, value: T, problems: &mut Problems) {
        if self.0.is_some() {
            problems.push(at, Problem::DuplicateKey { key });
        } else {
            self.0 = Some((at, value));
        }
    }

    /// Returns `true` if the key is written.
    pub(super) fn is_set(&self) -> bool {
        self.0.is_some()
    }

    /// Returns where the key is.
    pub(super) fn at(&self) -> Option<SourceSpan> {
        self.0.as_ref().map(|(at, _)| *at)
    }

    /// Returns where the key is, and its value.
    pub(super) fn get(&self) -> Option<(SourceSpan, &T)> {
        self.0.as_ref().map(|(at, value)| (*at, value))
    }

    /// Returns the value.
    pub(super) fn into_value(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }
}

/// Sets the sides of `bound`, which may be written apart, each once.
pub(super) fn set_bound(bound: &mut Bound, at: SourceSpan, value: Bound, problems: &mut Problems) {
    let Bound { serialize, deserialize } = value;
    let repeated =
        (serialize.is_some() && bound.serialize.is_some()) || (deserialize.is_some() && bound.deserialize.is_some());
    if repeated {
        problems.push(at, Problem::DuplicateKey { key: "bound" });
        return;
    }
    bound.serialize = bound.serialize.take().or(serialize);
    bound.deserialize = bound.deserialize.take().or(deserialize);
}

/// Returns the path to the runtime crate: that of `crate = …`, or `::response_event`.
pub(super) fn runtime_path(written: &Attr<Path>) -> Path {
    written.get().map_or_else(|| parse_quote!(::response_event), |(_, path)| path.clone())
}
