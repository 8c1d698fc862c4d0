//! Follows a response from its request to its end, and resumes it where the connection was cut.

use std::error::Error;
use std::fmt::{self, Display};

use reqwest::{Client, RequestBuilder, Response};
use response_event::events::StreamEvent;
use response_event::stream::{self, StreamEnd};
use response_event::{ErrorDetails, Snapshot};

/// Connections in a row that may bring no event of the response.
const MAX_FRUITLESS: u32 = 3;

/// An endpoint of the Responses API.
pub struct Api {
    client: Client,
    url: String,
    key: Option<String>,
}

/// Creates a client of HTTP, with TLS if the feature `tls` is enabled.
///
/// # Errors
///
/// If there are no root certificates.
pub fn http_client() -> Result<Client, Box<dyn Error>> {
    // It is an error if there is a provider already, which is then as good.
    #[cfg(feature = "tls")]
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(Client::builder().build()?)
}

/// The events and problems that a client is told of while it follows a response.
pub trait Observer {
    /// An event was applied to the snapshot.
    fn event(&mut self, event: &StreamEvent, snapshot: &mut Snapshot);

    /// An event could not be decoded, or the connection failed.
    fn problem(&mut self, problem: &dyn Display);

    /// The response is resumed on a new connection.
    fn resumed(&mut self, after: &dyn Display);
}

/// The server answered with an HTTP error.
#[derive(Debug)]
struct Refused(String);

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Refused {}

impl Api {
    /// Creates a client of the API at a URL such as `https://api.openai.com/v1`.
    pub fn new(client: Client, url: &str, key: Option<String>) -> Self {
        Self { client, url: url.trim_end_matches('/').to_owned(), key }
    }

    /// Requests a response and follows it to its end. The body of the request must ask for a stream.
    ///
    /// # Errors
    ///
    /// If the server refuses the request, or connections are cut again and again.
    pub async fn follow(&self, body: String, observer: &mut impl Observer) -> Result<Snapshot, Box<dyn Error>> {
        let request = self.client.post(format!("{}/responses", self.url));
        let request = request.header("content-type", "application/json").body(body);
        let mut snapshot = Snapshot::new();
        let mut response = self.send(request).await?;
        let mut fruitless = 0;
        loop {
            let before = snapshot.last_sequence_number();
            let end = read(response, &mut snapshot, observer).await;
            if end != Some(StreamEnd::Truncated) || snapshot.is_done() {
                return Ok(snapshot);
            }
            fruitless = if snapshot.last_sequence_number() == before { fruitless + 1 } else { 0 };
            let id = snapshot.response().and_then(|response| response.id.clone());
            let (Some(id), Some(after)) = (id, snapshot.last_sequence_number()) else {
                return Err("the connection was cut before the response had an id".into());
            };
            if fruitless == MAX_FRUITLESS {
                return Err(format!("{MAX_FRUITLESS} connections in a row brought nothing after event {after}").into());
            }
            observer.resumed(&after);
            snapshot.resume();
            let url = format!("{}/responses/{id}?stream=true&starting_after={after}", self.url);
            response = self.send(self.client.get(url)).await?;
        }
    }

    async fn send(&self, mut request: RequestBuilder) -> Result<Response, Box<dyn Error>> {
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        let response = request.send().await?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let body = response.text().await?;
        let details = ErrorDetails::from_json(&body);
        let message = details.message.as_deref().unwrap_or(&body);
        Err(Refused(format!("the server answered {status}: {message}")).into())
    }
}

/// Applies the events of a body to the snapshot. Returns how the body ended.
async fn read(response: Response, snapshot: &mut Snapshot, observer: &mut impl Observer) -> Option<StreamEnd> {
    let mut events = stream::events::<StreamEvent, _>(response.bytes_stream());
    while let Some(received) = events.next().await {
        match received {
            Ok(received) => {
                if snapshot.apply(&received.event).is_own() {
                    observer.event(&received.event, snapshot);
                }
            }
            Err(stream::Error::Event(error)) => {
                observer.problem(&error);
                if let Some(decode_error) = error.decode_error() {
                    snapshot.apply_error(decode_error, error.json());
                }
            }
            Err(error) => observer.problem(&error),
        }
    }
    events.end()
}
