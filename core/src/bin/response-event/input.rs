//! Files and standard input, cut into events.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use response_event::UnknownEvent;
use response_event::sse::{DEFAULT_MAX_EVENT_SIZE, Decoder};

use crate::failure::Failure;

/// The most bytes of one event. What is longer is cut off, and so is no JSON.
const MAX_EVENT: usize = DEFAULT_MAX_EVENT_SIZE;

/// Bytes that are read at once.
const CHUNK: usize = 64 * 1024;

/// The data of the frame after the last event.
const DONE_MARK: &[u8] = b"[DONE]";

/// One event of an input, not decoded.
#[derive(Clone, Copy)]
pub(crate) enum Piece<'a> {
    /// A line of JSON.
    Json { json: &'a [u8], line: u64, read: u64 },
    /// A frame of server-sent events; `event` is empty if it has none.
    Frame { event: &'a str, data: &'a [u8], line: u64, read: u64 },
    /// The last frame, without the blank line that ends it.
    CutOff { event: &'a str, data: &'a [u8], line: u64, read: u64 },
}

impl Piece<'_> {
    /// Returns the line of the input on which the event starts, from 1.
    pub(crate) fn line(&self) -> u64 {
        let (Self::Json { line, .. } | Self::Frame { line, .. } | Self::CutOff { line, .. }) = self;
        *line
    }

    /// Returns the number of bytes that were read so far.
    pub(crate) fn read(&self) -> u64 {
        let (Self::Json { read, .. } | Self::Frame { read, .. } | Self::CutOff { read, .. }) = self;
        *read
    }
}

/// A file or standard input.
pub(crate) struct Input(BufReader<Box<dyn Read>>);

/// Returns the name of an input, without control characters.
pub(crate) fn name(path: &OsStr) -> String {
    let name = if path == "-" { "standard input".into() } else { path.to_string_lossy() };
    name.chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}

impl Input {
    pub(crate) fn open(path: &OsStr) -> io::Result<Self> {
        let input: Box<dyn Read> = if path == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
        Ok(Self(BufReader::with_capacity(CHUNK, input)))
    }

    /// Calls `visit` with each event.
    pub(crate) fn for_each(&mut self, visit: impl FnMut(Piece<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        if is_json_lines(self.0.fill_buf().map_err(Failure::Input)?) { self.lines(visit) } else { self.frames(visit) }
    }

    /// Reads lines of JSON.
    fn lines(&mut self, mut visit: impl FnMut(Piece<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut line = Vec::new();
        let (mut number, mut read) = (0, 0);
        while self.line(&mut line, &mut read).map_err(Failure::Input)? {
            number += 1;
            // Other than the first line, a byte order mark is no start.
            let json = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(&line).trim_ascii();
            if !json.is_empty() {
                visit(Piece::Json { json, line: number, read })?;
            }
        }
        Ok(())
    }

    /// Reads a line, of which no more than an event may have is kept. Returns `false` at the end.
    fn line(&mut self, line: &mut Vec<u8>, read: &mut u64) -> io::Result<bool> {
        line.clear();
        // A large event is rare: do not keep its capacity.
        line.shrink_to(CHUNK);
        loop {
            let bytes = self.0.fill_buf()?;
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let len = end.map_or(bytes.len(), |end| end + 1);
            if len == 0 {
                return Ok(*read > 0 && !line.is_empty());
            }
            let room = MAX_EVENT.saturating_sub(line.len());
            line.extend_from_slice(&bytes[..len.min(room)]);
            self.0.consume(len);
            *read += u64::try_from(len).unwrap_or(u64::MAX);
            if end.is_some() {
                return Ok(true);
            }
        }
    }

    /// Reads server-sent events.
    fn frames(&mut self, mut visit: impl FnMut(Piece<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut decoder = Decoder::<UnknownEvent>::new().with_max_event_size(MAX_EVENT);
        let (mut read, mut line, mut is_line_start) = (0, 1, true);
        loop {
            let bytes = self.0.fill_buf().map_err(Failure::Input)?;
            if bytes.is_empty() {
                break;
            }
            // Line by line: the decoder passes over the mark of the end.
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let piece = &bytes[..end.map_or(bytes.len(), |end| end + 1)];
            let len = piece.len();
            let is_mark = is_line_start && is_done_mark(piece);
            decoder.push(piece);
            self.0.consume(len);
            read += u64::try_from(len).unwrap_or(u64::MAX);
            take(&mut decoder, read, &mut visit)?;
            if is_mark {
                visit(Piece::Frame { event: "", data: DONE_MARK, line, read })?;
            }
            is_line_start = end.is_some();
            line += u64::from(is_line_start);
        }
        // The end of the input may cut off an event, and recordings may lack the last blank line.
        decoder.push(b"\n\n");
        take(&mut decoder, read, &mut |piece| match piece {
            Piece::Frame { event, data, line, read } => visit(Piece::CutOff { event, data, line, read }),
            other => visit(other),
        })
    }
}

/// Takes the events of a decoder.
fn take(
    decoder: &mut Decoder<UnknownEvent>,
    read: u64,
    visit: &mut impl FnMut(Piece<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    while let Some(result) = decoder.next_with(|frame| {
        let event = frame.event_name().unwrap_or_default();
        visit(Piece::Frame { event, data: frame.data(), line: frame.position().line, read })
    }) {
        result?;
    }
    Ok(())
}

/// Returns `true` if a line is the data `[DONE]`.
fn is_done_mark(line: &[u8]) -> bool {
    line.strip_prefix(b"data:").is_some_and(|data| data.trim_ascii() == DONE_MARK)
}

/// Returns `true` if an input that starts so is lines of JSON. Server-sent events start with a field or a comment.
fn is_json_lines(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let is_field = ["data", "event", "id", "retry"].iter().any(|field| {
        start.strip_prefix(field.as_bytes()).is_some_and(|rest| matches!(rest.first(), Some(b':' | b'\n' | b'\r')))
    });
    !is_field && start.first() != Some(&b':')
}
