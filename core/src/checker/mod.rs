//! A checker of streams: the events one by one, their order, and how they add up.
//!
//! A server or gateway sends a stream of events that each may be right, in an order that is not. A [`StreamChecker`] takes the
//! events of a recording, or of a stream in a test, and returns a [`Finding`] for each fault: the rule, where it is broken, and
//! where the rule comes from. The command `response-event check` does the same for files; it needs the feature `cli`.
//!
//! ```
//! use response_event::checker::{Code, Profile, StreamChecker};
//!
//! let mut checker = StreamChecker::new(Profile::Documented);
//! let mut findings = vec![];
//! for (event, data) in [
//!     ("response.created", r#"{"type":"response.created","sequence_number":0,"response":{"id":"resp_1","object":"response",
//!         "created_at":1,"model":"m","status":"in_progress","output":[]}}"#),
//!     ("response.completed", r#"{"type":"response.completed","sequence_number":2,"response":{"id":"resp_1","object":"response",
//!         "created_at":1,"model":"m","status":"completed","output":[],"usage":{"input_tokens":1,"output_tokens":1,
//!         "total_tokens":2,"input_tokens_details":{"cached_tokens":0},"output_tokens_details":{"reasoning_tokens":0}}}}"#),
//!     ("", "[DONE]"),
//! ] {
//!     findings.extend(checker.check_frame(event, data));
//! }
//! findings.extend(checker.finish());
//! assert_eq!(findings.len(), 1);
//! assert_eq!(findings[0].code, Code::SequenceGap);
//! assert_eq!(findings[0].pointer, "/sequence_number");
//! ```
//!
//! # Frames
//!
//! A [`Decoder`](crate::sse::Decoder) passes over the mark `[DONE]` and counts it. With the feature `sse`, a response body is
//! checked like this:
//!
//! ```
//! # #[cfg(feature = "sse")] {
//! use response_event::UnknownEvent;
//! use response_event::checker::{Profile, StreamChecker};
//! use response_event::sse::Decoder;
//!
//! # let body: [&[u8]; 2] = [
//! #     b"event: error\ndata: {\"type\":\"error\",\"sequence_number\":0,\"code\":null,\"message\":\"Try again.\",",
//! #     b"\"param\":null}\n\ndata: [DONE]\n\n",
//! # ];
//! let mut decoder = Decoder::<UnknownEvent>::new();
//! let mut checker = StreamChecker::new(Profile::Documented);
//! let mut findings = vec![];
//! let mut marks = 0;
//! for chunk in body {
//!     decoder.push(chunk);
//!     loop {
//!         let next = decoder.next();
//!         if decoder.done_marks() > marks {
//!             // It came before the next event.
//!             marks = decoder.done_marks();
//!             findings.extend(checker.check_frame("", "[DONE]"));
//!         }
//!         findings.extend(match next {
//!             None => break,
//!             Some(Ok(received)) => {
//!                 checker.check_frame(received.event_name.as_deref().unwrap_or_default(), &received.data)
//!             }
//!             // The checker says what is wrong with the data.
//!             Some(Err(error)) => match std::str::from_utf8(error.data()) {
//!                 Ok(data) => checker.check_frame(error.event_name().unwrap_or_default(), data),
//!                 Err(_) => checker.check_bytes(error.data()),
//!             },
//!         });
//!     }
//! }
//! findings.extend(checker.finish());
//! assert_eq!(findings, []);
//! # }
//! ```
//!
//! # Profiles
//!
//! There are two profiles. With [`Profile::Documented`] an error is a breach of what the Open Responses specification or all
//! official SDKs demand. [`Profile::Strict`] also demands what OpenAI's own servers do in nearly every recording.
//!
//! One fault is one finding. A delta with a wrong `output_index` is reported, and its text counts for its item; an item that
//! was never added is reported once, not for each of its deltas; an event that is lost, or cannot be read, is reported, and what
//! it may have added, closed or appended is not missed. A fault that a server makes in each event is reported once and
//! [counted](StreamChecker::repeats).
//!
//! # Rules
//!
#![doc = include_str!("rules.md")]
//!
//! # What servers do
//!
//! The number of recorded streams in which a rule is broken, by server, with [`Profile::Documented`]. Behind each name is the
//! number of its streams.
//!
#![doc = include_str!("recordings.md")]

mod action;
mod code;
mod contents;
mod deltas;
mod difference;
mod digest;
mod duplicates;
mod fields;
mod finding;
mod images;
mod item;
mod items;
mod lane;
mod lanes;
mod lifecycle;
mod lost;
mod output;
mod parts;
mod profile;
mod report;
mod scenario;
mod sequence;
mod source;
mod stream;
mod table;
mod usage;

pub use self::code::Code;
pub use self::finding::Finding;
pub use self::profile::{ParseNameError, Profile, Severity};
pub use self::scenario::Scenario;
pub use self::source::{Document, Source};
pub use self::stream::StreamChecker;
