//! Colors, for terminals only.

use std::env;

use response_event::checker::Severity;

/// The escape sequences for a terminal, or none.
#[derive(Clone, Copy)]
pub(crate) struct Colors {
    is_on: bool,
}

impl Colors {
    /// Creates the colors for a terminal, unless `NO_COLOR` is set or the terminal has none.
    pub(crate) fn new(is_terminal: bool) -> Self {
        let is_unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        Self { is_on: is_terminal && !is_unwanted && !is_dumb }
    }

    pub(crate) fn of(self, severity: Severity) -> &'static str {
        match severity {
            _ if !self.is_on => "",
            Severity::Error => "\x1b[1;31m",
            Severity::Warning => "\x1b[1;33m",
            Severity::Note => "\x1b[1;36m",
            _ => self.bold(),
        }
    }

    pub(crate) fn bold(self) -> &'static str {
        if self.is_on { "\x1b[1m" } else { "" }
    }

    pub(crate) fn end(self) -> &'static str {
        if self.is_on { "\x1b[0m" } else { "" }
    }
}
