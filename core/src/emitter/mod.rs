//! An emitter of streams: the events that a server sends, in an order that clients can rely on.
//!
//! A server or gateway makes a stream out of something else, such as the tokens of a model or the chunks of chat completions.
//! An [`Emitter`] takes these step by step and makes the events: it opens and closes items and parts, counts
//! `sequence_number` and every index, and repeats the whole text in the `done` events and the whole output in the last event.
//!
//! ```
//! use response_event::EventFamily;
//! use response_event::emitter::Emitter;
//! use response_event::payload::Usage;
//!
//! let mut emitter = Emitter::new("resp_1", "gpt-5-nano", 1_760_000_000)?;
//! emitter.text_delta("It ")?;
//! emitter.text_delta("rains.")?;
//! emitter.function_call("close_window", "call_1")?;
//! emitter.arguments_delta(r#"{"room":"#)?;
//! emitter.arguments_delta(r#""kitchen"}"#)?;
//! let mut usage = Usage::new();
//! usage.input_tokens = Some(12.into());
//! usage.output_tokens = Some(20.into());
//! emitter.finish(usage)?;
//!
//! let types: Vec<_> = emitter.map(|event| event.event_type().to_owned()).collect();
//! assert_eq!(types, [
//!     "response.created",
//!     "response.in_progress",
//!     "response.output_item.added",
//!     "response.content_part.added",
//!     "response.output_text.delta",
//!     "response.output_text.delta",
//!     "response.output_text.done",
//!     "response.content_part.done",
//!     "response.output_item.done",
//!     "response.output_item.added",
//!     "response.function_call_arguments.delta",
//!     "response.function_call_arguments.delta",
//!     "response.function_call_arguments.done",
//!     "response.output_item.done",
//!     "response.completed",
//! ]);
//! # Ok::<(), response_event::emitter::EmitError>(())
//! ```
//!
//! # Items
//!
//! One item is open at a time. A step that belongs to another item ends the open one and begins its own: a text delta begins
//! a message, a reasoning delta reasoning. A text delta after a refusal begins another part of the same message. Function
//! calls and images are begun by name, because they need one.
//!
//! - An empty delta makes no event. Chat completions have many.
//! - A function call ends only if its arguments are JSON. Without arguments they are `{}`.
//! - An image ends with its result, or as failed.
//! - If the response ends with [`incomplete`](Emitter::incomplete) or [`fail`](Emitter::fail), the open item ends as
//!   `incomplete`, an image as `failed`. The arguments of a call that is cut off get no `done` event, because clients run a
//!   call that has one.
//!
//! The [checker](crate::checker) finds nothing in such a stream with any profile, unless the caller's own values have
//! something that no source knows, such as a field in `extra` or an unknown reason. A step that would break the stream is an
//! [`EmitError`] that says what to do instead. The emitter is then as it was before the step.
//!
//! # Ids
//!
//! An item without an id gets one that is made of its type, the id of the response and its index: the message at index 0 of
//! the response `resp_1` is `msg_1_0`. The same steps make the same events.
//!
//! # Cost
//!
//! A step makes its events at once, and [`next`](Emitter::next) hands them out. A delta is copied once, into the text of its
//! part; a whole text is copied for each event that repeats it, three times. What was handed out is not kept, except for the
//! output, which the last event carries.

mod ending;
mod error;
mod function_call;
mod given;
mod image;
mod item;
mod message;
mod queue;
mod reasoning;
mod response;
#[cfg(test)]
mod tests;
mod usage;

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use self::ending::Ending;
pub use self::error::EmitError;
use self::function_call::OpenCall;
use self::image::OpenImage;
use self::item::OpenItem;
use self::message::OpenMessage;
use self::queue::{Place, Queue};
use self::reasoning::OpenReasoning;
use self::response::Outcome;
use crate::events::{
    ResponseCompleted, ResponseCreated, ResponseFailed, ResponseInProgress, ResponseIncomplete, StreamEvent,
};
use crate::payload::{
    Annotation, FunctionCall, ImageGenerationCall, IncompleteDetails, IncompleteReason, OutputItem, OutputMessage,
    Reasoning, Response, ResponseError, ResponseStatus, Usage,
};
use crate::{Number, Violation};

