//! Lanes: the responses of one connection do not mix, in whatever order their events come.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use response_event::events::StreamEvent;
use response_event::{Applied, DecodeError, Snapshot, Snapshots};
use serde_json::{Value, json};

use crate::{added, done, event, message, of, response, text};

/// Cases of the property about the order of lanes.
const CASES: u32 = 2_000;

fn on_lane(lane: Option<&str>, mut event: Value) -> Value {
    if let Some(lane) = lane {
        event["stream_id"] = lane.into();
    }
    event
}

#[test]
fn the_first_event_chooses_the_lane() {
    let mut snapshot = Snapshot::new();
    assert_eq!(snapshot.stream_id(), None);
    for (lane, json, applied) in [
        (None, json!({"type": "keepalive"}), Applied::Own),
        (None, json!({"type": "response.telepathy"}), Applied::Own),
        (Some("a"), response("response.created", json!([])), Applied::Own),
        (Some("b"), response("response.created", json!([])), Applied::OtherLane),
        (Some("a"), text("m", 0, 0, "a"), Applied::Own),
        (Some("b"), text("m", 0, 0, "b"), Applied::OtherLane),
        (None, text("m", 0, 0, "c"), Applied::OtherLane),
        (None, json!({"type": "error", "message": "m"}), Applied::OtherLane),
        (Some("b"), json!({"type": "response.telepathy"}), Applied::OtherLane),
        (Some("a"), json!({"type": "response.telepathy"}), Applied::Own),
        (Some("b"), response("response.failed", json!([])), Applied::OtherLane),
    ] {
        let json = on_lane(lane, json);
        let answer = snapshot.apply(&event(&json));
        assert_eq!((answer, answer.is_own()), (applied, applied == Applied::Own), "{json}");
    }
    assert_eq!((snapshot.stream_id(), &*snapshot.output_text()), (Some("a"), "a"));
    assert!(!snapshot.is_done());
}

#[test]
fn a_bad_event_of_another_lane_ends_nothing() {
    let mut snapshot = Snapshot::new();
    snapshot.apply(&event(&on_lane(Some("a"), text("m", 0, 0, "a"))));
    for json in [
        r#"{"type":"response.failed","stream_id":"b","response":{"output":7}}"#,
        r#"{"type":"response.failed","stream_id":"b","response":7}"#,
        r#"{"type":"response.completed","stream_id":"b","respon"#,
    ] {
        let error = response_event::from_str::<StreamEvent>(json).unwrap_err();
        assert_eq!(snapshot.apply_error(&error, json), Applied::OtherLane, "{json}");
    }
    assert!(!snapshot.is_done());
}

#[test]
fn a_steered_response_and_its_successor_are_two() {
    let steered = |id: &str| {
        let details = json!({"reason": "steered"});
        json!({"type": "response.incomplete",
            "response": {"id": id, "status": "incomplete", "incomplete_details": details, "output": []}})
    };
    let created = |id: &str| json!({"type": "response.created", "response": {"id": id}});
    let orders = [
        [created("r1"), text("m1", 0, 0, "one"), steered("r1"), created("r2"), text("m2", 0, 0, "two")],
        // The end of the first comes after the beginning of the second.
        [created("r1"), text("m1", 0, 0, "one"), created("r2"), steered("r1"), text("m2", 0, 0, "two")],
    ];
    for order in orders {
        let (mut snapshots, mut previous) = (Snapshots::new(), vec![]);
        for json in &order {
            previous.extend(snapshots.apply(&event(&on_lane(Some("a"), json.clone()))));
        }
        let [first] = &previous[..] else { panic!("one response was superseded, not {}", previous.len()) };
        let second = snapshots.get(Some("a")).unwrap();
        assert_eq!((&*first.output_text(), &*second.output_text()), ("one", "two"));
        assert_eq!(first.response().unwrap().id.as_deref(), Some("r1"));
        assert_eq!(second.response().unwrap().id.as_deref(), Some("r2"));
        assert!(!second.is_done());
    }
    let mut snapshot = Snapshot::new();
    for json in [created("r1"), created("r2")] {
        snapshot.apply(&event(&json));
    }
    assert_eq!(snapshot.apply(&event(&steered("r1"))), Applied::OtherResponse);
}

#[test]
fn lanes_are_made_by_their_events_and_removed() {
    let mut snapshots = Snapshots::new();
    snapshots.apply(&event(&json!({"type": "keepalive"})));
    assert_eq!(snapshots.iter().count(), 0);
    for lane in [Some("b"), None, Some("a")] {
        snapshots.apply(&event(&on_lane(lane, text("m", 0, 0, lane.unwrap_or("none")))));
    }
    let lanes: Vec<_> = snapshots.iter().map(|(lane, snapshot)| (lane, snapshot.output_text())).collect();
    assert_eq!(lanes, [(None, "none".to_owned()), (Some("a"), "a".to_owned()), (Some("b"), "b".to_owned())]);
    assert_eq!(snapshots.remove(Some("a")).unwrap().output_text(), "a");
    assert!(snapshots.get(Some("a")).is_none() && snapshots.get_mut(None).is_some());

    let json = r#"{"type":"response.failed","stream_id":"c","response":{"error":{"message":"m"},"output":7}}"#;
    snapshots.apply_error(&response_event::from_str::<StreamEvent>(json).unwrap_err(), json);
    assert!(snapshots.get(Some("c")).unwrap().is_failed());
    let json = "no JSON";
    snapshots.remove(None);
    snapshots.apply_error(&response_event::from_str::<StreamEvent>(json).unwrap_err(), json);
    assert!(snapshots.get(None).is_none(), "nothing says that there is such a lane");
}

