//! The recorded streams: what the checker finds in them, by server and rule, and why each finding is right.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use response_event::UnknownEvent;
use response_event::checker::{Code, Finding, Profile, Severity, StreamChecker};
use response_event::sse::Decoder;
use response_event_tests::recordings::{recorded_bytes, recordings};
use response_event_tests::shared::shared;

use crate::page::check_page;

/// Streams that were resumed, and the number of the last event before.
const RESUMED: &[(&str, u64)] = &[
    ("openai-dotnet--CanStreamBackgroundResponses.2.sse", 1),
    ("pydantic-ai--test_background_mode_streaming_starting_after_vcr.2.sse", 0),
];

/// The kind of server of the streams that were written by hand.
const BY_HAND: &str = "written by hand";

/// A rule that the streams of a server break, and what the server does.
struct Deviation {
    server: &'static str,
    code: Code,
    what: &'static str,
}

const DEVIATIONS: &[Deviation] = &[
    Deviation {
        server: "OpenAI",
        code: Code::MissingSequenceNumber,
        what: "streams from before it numbered events have no numbers",
    },
    Deviation {
        server: "OpenAI",
        code: Code::MissingUsualField,
        what: "streams from before it sent `logprobs` in each event lack them",
    },
    Deviation {
        server: "OpenAI",
        code: Code::AddedWithFinalStatus,
        what: "reasoning that is not shown, programs and outputs of shells are added when they are done",
    },
    Deviation {
        server: "OpenAI",
        code: Code::InvalidBase64,
        what: "whoever published the recording shortened its images",
    },
    Deviation {
        server: "OpenAI ChatGPT Codex backend",
        code: Code::OutputEmpty,
        what: "the `output` of `response.completed` is empty",
    },
    Deviation {
        server: "GitHub Copilot",
        code: Code::ResponseIdChanged,
        what: "each event of the lifecycle has another id",
    },
    Deviation {
        server: "GitHub Copilot",
        code: Code::ItemIdMismatch,
        what: "each event about an item has another `item_id`",
    },
    Deviation {
        server: "LM Studio",
        code: Code::ArgumentsMismatch,
        what: "the arguments of a function come whole in the done event, without a delta",
    },
    Deviation { server: "OpenRouter", code: Code::MissingEventName, what: "frames have `data` only" },
    Deviation {
        server: "OpenRouter",
        code: Code::ItemIdMismatch,
        what: "reasoning has another id in the final `output` than while it was streamed",
    },
    Deviation {
        server: "xAI",
        code: Code::MissingField,
        what: "a web search has no `action`, and a citation no title and no indexes",
    },
    Deviation { server: "xAI", code: Code::MissingUsualField, what: "`response.output_text.done` has no `logprobs`" },
    Deviation { server: "xAI", code: Code::AddedWithFinalStatus, what: "a web search is added when it is done" },
    Deviation {
        server: BY_HAND,
        code: Code::InvalidJson,
        what: "no blank line is between the frames, so they are one",
    },
    Deviation { server: BY_HAND, code: Code::MissingEventName, what: "frames have `data` only" },
    Deviation { server: BY_HAND, code: Code::MissingField, what: "a test needs no more" },
    Deviation { server: BY_HAND, code: Code::MissingUsualField, what: "a test needs no more" },
    Deviation { server: BY_HAND, code: Code::MissingSequenceNumber, what: "a test needs no more" },
    Deviation { server: BY_HAND, code: Code::NoTerminalEvent, what: "the stream is one event" },
    Deviation { server: BY_HAND, code: Code::TextNotDone, what: "the input of a custom tool has no done event" },
];

/// Returns the kind of server of each recording.
fn servers() -> BTreeMap<String, String> {
    let table = fs::read_to_string(shared("corpus/PROVENANCE.tsv")).expect("the table of the recordings");
    let rows = table.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>());
    rows.map(|row| {
        let server = row[7].split(" / ").next().unwrap_or_default();
        (row[0].to_owned(), if row[0].starts_with("synthetic/") { BY_HAND } else { server }.to_owned())
    })
    .collect()
}

