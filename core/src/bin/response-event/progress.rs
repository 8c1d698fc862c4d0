//! The progress of a long input, on a terminal.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// An input that takes longer shows its progress.
const PATIENCE: Duration = Duration::from_secs(1);

const INTERVAL: Duration = Duration::from_millis(200);

/// The progress of one input.
pub(crate) struct Progress {
    next: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { next: io::stderr().is_terminal().then(|| Instant::now() + PATIENCE), is_shown: false }
    }

    /// Shows the progress, if it is time to.
    pub(crate) fn show(&mut self, bytes: u64, events: u64) {
        let now = Instant::now();
        if self.next.is_some_and(|next| now >= next) {
            self.next = Some(now + INTERVAL);
            self.is_shown = true;
            let _ = write!(io::stderr(), "\r{events} events, {} MB ", bytes / 1_000_000);
        }
    }

    /// Removes the progress from the terminal.
    pub(crate) fn clear(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
