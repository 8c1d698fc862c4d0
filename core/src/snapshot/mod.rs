//! `Snapshot`: what a stream has told so far, as one response.

mod applied;
mod apply;
mod archive;
mod indexes;
mod items;
mod lanes;
mod merge;
mod partial_item;
mod partial_json;
mod place;
mod salvage;
mod sequence;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use core::{mem, str};

use serde_json::Value;

pub use self::applied::Applied;
use self::archive::ArchivedStates;
use self::items::Items;
pub use self::lanes::Snapshots;
pub use self::partial_json::PartialJson;
#[cfg(feature = "checker")]
pub(crate) use self::salvage::salvage;
use self::sequence::SequenceNumbers;
use crate::events::{ErrorEvent, ImageGenCallPartialImage, StreamEvent};
use crate::payload::{self, ItemStatus, OutputItem, Response, ResponseError, ResponseStatus};
use crate::{DecodeError, DecodeErrorKind, ErrorDetails, EventFamily, Number};

/// The response as far as its stream has told it: the items with their texts, arguments, code and results, and at the
/// end the response itself.
///
/// ```
/// use response_event::Snapshot;
/// use response_event::payload::{OutputItem, ResponseStatus};
///
/// let stream = [
///     r#"{"type":"response.created","response":{"id":"resp_1","status":"in_progress","output":[]}}"#,
///     r#"{"type":"response.output_item.added","output_index":0,
///         "item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}"#,
///     r#"{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":"One "}"#,
///     r#"{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":"day."}"#,
///     r#"{"type":"response.output_item.added","output_index":1,
///         "item":{"type":"function_call","id":"fc_1","call_id":"call_1","name":"weather","arguments":""}}"#,
///     r#"{"type":"response.function_call_arguments.delta","item_id":"fc_1","output_index":1,"delta":"{\"city\":"}"#,
///     r#"{"type":"response.function_call_arguments.delta","item_id":"fc_1","output_index":1,"delta":"\"Oslo\"}"}"#,
///     r#"{"type":"response.completed","response":{"id":"resp_1","status":"completed","output":[]}}"#,
/// ];
/// let mut snapshot = Snapshot::new();
/// for json in stream {
///     snapshot.apply(&response_event::from_str(json)?);
///     println!("{}", snapshot.output_text());
/// }
/// assert!(snapshot.is_done());
/// assert_eq!(snapshot.output_text(), "One day.");
/// for item in snapshot.output() {
///     if let OutputItem::FunctionCall(call) = item {
///         assert_eq!((call.name(), call.arguments()), ("weather", r#"{"city":"Oslo"}"#));
///     }
/// }
/// let response = snapshot.into_response().unwrap();
/// assert_eq!(response.status, Some(ResponseStatus::Completed));
/// assert_eq!(response.items().len(), 2);
/// # Ok::<(), response_event::DecodeError>(())
/// ```
///
/// # What is taken for what
///
/// - A delta lengthens what is there; an event that tells the whole (`….done`) replaces it; after
///   `response.output_item.done` the item stays as it is.
/// - `….added` never shortens: if it comes late or again, the texts stay that it leaves empty.
/// - The `output` of `response.completed`, `response.incomplete`, `response.failed`, `response.cancelled` or `response.done`
///   replaces everything, unless it is empty: some servers send it so, and what was told before stays. A `response.done`
///   after the end changes nothing.
/// - `response.created` begins anew, so that a connection may carry one response after the other. A response that was cut
///   short, for example by steering, and its successor do not mix.
/// - Events of unknown types, and those that tell nothing of an output item (sound, fusion calls), change nothing. An
///   item of an unknown type is kept.
///
/// # Lanes
///
/// In WebSocket mode a connection carries several responses at once. A snapshot follows one lane: the `stream_id` of its
/// first event, or the lane without one. It ignores events of other lanes, and [`apply`](Self::apply) says so.
/// [`Snapshots`] follows all lanes. Events of unknown type and those of the connection, such as `keepalive`, choose a lane
/// only if they have a `stream_id`.
///
/// # Resuming
///
/// If the connection breaks, call [`resume`](Self::resume), ask the server for the events after
/// [`last_sequence_number`](Self::last_sequence_number), and apply what comes: events that were applied already are
/// ignored. A snapshot whose first event is in the middle of a stream [is missing its head](Self::is_head_missing).
///
/// # Endings
///
/// When a stream ends, its response [is done](Self::is_done), and may [have failed](Self::is_failed), or it [is
/// truncated](Self::is_truncated): no event ended it.
///
/// # Gaps
///
/// A stream may be joined in the middle, and servers leave events out. If an event refers to an unknown item, the item is
/// created: the fields that no event filled are then `None`, such as the name of a function or the type of a patch's
/// operation, and parts that were missed are not among its parts. An event refers to the item with its `item_id`. If no
/// item has that, it refers to the one at its `output_index`. If that is missing or no index at all, it refers to the
/// last item that is not done and has the type that the event is about. Indexes are never taken for sizes.
///
/// Two snapshots are equal if they hold the same. Sequence numbers, and the JSON that was read, do not count.
///
/// # Cost
///
/// An event costs what it brings, in whatever order the indexes of items, parts, commands and annotations come: a delta
/// allocates nothing but the growth of its text. Reading an item copies nothing while its parts come in the order of their
/// indexes. If a part came before one in front of it, the next read of that item puts its parts in order once, which
/// copies the item. Without the feature `std`, a snapshot is not `Sync` because of that.
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// Without an output, unless it came with the last event.
    response: Option<Response>,
    /// The items as events built them; empty once `response` has them.
    items: Items,
    /// The states of the items that were built, once `response` has its own.
    archived: ArchivedStates,
    error: Option<ErrorEvent>,
    /// Absent until an event chooses it.
    lane: Option<Lane>,
    /// Id that the response had first. Some proxies change it from event to event.
    first_id: Option<String>,
    /// Id of the response that came before on the lane.
    previous_id: Option<String>,
    /// An event came, of whatever type.
    has_begun: bool,
    /// The first event was about an item, not about the response.
    joined_late: bool,
    over: bool,
    failed: bool,
    /// The last event failed to decode.
    ended_unread: bool,
    numbers: SequenceNumbers,
    /// The readers of the JSON in the items of the last event, by their index.
    final_readers: BTreeMap<usize, PartialJson>,
}

