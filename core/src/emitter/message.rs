//! `OpenMessage`: a message whose parts are being written.

use alloc::string::String;
use alloc::vec::Vec;

use super::ending::Ending;
use super::error::EmitError;
use super::given;
use super::queue::{Place, Queue, push};
use crate::Number;
use crate::events::{
    ContentPartAdded, ContentPartDone, OutputTextAnnotationAdded, OutputTextDelta, OutputTextDone, RefusalDelta,
    RefusalDone,
};
use crate::payload::{
    Annotation, ContentPart, ItemStatus, MessageRole, OutputItem, OutputMessage, OutputText, Refusal,
};

/// A message that is not done.
#[derive(Clone, Debug)]
pub(super) struct OpenMessage {
    place: Place,
    /// Has the parts that are done.
    message: OutputMessage,
    part: Option<OpenPart>,
}

/// A part that is not done.
#[derive(Clone, Debug)]
enum OpenPart {
    Text { text: String, annotations: Vec<Annotation> },
    Refusal(String),
}

impl OpenMessage {
    /// Checks a message to begin. Its content and its status come later.
    pub(super) fn begin(place: Place, message: OutputMessage) -> Result<Self, EmitError> {
        let message = given::checked(
            "message",
            &OutputMessage {
                id: Some(place.id.clone()),
                role: Some(MessageRole::Assistant),
                status: Some(ItemStatus::InProgress),
                content: Some(Vec::new()),
                ..message
            },
        )?;
        Ok(Self { place, message, part: None })
    }

    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// Returns the item as it begins.
    pub(super) fn item(&self) -> OutputItem {
        self.message.clone().into()
    }

    pub(super) fn text_delta(&mut self, delta: String, queue: &mut Queue) {
        if !matches!(self.part, Some(OpenPart::Text { .. })) {
            self.open(OpenPart::Text { text: String::new(), annotations: Vec::new() }, queue);
        }
        let content_index = Some(self.content_index());
        if let Some(OpenPart::Text { text, .. }) = &mut self.part {
            text.push_str(&delta);
            push!(queue, self.place, OutputTextDelta { content_index, delta, logprobs: Some(Vec::new()) });
        }
    }

    pub(super) fn refusal_delta(&mut self, delta: String, queue: &mut Queue) {
        if !matches!(self.part, Some(OpenPart::Refusal(_))) {
            self.open(OpenPart::Refusal(String::new()), queue);
        }
        let content_index = Some(self.content_index());
        if let Some(OpenPart::Refusal(refusal)) = &mut self.part {
            refusal.push_str(&delta);
            push!(queue, self.place, RefusalDelta { content_index, delta });
        }
    }

    /// Returns `false` if no text is open.
    pub(super) fn annotate(&mut self, annotation: Annotation, queue: &mut Queue) -> bool {
        let content_index = Some(self.content_index());
        let Some(OpenPart::Text { annotations, .. }) = &mut self.part else { return false };
        let annotation_index = Some(annotations.len().into());
        annotations.push(annotation.clone());
        push!(
            queue,
            self.place,
            OutputTextAnnotationAdded { content_index, annotation_index, annotation: Some(annotation) }
        );
        true
    }

    /// Closes the part that is open, and opens another.
    fn open(&mut self, part: OpenPart, queue: &mut Queue) {
        self.close_part(queue);
        let empty = match &part {
            OpenPart::Text { .. } => output_text(String::new(), Vec::new()),
            OpenPart::Refusal(_) => refusal(String::new()),
        };
        let content_index = Some(self.content_index());
        push!(queue, self.place, ContentPartAdded { content_index, part: Some(empty) });
        self.part = Some(part);
    }

    fn close_part(&mut self, queue: &mut Queue) {
        let content_index = Some(self.content_index());
        let part = match self.part.take() {
            None => return,
            Some(OpenPart::Text { text, annotations }) => {
                let logprobs = Some(Vec::new());
                push!(queue, self.place, OutputTextDone { content_index, text: text.clone(), logprobs });
                output_text(text, annotations)
            }
            Some(OpenPart::Refusal(text)) => {
                push!(queue, self.place, RefusalDone { content_index, refusal: text.clone() });
                refusal(text)
            }
        };
        push!(queue, self.place, ContentPartDone { content_index, part: Some(part.clone()) });
        self.message.content.get_or_insert_default().push(part);
    }

    /// Closes the part that is open, and returns the whole message.
    pub(super) fn close(mut self, ending: Ending, queue: &mut Queue) -> OutputItem {
        self.close_part(queue);
        self.message.status = Some(ending.status());
        self.message.into()
    }

    fn content_index(&self) -> Number {
        self.message.content().len().into()
    }
}

fn output_text(text: String, annotations: Vec<Annotation>) -> ContentPart {
    OutputText { text: Some(text), annotations: Some(annotations), logprobs: Some(Vec::new()), ..OutputText::default() }
        .into()
}

fn refusal(text: String) -> ContentPart {
    Refusal { refusal: Some(text), ..Refusal::default() }.into()
}