#[test]
fn a_bad_beginning_gives_the_previous_response_too() {
    let mut snapshots = Snapshots::new();
    snapshots.apply(&event(&json!({"type": "response.created", "response": {"id": "r1"}})));
    snapshots.apply(&event(&text("m", 0, 0, "one")));
    let json = r#"{"type":"response.created","response":{"id":"r2","output":7}}"#;
    let error = response_event::from_str::<StreamEvent>(json).unwrap_err();
    assert_eq!(snapshots.apply_error(&error, json).unwrap().output_text(), "one");
    assert_eq!(snapshots.get(None).unwrap().response().unwrap().id.as_deref(), Some("r2"));
}

/// The events of a lane, some of them bad: several responses, one after the other, and what may stand between.
fn lane_events() -> impl Strategy<Value = Vec<Value>> {
    let step = (0..17_u8, 0..3_i32, "[a-z]{0,3}").prop_map(|(kind, index, delta)| {
        let (id, own) = (format!("m{index}"), format!("r{index}"));
        match kind {
            0 => json!({"type": "response.created", "response": {"id": own}}),
            1 => added(index, message(&id, &[])),
            2 => done(index, message(&id, &[&delta])),
            3 => of("response.function_call_arguments.delta", &format!("f{index}"), index + 3, json!({"delta": delta})),
            4 => json!({"type": "response.telepathy.delta"}),
            5 => json!({"type": "response.completed", "response": {"id": own, "output": []}}),
            6 => json!({"type": "response.incomplete",
                "response": {"id": own, "incomplete_details": {"reason": "steered"}, "output": [message(&id, &[&delta])]}}),
            7 => json!({"type": "response.in_progress", "response": {"id": own, "output": [message("m0", &[&delta])]}}),
            8 => json!({"type": "error", "message": delta}),
            9 => json!({"type": "response.failed", "response": {"id": own, "output": 7}}),
            10 => json!({"type": "response.created", "response": {"id": own, "output": 7}}),
            11 => json!({"type": "response.output_text.delta", "output_index": index, "delta": delta, "logprobs": 7}),
            12 => json!({"type": "response.output_text.delta", "output_index": index, "delta": 7}),
            13 => json!({"type": "keepalive"}),
            _ => text(&id, index, 0, &delta),
        }
    });
    vec(step, 0..20)
}

/// An event of a lane, or the error that it failed with and its JSON.
type Read = Result<StreamEvent, (DecodeError, String)>;

fn read(json: &Value) -> Read {
    let json = json.to_string();
    response_event::from_str(&json).map_err(|error| (error, json))
}

fn apply(snapshot: &mut Snapshot, event: &Read) -> Applied {
    match event {
        Ok(event) => snapshot.apply(event),
        Err((error, json)) => snapshot.apply_error(error, json),
    }
}

fn apply_to_all(snapshots: &mut Snapshots, event: &Read) -> Option<Snapshot> {
    match event {
        Ok(event) => snapshots.apply(event),
        Err((error, json)) => snapshots.apply_error(error, json),
    }
}

#[test]
fn lanes_in_any_order_are_as_each_alone() {
    let lanes = vec(lane_events(), 1..5);
    let order = vec(any::<prop::sample::Index>(), 80);
    let mut runner = TestRunner::new(ProptestConfig { cases: CASES, ..ProptestConfig::with_source_file(file!()) });
    let outcome = runner.run(&(lanes, order), |(lanes, order)| {
        let names = [None, Some("a"), Some("b"), Some("c")];
        let lanes: Vec<Vec<Read>> = lanes
            .into_iter()
            .zip(names)
            .map(|(events, name)| events.into_iter().map(|json| read(&on_lane(name, json))).collect())
            .collect();
        let mut rest: Vec<_> = lanes.iter().map(|events| events.iter()).collect();
        let (mut together, mut previous) = (Snapshots::new(), vec![vec![]; lanes.len()]);
        // Each of them is offered all events from the first of its lane on.
        let mut followers = vec![Snapshot::new(); lanes.len()];
        for index in order {
            let open: Vec<_> = (0..rest.len()).filter(|lane| rest[*lane].len() > 0).collect();
            if open.is_empty() {
                break;
            }
            let lane = *index.get(&open);
            let event = rest[lane].next().unwrap();
            previous[lane].extend(apply_to_all(&mut together, event));
            for (own, follower) in followers.iter_mut().enumerate() {
                if own == lane || follower.stream_id().is_some() {
                    let applied = apply(follower, event);
                    prop_assert!(own == lane || applied == Applied::OtherLane);
                }
            }
        }
        for (lane, events) in lanes.iter().enumerate() {
            prop_assert_eq!(rest[lane].len(), 0);
            let (mut alone, mut snapshot, mut previous_alone) = (Snapshots::new(), Snapshot::new(), vec![]);
            for event in events {
                previous_alone.extend(apply_to_all(&mut alone, event));
                apply(&mut snapshot, event);
            }
            prop_assert_eq!(together.get(names[lane]), alone.get(names[lane]));
            prop_assert_eq!(&followers[lane], &snapshot);
            prop_assert_eq!(&previous[lane], &previous_alone);
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    println!("lanes: {CASES} cases of up to 4 lanes, shuffled, are as each lane alone");
}
