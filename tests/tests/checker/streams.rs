//! Clean streams, made by our own code: each in another corner of the API.

use serde_json::{Value, json};

/// A stream that is built event by event, with its numbers and the final output.
pub(crate) struct Stream {
    pub(crate) events: Vec<Value>,
    id: &'static str,
    lane: Option<&'static str>,
    output: Vec<Value>,
}

impl Stream {
    /// Starts a response.
    fn new(id: &'static str) -> Self {
        Self { events: Vec::new(), id, lane: None, output: Vec::new() }.lifecycle("created", "in_progress", json!({}))
    }

    fn started(id: &'static str) -> Self {
        Self::new(id).lifecycle("in_progress", "in_progress", json!({}))
    }

    fn push(&mut self, event_type: &str, fields: Value) {
        let mut event = json!({"type": event_type, "sequence_number": self.events.len()});
        merge(&mut event, fields);
        if let Some(lane) = self.lane {
            event["stream_id"] = json!(lane);
        }
        self.events.push(event);
    }

    fn lifecycle(mut self, event: &str, status: &str, more: Value) -> Self {
        let mut response = json!({"id": self.id, "object": "response", "created_at": 1_741_290_958, "status": status,
            "model": "m-1", "output": self.output, "error": null, "incomplete_details": null, "usage": null,
            "tools": [], "temperature": 1.0});
        merge(&mut response, more);
        self.push(&format!("response.{event}"), json!({"response": response}));
        self
    }

    /// Ends the response with a usage.
    fn end(self, event: &str, more: Value) -> Self {
        let mut end = json!({"completed_at": 1_741_290_960, "usage": {
            "input_tokens": 20, "input_tokens_details": {"cached_tokens": 4},
            "output_tokens": 10, "output_tokens_details": {"reasoning_tokens": 3}, "total_tokens": 30}});
        merge(&mut end, more);
        self.lifecycle(event, event, end)
    }

    fn completed(self) -> Vec<Value> {
        self.end("completed", json!({})).events
    }

    fn index(&self) -> usize {
        self.output.len()
    }

    fn added(&mut self, item: &Value) {
        self.push("response.output_item.added", json!({"output_index": self.index(), "item": item}));
    }

    fn done(&mut self, item: Value) {
        self.push("response.output_item.done", json!({"output_index": self.index(), "item": item}));
        self.output.push(item);
    }

    /// Pushes an event about the item that is open.
    fn about(&mut self, id: &str, event_type: &str, fields: Value) {
        let mut all = json!({"item_id": id, "output_index": self.index()});
        merge(&mut all, fields);
        self.push(event_type, all);
    }

    /// Streams one part of a message.
    fn part(&mut self, id: &str, index: usize, pieces: &[&str], annotation: Option<&Value>) -> Value {
        let part = |text: &str, annotations: Vec<&Value>| json!({"type": "output_text", "text": text, "annotations": annotations, "logprobs": []});
        let at = |more: Value| {
            let mut fields = json!({"content_index": index});
            merge(&mut fields, more);
            fields
        };
        self.about(id, "response.content_part.added", at(json!({"part": part("", vec![])})));
        for piece in pieces {
            self.about(id, "response.output_text.delta", at(json!({"delta": piece, "logprobs": []})));
        }
        if let Some(annotation) = annotation {
            let fields = at(json!({"annotation_index": 0, "annotation": annotation}));
            self.about(id, "response.output_text.annotation.added", fields);
        }
        let text = pieces.concat();
        self.about(id, "response.output_text.done", at(json!({"text": text, "logprobs": []})));
        let part = part(&text, annotation.into_iter().collect());
        self.about(id, "response.content_part.done", at(json!({"part": part})));
        part
    }

    fn message(mut self, id: &str, parts: &[&[&str]], annotation: Option<&Value>) -> Self {
        let item = |status: &str, content: Vec<Value>| json!({"id": id, "type": "message", "role": "assistant", "status": status, "content": content});
        self.added(&item("in_progress", vec![]));
        let parts = parts.iter().enumerate().map(|(index, pieces)| self.part(id, index, pieces, annotation)).collect();
        self.done(item("completed", parts));
        self
    }

