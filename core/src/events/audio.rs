//! `response.audio.*`: sound and what it says, piece by piece.
//!
//! No recorded stream holds one of them. The members are those of openai-python 3.54.0 and openai-node 6.49.0.

use alloc::string::String;

use crate::{Number, ResponseEvent};

/// More sound: `response.audio.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.audio.delta")]
#[doc(alias = "ResponseAudioDeltaEvent")]
pub struct AudioDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// What comes after the sound so far: a piece of it, its bytes as base64.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The sound is done: `response.audio.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.audio.done")]
#[doc(alias = "ResponseAudioDoneEvent")]
pub struct AudioDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
}

/// More of what the sound says: `response.audio.transcript.delta`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.audio.transcript.delta")]
#[doc(alias = "ResponseAudioTranscriptDeltaEvent")]
pub struct AudioTranscriptDelta {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
    /// What comes after the transcript so far.
    pub delta: String,
    /// Random characters that hide the delta's length from who can only see the traffic; to be ignored.
    pub obfuscation: Option<String>,
}

/// The transcript of the sound is done: `response.audio.transcript.done`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "response.audio.transcript.done")]
#[doc(alias = "ResponseAudioTranscriptDoneEvent")]
pub struct AudioTranscriptDone {
    /// The place of this event in its stream, from 0; some servers leave it out.
    #[event(required, index)]
    pub sequence_number: Option<Number>,
}
