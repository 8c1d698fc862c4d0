//! `StreamChecker`: takes the events of a stream one by one.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::code::Code;
use super::finding::Finding;
use super::lanes::{Lanes, Owner};
use super::profile::{Profile, Severity};
use super::report::{Repeats, Report};
use super::scenario::{Scenario, Seen};
use super::{digest, duplicates, fields};
use crate::events::StreamEvent;
use crate::json;
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
/// follows from it is not. The work is linear in the stream. The texts of an item are kept until it is
/// done; then about half a kilobyte stays of it, and about two of each lane.
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
    lanes: Lanes,
    repeats: Repeats,
    has_frames: bool,
    mark: Mark,
    /// An error was reported, or an event could not be checked: that there is no other event is no fault of its own.
    is_incomplete: bool,
    /// The stream ended: the next event is the first of another.
    is_finished: bool,
    scenarios: Vec<Scenario>,
    seen: Seen,
}

/// The mark of the end of a stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mark {
    #[default]
    Absent,
    Present,
    /// An event followed it, which was reported.
    Passed,
}

impl StreamChecker {
    /// Creates a checker of a stream that begins with `response.created`.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            events: 0,
            lanes: Lanes::default(),
            repeats: Repeats::default(),
            has_frames: false,
            mark: Mark::Absent,
            is_incomplete: false,
            is_finished: false,
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
        self.lanes = Lanes::resumed_after(sequence_number);
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
        self.check(None, json, &mut findings);
        findings
    }

    /// Checks the bytes of the next event: its JSON in UTF-8.
    pub fn check_bytes(&mut self, json: &[u8]) -> Vec<Finding> {
        match core::str::from_utf8(json) {
            Ok(json) => self.check_json(json),
            Err(error) => {
                let mut findings = Vec::new();
                self.begin_if_finished();
                self.events += 1;
                let at = EventPosition::default();
                let text = format!("the data is not UTF-8 at byte {}", error.valid_up_to());
                self.report(None, &at, &mut findings).fault(Code::InvalidJson, "", text);
                self.lanes.lose_unread();
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
        self.check(Some(event), data, &mut findings);
        findings
    }

    /// Checks the last frame of an event stream that has no blank line at its end.
    pub fn check_cut_off_frame(&mut self, event: &str, data: &str) -> Vec<Finding> {
        let mut findings = self.check_frame(event, data);
        let at = EventPosition::default();
        let text = "no blank line ends the frame, so clients drop its event";
        self.report(None, &at, &mut findings).fault(Code::FrameCutOff, "", text);
        findings
    }

    /// Tells the checker that the next event is too large to be read. That is reported, and what the event may have added,
    /// closed or appended is not missed.
    ///
    /// ```
    /// use response_event::checker::{Code, Profile, StreamChecker};
    ///
    /// let mut checker = StreamChecker::new(Profile::Documented);
    /// let findings = checker.check_too_large(16 * 1024 * 1024);
    /// assert_eq!(findings[0].code, Code::EventTooLarge);
    /// assert_eq!(checker.finish(), []);
    /// ```
    pub fn check_too_large(&mut self, max_size: usize) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.begin_if_finished();
        self.events += 1;
        let at = EventPosition::default();
        let text = format!("the event has more than {max_size} bytes and was not checked");
        self.report(None, &at, &mut findings).fault(Code::EventTooLarge, "", text);
        self.lanes.lose_unread();
        self.is_incomplete = true;
        findings
    }

    /// Tells the checker that the stream ended, and returns what is wrong with it as a whole. The next event is the first of
    /// another stream. Until it comes, [`events`](Self::events) and [`repeats`](Self::repeats) tell about the last one.
    pub fn finish(&mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.begin_if_finished();
        self.is_finished = true;
        let at = EventPosition::default();
        let mut lanes = core::mem::take(&mut self.lanes);
        let mark = core::mem::take(&mut self.mark);
        let has_frames = core::mem::take(&mut self.has_frames);
        let unmet: Vec<_> = self.scenarios.iter().map(|scenario| (*scenario, scenario.unmet(&self.seen))).collect();
        let is_incomplete = core::mem::take(&mut self.is_incomplete);
        self.seen = Seen::default();
        let mut report = self.report(None, &at, &mut findings);
        lanes.finish(&mut report);
        if !lanes.has_begun() && !is_incomplete {
            report.fault(Code::NoTerminalEvent, "", "the stream has no event of a response");
        }
        if has_frames && mark == Mark::Absent {
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

    /// Records that an error was reported.
    fn record(&mut self, findings: &[Finding]) {
        self.is_incomplete |= findings.iter().any(|finding| finding.severity == Severity::Error);
    }

    /// Begins another stream if the last one ended. Until then, the counts are those of the last one.
    fn begin_if_finished(&mut self) {
        if core::mem::take(&mut self.is_finished) {
            self.events = 0;
            self.repeats = Repeats::default();
        }
    }

    /// Checks an event, or takes the mark of the end.
    fn check(&mut self, frame: Option<&str>, json: &str, findings: &mut Vec<Finding>) {
        self.begin_if_finished();
        if json.trim() != DONE_MARK {
            self.check_event(frame, json, findings);
        } else if self.mark == Mark::Absent {
            self.mark = Mark::Present;
        }
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
                let named = frame.and_then(|name| named(&error, name, json));
                match named.or_else(|| salvage(&error, json)) {
                    // The rest of the event counts, and its fault was reported.
                    Some(event) => {
                        self.seen.record(&event);
                        // The lane of the event, which it may have begun, cannot be read.
                        if error.pointer() == "/stream_id" {
                            self.lanes.doubt();
                        }
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
        if self.mark == Mark::Present {
            let name = if frame.is_some() { "a frame" } else { "an event" };
            let text = format!("{name} follows the mark `{DONE_MARK}`");
            self.report(Some(event_type), at, findings).fault(Code::EventAfterDoneMark, "", text);
            // Another response may follow, and end in its turn.
            self.mark = if event_type == "response.created" { Mark::Absent } else { Mark::Passed };
        }
    }

    /// Applies an event to its lane.
    fn apply(&mut self, event: &StreamEvent, digest: u64, is_muted: bool, findings: &mut Vec<Finding>) {
        let at = event.event_position();
        let event_type = event.event_type();
        let mut report = Report {
            profile: self.profile,
            event: self.events,
            event_type: Some(event_type),
            at: &at,
            is_muted,
            findings,
            repeats: &mut self.repeats,
        };
        let mut is_misspelled = false;
        if let StreamEvent::Unknown(_) = event {
            let known = misspelled(event_type);
            is_misspelled = known.is_some();
            let advice = known.map(|known| format!("; did you mean `{known}`?")).unwrap_or_default();
            report.fault_once(Code::UnknownEventType, "/type", format!("no source knows the type{advice}"));
        }
        if !is_muted {
            fields::check(event, &mut report);
        }
        let Owner::Lane(stream_id) = self.lanes.owner(event, &at, &mut report) else {
            return self.lanes.lose_unread();
        };
        // After the mark, what comes too late was reported.
        report.is_muted |= self.mark == Mark::Passed;
        let lane = self.lanes.lane(stream_id.as_deref());
        lane.apply(event, digest, &mut report);
        if is_misspelled {
            lane.lose();
        }
        if is_muted {
            lane.doubt(&at);
        }
    }

    /// Applies an event of which only its place and type can be read, at most.
    fn apply_unread(&mut self, error: &DecodeError, digest: u64, findings: &mut Vec<Finding>) {
        let Some(lane) = self.lanes.lane_of_unread(error.stream_id()) else { return self.lanes.lose_unread() };
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
}

/// Checks the text of an event that can be decoded.
fn check_text(frame: Option<&str>, event_type: &str, json: &str, duplicate: Option<&str>, report: &mut Report<'_>) {
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

/// Decodes an event without a `type` as one of the type that its frame names.
fn named(error: &DecodeError, name: &str, json: &str) -> Option<StreamEvent> {
    if error.kind() != DecodeErrorKind::MissingType || !StreamEvent::TYPES.contains(&name) {
        return None;
    }
    crate::from_str(&json::with_type(json, name)?).ok()
}

/// Returns the known type that an unknown one may be meant for.
fn misspelled(event_type: &str) -> Option<&'static str> {
    let distance = |known: &&str| edit_distance(known, event_type);
    let nearest = StreamEvent::TYPES.iter().filter(|known| known.len().abs_diff(event_type.len()) <= MAX_TYPO);
    nearest
        .map(|known| (distance(known), *known))
        .filter(|(distance, _)| *distance <= MAX_TYPO)
        .min()
        .map(|(_, known)| known)
}
