//! Log probabilities of the tokens of a text.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// A token of the text and its log probability.
///
/// ```
/// use response_event::payload::Logprob;
///
/// let logprob: Logprob =
///     response_event::from_str(r#"{"token":"Hi","bytes":[72,105],"logprob":-0.25,"top_logprobs":[]}"#)?;
/// let probability = logprob.logprob.unwrap().as_f64().exp();
/// assert!(0.77 < probability && probability < 0.78);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "StreamLogprob")]
#[doc(alias = "OpenResponsesLogProbs")]
#[non_exhaustive]
pub struct Logprob {
    /// Text of the token. A character may be split across tokens.
    #[event(required)]
    pub token: Option<String>,
    /// Natural logarithm of the probability; 0 or less.
    #[event(required)]
    pub logprob: Option<Number>,
    /// UTF-8 bytes of the token.
    #[event(each(index))]
    pub bytes: Option<Vec<Number>>,
    /// Most likely tokens at this position, as many as the request asked for.
    #[event(each(nested))]
    pub top_logprobs: Option<Vec<TopLogprob>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// One of the most likely tokens at a position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[doc(alias = "StreamLogprobTopLogprob")]
#[doc(alias = "ResponseOutputTextTopLogprob")]
#[doc(alias = "LogprobTopLogprob")]
#[doc(alias = "OpenResponsesTopLogprobs")]
#[non_exhaustive]
pub struct TopLogprob {
    /// Text of the token.
    pub token: Option<String>,
    /// Natural logarithm of the probability; 0 or less.
    pub logprob: Option<Number>,
    /// UTF-8 bytes of the token.
    #[event(each(index))]
    pub bytes: Option<Vec<Number>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    Logprob();
    TopLogprob();
}
