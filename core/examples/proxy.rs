//! A proxy for one stream: it reads server-sent events, numbers them anew, drops their padding, renames their ids and writes
//! them on, with an event of its own among them.
//!
//! Without arguments it reads a sample of its own; with `-`, standard input:
//!
//! ```sh
//! cargo run --example proxy
//! curl -sN https://api.openai.com/v1/responses … | cargo run --example proxy -- -
//! ```

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Read, Write};

use response_event::sse::{self, Decoder};
use response_event::{Rewriter, Sequencer, UnknownEvent};

fn main() -> Result<(), Box<dyn Error>> {
    let output = io::stdout().lock();
    match env::args().nth(1).as_deref() {
        None => proxy(sample().as_bytes(), output),
        Some("-") => proxy(io::stdin().lock(), output),
        Some(_) => Err("usage: proxy [-]".into()),
    }
}

fn proxy(mut upstream: impl Read, mut client: impl Write) -> Result<(), Box<dyn Error>> {
    let mut decoder = Decoder::<UnknownEvent>::new();
    let mut rewriter = Rewriter::new().number_all(Sequencer::new()).drop_obfuscation();
    // The first event of every stream is the proxy's own.
    let mut hello: UnknownEvent = r#"{"type":"proxy:hello"}"#.parse()?;
    hello.set_sequence_number(rewriter.sequencer().next_number());
    sse::encode(&hello, &mut client)?;

    let (mut chunk, mut out) = ([0; 4096], Vec::new());
    let mut done_marks = 0;
    loop {
        let len = upstream.read(&mut chunk)?;
        decoder.push(chunk.get(..len).unwrap_or_default());
        while let Some(result) = decoder.next_with(|frame| -> Result<(), Box<dyn Error>> {
            let json = frame.json()?;
            let rewritten = rewriter.rewrite_ids(json, |id| id.starts_with("msg_").then(|| format!("proxy_{id}")))?;
            frame.append_to(&mut out, &rewritten);
            Ok(())
        }) {
            // It is about one event: the stream goes on.
            if let Err(error) = result {
                eprintln!("left out: {error}");
            }
        }
        if decoder.done_marks() > done_marks {
            done_marks = decoder.done_marks();
            out.extend_from_slice(b"data: [DONE]\n\n");
        }
        client.write_all(&out)?;
        client.flush()?;
        out.clear();
        if len == 0 {
            decoder.finish()?;
            return Ok(());
        }
    }
}

/// Writes the stream of an answer in five deltas, with one bad event.
fn sample() -> String {
    let mut stream = String::new();
    let words = ["The ", "quick ", "brown ", "fox ", "rests."];
    for (index, (word, padding)) in words.iter().zip(["aB3dE5", "x", "Qw", "zzT", "0"]).enumerate() {
        let _ = write!(
            stream,
            "event: response.output_text.delta\ndata: {{\"type\":\"response.output_text.delta\",\"sequence_number\":{},\
             \"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"{word}\",\"obfuscation\":\"{padding}\"}}\n\n",
            index + 4
        );
    }
    stream + "data: {\"type\":\"keepalive\",\n\n: a comment\n\ndata: {\"type\":\"keepalive\"}\n\ndata: [DONE]\n\n"
}
