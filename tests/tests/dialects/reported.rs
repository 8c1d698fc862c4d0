//! Reconstructions of what servers were reported to send, line by line.

use std::collections::BTreeMap;
use std::fs;

use response_event::events::StreamEvent;
use response_event::{ErrorDetails, EventFamily};
use response_event_tests::json::bounded;
use response_event_tests::shared::shared;

use crate::read::{Outcome, read};

/// Lines that do not decode: the file, the number of the line, and the reason.
const REFUSED: &[(&str, usize, &str)] = &[
    ("delta-is-an-object", 1, "the delta of a text is a string; an object is none"),
    ("image-events-without-sequence-number", 1, "the documents of the image events require `sequence_number`"),
    ("image-events-without-sequence-number", 2, "the documents of the image events require `sequence_number`"),
    ("response-not-nested", 1, "the fields of the response are in the event itself"),
    ("webhook", 1, "it is the body of a webhook"),
];

/// Lines that are written back as another JSON: the file, the number of the line, and the reason.
const CHANGED: &[(&str, usize, &str)] = &[];

/// The lines of each file.
#[track_caller]
fn lines() -> BTreeMap<String, Vec<String>> {
    let folder = shared("dialects");
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        if path.extension().is_none_or(|extension| extension != "jsonl") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(name, text.lines().map(str::to_owned).collect());
    }
    assert!(!files.is_empty(), "there is no file of JSON lines in {}", folder.display());
    files
}

/// Each line of `websocket-errors`: if a retry can help, if it needs a new connection, and the HTTP status.
const ERRORS: &[(bool, bool, Option<u16>)] = &[
    (false, false, Some(429)),
    (false, false, Some(400)),
    (false, false, Some(400)),
    (true, false, Some(429)),
    (true, false, None),
    (true, true, Some(429)),
    (true, false, Some(503)),
];

#[test]
#[ignore = "needs ../shared/dialects beside the project"]
fn every_reported_error_is_readable_typed_and_as_json() {
    let files = lines();
    let errors = &files["websocket-errors"];
    assert_eq!(errors.len(), ERRORS.len(), "write the answers for each line into `ERRORS`");
    for (json, &(is_retryable, needs_new_connection, http_status)) in errors.iter().zip(ERRORS) {
        let Ok(Outcome::Decoded(event)) = read(json) else { panic!("it must decode\n  {json}") };
        let error = event.error_details().unwrap_or_else(|| panic!("it is no error\n  {json}"));
        assert_eq!(error, ErrorDetails::from_json(json), "{json}");
        assert!(error.message.is_some(), "it has a message\n  {json}");
        assert!(error.code.is_some() || error.error_type.is_some() || http_status == Some(503), "{json}");
        assert_eq!(error.is_retryable(), is_retryable, "{json}");
        assert_eq!(error.needs_new_connection(), needs_new_connection, "{json}");
        assert_eq!(error.http_status, http_status, "{json}");
    }
    for (file, number, text) in [
        ("response-failed-without-id", 0, "usage limit reached"),
        ("minimal-response-failed", 0, "Concurrency limit exceeded"),
        ("litellm-error-without-type", 1, "litellm.APIError"),
        ("response-in-progress-without-response", 3, "[404]"),
    ] {
        let error = ErrorDetails::from_json(&files[file][number]);
        assert!(error.message.as_ref().is_some_and(|message| message.starts_with(text)), "{file}: {error:?}");
    }
}

#[test]
#[ignore = "needs ../shared/dialects beside the project"]
fn every_event_in_web_socket_mode_is_typed_and_keeps_its_lane() {
    let files = lines();
    let (mut typed, mut failed) = (0, Vec::new());
    for json in files["websocket-minimal"].iter().chain(&files["websocket-lanes"]) {
        match read(json) {
            Ok(Outcome::Decoded(event)) if matches!(*event, StreamEvent::Unknown(_)) => {
                failed.push(format!("`{}` has no struct", event.event_type()));
            }
            Ok(Outcome::Decoded(event)) if event.stream_id().is_some() => typed += 1,
            Ok(Outcome::Decoded(_)) => failed.push(format!("it has no lane: {json}")),
            Ok(Outcome::Refused(error) | Outcome::Changed(error)) | Err(error) => {
                failed.push(format!("{error}: {json}"));
            }
        }
    }
    println!("dialects: {typed} events in WebSocket mode are typed and have their lane");
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}

#[test]
#[ignore = "needs ../shared/dialects beside the project"]
fn every_reported_event_is_read_and_written_back_or_is_listed() {
    let files = lines();
    let (mut decoded, mut refused, mut changed) = (0, Vec::new(), Vec::new());
    let mut failed = Vec::new();
    for (file, lines) in &files {
        for (number, json) in (1..).zip(lines) {
            let (table, place, outcome) = match read(json) {
                Err(contradiction) => {
                    failed.push(format!("{file}, line {number}: {contradiction}\n  {}", bounded(json)));
                    continue;
                }
                Ok(Outcome::Decoded(_)) => {
                    decoded += 1;
                    continue;
                }
                Ok(Outcome::Refused(error)) => (("REFUSED", REFUSED), &mut refused, error),
                Ok(Outcome::Changed(difference)) => (("CHANGED", CHANGED), &mut changed, difference),
            };
            place.push((file.as_str(), number));
            let (name, rows) = table;
            if !rows.iter().any(|&(listed, line, _)| (listed, line) == (file, number)) {
                failed.push(format!(
                    "{file}, line {number}: {outcome}; correct the struct, or list the line in `{name}`\n  {}",
                    bounded(json)
                ));
            }
        }
    }
    println!(
        "dialects: {} files, {} lines: {decoded} decoded, {} refused, {} changed",
        files.len(),
        files.values().map(Vec::len).sum::<usize>(),
        refused.len(),
        changed.len()
    );
    for (name, rows, found) in [("REFUSED", REFUSED, &refused), ("CHANGED", CHANGED, &changed)] {
        for &(file, line, reason) in rows {
            println!("  {name}: {file}, line {line}: {reason}");
            if !found.contains(&(file, line)) {
                failed.push(format!("{file}, line {line} is not {name} any more; remove the row"));
            }
        }
    }
    assert!(failed.is_empty(), "{} failures:\n\n{}\n", failed.len(), failed.join("\n\n"));
}
