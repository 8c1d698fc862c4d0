//! Streams one after the other, side by side, and resumed: what a checker keeps between events, and what it forgets.

use response_event::checker::{Code, Finding, Profile, StreamChecker};
use serde_json::{Value, json};

use crate::streams;

fn check(checker: &mut StreamChecker, events: &[Value]) -> Vec<Finding> {
    let mut findings: Vec<_> = events.iter().flat_map(|event| checker.check_json(&event.to_string())).collect();
    findings.extend(checker.finish());
    findings
}

#[test]
fn the_next_stream_is_checked_like_the_first() {
    let mut events = streams::text();
    for event in &mut events {
        event.as_object_mut().expect("an object").remove("logprobs");
    }
    let mut checker = StreamChecker::new(Profile::Strict);
    let first = check(&mut checker, &events);
    let fault = first.iter().find(|finding| finding.code == Code::MissingUsualField).expect("a fault that repeats");
    let repeats = checker.repeats(fault);
    assert!(repeats > 0, "the fault is in more than one event");
    assert_eq!(checker.events(), u64::try_from(events.len()).unwrap());
    assert_eq!(check(&mut checker, &events), first);
    assert_eq!(checker.repeats(fault), repeats, "the repeats are those of one stream");
    assert_eq!(checker.events(), u64::try_from(events.len()).unwrap());
}

#[test]
fn each_lane_of_a_resumed_connection_is_resumed() {
    let events = streams::lanes();
    for start in 2..events.len() {
        let mut checker = StreamChecker::new(Profile::Strict).resumed_after(0);
        let findings = check(&mut checker, &events[start..]);
        assert_eq!(findings, [], "from event {start}");
    }
}

#[test]
fn a_response_that_begins_after_a_resumption_is_checked_from_its_start() {
    let mut events = streams::text();
    events.remove(2);
    for (number, event) in events.iter_mut().enumerate() {
        event["sequence_number"] = json!(number);
    }
    let mut checker = StreamChecker::new(Profile::Strict).resumed_after(7);
    let codes: Vec<_> = check(&mut checker, &events).iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::ItemNotAdded]);
}

#[test]
fn a_sign_of_life_does_not_begin_a_response() {
    for stream_id in [None, Some("a")] {
        let mut keepalive = json!({"type": "keepalive", "sequence_number": 0});
        if let Some(stream_id) = stream_id {
            keepalive["stream_id"] = json!(stream_id);
        }
        let mut checker = StreamChecker::new(Profile::Documented);
        let codes: Vec<_> = check(&mut checker, &[keepalive]).iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::NoTerminalEvent], "{stream_id:?}");
    }
}

#[test]
fn a_lane_leaves_little_behind() {
    const LANES: usize = 200;
    let events = streams::lanes();
    let mut checker = StreamChecker::new(Profile::Strict);
    let mut kept = 0;
    for lane in 0..LANES {
        for event in &events {
            let json = event.to_string().replace(r#""stream_id":"a""#, &format!(r#""stream_id":"a{lane}""#));
            kept += allocation_counter::measure(|| drop(checker.check_json(&json))).bytes_current;
        }
    }
    println!("{LANES} lanes: {kept} bytes are kept");
    assert!(kept < i64::try_from(LANES * 3_000).expect("small"), "{kept} bytes are kept of {LANES} lanes");
}

#[test]
fn a_long_name_is_not_kept_by_the_count_of_its_fault() {
    let mut checker = StreamChecker::new(Profile::Documented);
    let event = |name: &str| json!({"type": format!("acme:{name}"), "sequence_number": 0}).to_string();
    let [one, other] = ["a", "b"].map(|name| event(&name.repeat(100_000)));
    let mut findings = vec![];
    let memory = allocation_counter::measure(|| {
        findings = [&one, &other].map(|json| checker.check_json(json)).concat();
        for finding in &mut findings {
            finding.event_type = None;
        }
    });
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(memory.bytes_current < 50_000, "{} bytes are kept", memory.bytes_current);
    assert_eq!(checker.check_json(&one), []);
}
