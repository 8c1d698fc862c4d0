//! Server-sent events: the bytes of a response body to typed events, and back.
//!
//! A [`Decoder`] does no I/O. Push the bytes as they arrive, in chunks of any size, and take the events:
//!
//! ```
//! # #[cfg(feature = "events")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use response_event::events::StreamEvent;
//! use response_event::sse::Decoder;
//! use response_event::{EventFamily, Snapshot};
//!
//! # let body: [&[u8]; 2] = [
//! #     b"event: response.output_text.delta\r\ndata: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"del",
//! #     b"ta\":\"Hi\"}\r\n\r\n: keep-alive\n\ndata: {\"type\":\"response.completed\",\"response\":{\"output\":7}}\n\ndata: [DONE]\n\n",
//! # ];
//! let mut decoder = Decoder::<StreamEvent>::new();
//! let mut snapshot = Snapshot::new();
//! for chunk in body {
//!     decoder.push(chunk);
//!     for received in &mut decoder {
//!         match received {
//!             Ok(received) => {
//!                 snapshot.apply(&received.event);
//!             }
//!             // The error is about one event: the stream goes on.
//!             Err(error) => {
//!                 eprintln!("{error}");
//!                 if let Some(decode_error) = error.decode_error() {
//!                     snapshot.apply_error(decode_error, error.json());
//!                 }
//!             }
//!         }
//!     }
//! }
//! decoder.finish()?; // an error if the body ended in the middle of an event
//! assert!(snapshot.is_done());
//! assert_eq!(snapshot.output_text(), "Hi");
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "events"))]
//! # fn main() {}
//! ```
//!
//! [`to_string`], [`to_vec`] and [`to_writer`] encode an event for a response body, as serde_json's functions of these names
//! encode JSON. Only [`to_writer`] needs the feature `std`.
//!
//! # What is an event
//!
//! Framing follows the HTML standard ([Interpreting an event stream]). Lines end with LF, CR or CRLF, also where a chunk ends
//! between CR and LF; an event whose blank line is there is returned at once. Several `data` lines are joined by LF. A byte
//! order mark at the start of the stream is skipped. A field that the standard does not know is ignored.
//!
//! A *block* is the lines up to a blank one. A *frame* is a block with `data`, and holds one event. These are not events, and are
//! passed over:
//!
//! - comments, blank lines, and `retry`, which [`Decoder::retry`] returns;
//! - `data` that is `[DONE]`, empty, or only white space, with white space around it or not: [`Decoder::skipped`] counts it;
//! - an `event` without any `data`: the standard says so, and [`Decoder::skipped`] counts it, too;
//! - an `id` without `data`, which [`Decoder::last_event_id`] returns all the same. An `id` with a NUL in it is ignored.
//!
//! # The name of an event
//!
//! If the JSON is an object without a `type` and the frame has an `event` name, that name is the type: the event is decoded
//! as if `"type":"<name>"` were its first field, and is encoded with it. If the JSON has a `type`, the name does not matter.
//! The name `message`, which the standard gives to events without one, is the type only if the family cannot decode the
//! object without a type.
//!
//! # Errors and limits
//!
//! A [`StreamError`] is about one event, and the next one is decoded as if nothing had happened. Bytes that are not UTF-8 are
//! such an error, not replaced by U+FFFD. So is an event of more than 16 MiB, see [`Decoder::with_max_event_size`].
//!
//! After an event was returned, a decoder keeps no more than 64 KiB, apart from what was pushed and is still to be read. While
//! an event arrives and is decoded, both need at most three times its size, if the event itself takes no more than its JSON; or
//! 3.5 times, if [`Decoder::next_with`] lends an event whose type is in its frame alone, as it is copied with its type.
//!
//! [Interpreting an event stream]: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation

mod decoder;
mod encode;
mod frame;
mod framing;
mod position;
mod received;
mod stream_error;

pub use self::decoder::{DEFAULT_MAX_EVENT_SIZE, Decoder};
#[cfg(feature = "std")]
pub use self::encode::to_writer;
pub use self::encode::{to_string, to_vec};
pub use self::frame::Frame;
pub use self::position::FramePosition;
pub use self::received::Received;
pub use self::stream_error::{StreamError, StreamErrorKind};
