//! `StreamChecker`: takes the events of a stream one by one.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::action::Action;
use super::code::Code;
use super::finding::Finding;
use super::lane::Lane;
use super::profile::{Profile, Severity};
use super::report::{Repeats, Report};
use super::scenario::{Scenario, Seen};
use super::{digest, duplicates, fields};
use crate::events::StreamEvent;
use crate::json;
use crate::payload::OutputItem;
use crate::snapshot::salvage;
use crate::text::{Excerpt, edit_distance};
use crate::{DecodeError, DecodeErrorKind, EventFamily as _, EventPosition};

/// The data of the frame after the last event.
const DONE_MARK: &str = "[DONE]";

/// Changes of letters that make a known type of an unknown one, at most.
const MAX_TYPO: usize = 2;

/// A checker of one stream, or of a connection that carries several responses.
///
/// It takes the events as JSON text or as frames and returns what is wrong with each, at once. A fault is reported once: what
/// follows from it is not. The work is linear in the stream. Of a done item only its id, its type and a digest are kept, so the
/// memory is that of the open items.
///
/// ```
/// use response_event::checker::{Code, Profile, StreamChecker};
///
/// let stream = [
///     r#"{"type":"response.created","sequence_number":0,
///         "response":{"id":"resp_1","object":"response","created_at":1,"model":"m","status":"in_progress","output":[]}}"#,
///     r#"{"type":"response.output_text.delta","sequence_number":1,"item_id":"msg_1","output_index":0,"content_index":0,
///         "delta":"Hi","logprobs":[]}"#,
///     r#"{"type":"response.output_text.delta","sequence_number":2,"item_id":"msg_1","output_index":0,"content_index":0,
///         "delta":"!","logprobs":[]}"#,
/// ];
/// let mut checker = StreamChecker::new(Profile::Documented);
/// let mut findings = vec![];
/// for json in stream {
///     findings.extend(checker.check_json(json));
/// }
/// findings.extend(checker.finish());
/// let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
/// assert_eq!(codes, [Code::ItemNotAdded, Code::NoTerminalEvent]);
/// assert_eq!(
///     findings[0].to_string(),
///     "event 2 (response.output_text.delta), /item_id: no event added the item \"msg_1\" [item-not-added]",
/// );
/// ```
#[derive(Clone, Debug)]
pub struct StreamChecker {
    profile: Profile,
    events: u64,
    unnamed: Lane,
    named: BTreeMap<Box<str>, Lane>,
    repeats: Repeats,
    /// An event could not be read that may have begun a lane.
    is_any_unread: bool,
    has_frames: bool,
    is_marked_done: bool,
    is_mark_reported: bool,
    /// An error was reported, so that an empty stream is not one of its own.
    has_errors: bool,
    scenarios: Vec<Scenario>,
    seen: Seen,
}

