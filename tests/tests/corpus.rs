//! Every event that servers have really sent is read, and written back without a loss: the recorded streams where they
//! are at hand, and events of our own everywhere.

#[path = "corpus/check.rs"]
mod check;
#[path = "corpus/exceptions.rs"]
mod exceptions;
#[path = "corpus/json.rs"]
mod json;
#[path = "corpus/own.rs"]
mod own;
#[path = "corpus/recordings.rs"]
mod recordings;