/// An emitter of the events of one response.
///
/// Its methods make events, and it is an iterator over those that were made. After `None` it goes on once there are more:
///
/// ```
/// use response_event::EventFamily;
/// use response_event::emitter::Emitter;
///
/// let mut emitter = Emitter::new("resp_1", "gpt-5-nano", 1_760_000_000)?;
/// assert_eq!(emitter.by_ref().count(), 2);
/// assert!(emitter.next().is_none());
/// emitter.refusal_delta("I cannot help with that.")?;
/// let event = emitter.next().unwrap();
/// assert_eq!(event.event_type(), "response.output_item.added");
/// assert_eq!(event.sequence_number(), Some(2.into()));
/// # Ok::<(), response_event::emitter::EmitError>(())
/// ```
///
/// [The module](self) says which steps end an item.
#[derive(Clone, Debug)]
pub struct Emitter {
    queue: Queue,
    /// The response as it began; empty once it has ended.
    response: Response,
    /// The end of each id that is made.
    id_suffix: String,
    ids: BTreeSet<String>,
    /// The items that are done.
    output: Vec<OutputItem>,
    open: Option<OpenItem>,
    outcome: Outcome,
    has_ended: bool,
}

impl Emitter {
    /// Begins a response, created at this time in seconds since 1970: makes `response.created` and `response.in_progress`.
    ///
    /// # Errors
    ///
    /// If the id is empty.
    pub fn new(id: impl Into<String>, model: impl Into<String>, created_at: u64) -> Result<Self, EmitError> {
        let mut response = Response::new();
        response.id = Some(id.into());
        response.model = Some(model.into());
        response.created_at = Some(created_at.into());
        Self::with_response(response)
    }

    /// Begins a response that has further fields, such as the parameters of the request in `extra`.
    ///
    /// The emitter sets `object`, `status`, `output`, `error`, `incomplete_details`, `completed_at` and `usage`. A field that
    /// clients require and the response lacks gets the value that OpenAI's servers send for a request without it, such as
    /// `"tools":[]`.
    ///
    /// ```
    /// use response_event::emitter::Emitter;
    /// use response_event::payload::Response;
    ///
    /// let response: Response = response_event::from_str(
    ///     r#"{"id":"resp_1","model":"gpt-5-nano","created_at":1760000000,"temperature":0.5}"#,
    /// )?;
    /// let mut emitter = Emitter::with_response(response)?;
    /// let event = emitter.next().unwrap();
    /// let response = event.response().unwrap();
    /// assert_eq!(response.extra["temperature"].get(), "0.5");
    /// assert_eq!(response.extra["tool_choice"].get(), r#""auto""#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the response has no `id`, `model` or `created_at`, or a field twice.
    pub fn with_response(response: Response) -> Result<Self, EmitError> {
        let response = response::begun(response)?;
        let id = response.id.as_deref().unwrap_or_default();
        let mut emitter = Self {
            queue: Queue::default(),
            id_suffix: id.strip_prefix("resp_").unwrap_or(id).into(),
            response,
            ids: BTreeSet::new(),
            output: Vec::new(),
            open: None,
            outcome: Outcome::default(),
            has_ended: false,
        };
        let sequence_number = Some(emitter.queue.number());
        let response = Some(emitter.response.clone());
        emitter.queue.push(ResponseCreated { sequence_number, response, ..ResponseCreated::default() });
        let sequence_number = Some(emitter.queue.number());
        let response = Some(emitter.response.clone());
        emitter.queue.push(ResponseInProgress { sequence_number, response, ..ResponseInProgress::default() });
        Ok(emitter)
    }

