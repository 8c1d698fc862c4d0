//! Recorded streams: what was built when the last event comes is what that event holds.

use std::collections::BTreeSet;

use response_event::events::StreamEvent;
use response_event::payload::{ContentPart, OutputItem, Response, ShellOutput, SummaryPart};
use response_event::{EventFamily, Snapshot};
use response_event_tests::recordings::recordings;
use serde_json::Value;

use crate::value;

/// Where the last event of a stream says something else than the events before it.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("pydantic-ai--test_openai_responses_raw_cot_stream_openrouter.sse", "/0/id", "a new id in each event"),
    ("vercel-ai--github-copilot-id-rotation.1.jsonl", "/0/id", "a new id in each event"),
    ("vercel-ai--github-copilot-id-rotation.1.jsonl", "/1/id", "a new id in each event"),
];

/// What is encrypted is encrypted anew for each event that holds it.
const ENCRYPTED: &str = "/encrypted_content";

struct Stream {
    file: String,
    events: Vec<StreamEvent>,
}

#[track_caller]
fn streams() -> Vec<Stream> {
    let streams = recordings().into_iter().map(|(file, events)| {
        // Without blank lines between them, several events are one; each is still a line of it.
        let events = events.iter().flat_map(|json| json.lines());
        let read = |json| response_event::from_str(json).unwrap_or_else(|error| panic!("{file}: {error}: {json}"));
        Stream { events: events.map(read).collect(), file }
    });
    streams.collect()
}

fn last(event: &StreamEvent) -> Option<&Response> {
    match event {
        StreamEvent::ResponseCompleted(event) => event.response.as_ref(),
        StreamEvent::ResponseIncomplete(event) => event.response.as_ref(),
        StreamEvent::ResponseFailed(event) => event.response.as_ref(),
        _ => None,
    }
}

/// The pointers at which two values differ.
fn differences(ours: &Value, theirs: &Value, pointer: &str, found: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            for name in ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))) {
                let (ours, theirs) = (ours.get(name), theirs.get(name));
                let null = &Value::Null;
                differences(ours.unwrap_or(null), theirs.unwrap_or(null), &format!("{pointer}/{name}"), found);
            }
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                differences(ours, theirs, &format!("{pointer}/{index}"), found);
            }
        }
        _ if ours == theirs => {}
        _ => found.push(pointer.to_owned()),
    }
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn what_was_built_is_what_the_last_event_holds() {
    let streams = streams();
    let (mut compared, mut items, mut kept, mut encrypted) = (0, 0, 0, 0);
    let mut used = BTreeSet::new();
    let mut wrong = vec![];
    for Stream { file, events } in &streams {
        let mut snapshot = Snapshot::new();
        for event in events {
            let before: Value = snapshot.output().map(value).collect();
            snapshot.apply(event);
            let Some(response) = last(event) else { continue };
            assert!(snapshot.is_done(), "{file}");
            if response.items().is_empty() {
                kept += 1;
                assert_eq!(snapshot.output().map(value).collect::<Value>(), before, "{file}");
                continue;
            }
            compared += 1;
            items += response.items().len();
            assert_eq!(snapshot.response(), Some(response), "{file}");
            assert!(snapshot.output().eq(response.items()), "{file}");
            let whole: Value = response.items().iter().map(value).collect();
            let mut found = vec![];
            differences(&before, &whole, "", &mut found);
            for pointer in found {
                if let Some(row) = EXCEPTIONS.iter().position(|(at, place, _)| at == file && *place == pointer) {
                    used.insert(row);
                } else if pointer.ends_with(ENCRYPTED) && before.pointer(&pointer).is_some_and(Value::is_string) {
                    encrypted += 1;
                } else {
                    wrong.push(format!(
                        "{file}: {pointer}: built {:?}, told {:?}",
                        before.pointer(&pointer),
                        whole.pointer(&pointer)
                    ));
                }
            }
        }
    }
    println!(
        "snapshot: {compared} responses of {} streams compared ({items} items; {encrypted} encrypted anew, \
         {} exceptions), {kept} with an empty output kept",
        streams.len(),
        used.len()
    );
    assert_eq!(wrong, [""; 0]);
    let unused: Vec<_> = EXCEPTIONS.iter().enumerate().filter(|(row, _)| !used.contains(row)).collect();
    assert!(unused.is_empty(), "exceptions that are none: {unused:?}");
    assert!(encrypted > 0, "nothing was encrypted anew");
}

