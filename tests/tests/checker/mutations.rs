//! One mutation for each rule: a clean stream with one thing broken, in which the checker finds that and no other error.

use std::collections::BTreeSet;

use response_event::checker::{Code, Finding, Profile, Scenario, Severity, StreamChecker};
use serde_json::{Value, json};

use crate::mutate::{Events, copy_behind, drop_event, event, insert_behind, place, renumber, set, unset};
use crate::streams::{self, Clean};

/// The way in which a stream is broken.
enum Broken {
    /// In its events.
    Events(fn(&mut Events)),
    /// In the text of its events.
    Texts(fn(&mut Vec<String>)),
    /// In its frames: the name and the data of each.
    Frames(fn(&mut Vec<(String, String)>)),
    /// Its event at this place is too large to be read.
    TooLarge(usize),
    /// Its last frame has no blank line at its end.
    CutOff,
    /// It is not the answer to this scenario.
    Not(Scenario),
}

struct Mutation {
    code: Code,
    clean: Clean,
    broken: Broken,
}

const fn row(code: Code, clean: Clean, broken: fn(&mut Events)) -> Mutation {
    Mutation { code, clean, broken: Broken::Events(broken) }
}

const CREATED: &str = "response.created";
const IN_PROGRESS: &str = "response.in_progress";
const COMPLETED: &str = "response.completed";
const ADDED: &str = "response.output_item.added";
const DONE: &str = "response.output_item.done";
const PART_ADDED: &str = "response.content_part.added";
const PART_DONE: &str = "response.content_part.done";
const TEXT_DELTA: &str = "response.output_text.delta";
const TEXT_DONE: &str = "response.output_text.done";
const ANNOTATION: &str = "response.output_text.annotation.added";
const ARGUMENTS_DELTA: &str = "response.function_call_arguments.delta";
const ARGUMENTS_DONE: &str = "response.function_call_arguments.done";
const IMAGE: &str = "response.image_generation_call.partial_image";

