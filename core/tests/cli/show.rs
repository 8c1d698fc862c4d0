//! `response-event show`: the table of a stream, its problems and its pictures.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::{clean, command, file, json_lines, run, shown, sse};

const HEADER: &str = "index  type                   status       content";
const MESSAGE: &str = "    0  message                completed    One day";
const END: &str = "response completed; tokens: 2 input, 3 output, 5 total; resp_1";

/// The start of a PNG of 3 × 2 pixels.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02";

fn show(text: &str) -> (i32, String, String) {
    run(&["show"], text.as_bytes())
}

/// Returns the lines of a stream whose events are all on one lane, if there is one.
fn on_lane(lane: &str, mut events: Vec<Value>) -> Vec<Value> {
    for event in &mut events {
        event["stream_id"] = json!(lane);
    }
    events
}

/// A stream of one finished item and its response.
fn of_item(item: &Value) -> Vec<Value> {
    let response = |status: &str| json!({"id": "resp_1", "status": status, "output": []});
    vec![
        json!({"type": "response.created", "response": response("in_progress")}),
        json!({"type": "response.output_item.done", "output_index": 0, "item": item}),
        json!({"type": "response.completed", "response": response("completed")}),
    ]
}

fn pictures() -> Vec<Value> {
    let base64 = base64_simd::STANDARD.encode_to_string(PNG);
    let partial = |number: u32| {
        json!({"type": "response.image_generation_call.partial_image", "item_id": "ig_1", "output_index": 0,
            "sequence_number": number, "partial_image_index": number, "partial_image_b64": base64})
    };
    let done = json!({"type": "image_generation_call", "id": "ig_1", "status": "completed", "result": base64});
    let mut events = of_item(&done);
    events.splice(1..1, [partial(0), partial(1)]);
    events
}

/// Returns an empty folder that only this test has.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    path
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder for pictures");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn each_format_is_shown_as_the_same_table() {
    let expected = format!("{HEADER}\n{MESSAGE}\n{END}\n");
    for (name, text) in [("show.sse", sse(&clean())), ("show.jsonl", json_lines(&clean()))] {
        let path = file(name, &text).display().to_string();
        assert_eq!(run(&["show", &path], b""), (0, expected.clone(), String::new()), "{name}");
        assert_eq!(show(&text), (0, expected.clone(), String::new()), "{name}");
    }
}

