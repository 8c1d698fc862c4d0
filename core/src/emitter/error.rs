//! `EmitError`: a step that would break the stream, and the remedy.

use alloc::string::String;
use core::fmt;

use crate::Violations;
use crate::text::Excerpt;

/// The error for a step that would make a wrong stream. The [`Emitter`](super::Emitter) is as it was before.
///
/// ```
/// use response_event::emitter::{EmitError, Emitter};
///
/// let mut emitter = Emitter::new("resp_1", "m", 1_760_000_000)?;
/// let error = emitter.arguments_delta("{}").unwrap_err();
/// assert!(matches!(error, EmitError::NotOpen { .. }));
/// assert_eq!(error.to_string(), "no function call is open; call `function_call` first");
/// # Ok::<(), EmitError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EmitError {
    /// The response has ended.
    Ended,
    /// The item or part is not open that the step continues.
    #[non_exhaustive]
    NotOpen {
        /// Name of the item or part.
        missing: &'static str,
        /// Name of the method that opens it.
        method: &'static str,
    },
    /// An image generation call is open, and only its result ends it.
    #[non_exhaustive]
    ImageNotDone {
        /// Id of the call's item.
        item_id: String,
    },
    /// The step ends a function call whose arguments are not JSON.
    #[non_exhaustive]
    InvalidArguments {
        /// The `call_id` of the call.
        call_id: String,
    },
    /// The id of the item is that of another one.
    #[non_exhaustive]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A value breaks the rules of its type.
    #[non_exhaustive]
    InvalidValue {
        /// Name of the value, such as `usage`.
        name: &'static str,
        /// The rules that it breaks.
        violations: Violations,
    },
}

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ended => f.write_str("the response has ended; create another `Emitter` for the next one"),
            Self::NotOpen { missing, method } => write!(f, "no {missing} is open; call `{method}` first"),
            Self::ImageNotDone { item_id } => write!(
                f,
                "the image generation call {:?} has no result; call `image_completed` or `image_failed` first",
                Excerpt::short(item_id)
            ),
            Self::InvalidArguments { call_id } => write!(
                f,
                "the arguments of the call {:?} are not JSON; append the rest with `arguments_delta`, or end the \
                 response with `incomplete` or `fail`",
                Excerpt::short(call_id)
            ),
            Self::DuplicateId { id } => {
                write!(f, "another item has the id {:?}; give each item an id of its own, or none", Excerpt::short(id))
            }
            Self::InvalidValue { name, violations } => write!(f, "the {name} is invalid: {violations}"),
        }
    }
}

impl core::error::Error for EmitError {}