    fn reasoning(mut self, id: &str, summaries: &[&[&str]]) -> Self {
        self.added(&json!({"id": id, "type": "reasoning", "summary": []}));
        let mut summary = Vec::new();
        for (index, pieces) in summaries.iter().enumerate() {
            let part = |text: &str| json!({"type": "summary_text", "text": text});
            let at = |more: Value| {
                let mut fields = json!({"summary_index": index});
                merge(&mut fields, more);
                fields
            };
            self.about(id, "response.reasoning_summary_part.added", at(json!({"part": part("")})));
            for piece in *pieces {
                self.about(id, "response.reasoning_summary_text.delta", at(json!({"delta": piece})));
            }
            let text = pieces.concat();
            self.about(id, "response.reasoning_summary_text.done", at(json!({"text": text})));
            self.about(id, "response.reasoning_summary_part.done", at(json!({"part": part(&text)})));
            summary.push(part(&text));
        }
        self.done(json!({"id": id, "type": "reasoning", "summary": summary}));
        self
    }

    /// Streams a call whose one text is in `field`. Its events are `response.<name>.delta` and `.done`.
    fn call(mut self, item: &Value, field: &str, name: &str, pieces: &[&str], statuses: [&[&str]; 2]) -> Self {
        let id = item["id"].as_str().expect("an id").to_owned();
        let with = |status: &str, text: &str| {
            let mut item = item.clone();
            item["status"] = json!(status);
            match field.split_once('.') {
                Some((object, field)) => item[object][field] = json!(text),
                None => item[field] = json!(text),
            }
            item
        };
        self.added(&with("in_progress", ""));
        for status in statuses[0] {
            self.about(&id, status, json!({}));
        }
        for piece in pieces {
            self.about(&id, &format!("response.{name}.delta"), json!({"delta": piece}));
        }
        let done_field = field.rsplit('.').next().unwrap_or(field);
        self.about(&id, &format!("response.{name}.done"), json!({done_field: pieces.concat()}));
        for status in statuses[1] {
            self.about(&id, status, json!({}));
        }
        self.done(with("completed", &pieces.concat()));
        self
    }

    fn function_call(self, id: &str, call_id: &str, pieces: &[&str]) -> Self {
        let item = json!({"id": id, "type": "function_call", "call_id": call_id, "name": "weather"});
        self.call(&item, "arguments", "function_call_arguments", pieces, [&[], &[]])
    }

    /// Streams a call that has a status and no text.
    fn search(mut self, item: &Value, name: &str, statuses: &[&str]) -> Self {
        let id = item["id"].as_str().expect("an id").to_owned();
        let with = |status: &str| {
            let mut item = item.clone();
            item["status"] = json!(status);
            item
        };
        self.added(&with("in_progress"));
        for status in statuses {
            self.about(&id, &format!("response.{name}.{status}"), json!({}));
        }
        self.done(with("completed"));
        self
    }
}

fn merge(into: &mut Value, fields: Value) {
    let (Value::Object(into), Value::Object(fields)) = (into, fields) else { panic!("two objects") };
    into.extend(fields);
}

pub(crate) fn citation() -> Value {
    json!({"type": "url_citation", "url": "https://example.org/", "title": "Example", "start_index": 0, "end_index": 2})
}

pub(crate) fn text() -> Vec<Value> {
    Stream::started("resp_1").message("msg_1", &[&["One ", "day", " in Oslo."]], Some(&citation())).completed()
}

pub(crate) fn two_parts() -> Vec<Value> {
    Stream::started("resp_1").message("msg_1", &[&["One ", "day"], &["Two ", "days"]], None).completed()
}

pub(crate) fn two_messages() -> Vec<Value> {
    Stream::started("resp_1")
        .message("msg_1", &[&["One ", "day"]], None)
        .message("msg_2", &[&["Two ", "days"]], None)
        .completed()
}

