//! The content of an output item, in pieces of one kind each.

use std::borrow::Cow;

use response_event::payload::{ContentPart, OutputItem, Reasoning, ShellOutputs, SummaryPart};
use response_event::{PartFamily as _, RawJson};

/// Parts of one item that are shown at most.
const MAX_PARTS: usize = 32;

/// A text of an item, and the words before it.
pub(crate) struct Piece<'a> {
    pub(crate) label: Cow<'a, str>,
    pub(crate) text: Cow<'a, str>,
}

impl<'a> Piece<'a> {
    pub(crate) fn new(label: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Self { label: label.into(), text: text.into() }
    }

    /// Creates the piece of a call: its name and what it is called with.
    fn call(name: &'a str, arguments: &'a str) -> Self {
        let label = if name.is_empty() { "unnamed" } else { name };
        Self::new(format!("{label} "), arguments)
    }

    /// Creates the piece of content that only the server can read.
    fn encrypted(content: &str) -> Self {
        Self::new("", format!("encrypted, {} bytes", content.len()))
    }
}

/// Returns the pieces of an item that is complete, or of its newest part.
pub(crate) fn pieces(item: &OutputItem, is_newest: bool) -> Vec<Piece<'_>> {
    let mut pieces = all(item, is_newest);
    pieces.retain(|piece| !(piece.label.is_empty() && piece.text.is_empty()));
    pieces
}

fn all(item: &OutputItem, is_newest: bool) -> Vec<Piece<'_>> {
    match item {
        OutputItem::Message(message) => of_content(message.content(), is_newest),
        OutputItem::AgentMessage(message) => of_content(list(message.content.as_ref()), is_newest),
        OutputItem::Reasoning(reasoning) => of_reasoning(reasoning, is_newest),
        OutputItem::Compaction(compaction) => {
            compaction.encrypted_content.as_deref().map(Piece::encrypted).into_iter().collect()
        }
        OutputItem::FunctionCall(call) => vec![Piece::call(call.name(), call.arguments())],
        OutputItem::CustomToolCall(call) => vec![Piece::call(call.name(), call.input())],
        OutputItem::MultiAgentCall(call) => {
            vec![Piece::call(text(call.action.as_ref()), text(call.arguments.as_ref()))]
        }
        OutputItem::McpApprovalRequest(call) => {
            vec![Piece::call(text(call.name.as_ref()), text(call.arguments.as_ref()))]
        }
        OutputItem::McpCall(call) => some([
            Some(Piece::call(call.name(), call.arguments())),
            call.output.as_deref().map(|output| Piece::new("output: ", output)),
            json("error: ", call.error.as_ref()),
        ]),
        OutputItem::McpListTools(list) => some([
            list.server_label.as_deref().map(|server| Piece::new("", server)),
            json("tools: ", list.tools.as_ref()),
            json("error: ", list.error.as_ref()),
        ]),
        OutputItem::FunctionCallOutput(output) => some([json("", output.output.as_ref())]),
        OutputItem::CustomToolCallOutput(output) => some([json("", output.output.as_ref())]),
        OutputItem::CodeInterpreterCall(call) => {
            some([call.code.as_deref().map(|code| Piece::new("", code)), json("outputs: ", call.outputs.as_ref())])
        }
        OutputItem::Program(program) => vec![Piece::new("", text(program.code.as_ref()))],
        OutputItem::ProgramOutput(output) => vec![Piece::new("", text(output.result.as_ref()))],
        OutputItem::ImageGenerationCall(call) => some([
            call.revised_prompt.as_deref().map(|prompt| Piece::new("prompt: ", prompt)),
            json("error: ", call.error.as_ref()),
        ]),
        OutputItem::ShellCall(call) => {
            let commands = list(call.action.as_ref().and_then(|action| action.commands.as_ref()));
            newest(commands, is_newest).iter().map(|command| Piece::new("$ ", command)).collect()
        }
        OutputItem::ShellCallOutput(call) => {
            let whole = call.output.as_ref().and_then(ShellOutputs::as_text);
            let outputs = newest(call.output(), is_newest).iter();
            let outputs = outputs.flat_map(|output| [output.stdout.as_deref(), output.stderr.as_deref()]).flatten();
            whole.into_iter().chain(outputs).map(|text| Piece::new("", text)).collect()
        }
        OutputItem::LocalShellCall(call) => {
            let words = list(call.action.as_ref().and_then(|action| action.command.as_ref()));
            vec![Piece::new("$ ", words.join(" "))]
        }
        OutputItem::LocalShellCallOutput(output) => vec![Piece::new("", text(output.output.as_ref()))],
        OutputItem::ApplyPatchCall(call) => match &call.operation {
            Some(operation) => {
                let change = operation.operation_type.as_ref().map_or("change", |change| change.as_str());
                vec![Piece::new(format!("{change} {} ", text(operation.path.as_ref())), text(operation.diff.as_ref()))]
            }
            None => Vec::new(),
        },
        OutputItem::ApplyPatchCallOutput(output) => vec![Piece::new("", text(output.output.as_ref()))],
        OutputItem::WebSearchCall(call) => some([json("", call.action.as_ref())]),
        OutputItem::FileSearchCall(call) => {
            let queries = list(call.queries.as_ref());
            queries.iter().take(MAX_PARTS).map(|query| Piece::new("", query)).collect()
        }
        OutputItem::ToolSearchCall(call) => some([json("", call.arguments.as_ref())]),
        OutputItem::ToolSearchOutput(output) => some([json("", output.tools.as_ref())]),
        OutputItem::Unknown(item) => vec![Piece::new("", item.json())],
        other => vec![Piece::new("", response_event::to_string(other).unwrap_or_default())],
    }
}