/// The texts of an item, in their order; `None` if there is no such item.
fn texts(snapshot: &Snapshot, index: usize) -> Option<Vec<String>> {
    let of_part = |part: &ContentPart| match part {
        ContentPart::OutputText(part) => part.text().to_owned(),
        ContentPart::Refusal(part) => part.refusal().to_owned(),
        ContentPart::ReasoningText(part) => part.text().to_owned(),
        _ => String::new(),
    };
    let of_summary = |part: &SummaryPart| match part {
        SummaryPart::SummaryText(part) => part.text().to_owned(),
        _ => String::new(),
    };
    let texts = match snapshot.item(index)? {
        OutputItem::Message(message) => message.content().iter().map(of_part).collect(),
        OutputItem::Reasoning(reasoning) => {
            let content = reasoning.content().iter().map(of_part);
            reasoning.summary().iter().map(of_summary).chain(content).collect()
        }
        OutputItem::FunctionCall(call) => vec![call.arguments().to_owned()],
        OutputItem::CustomToolCall(call) => vec![call.input().to_owned()],
        OutputItem::McpCall(call) => vec![call.arguments().to_owned()],
        OutputItem::CodeInterpreterCall(call) => call.code.iter().cloned().collect(),
        OutputItem::ApplyPatchCall(call) => {
            call.operation.iter().filter_map(|operation| operation.diff.clone()).collect()
        }
        OutputItem::ShellCall(call) => {
            call.action.iter().filter_map(|action| action.commands.clone()).flatten().collect()
        }
        OutputItem::ShellCallOutput(output) => {
            let texts =
                |output: &ShellOutput| [&output.stdout, &output.stderr].map(|text| text.clone().unwrap_or_default());
            output.output().iter().flat_map(texts).collect()
        }
        _ => vec![],
    };
    Some(texts)
}

/// Whether events of a type are applied.
type Keep = fn(&str) -> bool;

fn is_item(event_type: &str) -> bool {
    event_type.starts_with("response.output_item.")
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn some_events_of_a_stream_give_the_same_texts() {
    let ways: [(&str, Keep); 3] = [
        ("deltas alone", |event_type| event_type.rsplit('.').next() == Some("delta")),
        ("done alone", |event_type| event_type.rsplit('.').next() == Some("done") && !is_item(event_type)),
        ("no items", |event_type| !is_item(event_type)),
    ];
    let streams = streams();
    let mut wrong = vec![];
    for (way, keep) in ways {
        let mut compared = 0;
        for Stream { file, events } in &streams {
            for events in events.split_inclusive(|event| last(event).is_some()) {
                let Some((end, response)) = events.last().and_then(|end| Some((end, last(end)?))) else { continue };
                let (mut snapshot, mut whole) = (Snapshot::new(), Snapshot::new());
                whole.apply(end);
                let kept = events.iter().filter(|event| keep(event.event_type()) && last(event).is_none());
                for event in kept {
                    snapshot.apply(event);
                }
                for index in 0..response.items().len() {
                    // Not all items have such events.
                    let Some(built) = texts(&snapshot, index) else { continue };
                    compared += 1;
                    let told = texts(&whole, index).unwrap();
                    if built != told {
                        wrong.push(format!("{way}: {file}: {index}: built {built:?}, told {told:?}"));
                    }
                }
            }
        }
        assert!(compared > 100, "{way}: {compared}");
        println!("snapshot: the texts of {compared} items compared, built from {way}");
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn a_stream_that_is_cut_and_resumed_is_as_whole_as_one_that_is_not() {
    let streams = streams();
    let (mut cuts, mut repeated) = (0, 0);
    for Stream { file, events } in &streams {
        let mut whole = Snapshot::new();
        for event in events {
            whole.apply(event);
        }
        let numbers: Vec<_> = events.iter().map(EventFamily::sequence_number).collect();
        // A file may hold several responses; numbers that begin again, or none, do not say which events came.
        let is_numbered = numbers.is_sorted_by(|a, b| a.is_some() && a < b) && numbers[0].is_some();
        let (mut before, mut ended) = (Snapshot::new(), false);
        for cut in 0..=events.len() {
            assert_eq!(before.is_truncated(), cut > 0 && !ended, "{file}: cut after {cut} events");
            let mut overlaps = vec![cut];
            if is_numbered {
                overlaps.extend([0, cut.saturating_sub(3)]);
            }
            for from in overlaps {
                let mut resumed = before.clone();
                resumed.resume();
                for (index, event) in (from..).zip(&events[from..]) {
                    let applied = resumed.apply(event);
                    assert_eq!(applied.is_own(), index >= cut, "{file}: cut after {cut}, event {index}: {applied:?}");
                    repeated += usize::from(!applied.is_own());
                }
                cuts += 1;
                assert!(resumed == whole, "{file}: cut after {cut} events, resumed at {from}");
            }
            if let Some(event) = events.get(cut) {
                before.apply(event);
                ended = event.is_terminal() || (ended && event.event_type() != "response.created");
            }
        }
    }
    println!(
        "snapshot: {} streams cut after every event and resumed, {cuts} times; {repeated} events came again",
        streams.len()
    );
}
