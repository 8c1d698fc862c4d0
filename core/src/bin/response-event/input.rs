//! Files and standard input, cut into events.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use response_event::UnknownEvent;
use response_event::sse::{DEFAULT_MAX_EVENT_SIZE, Decoder, StreamErrorKind};

use crate::failure::Failure;

/// The most bytes of one event. A larger one is not checked.
pub(crate) const MAX_EVENT: usize = DEFAULT_MAX_EVENT_SIZE;

/// Bytes that are read at once.
const CHUNK: usize = 64 * 1024;

/// Bytes of a line that tell the format.
const TELLING: usize = 64;

/// The name of a frame whose `event` is not UTF-8: it is no type.
pub(crate) const NOT_UTF8: &str = "\u{fffd}";

/// One piece of an input, not decoded.
#[derive(Clone, Copy)]
pub(crate) struct Piece<'a> {
    pub(crate) content: Content<'a>,
    /// The line of the input on which the piece starts, from 1.
    pub(crate) line: u64,
    /// The number of bytes that were read so far.
    pub(crate) read: u64,
}

/// The content of a piece.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// A line of JSON.
    Json(&'a [u8]),
    /// A frame of server-sent events; `event` is empty if it has none.
    Frame { event: &'a str, data: &'a [u8] },
    /// The last frame, without the blank line that ends it.
    CutOff { event: &'a str, data: &'a [u8] },
    /// A frame with the mark of the end.
    DoneMark,
    /// An event of more than [`MAX_EVENT`] bytes.
    TooLarge,
}

/// A file or standard input.
pub(crate) struct Input<'a>(Box<dyn BufRead + 'a>);

/// Returns the name of an input, without control characters.
pub(crate) fn name(path: &OsStr) -> String {
    let name = if path == "-" { "standard input".into() } else { path.to_string_lossy() };
    name.chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}

/// Returns the failure to read this input.
pub(crate) fn failure(path: &OsStr, error: &io::Error) -> Failure {
    Failure::Input(io::Error::new(error.kind(), format!("{}: {error}", name(path))))
}

/// Opens a file, or standard input for `-`.
pub(crate) fn open(path: &OsStr) -> io::Result<Box<dyn Read>> {
    Ok(if path == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) })
}

impl<'a> Input<'a> {
    pub(crate) fn open(path: &OsStr) -> io::Result<Self> {
        open(path).map(Self::new)
    }

    /// Creates an input of what `source` reads.
    pub(crate) fn new(source: impl Read + 'a) -> Self {
        Self(Box::new(BufReader::with_capacity(CHUNK, source)))
    }

