//! A client that follows a streamed response through cut connections, and a server that cuts them.

pub mod client;
pub mod screen;
pub mod server;
