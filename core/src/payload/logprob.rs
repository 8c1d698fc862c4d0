//! How likely the tokens of a text were.
//!
//! The SDKs have two kinds: in a part openai-python 3.54.0, openai-node 6.49.0 and `@openrouter/sdk` 1.3.19 and 0.9.11
//! require all members; in text events none requires `bytes` or `top_logprobs`, nor the members of what is in the
//! latter. Recorded streams send all members in both places.

use alloc::string::String;
use alloc::vec::Vec;

use crate::{ExtraFields, Number, ResponseEvent};

/// A token of the text and how likely it was.
///
/// ```
/// use response_event::payload::Logprob;
///
/// let logprob: Logprob =
///     response_event::from_str(r#"{"token":"Hi","bytes":[72,105],"logprob":-0.25,"top_logprobs":[]}"#)?;
/// let probability = logprob.logprob.as_f64().exp();
/// assert!(0.77 < probability && probability < 0.78);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "StreamLogprob")]
#[doc(alias = "OpenResponsesLogProbs")]
pub struct Logprob {
    /// The token's text; a character in several tokens is not whole in any.
    pub token: String,
    /// The natural logarithm of the probability, 0 or less.
    pub logprob: Number,
    /// The token's bytes in UTF-8, each 0 to 255.
    #[event(each(index))]
    pub bytes: Option<Vec<Number>>,
    /// The tokens that were likeliest in this place, as many as were asked for.
    #[event(each(nested))]
    pub top_logprobs: Option<Vec<TopLogprob>>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A token that could have stood in a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(untagged)]
#[doc(alias = "StreamLogprobTopLogprob")]
#[doc(alias = "ResponseOutputTextTopLogprob")]
#[doc(alias = "LogprobTopLogprob")]
#[doc(alias = "OpenResponsesTopLogprobs")]
pub struct TopLogprob {
    /// The token's text.
    pub token: Option<String>,
    /// The natural logarithm of the probability, 0 or less.
    pub logprob: Option<Number>,
    /// The token's bytes in UTF-8, each 0 to 255.
    #[event(each(index))]
    pub bytes: Option<Vec<Number>>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}
