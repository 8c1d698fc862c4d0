//! Server-sent events: what bytes are which events, in whatever chunks they arrive.

mod chunks;
mod encoded;
mod errors;
mod framing;
mod generated;
mod limits;
mod memory;
mod names;
mod recorded;
