//! The stream around the pictures, as a server of the Responses API sends it.

use std::fmt::Write;

const ITEM: &str = "ig_sample_0001";

/// Seconds since 1970, as JSON.
const CREATED: &str = "1763769600";
const COMPLETED: &str = "1763769614";

/// What a server tells about a picture in each of its events.
const TRAITS: &str = r#""size":"384x384","quality":"medium","background":"opaque","output_format":"png""#;

const REVISED_PROMPT: &str = "Snow peaks in the last light of the day, mirrored in a still mountain lake under \
     a full moon, framed by dark firs";

/// The whole stream: a response of one image generation call that sends these PNG files on its way.
///
/// The last of them is the finished picture. A server repeats it as the item's `result`, once when the item is done and
/// once when the response is; here `result` is `null`, because that would make the file more than twice as large.
pub(crate) fn stream(partials: &[Vec<u8>]) -> String {
    let mut stream = Stream::default();
    let started = response("in_progress", "null", "", "null");
    stream.event("response.created", &started);
    stream.event("response.in_progress", &started);
    stream.event("response.output_item.added", &format!(r#","output_index":0,"item":{{{}}}"#, item("in_progress", "")));
    stream.call("in_progress", "");
    stream.call("generating", "");
    for (index, png) in partials.iter().enumerate() {
        // A server that is silent for long sends this undocumented event, so it stands in a sample of real life.
        if index == 1 {
            stream.event("keepalive", "");
        }
        let picture = base64_simd::STANDARD.encode_to_string(png);
        stream.call(
            "partial_image",
            &format!(r#","partial_image_index":{index},"partial_image_b64":"{picture}",{TRAITS}"#),
        );
    }
    stream.call("completed", "");
    let done = item("completed", &format!(r#",{TRAITS},"revised_prompt":"{REVISED_PROMPT}""#));
    stream.event("response.output_item.done", &format!(r#","output_index":0,"item":{{{done}}}"#));
    stream.event("response.completed", &response("completed", COMPLETED, &format!("{{{done}}}"), USAGE));
    stream.text
}

/// Event stream text, and the number of the next event.
#[derive(Default)]
struct Stream {
    text: String,
    next: u32,
}

impl Stream {
    /// One event; `members` is JSON text, with a comma before each member.
    fn event(&mut self, kind: &str, members: &str) {
        let Self { text, next } = self;
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "event: {kind}");
        let _ = writeln!(text, r#"data: {{"type":"{kind}","sequence_number":{next}{members}}}"#);
        text.push('\n');
        *next += 1;
    }

    /// One event of the image generation call.
    fn call(&mut self, what: &str, members: &str) {
        self.event(
            &format!("response.image_generation_call.{what}"),
            &format!(r#","output_index":0,"item_id":"{ITEM}"{members}"#),
        );
    }
}

fn item(status: &str, more: &str) -> String {
    format!(r#""id":"{ITEM}","type":"image_generation_call","status":"{status}","result":null{more}"#)
}

fn response(status: &str, completed_at: &str, output: &str, usage: &str) -> String {
    let status = format!(r#""status":"{status}","created_at":{CREATED},"completed_at":{completed_at}"#);
    format!(r#","response":{{{NAME},{status},{SETTINGS},"output":[{output}],"usage":{usage}}}"#)
}

const NAME: &str = r#""id":"resp_sample_0001","object":"response""#;

/// The settings of the response, which every event about it repeats.
const SETTINGS: &str = concat!(
    r#""background":false,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"#,
    r#""max_tool_calls":null,"model":"gpt-5","parallel_tool_calls":true,"previous_response_id":null,"#,
    r#""prompt_cache_key":null,"reasoning":{"effort":"medium","summary":null},"safety_identifier":null,"#,
    r#""service_tier":"default","store":true,"temperature":1,"text":{"format":{"type":"text"},"verbosity":"medium"},"#,
    r#""tool_choice":"auto","tools":[{"type":"image_generation","background":"opaque","moderation":"auto","#,
    r#""output_compression":100,"output_format":"png","partial_images":3,"quality":"medium","size":"384x384"}],"#,
    r#""top_logprobs":0,"top_p":1,"truncation":"disabled","user":null,"metadata":{}"#,
);

const USAGE: &str = concat!(
    r#"{"input_tokens":218,"input_tokens_details":{"cached_tokens":0},"output_tokens":96,"#,
    r#""output_tokens_details":{"reasoning_tokens":64},"total_tokens":314}"#,
);
