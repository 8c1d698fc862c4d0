//! The contenders that decode, encode and validate, and their bars.

use std::hint::black_box;

use response_event::events::StreamEvent;
use response_event::{Decode, Rewriter, Sequencer};
use response_event_measure::{Allocations, Bar, Contender, Group, all, decode, encode, encode_by, kept, tag};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::catalogue::{ours, ours_known, serde_known, serde_tag};
use crate::{borrowed, other_readers, validation};

/// Of each, the first row is what the others are compared with: where there is one, serde's derive on the one struct that
/// the event is known to be.
pub const GROUPS: &[Group] = &[
    Group { name: "decode", skips: &[], own: Some(clone::<ours::Family>), contenders: DECODE },
    Group { name: "decode, borrowed", skips: &[], own: None, contenders: BORROWED },
    Group {
        name: "encode",
        skips: &["text delta, type last", "text delta, any order, spaced"],
        own: None,
        contenders: ENCODE,
    },
    Group { name: "rewrite", skips: &["bad event"], own: None, contenders: REWRITE },
    Group {
        name: "validate",
        skips: &["text delta, type last", "text delta, any order, spaced"],
        own: None,
        contenders: VALIDATE,
    },
];

/// The inputs that are decoded, and have `type` first.
const TEXT: &str = "text delta, type first";
const IMAGE: &str = "image in_progress";
const PARTIAL: &str = "partial image";
const COMPLETED: &str = "response.completed";
const RECORDED: &str = "recorded";

const ANY_ORDER: &str = "text delta, any order";
const LAST: &str = "text delta, type last";
const BAD: &str = "bad event";

const fn bar(inputs: &'static str, most: f64) -> Bar {
    Bar { inputs, most }
}

/// The bars of a decoder that knows the type beforehand.
const KNOWN: &[Bar] = &[
    bar(TEXT, 0.40),
    bar(LAST, 1.0),
    bar(ANY_ORDER, 0.80),
    bar(IMAGE, 0.45),
    bar(PARTIAL, 0.45),
    bar(COMPLETED, 0.75),
    bar(RECORDED, 0.70),
    bar(BAD, 1.5),
];

/// To find out what the event is costs little more.
const FAMILY: &[Bar] = &[
    bar(TEXT, 0.45),
    bar(LAST, 0.65),
    bar(ANY_ORDER, 0.80),
    bar(IMAGE, 0.50),
    bar(PARTIAL, 0.45),
    bar(COMPLETED, 0.75),
    bar(RECORDED, 0.70),
    bar(BAD, 1.5),
];

/// Text that is borrowed costs no copy.
const BORROWED_BARS: &[Bar] =
    &[bar(TEXT, 0.33), bar(LAST, 1.0), bar(ANY_ORDER, 0.80), bar(PARTIAL, 0.22), bar(BAD, 1.5)];

const fn row(name: &'static str, run: fn(&[String], usize) -> Option<usize>) -> Contender {
    Contender { name, run, bars: &[], allocations: Allocations::Any }
}

const fn barred(
    name: &'static str,
    run: fn(&[String], usize) -> Option<usize>,
    bars: &'static [Bar],
    allocations: Allocations,
) -> Contender {
    Contender { name, run, bars, allocations }
}

/// With what only the decoder of the event's own type knows.
fn decode_known(events: &[String], times: usize, decoder: impl Fn(&str) -> Option<fn(&str) -> bool>) -> Option<usize> {
    all(events, times, |json| {
        let decoder = decoder(&tag(json)?)?;
        Some(move || decoder(json))
    })
}

const DECODE: &[Contender] = &[
    row("serde, known struct", |events, times| decode_known(events, times, serde_known::decoder)),
    barred(
        "ours, known struct",
        |events, times| decode_known(events, times, ours_known::decoder),
        KNOWN,
        Allocations::Own,
    ),
    barred(
        "ours, family of 59",
        |events, times| decode(events, times, |json| kept(response_event::from_str::<ours::Family>(json))),
        FAMILY,
        Allocations::Own,
    ),
    barred(
        "peek_type",
        |events, times| decode(events, times, |json| kept(response_event::peek_type(json.as_bytes()))),
        &[bar(TEXT, 0.05), bar(LAST, 0.25)],
        Allocations::Any,
    ),
    barred(
        "ours, family of 59, by serde_json",
        |events, times| decode(events, times, |json| kept(serde_json::from_str::<ours::Family>(json))),
        &[bar(TEXT, 1.20)],
        Allocations::Any,
    ),
    row("serde, tagged enum of 59", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<serde_tag::Family>(json)))
    }),
    barred(
        "ours, `events::StreamEvent`",
        |events, times| decode(events, times, |json| kept(response_event::from_str::<StreamEvent>(json))),
        &[bar(TEXT, 0.60)],
        Allocations::Any,
    ),
    row("async-openai", |events, times| {
        decode(events, times, |json| {
            kept(serde_json::from_str::<async_openai::types::responses::ResponseStreamEvent>(json))
        })
    }),
    row("openai_responses", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<openai_responses::types::Event>(json)))
    }),
    row("openresponses-rust", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<openresponses_rust::StreamingEvent>(json)))
    }),
    row("openai-types", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<openai_types::responses::ResponseStreamEvent>(json)))
    }),
    row("sonic-rs, known struct", |events, times| decode_known(events, times, other_readers::by_sonic_rs)),
    row("simd-json, known struct, buffers reused", other_readers::by_simd_json),
    row("serde_json::Value", |events, times| decode(events, times, |json| kept(serde_json::from_str::<Value>(json)))),
    row("serde's IgnoredAny", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<IgnoredAny>(json)))
    }),
    row("a clone of ours: its own members", clone::<ours::Family>),
    row("a clone of `events::StreamEvent`", clone::<StreamEvent>),
];

