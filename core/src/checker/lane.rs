//! One lane of a connection: its response, its items and its numbers.

use alloc::boxed::Box;

use super::action::{Action, Stage};
use super::code::Code;
use super::items::Items;
use super::lifecycle::Life;
use super::lost::Lost;
use super::output;
use super::report::Report;
use super::sequence::{Arrival, Sequence};
use crate::events::StreamEvent;
use crate::payload::ResponseStatus;
use crate::{DecodeError, DecodeErrorKind, EventFamily as _, EventPosition};

/// The events with one `stream_id`, or those without one.
#[derive(Clone, Debug, Default)]
pub(super) struct Lane {
    life: Life,
    items: Items,
    sequence: Sequence,
    lost: Lost,
    /// The id of the response before, if that had no end.
    previous_id: Option<Box<str>>,
    is_resumed: bool,
    /// The number of its events.
    events: u64,
    /// Its only event is one of another lane.
    is_stray: bool,
    /// The last event could not be read, so it may have ended the response.
    is_end_unread: bool,
}

impl Lane {
    /// Creates the lane of a stream that is resumed after an event.
    pub(super) fn resumed_after(number: u64) -> Self {
        let mut lane = Self { sequence: Sequence::resumed_after(number), is_resumed: true, ..Self::default() };
        lane.lost.lose_head();
        lane
    }

    pub(super) fn has_begun(&self) -> bool {
        self.life.has_begun
    }

    /// Returns `true` if events of other lanes can be taken for its own: it began well, and has more than one event.
    pub(super) fn is_established(&self) -> bool {
        self.life.is_created && self.events > 1
    }

    /// Records that what began the lane is an event of another.
    pub(super) fn stray(&mut self) {
        self.is_stray = true;
    }