pub(crate) fn reasoning() -> Vec<Value> {
    Stream::started("resp_1")
        .reasoning("rs_1", &[&["Adding ", "up"], &["Checking"]])
        .message("msg_1", &[&["Four", "."]], None)
        .completed()
}

/// Reasoning that the model shows.
pub(crate) fn raw_reasoning() -> Vec<Value> {
    let mut stream = Stream::started("resp_1");
    let part = |text: &str| json!({"type": "reasoning_text", "text": text});
    stream.added(&json!({"id": "rs_1", "type": "reasoning", "summary": []}));
    stream.about("rs_1", "response.content_part.added", json!({"content_index": 0, "part": part("")}));
    for piece in ["Two ", "and two"] {
        stream.about("rs_1", "response.reasoning_text.delta", json!({"content_index": 0, "delta": piece}));
    }
    stream.about("rs_1", "response.reasoning_text.done", json!({"content_index": 0, "text": "Two and two"}));
    stream.about("rs_1", "response.content_part.done", json!({"content_index": 0, "part": part("Two and two")}));
    stream.done(json!({"id": "rs_1", "type": "reasoning", "summary": [], "content": [part("Two and two")]}));
    stream.completed()
}

pub(crate) fn function_call() -> Vec<Value> {
    Stream::started("resp_1")
        .function_call("fc_1", "call_1", &["{\"city\":", "\"Oslo\"", "}"])
        .function_call("fc_2", "call_2", &["{\"city\":", "\"Bergen\"", "}"])
        .completed()
}

/// Two calls whose events come in turn.
pub(crate) fn interleaved() -> Vec<Value> {
    let mut stream = Stream::started("resp_1");
    let call = |index: usize, status: &str, arguments: &str| {
        json!({"id": format!("fc_{index}"), "type": "function_call", "call_id": format!("call_{index}"),
            "name": "weather", "status": status, "arguments": arguments})
    };
    let calls = [["{\"city\":", "\"Oslo\"}"], ["{\"city\":", "\"Bergen\"}"]];
    for index in 0..calls.len() {
        stream
            .push("response.output_item.added", json!({"output_index": index, "item": call(index, "in_progress", "")}));
    }
    for piece in 0..2 {
        for (index, pieces) in calls.iter().enumerate() {
            let about = json!({"item_id": format!("fc_{index}"), "output_index": index, "delta": pieces[piece]});
            stream.push("response.function_call_arguments.delta", about);
        }
    }
    for (index, pieces) in calls.iter().enumerate() {
        let about = json!({"item_id": format!("fc_{index}"), "output_index": index, "arguments": pieces.concat()});
        stream.push("response.function_call_arguments.done", about);
    }
    for (index, pieces) in calls.iter().enumerate() {
        stream.done(call(index, "completed", &pieces.concat()));
    }
    stream.completed()
}

pub(crate) fn custom_tool() -> Vec<Value> {
    let item = json!({"id": "ctc_1", "type": "custom_tool_call", "call_id": "call_1", "name": "calculator"});
    Stream::started("resp_1").call(&item, "input", "custom_tool_call_input", &["2 +", " 2"], [&[], &[]]).completed()
}

pub(crate) fn patch() -> Vec<Value> {
    let item = json!({"id": "apc_1", "type": "apply_patch_call", "call_id": "call_1",
        "operation": {"type": "create_file", "path": "list.md"}});
    let name = "apply_patch_call_operation_diff";
    Stream::started("resp_1").call(&item, "operation.diff", name, &["+- Milk\n", "+- Tea\n"], [&[], &[]]).completed()
}

pub(crate) fn code_interpreter() -> Vec<Value> {
    let item = json!({"id": "ci_1", "type": "code_interpreter_call", "container_id": "cntr_1", "outputs": null});
    Stream::started("resp_1")
        .call(
            &item,
            "code",
            "code_interpreter_call_code",
            &["print(", "1 + 1", ")"],
            [
                &["response.code_interpreter_call.in_progress"],
                &["response.code_interpreter_call.interpreting", "response.code_interpreter_call.completed"],
            ],
        )
        .completed()
}