/// Checks every recording: as frames, where it has them.
fn check_all(profile: Profile) -> BTreeMap<String, Vec<Finding>> {
    let bytes = recorded_bytes();
    let check = |(name, events): (String, Vec<String>)| {
        let mut checker = StreamChecker::new(profile);
        if let Some((_, number)) = RESUMED.iter().find(|(resumed, _)| *resumed == name) {
            checker = checker.resumed_after(*number);
        }
        let mut findings: Vec<Finding> = Vec::new();
        match bytes.get(&name) {
            None => findings.extend(events.iter().flat_map(|json| checker.check_json(json))),
            Some(bytes) => {
                let mut decoder = Decoder::<UnknownEvent>::new();
                decoder.push(bytes);
                // Some recordings lack the last blank line.
                decoder.push(b"\n\n");
                while let Some(found) = decoder.next_with(|frame| {
                    let data = String::from_utf8_lossy(frame.data());
                    checker.check_frame(frame.event_name().unwrap_or_default(), &data)
                }) {
                    findings.extend(found);
                }
            }
        }
        findings.extend(checker.finish());
        (name, findings)
    };
    recordings().into_iter().map(check).collect()
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn every_finding_in_a_recording_is_explained() {
    let servers = servers();
    let mut unexplained = BTreeMap::<(String, Code), Vec<String>>::new();
    let mut used = BTreeSet::new();
    for profile in Profile::ALL {
        for (name, findings) in check_all(*profile) {
            for finding in findings.iter().filter(|finding| finding.severity > Severity::Note) {
                let key = (servers[&name].clone(), finding.code);
                match DEVIATIONS.iter().position(|row| row.server == key.0 && row.code == key.1) {
                    Some(row) => drop(used.insert(row)),
                    None => unexplained.entry(key).or_default().push(format!("{profile}: {name}: {finding}")),
                }
            }
        }
    }
    let mut failed: Vec<_> = unexplained
        .iter()
        .map(|((server, code), findings)| {
            let first: Vec<_> = findings.iter().take(3).map(String::as_str).collect();
            format!(
                "{server}, `{code}`, {} findings: correct the rule, or explain them in `DEVIATIONS`:\n  {}",
                findings.len(),
                first.join("\n  ")
            )
        })
        .collect();
    for (index, row) in DEVIATIONS.iter().enumerate() {
        if !used.contains(&index) {
            failed.push(format!(
                "{} does not break `{}` any more; remove the row from `DEVIATIONS`",
                row.server, row.code
            ));
        }
    }
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}

/// Recordings of more events are not broken in every place: it takes the square of their number.
const MAX_BROKEN: usize = 130;

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn a_recording_with_an_event_lost_repeated_or_moved_has_one_more_error() {
    let errors = |checker: &StreamChecker, events: &[String]| {
        let mut checker = checker.clone();
        let mut findings: Vec<_> = events.iter().flat_map(|json| checker.check_json(json)).collect();
        findings.extend(checker.finish());
        findings.retain(|finding| finding.severity == Severity::Error);
        findings
    };
    let (mut streams, mut broken) = (0, 0);
    let mut failed = Vec::new();
    for (name, events) in recordings().into_iter().filter(|(_, events)| events.len() <= MAX_BROKEN) {
        let mut checker = StreamChecker::new(Profile::Documented);
        if !errors(&checker, &events).is_empty() {
            continue;
        }
        streams += 1;
        for place in 0..events.len() {
            let rest = &events[place..];
            let swapped: Vec<_> =
                rest.iter().skip(1).take(1).chain(rest.iter().take(1)).chain(rest.iter().skip(2)).cloned().collect();
            let repeated: Vec<_> = rest.iter().take(1).chain(rest).cloned().collect();
            for (how, rest) in [("lost", &rest[1..]), ("moved", &swapped), ("repeated", &repeated)] {
                broken += 1;
                let errors = errors(&checker, rest);
                if errors.len() > 1 {
                    let list: Vec<_> = errors.iter().map(ToString::to_string).collect();
                    failed.push(format!("{name}: event {} is {how}:\n    {}", place + 1, list.join("\n    ")));
                }
            }
            checker.check_json(&events[place]);
        }
    }
    println!("{streams} recordings without an error, broken in {broken} ways");
    let shown: Vec<_> = failed.iter().take(20).map(String::as_str).collect();
    assert!(failed.is_empty(), "{} of {broken} faults are more than one error:\n{}", failed.len(), shown.join("\n"));
}

#[test]
#[ignore = "needs ../shared/corpus beside the project"]
fn the_page_says_what_servers_do() {
    let servers = servers();
    let mut streams = BTreeMap::<&str, usize>::new();
    let all = check_all(Profile::Documented);
    for name in all.keys() {
        *streams.entry(&servers[name]).or_default() += 1;
    }
    // The number of streams that break a rule, by rule and server.
    let mut table = BTreeMap::<Code, BTreeMap<&str, usize>>::new();
    for (name, findings) in &all {
        let codes: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
        for code in codes {
            *table.entry(code).or_default().entry(&servers[name]).or_default() += 1;
        }
    }
    let mut page = String::from("| rule | documented |");
    for (server, count) in &streams {
        let _ = write!(page, " {server} ({count}) |");
    }
    let _ = write!(page, "\n|---|---|{}\n", "---|".repeat(streams.len()));
    for (code, counts) in &table {
        let severity = code.severity(Profile::Documented).map_or("off", Severity::as_str);
        let _ = write!(page, "| `{code}` | {severity} |");
        for server in streams.keys() {
            match counts.get(server) {
                Some(count) => drop(write!(page, " {count} |")),
                None => page.push_str(" |"),
            }
        }
        page.push('\n');
    }
    page.push_str("\nWhat the servers do:\n\n");
    for row in DEVIATIONS {
        let _ = writeln!(page, "- {}, `{}`: {}.", row.server, row.code, row.what);
    }
    println!("{page}");
    check_page("core/src/checker/recordings.md", &page);
}