/// Makes the owned fields of an event from one that is decoded already: what it needs for itself.
fn clone<E: Clone + for<'de> Decode<'de>>(events: &[String], times: usize) -> Option<usize> {
    let events: Vec<E> = events.iter().map(|json| response_event::from_str(json).ok()).collect::<Option<_>>()?;
    for _ in 0..times {
        for event in &events {
            kept(Ok::<_, ()>(event.clone()));
        }
    }
    Some(0)
}

const BORROWED: &[Contender] = &[
    row("serde, known struct of Cow", |events, times| decode_known(events, times, borrowed::serde_known::decoder)),
    barred(
        "ours, known struct of Cow",
        |events, times| decode_known(events, times, borrowed::ours::decoder),
        BORROWED_BARS,
        Allocations::Own,
    ),
    barred(
        "ours, family of 3, of Cow",
        |events, times| {
            decode_known(events, 0, borrowed::ours::decoder)?;
            decode(events, times, |json| kept(response_event::from_str::<borrowed::ours::Family<'_>>(json)))
        },
        BORROWED_BARS,
        Allocations::Own,
    ),
    row("serde, tagged enum of 3, of Cow", |events, times| {
        decode_known(events, 0, borrowed::ours::decoder)?;
        decode(events, times, |json| kept(serde_json::from_str::<borrowed::serde_known::Family<'_>>(json)))
    }),
    barred(
        "ours, strict, known struct of Cow",
        |events, times| decode_known(events, times, borrowed::ours::strict_decoder),
        &[bar(PARTIAL, 0.23)],
        Allocations::Own,
    ),
    row("serde, known struct of Cow, from bytes", |events, times| {
        decode_known(events, times, borrowed::serde_known::slice_decoder)
    }),
    // The bar is 0.28 of serde's from bytes, which is 0.33 of serde's from text.
    barred(
        "ours, known struct of Cow, from bytes",
        |events, times| decode_known(events, times, borrowed::ours::slice_decoder),
        &[bar(PARTIAL, 0.33)],
        Allocations::Own,
    ),
];

const ENCODE: &[Contender] = &[
    row("serde, known struct", |events, times| all(events, times, |json| serde_known::encoder(&tag(json)?, json))),
    barred(
        "ours, known struct",
        |events, times| all(events, times, |json| ours_known::encoder(&tag(json)?, json)),
        &[bar(TEXT, 0.45), bar(COMPLETED, 0.60)],
        Allocations::Any,
    ),
    row("ours, family of 59", |events, times| {
        encode_by(events, times, |event: &ours::Family| kept(response_event::to_string(event)))
    }),
    row("ours, family of 59, by serde_json", encode::<ours::Family>),
    row("serde, tagged enum of 59", encode::<serde_tag::Family>),
    row("ours, `events::StreamEvent`", |events, times| {
        encode_by(events, times, |event: &StreamEvent| kept(response_event::to_string(event)))
    }),
    row("async-openai", encode::<async_openai::types::responses::ResponseStreamEvent>),
    row("openai_responses", encode::<openai_responses::types::Event>),
    row("openresponses-rust", encode::<openresponses_rust::StreamingEvent>),
    row("openai-types", encode::<openai_types::responses::ResponseStreamEvent>),
    row("serde_json::Value", encode::<Value>),
];

/// What a proxy does to an event that it passes on: another `sequence_number`, and no `obfuscation`.
const REWRITE: &[Contender] = &[
    row("serde_json::Value, decoded, encoded", |events, times| {
        decode(events, times, |json| {
            let Ok(Value::Object(mut event)) = serde_json::from_str(json) else { return false };
            event.insert("sequence_number".into(), 1000.into());
            event.remove("obfuscation");
            kept(serde_json::to_string(&event))
        })
    }),
    row("serde's IgnoredAny", |events, times| {
        decode(events, times, |json| kept(serde_json::from_str::<IgnoredAny>(json)))
    }),
    row("peek_type", |events, times| {
        decode(events, times, |json| kept(response_event::peek_type(json.as_bytes())))
    }),
    barred(
        "ours",
        |events, times| {
            let mut rewriter = rewriter();
            rewrite(events, times, |json| kept(rewriter.rewrite(json)))
        },
        &[],
        Allocations::Nothing,
    ),
    barred(
        "ours, ids, into a buffer",
        |events, times| {
            let (mut rewriter, mut buffer) = (rewriter(), Vec::new());
            rewrite(events, times, |json| {
                buffer.clear();
                let rewritten = rewriter.rewrite_ids(json, |_| Some("msg_1"));
                kept(rewritten.map(|rewritten| rewritten.append_to(&mut buffer)))
            })
        },
        &[],
        Allocations::Nothing,
    ),
    // No event is like the last one then.
    row("ours, a new rewriter each time", |events, times| {
        decode(events, times, |json| kept(rewriter().rewrite(json)))
    }),
];

fn rewriter() -> Rewriter {
    Rewriter::new().renumber(Sequencer::starting_at(1000)).drop_obfuscation()
}

fn rewrite(events: &[String], times: usize, mut rewrite: impl FnMut(&str) -> bool) -> Option<usize> {
    let mut refused = 0;
    for _ in 0..times {
        refused = events.iter().filter(|event| !rewrite(black_box(event.as_str()))).count();
    }
    Some(refused)
}

const VALIDATE: &[Contender] = &[
    row("decode", validation::decode),
    barred("validate()", validation::validate, &[bar("", 0.03)], Allocations::Nothing),
    barred("validate_strict()", validation::validate_strict, &[bar(PARTIAL, 0.15)], Allocations::Nothing),
];
