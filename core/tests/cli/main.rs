//! The command `response-event`, as it is built: clean, broken and unusable input, pipes, and what it prints. The other
//! files are about one of its commands each.

mod diff;
mod show;
mod terminal;

use std::ffi::OsStr;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_response-event"));
    command.env_remove("NO_COLOR");
    command
}

/// Runs the command and returns its exit code, output and errors.
#[track_caller]
fn run(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut command = command();
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    // The command may not read all of it.
    let mut stdin = child.stdin.take().expect("standard input");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    shown(&output)
}

#[track_caller]
fn shown(output: &Output) -> (i32, String, String) {
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(!err.contains("panicked"), "{err}");
    (output.status.code().expect("an exit code"), out, err)
}

/// Writes a file that only this test has.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{}-{name}", std::process::id()));
    fs::write(&path, bytes).expect("a file in the folder for tests");
    path
}

fn clean() -> Vec<Value> {
    let response = |status: &str, output: Value, usage: Value| {
        json!({"id": "resp_1", "object": "response", "created_at": 1, "model": "m", "status": status, "output": output,
            "usage": usage})
    };
    let part = |text: &str| json!({"type": "output_text", "text": text, "annotations": [], "logprobs": []});
    let item = |status: &str, content: Value| json!({"id": "msg_1", "type": "message", "role": "assistant", "status": status, "content": content});
    let at = json!({"item_id": "msg_1", "output_index": 0, "content_index": 0});
    let about = |event_type: &str, more: Value| {
        let mut event = at.clone();
        event["type"] = json!(event_type);
        event.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        event
    };
    let usage = json!({"input_tokens": 2, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 3,
        "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 5});
    let done = item("completed", json!([part("One day")]));
    let mut events = vec![
        json!({"type": "response.created", "response": response("in_progress", json!([]), Value::Null)}),
        json!({"type": "response.output_item.added", "output_index": 0, "item": item("in_progress", json!([]))}),
        about("response.content_part.added", json!({"part": part("")})),
        about("response.output_text.delta", json!({"delta": "One ", "logprobs": []})),
        about("response.output_text.delta", json!({"delta": "day", "logprobs": []})),
        about("response.output_text.done", json!({"text": "One day", "logprobs": []})),
        about("response.content_part.done", json!({"part": part("One day")})),
        json!({"type": "response.output_item.done", "output_index": 0, "item": done}),
        json!({"type": "response.completed", "response": response("completed", json!([done]), usage)}),
    ];
    for (number, event) in events.iter_mut().enumerate() {
        event["sequence_number"] = json!(number);
    }
    events
}

/// The same with two faults: an event that comes again, and an index that is not that of the item.
fn broken() -> Vec<Value> {
    let mut events = clean();
    events.insert(1, events[0].clone());
    events[1]["type"] = json!("response.in_progress");
    events.insert(2, events[1].clone());
    for (number, event) in events.iter_mut().enumerate() {
        event["sequence_number"] = json!(number);
    }
    events[6]["output_index"] = json!(1);
    events
}

fn sse(events: &[Value]) -> String {
    let frame = |event: &Value| format!("event: {}\ndata: {event}\n\n", event["type"].as_str().expect("a type"));
    let frames: String = events.iter().map(frame).collect();
    format!("{frames}data: [DONE]\n\n")
}

fn json_lines(events: &[Value]) -> String {
    let lines: Vec<_> = events.iter().map(Value::to_string).collect();
    lines.join("\n") + "\n"
}

#[test]
fn a_clean_stream_has_exit_code_0() {
    for (name, text) in [
        ("clean.sse", sse(&clean())),
        ("clean.jsonl", json_lines(&clean())),
        ("crlf.sse", sse(&clean()).replace('\n', "\r\n")),
        ("comment.sse", format!("\u{feff}: hi\n\n{}", sse(&clean()))),
        ("bom.jsonl", format!("\u{feff}\n{}", json_lines(&clean()))),
    ] {
        let path = file(name, text);
        let shown = path.display().to_string();
        for profile in ["documented", "strict"] {
            let (code, out, err) = run(&["check", "--profile", profile, &shown], b"");
            assert_eq!((code, &*out, &*err), (0, &*format!("{shown}: 9 events: no findings\n"), ""), "{name}");
            let (code, out, err) = run(&["check", "--json", "--profile", profile, &shown], b"");
            assert_eq!((code, &*out, &*err), (0, "", ""), "{name}");
        }
    }
}

#[test]
fn a_broken_stream_has_exit_code_1_and_the_worst_finding_first() {
    for text in [sse(&broken()), json_lines(&broken())] {
        let (code, out, err) = run(&["check", "-"], text.as_bytes());
        assert_eq!((code, &*err), (1, ""), "{out}");
        let lines: Vec<_> = out.lines().collect();
        assert_eq!(lines[0], "standard input: 11 events: 1 error, 1 warning");
        assert!(lines[1].starts_with("  error   line "), "{out}");
        assert!(
            lines[1].ends_with(
                "event 7 (response.output_text.delta), /output_index: this is 1, the item has 0 [output-index-changed]"
            ),
            "{out}"
        );
        assert!(lines[2].starts_with("  warning line ") && lines[2].ends_with("[lifecycle-repeated]"), "{out}");
        assert_eq!(lines.len(), 3);
    }
}

#[test]
fn a_profile_decides_what_is_an_error() {
    let mut events = clean();
    events[8]["response"]["usage"] = Value::Null;
    let text = json_lines(&events);
    assert_eq!(run(&["check", "-"], text.as_bytes()).0, 0);
    assert_eq!(run(&["check", "--profile=strict", "-"], text.as_bytes()).0, 1);
}

#[test]
fn json_is_one_object_for_each_finding() {
    let path = file("broken.sse", sse(&broken()));
    let path = path.display().to_string();
    let (code, out, err) = run(&["check", "--json", &path], b"");
    assert_eq!((code, &*err), (1, ""));
    let findings: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert_eq!(findings.len(), 2);
    assert_eq!((&findings[0]["code"], &findings[0]["event"]), (&json!("lifecycle-repeated"), &json!(3)));
    assert_eq!(findings[1]["code"], "output-index-changed");
    assert_eq!(findings[1]["severity"], "error");
    assert_eq!(findings[1]["event"], 7);
    assert_eq!(findings[1]["type"], "response.output_text.delta");
    assert_eq!(findings[1]["pointer"], "/output_index");
    assert_eq!(findings[1]["position"], json!({"sequence_number": 6, "output_index": 1, "item_id": "msg_1"}));
    assert_eq!(findings[1]["message"], "this is 1, the item has 0");
    assert_eq!((&findings[1]["file"], &findings[1]["line"]), (&json!(path), &json!(20)));
    assert!(findings[1]["source"].as_str().is_some_and(|source| source.contains("SDK")));
}

#[test]
fn several_files_are_checked_one_by_one_and_summed_up() {
    let clean = file("one.sse", sse(&clean())).display().to_string();
    let broken = file("two.jsonl", json_lines(&broken())).display().to_string();
    let (code, out, _) = run(&["check", &clean, &broken], b"");
    assert_eq!(code, 1);
    assert!(
        out.starts_with(&format!("{clean}: 9 events: no findings\n{broken}: 11 events: 1 error, 1 warning\n")),
        "{out}"
    );
    assert!(out.ends_with("2 files: 20 events: 1 error, 1 warning\n"), "{out}");
}

#[test]
fn junk_is_found_to_be_junk() {
    // A linear congruential generator: the same bytes in each run.
    let random = |length: usize| {
        let next = |state: &mut u64| {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            Some(u8::try_from(*state >> 56).expect("a byte"))
        };
        let mut state = 7_u64;
        std::iter::repeat_with(move || next(&mut state)).flatten().take(length).collect::<Vec<u8>>()
    };
    for (name, bytes) in [
        ("empty", Vec::new()),
        ("blank", b"\n\n \r\n".to_vec()),
        ("random", random(100_000)),
        ("zeros", vec![0; 100_000]),
        ("binary", [&b"\x89PNG\r\n\x1a\n"[..], &random(5_000)].concat()),
        ("html", b"<html>\n<body>502</body>\n</html>\n".to_vec()),
        ("array", b"[{\"type\":\"response.created\"}]".to_vec()),
        ("scalar", b"7".to_vec()),
        ("deep", [vec![b'['; 200_000], b"\n".to_vec()].concat()),
        ("deep-object", b"{\"type\":\"response.created\",\"response\":".repeat(50_000)),
        ("no-data", b"event: response.created\nid: 1\n\n".to_vec()),
        ("mark", b"data: [DONE]\n\n".to_vec()),
        ("utf-16", b"\xff\xfe{\0}\0\n\0".to_vec()),
    ] {
        let path = file(name, bytes).display().to_string();
        let (code, out, err) = run(&["check", &path], b"");
        assert_eq!((code, &*err), (1, ""), "{name}: {}", &out[..out.len().min(500)]);
        assert!(out.contains("error"), "{name}: {out}");
        assert!(out.lines().count() < 100, "{name} has a long report");
        let (code, out, err) = run(&["check", "--json", &path], b"");
        assert_eq!((code, &*err), (1, ""), "{name}");
        for line in out.lines() {
            serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{name}: {error}: {line}"));
        }
    }
}

#[test]
fn an_event_that_is_too_large_is_a_warning_and_excuses_the_others() {
    let event = [&b"{\"type\":\""[..], &vec![b'a'; 17_000_000], b"\"}"].concat();
    let (before, after) = (clean(), clean().split_off(5));
    let lines = [json_lines(&before[..4]).as_bytes(), &event, b"\n", json_lines(&after).as_bytes()].concat();
    let frames = [sse(&before[..4]).replace("data: [DONE]\n\n", "").as_bytes(), b"data: ", &event, b"\n\n"].concat();
    let frames = [&frames, sse(&after).as_bytes()].concat();
    for (input, line) in [([&event[..], b"\n"].concat(), 1), (event, 1), (lines, 5), (frames, 13)] {
        let (code, out, err) = run(&["check", "--json", "-"], &input);
        assert_eq!((code, &*err), (0, ""), "{}", &out[..out.len().min(500)]);
        let finding: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"));
        assert_eq!((&finding["code"], &finding["line"]), (&json!("event-too-large"), &json!(line)));
    }
}

#[test]
fn an_input_that_comes_byte_by_byte_is_read_as_the_same_format() {
    for (name, text) in [
        ("frames", sse(&clean())),
        ("frames after blank lines", format!("\n\r\n{}", sse(&clean()))),
        ("frames after a byte order mark", format!("\u{feff}{}", sse(&clean()))),
        ("frames with CR", sse(&clean()).replace('\n', "\r")),
        ("lines", json_lines(&clean())),
        ("lines after a byte order mark", format!("\u{feff}\n{}", json_lines(&clean()))),
    ] {
        let mut command = command();
        command.args(["check", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        let mut stdin = child.stdin.take().expect("standard input");
        let (start, rest) = text.as_bytes().split_at(40);
        for byte in start {
            stdin.write_all(&[*byte]).expect("the command reads");
            // So that it is read alone.
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        for byte in rest {
            stdin.write_all(&[*byte]).expect("the command reads");
        }
        drop(stdin);
        let (code, out, err) = shown(&child.wait_with_output().expect("the command ends"));
        assert_eq!((code, &*out, &*err), (0, "standard input: 9 events: no findings\n", ""), "{name}");
    }
}

#[test]
fn the_mark_of_the_end_is_found_in_each_kind_of_line_alone() {
    let text = sse(&clean());
    for text in [text.replace('\n', "\r"), text.replace("data: [DONE]", "event: done\ndata:  [DONE] ")] {
        let (code, out, _) = run(&["check", "-"], text.as_bytes());
        assert_eq!((code, &*out), (0, "standard input: 9 events: no findings\n"));
    }
    // A line of a larger text.
    let (code, out, _) = run(&["check", "-"], text.replace("data: [DONE]", "data: {\ndata: [DONE]").as_bytes());
    assert_eq!(code, 1);
    assert!(out.contains("[missing-done-mark]") && out.contains("[invalid-json]"), "{out}");
    let (first, rest) = text.split_once("\n\n").expect("a frame");
    let early = format!("{first}\n\ndata: [DONE]\n\n{rest}");
    let (code, out, _) = run(&["check", "-"], early.as_bytes());
    assert_eq!(code, 1);
    assert!(out.contains("event 2 (response.output_item.added)") && out.contains("[event-after-done-mark]"), "{out}");
}

#[test]
fn bytes_that_are_not_utf_8_are_reported_as_such() {
    let text = sse(&clean());
    let name = b"event: \xff\n";
    let named = [name, text.split_once('\n').expect("a line").1.as_bytes()].concat();
    let (code, out, _) = run(&["check", "-"], &named);
    assert_eq!(code, 1);
    assert!(out.contains("[event-name-mismatch]") && !out.contains("[missing-event-name]"), "{out}");
    for (end, code) in [(&b"\xe2\x82"[..], "[frame-cut-off]"), (b"\xff\xff\"", "is not UTF-8 at byte 9")] {
        let input = [text.as_bytes(), b"event: ping\ndata: {\"type\":\"", end].concat();
        let (_, out, _) = run(&["check", "-"], &input);
        assert!(out.contains(code) && !out.contains('\u{fffd}'), "{out}");
    }
}

#[test]
fn what_cannot_be_read_has_exit_code_2_and_the_rest_is_checked() {
    let clean = file("beside.sse", sse(&clean())).display().to_string();
    let folder = env!("CARGO_TARGET_TMPDIR");
    for unusable in ["no/such/file", folder] {
        let (code, out, err) = run(&["check", unusable, &clean], b"");
        assert_eq!(code, 2);
        assert!(out.starts_with(&format!("{clean}: 9 events: no findings\n")), "{out}");
        assert!(err.starts_with(&format!("response-event: {unusable}: ")), "{err}");
    }
}

#[test]
fn wrong_arguments_have_exit_code_2_and_show_the_usage() {
    for (arguments, message) in [
        (&[][..], "missing command"),
        (&["check"], "missing FILE"),
        (&["verify", "-"], "unknown command \"verify\""),
        (&["check", "--profile", "loose", "-"], "unknown profile \"loose\""),
        (&["check", "--scenario", "x", "-"], "unknown scenario \"x\""),
        (&["check", "--resumed-after", "x", "-"], "invalid digit"),
        (&["check", "--yaml", "-"], "--yaml"),
        (&["rules", "x"], "takes no FILE"),
        (&["rules", "--json", "--profile", "strict"], "takes no option `--profile`"),
        (&["show", "a", "b"], "`show` takes one FILE"),
        (&["show", "--json", "a"], "--json"),
        (&["show", "--save"], "--save"),
        (&["--json", "diff", "a", "b"], "write `--json` after `diff`"),
        (&["diff", "a"], "`diff` takes two FILEs"),
        (&["diff", "a", "b", "c"], "`diff` takes two FILEs"),
        (&["diff", "-", "-"], "standard input can be read once"),
    ] {
        let (code, out, err) = run(arguments, b"");
        assert_eq!((code, &*out), (2, ""), "{arguments:?}");
        assert!(err.contains(message) && err.contains("usage: response-event check"), "{arguments:?}: {err}");
    }
}

#[test]
fn help_version_and_rules_are_printed() {
    let (code, out, err) = run(&["--help"], b"");
    assert_eq!((code, &*err), (0, ""));
    assert!(out.contains("usage: response-event check") && out.contains("exit code:"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 105), "{out}");
    for command in ["show", "diff"] {
        assert!(out.contains(&format!("`response-event {command}`")), "{out}");
        assert_eq!(run(&[command, "--help"], b"").1, out);
    }
    assert_eq!(run(&["-V"], b"").1, format!("response-event {}\n", env!("CARGO_PKG_VERSION")));
    let (code, out, _) = run(&["rules"], b"");
    assert_eq!(code, 0);
    assert!(out.lines().any(|line| line.starts_with("sequence-gap ")), "{out}");
}

#[test]
fn a_resumed_stream_and_a_scenario_are_taken_as_told() {
    let rest = json_lines(&clean()[3..]);
    assert_eq!(run(&["check", "-"], rest.as_bytes()).0, 1);
    let (code, out, _) = run(&["check", "--resumed-after", "2", "-"], rest.as_bytes());
    assert_eq!(code, 0, "{out}");
    let whole = sse(&clean());
    assert_eq!(run(&["check", "--scenario", "streaming-response", "-"], whole.as_bytes()).0, 0);
    let (code, out, _) = run(&["check", "--scenario", "tool-calling", "-"], whole.as_bytes());
    assert_eq!(code, 1);
    assert!(out.contains("`tool-calling`: the output has no `function_call` [scenario-unmet]"), "{out}");
}

#[test]
fn a_stream_without_its_last_blank_line_is_checked_to_its_end() {
    let text = sse(&clean());
    let text = text.trim_end().strip_suffix("data: [DONE]").expect("the mark").trim_end();
    let (code, out, _) = run(&["check", "-"], text.as_bytes());
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("[frame-cut-off]") && !out.contains("[no-terminal-event]"), "{out}");
}

#[test]
fn a_closed_pipe_ends_the_command_without_a_word() {
    let many = |start: Vec<Value>| {
        let more = (0..20_000).map(|number| json!({"type": format!("acme:{number}")}));
        json_lines(&start.into_iter().chain(more).collect::<Vec<_>>())
    };
    let few = file("few.jsonl", json_lines(&clean()));
    let clean = file("many.jsonl", many(clean()));
    let broken = file("many-broken.jsonl", many(broken()));
    for (arguments, expected) in [
        (vec![OsStr::new("check"), OsStr::new("--json"), clean.as_os_str()], 0),
        (vec![OsStr::new("check"), OsStr::new("--json"), broken.as_os_str()], 1),
        (vec![OsStr::new("diff"), clean.as_os_str(), few.as_os_str()], 1),
    ] {
        let mut command = command();
        command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        let mut output = child.stdout.take().expect("standard output");
        output.read_exact(&mut [0; 10]).expect("a finding");
        drop(output);
        let output = child.wait_with_output().expect("the command ends");
        let (code, _, err) = shown(&output);
        assert_eq!((code, &*err), (expected, ""));
    }
}

#[test]
fn a_pipe_gets_no_colors_and_no_control_characters() {
    let text = json_lines(&[json!({"type": "response.\u{1b}[31m", "sequence_number": 0})]);
    let (_, out, _) = run(&["check", "-"], text.as_bytes());
    assert!(!out.contains('\u{1b}'), "{out}");
}

fn readme() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    // In the package it is beside the manifest.
    let readme = [folder.join("README.md"), folder.join("../README.md")]
        .into_iter()
        .find_map(|path| fs::read_to_string(path).ok());
    readme.expect("the README")
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = readme();
    let (_, block) = readme.split_once("```console\n$ sed ").expect("the README has the block ```console");
    let (block, _) = block.split_once("```").expect("an end of the block");
    let (commands, printed) = block.split_once("check broken.sse\n").expect("the command");
    let edit: Vec<_> = commands.split('/').take(3).collect();
    let sample = fs::read_to_string(folder.join("examples/image_stream/sample.sse")).expect("the sample");
    let broken = sample.replace(edit[1], edit[2]);
    assert_ne!(broken, sample, "{edit:?} breaks nothing");
    let path = file("readme.sse", broken).display().to_string();
    let (code, out, _) = run(&["check", &path], b"");
    assert_eq!((code, out.replace(&path, "broken.sse")), (1, printed.to_owned()));
}

#[test]
fn the_schema_of_an_event_is_found_by_its_type_and_by_its_name() {
    let (code, by_type, _) = run(&["schema", "response.image_generation_call.in_progress"], b"");
    let (_, by_name, _) = run(&["schema", "ImageGenCallInProgress"], b"");
    assert_eq!((code, &by_type), (0, &by_name));
    let schema: Value = serde_json::from_str(&by_type).expect("JSON");
    assert_eq!(schema["properties"]["type"]["const"], "response.image_generation_call.in_progress");
    assert_eq!(schema["required"], json!(["type", "item_id", "output_index", "sequence_number"]));
    assert_eq!(schema["properties"]["output_index"]["type"], "number");
    assert_eq!(schema["properties"]["item_id"]["minLength"], 1);
}

#[test]
fn a_schema_is_strict_or_without_rules_if_it_is_asked_to_be() {
    let index = |option: &str| {
        let (code, schema, _) = run(&["schema", option, "response.image_generation_call.in_progress"], b"");
        assert_eq!(code, 0);
        serde_json::from_str::<Value>(&schema).expect("JSON")["properties"]["output_index"].clone()
    };
    assert_eq!(index("--strict")["type"], "integer");
    assert_eq!(index("--decoding").get("minimum"), None);
}

#[test]
fn without_a_name_the_schema_is_that_of_any_event() {
    let (code, schema, _) = run(&["schema"], b"");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!((code, &schema["title"]), (0, &json!("StreamEvent")));
    let (_, list, _) = run(&["schema", "--list"], b"");
    let events = list.lines().filter(|line| line.split_whitespace().count() == 2).count();
    assert!(events > 70, "{list}");
    // The last is an event of any other type.
    assert_eq!(schema["oneOf"].as_array().map(Vec::len), Some(events + 1));
    let (_, family, _) = run(&["schema", "ImageGenCallEvent"], b"");
    let family: Value = serde_json::from_str(&family).expect("JSON");
    assert_eq!(family["oneOf"].as_array().map(Vec::len), Some(5));
}

#[test]
fn every_listed_name_and_type_has_a_schema() {
    let (code, list, _) = run(&["schema", "--list"], b"");
    assert_eq!(code, 0);
    assert!(list.contains("OutputTextDelta") && list.contains("response.output_text.delta"), "{list}");
    let (code, response, _) = run(&["schema", "Response"], b"");
    assert_eq!(code, 0, "{response}");
}

#[test]
fn a_name_without_a_schema_and_wrong_options_are_errors() {
    for (arguments, words) in [
        (&["schema", "response.telepathy"][..], "no schema of \"response.telepathy\"; `response-event schema --list`"),
        (&["schema", "StreamEvent", "Response"], "`schema` takes one NAME"),
        (&["schema", "--strict", "--decoding"], "exclude each other"),
        (&["schema", "--list", "--strict"], "`--list` stands alone"),
        (&["schema", "--json"], "invalid option '--json'"),
        (&["--json", "schema"], "`schema` takes no option `--json`"),
        (&["--json", "show"], "`show` takes no option `--json`"),
        (&["--json", "diff", "a", "b"], "write `--json` after `diff`"),
    ] {
        let (code, output, error) = run(arguments, b"");
        assert_eq!((code, &*output), (2, ""), "{arguments:?}");
        assert!(error.contains(words), "{arguments:?}: {error}");
    }
}
