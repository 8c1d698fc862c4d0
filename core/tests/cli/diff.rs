//! `response-event diff`: what counts as a difference, and how it is printed.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::{clean, file, json_lines, run, sse};

/// Compares two texts, the second from standard input.
#[track_caller]
fn diff(options: &[&str], a: &str, b: &str) -> (i32, String) {
    // Tests run at the same time.
    static FILES: AtomicUsize = AtomicUsize::new(0);
    let number = FILES.fetch_add(1, Ordering::Relaxed);
    let path = file(&format!("diff-{number}"), a).display().to_string();
    let arguments = [&["diff"], options, &[&path, "-"]].concat();
    let (code, out, err) = run(&arguments, b.as_bytes());
    assert_eq!(err, "");
    assert_eq!(code == 0, out.is_empty(), "{out}");
    (code, out)
}

#[track_caller]
fn lines_of(a: &[Value], b: &[Value]) -> Vec<String> {
    let (_, out) = diff(&[], &json_lines(a), &json_lines(b));
    out.lines().map(str::to_owned).collect()
}

/// Returns the clean stream with a change of its last event.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<Value> {
    let mut events = clean();
    change(&mut events[8]["response"]);
    events
}

/// The clean stream with other ids, times and numbers, its text in other pieces, and an event that keeps it alive.
fn told_again() -> Vec<Value> {
    let text = json_lines(&clean()).replace("resp_1", "resp_b").replace("msg_1", "msg_b").replace("\"One \"", "\"O\"");
    let text =
        text.replace("\"created_at\":1", "\"created_at\":1700000000").replace("\"delta\":\"day\"", "\"delta\":\"ne\"");
    let mut events: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("an event")).collect();
    let mut delta = events[4].clone();
    delta["delta"] = json!(" day");
    delta["obfuscation"] = json!("x");
    events.insert(5, delta);
    events.insert(3, json!({"type": "keepalive"}));
    for (number, event) in events.iter_mut().enumerate() {
        event["sequence_number"] = json!(number + 10);
    }
    events
}

#[test]
fn streams_that_say_the_same_are_equal() {
    for a in [sse(&clean()), json_lines(&clean()), sse(&told_again())] {
        for b in [sse(&clean()), json_lines(&told_again())] {
            assert_eq!(diff(&[], &a, &b), (0, String::new()));
        }
        assert_eq!(diff(&["--deltas"], &a, &a), (0, String::new()));
    }
}

#[test]
fn cuts_between_deltas_count_if_they_are_compared() {
    let (code, out) = diff(&["--deltas"], &json_lines(&clean()), &json_lines(&told_again()));
    let lines: Vec<_> = out.lines().collect();
    let expected = [
        "events of type response.output_text.delta: 2 → 3",
        "event 6 → 7: response.output_text.done → response.output_text.delta",
        "/output/0/content/0 response.output_text.delta, delta 1 of 2 → 3: from character 2: \"One \" → \"O\"",
    ];
    assert_eq!((code, lines), (1, expected.to_vec()));
}

#[test]
fn an_id_that_does_not_stand_for_the_same_everywhere_is_a_difference() {
    let call = |id: &str| json!({"type": "function_call", "id": id, "call_id": id, "name": "a", "arguments": ""});
    let two = |ids: [&str; 2]| changed(|response| response["output"] = json!(ids.map(call)));
    assert_eq!(lines_of(&two(["a", "b"]), &two(["c", "d"])), Vec::<String>::new());
    let expected = ["/output/1/call_id: \"b\" → \"c\"", "/output/1/id: \"b\" → \"c\""];
    assert_eq!(lines_of(&two(["a", "b"]), &two(["c", "c"])), expected);
    assert_eq!(lines_of(&two(["a", "a"]), &two(["c", "d"])).len(), 2);
}