pub(crate) fn mcp() -> Vec<Value> {
    let mut stream = Stream::started("resp_1");
    let tools =
        |tools: Value| json!({"id": "mcpl_1", "type": "mcp_list_tools", "server_label": "dice", "tools": tools});
    stream.added(&tools(json!([])));
    stream.about("mcpl_1", "response.mcp_list_tools.in_progress", json!({}));
    stream.about("mcpl_1", "response.mcp_list_tools.completed", json!({}));
    stream.done(tools(json!([{"name": "roll", "input_schema": {}}])));
    let item = json!({"id": "mcp_1", "type": "mcp_call", "server_label": "dice", "name": "roll", "output": null});
    let statuses: [&[&str]; 2] = [&["response.mcp_call.in_progress"], &["response.mcp_call.completed"]];
    stream.call(&item, "arguments", "mcp_call_arguments", &["{\"dice\":", "2}"], statuses).completed()
}

pub(crate) fn web_search() -> Vec<Value> {
    let item = json!({"id": "ws_1", "type": "web_search_call", "action": {"type": "search", "query": "weather"}});
    Stream::started("resp_1")
        .search(&item, "web_search_call", &["in_progress", "searching", "completed"])
        .message("msg_1", &[&["It rains", "."]], Some(&citation()))
        .completed()
}

pub(crate) fn file_search() -> Vec<Value> {
    let item = json!({"id": "fs_1", "type": "file_search_call", "queries": ["rain"], "results": null});
    Stream::started("resp_1").search(&item, "file_search_call", &["in_progress", "searching", "completed"]).completed()
}

/// The first bytes of a PNG file, in base64.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAI";

pub(crate) fn image() -> Vec<Value> {
    let mut stream = Stream::started("resp_1");
    let item = |status: &str, more: Value| {
        let mut item = json!({"id": "ig_1", "type": "image_generation_call", "status": status, "output_format": "png"});
        merge(&mut item, more);
        item
    };
    stream.added(&item("in_progress", json!({})));
    stream.about("ig_1", "response.image_generation_call.in_progress", json!({}));
    stream.about("ig_1", "response.image_generation_call.generating", json!({}));
    for index in 0..3 {
        let image = json!({"partial_image_index": index, "partial_image_b64": PNG, "output_format": "png"});
        stream.about("ig_1", "response.image_generation_call.partial_image", image);
    }
    stream.about("ig_1", "response.image_generation_call.completed", json!({}));
    stream.done(item("completed", json!({"result": PNG})));
    stream.completed()
}

pub(crate) fn shell() -> Vec<Value> {
    let mut stream = Stream::started("resp_1");
    let call = |status: &str, commands: Value| {
        json!({"id": "sh_1", "type": "shell_call", "call_id": "call_1", "status": status, "environment": null,
            "action": {"commands": commands, "timeout_ms": null, "max_output_length": null}})
    };
    stream.added(&call("in_progress", json!([])));
    for (index, pieces) in [["ls", " -R"], ["pw", "d"]].iter().enumerate() {
        let index = json!(index);
        let at = |mut fields: Value| {
            merge(&mut fields, json!({"command_index": index, "output_index": 0}));
            fields
        };
        stream.push("response.shell_call_command.added", at(json!({"command": ""})));
        for piece in pieces {
            stream.push("response.shell_call_command.delta", at(json!({"delta": piece})));
        }
        stream.push("response.shell_call_command.done", at(json!({"command": pieces.concat()})));
    }
    stream.done(call("completed", json!(["ls -R", "pwd"])));
    let output = |status: &str, output: Value| json!({"id": "sho_1", "type": "shell_call_output", "call_id": "call_1", "status": status, "output": output});
    let whole = json!([{"stdout": "/\n", "stderr": "", "outcome": {"type": "exit", "exit_code": 0}}]);
    stream.added(&output("in_progress", json!([])));
    stream.about(
        "sho_1",
        "response.shell_call_output_content.delta",
        json!({"command_index": 0, "delta": {"stdout": "/\n"}}),
    );
    stream.about("sho_1", "response.shell_call_output_content.done", json!({"command_index": 0, "output": whole}));
    stream.done(output("completed", whole));
    stream.completed()
}

