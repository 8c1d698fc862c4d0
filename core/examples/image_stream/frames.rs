//! Splits the input into the JSON text of one event each.
//!
//! The input may be endless: only the current event is in memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZeroUsize;

use sse_core::{SseDecoder, SseEvent};

use crate::arguments::Input;

const SAMPLE: &[u8] = include_bytes!("sample.sse");

/// The largest event that is read, in bytes. The default limit of sse-core is too small for images.
const MAX_EVENT: NonZeroUsize = NonZeroUsize::new(16 * 1024 * 1024).unwrap();

const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(crate) struct Frame {
    /// The line of the input on which the event ends, from 1.
    pub(crate) line: usize,
    /// `None` if the event is larger than 16 MiB.
    pub(crate) json: Option<String>,
}

pub(crate) struct Frames {
    input: Box<dyn BufRead>,
    format: Format,
    lines: usize,
}

enum Format {
    ServerSentEvents(SseDecoder),
    JsonLines,
}

impl Frames {
    pub(crate) fn open(input: &Input) -> io::Result<Self> {
        match input {
            Input::Bundled => Self::new(SAMPLE, false),
            Input::Stdin => Self::new(io::stdin().lock(), false),
            Input::File(path) => File::open(path)
                .and_then(|file| Self::new(BufReader::new(file), path.extension().is_some_and(|name| name == "jsonl")))
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        }
    }

    fn new(mut input: impl BufRead + 'static, is_json_lines: bool) -> io::Result<Self> {
        let start = input.fill_buf()?;
        let start = start.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(start);
        // A server-sent event cannot start with a brace.
        let format = if is_json_lines || start.trim_ascii_start().starts_with(b"{") {
            Format::JsonLines
        } else {
            Format::ServerSentEvents(SseDecoder::with_limit(MAX_EVENT))
        };
        // Recordings often lack the blank line at the end, without which the last event would be lost.
        Ok(Self { input: Box::new(input.chain(&b"\n\n"[..])), format, lines: 0 })
    }

    fn next_frame(&mut self) -> io::Result<Option<Frame>> {
        let Self { input, format, lines } = self;
        match format {
            Format::ServerSentEvents(decoder) => next_message(input, lines, decoder),
            Format::JsonLines => next_line(input, lines),
        }
    }
}

impl Iterator for Frames {
    type Item = io::Result<Frame>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.next_frame() {
                // Some servers end a stream with this mark.
                Ok(Some(Frame { json: Some(json), .. })) if matches!(json.trim(), "" | "[DONE]") => {}
                result => return result.transpose(),
            }
        }
    }
}

fn next_message(input: &mut impl BufRead, lines: &mut usize, decoder: &mut SseDecoder) -> io::Result<Option<Frame>> {
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            return Ok(None);
        }
        let mut rest = chunk;
        let item = decoder.next(&mut rest);
        let used = chunk.len() - rest.len();
        *lines += memchr::memchr_iter(b'\n', &chunk[..used]).count();
        input.consume(used);
        match item {
            // The last line that was read is the blank one after the event.
            Some(Ok(SseEvent::Message(message))) => {
                return Ok(Some(Frame { line: lines.saturating_sub(1), json: Some(message.data) }));
            }
            // The rest of the line has not been read.
            Some(Err(_)) => return Ok(Some(Frame { line: *lines + 1, json: None })),
            Some(Ok(SseEvent::Retry(_))) | None => {}
        }
    }
}

fn next_line(input: &mut impl BufRead, lines: &mut usize) -> io::Result<Option<Frame>> {
    let mut line = Vec::new();
    let length = input.take(MAX_EVENT.get() as u64).read_until(b'\n', &mut line)?;
    if length == 0 {
        return Ok(None);
    }
    *lines += 1;
    if length == MAX_EVENT.get() && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
        return Ok(Some(Frame { line: *lines, json: None }));
    }
    let json = String::from_utf8_lossy(&line).trim_start_matches(BYTE_ORDER_MARK).trim().to_owned();
    Ok(Some(Frame { line: *lines, json: Some(json) }))
}
