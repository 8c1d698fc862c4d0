//! An asynchronous stream of bytes as typed events: its errors, its end, and that nothing is lost where a future is dropped.

mod body;
mod cancelling;
mod endings;
mod items;
