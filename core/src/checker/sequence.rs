//! Rules on `sequence_number`: present, unique, contiguous.

use alloc::collections::VecDeque;
use alloc::format;

use super::code::Code;
use super::lost::Lost;
use super::report::Report;
use crate::Number;

/// Events whose text is remembered, to tell an event that is sent again from one with a wrong number.
const REMEMBERED: usize = 32;

/// Gaps that are remembered, to tell an event that comes late from one with a wrong number.
const MAX_GAPS: usize = 8;

/// The numbers of the events of a lane.
#[derive(Clone, Debug, Default)]
pub(super) struct Sequence {
    last: Option<u64>,
    /// The last number before a stream that is resumed.
    resumed_after: Option<u64>,
    /// Events since the last good number that have none, or a wrong one.
    unnumbered: u64,
    /// The numbers that were left out, from the first to the last.
    gaps: VecDeque<(u64, u64)>,
    /// Number and digest of the last events.
    recent: VecDeque<(u64, u64)>,
    /// The number of the last event, if it was too small.
    wrong: Option<u64>,
    /// The first number that the last event left out, and how many events were reported to be missing.
    jumped_over: Option<(u64, u64)>,
}

/// The arrival of an event, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It is applied.
    New,
    /// Events before it are missing.
    AfterGap,
    /// It was missing, which was reported.
    Late,
    /// It was sent before.
    Again,
}

impl Sequence {
    pub(super) fn resumed_after(number: u64) -> Self {
        Self { resumed_after: Some(number), ..Self::default() }
    }

    /// Prepares for another response in the same lane: its numbers go on, or start again.
    pub(super) fn restart(&mut self) {
        let last = self.last;
        *self = Self { resumed_after: last, ..Self::default() };
    }

    /// Records an event that cannot be read or has no number.
    pub(super) fn skip(&mut self) {
        self.skip_many(1);
    }

    /// Records as many such events.
    pub(super) fn skip_many(&mut self, count: u64) {
        self.unnumbered = self.unnumbered.saturating_add(count);
    }

    /// Checks the number of the next event. `digest` is that of its text.
    pub(super) fn check(
        &mut self,
        number: Option<Number>,
        digest: u64,
        is_first: bool,
        lost: &mut Lost,
        report: &mut Report<'_>,
    ) -> Arrival {
        // A number that is no integer is for the rules on fields.
        let Some(number) = number.and_then(Number::as_u64) else {
            self.skip();
            return Arrival::New;
        };
        let arrival = self.place(number, digest, is_first, lost, report);
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back((number, digest));
        arrival
    }

    fn place(&mut self, number: u64, digest: u64, is_first: bool, lost: &mut Lost, report: &mut Report<'_>) -> Arrival {
        let Some(previous) = self.last else {
            return self.start(number, is_first, lost, report);
        };
        let next = previous.saturating_add(1);
        let is_again = self.recent.contains(&(number, digest));
        if let Some((from, missing)) = self.jumped_over.take() {
            // The number before was too large, and this one continues what was before that.
            if number == from.saturating_add(1) && !is_again {
                self.gaps.pop_back();
                lost.remove(missing);
                self.follow(number);
                return Arrival::New;
            }
        }
        if number >= next {
            let latest = next.saturating_add(self.unnumbered);
            if number <= latest {
                self.follow(number);
                return Arrival::New;
            }
            // The number before was too small, and this one continues it.
            if self.wrong.is_some_and(|wrong| number == wrong.saturating_add(1)) {
                self.follow(number);
                return Arrival::New;
            }
            let missing = number - latest;
            let what = if missing == 1 { "one event is" } else { "events are" };
            report.fault(
                Code::SequenceGap,
                "/sequence_number",
                format!("expected {next}, found {number}: {what} missing, or out of order"),
            );
            lost.add(missing);
            self.jump(next, number, missing);
            return Arrival::AfterGap;
        }
        if is_again {
            return self.send_again(number, report);
        }
        if self.fill(number) {
            lost.remove(1);
            return Arrival::Late;
        }
        self.repeat(number, previous, report);
        Arrival::New
    }

    /// Checks the first number.
    fn start(&mut self, number: u64, is_first: bool, lost: &mut Lost, report: &mut Report<'_>) -> Arrival {
        let first = self.resumed_after.map_or(0, |after| after.saturating_add(1));
        let expected = first..=first.saturating_add(self.unnumbered);
        // A response after another may be numbered from 0 again.
        let is_fine = expected.contains(&number) || (self.resumed_after.is_some() && number == 0);
        if is_first && !is_fine && !lost.is_head_missing() {
            if self.resumed_after.is_some() {
                let text = format!("expected {first} after the resumption, found {number}");
                report.fault(Code::SequenceGap, "/sequence_number", text);
                lost.add(number.saturating_sub(first));
            } else {
                report.fault(Code::SequenceStart, "/sequence_number", format!("expected 0, found {number}"));
            }
        }
        // A smaller number is that of a stream whose numbers start again.
        let first = if number < first { 0 } else { first };
        if number > first {
            self.jump(first, number, 0);
        } else {
            self.follow(number);
        }
        Arrival::New
    }

    /// Goes on with a number that leaves out others.
    fn jump(&mut self, next: u64, number: u64, missing: u64) {
        if self.gaps.len() == MAX_GAPS {
            self.gaps.pop_front();
        }
        self.gaps.push_back((next, number - 1));
        self.follow(number);
        self.jumped_over = Some((next, missing));
    }

    fn follow(&mut self, number: u64) {
        self.last = Some(number);
        self.unnumbered = 0;
        self.wrong = None;
    }

    /// Returns `true` if the number was left out before, so that its event comes late.
    fn fill(&mut self, number: u64) -> bool {
        let Some(index) = self.gaps.iter().position(|(from, to)| (*from..=*to).contains(&number)) else { return false };
        let Some((from, to)) = self.gaps.remove(index) else { return false };
        if from < number {
            self.gaps.push_back((from, number - 1));
        }
        if number < to {
            self.gaps.push_back((number + 1, to));
        }
        true
    }

    /// Reports an event that was sent before; a run of events that is sent again is one fault.
    fn send_again(&mut self, number: u64, report: &mut Report<'_>) -> Arrival {
        let was_wrong = self.wrong.replace(number);
        if was_wrong.is_none_or(|wrong| number != wrong.saturating_add(1)) {
            let text = format!("the event with the number {number} is sent again");
            report.fault(Code::SequenceRepeated, "/sequence_number", text);
        }
        Arrival::Again
    }

    /// Reports a number that is not greater than the last.
    fn repeat(&mut self, number: u64, last: u64, report: &mut Report<'_>) {
        self.skip();
        match self.wrong.replace(number) {
            // A server that gives each event the same number, or counts from 0 again.
            Some(wrong) if number == wrong || number == wrong.saturating_add(1) => {}
            _ if number == last => {
                let text = format!("{number} is the number of the event before");
                report.fault(Code::SequenceRepeated, "/sequence_number", text);
            }
            _ => report.fault(Code::SequenceBackwards, "/sequence_number", format!("found {number} after {last}")),
        }
    }
}