fn of_content<'a>(parts: &'a [ContentPart], is_newest: bool) -> Vec<Piece<'a>> {
    let piece = |part: &'a ContentPart| match part {
        ContentPart::OutputText(part) => Piece::new("", part.text()),
        ContentPart::Refusal(part) => Piece::new("refusal: ", part.refusal()),
        other => Piece::new(format!("{}: ", other.part_type()), other.text().unwrap_or_default()),
    };
    newest(parts, is_newest).iter().map(piece).collect()
}

fn of_reasoning(reasoning: &Reasoning, is_newest: bool) -> Vec<Piece<'_>> {
    let summary = |part| Piece::new("summary: ", SummaryPart::text(part).unwrap_or_default());
    let content = |part| Piece::new("", ContentPart::text(part).unwrap_or_default());
    let parts = newest(reasoning.content(), is_newest);
    let summaries = if is_newest && !parts.is_empty() { &[] } else { newest(reasoning.summary(), is_newest) };
    let encrypted = reasoning.encrypted_content.as_deref().filter(|_| parts.is_empty() && summaries.is_empty());
    let pieces = summaries.iter().map(summary).chain(parts.iter().map(content));
    pieces.chain(encrypted.map(Piece::encrypted)).collect()
}

/// Returns the last part alone, or those from the start on.
fn newest<T>(parts: &[T], is_newest: bool) -> &[T] {
    if is_newest { &parts[parts.len().saturating_sub(1)..] } else { &parts[..parts.len().min(MAX_PARTS)] }
}

fn some<const N: usize>(pieces: [Option<Piece<'_>>; N]) -> Vec<Piece<'_>> {
    pieces.into_iter().flatten().collect()
}

fn json<'a>(label: &'a str, value: Option<&'a RawJson>) -> Option<Piece<'a>> {
    value.filter(|value| value.get() != "null").map(|value| Piece::new(label, value.get()))
}

fn text(value: Option<&String>) -> &str {
    value.map(String::as_str).unwrap_or_default()
}

fn list<T>(value: Option<&Vec<T>>) -> &[T] {
    value.map(Vec::as_slice).unwrap_or_default()
}
