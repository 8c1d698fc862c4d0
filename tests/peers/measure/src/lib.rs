//! The inputs, counters and tables that every measurement of the peers shares.

pub mod allocations;
mod clock;
mod contender;
mod input;
mod instructions;
mod program;
mod table;

pub use contender::{Allocations, Bar, Contender, Group, all, decode, encode, encode_by, kept, tag};
pub use program::run;
