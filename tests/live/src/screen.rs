//! Prints a response while it arrives.

use std::fmt::Display;
use std::io::Write;

use response_event::events::StreamEvent;
use response_event::{EventFamily, Number, Snapshot};

use crate::client::Observer;

/// A terminal, or anything else that can be written to. Failures to write are ignored.
pub struct Screen<W> {
    out: W,
    /// The text that the line is in the middle of.
    open: Option<(&'static str, Option<Number>)>,
}

impl<W: Write> Screen<W> {
    /// Creates a screen that prints to `out`.
    pub fn new(out: W) -> Self {
        Self { out, open: None }
    }

    /// Returns what was printed to.
    pub fn into_inner(self) -> W {
        self.out
    }

    /// Prints a piece of a text, on a line of its kind.
    fn piece(&mut self, kind: &'static str, index: Option<Number>, piece: &str) {
        if self.open != Some((kind, index)) {
            self.end_line();
            let _ = write!(self.out, "{kind}: ");
            self.open = Some((kind, index));
        }
        let _ = write!(self.out, "{piece}");
        let _ = self.out.flush();
    }

    fn line(&mut self, line: &dyn Display) {
        self.end_line();
        let _ = writeln!(self.out, "{line}");
    }

    fn end_line(&mut self) {
        if self.open.take().is_some() {
            let _ = writeln!(self.out);
        }
    }
}

impl<W: Write> Observer for Screen<W> {
    fn event(&mut self, event: &StreamEvent, snapshot: &mut Snapshot) {
        let index = event.output_index();
        match event {
            StreamEvent::OutputTextDelta(event) => self.piece("text", index, &event.delta),
            StreamEvent::ReasoningSummaryTextDelta(event) => self.piece("reasoning", index, &event.delta),
            StreamEvent::ReasoningTextDelta(event) => self.piece("reasoning", index, &event.delta),
            // The arguments as far as they can be read: strings and objects that are open count as closed.
            StreamEvent::FunctionCallArgumentsDelta(_) => {
                if let Some(value) = index.and_then(|index| snapshot.partial_value(index)) {
                    self.line(&format_args!("arguments: {value}"));
                }
            }
            StreamEvent::ImageGenCallPartialImage(event) => match event.decode_image() {
                Ok(image) => {
                    let number = event.partial_image_index;
                    self.line(&format_args!("picture: number {number} of {}, {} bytes", event.item_id, image.len()));
                }
                Err(error) => self.problem(&error),
            },
            event if event.is_terminal() => self.line(&event.event_type()),
            _ => {}
        }
    }

    fn problem(&mut self, problem: &dyn Display) {
        self.line(&format_args!("problem: {problem}"));
    }

    fn resumed(&mut self, after: &dyn Display) {
        self.line(&format_args!("resumed after event {after}"));
    }
}
