//! Every event that servers have really sent is read, and written back without a loss: the recorded streams where they
//! are at hand, and events of our own everywhere.

mod check;
mod exceptions;
mod own;
mod recordings;
mod rewritten;