/// A `stream_id`, or the lane of the events without one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Lane(Option<Box<str>>);

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        let Self { response, items, archived, error, lane, first_id, previous_id, .. } = self;
        let flags = |snapshot: &Self| {
            [snapshot.has_begun, snapshot.joined_late, snapshot.over, snapshot.failed, snapshot.ended_unread]
        };
        flags(self) == flags(other)
            && (response, items, archived) == (&other.response, &other.items, &other.archived)
            && (error, lane) == (&other.error, &other.lane)
            && (first_id, previous_id) == (&other.first_id, &other.previous_id)
    }
}

impl Eq for Snapshot {}

impl Snapshot {
    /// Creates a snapshot of a stream without events.
    pub fn new() -> Self {
        Self::default()
    }

    /// Applies the next event of the stream. Returns if the event was its own.
    ///
    /// No event is an error: what does not fit is left out.
    ///
    /// ```
    /// use response_event::{Applied, Snapshot};
    ///
    /// let mut snapshot = Snapshot::new();
    /// let first = r#"{"type":"response.output_text.delta","output_index":0,"delta":"Hi","stream_id":"a"}"#;
    /// let other = r#"{"type":"response.output_text.delta","output_index":0,"delta":"Ho","stream_id":"b"}"#;
    /// assert_eq!(snapshot.apply(&response_event::from_str(first)?), Applied::Own);
    /// assert_eq!(snapshot.apply(&response_event::from_str(other)?), Applied::OtherLane);
    /// assert_eq!(snapshot.output_text(), "Hi");
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn apply(&mut self, event: &StreamEvent) -> Applied {
        self.apply_next(event).0
    }

