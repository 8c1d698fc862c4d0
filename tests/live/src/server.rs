//! A loopback server of one response. It sends its bytes in pieces of any size, and cuts connections.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// The way in which a server sends its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pieces {
    Whole,
    /// In pieces of this size.
    Of(usize),
    /// In two pieces, the first of this size.
    SplitAt(usize),
}

/// The things that a server does to its connections.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub pieces: Pieces,
    /// Each connection but the last is cut after so many bytes.
    pub cut_after: Option<usize>,
    /// Connections that are cut.
    pub cuts: usize,
}

impl Plan {
    /// Cuts no connection.
    pub const fn uncut(pieces: Pieces) -> Self {
        Self { pieces, cut_after: None, cuts: 0 }
    }
}

struct Script {
    plan: Plan,
    connections: AtomicUsize,
}

/// Starts a server on a free port. Returns the URL of its API.
///
/// # Errors
///
/// If there is no free port.
pub async fn start(plan: Plan) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/v1", listener.local_addr()?);
    let script = Arc::new(Script { plan, connections: AtomicUsize::new(0) });
    let router = Router::new()
        .route("/v1/responses", post(create))
        .route("/v1/responses/resp_1", get(resume))
        .route("/refusing/responses", post(refuse))
        .with_state(script);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(url)
}

async fn create(State(script): State<Arc<Script>>) -> Response {
    script.send(0)
}

async fn resume(State(script): State<Arc<Script>>, uri: Uri) -> Response {
    let query = uri.query().unwrap_or_default();
    let after = query.strip_prefix("stream=true&starting_after=").and_then(|after| after.parse::<usize>().ok());
    let Some(after) = after else {
        let body = json!({"error": {"message": "Write `?stream=true&starting_after=`.", "code": "bad_query"}});
        return (StatusCode::BAD_REQUEST, body.to_string()).into_response();
    };
    script.send(after + 1)
}

/// Refuses a request as servers do that miss a key.
async fn refuse() -> Response {
    let body = json!({"error": {"message": "No key.", "code": "invalid_api_key"}});
    (StatusCode::FORBIDDEN, body.to_string()).into_response()
}

impl Script {
    /// Answers with the events from a sequence number on.
    fn send(&self, first: usize) -> Response {
        let Plan { pieces, cut_after, cuts } = self.plan;
        let mut bytes = encode(events().get(first..).unwrap_or_default());
        let is_cut = self.connections.fetch_add(1, Ordering::Relaxed) < cuts;
        if let (true, Some(after)) = (is_cut, cut_after) {
            bytes.truncate(after);
        }
        let mut items: Vec<_> = split(&bytes, pieces).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
        if is_cut {
            items.push(Err(io::Error::other("cut")));
        }
        let body = stream::iter(items).then(|item| async {
            // The bytes that were sent before go out before this.
            tokio::task::yield_now().await;
            item
        });
        ([(header::CONTENT_TYPE, "text/event-stream")], Body::from_stream(body)).into_response()
    }
}

fn split(bytes: &[u8], pieces: Pieces) -> impl Iterator<Item = &[u8]> {
    let (start, end) = match pieces {
        Pieces::SplitAt(middle) => bytes.split_at(middle.min(bytes.len())),
        Pieces::Whole | Pieces::Of(_) => (bytes, &[][..]),
    };
    let size = if let Pieces::Of(size) = pieces { size.max(1) } else { bytes.len().max(1) };
    start.chunks(size).chain(end.chunks(size))
}

/// Encodes events as a server does that makes use of all that the format allows.
pub fn encode(events: &[Value]) -> Vec<u8> {
    let mut text = String::from("\u{feff}: welcome\r\n\r\nretry: 100\n\n");
    for (index, event) in events.iter().enumerate() {
        // CRLF, LF and CR in turn.
        let end = ["\r\n", "\n", "\r"][index % 3];
        let name = event["type"].as_str().unwrap_or_default();
        let id = &event["sequence_number"];
        let frame =
            [&format!("event: {name}"), &format!("id: {id}"), &format!("data: {event}"), "", ": keep-alive", ""];
        text.extend(frame.iter().flat_map(|line| [line, end]));
    }
    text += "data: [DONE]\n\n";
    text.into_bytes()
}

/// A response with reasoning, a tool call, a picture and a text.
pub fn events() -> Vec<Value> {
    let response = |status: &str| json!({"id": "resp_1", "object": "response", "status": status, "output": []});
    let mut events = vec![
        json!({"type": "response.created", "response": response("in_progress")}),
        json!({"type": "response.output_item.added", "output_index": 0,
            "item": {"type": "reasoning", "id": "rs_1", "summary": []}}),
    ];
    for delta in ["The user asks ", "for a fjord."] {
        events.push(json!({"type": "response.reasoning_summary_text.delta", "item_id": "rs_1", "output_index": 0,
            "summary_index": 0, "delta": delta}));
    }
    events.push(json!({"type": "response.output_item.added", "output_index": 1,
        "item": {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "weather", "arguments": ""}}));
    for delta in ["{\"city\":\"Ber", "gen\",\"days\":", "[1,2]}"] {
        events.push(json!({"type": "response.function_call_arguments.delta", "item_id": "fc_1", "output_index": 1,
            "delta": delta}));
    }
    events.push(json!({"type": "response.output_item.added", "output_index": 2,
        "item": {"type": "image_generation_call", "id": "ig_1", "status": "in_progress"}}));
    for (index, image) in ["iVBORw0KGgo=", "iVBORw0KGgoAAAANSUhEUg=="].iter().enumerate() {
        events
            .push(json!({"type": "response.image_generation_call.partial_image", "item_id": "ig_1", "output_index": 2,
            "partial_image_index": index, "partial_image_b64": image}));
    }
    events.push(json!({"type": "response.output_item.added", "output_index": 3,
        "item": {"type": "message", "id": "msg_1", "role": "assistant", "content": []}}));
    for delta in ["Blåfjell ", "gir utsikt 🏔", " over fjorden.\n"] {
        events.push(json!({"type": "response.output_text.delta", "item_id": "msg_1", "output_index": 3,
            "content_index": 0, "delta": delta}));
    }
    events.push(json!({"type": "response.completed", "response": response("completed")}));
    for (number, event) in events.iter_mut().enumerate() {
        event["sequence_number"] = number.into();
    }
    events
}
