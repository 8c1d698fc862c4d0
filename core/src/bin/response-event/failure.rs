//! The failures of the two sides of the program.

use std::io;

/// An input that cannot be read, or an output that cannot be written.
pub(crate) enum Failure {
    Input(io::Error),
    Output(io::Error),
}