#[rustfmt::skip] // one row for each rule, as far as it fits
const MUTATIONS: &[Mutation] = &[
    // frame
    Mutation { code: Code::InvalidJson, clean: streams::text, broken: Broken::Texts(|texts| texts[5].truncate(40)) },
    Mutation { code: Code::NotAnObject, clean: streams::text, broken: Broken::Texts(|texts| texts[5] = "[1,2]".into()) },
    Mutation { code: Code::DuplicateField, clean: streams::text, broken: Broken::Texts(|texts| {
        texts[5] = texts[5].replacen('{', r#"{"delta":"Two ","#, 1);
    }) },
    row(Code::MissingType, streams::text, |events| unset(events, TEXT_DELTA, 1, "/type")),
    row(Code::ControlCharacterInType, streams::text, |events| {
        insert_behind(events, TEXT_DELTA, 0, json!({"type": "acme:a\ndata: b"}));
    }),
    Mutation { code: Code::EventNameMismatch, clean: streams::text, broken: Broken::Frames(|frames| {
        frames[4].0 = TEXT_DONE.into();
    }) },
    Mutation { code: Code::MissingEventName, clean: streams::text, broken: Broken::Frames(|frames| frames[4].0.clear()) },
    Mutation { code: Code::EventTooLarge, clean: streams::text, broken: Broken::TooLarge(5) },
    Mutation { code: Code::FrameCutOff, clean: streams::text, broken: Broken::CutOff },
    Mutation { code: Code::MissingDoneMark, clean: streams::text, broken: Broken::Frames(|frames| drop(frames.pop())) },
    Mutation { code: Code::EventAfterDoneMark, clean: streams::text, broken: Broken::Frames(|frames| {
        let last = frames.len() - 1;
        frames.swap(last, last - 1);
    }) },

    // fields
    row(Code::UndecodableEvent, streams::text, |events| set(events, TEXT_DELTA, 1, "/delta", 7)),
    row(Code::MissingField, streams::text, |events| unset(events, TEXT_DELTA, 1, "/item_id")),
    row(Code::MissingUsualField, streams::text, |events| unset(events, TEXT_DELTA, 1, "/logprobs")),
    row(Code::EmptyField, streams::function_call, |events| set(events, ADDED, 0, "/item/name", "")),
    row(Code::NegativeNumber, streams::text, |events| set(events, ANNOTATION, 0, "/annotation/start_index", -1)),
    row(Code::FractionalNumber, streams::text, |events| set(events, ANNOTATION, 0, "/annotation/start_index", 0.5)),
    row(Code::InvalidValue, streams::text, |events| set(events, CREATED, 0, "/response/object", "answer")),
    row(Code::UnknownValue, streams::text, |events| set(events, ADDED, 0, "/item/status", "paused")),
    row(Code::InvalidBase64, streams::image, |events| set(events, IMAGE, 1, "/partial_image_b64", "<value>")),
    row(Code::UnknownEventType, streams::text, |events| {
        insert_behind(events, TEXT_DELTA, 0, json!({"type": "response.telepathy"}));
    }),
    row(Code::UnknownObjectType, streams::text, |events| {
        set(events, ANNOTATION, 0, "/annotation/type", "telepathy");
    }),
    row(Code::UnknownField, streams::text, |events| set(events, TEXT_DELTA, 0, "/mood", "good")),

    // sequence
    row(Code::MissingSequenceNumber, streams::text, |events| unset(events, TEXT_DELTA, 1, "/sequence_number")),
    row(Code::SequenceGap, streams::text, |events| drop(events.remove(5))),
    row(Code::SequenceRepeated, streams::text, |events| events[5]["sequence_number"] = json!(4)),
    row(Code::SequenceBackwards, streams::text, |events| events[5]["sequence_number"] = json!(1)),
    row(Code::SequenceStart, streams::text, |events| {
        for event in events {
            event["sequence_number"] = json!(event["sequence_number"].as_u64().expect("a number") + 1);
        }
    }),

    // lifecycle
    row(Code::CreatedNotFirst, streams::text, |events| drop_event(events, CREATED, 0)),
    row(Code::CreatedTwice, streams::text, |events| copy_behind(events, CREATED, 0, IN_PROGRESS)),
    row(Code::LifecycleBackwards, streams::queued, |events| copy_behind(events, "response.queued", 0, IN_PROGRESS)),
    row(Code::LifecycleRepeated, streams::text, |events| copy_behind(events, IN_PROGRESS, 0, TEXT_DELTA)),
    row(Code::NoTerminalEvent, streams::text, |events| drop(events.pop())),
    row(Code::TerminalTwice, streams::text, |events| copy_behind(events, COMPLETED, 0, COMPLETED)),
    row(Code::EventAfterEnd, streams::text, |events| copy_behind(events, TEXT_DELTA, 0, COMPLETED)),
    row(Code::ErrorWithoutFailed, streams::failed, |events| drop(events.pop())),

    // response
    row(Code::ResponseIdChanged, streams::text, |events| set(events, COMPLETED, 0, "/response/id", "resp_2")),
    row(Code::CreatedAtChanged, streams::text, |events| set(events, COMPLETED, 0, "/response/created_at", 1_741_290_959)),
    row(Code::ResponseStatusMismatch, streams::text, |events| set(events, IN_PROGRESS, 0, "/response/status", "queued")),
    row(Code::EarlyOutput, streams::text, |events| {
        let output = events[events.len() - 1]["response"]["output"].clone();
        set(events, IN_PROGRESS, 0, "/response/output", output);
    }),
    row(Code::FailedWithoutError, streams::failed, |events| set(events, "response.failed", 0, "/response/error", Value::Null)),
    row(Code::IncompleteWithoutDetails, streams::incomplete, |events| {
        set(events, "response.incomplete", 0, "/response/incomplete_details", Value::Null);
    }),
    row(Code::CompletedWithoutUsage, streams::text, |events| set(events, COMPLETED, 0, "/response/usage", Value::Null)),
    row(Code::CompletedWithFault, streams::text, |events| {
        set(events, COMPLETED, 0, "/response/error", json!({"code": "server_error", "message": "Oh."}));
    }),
    row(Code::CompletedBeforeCreated, streams::text, |events| set(events, COMPLETED, 0, "/response/completed_at", 1)),
    row(Code::OutputEmpty, streams::text, |events| set(events, COMPLETED, 0, "/response/output", json!([]))),
    row(Code::OutputItemMissing, streams::two_messages, |events| unset(events, COMPLETED, 0, "/response/output/0")),
    row(Code::OutputItemUnknown, streams::text, |events| {
        let mut output = events[events.len() - 1]["response"]["output"].as_array().expect("a list").clone();
        output.push(output[0].clone());
        output[1]["id"] = json!("msg_9");
        set(events, COMPLETED, 0, "/response/output", output);
    }),
    row(Code::OutputOrder, streams::two_messages, |events| {
        let mut output = events[events.len() - 1]["response"]["output"].as_array().expect("a list").clone();
        output.reverse();
        set(events, COMPLETED, 0, "/response/output", output);
    }),
    row(Code::OutputItemDiffers, streams::text, |events| {
        set(events, COMPLETED, 0, "/response/output/0/content/0/text", "Another day.");
    }),

    // usage
    row(Code::UsageSum, streams::text, |events| set(events, COMPLETED, 0, "/response/usage/total_tokens", 31)),
    row(Code::CachedExceedsInput, streams::text, |events| {
        set(events, COMPLETED, 0, "/response/usage/input_tokens_details/cached_tokens", 21);
    }),
    row(Code::ReasoningExceedsOutput, streams::text, |events| {
        set(events, COMPLETED, 0, "/response/usage/output_tokens_details/reasoning_tokens", 11);
    }),

    // items
    row(Code::ItemNotAdded, streams::text, |events| drop_event(events, ADDED, 0)),
    row(Code::ItemAddedTwice, streams::text, |events| copy_behind(events, ADDED, 0, TEXT_DELTA)),
    row(Code::ItemIdReused, streams::two_messages, |events| set(events, ADDED, 1, "/item/id", "msg_1")),
    row(Code::OutputIndexReused, streams::two_messages, |events| set(events, ADDED, 1, "/output_index", 0)),
    row(Code::OutputIndexSkipped, streams::two_messages, |events| set(events, ADDED, 1, "/output_index", 5)),
    row(Code::OutputIndexChanged, streams::text, |events| set(events, TEXT_DELTA, 1, "/output_index", 1)),
    row(Code::ItemIdMismatch, streams::text, |events| set(events, TEXT_DELTA, 1, "/item_id", "msg_9")),
    row(Code::EventOfOtherLane, streams::lanes, |events| set(events, TEXT_DELTA, 0, "/stream_id", "b")),
    row(Code::MissingStreamId, streams::lanes, |events| unset(events, TEXT_DELTA, 0, "/stream_id")),
    row(Code::ItemTypeMismatch, streams::function_call, |events| {
        set(events, ARGUMENTS_DELTA, 1, "/type", "response.custom_tool_call_input.delta");
    }),
    row(Code::ItemTypeChanged, streams::function_call, |events| {
        let item = json!({"id": "fc_1", "type": "custom_tool_call", "call_id": "call_1", "name": "a", "input": "b"});
        set(events, DONE, 0, "/item", item);
    }),
    row(Code::ItemDoneTwice, streams::text, |events| copy_behind(events, DONE, 0, DONE)),
    row(Code::ItemNotDone, streams::text, |events| drop_event(events, DONE, 0)),
    row(Code::EventAfterItemDone, streams::text, |events| copy_behind(events, TEXT_DELTA, 0, DONE)),
    row(Code::AddedWithFinalStatus, streams::text, |events| set(events, ADDED, 0, "/item/status", "completed")),
    row(Code::DoneWithOpenStatus, streams::text, |events| set(events, DONE, 0, "/item/status", "in_progress")),
    row(Code::IncompleteItemInCompletedResponse, streams::text, |events| {
        set(events, COMPLETED, 0, "/response/output/0/status", "incomplete");
    }),
    row(Code::CallStatusBackwards, streams::web_search, |events| {
        copy_behind(events, "response.web_search_call.in_progress", 0, "response.web_search_call.searching");
    }),
    row(Code::CallStatusMismatch, streams::mcp, |events| {
        set(events, "response.mcp_call.completed", 0, "/type", "response.mcp_call.failed");
    }),

    // parts
    row(Code::PartNotAdded, streams::text, |events| drop_event(events, PART_ADDED, 0)),
    row(Code::PartAddedTwice, streams::text, |events| copy_behind(events, PART_ADDED, 0, TEXT_DELTA)),
    row(Code::PartIndexSkipped, streams::two_parts, |events| set(events, PART_ADDED, 1, "/content_index", 5)),
    row(Code::PartDoneTwice, streams::text, |events| copy_behind(events, PART_DONE, 0, PART_DONE)),
    row(Code::PartNotDone, streams::text, |events| drop_event(events, PART_DONE, 0)),
    row(Code::EventAfterPartDone, streams::text, |events| copy_behind(events, TEXT_DELTA, 0, PART_DONE)),
    row(Code::PartTypeChanged, streams::text, |events| {
        set(events, PART_DONE, 0, "/part", json!({"type": "refusal", "refusal": "One day in Oslo."}));
    }),
    row(Code::PartTypeMismatch, streams::text, |events| set(events, TEXT_DELTA, 1, "/type", "response.refusal.delta")),
    row(Code::PartTextMismatch, streams::text, |events| set(events, PART_DONE, 0, "/part/text", "Another day.")),
    row(Code::AnnotationIndexSkipped, streams::text, |events| set(events, ANNOTATION, 0, "/annotation_index", 1)),
    row(Code::AnnotationCountMismatch, streams::text, |events| set(events, PART_DONE, 0, "/part/annotations", json!([]))),

    // deltas
    row(Code::TextMismatch, streams::text, |events| set(events, TEXT_DONE, 0, "/text", "Another day.")),
    row(Code::RefusalMismatch, streams::refusal, |events| set(events, "response.refusal.done", 0, "/refusal", "No.")),
    row(Code::ReasoningMismatch, streams::raw_reasoning, |events| {
        set(events, "response.reasoning_text.delta", 0, "/delta", "Three ");
    }),
    row(Code::SummaryMismatch, streams::reasoning, |events| {
        drop_event(events, "response.reasoning_summary_text.delta", 1);
    }),
    row(Code::ArgumentsMismatch, streams::function_call, |events| drop_event(events, ARGUMENTS_DELTA, 1)),
    row(Code::InputMismatch, streams::custom_tool, |events| {
        set(events, "response.custom_tool_call_input.done", 0, "/input", "2 + 3");
    }),
    row(Code::CodeMismatch, streams::code_interpreter, |events| {
        copy_behind(events, "response.code_interpreter_call_code.delta", 1, "response.code_interpreter_call_code.delta");
    }),
    row(Code::CommandMismatch, streams::shell, |events| {
        set(events, "response.shell_call_command.delta", 1, "/delta", " -l");
    }),
    row(Code::DiffMismatch, streams::patch, |events| {
        set(events, "response.apply_patch_call_operation_diff.done", 0, "/diff", "+- Milk\n");
    }),
    row(Code::ItemTextMismatch, streams::text, |events| set(events, DONE, 0, "/item/content/0/text", "Another day.")),
    row(Code::ContentNotStreamed, streams::text, |events| {
        let first = place(events, PART_ADDED, 0);
        let last = place(events, PART_DONE, 0);
        events.drain(first..=last);
        renumber(events);
    }),
    row(Code::DeltaAfterDone, streams::text, |events| copy_behind(events, TEXT_DELTA, 0, TEXT_DONE)),
    row(Code::TextDoneTwice, streams::text, |events| copy_behind(events, TEXT_DONE, 0, TEXT_DONE)),
    row(Code::TextNotDone, streams::function_call, |events| drop_event(events, ARGUMENTS_DONE, 0)),
    row(Code::EmptyDelta, streams::text, |events| {
        let mut delta = event(events, TEXT_DELTA, 0).clone();
        delta["delta"] = json!("");
        insert_behind(events, TEXT_DELTA, 0, delta);
    }),
    row(Code::InvalidArguments, streams::function_call, |events| {
        set(events, ARGUMENTS_DELTA, 2, "/delta", "");
        events.retain(|event| event["delta"] != "");
        renumber(events);
        set(events, ARGUMENTS_DONE, 0, "/arguments", "{\"city\":\"Oslo\"");
        set(events, DONE, 0, "/item/arguments", "{\"city\":\"Oslo\"");
        set(events, COMPLETED, 0, "/response/output/0/arguments", "{\"city\":\"Oslo\"");
    }),

    // images
    row(Code::PartialImageIndexSkipped, streams::image, |events| set(events, IMAGE, 1, "/partial_image_index", 2)),
    row(Code::ImageFormatMismatch, streams::image, |events| set(events, IMAGE, 1, "/output_format", "webp")),
    row(Code::ImageWithoutResult, streams::image, |events| {
        unset(events, DONE, 0, "/item/result");
        unset(events, COMPLETED, 0, "/response/output/0/result");
    }),

    // scenario
    Mutation { code: Code::ScenarioUnmet, clean: streams::text, broken: Broken::Not(Scenario::ToolCalling) },
];

fn texts(events: &[Value]) -> Vec<String> {
    events.iter().map(Value::to_string).collect()
}

fn check_texts(mut checker: StreamChecker, texts: &[String]) -> Vec<Finding> {
    let mut findings: Vec<_> = texts.iter().flat_map(|json| checker.check_json(json)).collect();
    findings.extend(checker.finish());
    findings
}

fn check_frames(profile: Profile, frames: &[(String, String)]) -> Vec<Finding> {
    let mut checker = StreamChecker::new(profile);
    let mut findings: Vec<_> = frames.iter().flat_map(|(event, data)| checker.check_frame(event, data)).collect();
    findings.extend(checker.finish());
    findings
}

fn frames(events: &[Value]) -> Vec<(String, String)> {
    let name = |event: &Value| event["type"].as_str().unwrap_or_default().to_owned();
    let mut frames: Vec<_> = events.iter().map(|event| (name(event), event.to_string())).collect();
    frames.push((String::new(), "[DONE]".into()));
    frames
}

fn check(mutation: &Mutation, profile: Profile) -> Vec<Finding> {
    let mut events = (mutation.clean)();
    match mutation.broken {
        Broken::Events(breaks) => {
            breaks(&mut events);
            check_texts(StreamChecker::new(profile), &texts(&events))
        }
        Broken::Texts(breaks) => {
            let mut texts = texts(&events);
            breaks(&mut texts);
            check_texts(StreamChecker::new(profile), &texts)
        }
        Broken::Frames(breaks) => {
            let mut frames = frames(&events);
            breaks(&mut frames);
            check_frames(profile, &frames)
        }
        Broken::TooLarge(place) => {
            let mut checker = StreamChecker::new(profile);
            let mut findings = Vec::new();
            for (index, text) in texts(&events).iter().enumerate() {
                findings.extend(if index == place { checker.check_too_large(1_000) } else { checker.check_json(text) });
            }
            findings.extend(checker.finish());
            findings
        }
        Broken::CutOff => {
            let frames = frames(&events);
            let mut checker = StreamChecker::new(profile);
            let mut findings = Vec::new();
            let last = frames.len() - 2;
            for (event, data) in &frames[..last] {
                findings.extend(checker.check_frame(event, data));
            }
            findings.extend(checker.check_cut_off_frame(&frames[last].0, &frames[last].1));
            findings.extend(checker.finish());
            findings
        }
        Broken::Not(scenario) => check_texts(StreamChecker::new(profile).expect(scenario), &texts(&events)),
    }
}

#[test]
fn a_mutation_is_found_as_what_it_is_and_as_nothing_else() {
    let mut failed = Vec::new();
    for mutation in MUTATIONS {
        for profile in Profile::ALL {
            let findings = check(mutation, *profile);
            let expected = mutation.code.severity(*profile);
            let own: Vec<_> = findings.iter().filter(|finding| finding.code == mutation.code).collect();
            let other =
                findings.iter().filter(|finding| finding.code != mutation.code && finding.severity == Severity::Error);
            let is_found = match expected {
                Some(severity) => own.len() == 1 && own[0].severity == severity,
                None => own.is_empty(),
            };
            if !is_found || other.count() > 0 {
                let list: Vec<_> = findings.iter().map(|finding| format!("{}: {finding}", finding.severity)).collect();
                let expected = expected.map_or("off", Severity::as_str);
                failed.push(format!("`{}` ({expected}) in {profile}:\n    {}", mutation.code, list.join("\n    ")));
            }
        }
    }
    assert!(failed.is_empty(), "{} mutations are not found as one fault:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn each_rule_has_a_mutation() {
    let mutated: BTreeSet<Code> = MUTATIONS.iter().map(|mutation| mutation.code).collect();
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !mutated.contains(code)).map(|code| code.as_str()).collect();
    assert!(missing.is_empty(), "add a row to `MUTATIONS` for each of these rules: {missing:?}");
}

#[test]
fn a_clean_stream_has_no_findings() {
    for profile in Profile::ALL {
        for (name, clean) in streams::ALL {
            let events = clean();
            let shown = |findings: Vec<Finding>| findings.iter().map(Finding::to_string).collect::<Vec<_>>();
            let found = shown(check_texts(StreamChecker::new(*profile), &texts(&events)));
            assert!(found.is_empty(), "{name} in {profile}: {found:#?}");
            let found = shown(check_frames(*profile, &frames(&events)));
            assert!(found.is_empty(), "the frames of {name} in {profile}: {found:#?}");
        }
        let checker = StreamChecker::new(*profile).resumed_after(4);
        let found = check_texts(checker, &texts(&streams::resumed()));
        assert!(found.is_empty(), "resumed in {profile}: {found:#?}");
    }
}

#[test]
fn a_scenario_is_met_by_its_answer() {
    for (scenario, clean) in [
        (Scenario::BasicResponse, streams::text as fn() -> _),
        (Scenario::StreamingResponse, streams::reasoning),
        (Scenario::ToolCalling, streams::function_call),
        (Scenario::ToolCallingStreaming, streams::function_call),
        (Scenario::FileSearch, streams::file_search),
        (Scenario::OfflineWebSearch, streams::web_search),
    ] {
        let found = check_texts(StreamChecker::new(Profile::Strict).expect(scenario), &texts(&clean()));
        assert!(found.is_empty(), "{scenario}: {found:#?}");
        let found = check_texts(StreamChecker::new(Profile::Documented).expect(scenario), &texts(&streams::failed()));
        assert!(found.iter().any(|finding| finding.code == Code::ScenarioUnmet), "{scenario} is met by a failure");
    }
}
