//! A response over TCP: however its bytes are cut, and wherever its connections break, it is the same response.

use std::fmt::Display;

use reqwest::Client;
use response_event::Snapshot;
use response_event::events::StreamEvent;
use response_event_live::client::{Api, Observer, http_client};
use response_event_live::screen::Screen;
use response_event_live::server::{self, Pieces, Plan};

/// Keeps what it is told.
#[derive(Debug, Default, PartialEq)]
struct Log {
    events: Vec<StreamEvent>,
    problems: Vec<String>,
    resumed: Vec<String>,
}

impl Observer for Log {
    fn event(&mut self, event: &StreamEvent, _: &mut Snapshot) {
        self.events.push(event.clone());
    }

    fn problem(&mut self, problem: &dyn Display) {
        self.problems.push(problem.to_string());
    }

    fn resumed(&mut self, after: &dyn Display) {
        self.resumed.push(after.to_string());
    }
}

/// The API of a server of its own.
async fn api(client: &Client, plan: Plan) -> Api {
    let url = server::start(plan).await.expect("a free port");
    Api::new(client.clone(), &url, None)
}

fn client() -> Client {
    http_client().expect("root certificates")
}

async fn follow(client: &Client, plan: Plan) -> (Log, Snapshot) {
    let mut log = Log::default();
    let snapshot = api(client, plan).await.follow(String::from("{}"), &mut log).await;
    (log, snapshot.unwrap_or_else(|error| panic!("{plan:?}: {error}")))
}

/// Returns the bytes up to the end of the first event, and of all.
fn first_event() -> (usize, usize) {
    let events = server::events();
    let after = ": keep-alive\r\n\r\ndata: [DONE]\n\n";
    (server::encode(&events[..1]).len() - after.len(), server::encode(&events).len())
}

fn expected() -> (Vec<StreamEvent>, Snapshot) {
    let events: Vec<StreamEvent> = server::events()
        .iter()
        .map(|event| response_event::to_string(event).expect("an event is an object"))
        .map(|json| response_event::from_str(&json).expect("an event of the catalogue"))
        .collect();
    let mut snapshot = Snapshot::new();
    for event in &events {
        snapshot.apply(event);
    }
    assert!(snapshot.is_done());
    (events, snapshot)
}

#[tokio::test]
async fn the_events_are_the_same_wherever_their_bytes_are_split() {
    let client = client();
    let (events, snapshot) = expected();
    let len = server::encode(&server::events()).len();
    let sizes = [1, 2, 3, 7, 64, 1000].map(Pieces::Of);
    for pieces in [Pieces::Whole].into_iter().chain(sizes).chain((0..=len).step_by(11).map(Pieces::SplitAt)) {
        let (log, found) = follow(&client, Plan::uncut(pieces)).await;
        assert_eq!(log.problems, [""; 0], "{pieces:?}");
        assert_eq!(log.events, events, "{pieces:?}");
        assert_eq!(found, snapshot, "{pieces:?}");
    }
}

#[tokio::test]
async fn a_response_is_resumed_wherever_its_connection_is_cut() {
    let client = client();
    let (events, snapshot) = expected();
    // The first event has the id that resuming needs.
    let (first, len) = first_event();
    let mut resumed = 0;
    for cut_after in (first..len).step_by(47) {
        let (log, found) = follow(&client, Plan { pieces: Pieces::Of(50), cut_after: Some(cut_after), cuts: 1 }).await;
        assert_eq!(log.events, events, "cut after {cut_after} bytes");
        assert_eq!(found.output_text(), snapshot.output_text(), "cut after {cut_after} bytes");
        assert!(log.problems.iter().any(|problem| problem.contains("body")), "the cut is reported: {log:?}");
        resumed += log.resumed.len();
    }
    assert!(resumed > 100, "only {resumed} connections were cut before the end of the response");
}

#[tokio::test]
async fn a_response_survives_several_cuts_in_the_middle_of_an_event() {
    let client = client();
    let (events, _) = expected();
    let (log, snapshot) = follow(&client, Plan { pieces: Pieces::Of(3), cut_after: Some(900), cuts: 4 }).await;
    assert_eq!(log.events, events);
    assert_eq!(log.resumed.len(), 4, "{log:?}");
    let cut_off = |problem: &&String| problem.contains("the stream ended in the middle of the event");
    assert!(log.problems.iter().filter(cut_off).count() >= 2, "{log:?}");
    assert!(snapshot.is_done() && !snapshot.is_failed());
}

#[tokio::test]
async fn connections_that_bring_nothing_are_given_up() {
    // The first event is whole, and no other is as short.
    let plan = Plan { pieces: Pieces::Whole, cut_after: Some(first_event().0), cuts: usize::MAX };
    let error = api(&client(), plan).await.follow(String::from("{}"), &mut Log::default()).await;
    let error = error.map(drop).expect_err("no response").to_string();
    assert!(error.starts_with("3 connections in a row brought nothing after event 0"), "{error}");
}

#[tokio::test]
async fn the_events_are_the_same_as_axum_frames_them() {
    let url = server::start(Plan::uncut(Pieces::Whole)).await.expect("a free port");
    let mut log = Log::default();
    let snapshot = Api::new(client(), &url.replace("/v1", "/sse"), None).follow(String::from("{}"), &mut log).await;
    let (events, expected) = expected();
    assert_eq!(log, Log { events, ..Log::default() });
    assert_eq!(snapshot.expect("a response"), expected);
}

#[tokio::test]
async fn an_http_error_is_told_in_the_words_of_the_server() {
    let url = server::start(Plan::uncut(Pieces::Whole)).await.expect("a free port");
    let url = url.replace("/v1", "/refusing");
    let error = Api::new(client(), &url, None).follow(String::from("{}"), &mut Log::default()).await;
    let error = error.map(drop).expect_err("no response").to_string();
    assert_eq!(error, "the server answered 403 Forbidden: No key.");
}

#[tokio::test]
async fn a_response_is_printed_while_it_arrives() {
    let plan = Plan { pieces: Pieces::Of(10), cut_after: Some(4000), cuts: 1 };
    let mut screen = Screen::new(Vec::new());
    api(&client(), plan).await.follow(String::from("{}"), &mut screen).await.expect("a response");
    let printed = String::from_utf8(screen.into_inner()).expect("text");
    let lines: Vec<_> = printed.lines().filter(|line| !line.starts_with("problem: ")).collect();
    assert!(lines.iter().any(|line| line.starts_with("resumed after event ")), "{printed}");
    for line in [
        "reasoning: The user asks for a fjord.",
        r#"arguments: {"city":"Ber"}"#,
        r#"arguments: {"city":"Bergen"}"#,
        r#"arguments: {"city":"Bergen","days":[1,2]}"#,
        "picture: number 0 of ig_1, 8 bytes",
        "picture: number 1 of ig_1, 16 bytes",
        "response.completed",
    ] {
        assert!(lines.contains(&line), "no line `{line}` in\n{printed}");
    }
    let text: String = lines.iter().filter_map(|line| line.strip_prefix("text: ")).collect();
    assert_eq!(text, "Blåfjell gir utsikt 🏔 over fjorden.");
}
