//! Turns a stream of chat completions into a stream of the Responses API, as a gateway does.
//!
//! ```sh
//! cargo run --example chat_completions --features emitter
//! ```
//!
//! The request of such a stream needs `"stream_options":{"include_usage":true}`: a completed response tells its usage.
//!
//! Each chunk is a few steps of an `Emitter`. It opens and closes items, counts and repeats; `sse::to_string` encodes its
//! events.

use std::error::Error;

use response_event::emitter::{EmitError, Emitter};
use response_event::payload::{IncompleteReason, OutputItem, ResponseError, Usage};
use response_event::{Snapshot, sse};
use serde::Deserialize;

/// A stream of chat completions: a text, two calls of tools, and the usage.
const CHAT: &str = r#"
data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{"content":"I look "},"finish_reason":null}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{"content":"it up."},"finish_reason":null}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"weather","arguments":""}}]},"finish_reason":null}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]},"finish_reason":null}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"Bergen\"}"}}]},"finish_reason":null}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_b","type":"function","function":{"name":"tides","arguments":""}}]},"finish_reason":null}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}

data: {"id":"chatcmpl-7","object":"chat.completion.chunk","created":1760000000,"model":"m","choices":[],"usage":{"prompt_tokens":20,"completion_tokens":31,"total_tokens":51}}

data: [DONE]
"#;

#[derive(Deserialize)]
struct Chunk {
    id: String,
    created: u64,
    model: String,
    choices: Vec<Choice>,
    usage: Option<ChatUsage>,
}

#[derive(Deserialize)]
struct Choice {
    index: usize,
    delta: Delta,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Delta {
    content: Option<String>,
    refusal: Option<String>,
    /// Some servers send their reasoning.
    reasoning_content: Option<String>,
    #[serde(default)]
    tool_calls: Vec<ToolCall>,
}

#[derive(Deserialize)]
struct ToolCall {
    index: usize,
    id: Option<String>,
    #[serde(default)]
    function: Function,
}

#[derive(Default, Deserialize)]
struct Function {
    name: Option<String>,
    arguments: Option<String>,
}

#[derive(Deserialize)]
struct ChatUsage {
    prompt_tokens: u64,
    completion_tokens: u64,
}

/// The conversion of one stream.
struct Gateway {
    emitter: Emitter,
    /// Number of the calls that have begun.
    calls: usize,
    finish_reason: Option<String>,
    usage: Usage,
}

impl Gateway {
    fn new(first: &Chunk) -> Result<Self, EmitError> {
        let id = format!("resp_{}", first.id.trim_start_matches("chatcmpl-"));
        let emitter = Emitter::new(id, &*first.model, first.created)?;
        Ok(Self { emitter, calls: 0, finish_reason: None, usage: Usage::new() })
    }

    fn take(&mut self, chunk: Chunk) -> Result<(), EmitError> {
        if let Some(usage) = chunk.usage {
            self.usage.input_tokens = Some(usage.prompt_tokens.into());
            self.usage.output_tokens = Some(usage.completion_tokens.into());
        }
        // A response has one answer: the first choice.
        let first = chunk.choices.into_iter().find(|choice| choice.index == 0);
        let Some(Choice { delta, finish_reason, .. }) = first else { return Ok(()) };
        // An empty delta makes no event.
        self.emitter.reasoning_text_delta(delta.reasoning_content.unwrap_or_default())?;
        self.emitter.text_delta(delta.content.unwrap_or_default())?;
        self.emitter.refusal_delta(delta.refusal.unwrap_or_default())?;
        for ToolCall { index, id, function } in delta.tool_calls {
            if index == self.calls {
                self.emitter.function_call(function.name.unwrap_or_default(), id.unwrap_or_default())?;
                self.calls += 1;
            } else if index + 1 != self.calls {
                // One item is open at a time.
                return self.fail("the calls of the model are interleaved");
            }
            self.emitter.arguments_delta(function.arguments.unwrap_or_default())?;
        }
        self.finish_reason = self.finish_reason.take().or(finish_reason);
        Ok(())
    }

    fn end(&mut self) -> Result<(), EmitError> {
        let reason = match self.finish_reason.as_deref() {
            Some("length") => IncompleteReason::MaxOutputTokens,
            Some("content_filter") => IncompleteReason::ContentFilter,
            Some(_) => return self.emitter.finish(self.usage.clone()),
            None => return self.fail("the stream of the model was cut off"),
        };
        self.emitter.set_usage(self.usage.clone())?;
        self.emitter.incomplete(reason)
    }

    fn fail(&mut self, message: &str) -> Result<(), EmitError> {
        let mut error = ResponseError::new();
        error.message = Some(message.into());
        self.emitter.fail(error)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let data = CHAT.lines().filter_map(|line| line.strip_prefix("data: "));
    let mut gateway: Option<Gateway> = None;
    let mut snapshot = Snapshot::new();
    for data in data {
        let chunk = if data == "[DONE]" { None } else { Some(serde_json::from_str::<Chunk>(data)?) };
        if let (None, Some(first)) = (&gateway, &chunk) {
            gateway = Some(Gateway::new(first)?);
        }
        let Some(gateway) = &mut gateway else { continue };
        let step = match chunk {
            Some(chunk) => gateway.take(chunk),
            None => gateway.end(),
        };
        if let Err(error) = step {
            // Such as the arguments of a call that are not JSON. The client gets a response that failed.
            gateway.fail(&error.to_string())?;
        }
        for event in gateway.emitter.by_ref() {
            print!("{}", sse::to_string(&event)?);
            snapshot.apply(&event);
        }
        if gateway.emitter.has_ended() {
            break;
        }
    }
    check(&snapshot);
    Ok(())
}

/// Checks that the client of such a stream has the whole answer.
fn check(snapshot: &Snapshot) {
    assert!(snapshot.is_done() && !snapshot.is_failed());
    assert_eq!(snapshot.output_text(), "I look it up.");
    let calls: Vec<_> = snapshot
        .output()
        .filter_map(|item| match item {
            OutputItem::FunctionCall(call) => Some((call.name(), call.arguments())),
            _ => None,
        })
        .collect();
    assert_eq!(calls, [("weather", r#"{"city":"Bergen"}"#), ("tides", "{}")]);
}
