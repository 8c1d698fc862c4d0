//! The contenders and their work.

use std::hint::black_box;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Contenders for the same work. The first that knows the input is what the others are compared with.
pub struct Group {
    pub name: &'static str,
    /// Inputs that would show nothing new.
    pub skips: &'static [&'static str],
    /// Makes the owned members of each event and nothing else.
    pub own: Option<Run>,
    pub contenders: &'static [Contender],
}

pub struct Contender {
    pub name: &'static str,
    pub run: Run,
    /// They hold where the first of the group, which they speak of, knows the input.
    pub bars: &'static [Bar],
    pub allocations: Allocations,
}

/// Works on every event so many times; says how many of them it refuses, or `None` if it has no type for them.
pub type Run = fn(&[String], usize) -> Option<usize>;

/// The allocations that an event may take that is not refused.
#[derive(Clone, Copy)]
pub enum Allocations {
    Any,
    /// Those of its own owned members, as the larger of a clone and the group's first takes: a `Vec` that is read grows,
    /// and one that is cloned does not.
    Own,
    Nothing,
}

/// The most that it may cost, as a ratio to the group's first, on inputs whose names start so.
pub struct Bar {
    pub inputs: &'static str,
    pub most: f64,
}

/// Decodes; `decode` says whether the event was accepted.
pub fn decode(events: &[String], times: usize, decode: impl Fn(&str) -> bool) -> Option<usize> {
    let mut refused = 0;
    for _ in 0..times {
        refused = 0;
        for event in events {
            refused += usize::from(!decode(black_box(event)));
        }
    }
    Some(refused)
}

/// Returns `true` if there is a value, which the optimiser must really make.
#[inline]
pub fn kept<T, E>(result: Result<T, E>) -> bool {
    black_box(&result).is_ok()
}

/// Encodes each event with serde_json, decoded once.
pub fn encode<T: DeserializeOwned + Serialize>(events: &[String], times: usize) -> Option<usize> {
    encode_by(events, times, |event: &T| kept(serde_json::to_string(event)))
}

/// Encodes each event, decoded once; `encode` says whether there was a text.
pub fn encode_by<T: DeserializeOwned>(events: &[String], times: usize, encode: impl Fn(&T) -> bool) -> Option<usize> {
    let events: Vec<T> = events.iter().map(|json| serde_json::from_str(json).ok()).collect::<Option<_>>()?;
    for _ in 0..times {
        for event in &events {
            encode(black_box(event));
        }
    }
    Some(0)
}

/// Runs what was made from each event; `None` if for one of them there was nothing to make.
pub fn all<'a, W: Fn() -> bool>(
    events: &'a [String],
    times: usize,
    make: impl Fn(&'a str) -> Option<W>,
) -> Option<usize> {
    let work: Vec<W> = events.iter().map(|json| make(json)).collect::<Option<_>>()?;
    let mut refused = 0;
    for _ in 0..times {
        refused = work.iter().filter(|work| !work()).count();
    }
    Some(refused)
}

/// The event's type, for a contender that knows it beforehand.
pub fn tag(json: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Tag {
        r#type: String,
    }
    serde_json::from_str(json).ok().map(|Tag { r#type }| r#type)
}
