//! Writes the events of random emitted responses, one JSON object a line: `cargo run --release -- 10000 > events.jsonl`.

use std::error::Error;
use std::io::{self, BufWriter, Write};

use response_event::checker::{Profile, StreamChecker};
use response_event::emitter::{EmitError, Emitter};
use response_event::events::StreamEvent;
use response_event::payload::{
    Annotation, ImageGenerationCall, IncompleteReason, MessagePhase, OutputMessage, Response, ResponseError, Usage,
};

/// Random numbers of an xorshift generator. The same seed gives the same stream.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        let index = self.below(u64::try_from(values.len()).unwrap_or(1));
        values[usize::try_from(index).unwrap_or_default()]
    }
}

const TEXTS: &[&str] = &["Hi", " ", "rain", "\n", "\"", "\\", "\u{1f3d4}", "é", "\u{0}", "a longer piece of text, "];
const ARGUMENTS: &[&str] = &["{}", "{\"a\":", "1}", "\"x\"}", "[1]}", "null}"];
const ANNOTATIONS: &[&str] = &[
    r#"{"type":"url_citation","url":"https://example.org/","title":"t","start_index":0,"end_index":2}"#,
    r#"{"type":"file_citation","file_id":"file_1","filename":"f","index":0}"#,
    r#"{"type":"container_file_citation","container_id":"c","file_id":"f","filename":"n","start_index":0,"end_index":1}"#,
    r#"{"type":"file_path","file_id":"file_1","index":0}"#,
];
const PNG: &str = "iVBORw0KGgoAAAANSUhEUg==";

fn usage(random: &mut Random) -> Usage {
    let mut usage = Usage::new();
    usage.input_tokens = Some(random.below(1000).into());
    usage.output_tokens = Some(random.below(1000).into());
    usage
}

fn response(random: &mut Random, number: u64) -> Result<Response, Box<dyn Error>> {
    let more = random.pick(&[
        "",
        r#","temperature":0.5,"top_p":null,"instructions":"Be brief.","metadata":{"a":"b"}"#,
        r#","tools":[{"type":"function","name":"f","parameters":{"type":"object"},"strict":true}],"tool_choice":"required""#,
        r#","previous_response_id":"resp_0","service_tier":"flex","max_output_tokens":16,"parallel_tool_calls":false"#,
    ]);
    let json = format!(r#"{{"id":"resp_{number}","model":"gpt-5-nano","created_at":1760000000{more}}}"#);
    Ok(response_event::from_str(&json)?)
}

/// Takes a step of any kind. Most of those that do not fit are errors, which change nothing.
fn step(emitter: &mut Emitter, random: &mut Random) -> Result<(), EmitError> {
    match random.below(22) {
        0..=3 => emitter.text_delta(random.pick(TEXTS)),
        4 => emitter.refusal_delta(random.pick(TEXTS)),
        5 => {
            let annotation = response_event::from_str::<Annotation>(random.pick(ANNOTATIONS));
            annotation.map_or(Ok(()), |annotation| emitter.annotation(annotation))
        }
        6 => emitter.reasoning_summary_delta(random.pick(TEXTS)),
        7 => emitter.reasoning_summary_part(),
        8 => emitter.reasoning_text_delta(random.pick(TEXTS)),
        9 => emitter.reasoning_encrypted_content("gAAA"),
        10 => emitter.reasoning(),
        11 => {
            let mut message = OutputMessage::new();
            message.phase = random.pick(&[None, Some("commentary"), Some("final_answer")]).map(MessagePhase::from);
            emitter.message_with(message)
        }
        12 => emitter.function_call("f", format!("call_{}", random.below(1000))),
        13..=15 => emitter.arguments_delta(random.pick(ARGUMENTS)),
        16 => emitter.image(),
        17 => {
            let mut call = ImageGenerationCall::new();
            call.output_format = Some("png".into());
            call.size = Some("1024x1024".into());
            call.quality = Some("low".into());
            call.background = Some("opaque".into());
            call.revised_prompt = Some("A fjord".into());
            emitter.image_with(call)
        }
        18 => emitter.image_generating(),
        19 => emitter.image_partial(PNG),
        20 => emitter.image_completed(PNG),
        _ => emitter.image_failed(),
    }
}

fn end(emitter: &mut Emitter, random: &mut Random) -> Result<(), EmitError> {
    match random.below(6) {
        0 => emitter.incomplete(random.pick(IncompleteReason::KNOWN)),
        1 => {
            emitter.set_usage(usage(random))?;
            emitter.incomplete("max_output_tokens")
        }
        2 => {
            let mut error = ResponseError::new();
            error.message = Some("Overloaded.".into());
            emitter.fail(error)
        }
        _ => {
            emitter.set_completed_at(1_760_000_009)?;
            emitter.finish(usage(random)).or_else(|_| emitter.incomplete("max_output_tokens"))
        }
    }
}

fn events(random: &mut Random, number: u64) -> Result<Vec<StreamEvent>, Box<dyn Error>> {
    let mut emitter = Emitter::with_response(response(random, number)?)?;
    for _ in 0..random.below(40) {
        // Whatever the error, the stream goes on.
        let _ = step(&mut emitter, random);
    }
    end(&mut emitter, random)?;
    Ok(emitter.collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let count: u64 = std::env::args().nth(1).unwrap_or_else(|| "10000".into()).parse()?;
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut out = BufWriter::new(io::stdout().lock());
    for number in 0..count {
        let mut checker = StreamChecker::new(Profile::Strict);
        for event in events(&mut random, number)? {
            let json = response_event::to_string(&event)?;
            if let Some(finding) = checker.check_json(&json).first() {
                return Err(format!("response {number}: {finding}\n{json}").into());
            }
            writeln!(out, "{json}")?;
        }
        if let Some(finding) = checker.finish().first() {
            return Err(format!("response {number}: {finding}").into());
        }
    }
    out.flush()?;
    Ok(())
}