    /// Applies an event. Also returns the response that came before on the lane, if the event begins another one.
    fn apply_next(&mut self, event: &StreamEvent) -> (Applied, Option<Box<Self>>) {
        let at = event.event_position();
        let stream_id = at.stream_id.as_deref();
        if !self.follows(stream_id) {
            return (Applied::OtherLane, None);
        }
        if self.is_of_previous(event) {
            return (Applied::OtherResponse, None);
        }
        let begins_another = self.is_superseded_by(event);
        let is_created = matches!(event, StreamEvent::ResponseCreated(_));
        if !(begins_another && is_created) && self.numbers.is_repeat(at.sequence_number) {
            return (Applied::Repeated, None);
        }
        let mut previous = None;
        if begins_another || is_created {
            let old = self.restart();
            previous = begins_another.then(|| Box::new(old));
        }
        if stream_id.is_some() || !is_of_no_response(event) {
            self.choose_lane(stream_id);
        }
        self.has_begun = true;
        self.numbers.record(at.sequence_number);
        match event {
            StreamEvent::ResponseCreated(event) => self.begin(event.response.as_ref()),
            StreamEvent::ResponseQueued(event) => self.begin(event.response.as_ref()),
            StreamEvent::ResponseInProgress(event) => self.begin(event.response.as_ref()),
            StreamEvent::ResponseCompleted(event) => self.end(event.response.as_ref()),
            StreamEvent::ResponseIncomplete(event) => self.end(event.response.as_ref()),
            StreamEvent::ResponseFailed(event) => {
                self.end(event.response.as_ref());
                self.failed = true;
            }
            StreamEvent::ResponseCancelled(event) => self.end(event.response.as_ref()),
            // Some servers send it after the event that ended the response, with less of it.
            StreamEvent::ResponseDone(event) if !self.over => self.end(event.response.as_ref()),
            StreamEvent::Error(event) => self.error = Some((**event).clone()),
            StreamEvent::ResponseError(event) => self.error = Some((**event).clone().into()),
            event if is_of_no_response(event) => {}
            event if !self.over => {
                self.joined_late |= self.response.is_none();
                self.items.apply(event, &at);
            }
            _ => {}
        }
        (Applied::Own, previous)
    }

    /// Applies what an event that failed to decode still has. Returns if the event was its own.
    ///
    /// `json` is the input that failed. A known event is decoded again without the fields that cannot be read, so that the
    /// text of a delta and the message of an error are not lost. The last event of a response ends it, even if nothing of
    /// it can be read.
    ///
    /// ```
    /// use response_event::Snapshot;
    /// use response_event::events::StreamEvent;
    ///
    /// let mut snapshot = Snapshot::new();
    /// for json in [
    ///     r#"{"type":"response.output_text.delta","output_index":0,"delta":"Hi","logprobs":"none"}"#,
    ///     r#"{"type":"response.failed","response":{"id":7,"error":{"message":"Overloaded."}}}"#,
    /// ] {
    ///     let _ = match response_event::from_str::<StreamEvent>(json) {
    ///         Ok(event) => snapshot.apply(&event),
    ///         Err(error) => snapshot.apply_error(&error, json),
    ///     };
    /// }
    /// assert_eq!(snapshot.output_text(), "Hi");
    /// assert!(snapshot.is_done() && snapshot.is_failed() && !snapshot.is_truncated());
    /// let error = snapshot.response().unwrap().error.as_ref().unwrap();
    /// assert_eq!(error.message.as_deref(), Some("Overloaded."));
    /// ```
    pub fn apply_error(&mut self, error: &DecodeError, json: impl AsRef<[u8]>) -> Applied {
        self.apply_next_error(error, json.as_ref()).0
    }

    /// Applies what is left of an event. Also returns the response that came before on the lane, if it begins another one.
    fn apply_next_error(&mut self, error: &DecodeError, json: &[u8]) -> (Applied, Option<Box<Self>>) {
        let salvaged = str::from_utf8(json).ok().and_then(|json| salvage::salvage(error, json));
        let (applied, previous) = match &salvaged {
            Some(event) => self.apply_next(event),
            None => (self.record_error(error), None),
        };
        if applied.is_own() {
            self.ended_unread |= error.is_terminal();
            self.failed |= error.is_failure();
            if let Some(details) = error.error_details() {
                self.complete_error(details);
            }
        }
        (applied, previous)
    }

    /// Records an event of which nothing can be read but its place and the way it ends the response.
    fn record_error(&mut self, error: &DecodeError) -> Applied {
        if !self.follows(error.stream_id()) {
            return Applied::OtherLane;
        }
        if self.numbers.is_repeat(error.sequence_number()) {
            return Applied::Repeated;
        }
        if error.stream_id().is_some() || error.is_terminal() {
            self.choose_lane(error.stream_id());
        }
        self.has_begun = true;
        // An event that is cut off may come whole when the stream is resumed.
        if error.kind() != DecodeErrorKind::Json {
            self.numbers.record(error.sequence_number());
        }
        Applied::Own
    }

