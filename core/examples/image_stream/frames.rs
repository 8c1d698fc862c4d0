//! Cuts the input into the JSON of one event each, and knows where in the input each of them stood.
//!
//! The input is read in chunks and may be endless; only the event at hand is in memory.

use std::error::Error;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZeroUsize;
use std::path::Path;

use sse_core::{SseDecoder, SseEvent};

use crate::arguments::Input;

const SAMPLE: &[u8] = include_bytes!("sample.sse");

const CHUNK: usize = 64 * 1024;

/// The largest event that is read, in bytes. A picture of several megapixels fits, an endless line does not.
const LIMIT: NonZeroUsize = NonZeroUsize::new(16 * 1024 * 1024).unwrap();

/// One event as it came.
pub(crate) struct Frame {
    pub(crate) place: Place,
    pub(crate) json: Result<String, TooLarge>,
}

/// Where an event stands in the input.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// Which event it is, from 1.
    event: u64,
    /// The last line of the event, from 1: of an event stream usually the one with its `data:`.
    line: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {} (line {})", self.event, self.line)
    }
}

#[derive(Debug)]
pub(crate) struct TooLarge;

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "larger than {LIMIT} bytes, skipped")
    }
}

impl Error for TooLarge {}

/// How far the input has been read, in bytes.
#[derive(Clone, Copy)]
pub(crate) struct Progress {
    pub(crate) read: u64,
    /// Unknown for a pipe.
    pub(crate) total: Option<u64>,
}

pub(crate) struct Frames {
    source: Source,
    framing: Framing,
    events: u64,
}

enum Framing {
    EventStream(SseDecoder),
    JsonLines,
}

impl Frames {
    pub(crate) fn open(input: &Input) -> io::Result<Self> {
        match input {
            Input::Bundled => Self::new(SAMPLE, Some(SAMPLE.len() as u64), false),
            Input::Standard => Self::new(reader(io::stdin()), None, false),
            Input::File(path) => Self::open_file(path)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        }
    }

    fn open_file(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        let total = metadata.is_file().then_some(metadata.len());
        let json_lines = path.extension().is_some_and(|extension| extension == "jsonl");
        Self::new(reader(file), total, json_lines)
    }

    fn new(mut input: impl BufRead + 'static, total: Option<u64>, json_lines: bool) -> io::Result<Self> {
        // No line of an event stream that means anything starts with a brace.
        let framing = if json_lines || first_character(fill(&mut input)?) == Some(b'{') {
            Framing::JsonLines
        } else {
            // The decoder's own limit refuses pictures.
            Framing::EventStream(SseDecoder::with_limit(LIMIT))
        };
        Ok(Self { source: Source::new(input, total), framing, events: 0 })
    }

    pub(crate) fn progress(&self) -> Progress {
        self.source.progress
    }

    /// The next event, or `None` at the end of the input.
    pub(crate) fn next(&mut self) -> io::Result<Option<Frame>> {
        loop {
            let next = match &mut self.framing {
                Framing::EventStream(decoder) => self.source.message(decoder)?,
                Framing::JsonLines => self.source.line()?,
            };
            match next {
                None => return Ok(None),
                // The end mark of some servers, and blocks without anything in them, are not events.
                Some((_, Ok(json))) if matches!(json.trim(), "" | "[DONE]") => {}
                Some((line, json)) => {
                    self.events += 1;
                    let place = Place { event: self.events, line };
                    return Ok(Some(Frame { place, json }));
                }
            }
        }
    }
}

/// The bytes of the input, and how far they have been read.
struct Source {
    input: Box<dyn BufRead>,
    progress: Progress,
    lines: LineCount,
}

/// The number of the line that ends it, and a text.
type Numbered = (u64, Result<String, TooLarge>);

impl Source {
    fn new(input: impl BufRead + 'static, total: Option<u64>) -> Self {
        Self {
            // Recordings often lack the blank line at the end, and without it the last event would not count. Where
            // there is one, another does no harm.
            input: Box::new(input.chain(&b"\n\n"[..])),
            progress: Progress { read: 0, total },
            lines: LineCount::default(),
        }
    }

    /// The data of the next message of an event stream.
    fn message(&mut self, decoder: &mut SseDecoder) -> io::Result<Option<Numbered>> {
        loop {
            let chunk = fill(&mut self.input)?;
            if chunk.is_empty() {
                return Ok(None);
            }
            let mut rest = chunk;
            let item = decoder.next(&mut rest);
            let used = chunk.len() - rest.len();
            self.lines.count(&chunk[..used]);
            self.progress.read += used as u64;
            self.input.consume(used);
            match item {
                // The last line ended is the blank one. The name in `event:` is not looked at: the JSON has the type.
                Some(Ok(SseEvent::Message(message))) => {
                    return Ok(Some((self.lines.ended.saturating_sub(1), Ok(message.data))));
                }
                // The decoder is in the middle of a line, and goes on with the next event.
                Some(Err(_)) => return Ok(Some((self.lines.ended + 1, Err(TooLarge)))),
                Some(Ok(SseEvent::Retry(_))) | None => {}
            }
        }
    }

    /// The next line of JSON lines.
    fn line(&mut self) -> io::Result<Option<Numbered>> {
        let limit = LIMIT.get();
        let mut line = Vec::new();
        let mut read = (&mut self.input).take(limit as u64).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        let too_large = read == limit && !line.ends_with(b"\n");
        if too_large {
            read += self.input.skip_until(b'\n')?;
        }
        self.progress.read += read as u64;
        self.lines.ended += 1;
        Ok(Some((self.lines.ended, if too_large { Err(TooLarge) } else { Ok(text(&line)) })))
    }
}

fn reader(input: impl Read) -> BufReader<impl Read> {
    BufReader::with_capacity(CHUNK, input)
}

/// The bytes at hand, or more of them; none at the end.
fn fill(input: &mut impl BufRead) -> io::Result<&[u8]> {
    // Asked twice, because the borrow checker takes the first answer for borrowed even where it was an error.
    while let Err(error) = input.fill_buf() {
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    input.fill_buf()
}

fn first_character(text: &[u8]) -> Option<u8> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    text.trim_ascii_start().first().copied()
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Bytes that are not UTF-8 become U+FFFD, as they do in an event stream.
fn text(line: &[u8]) -> String {
    let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
    String::from_utf8_lossy(line.trim_ascii()).into_owned()
}

/// Counts lines that end in LF, CR or both, across chunks.
#[derive(Default)]
struct LineCount {
    ended: u64,
    after_return: bool,
}

impl LineCount {
    fn count(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let ends = byte == b'\r' || (byte == b'\n' && !self.after_return);
            self.ended += u64::from(ends);
            self.after_return = byte == b'\r';
        }
    }
}
