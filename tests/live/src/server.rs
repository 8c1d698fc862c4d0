//! A loopback server of one response. It sends its bytes in pieces of any size, and cuts connections.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::{Stream, StreamExt, stream};
use response_event::emitter::{EmitError, Emitter};
use response_event::events::StreamEvent;
use response_event::payload::{ImageGenerationCall, Usage};
use response_event::{EncodeError, EventFamily, sse};
use serde_json::json;
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
        .route("/sse/responses", post(stream_events))
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

/// Answers as a server does that leaves the framing to axum and cuts nothing.
async fn stream_events() -> Sse<impl Stream<Item = Result<Event, EncodeError>>> {
    Sse::new(stream::iter(events()).map(|event| {
        let json = response_event::to_string(&event)?;
        Ok(Event::default().event(event.event_type()).data(json))
    }))
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
///
/// # Panics
///
/// If an event cannot be encoded.
pub fn encode(events: &[StreamEvent]) -> Vec<u8> {
    let mut text = String::from("\u{feff}: welcome\r\n\r\nretry: 100\n\n");
    for (index, event) in events.iter().enumerate() {
        let frame = sse::to_string(event).expect("an event is an object");
        let number = event.sequence_number().unwrap_or_default();
        // CRLF, LF and CR in turn.
        let end = ["\r\n", "\n", "\r"][index % 3];
        text += &format!("id: {number}\n{frame}: keep-alive\n\n").replace('\n', end);
    }
    text += "data: [DONE]\n\n";
    text.into_bytes()
}

/// A response with reasoning, a tool call, a picture and a text.
///
/// # Panics
///
/// If a step of the response is an error.
pub fn events() -> Vec<StreamEvent> {
    emit().expect("each step continues the response").collect()
}

fn emit() -> Result<Emitter, EmitError> {
    let mut emitter = Emitter::new("resp_1", "gpt-5-nano", 1_760_000_000)?;
    emitter.reasoning_summary_delta("The user asks ")?;
    emitter.reasoning_summary_delta("for a fjord.")?;
    emitter.function_call("weather", "call_1")?;
    for delta in ["{\"city\":\"Ber", "gen\",\"days\":", "[1,2]}"] {
        emitter.arguments_delta(delta)?;
    }
    let mut image = ImageGenerationCall::new();
    image.id = Some("ig_1".into());
    emitter.image_with(image)?;
    emitter.image_partial("iVBORw0KGgo=")?;
    emitter.image_partial("iVBORw0KGgoAAAANSUhEUg==")?;
    emitter.image_completed("iVBORw0KGgoAAAANSUhEUgAA")?;
    for delta in ["Blåfjell ", "gir utsikt 🏔", " over fjorden.\n"] {
        emitter.text_delta(delta)?;
    }
    let mut usage = Usage::new();
    usage.input_tokens = Some(12.into());
    usage.output_tokens = Some(60.into());
    emitter.finish(usage)?;
    Ok(emitter)
}
