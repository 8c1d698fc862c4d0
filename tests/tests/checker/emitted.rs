//! Whatever steps an emitter is driven through, the checker finds nothing in its events.
//!
//! The number of drives is that of proptest: `PROPTEST_CASES=100000 cargo test --release -p response-event-tests --test checker
//! emitted` runs as many.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use response_event::checker::{Profile, StreamChecker};
use response_event::emitter::{EmitError, Emitter};
use response_event::events::StreamEvent;
use response_event::payload::{
    Annotation, FunctionCall, ImageGenerationCall, MessagePhase, OutputItem, OutputMessage, Reasoning, Response,
    ResponseError, Usage,
};
use response_event::{Snapshot, from_str, to_string};
use serde_json::json;

/// A call of one method.
#[derive(Clone, Debug)]
enum Step {
    Text(String),
    Refusal(String),
    Annotation(Annotation),
    SummaryDelta(String),
    SummaryPart,
    ReasoningText(String),
    Encrypted(String),
    Arguments(String),
    Message(OutputMessage),
    Reasoning(Reasoning),
    Call(FunctionCall),
    Image(ImageGenerationCall),
    Generating,
    Partial(String),
    Result(String),
    Failed,
    Usage(Usage),
    CompletedAt(u64),
    Finish(Usage),
    Incomplete(&'static str),
    Fail(ResponseError),
}

impl Step {
    fn take(self, emitter: &mut Emitter) -> Result<(), EmitError> {
        match self {
            Self::Text(delta) => emitter.text_delta(delta),
            Self::Refusal(delta) => emitter.refusal_delta(delta),
            Self::Annotation(annotation) => emitter.annotation(annotation),
            Self::SummaryDelta(delta) => emitter.reasoning_summary_delta(delta),
            Self::SummaryPart => emitter.reasoning_summary_part(),
            Self::ReasoningText(delta) => emitter.reasoning_text_delta(delta),
            Self::Encrypted(content) => emitter.reasoning_encrypted_content(content),
            Self::Arguments(delta) => emitter.arguments_delta(delta),
            Self::Message(message) => emitter.message_with(message),
            Self::Reasoning(reasoning) => emitter.reasoning_with(reasoning),
            Self::Call(call) => emitter.function_call_with(call),
            Self::Image(call) => emitter.image_with(call),
            Self::Generating => emitter.image_generating(),
            Self::Partial(image) => emitter.image_partial(image),
            Self::Result(image) => emitter.image_completed(image),
            Self::Failed => emitter.image_failed(),
            Self::Usage(usage) => emitter.set_usage(usage),
            Self::CompletedAt(time) => emitter.set_completed_at(time),
            Self::Finish(usage) => emitter.finish(usage),
            Self::Incomplete(reason) => emitter.incomplete(reason),
            Self::Fail(error) => emitter.fail(error),
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 4 => "[a-z ]{1,9}", 2 => vec(any::<char>(), 0..6).prop_map(String::from_iter)]
}

fn id() -> impl Strategy<Value = Option<String>> {
    let ids = ["", "a", "b", "msg_1_0", "rs_1_1", "fc_1_0", "ig_1_2"].map(|id| Some(String::from(id)));
    prop_oneof![3 => Just(None), 1 => select(ids.to_vec())]
}

fn arguments() -> impl Strategy<Value = String> {
    let pieces = ["{}", "{\"a\":", "{", "}", "[1,", "]", "\"x\"", "1", " ", "\\", "null"].map(String::from);
    prop_oneof![6 => select(pieces.to_vec()), 1 => text()]
}

/// Base64 of a PNG, a WebP, and of nothing in particular; and what is not base64.
fn image() -> impl Strategy<Value = String> {
    let images = ["iVBORw0KGgoAAAANSUhEUg==", "UklGRgAAAABXRUJQ", "AAAA", "", "AAA", "=A==", "é"].map(String::from);
    select(images.to_vec())
}

fn usage() -> impl Strategy<Value = Usage> {
    let count = || prop_oneof![3 => (0..50_u64).prop_map(Some), 1 => select(vec![None, Some(u64::MAX)])];
    (count(), count(), proptest::option::weighted(0.2, 0..100_u64), proptest::option::weighted(0.3, 0..30_u64))
        .prop_map(|(input, output, total, cached)| {
            let json = json!({"input_tokens": input, "output_tokens": output, "total_tokens": total,
                "input_tokens_details": {"cached_tokens": cached}});
            from_str(&json.to_string()).expect("a usage")
        })
}

fn annotation() -> impl Strategy<Value = Annotation> {
    let annotations = [
        r#"{"type":"url_citation","url":"https://example.org/","title":"t","start_index":0,"end_index":2}"#,
        r#"{"type":"file_citation","file_id":"file_1","filename":"f","index":0}"#,
        r#"{"type":"url_citation","url":"https://example.org/"}"#,
        r#"{"type":"file_path","file_id":"","index":-1}"#,
    ];
    select(annotations.to_vec()).prop_map(|json| from_str(json).expect("an annotation"))
}

fn error() -> impl Strategy<Value = ResponseError> {
    let errors = [r#"{"message":"m"}"#, r#"{"code":"rate_limit_exceeded","message":"m"}"#, r#"{"code":"c"}"#, "{}"];
    select(errors.to_vec()).prop_map(|json| from_str(json).expect("an error"))
}

fn message() -> impl Strategy<Value = OutputMessage> {
    (id(), select(vec![None, Some(MessagePhase::Commentary)])).prop_map(|(id, phase)| {
        let mut message = OutputMessage::new();
        (message.id, message.phase) = (id, phase);
        message
    })
}

fn reasoning() -> impl Strategy<Value = Reasoning> {
    (id(), proptest::option::of(text())).prop_map(|(id, encrypted_content)| {
        let mut reasoning = Reasoning::new();
        (reasoning.id, reasoning.encrypted_content) = (id, encrypted_content);
        reasoning
    })
}

fn call() -> impl Strategy<Value = FunctionCall> {
    (id(), proptest::option::weighted(0.9, text()), proptest::option::weighted(0.9, text())).prop_map(
        |(id, name, call_id)| {
            let mut call = FunctionCall::new();
            (call.id, call.name, call.call_id) = (id, name, call_id);
            // A field that the emitter sets.
            call.arguments = Some("{".into());
            call
        },
    )
}

fn image_call() -> impl Strategy<Value = ImageGenerationCall> {
    let format = select(vec![None, Some(String::from("png")), Some(String::from("webp"))]);
    (id(), format, proptest::option::of(Just(String::from("1024x1024")))).prop_map(|(id, output_format, size)| {
        let mut call = ImageGenerationCall::new();
        (call.id, call.output_format, call.size) = (id, output_format, size);
        call
    })
}

fn step() -> impl Strategy<Value = Step> {
    let item = prop_oneof![
        1 => message().prop_map(Step::Message),
        1 => reasoning().prop_map(Step::Reasoning),
        2 => call().prop_map(Step::Call),
        2 => image_call().prop_map(Step::Image),
    ];
    let within = prop_oneof![
        3 => text().prop_map(Step::Text),
        2 => text().prop_map(Step::Refusal),
        1 => annotation().prop_map(Step::Annotation),
        2 => text().prop_map(Step::SummaryDelta),
        1 => Just(Step::SummaryPart),
        2 => text().prop_map(Step::ReasoningText),
        1 => text().prop_map(Step::Encrypted),
        5 => arguments().prop_map(Step::Arguments),
        1 => Just(Step::Generating),
        2 => image().prop_map(Step::Partial),
        3 => image().prop_map(Step::Result),
        1 => Just(Step::Failed),
    ];
    let reasons = vec!["max_output_tokens", "content_filter", "steered"];
    let response = prop_oneof![
        1 => usage().prop_map(Step::Usage),
        1 => select(vec![0, 1, 1_760_000_000, u64::MAX]).prop_map(Step::CompletedAt),
        1 => usage().prop_map(Step::Finish),
        1 => select(reasons).prop_map(Step::Incomplete),
        1 => error().prop_map(Step::Fail),
    ];
    prop_oneof![4 => item, 16 => within, 1 => response]
}

fn response() -> impl Strategy<Value = Response> {
    let bodies = [
        r#"{"id":"resp_1","model":"m","created_at":1}"#,
        r#"{"id":"1","model":"","created_at":1760000000,"temperature":0.5,"tools":[{"type":"web_search"}],"user":"u"}"#,
        r#"{"id":"resp_1","model":"m","created_at":1,"status":"failed","error":{"message":"m"},"usage":{},
            "previous_response_id":"resp_0","service_tier":"flex","output":[{"type":"message"}],"completed_at":1}"#,
        r#"{"id":"resp_1","model":"m","created_at":1,"error":null,"output":null,"metadata":{"a":"b"}}"#,
    ];
    select(bodies.to_vec()).prop_map(|json| from_str(json).expect("a response"))
}

/// Ends a response in the first way that is no error.
fn end(emitter: &mut Emitter) {
    let mut usage = Usage::new();
    (usage.input_tokens, usage.output_tokens) = (Some(1.into()), Some(2.into()));
    if !emitter.has_ended() && emitter.finish(usage).is_err() {
        emitter.incomplete("content_filter").expect("an incomplete response");
    }
}

/// Checks the JSON of a stream, and that a client which follows it has the final response.
fn check(events: &[StreamEvent]) -> Result<(), TestCaseError> {
    let mut checker = StreamChecker::new(Profile::Strict);
    let mut snapshot = Snapshot::new();
    let (last, before) = events.split_last().expect("an event");
    for event in before {
        let json = to_string(event).expect("an event is an object");
        prop_assert_eq!(checker.check_json(&json), [], "{}", json);
        snapshot.apply(&from_str(&json).expect("what was written is read"));
    }
    let json = to_string(last).expect("an event is an object");
    prop_assert_eq!(checker.check_json(&json), [], "{}", json);
    prop_assert_eq!(checker.finish(), []);

    let last: StreamEvent = from_str(&json).expect("what was written is read");
    let response = last.response().expect("a response");
    let items: Vec<&OutputItem> = snapshot.output().collect();
    prop_assert_eq!(items, response.items().iter().collect::<Vec<_>>());
    snapshot.apply(&last);
    prop_assert!(snapshot.is_done() && !snapshot.is_head_missing());
    prop_assert_eq!(snapshot.into_response(), Some(response.clone()));
    Ok(())
}

proptest! {
    #[test]
    fn the_checker_finds_nothing_in_emitted_events(response in response(), steps in vec(step(), 0..50)) {
        let start = Emitter::with_response(response).expect("a response to begin");
        let mut emitter = start.clone();
        let mut taken = Vec::new();
        let mut events = Vec::new();
        for step in steps {
            let has_ended = emitter.has_ended();
            let result = step.clone().take(&mut emitter);
            if has_ended {
                prop_assert_eq!(result, Err(EmitError::Ended));
            } else if result.is_ok() {
                taken.push(step);
            }
            events.extend(emitter.by_ref());
        }
        end(&mut emitter);
        events.extend(emitter);
        check(&events)?;

        // The steps that failed changed nothing.
        let mut emitter = start;
        for step in taken {
            let result = step.take(&mut emitter);
            prop_assert_eq!(result, Ok(()));
        }
        end(&mut emitter);
        prop_assert_eq!(emitter.collect::<Vec<_>>(), events);
    }
}