    /// Takes the message of a failure if no event has brought one.
    fn complete_error(&mut self, details: &ErrorDetails<'_>) {
        let response_error = self.response.as_ref().and_then(|response| response.error.as_ref());
        let has_message = response_error.is_some_and(|error| error.message.is_some())
            || self.error.as_ref().is_some_and(|error| error.message().is_some());
        if has_message || details.is_empty() {
            return;
        }
        let error = self.error.get_or_insert_default();
        let text = |text: &Option<_>| text.as_deref().map(String::from);
        error.message = text(&details.message);
        error.code = error.code.take().or_else(|| details.code.as_deref().map(Into::into));
        error.param = error.param.take().or_else(|| text(&details.param));
        if details.error_type.is_some() && error.error.is_none() {
            let mut inner = ResponseError::new();
            inner.error_type = text(&details.error_type);
            error.error = Some(inner);
        }
    }

    /// Prepares for a stream that is resumed: from now on, an event whose `sequence_number` was applied already is ignored.
    ///
    /// If the server gave every event the same number, the numbers mean nothing and no event is ignored. A
    /// `response.created` of another response is never ignored.
    ///
    /// ```
    /// use response_event::{Applied, Number, Snapshot};
    ///
    /// let delta = |number, delta| {
    ///     let json = format!(
    ///         r#"{{"type":"response.output_text.delta","sequence_number":{number},"output_index":0,"delta":"{delta}"}}"#
    ///     );
    ///     response_event::from_str(&json)
    /// };
    /// let mut snapshot = Snapshot::new();
    /// snapshot.apply(&delta(4, "Two ")?);
    /// snapshot.apply(&delta(5, "fjords")?);
    /// assert_eq!(snapshot.last_sequence_number(), Some(5.into()));
    ///
    /// snapshot.resume();
    /// assert_eq!(snapshot.apply(&delta(5, "fjords")?), Applied::Repeated);
    /// assert_eq!(snapshot.apply(&delta(6, ".")?), Applied::Own);
    /// assert_eq!(snapshot.output_text(), "Two fjords.");
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn resume(&mut self) {
        self.numbers.resume();
    }

    /// Returns the greatest `sequence_number` of the events so far: a stream is resumed after it.
    pub fn last_sequence_number(&self) -> Option<Number> {
        self.numbers.last().map(Number::from)
    }

    /// Returns the `stream_id` of the lane that the snapshot follows; `None` also if no event has chosen a lane yet.
    pub fn stream_id(&self) -> Option<&str> {
        self.lane.as_ref().and_then(|lane| lane.0.as_deref())
    }

    fn follows(&self, stream_id: Option<&str>) -> bool {
        self.lane.as_ref().is_none_or(|lane| lane.0.as_deref() == stream_id)
    }

    fn choose_lane(&mut self, stream_id: Option<&str>) {
        self.lane.get_or_insert_with(|| Lane(stream_id.map(Box::from)));
    }

