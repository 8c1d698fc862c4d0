//! Texts on their way into a member that is kept as JSON: the diff of a patch and the commands of a shell call.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::Value;

use super::indexes::Indexes;
use super::items::Slot;
use crate::payload::{ApplyPatchCall, OutputItem, ShellCall};
use crate::{Number, OtherMembers, RawJson, ResponseEvent};

/// What has come of them. Into the JSON they go only at the end, so that not every delta writes all of it anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    diff: Option<String>,
    commands: Option<(Vec<String>, Indexes)>,
}

impl Draft {
    pub(super) fn diff(&mut self, call: &ApplyPatchCall) -> &mut String {
        self.diff.get_or_insert_with(|| diff_in(&call.operation).unwrap_or_default().into_owned())
    }

    pub(super) fn command(&mut self, call: &ShellCall, index: Number) -> &mut String {
        let (commands, indexes) = self.commands.get_or_insert_with(|| {
            let commands = call.action.as_ref().map(commands_in).unwrap_or_default();
            let indexes = Indexes::of(commands.len());
            (commands.into_iter().map(Cow::into_owned).collect(), indexes)
        });
        indexes.part(commands, index, String::new)
    }

    pub(super) fn put_into(self, mut item: OutputItem) -> OutputItem {
        match &mut item {
            OutputItem::ApplyPatchCall(call) => {
                if let Some(diff) = self.diff {
                    set(&mut call.operation, "diff", diff);
                }
            }
            OutputItem::ShellCall(call) => {
                if let Some((commands, _)) = self.commands {
                    let action =
                        call.action.get_or_insert_with(|| RawJson::from(Value::Object(serde_json::Map::new())));
                    set(action, "commands", commands);
                }
            }
            _ => {}
        }
        item
    }
}

impl Slot {
    pub(super) fn diff(&self) -> Option<Cow<'_, str>> {
        self.parts.draft.diff.as_deref().map(Cow::Borrowed).or_else(|| diff(&self.item))
    }

    pub(super) fn commands(&self) -> Vec<Cow<'_, str>> {
        match &self.parts.draft.commands {
            Some((list, _)) => list.iter().map(|command| Cow::Borrowed(command.as_str())).collect(),
            None => commands(&self.item),
        }
    }
}

/// Of an item that is whole.
pub(super) fn diff(item: &OutputItem) -> Option<Cow<'_, str>> {
    if let OutputItem::ApplyPatchCall(call) = item { diff_in(&call.operation) } else { None }
}

/// Of an item that is whole.
pub(super) fn commands(item: &OutputItem) -> Vec<Cow<'_, str>> {
    match item {
        OutputItem::ShellCall(call) => call.action.as_ref().map(commands_in).unwrap_or_default(),
        _ => Vec::new(),
    }
}

#[derive(ResponseEvent)]
#[event(untagged)]
struct Operation<'a> {
    #[serde(borrow)]
    diff: Option<Cow<'a, str>>,
}

fn diff_in(operation: &RawJson) -> Option<Cow<'_, str>> {
    crate::from_str::<Operation<'_>>(operation.get()).ok()?.diff
}

#[derive(ResponseEvent)]
#[event(untagged)]
struct Action<'a> {
    #[serde(borrow)]
    commands: Option<Vec<Cow<'a, str>>>,
}

fn commands_in(action: &RawJson) -> Vec<Cow<'_, str>> {
    crate::from_str::<Action<'_>>(action.get()).ok().and_then(|action| action.commands).unwrap_or_default()
}

/// Sets a member of an object; what is no object stays as it is.
fn set(object: &mut RawJson, name: &str, value: impl Into<Value>) {
    if let Ok(mut members) = object.decode::<OtherMembers>() {
        members.insert(name, RawJson::from(value.into()));
        if let Some(whole) = serde_json::to_string(&members).ok().and_then(|json| json.parse().ok()) {
            *object = whole;
        }
    }
}
