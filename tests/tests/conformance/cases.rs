//! The recorded cases: an input each, and what the SDKs said of it.

use std::collections::BTreeMap;
use std::fs;

use response_event_tests::json::{Null, bounded, within};
use response_event_tests::shared::shared;
use serde::Deserialize;

use crate::digest::is_digest;

/// One line of the file.
#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) id: String,
    /// The type of the event that was asked for.
    pub(crate) event: String,
    input: Option<String>,
    input_b64: Option<String>,
    pub(crate) verdicts: BTreeMap<String, RecordedVerdict>,
    #[serde(default)]
    values: Vec<RecordedValue>,
}

#[derive(Deserialize)]
pub(crate) struct RecordedVerdict {
    pub(crate) v: String,
    value: Option<usize>,
    #[serde(default)]
    pub(crate) errors: Vec<RecordedError>,
}

#[derive(Deserialize)]
pub(crate) struct RecordedError {
    pub(crate) code: String,
}

/// The canonical text of a value, or what is left of a long one.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum RecordedValue {
    Text(String),
    Digest { sha256: String, bytes: usize },
}

impl Case {
    /// The bytes that came.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, String> {
        match (&self.input, &self.input_b64) {
            (Some(input), None) => Ok(input.clone().into_bytes()),
            (None, Some(base64)) => base64_simd::STANDARD.decode_to_vec(base64).map_err(|error| error.to_string()),
            _ => Err("the case has not exactly one of `input` and `input_b64`".to_owned()),
        }
    }

    /// Whether the SDK accepts the input, and the value it reads; `None` if it was not asked.
    pub(crate) fn verdict(&self, decoder: &str) -> Result<Option<Recorded<'_>>, String> {
        let Some(verdict) = self.verdicts.get(decoder) else { return Ok(None) };
        match (&*verdict.v, verdict.value) {
            ("reject", _) => Ok(Some(Recorded::Reject)),
            ("accept", Some(index)) => match self.values.get(index) {
                Some(value) => Ok(Some(Recorded::Accept(value))),
                None => Err(format!("the case has no value {index}")),
            },
            (other, value) => Err(format!("verdict `{other}` with value {value:?}")),
        }
    }
}

/// What an SDK said.
#[derive(Clone, Copy)]
pub(crate) enum Recorded<'a> {
    Accept(&'a RecordedValue),
    Reject,
}

impl RecordedValue {
    /// Checks that we write all that the SDK reads. Fields that it drops unseen are in none of its values.
    pub(crate) fn is_within(&self, ours: &str) -> Result<(), String> {
        match self {
            Self::Text(theirs) => within(theirs, ours, Null::OrAbsent),
            Self::Digest { sha256, bytes } => match serde_json::from_str(ours) {
                Ok(ours) if is_digest(sha256, *bytes, &ours) => Ok(()),
                _ => Err("another hash".to_owned()),
            },
        }
    }

    pub(crate) fn excerpt(&self) -> String {
        match self {
            Self::Text(text) => bounded(text),
            Self::Digest { sha256, bytes } => format!("{bytes} bytes with the SHA-256 {sha256}"),
        }
    }
}

/// Reads all of them.
#[track_caller]
pub(crate) fn cases() -> Vec<Case> {
    let path = shared("oracle/cases.jsonl");
    let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases = file.lines().map(|line| match serde_json::from_str(line) {
        Ok(case) => case,
        Err(error) => panic!("a line of the cases cannot be read: {error}\n  {}", bounded(line)),
    });
    let cases: Vec<Case> = cases.collect();
    assert!(!cases.is_empty(), "there is no case in {}", path.display());
    cases
}
