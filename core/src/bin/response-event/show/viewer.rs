//! The viewer: it takes the events one by one and keeps the screen as they make it.

use std::io::{self, Write};

use response_event::EventFamily as _;
use response_event::checker::Severity;
use response_event::events::StreamEvent;

use super::responses::{Effect, Responses};
use super::screen::Screen;
use super::unknown_types::UnknownTypes;
use crate::decoded::{Decoded, decode};
use crate::input::{Content, MAX_EVENT};
use crate::screen_text;

/// Problems that are printed at most. The others are counted.
const MAX_PROBLEMS: u64 = 20;

/// The most columns of a line that is no row.
const LINE_WIDTH: usize = 400;

/// A stream, as it is shown.
pub(crate) struct Viewer<'a, W> {
    screen: Screen<'a, W>,
    responses: Responses,
    unknown_types: UnknownTypes,
    events: u64,
    problems: u64,
    /// Something happened that is not shown yet.
    is_changed: bool,
    /// The output failed while nobody could be told.
    failure: Option<io::Error>,
}

impl<'a, W: Write> Viewer<'a, W> {
    pub(crate) fn new(screen: Screen<'a, W>, responses: Responses) -> Self {
        let unknown_types = UnknownTypes::default();
        Self { screen, responses, unknown_types, events: 0, problems: 0, is_changed: false, failure: None }
    }

    pub(crate) fn has_events(&self) -> bool {
        self.events > 0
    }

    /// Takes the next piece of the input, which starts on this line.
    pub(crate) fn take(&mut self, line: u64, content: Content<'_>) -> io::Result<()> {
        self.failure.take().map_or(Ok(()), Err)?;
        let decoded = decode(content);
        self.events += u64::from(!matches!(decoded, Decoded::DoneMark));
        self.is_changed = true;
        match decoded {
            Decoded::Event { event, .. } => {
                if let StreamEvent::Unknown(event) = &*event {
                    self.unknown_types.add(event.event_type());
                }
                let effect = self.responses.apply(&event);
                self.follow(line, event.stream_id().as_deref(), effect)
            }
            Decoded::Bad { error, json } => {
                self.problem(line, &error.to_string())?;
                let effect = self.responses.apply_error(&error, &json);
                self.follow(line, error.stream_id(), effect)
            }
            Decoded::CutOff => self.problem(line, "the input ends in the middle of the event"),
            Decoded::TooLarge => self.problem(line, &format!("the event has more than {MAX_EVENT} bytes")),
            Decoded::DoneMark => Ok(()),
        }
    }

    /// Prints what stays of the effect of an event.
    fn follow(&mut self, line: u64, stream_id: Option<&str>, effect: Effect) -> io::Result<()> {
        let (width, is_terminal) = (self.screen.width, self.screen.is_terminal());
        if let Some(previous) = effect.previous {
            self.screen.settle(&self.responses.table_of(&previous, width, is_terminal))?;
        }
        for problem in effect.problems {
            self.problem(line, &problem)?;
        }
        if let Some(index) = effect.finished.filter(|_| !is_terminal) {
            if let Some((header, row)) = self.responses.line(stream_id, index, width) {
                self.screen.print_row(header, row)?;
            }
        }
        Ok(())
    }

    fn problem(&mut self, line: u64, problem: &str) -> io::Result<()> {
        self.problems += 1;
        if self.problems > MAX_PROBLEMS {
            return Ok(());
        }
        let colors = self.screen.colors;
        let (color, end) = (colors.of(Severity::Error), colors.end());
        let place = format!("line {line}, event {}: ", self.events);
        let problem = screen_text::start(place.chars().chain(problem.chars()), LINE_WIDTH);
        self.screen.print(&format!("{color}problem{end} {problem}"))
    }

    /// Shows what happened so far: the next byte may take a while.
    pub(crate) fn wait(&mut self) {
        if self.is_changed {
            self.is_changed = false;
            self.failure = self.show().err();
        }
    }

    fn show(&mut self) -> io::Result<()> {
        if let Some(rows) = self.screen.drawn_rows() {
            self.screen.draw(&self.responses.growing_table(self.screen.width, rows))?;
        }
        self.screen.flush()
    }

    /// Shows the responses at the end of the input. Returns `true` if all of it could be read, and was all.
    pub(crate) fn finish(mut self) -> io::Result<bool> {
        self.failure.take().map_or(Ok(()), Err)?;
        let (width, is_terminal) = (self.screen.width, self.screen.is_terminal());
        self.screen.settle(&self.responses.table(width, is_terminal))?;
        if let Some(line) = self.unknown_types.line() {
            self.screen.print(&screen_text::start(line.chars(), LINE_WIDTH))?;
        }
        if !self.has_events() {
            self.screen.print("no events")?;
        }
        if self.problems > MAX_PROBLEMS {
            self.screen.print(&format!("… and {} more problems", self.problems - MAX_PROBLEMS))?;
        }
        self.screen.flush()?;
        Ok(self.has_events() && self.problems == 0 && !self.responses.is_any_unfinished())
    }
}