    /// Calls `visit` with each piece.
    pub(crate) fn for_each(mut self, visit: impl FnMut(Piece<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        let start = self.start().map_err(Failure::Input)?;
        let is_json = is_json_lines(&start);
        let mut input = Input(Box::new(Cursor::new(start).chain(self.0)));
        if is_json { input.lines(visit) } else { input.frames(visit) }
    }

    /// Reads as much as tells the format. A pipe may hold less than the first line.
    fn start(&mut self) -> io::Result<Vec<u8>> {
        let mut start = Vec::new();
        loop {
            let bytes = self.0.fill_buf()?;
            let len = bytes.len();
            start.extend_from_slice(bytes);
            self.0.consume(len);
            let line = text_of(&start);
            let is_whole = line.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
            if len == 0 || is_whole || line.len() >= TELLING || start.len() >= CHUNK {
                return Ok(start);
            }
        }
    }

    /// Reads lines of JSON.
    fn lines(&mut self, mut visit: impl FnMut(Piece<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut line = Vec::new();
        let (mut number, mut read) = (0, 0);
        while let Some(is_too_large) = self.line(&mut line, &mut read).map_err(Failure::Input)? {
            number += 1;
            // Other than the first line, a byte order mark is no start.
            let json = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(&line).trim_ascii();
            if is_too_large {
                visit(Piece { content: Content::TooLarge, line: number, read })?;
            } else if !json.is_empty() {
                visit(Piece { content: Content::Json(json), line: number, read })?;
            }
        }
        Ok(())
    }

    /// Reads a line, of which no more than an event may have is kept. Returns `true` if it has more, and `None` at the end.
    fn line(&mut self, line: &mut Vec<u8>, read: &mut u64) -> io::Result<Option<bool>> {
        line.clear();
        // A large event is rare: do not keep its capacity.
        line.shrink_to(CHUNK);
        let mut is_too_large = false;
        loop {
            let bytes = self.0.fill_buf()?;
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let len = end.map_or(bytes.len(), |end| end + 1);
            if len == 0 {
                return Ok((!line.is_empty()).then_some(is_too_large));
            }
            let text = &bytes[..end.unwrap_or(len)];
            let room = MAX_EVENT - line.len();
            is_too_large |= text.len() > room;
            line.extend_from_slice(&text[..text.len().min(room)]);
            self.0.consume(len);
            *read += u64::try_from(len).unwrap_or(u64::MAX);
            if end.is_some() {
                return Ok(Some(is_too_large));
            }
        }
    }

    /// Reads server-sent events.
    fn frames(&mut self, mut visit: impl FnMut(Piece<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut decoder = Decoder::<UnknownEvent>::new().with_max_event_size(MAX_EVENT);
        let (mut read, mut marks) = (0, 0);
        loop {
            let bytes = self.0.fill_buf().map_err(Failure::Input)?;
            let len = bytes.len();
            if len == 0 {
                break;
            }
            decoder.push(bytes);
            self.0.consume(len);
            read += u64::try_from(len).unwrap_or(u64::MAX);
            take(&mut decoder, &mut marks, read, &mut visit)?;
        }
        // The end of the input may cut off an event, and recordings may lack the last blank line.
        decoder.push(b"\n\n");
        take(&mut decoder, &mut marks, read, &mut |piece| {
            let content = match piece.content {
                Content::Frame { event, data } => Content::CutOff { event, data },
                other => other,
            };
            visit(Piece { content, ..piece })
        })
    }
}

/// Takes the events of a decoder, and the marks between them.
fn take(
    decoder: &mut Decoder<UnknownEvent>,
    marks: &mut u64,
    read: u64,
    visit: &mut impl FnMut(Piece<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    loop {
        let next = decoder.next();
        let place = match &next {
            Some(Ok(received)) => Some(received.position),
            Some(Err(error)) => Some(error.position()),
            None => None,
        };
        let line = place.map_or(0, |place| place.line);
        if decoder.done_marks() > *marks {
            *marks = decoder.done_marks();
            visit(Piece { content: Content::DoneMark, line, read })?;
        }
        let content = match &next {
            None => return Ok(()),
            Some(Ok(received)) => {
                let event = received.event_name.as_deref().unwrap_or_default();
                Content::Frame { event, data: received.data.as_bytes() }
            }
            Some(Err(error)) if error.kind() == StreamErrorKind::TooLarge => Content::TooLarge,
            Some(Err(error)) => {
                let data = error.data();
                let is_name_wrong = error.kind() == StreamErrorKind::InvalidUtf8 && std::str::from_utf8(data).is_ok();
                let event = error.event_name().unwrap_or(if is_name_wrong { NOT_UTF8 } else { "" });
                Content::Frame { event, data }
            }
        };
        visit(Piece { content, line, read })?;
    }
}

/// Returns an input from its first byte that is no white space.
fn text_of(start: &[u8]) -> &[u8] {
    start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start()
}

/// Returns `true` if an input that starts so is lines of JSON. Server-sent events start with a field or a comment.
fn is_json_lines(start: &[u8]) -> bool {
    let start = text_of(start);
    let is_field = ["data", "event", "id", "retry"].iter().any(|field| {
        start.strip_prefix(field.as_bytes()).is_some_and(|rest| matches!(rest.first(), Some(b':' | b'\n' | b'\r')))
    });
    !is_field && start.first() != Some(&b':')
}
