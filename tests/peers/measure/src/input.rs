//! The inputs that are decoded and encoded: events as OpenAI's servers send them, and a recorded stream where there is one.

use std::fmt::Write;
use std::fs;

pub(crate) struct Input {
    pub(crate) name: &'static str,
    /// One JSON text for each event; none if the input is not there.
    pub(crate) events: fn() -> Vec<String>,
}

pub(crate) const INPUTS: &[Input] = &[
    Input { name: "text delta, type first", events: || one(format!("{{{DELTA},{TEXT}}}")) },
    Input { name: "text delta, type last", events: || one(format!("{{{TEXT},{DELTA}}}")) },
    Input { name: "text delta, any order, spaced", events: || one(ANY_ORDER.into()) },
    Input { name: "image in_progress", events: || one(format!("{{{IN_PROGRESS},{IMAGE}}}")) },
    Input { name: "partial image of 1 MiB", events: || one(partial_image()) },
    Input { name: "response.completed of 30 KB", events: || one(completed()) },
    Input { name: RECORDED, events: recorded },
    Input { name: "unknown event", events: || one(format!(r#"{{"type":"response.future.delta",{TEXT}}}"#)) },
    Input { name: "bad event", events: || one(format!("{{{DELTA},{}}}", TEXT.replace(":0", r#":"zero""#))) },
];

fn one(json: String) -> Vec<String> {
    vec![json]
}

const DELTA: &str = r#""type":"response.output_text.delta""#;

/// Two of the members, `logprobs` and `obfuscation`, are in none of our structs.
const TEXT: &str = r#""item_id":"msg_0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071","output_index":0,"content_index":0,"delta":" quick brown fox jumps over the lazy","sequence_number":12,"logprobs":[],"obfuscation":"aB3dE5fG7hI9jK""#;

/// The same as a server in another language prints it for people.
const ANY_ORDER: &str = r#"{
  "sequence_number": 12,
  "delta": " quick brown fox jumps over the lazy",
  "content_index": 0,
  "type": "response.output_text.delta",
  "output_index": 0,
  "logprobs": [],
  "obfuscation": "aB3dE5fG7hI9jK",
  "item_id": "msg_0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071"
}"#;

const IN_PROGRESS: &str = r#""type":"response.image_generation_call.in_progress""#;

const IMAGE: &str =
    r#""item_id":"ig_0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071","output_index":0,"sequence_number":3"#;

fn partial_image() -> String {
    let image = "iVBORw0K".repeat(1 << 17);
    format!(
        r#"{{"type":"response.image_generation_call.partial_image",{IMAGE},"partial_image_b64":"{image}","partial_image_index":0}}"#
    )
}

/// A response with twelve messages, each of some two kilobytes of prose with line breaks, quotes and citations.
fn completed() -> String {
    let mut output = String::new();
    for item in 0..12 {
        if item > 0 {
            output.push(',');
        }
        let prose = r#"The \"quick\" brown fox jumps over the lazy dog, and is not caught.\n"#.repeat(27);
        let _ = write!(
            output,
            r#"{{"id":"msg_{item:048}","type":"message","status":"completed","role":"assistant","content":[{{"type":"output_text","text":"{prose}","annotations":[{{"type":"url_citation","start_index":10,"end_index":42,"title":"Foxes","url":"https://example.com/fox"}}],"logprobs":[]}}]}}"#
        );
    }
    format!(
        r#"{{"type":"response.completed","sequence_number":981,"response":{{"id":"resp_{:048}","object":"response","created_at":1758850931,"completed_at":1758850940,"status":"completed","background":false,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,"model":"gpt-5-mini","output":[{output}],"parallel_tool_calls":true,"presence_penalty":0.0,"frequency_penalty":0.0,"previous_response_id":null,"prompt_cache_key":null,"reasoning":{{"effort":null,"summary":null}},"safety_identifier":null,"service_tier":"auto","store":true,"temperature":1.0,"text":{{"format":{{"type":"text"}},"verbosity":"medium"}},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1.0,"truncation":"disabled","usage":{{"input_tokens":36,"input_tokens_details":{{"cached_tokens":0}},"output_tokens":6420,"output_tokens_details":{{"reasoning_tokens":0}},"total_tokens":6456}},"user":null,"metadata":{{}}}}}}"#,
        7
    )
}

pub(crate) const RECORDED: &str = "recorded stream, 14 types";

/// The recordings are not part of the project; from its top they are at `../shared/corpus`.
fn recorded() -> Vec<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../../shared/corpus/openai-dotnet--CodeInterpreterToolStreaming.sse"
    );
    let stream = fs::read_to_string(path).unwrap_or_default();
    let data = stream.lines().filter_map(|line| line.strip_prefix("data: "));
    data.filter(|data| data.starts_with('{')).map(String::from).collect()
}