#[test]
fn a_difference_has_its_place_and_both_values() {
    let long = "A long story about a fjord, an island and a boat.";
    for (change, expected) in [
        (json!({"status": "incomplete"}), "/status: \"completed\" → \"incomplete\""),
        (json!({"a/b": {"c~": true}}), "/a~1b: nothing → {\"c~\":true}"),
        (
            json!({"usage": null}),
            "/usage: {\"input_tokens\":2,\"input_tokens_details\":{\"cached_tokens\":0… → nothing",
        ),
        (json!({"model": 1}), ""),
        (
            json!({"instructions": long}),
            "/instructions: nothing → \"A long story about a fjord, an island and a boat.\"",
        ),
        (json!({"note": "\u{1b}[1m\u{9b}\u{202e}"}), "/note: nothing → \"\\u001b[1m\\u{9b}\\u{202e}\""),
    ] {
        let b = changed(|response| {
            response.as_object_mut().expect("an object").extend(change.as_object().expect("an object").clone());
        });
        let lines = lines_of(&clean(), &b);
        match expected {
            // The event is bad, and is salvaged without the field.
            "" => assert!(lines.iter().any(|line| line.starts_with("/model: \"m\" → nothing")), "{lines:?}"),
            expected => assert_eq!(lines, [expected]),
        }
    }
}

#[test]
fn a_difference_of_texts_shows_where_it_begins() {
    let text = |text: &str| changed(|response| response["output"][0]["content"][0]["text"] = json!(text));
    let line = |a: &str, b: &str| lines_of(&text(a), &text(b)).join("\n");
    let place = "/output/0/content/0/text: from character";
    assert_eq!(line("One day", "One night"), format!("{place} 5: \"One day\" → \"One night\""));
    let start = "É".repeat(30);
    let [a, b] = ["day", "night"].map(|end| format!("{start}{end}"));
    assert_eq!(line(&a, &b), format!("{place} 31: \"day\" → \"night\""));
    assert_eq!(line(&a, &start), format!("{place} 31: \"day\" → nothing"));
    let [a, b] = ["a", "b"].map(|end| format!("{start}{end}{}", "x".repeat(100)));
    assert_eq!(line(&a, &b), format!("{place} 31: \"a{}… → \"b{}…", "x".repeat(57), "x".repeat(57)));
}

#[test]
fn what_is_the_same_in_another_form_is_equal() {
    let one = changed(|response| {
        response["temperature"] = json!(1);
        response["note"] = Value::Null;
    });
    let other = changed(|response| response["temperature"] = json!(1.0));
    assert_eq!(lines_of(&one, &other), Vec::<String>::new());
    let other = changed(|response| response["temperature"] = json!(1.5));
    assert_eq!(lines_of(&one, &other), ["/temperature: 1 → 1.5"]);
}

#[test]
fn items_are_compared_with_those_of_their_type() {
    let b = changed(|response| {
        let mut item = response["output"][0].clone();
        item["content"][0]["text"] = json!("Two days");
        response["output"] = json!([{"type": "reasoning", "id": "rs_1", "summary": []}, item]);
    });
    let expected = [
        "/output/0: nothing → {\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[]}",
        "/output/0/content/0/text → /output/1/content/0/text: \"One day\" → \"Two days\"",
    ];
    assert_eq!(lines_of(&clean(), &b), expected);
    let a = changed(|response| response["output"][0] = json!({"type": "item_reference", "id": "a"}));
    let lines = lines_of(&a, &clean());
    assert!(
        lines[0].starts_with("/output/0: {\"type\":\"item_reference\",\"id\":\"a\"} → {\"type\":\"message\","),
        "{lines:?}"
    );
    assert_eq!(lines.len(), 1);
}

#[test]
fn the_types_of_events_are_counted_and_put_in_order() {
    let mut b = clean();
    b.insert(1, json!({"type": "response.in_progress", "response": {"id": "resp_1"}}));
    let expected =
        ["events of type response.in_progress: 0 → 1", "event 2: response.output_item.added → response.in_progress"];
    assert_eq!(lines_of(&clean(), &b), expected);
    let mut b = clean();
    b.swap(5, 6);
    assert_eq!(lines_of(&clean(), &b), ["event 6: response.output_text.done → response.content_part.done"]);
    let mut b = clean();
    b.push(json!({"type": "\u{1b}acme"}));
    let expected = ["events of type \\u{1b}acme: 0 → 1", "event end → 10: nothing → \\u{1b}acme"];
    assert_eq!(lines_of(&clean(), &b), expected);
}