    /// Returns `true` if the response has ended. Events of it may still be there to take.
    pub fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// Begins a message. A delta begins one by itself if none is open.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn message(&mut self) -> Result<(), EmitError> {
        self.message_with(OutputMessage::new())
    }

    /// Begins a message that has further fields, such as an `id` or a `phase`. The emitter sets its role,
    /// its content and its status.
    ///
    /// ```
    /// use response_event::EventFamily;
    /// use response_event::emitter::Emitter;
    /// use response_event::payload::{MessagePhase, OutputMessage};
    ///
    /// let mut emitter = Emitter::new("resp_1", "gpt-5-nano", 1_760_000_000)?;
    /// let mut message = OutputMessage::new();
    /// message.id = Some("msg_a".into());
    /// message.phase = Some(MessagePhase::Commentary);
    /// emitter.message_with(message)?;
    /// emitter.text_delta("I look it up.")?;
    /// assert_eq!(emitter.last().unwrap().item_id().as_deref(), Some("msg_a"));
    /// # Ok::<(), response_event::emitter::EmitError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the open item cannot end, the id is that of another item, a field is invalid, or the response has ended.
    pub fn message_with(&mut self, message: OutputMessage) -> Result<(), EmitError> {
        let place = self.next_place("msg", message.id.as_deref())?;
        self.begin(OpenItem::Message(OpenMessage::begin(place, message)?))
    }

    /// Appends to the text of the open message. Begins a message and its part if none is open.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn text_delta(&mut self, delta: impl Into<String>) -> Result<(), EmitError> {
        let Some(delta) = self.delta(delta.into())? else { return Ok(()) };
        let (message, queue) = self.open_message()?;
        message.text_delta(delta, queue);
        Ok(())
    }

    /// Appends to the refusal of the open message. Begins a message and its part if none is open.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn refusal_delta(&mut self, delta: impl Into<String>) -> Result<(), EmitError> {
        let Some(delta) = self.delta(delta.into())? else { return Ok(()) };
        let (message, queue) = self.open_message()?;
        message.refusal_delta(delta, queue);
        Ok(())
    }

    /// Adds an annotation to the text of the open message, such as the source that it cites.
    ///
    /// # Errors
    ///
    /// If no text is open, the annotation lacks a required field, or the response has ended.
    pub fn annotation(&mut self, annotation: impl Into<Annotation>) -> Result<(), EmitError> {
        self.check_not_ended()?;
        let annotation = given::checked("annotation", &annotation.into())?;
        let is_added = match &mut self.open {
            Some(OpenItem::Message(message)) => message.annotate(annotation, &mut self.queue),
            _ => false,
        };
        if is_added { Ok(()) } else { Err(EmitError::NotOpen { missing: "text", method: "text_delta" }) }
    }

    /// Begins reasoning. A delta begins it by itself if none is open.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn reasoning(&mut self) -> Result<(), EmitError> {
        self.reasoning_with(Reasoning::new())
    }

    /// Begins reasoning that has further fields, such as an `id` or `encrypted_content`. The emitter sets its summary, its
    /// content and its status.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, the id is that of another item, a field is invalid, or the response has ended.
    pub fn reasoning_with(&mut self, reasoning: Reasoning) -> Result<(), EmitError> {
        let place = self.next_place("rs", reasoning.id.as_deref())?;
        self.begin(OpenItem::Reasoning(OpenReasoning::begin(place, reasoning)?))
    }

    /// Appends to the summary of the open reasoning. Begins reasoning and its part if none is open.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn reasoning_summary_delta(&mut self, delta: impl Into<String>) -> Result<(), EmitError> {
        let Some(delta) = self.delta(delta.into())? else { return Ok(()) };
        let (reasoning, queue) = self.open_reasoning()?;
        reasoning.summary_delta(delta, queue);
        Ok(())
    }

    /// Begins another part of the summary, such as its next paragraph. Begins reasoning if none is open.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn reasoning_summary_part(&mut self) -> Result<(), EmitError> {
        let (reasoning, queue) = self.open_reasoning()?;
        reasoning.open_summary_part(queue);
        Ok(())
    }

    /// Appends to the text of the open reasoning, which is the reasoning itself and not its summary. Begins reasoning and its
    /// part if none is open.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn reasoning_text_delta(&mut self, delta: impl Into<String>) -> Result<(), EmitError> {
        let Some(delta) = self.delta(delta.into())? else { return Ok(()) };
        let (reasoning, queue) = self.open_reasoning()?;
        reasoning.text_delta(delta, queue);
        Ok(())
    }

    /// Sets the encrypted content of the open reasoning, which is sent when the reasoning is done.
    ///
    /// # Errors
    ///
    /// If no reasoning is open, or the response has ended.
    pub fn reasoning_encrypted_content(&mut self, content: impl Into<String>) -> Result<(), EmitError> {
        self.check_not_ended()?;
        let Some(OpenItem::Reasoning(reasoning)) = &mut self.open else {
            return Err(EmitError::NotOpen { missing: "reasoning", method: "reasoning" });
        };
        reasoning.set_encrypted_content(content.into());
        Ok(())
    }

    /// Begins a call of a function. `call_id` ties the call to its output.
    ///
    /// # Errors
    ///
    /// If the name or the `call_id` is empty, the open item cannot end, or the response has ended.
    pub fn function_call(&mut self, name: impl Into<String>, call_id: impl Into<String>) -> Result<(), EmitError> {
        let mut call = FunctionCall::new();
        call.name = Some(name.into());
        call.call_id = Some(call_id.into());
        self.function_call_with(call)
    }

    /// Begins a call of a function that has further fields, such as an `id` or a `namespace`. The emitter sets its arguments
    /// and status.
    ///
    /// # Errors
    ///
    /// If the call has no name or no `call_id`, the open item cannot end, the id is that of another item, a field is invalid,
    /// or the response has ended.
    pub fn function_call_with(&mut self, call: FunctionCall) -> Result<(), EmitError> {
        let place = self.next_place("fc", call.id.as_deref())?;
        self.begin(OpenItem::Call(OpenCall::begin(place, call)?))
    }

    /// Appends to the arguments of the open function call, the text of a JSON object.
    ///
    /// # Errors
    ///
    /// If no function call is open, or the response has ended.
    pub fn arguments_delta(&mut self, delta: impl Into<String>) -> Result<(), EmitError> {
        let Some(delta) = self.delta(delta.into())? else { return Ok(()) };
        let Some(OpenItem::Call(call)) = &mut self.open else {
            return Err(EmitError::NotOpen { missing: "function call", method: "function_call" });
        };
        call.arguments_delta(delta, &mut self.queue);
        Ok(())
    }

    /// Begins an image generation call.
    ///
    /// ```
    /// use response_event::EventFamily;
    /// use response_event::emitter::Emitter;
    ///
    /// let mut emitter = Emitter::new("resp_1", "gpt-5-nano", 1_760_000_000)?;
    /// emitter.image()?;
    /// emitter.image_partial("iVBORw==")?;
    /// emitter.image_completed("iVBORw==")?;
    /// let types: Vec<_> = emitter.skip(2).map(|event| event.event_type().to_owned()).collect();
    /// assert_eq!(types, [
    ///     "response.output_item.added",
    ///     "response.image_generation_call.in_progress",
    ///     "response.image_generation_call.generating",
    ///     "response.image_generation_call.partial_image",
    ///     "response.image_generation_call.completed",
    ///     "response.output_item.done",
    /// ]);
    /// # Ok::<(), response_event::emitter::EmitError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the open item cannot end, or the response has ended.
    pub fn image(&mut self) -> Result<(), EmitError> {
        self.image_with(ImageGenerationCall::new())
    }

    /// Begins an image generation call that has further fields, such as an `id`, `size` or `output_format`, which the partial
    /// images repeat. The emitter sets its result, its error and its status.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, the id is that of another item, a field is invalid, or the response has ended.
    pub fn image_with(&mut self, call: ImageGenerationCall) -> Result<(), EmitError> {
        let place = self.next_place("ig", call.id.as_deref())?;
        self.begin(OpenItem::Image(OpenImage::begin(place, call)?))
    }

    /// Reports that the open image is being generated. A partial image and the result report it by themselves.
    ///
    /// # Errors
    ///
    /// If no image generation call is open, or the response has ended.
    pub fn image_generating(&mut self) -> Result<(), EmitError> {
        let (image, queue) = self.open_image()?;
        image.generate(queue);
        Ok(())
    }

    /// Sends the open image as far as it is done, as base64.
    ///
    /// # Errors
    ///
    /// If no image generation call is open, the image is not base64 or not in its `output_format`, or the response has ended.
    pub fn image_partial(&mut self, image: impl Into<String>) -> Result<(), EmitError> {
        let (call, queue) = self.open_image()?;
        call.partial_image(image.into(), queue)
    }

    /// Ends the open image generation call with its result, an image as base64.
    ///
    /// # Errors
    ///
    /// If no image generation call is open, the image is not base64 or not in its `output_format`, or the response has ended.
    pub fn image_completed(&mut self, image: impl Into<String>) -> Result<(), EmitError> {
        self.open_image()?.0.set_result(image.into())?;
        self.close(Ending::Completed);
        Ok(())
    }

    /// Ends the open image generation call without an image.
    ///
    /// # Errors
    ///
    /// If no image generation call is open, or the response has ended.
    pub fn image_failed(&mut self) -> Result<(), EmitError> {
        self.open_image()?;
        self.close(Ending::CutOff);
        Ok(())
    }

    /// Sets the usage for a response that ends as incomplete or failed. [`finish`](Self::finish) takes its own.
    ///
    /// # Errors
    ///
    /// As [`finish`](Self::finish) about the usage, or if the response has ended.
    pub fn set_usage(&mut self, usage: Usage) -> Result<(), EmitError> {
        self.check_not_ended()?;
        self.outcome.usage = Some(usage::checked(usage)?);
        Ok(())
    }

    /// Sets the time of completion, in seconds since 1970. Only a completed response has it.
    ///
    /// # Errors
    ///
    /// If it is before the time of creation, or the response has ended.
    pub fn set_completed_at(&mut self, completed_at: u64) -> Result<(), EmitError> {
        self.check_not_ended()?;
        let created_at = self.response.created_at.unwrap_or_default();
        if created_at > completed_at {
            let text = format!("found {completed_at}, and `created_at` is {created_at}");
            given::refuse("time of completion", [Violation::new("order", text).at("/completed_at")])?;
        }
        self.outcome.completed_at = Some(completed_at);
        Ok(())
    }

    /// Ends the open item and completes the response.
    ///
    /// A total or a detail that the usage lacks is filled in: the total with the sum, a detail with 0.
    ///
    /// # Errors
    ///
    /// If the open item cannot end, the usage lacks the number of input or output tokens or does not add up, or the response
    /// has ended.
    pub fn finish(&mut self, usage: Usage) -> Result<(), EmitError> {
        self.check_complete()?;
        self.outcome.usage = Some(usage::checked(usage)?);
        let (sequence_number, response) = self.end(Ending::Completed, ResponseStatus::Completed);
        self.queue.push(ResponseCompleted { sequence_number, response, ..ResponseCompleted::default() });
        Ok(())
    }

    /// Ends the open item and the response before it is complete, such as at a limit.
    ///
    /// ```
    /// use response_event::emitter::Emitter;
    /// use response_event::payload::{IncompleteReason, ResponseStatus};
    ///
    /// let mut emitter = Emitter::new("resp_1", "gpt-5-nano", 1_760_000_000)?;
    /// emitter.text_delta("Once upon a")?;
    /// emitter.incomplete(IncompleteReason::MaxOutputTokens)?;
    /// let event = emitter.last().unwrap();
    /// let response = event.response().unwrap();
    /// assert_eq!(response.status, Some(ResponseStatus::Incomplete));
    /// assert_eq!(response.output_text(), "Once upon a");
    /// # Ok::<(), response_event::emitter::EmitError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the response has ended.
    pub fn incomplete(&mut self, reason: impl Into<IncompleteReason>) -> Result<(), EmitError> {
        self.check_not_ended()?;
        let mut details = IncompleteDetails::new();
        details.reason = Some(reason.into());
        self.outcome.incomplete_details = Some(details);
        self.outcome.completed_at = None;
        let (sequence_number, response) = self.end(Ending::CutOff, ResponseStatus::Incomplete);
        self.queue.push(ResponseIncomplete { sequence_number, response, ..ResponseIncomplete::default() });
        Ok(())
    }

    /// Ends the open item and the response with an error. Its code is `server_error` if it has none.
    ///
    /// # Errors
    ///
    /// If the error has no message, or the response has ended.
    pub fn fail(&mut self, mut error: ResponseError) -> Result<(), EmitError> {
        self.check_not_ended()?;
        error.code.get_or_insert_with(|| "server_error".into());
        self.outcome.error = Some(given::checked("error", &error)?);
        self.outcome.completed_at = None;
        let (sequence_number, response) = self.end(Ending::CutOff, ResponseStatus::Failed);
        self.queue.push(ResponseFailed { sequence_number, response, ..ResponseFailed::default() });
        Ok(())
    }

    fn check_not_ended(&self) -> Result<(), EmitError> {
        if self.has_ended { Err(EmitError::Ended) } else { Ok(()) }
    }

    /// Returns an error if the open item lacks something to be complete, or the response has ended.
    fn check_complete(&mut self) -> Result<(), EmitError> {
        self.check_not_ended()?;
        self.open.as_mut().map_or(Ok(()), OpenItem::check_complete)
    }

    /// Returns the delta if there is something to append.
    fn delta(&self, delta: String) -> Result<Option<String>, EmitError> {
        self.check_not_ended()?;
        Ok(Some(delta).filter(|delta| !delta.is_empty()))
    }

    /// Returns the place of the next item: with the given id, or else with one of its own.
    fn next_place(&self, prefix: &str, id: Option<&str>) -> Result<Place, EmitError> {
        self.check_not_ended()?;
        let index = self.output.len() + usize::from(self.open.is_some());
        let id = match id {
            Some(id) if self.ids.contains(id) => return Err(EmitError::DuplicateId { id: id.into() }),
            Some(id) if !id.is_empty() => id.into(),
            _ => {
                let mut id = format!("{prefix}_{}_{index}", self.id_suffix);
                // The caller may have given it to another item.
                while self.ids.contains(&id) {
                    id.push('_');
                }
                id
            }
        };
        Ok(Place { id, index: index.into() })
    }

    /// Ends the open item and begins another one.
    fn begin(&mut self, item: OpenItem) -> Result<(), EmitError> {
        self.check_complete()?;
        self.close(Ending::Completed);
        self.ids.insert(item.place().id.clone());
        item.announce(&mut self.queue);
        self.open = Some(item);
        Ok(())
    }

    fn close(&mut self, ending: Ending) {
        if let Some(item) = self.open.take() {
            self.output.push(item.close(ending, &mut self.queue));
        }
    }

    fn open_message(&mut self) -> Result<(&mut OpenMessage, &mut Queue), EmitError> {
        if !matches!(self.open, Some(OpenItem::Message(_))) {
            self.message()?;
        }
        match &mut self.open {
            Some(OpenItem::Message(message)) => Ok((message, &mut self.queue)),
            _ => Err(EmitError::NotOpen { missing: "message", method: "message" }),
        }
    }

    fn open_reasoning(&mut self) -> Result<(&mut OpenReasoning, &mut Queue), EmitError> {
        self.check_not_ended()?;
        if !matches!(self.open, Some(OpenItem::Reasoning(_))) {
            self.reasoning()?;
        }
        match &mut self.open {
            Some(OpenItem::Reasoning(reasoning)) => Ok((reasoning, &mut self.queue)),
            _ => Err(EmitError::NotOpen { missing: "reasoning", method: "reasoning" }),
        }
    }

    fn open_image(&mut self) -> Result<(&mut OpenImage, &mut Queue), EmitError> {
        self.check_not_ended()?;
        match &mut self.open {
            Some(OpenItem::Image(image)) => Ok((image, &mut self.queue)),
            _ => Err(EmitError::NotOpen { missing: "image generation call", method: "image" }),
        }
    }

    /// Ends the open item. Returns the number of the last event and its response.
    fn end(&mut self, ending: Ending, status: ResponseStatus) -> (Option<Number>, Option<Response>) {
        self.close(ending);
        self.has_ended = true;
        self.ids.clear();
        let (response, output, outcome) =
            (mem::take(&mut self.response), mem::take(&mut self.output), mem::take(&mut self.outcome));
        (Some(self.queue.number()), Some(response::ended(response, status, output, outcome)))
    }
}

/// Hands out the events in their order.
impl Iterator for Emitter {
    type Item = StreamEvent;

    /// Returns the next event that was made; `None` if there is none yet.
    fn next(&mut self) -> Option<StreamEvent> {
        self.queue.pop()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.queue.len(), Some(self.queue.len()))
    }
}
