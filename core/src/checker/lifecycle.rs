//! Rules on the life of a response: created first, one end, and what each of its events has of it.

use alloc::boxed::Box;
use alloc::format;

use super::action::Stage;
use super::code::Code;
use super::report::Report;
use super::usage;
use crate::Number;
use crate::payload::{Response, ResponseStatus};
use crate::text::Excerpt;

/// The response of a lane, as far as its events have told.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub(super) struct Life {
    id: Option<Box<str>>,
    created_at: Option<Number>,
    pub(super) has_begun: bool,
    pub(super) is_created: bool,
    stage: Option<Stage>,
    end: Option<End>,
    is_id_reported: bool,
    is_time_reported: bool,
    is_end_reported: bool,
}

/// The kind of event that ended a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Terminal,
    /// An `error`: `response.failed` may follow.
    Error,
    /// `response.done` after another.
    Echo,
}

impl Life {
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    pub(super) fn has_ended(&self) -> bool {
        self.end.is_some()
    }

    /// Returns `true` if an event of this stage begins another response than this one.
    pub(super) fn is_followed_by(&self, stage: Stage, response: Option<&Response>) -> bool {
        let id = response.and_then(|response| response.id.as_deref());
        let is_other = id.is_some() && self.id.is_some() && id != self.id();
        match stage {
            Stage::Created => (self.is_created || self.has_ended()) && (is_other || (self.has_ended() && id.is_none())),
            // The event that created it is missing.
            Stage::Queued | Stage::InProgress => self.has_ended() && is_other,
            Stage::Final => false,
        }
    }

    /// Applies an event of the lifecycle that does not end the response.
    pub(super) fn advance(&mut self, stage: Stage, report: &mut Report<'_>) {
        match (stage, self.stage) {
            (Stage::Created, _) if self.is_created => {
                report.fault(Code::CreatedTwice, "", "the response was created before");
            }
            // It comes late: that was reported.
            (Stage::Created, Some(_)) => {}
            (_, Some(last)) if stage < last => {
                report.fault(Code::LifecycleBackwards, "/type", "the response goes back to an earlier state");
            }
            (_, Some(last)) if stage == last => {
                report.fault_once(Code::LifecycleRepeated, "/type", "the response is in this state already");
            }
            _ => {}
        }
        self.is_created |= stage == Stage::Created;
        self.stage = self.stage.max(Some(stage));
    }

    /// Applies an event that ends the response. Returns `true` if it is the first that does.
    pub(super) fn finish(&mut self, event_type: &str, report: &mut Report<'_>) -> bool {
        let is_echo = event_type == "response.done";
        match self.end {
            None => {
                self.end = Some(End::Terminal);
                return true;
            }
            Some(End::Error) => {
                self.end = Some(End::Terminal);
                return false;
            }
            Some(End::Terminal) if is_echo => self.end = Some(End::Echo),
            Some(_) => {
                if !self.is_end_reported {
                    report.fault(Code::TerminalTwice, "", "the response has ended before");
                }
                self.is_end_reported = true;
            }
        }
        false
    }

    /// Applies an event that reports an error of the stream.
    pub(super) fn fail(&mut self, report: &mut Report<'_>) {
        if self.has_ended() {
            return self.report_after_end(report);
        }
        self.end = Some(End::Error);
    }

    /// Reports an event after the end of its response, once.
    pub(super) fn report_after_end(&mut self, report: &mut Report<'_>) {
        if !self.is_end_reported {
            report.fault(Code::EventAfterEnd, "", "the response has ended");
        }
        self.is_end_reported = true;
    }

    /// Checks the response at the end of its stream.
    pub(super) fn check_end(&self, report: &mut Report<'_>) {
        match self.end {
            None if self.has_begun => {
                let text = match &self.id {
                    Some(id) => format!("the response {:?} has no end: its stream was cut off", Excerpt::short(id)),
                    None => "the response has no end: its stream was cut off".into(),
                };
                report.fault(Code::NoTerminalEvent, "", text);
            }
            Some(End::Error) if self.is_created => {
                report.fault(Code::ErrorWithoutFailed, "", "no `response.failed` follows the error");
            }
            _ => {}
        }
    }

    /// Checks what an event has of the response.
    pub(super) fn check(&mut self, stage: Stage, event_type: &str, response: &Response, report: &mut Report<'_>) {
        self.check_constants(response, report);
        check_status(event_type, response, report);
        if stage != Stage::Final && response.output.as_ref().is_some_and(|output| !output.is_empty()) {
            report.fault_once(Code::EarlyOutput, "/response/output", "the response has output before its end");
        }
        if response.status == Some(ResponseStatus::Completed) {
            for (pointer, is_there) in [
                ("/response/error", response.error.is_some()),
                ("/response/incomplete_details", response.incomplete_details.is_some()),
            ] {
                if is_there {
                    report.fault(Code::CompletedWithFault, pointer, "a completed response has none");
                }
            }
        }
        if let (Some(created), Some(completed)) = (response.created_at, response.completed_at) {
            if completed < created {
                let text = format!("found {completed}, and `created_at` is {created}");
                report.fault(Code::CompletedBeforeCreated, "/response/completed_at", text);
            }
        }
        if let Some(usage) = &response.usage {
            usage::check(usage, report);
        }
    }

    fn check_constants(&mut self, response: &Response, report: &mut Report<'_>) {
        match (&self.id, response.id.as_deref()) {
            (None, Some(id)) => self.id = Some(id.into()),
            (Some(id), Some(found)) if **id != *found && !self.is_id_reported => {
                let text = format!("this is {:?}, the id was {:?}", Excerpt::short(found), Excerpt::short(id));
                report.fault(Code::ResponseIdChanged, "/response/id", text);
                self.is_id_reported = true;
            }
            _ => {}
        }
        let created_at = response.created_at.filter(|time| time.as_u64().is_some());
        match (self.created_at, created_at) {
            (None, found) => self.created_at = found,
            (Some(first), Some(found)) if first != found && !self.is_time_reported => {
                report.fault(
                    Code::CreatedAtChanged,
                    "/response/created_at",
                    format!("this is {found}, it was {first}"),
                );
                self.is_time_reported = true;
            }
            _ => {}
        }
    }
}

fn check_status(event_type: &str, response: &Response, report: &mut Report<'_>) {
    use ResponseStatus as S;
    let Some(status) = &response.status else { return };
    let fits = match event_type {
        "response.created" => matches!(status, S::Queued | S::InProgress),
        "response.queued" => *status == S::Queued,
        "response.in_progress" => *status == S::InProgress,
        "response.completed" => *status == S::Completed,
        "response.incomplete" => *status == S::Incomplete,
        "response.failed" => *status == S::Failed,
        "response.cancelled" => *status == S::Cancelled,
        "response.done" => status.is_final(),
        _ => true,
    };
    if !fits && !matches!(status, S::Unknown(_)) {
        report.fault(Code::ResponseStatusMismatch, "/response/status", format!("the status is `{}`", status.as_str()));
    }
}