#[test]
fn an_unfinished_stream_differs_by_its_end() {
    let lines = lines_of(&clean(), &clean()[..5]);
    assert!(lines.contains(&"/status: \"completed\" → \"in_progress\"".to_owned()), "{lines:?}");
    assert!(lines.contains(&"end: finished → unfinished".to_owned()), "{lines:?}");
    assert!(lines.contains(&"events of type response.completed: 1 → 0".to_owned()), "{lines:?}");
    let lines = lines_of(&clean(), &clean()[..3]);
    assert!(lines.contains(&"texts in response.output_text.delta: 1 → 0".to_owned()), "{lines:?}");
    // Neither has an event with a response.
    let deltas = clean()[3..5].to_vec();
    assert_eq!(lines_of(&deltas, &told_again()[4..7]), Vec::<String>::new());
    assert_eq!(lines_of(&deltas, &deltas[..1]), ["/output/0/content/0/text: from character 5: \"One day\" → \"One \""]);
    let mut failed = clean();
    failed[8] = json!({"type": "error", "code": "server_error", "message": "No."});
    let lines = lines_of(&clean(), &failed);
    assert!(lines.contains(&"error: nothing → \"server_error: No.\"".to_owned()), "{lines:?}");
}

#[test]
fn lanes_are_compared_by_their_order_not_their_names() {
    let on_lanes = |lanes: [&str; 2], word: &str| {
        let on = |lane: &str, text: &str| {
            let text = json_lines(&clean()).replace("day", text).replace("_1", lane);
            text.replace("\"type\":\"response", &format!("\"stream_id\":\"{lane}\",\"type\":\"response"))
        };
        on(lanes[0], "day") + &on(lanes[1], word)
    };
    assert_eq!(diff(&[], &on_lanes(["a", "b"], "day"), &on_lanes(["z", "y"], "day")), (0, String::new()));
    let (_, out) = diff(&[], &on_lanes(["a", "b"], "day"), &on_lanes(["z", "y"], "night"));
    assert_eq!(
        out,
        "lane 2, /output/0/content/0/text: \"One day\" → \"One night\"\n".replace(": \"", ": from character 5: \"")
    );
}

#[test]
fn responses_that_follow_each_other_are_compared_one_by_one() {
    let second = |text: &str| sse(&clean()) + &sse(&clean()).replace("resp_1", "resp_2").replace("day", text);
    let (_, out) = diff(&[], &second("day"), &second("night"));
    assert_eq!(out, "response 2, /output/0/content/0/text: from character 5: \"One day\" → \"One night\"\n");
    let (_, out) = diff(&[], &sse(&clean()), &second("day"));
    assert!(out.starts_with("responses: 1 → 2\nevents of type "), "{out}");
}

#[test]
fn json_is_one_object_for_each_difference_with_whole_values() {
    let long = "x".repeat(200);
    let mut b = changed(|response| response["note"] = json!(long));
    b.remove(6);
    let (code, out) = diff(&["--json"], &json_lines(&clean()), &json_lines(&b));
    let differences: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let expected = [
        json!({"pointer": "/note", "b": long}),
        json!({"event_type": "response.content_part.done", "a": 1, "b": 0}),
        json!({"events": [7, 7], "a": "response.content_part.done", "b": "response.output_item.done"}),
    ];
    assert_eq!((code, differences), (1, expected.to_vec()));
}

#[test]
fn a_bad_event_is_an_event_of_its_type() {
    let mut bad = clean();
    bad[3]["logprobs"] = json!("none");
    assert_eq!(lines_of(&clean(), &bad), Vec::<String>::new());
    let [a, b] = [json_lines(&clean()), json_lines(&clean()) + "<html>\n"];
    let (_, out) = diff(&[], &a, &b);
    assert_eq!(out, "events of type (unreadable): 0 → 1\nevent end → 10: nothing → (unreadable)\n");
    let (_, out) = diff(&[], &a, &b.replace("<html>\n", "{\"type\":\""));
    assert!(out.starts_with("events of type (unreadable): 0 → 1\n"), "{out}");
}

#[test]
fn what_is_no_recording_has_exit_code_2() {
    let clean = file("beside-diff", sse(&clean())).display().to_string();
    let files = [
        ("no/such/file".to_owned(), "No such file"),
        (env!("CARGO_TARGET_TMPDIR").to_owned(), "directory"),
        (file("empty-diff", "").display().to_string(), "there is no event"),
        (file("png-diff", b"\x89PNG\r\n\x1a\n\xff\xfe").display().to_string(), "there is no event"),
    ];
    for (path, message) in &files {
        for inputs in [[path, &clean], [&clean, path]] {
            let (code, out, err) = run(&["diff", inputs[0], inputs[1]], b"");
            assert_eq!((code, &*out), (2, ""), "{path}");
            assert!(err.starts_with(&format!("response-event: {path}: ")) && err.contains(message), "{err}");
        }
    }
}
