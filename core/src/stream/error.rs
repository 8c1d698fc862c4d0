//! `Error`: a bad event, or the body's own error.

use core::fmt;

use crate::sse::StreamError;

/// An error of [`Events`](super::Events): about one event, or of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error<E> {
    /// One event could not be decoded. The stream goes on.
    Event(StreamError),
    /// The body failed with this error.
    Body(E),
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event(error) => error.fmt(f),
            Self::Body(error) => write!(f, "the body of the stream failed: {error}"),
        }
    }
}

impl<E: core::error::Error + 'static> core::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Event(error) => error.source(),
            Self::Body(error) => Some(error),
        }
    }
}