    /// Returns `true` if an item, or the response, has this id.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.items.place_of_id(id).is_some() || self.life.id() == Some(id)
    }

    /// Applies an event. `digest` is that of its text.
    pub(super) fn apply(&mut self, event: &StreamEvent, digest: u64, report: &mut Report<'_>) {
        let at = event.event_position();
        let action = Action::of(event);
        if matches!(action, Action::Connection) {
            // Its number is one of the response in progress.
            if self.life.has_begun && !self.life.has_ended() {
                self.arrive(&at, digest, false, report);
            }
            return;
        }
        if let Action::Lifecycle(stage, response) = action {
            let id = response.and_then(|response| response.id.as_deref());
            if id.is_some() && id == self.previous_id.as_deref() {
                // The missing end of that response was reported.
                return;
            }
            if self.life.is_followed_by(stage, response) {
                self.finish(report);
                self.restart();
            }
        }
        self.is_end_unread = false;
        self.events += 1;
        let is_first = !self.life.has_begun;
        let begins = is_first && self.check_first(&action, report);
        match self.arrive(&at, digest, begins, report) {
            Arrival::Again => return,
            // Its absence at the end of its response was reported.
            Arrival::Late if self.life.has_ended() => return,
            // So was that it came out of order.
            Arrival::Late => report.is_muted = true,
            Arrival::New | Arrival::AfterGap => {}
        }
        self.life.has_begun = true;
        match action {
            Action::Lifecycle(Stage::Final, response) => {
                let event_type = event.event_type();
                let is_first = self.life.finish(event_type, report);
                if let Some(response) = response {
                    self.life.check(Stage::Final, event_type, response, report);
                }
                if is_first {
                    let status = response.and_then(|response| response.status.as_ref());
                    if event_type == "response.completed" || status == Some(&ResponseStatus::Completed) {
                        self.items.check_all_done(&mut self.lost, report);
                    }
                    if let Some(response) = response {
                        output::check(response, &self.items, &mut self.lost, report);
                    }
                }
            }
            Action::Error => self.life.fail(report),
            Action::ItemDone(item) if self.life.has_ended() && self.items.is_late_close(item, &at) => {}
            _ if self.life.has_ended() && !matches!(action, Action::Lifecycle(Stage::Created, _)) => {
                self.life.report_after_end(report);
            }
            Action::Lifecycle(stage, response) => {
                self.life.advance(stage, report);
                if let Some(response) = response {
                    self.life.check(stage, event.event_type(), response, report);
                }
            }
            Action::ItemAdded(item) => self.items.add(item, &at, &mut self.lost, report),
            Action::ItemDone(item) => self.items.close(item, &at, &mut self.lost, report),
            Action::Item(kind, action) => self.items.apply(kind, action, &at, &mut self.lost, report),
            Action::Connection | Action::Other => {}
        }
    }

    /// Checks the number of an event.
    fn arrive(&mut self, at: &EventPosition<'_>, digest: u64, begins: bool, report: &mut Report<'_>) -> Arrival {
        let arrival = self.sequence.check(at.sequence_number, digest, begins, &mut self.lost, report);
        if arrival == Arrival::AfterGap {
            self.items.taint();
        }
        arrival
    }

    /// Checks the first event. Returns `true` if the stream begins with it.
    fn check_first(&mut self, action: &Action<'_>, report: &mut Report<'_>) -> bool {
        if matches!(action, Action::Lifecycle(Stage::Created, _)) {
            // A response that begins after the resumption is whole.
            self.lost.find_head();
        }
        if self.is_resumed || matches!(action, Action::Lifecycle(Stage::Created, _) | Action::Error) {
            return true;
        }
        if !self.life.is_created && !self.lost.explains() {
            report.fault(Code::CreatedNotFirst, "/type", "the first event is not `response.created`");
        }
        if !matches!(action, Action::Lifecycle(..) | Action::ItemAdded(_)) {
            self.lost.lose_head();
        }
        false
    }

    fn restart(&mut self) {
        let mut sequence = core::mem::take(&mut self.sequence);
        sequence.restart();
        let previous_id = self.life.id().filter(|_| !self.life.has_ended()).map(Box::from);
        *self = Self { sequence, previous_id, ..Self::default() };
    }

    /// Records an event that cannot be decoded, and of which no more can be read than its place and type.
    pub(super) fn apply_unread(&mut self, error: &DecodeError, digest: u64, report: &mut Report<'_>) {
        let at = error.event_position();
        let event_type = error.event_type().unwrap_or_default();
        self.is_end_unread = error.kind() != DecodeErrorKind::Data;
        if at.sequence_number.is_some() {
            self.arrive(at, digest, false, report);
        } else {
            self.sequence.skip();
        }
        let is_known = StreamEvent::TYPES.contains(&event_type);
        match Action::stage_of(event_type) {
            Some(Stage::Final) => {
                self.life.has_begun = true;
                self.life.finish(event_type, report);
                return;
            }
            Some(stage) => {
                self.life.has_begun = true;
                self.life.advance(stage, report);
                return;
            }
            None if is_known && error.is_terminal() => {
                self.life.has_begun = true;
                return self.life.fail(report);
            }
            None => {}
        }
        self.items.taint_at(at);
        // A delta opens and closes nothing.
        let is_delta = is_known && event_type.rsplit('.').next() == Some("delta");
        if !is_delta || error.kind() == DecodeErrorKind::Json {
            self.lost.add(1);
        }
    }

    /// Records that the event which was applied could only be read in part.
    pub(super) fn doubt(&mut self, at: &EventPosition<'_>) {
        self.items.taint_at(at);
    }

    /// Records an event whose type is misspelled, so that what it does is lost.
    pub(super) fn lose(&mut self) {
        self.lost.add(1);
        self.items.taint();
    }

    /// Records events of which nothing can be read, and which may be of this lane.
    pub(super) fn lose_unread(&mut self, count: u64) {
        if count > 0 {
            self.sequence.skip_many(count);
            self.is_end_unread = true;
            self.lost.add(count);
            self.items.taint();
        }
    }

    /// Checks the lane at the end of its stream.
    pub(super) fn finish(&self, report: &mut Report<'_>) {
        let may_have_ended = self.is_stray || self.is_end_unread;
        if !may_have_ended || self.life.has_ended() {
            self.life.check_end(report);
        }
    }
}