impl StreamChecker {
    /// Creates a checker of a stream that begins with `response.created`.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            events: 0,
            unnamed: Lane::default(),
            named: BTreeMap::new(),
            repeats: Repeats::default(),
            is_any_unread: false,
            has_frames: false,
            is_marked_done: false,
            is_mark_reported: false,
            has_errors: false,
            scenarios: Vec::new(),
            seen: Seen::default(),
        }
    }

    /// Tells the checker that the stream was resumed after the event with this `sequence_number`: it begins with the next
    /// one, wherever that is in the life of the response.
    ///
    /// ```
    /// use response_event::checker::{Profile, StreamChecker};
    ///
    /// let mut checker = StreamChecker::new(Profile::Documented).resumed_after(41);
    /// let json = r#"{"type":"response.output_text.delta","sequence_number":42,"item_id":"msg_1","output_index":0,
    ///     "content_index":0,"delta":"Hi","logprobs":[]}"#;
    /// assert_eq!(checker.check_json(json), []);
    /// ```
    #[must_use]
    pub fn resumed_after(mut self, sequence_number: u64) -> Self {
        self.unnamed = Lane::resumed_after(sequence_number);
        self
    }

    /// Tells the checker which answer the stream should be. [`finish`](Self::finish) reports what it does not show.
    #[must_use]
    pub fn expect(mut self, scenario: Scenario) -> Self {
        self.scenarios.push(scenario);
        self
    }

    /// Returns the number of events so far.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Returns how often the fault was found after it was reported. Only a fault that a server makes again and again, such
    /// as a field that it always leaves out, is counted and not reported each time.
    pub fn repeats(&self, finding: &Finding) -> u64 {
        self.repeats.after(finding)
    }

    /// Checks the JSON text of the next event. The mark `[DONE]` may be the last.
    pub fn check_json(&mut self, json: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        if json.trim() == DONE_MARK {
            self.is_marked_done = true;
        } else {
            self.check_event(None, json, &mut findings);
        }
        findings
    }

    /// Checks the bytes of the next event: its JSON in UTF-8.
    pub fn check_bytes(&mut self, json: &[u8]) -> Vec<Finding> {
        match core::str::from_utf8(json) {
            Ok(json) => self.check_json(json),
            Err(error) => {
                let mut findings = Vec::new();
                self.events += 1;
                let at = EventPosition::default();
                let text = format!("the data is not UTF-8 at byte {}", error.valid_up_to());
                self.report(None, &at, &mut findings).fault(Code::InvalidJson, "", text);
                self.lose_unread();
                self.record(&findings);
                findings
            }
        }
    }

    /// Checks the next frame of an event stream: its `event`, empty if it has none, and its `data`.
    ///
    /// ```
    /// use response_event::checker::{Code, Profile, StreamChecker};
    ///
    /// let mut checker = StreamChecker::new(Profile::Documented);
    /// let findings = checker.check_frame("response.queued", r#"{"type":"keepalive","sequence_number":0}"#);
    /// assert_eq!(findings[0].code, Code::EventNameMismatch);
    /// ```
    pub fn check_frame(&mut self, event: &str, data: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.has_frames = true;
        if data.trim() == DONE_MARK {
            self.is_marked_done = true;
        } else {
            self.check_event(Some(event), data, &mut findings);
        }
        findings
    }

    /// Tells the checker that the stream ended, and returns what is wrong with it as a whole. The next event is the first of
    /// another stream.
    pub fn finish(&mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let at = EventPosition::default();
        let unnamed = core::mem::take(&mut self.unnamed);
        let named = core::mem::take(&mut self.named);
        let has_begun = unnamed.has_begun() || !named.is_empty();
        let is_marked_done = core::mem::take(&mut self.is_marked_done);
        let has_frames = core::mem::take(&mut self.has_frames);
        let unmet: Vec<_> = self.scenarios.iter().map(|scenario| (*scenario, scenario.unmet(&self.seen))).collect();
        let has_errors = core::mem::take(&mut self.has_errors);
        self.is_mark_reported = false;
        self.is_any_unread = false;
        self.seen = Seen::default();
        let mut report = self.report(None, &at, &mut findings);
        for lane in core::iter::once(&unnamed).chain(named.values()) {
            lane.finish(&mut report);
        }
        if !has_begun && !has_errors {
            report.fault(Code::NoTerminalEvent, "", "the stream has no event of a response");
        }
        if has_frames && !is_marked_done {
            report.fault(Code::MissingDoneMark, "", "no `[DONE]` follows the last event");
        }
        for (scenario, texts) in unmet {
            for text in texts {
                report.fault(Code::ScenarioUnmet, "", format!("`{scenario}`: {text}"));
            }
        }
        findings
    }

    fn report<'r>(
        &'r mut self,
        event_type: Option<&'r str>,
        at: &'r EventPosition<'r>,
        findings: &'r mut Vec<Finding>,
    ) -> Report<'r> {
        Report {
            profile: self.profile,
            event: self.events,
            event_type,
            at,
            is_muted: false,
            findings,
            repeats: &mut self.repeats,
        }
    }

    fn record(&mut self, findings: &[Finding]) {
        self.has_errors |= findings.iter().any(|finding| finding.severity == Severity::Error);
    }

    fn check_event(&mut self, frame: Option<&str>, json: &str, findings: &mut Vec<Finding>) {
        self.events += 1;
        let digest = digest::of_text(json);
        let decoded = crate::from_str::<StreamEvent>(json);
        let duplicate = duplicates::find(json);
        match decoded {
            Ok(event) => {
                self.seen.record(&event);
                let at = event.event_position();
                let mut report = self.report(Some(event.event_type()), &at, findings);
                check_text(frame, event.event_type(), json, duplicate.as_deref(), &mut report);
                self.check_mark(frame, event.event_type(), &at, findings);
                self.apply(&event, digest, false, findings);
            }
            Err(error) => {
                let at = error.event_position().clone();
                let mut report = self.report(error.event_type(), &at, findings);
                report_error(&error, json, duplicate.as_deref(), &mut report);
                match salvage(&error, json) {
                    // What is left of it counts, and what is wrong with that was reported.
                    Some(event) => {
                        self.seen.record(&event);
                        // The lane of the event, which it may have begun, cannot be read.
                        self.is_any_unread |= error.pointer() == "/stream_id";
                        self.apply(&event, digest, true, findings);
                    }
                    None => self.apply_unread(&error, digest, findings),
                }
            }
        }
        self.record(findings);
    }

    /// Reports an event after the mark of the end, once.
    fn check_mark(
        &mut self,
        frame: Option<&str>,
        event_type: &str,
        at: &EventPosition<'_>,
        findings: &mut Vec<Finding>,
    ) {
        if self.is_marked_done && !self.is_mark_reported {
            let name = if frame.is_some() { "a frame" } else { "an event" };
            let text = format!("{name} follows the mark `{DONE_MARK}`");
            self.report(Some(event_type), at, findings).fault(Code::EventAfterDoneMark, "", text);
            self.is_mark_reported = true;
        }
    }

    /// Applies an event to its lane.
    fn apply(&mut self, event: &StreamEvent, digest: u64, is_muted: bool, findings: &mut Vec<Finding>) {
        let at = event.event_position();
        let event_type = event.event_type();
        if !is_muted {
            fields::check(event, &mut self.report(Some(event_type), &at, findings));
        }
        let mut is_misspelled = false;
        if let StreamEvent::Unknown(_) = event {
            if let Some(known) = misspelled(event_type) {
                let text = format!("no source knows the type; did you mean `{known}`?");
                self.report(Some(event_type), &at, findings).fault_once(Code::UnknownEventType, "/type", text);
                is_misspelled = true;
            } else {
                let mut report = self.report(Some(event_type), &at, findings);
                report.fault_once(Code::UnknownEventType, "/type", "no source knows the type");
            }
        }
        let Some(stream_id) = self.lane_of(event, &at, is_muted, findings) else { return self.lose_unread() };
        // After the mark, what comes too late was reported.
        let is_muted = is_muted || self.is_mark_reported;
        let lane = match stream_id {
            None => &mut self.unnamed,
            Some(stream_id) => self.named.entry(stream_id).or_insert_with(|| Lane::begun(self.is_any_unread)),
        };
        let mut report = Report {
            profile: self.profile,
            event: self.events,
            event_type: Some(event_type),
            at: &at,
            is_muted,
            findings,
            repeats: &mut self.repeats,
        };
        lane.apply(event, digest, &mut report);
        if is_misspelled {
            lane.lose();
        }
        if is_muted {
            lane.doubt(&at);
        }
    }

    /// Returns the `stream_id` of the lane that an event belongs to. Reports one that is not its own.
    ///
    /// Returns `None` if it belongs to a lane, and it is not known to which.
    fn lane_of(
        &mut self,
        event: &StreamEvent,
        at: &EventPosition<'_>,
        is_muted: bool,
        findings: &mut Vec<Finding>,
    ) -> Option<Option<Box<str>>> {
        let own = at.stream_id.as_deref();
        let is_of_connection = matches!(Action::of(event), Action::Connection);
        if self.named.is_empty() || is_of_connection || matches!(event, StreamEvent::ResponseCreated(_)) {
            return Some(own.map(Box::from));
        }
        let item_id = event.item().and_then(OutputItem::id);
        let response_id = event.response().and_then(|response| response.id.as_deref());
        let id = at.item_id.as_deref().or(item_id.as_deref()).or(response_id);
        let knows = |lane: &Lane| id.is_some_and(|id| lane.knows(id));
        let is_own = match own {
            None => self.unnamed.has_begun(),
            Some(own) => self.named.get(own).is_some_and(knows),
        };
        if is_own {
            return Some(own.map(Box::from));
        }
        let lanes = || core::iter::once((None, &self.unnamed)).chain(self.named.iter().map(|(id, lane)| (Some(id), lane)));
        let other = lanes().find(|(_, lane)| knows(lane)).map(|(stream_id, lane)| (stream_id.cloned(), lane.is_established()));
        let (code, lane, text) = match other {
            Some((Some(other), true)) => {
                let code = if own.is_some() { Code::EventOfOtherLane } else { Code::MissingStreamId };
                let text = format!("{:?} is of the lane {:?}", Excerpt::short(id.unwrap_or_default()), Excerpt::short(&other));
                (code, Some(Some(other)), text)
            }
            // The event that began the other lane is one of this lane. That was reported.
            Some((other, false)) => {
                self.lane(other).stray();
                self.lane(own.map(Box::from)).lose_unread();
                return Some(own.map(Box::from));
            }
            _ if own.is_some() => return Some(own.map(Box::from)),
            _ => (Code::MissingStreamId, None, "the responses of the connection have one".into()),
        };
        let mut report = self.report(Some(event.event_type()), at, findings);
        report.is_muted = is_muted;
        report.fault(code, "/stream_id", text);
        lane
    }

    /// Returns a lane, which begins if there is none.
    fn lane(&mut self, stream_id: Option<Box<str>>) -> &mut Lane {
        match stream_id {
            None => &mut self.unnamed,
            Some(stream_id) => self.named.entry(stream_id).or_insert_with(|| Lane::begun(self.is_any_unread)),
        }
    }

    /// Applies an event of which only its place and type can be read, at most.
    fn apply_unread(&mut self, error: &DecodeError, digest: u64, findings: &mut Vec<Finding>) {
        let lane = match error.stream_id() {
            Some(stream_id) => {
                self.named.entry(stream_id.into()).or_insert_with(|| Lane::begun(self.is_any_unread))
            }
            None if self.named.is_empty() => {
                self.is_any_unread = true;
                &mut self.unnamed
            }
            None => return self.lose_unread(),
        };
        let mut report = Report {
            profile: self.profile,
            event: self.events,
            event_type: error.event_type(),
            at: error.event_position(),
            is_muted: true,
            findings,
            repeats: &mut self.repeats,
        };
        lane.apply_unread(error, digest, &mut report);
    }

    /// Records an event of which nothing can be read, so it may be one of any lane.
    fn lose_unread(&mut self) {
        self.is_any_unread = true;
        core::iter::once(&mut self.unnamed).chain(self.named.values_mut()).for_each(Lane::lose_unread);
    }
}

