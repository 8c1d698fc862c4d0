//! Ours beside the alternatives, on the same input in one run: instructions and allocations per event, as ratios.

mod borrowed;
mod catalogue;
mod contender;
mod other_readers;
mod payload;
mod validation;

use std::process::ExitCode;

use response_event_measure::allocations::Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() -> ExitCode {
    response_event_measure::run(contender::GROUPS)
}
