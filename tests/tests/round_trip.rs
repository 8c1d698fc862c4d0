//! Every event comes back from every format as it went in, whatever the order of its members.

#[path = "round_trip/corrupt.rs"]
mod corrupt;
#[path = "round_trip/documents.rs"]
mod documents;
#[path = "round_trip/events.rs"]
mod events;
#[path = "round_trip/formats.rs"]
mod formats;
#[path = "round_trip/generated.rs"]
mod generated;
#[path = "round_trip/nested.rs"]
mod nested;
