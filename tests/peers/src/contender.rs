//! Who decodes and encodes it.

use std::hint::black_box;

use serde::{Deserialize, Serialize};

use crate::catalogue::{ours, serde_tag};

pub struct Contender {
    pub name: &'static str,
    /// Works on the JSON so many times.
    pub run: fn(&str, usize),
}

/// The first is what the others are compared with: serde's derive on the one struct that the input is known to be. It
/// writes the tag, and does not check it on reading.
pub const CONTENDERS: &[Contender] = &[
    Contender {
        name: "decode: serde, known struct",
        run: |json, times| {
            decode(json, times, |json| serde_json::from_str::<Known>(json).is_ok());
        },
    },
    Contender {
        name: "decode: ours, known struct",
        run: |json, times| {
            decode(json, times, |json| response_event::from_str::<ours::OutputTextDelta>(json).is_ok());
        },
    },
    Contender {
        name: "decode: ours, family of 59",
        run: |json, times| {
            decode(json, times, |json| response_event::from_str::<ours::Family>(json).is_ok());
        },
    },
    Contender {
        name: "decode: ours, family of 59, by serde_json",
        run: |json, times| {
            decode(json, times, |json| serde_json::from_str::<ours::Family>(json).is_ok());
        },
    },
    Contender {
        name: "decode: serde, tagged enum of 59",
        run: |json, times| {
            decode(json, times, |json| serde_json::from_str::<serde_tag::Family>(json).is_ok());
        },
    },
    Contender { name: "encode: serde, known struct", run: encode::<Known> },
    Contender { name: "encode: ours, known struct", run: encode::<ours::OutputTextDelta> },
    Contender { name: "encode: ours, family of 59", run: encode::<ours::Family> },
    Contender { name: "encode: serde, tagged enum of 59", run: encode::<serde_tag::Family> },
];

#[derive(Deserialize, Serialize)]
#[serde(tag = "type", rename = "response.output_text.delta")]
struct Known {
    item_id: String,
    output_index: u64,
    content_index: u64,
    delta: String,
    sequence_number: u64,
}

fn decode(json: &str, times: usize, decode: impl Fn(&str) -> bool) {
    for _ in 0..times {
        assert!(black_box(decode(black_box(json))), "the input is not decoded");
    }
}

fn encode<T: for<'de> Deserialize<'de> + Serialize>(json: &str, times: usize) {
    let event: T = serde_json::from_str(json).expect("the input is decoded");
    for _ in 0..times {
        black_box(serde_json::to_string(black_box(&event)).expect("the event is encoded"));
    }
}
