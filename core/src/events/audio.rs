//! `response.audio.*`: the audio of a response and its transcript.

use alloc::boxed::Box;
use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, Number, ResponseEvent};

/// A piece of the audio of a response: `response.audio.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.audio.delta")]
#[doc(alias = "ResponseAudioDeltaEvent")]
#[non_exhaustive]
pub struct AudioDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Bytes of the audio to append, as base64.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The end of the audio of a response: `response.audio.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.audio.done")]
#[doc(alias = "ResponseAudioDoneEvent")]
#[non_exhaustive]
pub struct AudioDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A piece of the transcript of the audio: `response.audio.transcript.delta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.audio.transcript.delta")]
#[doc(alias = "ResponseAudioTranscriptDeltaEvent")]
#[non_exhaustive]
pub struct AudioTranscriptDelta {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Text to append to the transcript.
    pub delta: String,
    /// Random padding that hides the length of `delta` from network observers.
    pub obfuscation: Option<String>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// The end of the transcript of the audio: `response.audio.transcript.done`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(type = "response.audio.transcript.done")]
#[doc(alias = "ResponseAudioTranscriptDoneEvent")]
#[non_exhaustive]
pub struct AudioTranscriptDone {
    /// Zero-based sequence number of the event. Some servers omit it.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// Lane of the event on a WebSocket connection that carries several responses.
    pub stream_id: Option<Box<str>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    AudioDelta(delta: String);
    AudioDone();
    AudioTranscriptDelta(delta: String);
    AudioTranscriptDone();
}