pub(crate) fn refusal() -> Vec<Value> {
    let mut stream = Stream::started("resp_1");
    let part = |text: &str| json!({"type": "refusal", "refusal": text});
    let item = |status: &str, content: Value| json!({"id": "msg_1", "type": "message", "role": "assistant", "status": status, "content": content});
    stream.added(&item("in_progress", json!([])));
    stream.about("msg_1", "response.content_part.added", json!({"content_index": 0, "part": part("")}));
    for piece in ["I ", "cannot."] {
        stream.about("msg_1", "response.refusal.delta", json!({"content_index": 0, "delta": piece}));
    }
    stream.about("msg_1", "response.refusal.done", json!({"content_index": 0, "refusal": "I cannot."}));
    stream.about("msg_1", "response.content_part.done", json!({"content_index": 0, "part": part("I cannot.")}));
    stream.done(item("completed", json!([part("I cannot.")])));
    stream.completed()
}

/// A response that waits before it is in progress.
pub(crate) fn queued() -> Vec<Value> {
    let stream = Stream { events: Vec::new(), id: "resp_1", lane: None, output: Vec::new() };
    let stream = stream.lifecycle("created", "queued", json!({})).lifecycle("queued", "queued", json!({}));
    stream.lifecycle("in_progress", "in_progress", json!({})).message("msg_1", &[&["Late", "."]], None).completed()
}

/// A response that ends with an error.
pub(crate) fn failed() -> Vec<Value> {
    let mut stream = Stream::started("resp_1").message("msg_1", &[&["So ", "far"]], None);
    stream.push("error", json!({"code": "server_error", "message": "Try again.", "param": null}));
    let error = json!({"error": {"code": "server_error", "message": "Try again."}, "output": []});
    stream.lifecycle("failed", "failed", error).events
}

/// A response that runs out of tokens.
pub(crate) fn incomplete() -> Vec<Value> {
    let mut stream = Stream::started("resp_1");
    let item = |status: &str, content: Value| json!({"id": "msg_1", "type": "message", "role": "assistant", "status": status, "content": content});
    stream.added(&item("in_progress", json!([])));
    let part = stream.part("msg_1", 0, &["Too ", "long"], None);
    stream.done(item("incomplete", json!([part])));
    stream
        .end("incomplete", json!({"incomplete_details": {"reason": "max_output_tokens"}, "completed_at": null}))
        .events
}

/// The rest of a stream whose connection broke after the fifth event.
pub(crate) fn resumed() -> Vec<Value> {
    text().split_off(5)
}

/// Two responses on one connection.
pub(crate) fn lanes() -> Vec<Value> {
    let lane = |lane: &'static str, id: &'static str, message: &str| {
        let stream = Stream { events: Vec::new(), id, lane: Some(lane), output: Vec::new() };
        let stream = stream.lifecycle("created", "in_progress", json!({}));
        stream.message(message, &[&["One ", "day"]], None).completed()
    };
    let (one, other) = (lane("a", "resp_a", "msg_a"), lane("b", "resp_b", "msg_b"));
    one.into_iter().zip(other).flat_map(|(one, other)| [one, other]).collect()
}

/// Makes the events of a clean stream.
pub(crate) type Clean = fn() -> Vec<Value>;

/// Every clean stream but the one that is resumed.
pub(crate) const ALL: &[(&str, Clean)] = &[
    ("text", text),
    ("two_parts", two_parts),
    ("two_messages", two_messages),
    ("reasoning", reasoning),
    ("raw_reasoning", raw_reasoning),
    ("function_call", function_call),
    ("interleaved", interleaved),
    ("custom_tool", custom_tool),
    ("patch", patch),
    ("code_interpreter", code_interpreter),
    ("mcp", mcp),
    ("web_search", web_search),
    ("file_search", file_search),
    ("image", image),
    ("shell", shell),
    ("refusal", refusal),
    ("queued", queued),
    ("failed", failed),
    ("incomplete", incomplete),
    ("lanes", lanes),
];