#[test]
fn an_item_is_printed_before_the_rest_of_the_pipe_comes() {
    let text = sse(&clean());
    let (start, rest) = text.split_at(text.find("event: response.completed").expect("the last event"));
    let mut child =
        command().args(["show", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a start");
    let (mut stdin, stdout) = (child.stdin.take().expect("an input"), child.stdout.take().expect("an output"));
    let mut lines = BufReader::new(stdout).lines().map(|line| line.expect("a line"));
    // In two pieces, within an event and within its name.
    for piece in [&start[..205], &start[205..]] {
        stdin.write_all(piece.as_bytes()).expect("the command reads");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(lines.next().as_deref(), Some(HEADER));
    assert_eq!(lines.next().as_deref(), Some(MESSAGE));
    stdin.write_all(rest.as_bytes()).expect("the command reads");
    drop(stdin);
    assert_eq!(lines.collect::<Vec<_>>(), [END]);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn control_characters_never_reach_the_output() {
    let hostile = "a\u{1b}[2J\u{9b}31m\u{7}\r\n\tb\u{202e}c\u{2028}d\u{7f}";
    let item = json!({"type": hostile, "id": hostile, "status": hostile, "name": hostile});
    let call = json!({"type": "function_call", "name": hostile, "arguments": hostile, "status": "completed"});
    let mut events = on_lane(hostile, of_item(&item));
    events.extend(on_lane(hostile, of_item(&call)));
    events[2]["response"]["id"] = json!(hostile);
    events[2]["response"]["error"] = json!({"code": hostile, "message": hostile});
    events.push(json!({"type": hostile}));
    events.push(json!({"type": "response.output_text.delta", "delta": {hostile: 1}, "item_id": hostile}));
    let (code, out, _) = show(&json_lines(&events));
    let raw: Vec<_> =
        out.chars().filter(|c| (c.is_control() && *c != '\n') || "\u{202e}\u{2028}".contains(*c)).collect();
    assert_eq!((code, raw), (1, Vec::new()), "{out:?}");
    assert!(out.contains("a\u{fffd}[2J\u{fffd}31m\u{fffd} b\u{fffd}c d\u{fffd}"), "{out:?}");
}

#[test]
fn bad_events_are_problems_and_the_rest_goes_on() {
    let mut events = clean();
    events[4]["delta"] = json!(7);
    let text = sse(&events).into_bytes();
    let text = [b"data: {\"type\":\"\xff\"}\n\ndata: <html>\n\n", &text[..]].concat();
    let (code, out, err) = run(&["show"], &text);
    assert_eq!((code, &*err), (1, ""), "{out}");
    let lines: Vec<_> = out.lines().collect();
    assert!(lines[0].starts_with("problem line 1, event 1: ") && lines[0].contains("UTF-8"), "{out}");
    assert!(lines[1].starts_with("problem line 3, event 2: "), "{out}");
    assert!(lines[2].starts_with("problem line 18, event 7: `response.output_text.delta` at `/delta`: "), "{out}");
    assert_eq!(lines[3..], [HEADER, MESSAGE, END]);
}

#[test]
fn many_problems_are_counted() {
    let (code, out, _) = show(&"<html>\n".repeat(1000));
    assert_eq!((code, out.lines().count()), (1, 21));
    assert!(out.ends_with("… and 980 more problems\n"), "{out}");
    assert_eq!(show(""), (1, "no events\n".into(), String::new()));
}

#[test]
fn an_event_that_is_cut_off_is_a_problem_and_a_blank_line_is_not_missed() {
    let text = sse(&clean());
    let text = text.trim_end().strip_suffix("data: [DONE]").expect("the mark").trim_end();
    assert_eq!(show(text).0, 0);
    let (code, out, _) = show(&text[..text.len() - 9]);
    assert_eq!(code, 1);
    let problem = "problem line 26, event 9: the input ends in the middle of the event";
    let end = "response unfinished; resp_1";
    assert_eq!(out.lines().collect::<Vec<_>>(), [HEADER, MESSAGE, problem, end]);
}

#[test]
fn an_unfinished_item_is_shown_as_far_as_it_came() {
    let (code, out, _) = show(&json_lines(&clean()[..4]));
    let row = "    0  message                in_progress  One";
    assert_eq!((code, out.lines().collect::<Vec<_>>()), (1, vec![HEADER, row, "response unfinished; resp_1"]));
    let (_, out, _) = show(&json_lines(&clean()[3..5]));
    assert!(out.ends_with("One day\nresponse unfinished, without its start\n"), "{out}");
}

#[test]
fn unknown_events_are_counted_by_type() {
    let mut events = clean();
    for number in 0..12 {
        events.push(json!({"type": format!("acme:{}", number % 10)}));
    }
    let (code, out, _) = show(&json_lines(&events));
    assert_eq!(code, 0);
    let last = "events of unknown types: acme:0 (2), acme:1 (2), acme:2 (1), acme:3 (1)";
    assert!(out.starts_with(HEADER) && out.lines().any(|line| line.starts_with(last)), "{out}");
    assert!(out.contains("others (2)"), "{out}");
}

#[test]
fn lanes_have_a_column_and_an_end_each() {
    let (a, mut b) = (on_lane("b", clean()), on_lane("a", clean()));
    b.truncate(5);
    let mut events: Vec<_> = a.into_iter().zip(b.into_iter().map(Some).chain(std::iter::repeat(None))).collect();
    let events: Vec<_> = events.drain(..).flat_map(|(one, other)| [Some(one), other]).flatten().collect();
    let (code, out, _) = show(&json_lines(&events));
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(code, 1);
    let [header, rest @ ..] = &lines[..] else { panic!("{out}") };
    assert_eq!(**header, format!("lane        {HEADER}"));
    assert_eq!(rest[0], format!("b           {MESSAGE}"));
    assert_eq!(rest[2], "a               0  message                in_progress  One day");
    assert_eq!(rest[3], format!("b           {MESSAGE}"));
    assert_eq!(rest[4..], ["lane a, response unfinished; resp_1", &format!("lane b, {END}")]);
}

#[test]
fn a_response_that_follows_another_has_a_table_of_its_own() {
    let second = sse(&clean()).replace("resp_1", "resp_2").replace("One day", "Two days");
    let (code, out, _) = show(&(sse(&clean()) + &second));
    assert_eq!(code, 0, "{out}");
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines[..4], [HEADER, MESSAGE, END, HEADER]);
    assert!(lines[4].ends_with("Two days") && lines[5].ends_with("resp_2") && lines.len() == 6, "{out}");
}

#[test]
fn the_name_of_a_frame_is_its_type_if_it_has_no_other() {
    let text = sse(&clean()).replace("\"type\":\"response.output_text.delta\"", "\"x\":1");
    let text = text.replace("\"text\":\"One day\"", "\"text\":\"\"");
    let (code, out, _) = show(&text[..text.find("event: response.output_text.done").expect("the event")]);
    assert_eq!(code, 1);
    assert!(out.contains("in_progress  One day\n") && !out.contains("problem"), "{out}");
}

#[test]
fn each_kind_of_item_is_shown_by_what_it_says() {
    let part = |kind: &str, text: &str| json!({"type": kind, "text": text});
    for (item, content) in [
        (json!({"type": "function_call", "name": "sum", "arguments": "{\"a\":\n1}"}), "sum {\"a\": 1}"),
        (json!({"type": "custom_tool_call", "name": "sum", "input": "1 + 1"}), "sum 1 + 1"),
        (json!({"type": "message", "content": [{"type": "refusal", "refusal": "No."}]}), "refusal: No."),
        (json!({"type": "message", "content": [part("output_text", "a"), part("output_text", "b")]}), "a · b"),
        (json!({"type": "reasoning", "summary": [part("summary_text", "Hm")]}), "summary: Hm"),
        (json!({"type": "reasoning", "content": [part("reasoning_text", "Hm")]}), "Hm"),
        (json!({"type": "reasoning", "encrypted_content": "abc"}), "encrypted, 3 bytes"),
        (json!({"type": "mcp_call", "name": "roll", "arguments": "{}", "output": "4"}), "roll {} · output: 4"),
        (json!({"type": "shell_call", "action": {"commands": ["ls", "pwd"]}}), "$ ls · $ pwd"),
        (json!({"type": "local_shell_call", "action": {"command": ["ls", "-a"]}}), "$ ls -a"),
        (
            json!({"type": "apply_patch_call", "operation": {"type": "create_file", "path": "a", "diff": "+b"}}),
            "create_file a +b",
        ),
        (json!({"type": "code_interpreter_call", "code": "1 + 1", "outputs": null}), "1 + 1"),
        (json!({"type": "acme:x"}), "{\"type\":\"acme:x\"}"),
    ] {
        let (code, out, err) = show(&json_lines(&of_item(&item)));
        assert_eq!((code, &*err), (0, ""), "{item}");
        let row = out.lines().nth(1).unwrap_or_default();
        assert_eq!(row.get(43..).unwrap_or_default(), content, "{item}: {out}");
    }
}

#[test]
fn wide_text_is_cut_to_the_width_between_characters() {
    for (letter, columns) in [("é", 1), ("世", 2), ("🌍", 2)] {
        let mut events = clean();
        let text = letter.repeat(100);
        events[7]["item"]["content"][0]["text"] = json!(text);
        events[8]["response"]["output"] = json!([]);
        for width in [60_usize, 61, 80] {
            let path = file("wide.jsonl", json_lines(&events));
            let output = command().env("COLUMNS", width.to_string()).arg("show").arg(path).output().expect("an output");
            let (code, out, _) = shown(&output);
            let row = out.lines().nth(1).expect("a row");
            let content: String = row.chars().skip(43).collect();
            assert_eq!((code, content), (0, letter.repeat((width - 44) / columns) + "…"), "{width}");
        }
    }
}

#[test]
fn pictures_are_measured_and_saved_and_replace_no_file() {
    let folder = folder("pictures");
    let path = file("pictures.jsonl", json_lines(&pictures())).display().to_string();
    let arguments = ["show", "--save", &folder.display().to_string(), &path];
    let (code, out, err) = run(&arguments, b"");
    assert_eq!((code, &*err), (0, ""), "{out}");
    assert!(out.contains("  png 3×2, 24 bytes, 2 partials\n"), "{out}");
    assert_eq!(names(&folder), ["0-partial-0.png", "0-partial-1.png", "0.png"]);
    assert_eq!(fs::read(folder.join("0.png")).expect("the picture"), PNG);
    fs::write(folder.join("0.png"), "mine").expect("another file");
    let (code, out, _) = run(&arguments, b"");
    assert_eq!((code, out.matches("0.png exists and is not overwritten").count()), (1, 2), "{out}");
    assert_eq!(fs::read(folder.join("0.png")).expect("the file"), b"mine");
}

#[test]
fn the_first_bytes_of_a_picture_tell_its_format_and_size() {
    for (bytes, expected) in [
        (&b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x0b\x08\0\x02\0\x03"[..], "jpeg 3×2, 17 bytes"),
        (b"GIF89a\x03\0\x02\0", "gif 3×2, 10 bytes"),
        (b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x02\0\0\x01\0\0", "webp 3×2, 30 bytes"),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x02\x40\0\0", "webp 3×2, 25 bytes"),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x03\0\x02\0", "webp 3×2, 30 bytes"),
        (b"\xff\xd8\xff\xe0\0\0\0\0", "jpeg, 8 bytes"),
        (b"RIFF\0\0\0\0WEBPVP8X", "webp, 16 bytes"),
        (b"words", "unknown format, 5 bytes"),
    ] {
        let base64 = base64_simd::STANDARD.encode_to_string(bytes);
        let item = json!({"type": "image_generation_call", "status": "completed", "result": base64});
        let (code, out, _) = show(&json_lines(&of_item(&item)));
        let row = out.lines().nth(1).unwrap_or_default();
        assert_eq!((code, row.get(43..)), (0, Some(expected)), "{out}");
    }
}

#[test]
fn the_name_of_a_picture_stays_in_its_folder() {
    let folder = folder("lanes");
    let arguments = ["show", "--save", &folder.display().to_string()];
    let mut events = on_lane("../../\u{1b}x", pictures());
    let mut second = events.clone();
    for event in &mut second {
        if let Some(response) = event.get_mut("response") {
            response["id"] = json!("resp_2");
        }
    }
    events.extend(second);
    let (code, out, _) = run(&arguments, json_lines(&events).as_bytes());
    assert_eq!(code, 0, "{out}");
    let expected = ["0-partial-0.png", "0-partial-1.png", "0.png"].map(|name| format!("_______x-{name}"));
    let second = ["0-partial-0.png", "0-partial-1.png", "0.png"].map(|name| format!("_______x-response-2-{name}"));
    assert_eq!(names(&folder), [expected, second].concat());
}

#[test]
fn a_picture_that_is_not_base64_is_a_problem() {
    let mut events = pictures();
    events[1]["partial_image_b64"] = json!("*");
    let (code, out, _) = show(&json_lines(&events));
    assert_eq!(code, 1);
    assert!(out.contains("problem line 2, event 2: item 0: `partial_image_b64` is not base64"), "{out}");
    assert!(out.contains("  png 3×2, 24 bytes, 2 partials\n"), "{out}");
}

#[test]
fn what_cannot_be_read_or_saved_has_exit_code_2() {
    let taken = file("taken", "a file").display().to_string();
    let folder = env!("CARGO_TARGET_TMPDIR");
    for arguments in [&["show", "no/such/file"][..], &["show", folder], &["show", "--save", &taken, "-"]] {
        let (code, out, err) = run(arguments, b"");
        assert_eq!((code, &*out), (2, ""), "{arguments:?}");
        assert!(err.starts_with("response-event: ") && err.lines().count() == 1, "{err}");
    }
}
