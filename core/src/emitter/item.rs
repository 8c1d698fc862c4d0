//! `OpenItem`: the item that is being written.

use super::ending::Ending;
use super::error::EmitError;
use super::function_call::OpenCall;
use super::image::OpenImage;
use super::message::OpenMessage;
use super::queue::{Place, Queue};
use super::reasoning::OpenReasoning;
use crate::events::{OutputItemAdded, OutputItemDone};
use crate::payload::OutputItem;

/// An item that is not done.
#[derive(Clone, Debug)]
pub(super) enum OpenItem {
    Message(OpenMessage),
    Reasoning(OpenReasoning),
    Call(OpenCall),
    Image(OpenImage),
}

impl OpenItem {
    pub(super) fn place(&self) -> &Place {
        match self {
            Self::Message(message) => message.place(),
            Self::Reasoning(reasoning) => reasoning.place(),
            Self::Call(call) => call.place(),
            Self::Image(image) => image.place(),
        }
    }

    /// Makes the events of a new item.
    pub(super) fn announce(&self, queue: &mut Queue) {
        let item = match self {
            Self::Message(message) => message.item(),
            Self::Reasoning(reasoning) => reasoning.item(),
            Self::Call(call) => call.item(),
            Self::Image(image) => image.item(),
        };
        let (sequence_number, output_index) = (Some(queue.number()), Some(self.place().index));
        queue.push(OutputItemAdded { sequence_number, output_index, item: Some(item), ..OutputItemAdded::default() });
        if let Self::Image(image) = self {
            image.announce(queue);
        }
    }

    /// Returns an error if the item lacks something to be complete.
    pub(super) fn check_complete(&mut self) -> Result<(), EmitError> {
        match self {
            Self::Message(_) | Self::Reasoning(_) => Ok(()),
            Self::Call(call) => call.check_complete(),
            Self::Image(image) => Err(EmitError::ImageNotDone { item_id: image.place().id.clone() }),
        }
    }

    /// Makes the events that end the item, and returns it.
    pub(super) fn close(self, ending: Ending, queue: &mut Queue) -> OutputItem {
        let output_index = Some(self.place().index);
        let item = match self {
            Self::Message(message) => message.close(ending, queue),
            Self::Reasoning(reasoning) => reasoning.close(ending, queue),
            Self::Call(call) => call.close(ending, queue),
            Self::Image(image) => image.close(ending, queue),
        };
        let sequence_number = Some(queue.number());
        let done = item.clone();
        queue.push(OutputItemDone { sequence_number, output_index, item: Some(done), ..OutputItemDone::default() });
        item
    }
}
