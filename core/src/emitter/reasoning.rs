//! `OpenReasoning`: reasoning whose summary or text is being written.

use alloc::string::String;
use alloc::vec::Vec;

use super::ending::Ending;
use super::error::EmitError;
use super::given;
use super::queue::{Place, Queue, push};
use crate::Number;
use crate::events::{
    ContentPartAdded, ContentPartDone, ReasoningSummaryPartAdded, ReasoningSummaryPartDone, ReasoningSummaryTextDelta,
    ReasoningSummaryTextDone, ReasoningTextDelta, ReasoningTextDone,
};
use crate::payload::{ContentPart, OutputItem, Reasoning, ReasoningText, SummaryPart, SummaryText};

/// Reasoning that is not done.
#[derive(Clone, Debug)]
pub(super) struct OpenReasoning {
    place: Place,
    /// Has the parts that are done.
    reasoning: Reasoning,
    part: Option<OpenPart>,
}

/// A part that is not done, and its text.
#[derive(Clone, Debug)]
enum OpenPart {
    Summary(String),
    Text(String),
}

impl OpenReasoning {
    /// Checks reasoning to begin. Its parts and its status come later.
    pub(super) fn begin(place: Place, reasoning: Reasoning) -> Result<Self, EmitError> {
        let reasoning = Reasoning {
            id: Some(place.id.clone()),
            status: None,
            summary: Some(Vec::new()),
            content: None,
            ..reasoning
        };
        let reasoning = given::checked("reasoning", &reasoning)?;
        // Those that `extra` had are now here.
        let reasoning = Reasoning { status: None, content: None, ..reasoning };
        Ok(Self { place, reasoning, part: None })
    }

    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// Returns the item as it begins.
    pub(super) fn item(&self) -> OutputItem {
        self.reasoning.clone().into()
    }

    pub(super) fn set_encrypted_content(&mut self, content: String) {
        self.reasoning.encrypted_content = Some(content);
    }

    /// Closes the part that is open, and opens a part of the summary.
    pub(super) fn open_summary_part(&mut self, queue: &mut Queue) {
        self.close_part(queue);
        let summary_index = Some(self.summary_index());
        push!(queue, self.place, ReasoningSummaryPartAdded { summary_index, part: Some(summary_part(String::new())) });
        self.part = Some(OpenPart::Summary(String::new()));
    }

    pub(super) fn summary_delta(&mut self, delta: String, queue: &mut Queue) {
        if !matches!(self.part, Some(OpenPart::Summary(_))) {
            self.open_summary_part(queue);
        }
        let summary_index = Some(self.summary_index());
        if let Some(OpenPart::Summary(text)) = &mut self.part {
            text.push_str(&delta);
            push!(queue, self.place, ReasoningSummaryTextDelta { summary_index, delta });
        }
    }

    pub(super) fn text_delta(&mut self, delta: String, queue: &mut Queue) {
        if !matches!(self.part, Some(OpenPart::Text(_))) {
            self.close_part(queue);
            let content_index = Some(self.content_index());
            push!(queue, self.place, ContentPartAdded { content_index, part: Some(text_part(String::new())) });
            self.part = Some(OpenPart::Text(String::new()));
        }
        let content_index = Some(self.content_index());
        if let Some(OpenPart::Text(text)) = &mut self.part {
            text.push_str(&delta);
            push!(queue, self.place, ReasoningTextDelta { content_index, delta });
        }
    }

    fn close_part(&mut self, queue: &mut Queue) {
        match self.part.take() {
            None => {}
            Some(OpenPart::Summary(text)) => {
                let summary_index = Some(self.summary_index());
                push!(queue, self.place, ReasoningSummaryTextDone { summary_index, text: text.clone() });
                let part = summary_part(text);
                push!(queue, self.place, ReasoningSummaryPartDone { summary_index, part: Some(part.clone()) });
                self.reasoning.summary.get_or_insert_default().push(part);
            }
            Some(OpenPart::Text(text)) => {
                let content_index = Some(self.content_index());
                push!(queue, self.place, ReasoningTextDone { content_index, text: text.clone() });
                let part = text_part(text);
                push!(queue, self.place, ContentPartDone { content_index, part: Some(part.clone()) });
                self.reasoning.content.get_or_insert_default().push(part);
            }
        }
    }

    /// Closes the part that is open, and returns the whole reasoning. OpenAI's has no status if it is complete.
    pub(super) fn close(mut self, ending: Ending, queue: &mut Queue) -> OutputItem {
        self.close_part(queue);
        self.reasoning.status = (ending == Ending::CutOff).then(|| ending.status());
        self.reasoning.into()
    }

    fn summary_index(&self) -> Number {
        self.reasoning.summary().len().into()
    }

    fn content_index(&self) -> Number {
        self.reasoning.content().len().into()
    }
}

fn summary_part(text: String) -> SummaryPart {
    SummaryText { text: Some(text), ..SummaryText::default() }.into()
}

fn text_part(text: String) -> ContentPart {
    ReasoningText { text: Some(text), ..ReasoningText::default() }.into()
}
