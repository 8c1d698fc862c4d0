//! Typed events from an asynchronous stream of bytes, such as the body of a response.
//!
//! [`events`] wraps any [`Stream`](futures_core::Stream) of bytes and needs no runtime. With reqwest:
//!
//! ```
//! # #[cfg(feature = "events")]
//! # mod example {
//! use response_event::events::StreamEvent;
//! use response_event::stream::{self, StreamEnd};
//!
//! # pub async fn read<B, E>(body: B) -> Result<(), stream::Error<E>>
//! # where
//! #     B: futures_core::Stream<Item = Result<Vec<u8>, E>> + Unpin,
//! # {
//! # struct Response<B>(B);
//! # impl<B> Response<B> { fn bytes_stream(self) -> B { self.0 } }
//! # let response = Response(body);
//! let mut events = stream::events::<StreamEvent, _>(response.bytes_stream());
//! while let Some(received) = events.next().await {
//!     match received {
//!         Ok(received) => println!("{}", received.event.event_type()),
//!         // About one event: the stream goes on.
//!         Err(stream::Error::Event(error)) => eprintln!("{error}"),
//!         Err(error) => return Err(error),
//!     }
//! }
//! assert_eq!(events.end(), Some(StreamEnd::Done));
//! # Ok(())
//! # }
//! # use response_event::EventFamily as _;
//! # }
//! ```
//!
//! [`sse`](crate::sse) says what is an event and what is skipped. The text frames of a WebSocket need no framing: give each
//! to [`from_str`](crate::from_str).

mod end;
mod error;
mod events;

pub use self::end::StreamEnd;
pub use self::error::Error;
pub use self::events::{Events, events};
