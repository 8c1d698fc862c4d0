//! The checker: a mutation for each rule, streams that are broken in every place, and the recordings.

mod breaks;
mod connections;
mod emitted;
mod mutate;
mod mutations;
mod page;
mod properties;
mod recordings;
mod rules;
mod streams;
