//! Decodes the input event by event.
//!
//! The input may be endless: only the current event is in memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use response_event::sse::{DEFAULT_MAX_EVENT_SIZE, Decoder};
use response_event::{DecodeOwned, from_slice};

use crate::arguments::Input;

const SAMPLE: &[u8] = include_bytes!("sample.sse");

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The events of an input. An event that cannot be decoded is a message that says why.
pub(crate) struct Events<E> {
    input: Box<dyn BufRead>,
    format: Format<E>,
}

enum Format<E> {
    ServerSentEvents(Box<Decoder<E>>),
    JsonLines { line: u64 },
}

impl<E: DecodeOwned> Events<E> {
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
        let start = start.strip_prefix(BYTE_ORDER_MARK).unwrap_or(start);
        // A server-sent event cannot start with a brace.
        if is_json_lines || start.trim_ascii_start().starts_with(b"{") {
            return Ok(Self { input: Box::new(input), format: Format::JsonLines { line: 0 } });
        }
        // Recordings often lack the blank line at the end, without which the last event would not count.
        let input = Box::new(input.chain(&b"\n\n"[..]));
        Ok(Self { input, format: Format::ServerSentEvents(Box::default()) })
    }

    fn next_event(&mut self) -> io::Result<Option<Result<E, String>>> {
        match &mut self.format {
            Format::ServerSentEvents(decoder) => loop {
                if let Some(received) = decoder.next() {
                    return Ok(Some(received.map(|received| received.event).map_err(|error| error.to_string())));
                }
                let chunk = self.input.fill_buf()?;
                let len = chunk.len();
                if len == 0 {
                    return Ok(None);
                }
                decoder.push(chunk);
                self.input.consume(len);
            },
            Format::JsonLines { line } => loop {
                *line += 1;
                match next_line(&mut self.input)? {
                    None => return Ok(None),
                    Some(json) if matches!(json.trim_ascii(), b"" | b"[DONE]") => {}
                    Some(json) if json.len() > DEFAULT_MAX_EVENT_SIZE => {
                        return Ok(Some(Err(format!("line {line}: larger than {DEFAULT_MAX_EVENT_SIZE} bytes"))));
                    }
                    Some(json) => {
                        let json = json.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&json);
                        return Ok(Some(from_slice(json).map_err(|error| format!("line {line}: {error}"))));
                    }
                }
            },
        }
    }
}

impl<E: DecodeOwned> Iterator for Events<E> {
    type Item = io::Result<Result<E, String>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_event().transpose()
    }
}

/// Reads a line. Of one that is too large, reads one byte too many and skips the rest.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if input.take(DEFAULT_MAX_EVENT_SIZE as u64 + 1).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() > DEFAULT_MAX_EVENT_SIZE && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(line))
}
