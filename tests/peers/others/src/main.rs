//! The peers that switch on serde_json's `preserve_order` for the whole program, beside a family of ours in that program.

use std::process::ExitCode;

use openresponses::Response200Response;
use openrouter_rs::api::responses::ResponsesStreamEvent;
use response_event::events::{ImageGenCallEvent, StreamEvent};
use response_event_measure::allocations::Counting;
use response_event_measure::{Allocations, Contender, Group, decode, encode, kept, run};
use serde_json::Value;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() -> ExitCode {
    run(&[
        Group { name: "decode", skips: &[], own: None, contenders: DECODE },
        Group { name: "encode", skips: &["text delta, type last"], own: None, contenders: ENCODE },
    ])
}

/// openresponses takes nearly every event for a `ResponseCreated`; openrouter-rs keeps every event as a map.
const DECODE: &[Contender] = &[
    row("serde_json::Value", |events, times| decode(events, times, |json| kept(serde_json::from_str::<Value>(json)))),
    row("ours, image events or unknown", |events, times| {
        decode(events, times, |json| kept(response_event::from_str::<ImageGenCallEvent>(json)))
    }),
    row("ours, `events::StreamEvent`", |events, times| {
        decode(events, times, |json| kept(response_event::from_str::<StreamEvent>(json)))
    }),
    row("openresponses", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<Response200Response>(json)))
    }),
    row("openrouter-rs", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<ResponsesStreamEvent>(json)))
    }),
];

const ENCODE: &[Contender] = &[
    row("serde_json::Value", encode::<Value>),
    row("ours, image events or unknown", encode::<ImageGenCallEvent>),
    row("ours, `events::StreamEvent`", encode::<StreamEvent>),
    row("openresponses", encode::<Response200Response>),
    row("openrouter-rs", encode::<ResponsesStreamEvent>),
];

const fn row(name: &'static str, run: fn(&[String], usize) -> Option<usize>) -> Contender {
    Contender { name, run, bars: &[], allocations: Allocations::Any }
}
