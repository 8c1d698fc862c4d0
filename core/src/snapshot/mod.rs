//! `Snapshot`: what a stream has told so far, as one response.

mod apply;
mod archive;
mod indexes;
mod items;
mod merge;
mod partial_item;
mod place;

use alloc::string::String;
use core::mem;

use self::archive::ArchivedStates;
use self::items::Items;
use crate::events::{ErrorEvent, ImageGenCallPartialImage, StreamEvent};
use crate::payload::{self, ItemStatus, OutputItem, Response};
use crate::{DecodeError, EventFamily, Number};

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
/// - `response.created` begins anew, so that a connection may carry one response after the other.
/// - Events of unknown types, and those that tell nothing of an output item (sound, fusion calls), change nothing. An
///   item of an unknown type is kept.
///
/// # Gaps
///
/// A stream may be joined in the middle, and servers leave events out. Whatever an event is about is made if it is not
/// there: the fields that no event filled are then `None`, such as the name of a function or the type of a patch's
/// operation, and parts that were missed are not among its parts. The item that an event means is the one with its `item_id`; if no item has
/// that, the one at its `output_index`; and if that is missing or no index at all, the last one. Indexes are never
/// taken for sizes.
///
/// What a stream holds is copied once, so applying it takes time in proportion to its length; only a part that comes
/// before the parts in front of it has those behind it moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Without an output, unless it came with the last event.
    response: Option<Response>,
    /// The items as events built them; empty once `response` has them.
    items: Items,
    /// The states of the items that were built, once `response` has its own.
    archived: ArchivedStates,
    error: Option<ErrorEvent>,
    over: bool,
    failed: bool,
    /// The last event failed to decode.
    ended_unread: bool,
}

impl Snapshot {
    /// Of a stream that has told nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes up the next event of the stream.
    ///
    /// No event is an error: what does not fit is left out.
    pub fn apply(&mut self, event: &StreamEvent) {
        match event {
            StreamEvent::ResponseCreated(event) => {
                *self = Self::new();
                self.begin(event.response.as_ref());
            }
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
            StreamEvent::Unknown(_) => {}
            event if !self.over => self.items.apply(event, &event.event_position()),
            _ => {}
        }
    }

    /// Takes up that the next event of the stream could not be decoded: if it was the last, the response is over.
    ///
    /// ```
    /// use response_event::Snapshot;
    /// use response_event::events::StreamEvent;
    ///
    /// let mut snapshot = Snapshot::new();
    /// for json in [r#"{"type":"ping"}"#, r#"{"type":"response.failed","response":{"id":7}}"#] {
    ///     match response_event::from_str::<StreamEvent>(json) {
    ///         Ok(event) => snapshot.apply(&event),
    ///         Err(error) => snapshot.apply_error(&error),
    ///     }
    /// }
    /// assert!(snapshot.is_done() && snapshot.is_failed());
    /// ```
    pub fn apply_error(&mut self, error: &DecodeError) {
        self.ended_unread |= error.is_terminal();
        self.failed |= error.is_failure();
    }

    fn begin(&mut self, response: Option<&Response>) {
        let Some(response) = response else { return };
        if self.over {
            *self = Self::new();
        }
        let mut response = response.clone();
        if let Some(output) = &mut response.output {
            self.items.seed(mem::take(output));
        }
        self.response = Some(response);
    }

    fn end(&mut self, response: Option<&Response>) {
        if let Some(response) = response {
            if self.over {
                *self = Self::new();
            }
            if !response.items().is_empty() {
                self.archived = self.items.archive();
            }
            self.response = Some(response.clone());
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
            [] => Some(&self.items.at(index)?.item),
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

    /// How far the item at this place is: its own status, or if it has none, such as a list of MCP tools, what its
    /// events tell: in progress, then completed or failed.
    pub fn status(&self, output_index: impl Into<Number>) -> Option<ItemStatus> {
        let index = output_index.into();
        let item = self.item(index)?;
        let progress = || match self.final_output() {
            [] => Some(&self.items.at(index)?.progress),
            _ => self.archived.status_of(index, item),
        };
        item.status().or_else(|| progress().cloned())
    }

    /// The text of the answer: every `output_text` part of every message, joined without anything between them.
    pub fn output_text(&self) -> String {
        payload::output_text(self.output())
    }

    /// The latest partial image of the `image_generation_call` with this id.
    pub fn partial_image(&self, item_id: &str) -> Option<&ImageGenCallPartialImage> {
        self.items.partial_image(item_id)
    }

    /// Why the stream ended, if it ended with an `error`. A response that failed says why in its own
    /// [`error`](Response::error).
    pub fn error(&self) -> Option<&ErrorEvent> {
        self.error.as_ref()
    }

    /// Whether the response is over: completed, incomplete, failed, or ended by an `error`, behind which `response.failed`
    /// may still come.
    pub fn is_done(&self) -> bool {
        self.over || self.ended_unread || self.error.is_some()
    }

    /// Whether the response failed or its stream had an `error`.
    pub fn is_failed(&self) -> bool {
        self.failed || self.error.is_some()
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
