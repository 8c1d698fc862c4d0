//! `OpenCall`: a function call whose arguments are being written.

use alloc::string::String;

use super::ending::Ending;
use super::error::EmitError;
use super::given;
use super::queue::{Place, Queue, push};
use crate::events::{FunctionCallArgumentsDelta, FunctionCallArgumentsDone};
use crate::json::Reader;
use crate::payload::{FunctionCall, ItemStatus, OutputItem};

/// A function call that is not done.
#[derive(Clone, Debug)]
pub(super) struct OpenCall {
    place: Place,
    call: FunctionCall,
    /// `true` if the arguments so far are JSON; absent until it is asked.
    is_json: Option<bool>,
}

impl OpenCall {
    /// Checks a call to begin. Its arguments and its status come later.
    pub(super) fn begin(place: Place, call: FunctionCall) -> Result<Self, EmitError> {
        let call = given::checked(
            "function call",
            &FunctionCall {
                id: Some(place.id.clone()),
                arguments: Some(String::new()),
                status: Some(ItemStatus::InProgress),
                ..call
            },
        )?;
        Ok(Self { place, call, is_json: None })
    }

    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// Returns the item as it begins.
    pub(super) fn item(&self) -> OutputItem {
        self.call.clone().into()
    }

    pub(super) fn arguments_delta(&mut self, delta: String, queue: &mut Queue) {
        self.is_json = None;
        self.call.arguments.get_or_insert_default().push_str(&delta);
        push!(queue, self.place, FunctionCallArgumentsDelta { delta });
    }

    /// Returns an error if the call cannot be complete: its arguments are not JSON.
    pub(super) fn check_complete(&mut self) -> Result<(), EmitError> {
        let arguments = self.call.arguments();
        let is_json = self.is_json.unwrap_or_else(|| arguments.is_empty() || Reader::check(arguments).is_ok());
        self.is_json = Some(is_json);
        if is_json {
            return Ok(());
        }
        Err(EmitError::InvalidArguments { call_id: self.call.call_id.clone().unwrap_or_default() })
    }

    /// Ends the arguments, and returns the whole call.
    pub(super) fn close(mut self, ending: Ending, queue: &mut Queue) -> OutputItem {
        // A client runs a call whose arguments are done: those of a call that was cut off are not.
        if ending == Ending::Completed {
            if self.call.arguments().is_empty() {
                self.arguments_delta("{}".into(), queue);
            }
            let arguments = self.call.arguments().into();
            push!(queue, self.place, FunctionCallArgumentsDone { arguments, name: self.call.name.clone() });
        }
        self.call.status = Some(ending.status());
        self.call.into()
    }
}