    /// Returns the id of the response that the snapshot has, and of the one that the event has.
    fn ids_with<'e>(&'e self, event: &'e StreamEvent) -> [Option<&'e str>; 2] {
        [self.response(), event.response()].map(|response| response.and_then(|response| response.id.as_deref()))
    }

    /// Returns `true` if the event is about the response that came before on the lane.
    fn is_of_previous(&self, event: &StreamEvent) -> bool {
        let [own, id] = self.ids_with(event);
        // A response without an id may be the one before, if the event that began it again had no id or a bad one.
        own.is_some()
            && id.is_some()
            && id == self.previous_id.as_deref()
            && !matches!(event, StreamEvent::ResponseCreated(_))
    }

    /// Returns `true` if the event begins another response than the one that the snapshot has.
    fn is_superseded_by(&self, event: &StreamEvent) -> bool {
        let [own, other] = self.ids_with(event);
        let is_first = self.first_id.is_some() && self.first_id.as_deref() == other;
        let differs = own.is_some() && other.is_some() && own != other && !is_first;
        match event {
            StreamEvent::ResponseCreated(_) => differs || (self.is_done() && (own.is_none() || other.is_none())),
            StreamEvent::ResponseQueued(_)
            | StreamEvent::ResponseInProgress(_)
            | StreamEvent::ResponseCompleted(_)
            | StreamEvent::ResponseIncomplete(_)
            | StreamEvent::ResponseFailed(_)
            | StreamEvent::ResponseCancelled(_) => self.over && differs,
            _ => false,
        }
    }

    /// Begins anew on the same lane, and returns what there was.
    fn restart(&mut self) -> Self {
        let old = mem::take(self);
        self.lane.clone_from(&old.lane);
        self.previous_id = old.response.as_ref().and_then(|response| response.id.clone());
        old
    }

    fn begin(&mut self, response: Option<&Response>) {
        // The end says more than an event that comes late.
        let Some(response) = response.filter(|_| !self.over) else { return };
        let mut response = response.clone();
        if let Some(output) = &mut response.output {
            self.items.seed(mem::take(output));
        }
        // The id is that of the response that came before, if the stream of the response began again.
        self.previous_id = self.previous_id.take().filter(|id| response.id.as_ref() != Some(id));
        if self.first_id.is_none() {
            self.first_id.clone_from(&response.id);
        }
        self.response = Some(response);
    }

    fn end(&mut self, response: Option<&Response>) {
        if let Some(response) = response {
            self.final_readers.clear();
            self.failed |= response.status == Some(ResponseStatus::Failed);
            // An output that came at the end stays, unless another comes.
            let kept = self.response.take().and_then(|response| response.output).filter(|output| !output.is_empty());
            let mut response = response.clone();
            if response.items().is_empty() {
                if kept.is_some() {
                    response.output = kept;
                }
            } else if self.items.iter().next().is_some() {
                self.archived = self.items.archive();
            }
            self.response = Some(response);
        }
        self.over = true;
    }

    /// The response, as the last of its own events told it. Its `output` is empty before it is over, and stays so if
    /// its last event leaves it empty: then what was told before is in [`output`](Self::output) and in
    /// [`into_response`](Self::into_response), as it is while the stream runs.
    pub fn response(&self) -> Option<&Response> {
        self.response.as_ref()
    }

    /// Returns the output of the last event; empty if it has none or has not come.
    fn final_output(&self) -> &[OutputItem] {
        self.response.as_ref().map_or(&[], Response::items)
    }

    /// The items, in the order of their `output_index`.
    pub fn output(&self) -> impl Iterator<Item = &OutputItem> {
        // One of the two is empty.
        self.items.iter().chain(self.final_output())
    }

    /// The item at this place in the output, from 0.
    ///
    /// ```
    /// use response_event::Snapshot;
    /// use response_event::payload::OutputItem;
    ///
    /// let mut snapshot = Snapshot::new();
    /// for delta in ["+Good ", "day."] {
    ///     snapshot.apply(&response_event::from_str(&format!(
    ///         r#"{{"type":"response.apply_patch_call_operation_diff.delta","item_id":"apc_1","output_index":0,
    ///             "delta":"{delta}"}}"#
    ///     ))?);
    /// }
    /// let Some(OutputItem::ApplyPatchCall(call)) = snapshot.item(0) else { unreachable!() };
    /// assert_eq!(call.operation.as_ref().unwrap().diff.as_deref(), Some("+Good day."));
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn item(&self, output_index: impl Into<Number>) -> Option<&OutputItem> {
        let index = output_index.into();
        match self.final_output() {
            [] => Some(self.items.at(index)?.item()),
            output => output.get(index.as_index()?),
        }
    }

    /// The item with this id, as its events name it; once the last event told the output, as the item itself does.
    pub fn item_by_id(&self, item_id: &str) -> Option<&OutputItem> {
        match self.final_output() {
            [] => self.items.by_id(item_id),
            output => output.iter().find(|item| item.id().as_deref() == Some(item_id)),
        }
    }

    /// The status of the item at this place: its own, or if it has none, such as a list of MCP tools, what its
    /// events tell: in progress, then completed or failed.
    pub fn status(&self, output_index: impl Into<Number>) -> Option<ItemStatus> {
        let index = output_index.into();
        let (item, progress) = match self.final_output() {
            [] => {
                let slot = self.items.at(index)?;
                (&slot.item, Some(&slot.progress))
            }
            output => {
                let item = output.get(index.as_index()?)?;
                (item, self.archived.status_of(index, item))
            }
        };
        item.status().or_else(|| progress.cloned())
    }

    /// The text of the answer: every `output_text` part of every message, joined without anything between them.
    pub fn output_text(&self) -> String {
        payload::output_text(self.output())
    }

    /// Reads the JSON that the item at this place has so far: the arguments of a call, or the text of a message with
    /// structured output. Returns `None` if nothing of a value has come, or the item has no such text.
    ///
    /// Each call scans only what came since the last one. Strings, lists and objects that are open count as closed, as
    /// [`PartialJson`] describes. Of a message, the first `output_text` part counts.
    ///
    /// ```
    /// use response_event::Snapshot;
    /// use serde_json::json;
    ///
    /// let mut snapshot = Snapshot::new();
    /// for (delta, value) in [
    ///     (r#"{\"city\":\"Ber"#, json!({"city": "Ber"})),
    ///     (r#"gen\",\"days\":[1"#, json!({"city": "Bergen", "days": [1]})),
    /// ] {
    ///     snapshot.apply(&response_event::from_str(&format!(
    ///         r#"{{"type":"response.function_call_arguments.delta","item_id":"fc_1","output_index":0,"delta":"{delta}"}}"#
    ///     ))?);
    ///     assert_eq!(snapshot.partial_value(0), Some(&value));
    /// }
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn partial_value(&mut self, output_index: impl Into<Number>) -> Option<&Value> {
        let index = output_index.into();
        if self.final_output().is_empty() {
            return self.items.partial_value(index);
        }
        let index = index.as_index()?;
        let output = self.response.as_ref()?.output.as_deref()?;
        let text = items::json_text(output.get(index)?)?;
        let reader = self.final_readers.entry(index).or_default();
        reader.read(text);
        reader.value()
    }

    /// The latest partial image of the `image_generation_call` with this id.
    pub fn partial_image(&self, item_id: &str) -> Option<&ImageGenCallPartialImage> {
        self.items.partial_image(item_id)
    }

    /// The error that ended the stream, if one did. A response that failed says why in its own
    /// [`error`](Response::error).
    pub fn error(&self) -> Option<&ErrorEvent> {
        self.error.as_ref()
    }

    /// Returns `true` if the response is over: completed, incomplete, cancelled, failed, or ended by an `error`, after which
    /// `response.failed` may still come.
    pub fn is_done(&self) -> bool {
        self.over || self.ended_unread || self.error.is_some()
    }

    /// Returns `true` if the response failed or its stream had an `error`.
    pub fn is_failed(&self) -> bool {
        self.failed || self.error.is_some()
    }

    /// Returns `true` if the response has begun and is not done. If the stream is at its end, it was cut off: the last
    /// event, known or not, did not end the response.
    ///
    /// ```
    /// let mut snapshot = response_event::Snapshot::new();
    /// snapshot.apply(&response_event::from_str(r#"{"type":"response.created","response":{"id":"resp_1"}}"#)?);
    /// assert!(snapshot.is_truncated());
    /// snapshot.apply(&response_event::from_str(r#"{"type":"response.completed","response":{"id":"resp_1"}}"#)?);
    /// assert!(!snapshot.is_truncated());
    /// # Ok::<(), response_event::DecodeError>(())
    /// ```
    pub fn is_truncated(&self) -> bool {
        self.has_begun && !self.is_done()
    }

    /// Returns `true` if the first event was in the middle of a stream, and no event has brought yet what came before: the
    /// `done` event of the item, or the last event with the whole output.
    pub fn is_head_missing(&self) -> bool {
        self.joined_late && self.final_output().is_empty() && self.items.is_head_missing()
    }

    /// The response with its output; if the stream broke off, with what had come by then. `None` if no event held a
    /// response.
    pub fn into_response(self) -> Option<Response> {
        let mut response = self.response?;
        let output = self.items.into_output();
        if !output.is_empty() {
            response.output = Some(output);
        }
        Some(response)
    }
}

/// Returns `true` if the event is of the connection, or nothing is known about it.
fn is_of_no_response(event: &StreamEvent) -> bool {
    matches!(
        event,
        StreamEvent::Unknown(_)
            | StreamEvent::Keepalive(_)
            | StreamEvent::Ping(_)
            | StreamEvent::ResponseKeepAlive(_)
            | StreamEvent::RateLimitsUpdated(_)
            | StreamEvent::CodexRateLimits(_)
            | StreamEvent::CodexResponseMetadata(_)
            | StreamEvent::ResponseMetadata(_)
            | StreamEvent::WebSocketTiming(_)
    )
}