/// Checks the text of an event that can be decoded.
fn check_text(
    frame: Option<&str>,
    event_type: &str,
    json: &str,
    duplicate: Option<&str>,
    report: &mut Report<'_>,
) {
    if let Some(pointer) = duplicate {
        report.fault_once(Code::DuplicateField, pointer, "the object has the field twice");
    }
    if matches!(json::peek_tag(json), Ok(None)) {
        report.fault_once(Code::MissingType, "", "missing field `type`; it was read as an `error`");
    }
    if event_type.chars().any(char::is_control) {
        report.fault_once(Code::ControlCharacterInType, "/type", "the type has a control character");
    }
    match frame {
        // The name of an event that has none.
        Some("" | "message") => report.fault_once(Code::MissingEventName, "/type", "the frame has no `event`"),
        Some(name) if name != event_type => {
            let text = format!("the event of the frame is `{}`", Excerpt::new(name));
            report.fault(Code::EventNameMismatch, "/type", text);
        }
        _ => {}
    }
}

/// Reports why an event cannot be decoded.
fn report_error(error: &DecodeError, json: &str, duplicate: Option<&str>, report: &mut Report<'_>) {
    let message: String = format!("{} (line {}, column {})", error.message(), error.line(), error.column());
    match (error.kind(), duplicate) {
        (DecodeErrorKind::Json, _) => report.fault(Code::InvalidJson, error.pointer(), message),
        (_, Some(pointer)) => report.fault_once(Code::DuplicateField, pointer, "the object has the field twice"),
        (DecodeErrorKind::MissingType, None) if json.trim_start().starts_with('{') => {
            report.fault_once(Code::MissingType, error.pointer(), message);
        }
        (DecodeErrorKind::MissingType, None) => report.fault(Code::NotAnObject, "", message),
        _ => report.fault_once(Code::UndecodableEvent, error.pointer(), message),
    }
}

/// Returns the known type that an unknown one may be meant for.
fn misspelled(event_type: &str) -> Option<&'static str> {
    let distance = |known: &&str| edit_distance(known, event_type);
    let nearest = StreamEvent::TYPES.iter().filter(|known| known.len().abs_diff(event_type.len()) <= MAX_TYPO);
    nearest.map(|known| (distance(known), *known)).filter(|(distance, _)| *distance <= MAX_TYPO).min().map(|(_, known)| known)
}
